"""How a remedy went is told as it is, and no better."""

from typing import Any

import pytest

from bot.remedy import Outcome
from bot.steps import Refused
from bot.texts import say
from cards.outcome.refusal import MESSAGES, plainly
from tests.cards import reports
from tests.cards.samples import (
    ASKING,
    ENGLISH,
    NOT_ALLOWED,
    RESTORING,
    TO_CLOUD,
    TO_DIRECTORY,
    performed,
)


def wired(card: Any) -> dict[str, Any]:
    return card(ENGLISH).wire()


def titles(card: dict[str, Any]) -> list[str]:
    return [action["title"] for block in card["body"] for action in block.get("actions", ())]


def test_undo_is_offered_for_what_was_done_and_can_be() -> None:
    assert titles(wired(performed(TO_CLOUD, Outcome.DONE))) == ["Undo", "Check again"]
    assert titles(wired(performed(RESTORING, Outcome.DONE))) == ["Check again"]
    assert titles(wired(performed(TO_CLOUD, Outcome.ACCEPTED))) == ["Check again"]


def test_what_comes_next_depends_on_the_remedy() -> None:
    assert "within about 30 minutes" in str(wired(performed(TO_DIRECTORY, Outcome.ACCEPTED)))
    assert "You'll hear from me when an owner answers." in str(wired(performed(ASKING, Outcome.ACCEPTED)))


def test_the_next_cause_is_named_once_this_one_is_gone() -> None:
    assert "You neither own" in str(wired(performed(TO_CLOUD, Outcome.DONE, reports.NOT_OWNER)))
    assert "One more thing" not in str(wired(performed(TO_CLOUD, Outcome.DONE, reports.NOTHING_STOPS)))


def test_a_refusal_says_who_could_and_keeps_microsofts_code() -> None:
    card = str(wired(performed(TO_CLOUD, Outcome.REFUSED, refused=NOT_ALLOWED)))
    assert "Hybrid Identity Administrator" in card
    assert "403 Authorization\\\\_RequestDenied" in card or "403 Authorization_RequestDenied" in card


@pytest.mark.parametrize(
    ("status", "message", "expected"),
    [
        (
            400,
            "Unable to update the specified properties for on-premises mastered Directory Sync objects or objects "
            "currently undergoing migration.",
            "still managed in Active Directory",
        ),
        (400, "Cannot Update a mail-enabled security groups and or distribution list.", "only be changed in Exchange"),
        (
            400,
            "Unable to update the specified properties for objects that have originated within an external service.",
            "only be changed in Exchange",
        ),
        (
            400,
            "One or more added object references already exist for the following modified properties: 'members'.",
            "It was so already",
        ),
        (
            400,
            "The group must have at least one owner, hence this owner cannot be removed.",
            "This is the last owner",
        ),
        (
            400,
            "Unable to delete the group because there is a product license assigned to the group. To delete this "
            "group, remove any product licenses first.",
            "Licences are assigned",
        ),
        (403, "Your tenant is not licensed for this feature.", "doesn't have the licence"),
        (403, "Insufficient privileges to complete the operation.", "This role may: Hybrid Identity Administrator."),
        (404, "Resource 'x' does not exist or one of its queried reference-property objects are not present.", "find"),
        (429, "Please retry again later.", "too busy"),
        (503, "", "too busy"),
        (418, "", "no reason I know"),
    ],
)
def test_graphs_own_words_become_plain(status: int, message: str, expected: str) -> None:
    assert expected in say(plainly(Refused(status, "x", message), TO_CLOUD), ENGLISH)


def test_nobody_reached_is_not_a_missing_group() -> None:
    assert "none of the owners" in say(plainly(Refused(404, "NobodyReached", ""), ASKING), ENGLISH)


def test_literals_are_compared_in_lower_case() -> None:
    assert all(literal == literal.lower() for literal, _text in MESSAGES)
