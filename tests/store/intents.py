"""Intents to begin actions with."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from bot.model import Subject, SubjectKind
from bot.ports import Intent, Person
from bot.remedies.add_owner import AddOwner
from bot.store.nonces import new_nonce

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
ADA = "11111111-1111-4222-8333-444444444444"
GROUP = "99999999-1111-4222-8333-444444444444"
REMEDY = AddOwner(group_id=GROUP, group_name="Sales", user_id=ADA, user_name="Ada Lovelace", member_too=True)


def intent(**changes: Any) -> Intent:
    """Ada is about to make herself an owner, at noon, with a button nobody has pressed."""
    plain = Intent(
        at=NOON,
        person=Person("tenant", ADA, "Ada Lovelace"),
        conversation="a:1aZ",
        diagnosis="no_owner",
        remedy=REMEDY,
        subject=Subject(SubjectKind.GROUP, GROUP, "Sales"),
        nonce=new_nonce(),
    )
    return replace(plain, **changes)


class Noon:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.time = NOON

    def now(self) -> datetime:
        return self.time
