"""A picture sent in the chat: shown as it would be, and written only when that is confirmed."""

from bot.buttons import Offer
from bot.conversation.answers.acting import to_confirm
from bot.conversation.answers.sequels import offer_of
from bot.conversation.reply import Reply
from bot.conversation.speaker import Speaker
from bot.conversation.tools import Tools
from bot.diagnose import diagnose
from bot.model import Operation, Question, Subject, SubjectKind, Symptom
from bot.pictures.refusal import Refusal
from bot.remedies.upload_photo import UploadPhoto
from cards.report.answer import answer
from cards.sent.picture_refused import picture_refused

MOST_CHARACTERS = 12_000
"""Of the picture on the card, which Teams wants below 28 KB: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages"""


async def picture_sent(content: bytes | None, speaker: Speaker, tools: Tools) -> Reply:
    """The card that asks whether this is to be the photo; `None` is a picture that could not be fetched."""
    if content is None:
        return Reply("refused", picture_refused(None, speaker.voice))
    made = await tools.darkroom.portrait(content)
    shown = made if isinstance(made, Refusal) else await tools.darkroom.data_uri(made, MOST_CHARACTERS)
    if isinstance(made, Refusal) or isinstance(shown, Refusal):
        return Reply("refused", picture_refused(made if isinstance(made, Refusal) else Refusal.NO_ROOM, speaker.voice))
    return tools.remember(await asked(made, shown, speaker, tools), speaker)


async def asked(made: bytes, shown: str, speaker: Speaker, tools: Tools) -> Reply:
    """The card with the picture, or what is in the way. May raise `GraphDown` and `TokenProblem`."""
    person = speaker.person
    subject = Subject(SubjectKind.USER, person.id, person.name)
    question = Question(Symptom.PHOTO_REFUSED, subject, person.id, tools.clock.now(), operation=Operation.UPLOAD_PHOTO)
    report = await diagnose(question, tools.graph(person))
    found = offer_of(report, tools, UploadPhoto.id())
    if found is None:
        return Reply("answered", answer(report, question.asked, speaker.voice, tools.nonce), report=report)
    name = tools.pictures.keep((person.tenant, person.id), made)
    offer, remedy = with_picture(*found, name)
    return to_confirm(offer, remedy, report, speaker, tools, picture=shown)


def with_picture(offer: Offer, remedy: object, name: str) -> tuple[Offer, UploadPhoto]:
    """The button and its remedy, of this picture."""
    if not isinstance(remedy, UploadPhoto):
        raise TypeError("only an upload has a picture")
    chosen = remedy.model_copy(update={"picture": name})
    return offer.model_copy(update={"arguments": chosen.model_dump(mode="json")}), chosen
