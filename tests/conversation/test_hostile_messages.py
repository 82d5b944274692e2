"""Messages nobody would write: an answer or a refusal, never an error, never a write, and nobody's words in the log."""

import logging
import re

import pytest

from bot.cli.company import Running
from bot.sandbox.connector.activities import Sender
from tests.company import Chatting, contoso, text
from tests.conversation.watching import card_in, elements, heading, message, writes

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (None, "Hello!"),
        ("", "Hello!"),
        ("   \n\t ", "Hello!"),
        ("🍻🍻🍻", "Hello!"),
        ("\u200b\u202e\u0000\u0007", "Hello!"),
        ("?" * 300, "Hello!"),
        ("x " * 3_000, "That is too long"),
        ("Why can't I edit " + "x" * 3_000 + "?", "I can't find a group called “xxx"),
        ("<at>Bot</at> <script>alert(1)</script>", "I only find out why"),
        ("' or displayName ne '", "What do you mean?"),
        ("Why can't I edit ' or displayName ne '?", "I can't find a group called “or displayName ne”."),
        ('Why can\'t I edit "displayName:x" OR "mail:y"?', "I can't find a group called “displayName”."),
        ("Why can't I edit Sales&$select=id?", "Nothing stops you from changing Sales."),
        ("Why can't I edit ../../users?", "I can't find a group called “../../users”."),
        ("Why can't I edit Sales\u0000?", "Nothing stops you from changing Sales."),
    ],
)
async def test_any_text_is_answered(company: Running, written: str | None, said: str) -> None:
    chat = Chatting(company, "adele@contoso.com")
    await chat.say("forget it")  # what another message of this list was about
    before = len(chat.cards())
    assert (await message(chat, text=written)).status == 202
    assert len(chat.cards()) == before + 1
    assert said in text(chat.last())
    assert "wrong" not in text(chat.last())
    assert writes(company) == []


async def test_a_megabyte_is_refused_before_anything_reads_it(company: Running) -> None:
    assert (await message(Chatting(company, "adele@contoso.com"), text="x" * 1_000_000)).status == 413


@pytest.mark.parametrize(
    "value", [[1], "x", 7, True, {"verb": None}, {"verb": ["x"]}, {"nothing": 1}, {"verb": "x" * 9}]
)
async def test_odd_values_are_answered(company: Running, value: object) -> None:
    chat = Chatting(company, "adele@contoso.com")
    await chat.say("hello")
    before = len(chat.cards())
    assert (await message(chat, text=None, value=value)).status == 202
    assert len(chat.cards()) == before + 1


@pytest.mark.parametrize("field", ["text", "from", "conversation", "recipient", "entities", "channelData", "locale"])
@pytest.mark.parametrize("odd", [7, ["x"], {"id": 7}, True])
async def test_odd_fields_are_refused_or_survived(company: Running, field: str, odd: object) -> None:
    status = (await message(Chatting(company, "adele@contoso.com"), **{field: odd})).status
    assert status == 202 or 400 <= status < 500


@pytest.mark.parametrize(
    "kind", ["typing", "messageReaction", "messageUpdate", "event", "endOfConversation", "trace", "handoff", "x" * 99]
)
async def test_other_activities_pass_by_in_silence(company: Running, kind: str) -> None:
    chat = Chatting(company, "adele@contoso.com")
    before = len(chat.client.items())
    assert (await message(chat, type=kind)).status == 202
    assert len(chat.client.items()) == before


async def test_somebody_without_an_account_is_told_so(company: Running) -> None:
    chat = Chatting(company, "adele@contoso.com")
    connector = company.sandbox.connector
    place = chat.client.places()[0]
    sender = Sender(chat.client.user, "en-US")
    nobody = {"id": "29:1nobody", "name": "x"}
    invoked = connector.writer.invoke(sender, place, "adaptiveCard/action", {"action": {}}, None) | {"from": nobody}
    assert "none in this organisation" in str(card_in(await connector.deliver(invoked)))
    assert (await connector.deliver(invoked | {"name": "signin/tokenExchange"})).status == 403
    assert (await message(chat, None, **{"from": nobody}, text="Hvorfor kan jeg ikke redigere Sales?")).status == 202
    assert heading(chat.last()) == "Jeg kan ikke kigge for dig her."


async def test_a_groups_name_is_shown_as_it_is_and_does_nothing() -> None:
    async with contoso() as running:
        chat, group = Chatting(running, "lee@contoso.com"), running.group("Salg Danmark")
        for name in ("[click](https://evil.example)", "**bold** <b>x</b>", "a\nb\u202ec", "C:\\x_y_"):
            group["displayName"] = name
            shown = await chat.say(f"Why can't I edit {group['id']}?")
            assert heading(shown).startswith("You neither own")
            blocks = [str(each["text"]) for each in elements(shown.card) if each.get("type") == "TextBlock"]
            assert not [said for said in blocks if re.search(r"\]\(https|(?<!\\)<b>|(?<!\\)\*|\u202e", said)]


async def test_nothing_anybody_wrote_or_is_called_reaches_the_log(
    company: Running, caplog: pytest.LogCaptureFixture
) -> None:
    logging.getLogger("bot").setLevel(logging.DEBUG)
    with caplog.at_level(logging.INFO):
        chat = Chatting(company, "adele@contoso.com", "da-DK")
        for written in (
            "Hvorfor kan jeg ikke redigere Marketing DK?",
            "Why can't I edit Zebra Crossing?",
            "log ud",
            "hej",
        ):
            await chat.say(written)
        await message(chat, text=None, value={"verb": "pick", "id": "adele@contoso.com"})
    for said in ("Adele", "Vance", "adele@", "Marketing", "Zebra", "Hvorfor", "eyJ", chat.client.user):
        assert said not in caplog.text
