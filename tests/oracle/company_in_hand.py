"""A company whose writes can be tried and taken back."""

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass, fields
from typing import Any, cast

from bot.sandbox.company import Company
from bot.sandbox.graph.call import Server
from bot.sandbox.graph.caller import Caller
from bot.sandbox.graph.dispatch import serve
from bot.sandbox.issuer import Issuer
from bot.sandbox.odata.errors import GraphError
from bot.sandbox.world import World, awaken
from bot.steps import Write
from tests.oracle.in_process import asked, server_of

WRITING = frozenset(
    {
        "Group.ReadWrite.All",
        "GroupMember.ReadWrite.All",
        "LicenseAssignment.ReadWrite.All",
        "RoleManagement.ReadWrite.Directory",
        "User.Read",
        "Directory.Read.All",
    }
)
"""What a client that may do everything in the person's name has been given: only the person's own rights are left."""


@dataclass
class CompanyInHand:
    """`reading` is never written to; `writing` is put back as it was after every try."""

    company: Company
    reading: World
    read_server: Server
    writing: World
    write_server: Server
    before: Mapping[str, Any]

    @classmethod
    def of(cls, company: Company) -> "CompanyInHand":
        """Two worlds of one company, alike at the start."""
        issuer = Issuer()
        reading, writing = awaken(company), awaken(company)
        return cls(company, reading, server_of(reading, issuer), writing, server_of(writing, issuer), kept(writing))

    def reader(self, person: str) -> Caller:
        """The person as the bot reads for them: with the permissions the company's administrator has granted."""
        return Caller(person, scopes=frozenset(self.reading.admin_consent | {"User.Read", "User.ReadBasic.All"}))

    def status(self, person: str, change: Write) -> int:
        """What Graph answers to this change by this person; nothing of it stays."""
        return self.statuses(person, [change])[0]

    def statuses(self, person: str, steps: Sequence[Write], scopes: frozenset[str] = WRITING) -> list[int]:
        """What Graph answers to these changes, one after another, by this person; nothing of them stays."""
        try:
            return [self._changed(Caller(person, scopes=scopes), step) for step in steps]
        finally:
            put_back(self.writing, self.before)

    def _changed(self, caller: Caller, step: Write) -> int:
        try:
            request = asked(step.method, step.version, step.url, step.body)
            return serve(self.write_server, caller, request).status
        except GraphError as refused:
            return refused.status


def kept(world: World) -> dict[str, Any]:
    """Everything of a world that a write can change; writes replace values, they don't change them."""
    return {
        field.name: held(getattr(world, field.name))
        for field in fields(world)
        if field.name not in {"company", "clock"}
    }


def held(value: Any) -> Any:
    """A copy that a write can't reach: of lists in a dictionary too."""
    if isinstance(value, dict):
        entries = cast("dict[str, object]", value)
        return {key: copy(cast("object", each)) if isinstance(each, list) else each for key, each in entries.items()}
    return copy(value)


def put_back(world: World, before: Mapping[str, Any]) -> None:
    """The world as it was."""
    for name, value in before.items():
        setattr(world, name, held(value))
