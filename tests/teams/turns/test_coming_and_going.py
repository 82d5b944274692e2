"""Being added and removed, and what comes without words or without an account."""

from pathlib import Path

import pytest

from bot.cli.company import Running
from bot.clock import SystemClock
from bot.sandbox.connector.activities import Sender
from bot.store.database import Database
from bot.store.references import ConversationReference, References
from tests.company import Chatting, contoso, text
from tests.conversation.watching import address, heading, message
from tests.teams.sign_in.signing_in import ASKED, answers, prompts


async def installed(running: Running, chat: Chatting, kind: str, action: str = "add") -> str:
    """The bot is added to, or removed from, the first conversation of this kind; its id."""
    connector, client = running.sandbox.connector, chat.client
    place = next(place for place in client.places() if place.kind == kind)
    for activity in connector.writer.installation(Sender(client.user, client.locale), place, action):
        assert (await connector.deliver(activity)).status == 202
    await running.settled(client)
    return place.id


async def reached(file: Path, running: Running, chat: Chatting) -> ConversationReference | None:
    """Where this person is reached, according to the database."""
    await running.bot.idle()
    database = Database.open(address(file))
    try:
        return await References(database, SystemClock()).get(running.sandbox.world.tenant, chat.client.user)
    finally:
        await database.close()


@pytest.mark.parametrize("kind", ["groupChat", "channel"])
async def test_added_where_others_read_along_it_says_one_line(kind: str) -> None:
    async with contoso() as running:
        chat = Chatting(running, "adele@contoso.com", "da-DK")
        where = await installed(running, chat, kind)
        (card,) = chat.cards(where)
        assert text(card).startswith("Nævn mig, og spørg om det")


async def test_removed_it_forgets_the_sign_in_and_where_to_reach_the_person(tmp_path: Path) -> None:
    file = tmp_path / "kept.sqlite"
    async with contoso(database=address(file)) as running:
        chat = Chatting(running, "adele@contoso.com")
        await chat.say(ASKED)
        assert (len(answers(chat)), len(prompts(chat))) == (1, 1)
        assert await reached(file, running, chat)
        await running.sandbox.connector.uninstall(chat.client.user)
        await running.settled(chat.client)
        assert await reached(file, running, chat) is None
        await chat.say(ASKED)
        assert len(prompts(chat)) == 2, "the token is gone"


@pytest.mark.parametrize(
    ("attachment", "said"),
    [
        ({"contentType": "image/png", "contentUrl": "https://x.example/1"}, "I can't use that picture."),
        ({"contentType": "image/*", "contentUrl": "https://x.example/1"}, "I can't use that picture."),
        ({"contentType": "text/html", "content": '<div><img src="x"></div>'}, "I can't see pictures."),
        (
            {"contentType": "application/vnd.microsoft.teams.file.download.info", "name": "x.docx", "content": {}},
            "I don't open files.",
        ),
        ({"contentType": "messageReference", "content": "{}"}, "I can't read a message that is passed on to me."),
        ({"contentType": "forwardedMessageReference"}, "I can't read a message that is passed on to me."),
    ],
)
async def test_what_has_no_words_gets_an_answer_that_fits(attachment: dict[str, object], said: str) -> None:
    async with contoso() as running:
        chat = Chatting(running, "adele@contoso.com")
        await chat.say("hello")
        words = {"contentType": "text/html", "content": "<p></p>"}
        await message(chat, None, text="", attachments=[words, attachment])
        assert heading(chat.last()) == said
        await message(chat, None, text="Why can't I edit Salg Danmark?", attachments=[attachment, words])
        await running.settled(chat.client)
        assert len(answers(chat)) == 1, "words are answered, whatever comes with them"


async def test_a_picture_where_others_read_along_is_answered_too() -> None:
    async with contoso() as running:
        chat = Chatting(running, "adele@contoso.com")
        place = next(place for place in chat.client.places() if place.kind == "groupChat")
        bot = running.sandbox.connector.conversations.bot
        await message(chat, place.id, text=f"<at>{bot['name']}</at>", attachments=[{"contentType": "image/png"}])
        assert heading(chat.last(place.id)) == "I can't see pictures."
