"""What is answered to a message or a pressed button, before it is known how it will be shown."""

from collections.abc import Mapping
from typing import Any

from bot.buttons import BadButton, Retry, read
from bot.conversation.answers.picture_sent import picture_sent
from bot.conversation.hear import hear_all
from bot.conversation.press import press
from bot.conversation.reply import Reply
from bot.conversation.speaker import Speaker
from bot.conversation.tools import Tools
from bot.teams.connector.pictures import SentPictures
from bot.teams.door.inbound import ConversationType, Inbound
from bot.teams.door.pressed import pressed
from bot.teams.sign_in.awaiting_consent import AwaitingConsent
from cards.sign_in.question_gone import question_gone
from cards.talk.bad_button import bad_button


class Replies:
    """Answers with the rights of whoever wrote or pressed."""

    def __init__(self, tools: Tools, awaiting_consent: AwaitingConsent, sent_pictures: SentPictures) -> None:
        self._tools = tools
        self._sent_pictures = sent_pictures
        self._awaiting_consent = awaiting_consent

    async def to(self, told: Inbound, speaker: Speaker) -> tuple[Reply, ...]:
        """One answer to a button, as many to a message as it has questions. May raise `GraphDown`, `TokenProblem`."""
        button = pressed(told)
        alone = told.conversation.type is ConversationType.PERSONAL
        if button is None and told.attached and not told.text and alone:
            content = await self._sent_pictures.fetch(told.attached[0], told.service_url)
            return (await picture_sent(content, speaker, self._tools),)
        if button is None:
            return await hear_all(told.text, speaker, self._tools)
        verb, data = button
        if verb == Retry.verb:
            return await self._again(data, told, speaker)
        return (await press(verb, data, speaker, self._tools),)

    async def _again(self, data: Mapping[str, Any], told: Inbound, speaker: Speaker) -> tuple[Reply, ...]:
        """The answer to what was kept; when it can't be given now either, it is kept on."""
        try:
            button, _ = read(Retry.verb, data)
            name = button.kept if isinstance(button, Retry) else ""
            waiting = self._awaiting_consent.take(name, told, speaker)
        except BadButton:
            return (Reply("refused", bad_button(speaker.voice)),)
        if waiting is None:
            return (Reply("refused", question_gone(speaker.in_language(button.language).voice)),)
        try:
            return await self.to(waiting.told, speaker)
        except Exception:
            self._awaiting_consent.keep_on(name, waiting)
            raise
