"""A choice said in words: pure, no company needed."""

from typing import Any

import pytest

from bot.conversation.meaning.choices import chosen
from bot.model import SubjectKind
from bot.subjects import SUBJECTS, Candidate


def candidate(id: str, *, deleted: bool = False, **flags: Any) -> Candidate:
    hit = {"id": id, "display_name": "Marketing", **flags}
    found = SUBJECTS[SubjectKind.GROUP].candidate(hit, deleted=deleted)
    assert found
    return found


TEAM = candidate(
    "team",
    mail="marketing@contoso.com",
    group_types=("Unified",),
    mail_enabled=True,
    resource_provisioning_options=("Team",),
)
SECURITY = candidate("security", security_enabled=True, on_premises_sync_enabled=True)
LIST = candidate("list", mail_enabled=True, mail="marketing-dk@contoso.com")
DELETED = candidate("deleted", security_enabled=True, deleted=True)
ALL = (TEAM, SECURITY, LIST, DELETED)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("the first", (TEAM,)),
        ("The second one please", (SECURITY,)),
        ("number 2", (SECURITY,)),
        ("nr. 3", (LIST,)),
        ("den anden", (SECURITY,)),
        ("den sidste", (DELETED,)),
        ("det første", (TEAM,)),
        ("the team", (TEAM,)),
        ("teamet, tak", (TEAM,)),
        ("no, the distribution list", (LIST,)),
        ("distributionslisten", (LIST,)),
        ("the security group", (SECURITY, DELETED)),
        ("sikkerhedsgruppen", (SECURITY, DELETED)),
        ("the one from AD", (SECURITY,)),
        ("den fra AD", (SECURITY,)),
        ("the security group from AD", (SECURITY,)),
        ("the deleted one", (DELETED,)),
        ("marketing-dk@contoso.com", (LIST,)),
        ("marketing-dk", (LIST,)),
        ("number 9", ()),
        ("why can't I edit the team?", ()),
        ("the printer", ()),
        ("the first time I tried it worked", ()),
        ("", ()),
    ],
)
def test_words_stand_for_a_group(text: str, meant: tuple[Candidate, ...]) -> None:
    assert chosen(text, ALL) == meant
