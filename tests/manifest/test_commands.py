"""Whatever Teams suggests, the bot understands, in either language whatever the client's language is."""

import pytest

from bot.conversation.hear import SURE
from bot.diagnoses import explaining
from bot.model import Symptom
from bot.packaging.filled import fill
from bot.understand import understand

FILLED = fill("aaaaaaaa-1111-4222-8333-444444444444", "https://bot.contoso.com", "1.2.3")
COMMANDS = {
    f"bots[0].commandLists[{i}].commands[{j}]": (suggested.scopes, command)
    for i, suggested in enumerate(FILLED.manifest.bots[0].command_lists)
    for j, command in enumerate(suggested.commands)
}
ANSWERED_AT_ONCE = {Symptom.HELP, Symptom.ACCOUNT}


@pytest.mark.parametrize("locale", ["en-US", "da-DK"])
@pytest.mark.parametrize("place", COMMANDS)
def test_both_titles_mean_the_same(place: str, locale: str) -> None:
    english = understand(COMMANDS[place][1].title, locale)
    danish = understand(FILLED.translation[f"{place}.title"], locale)
    assert (english.language, danish.language) == ("en", "da")
    assert (english.symptom, english.about) == (danish.symptom, danish.about)
    assert min(english.confidence, danish.confidence) > SURE


@pytest.mark.parametrize("place", COMMANDS)
def test_nothing_is_suggested_that_has_no_answer(place: str) -> None:
    symptom = understand(COMMANDS[place][1].title).symptom
    assert symptom in ANSWERED_AT_ONCE or explaining(symptom)


@pytest.mark.parametrize("place", COMMANDS)
def test_this_group_is_only_spoken_of_where_there_is_one(place: str) -> None:
    scopes, command = COMMANDS[place]
    assert understand(command.title).about != "this" or scopes == ("team",)


@pytest.mark.parametrize("key", sorted(FILLED.translation.keys() - {"$schema", "name.short"}))
def test_nothing_is_left_in_english(key: str) -> None:
    place, _, part = key.rpartition(".")
    english = COMMANDS[place][1] if place in COMMANDS else getattr(FILLED.manifest, place)
    assert FILLED.translation[key] != getattr(english, part)
