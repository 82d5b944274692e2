"""What a pasted error says, and that it is never taken for a name."""

import pytest

from bot.model import Symptom
from bot.understand import understand
from bot.understand.asked.clues import expressions

CASES = (
    (
        "Unable to update the specified properties for on-premises mastered Directory Sync objects",
        "error_on_premises_mastered",
    ),
    ("Cannot Update a mail-enabled security groups and or distribution list.", "error_exchange_mastered"),
    (
        "Unable to update the specified properties for objects that have originated within an external service.",
        "error_exchange_mastered",
    ),
    ("Authorization_RequestDenied", "error_insufficient_privileges"),
    ("Insufficient privileges to complete the operation.", "error_insufficient_privileges"),
    ("I get a 403 when I edit Sales", "error_insufficient_privileges"),
    ("Unable to delete the group because there is a product license assigned to the group", "error_licensed_group"),
    ("deleting Licens Visio fails with error 113", "error_licensed_group"),
    ("sletningen fejler med fejl 113", "error_licensed_group"),
    (
        "One or more added object references already exist for the following modified properties: 'members'.",
        "error_already_member",
    ),
    ("can't leave, you're the last owner", "error_last_owner"),
    ("jeg er sidste ejer og kan ikke melde mig ud", "error_last_owner"),
    ("(BadRequest) ErrorCode: Request_BadRequest", "error_bad_request"),
    ("AttributeValueMustBeUnique proxyAddresses", "error_duplicate_address"),
    ("CountViolation on the group", "error_license_count"),
    ("ImageNotFound", "error_photo_missing"),
)


@pytest.mark.parametrize(("text", "clue"), CASES)
def test_the_clue_is_read(text: str, clue: str) -> None:
    assert clue in understand(text).clues


@pytest.mark.parametrize(
    "text", ["why can't I edit Sales?", "who owns Room 403?", "hvorfor kan jeg ikke slette gruppen"]
)
def test_a_question_without_an_error_has_no_clue(text: str) -> None:
    assert understand(text).clues == ()


def test_an_error_beside_a_name_leaves_the_name() -> None:
    heard = understand('I get "Insufficient privileges to complete the operation." when I add Lee to Marketing DK')
    assert (heard.symptom, heard.entity, heard.other) == (Symptom.GROUP_MEMBERS, "Marketing DK", "Lee")


def test_every_clue_has_a_plain_name() -> None:
    assert all(clue.startswith("error_") and clue.isascii() and clue == clue.lower() for clue in expressions())
