"""The language stays: a name or a number tells none."""

import pytest

from bot.cli.company import Running
from tests.company import Chatting

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def languages(chat: Chatting, *said: str) -> list[str]:
    return [str(((await chat.say(each)).card or {})["lang"]) for each in said]


async def test_an_english_speakers_danish_name_is_answered_in_english(company: Running) -> None:
    adele = Chatting(company, "adele@contoso.com", "en-GB")
    assert await languages(adele, "restore Kampagne 2025", "Salg Danmark", "2") == ["en", "en", "en"]


async def test_the_conversations_language_stays_whatever_the_client_speaks(company: Running) -> None:
    lee = Chatting(company, "lee@contoso.com", "en-GB")
    assert await languages(lee, "hvorfor kan jeg ikke redigere Marketing?", "2") == ["da", "da"]
    soren = Chatting(company, "soren@contoso.com", "da-DK")
    assert await languages(soren, "why can't I edit Marketing?", "2", "Sales") == ["en", "en", "en"]


async def test_a_new_language_is_taken_up(company: Running) -> None:
    adele = Chatting(company, "adele@contoso.com", "en-GB")
    assert await languages(adele, "why can't I edit Sales?", "hvorfor kan jeg ikke redigere Sales?") == ["en", "da"]
