"""Groups as the subject of a question: five kinds of things that people call "the group"."""

import re
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from bot.model import Question, Subject, SubjectKind
from bot.reading import Reading, Readings, Search, selected
from bot.readings.asker import MyOwnedGroups, MyRoleAssignments, MyRoles
from bot.readings.custom_roles import CustomRoles
from bot.readings.group import DeletedGroup, Group, GroupFlags, GroupUnits
from bot.subjects.kind import Candidate, Fit, Kind, Way, Words
from bot.subjects.spelling import GUID, MAIL, common_name, in_bin, literal, searchable, where, with_words
from bot.texts import Text, _

FIELDS = selected(GroupFlags)
SUFFIX = re.compile(r"(?:[- ](?:team|group|list)|(?:[- ]|(?<=\w\w\w))(?:gruppen?s?|teamet|holdet|listen))$", re.I)
"""What people append to a name without its being part of it: "marketinggruppen", "the Sales team" (but not "Steam")."""


class GroupSubject(Kind):
    """A group, a team or a distribution list."""

    kind = SubjectKind.GROUP
    of_roles = (GroupUnits,)
    itself = Group
    always = (Group, DeletedGroup, MyOwnedGroups, MyRoles, MyRoleAssignments, CustomRoles)
    gate = Group.scope
    words = Words(
        which=_("Which group is it about?"),
        field=_("The group's name or e-mail address"),
        find=_("Find the group"),
        which_of_these=_("Which group do you mean?"),
        several=lambda count, typed: _("{count} groups fit “{entity}”.", count=count, entity=typed),
        not_found=lambda typed: _("I can't find a group called “{entity}”.", entity=typed),
        hints=(
            _("Write its e-mail address instead: that finds a group whatever it is called."),
            _("Or there is none that you may see: hidden groups only show to their members."),
            _("Dynamic distribution lists live only in Exchange, where I can't see them."),
        ),
        gone=_("There is no such group any more, or none that you may see."),
        gone_advice=_("If it was deleted long ago, it can't be brought back. Otherwise ask one of its owners."),
    )

    def ways(self, typed: str) -> tuple[Way, ...]:
        """By id, by address, or by any of its names."""
        if GUID.fullmatch(typed):
            deleted = f"/directory/deletedItems/{typed.lower()}/graph.group"
            return (
                Way(by_id(f"/groups/{typed.lower()}"), Fit.NAMED),
                Way(by_id(deleted), Fit.NAMED, deleted=True),
            )
        if MAIL.fullmatch(typed):
            mail, proxy = literal(typed), literal(f"smtp:{typed}")
            return (
                Way(where("groups", FIELDS, f"mail eq {mail} or proxyAddresses/any(p:p eq {proxy})"), Fit.NAMED),
                Way(in_bin("graph.group", FIELDS, f"mail eq {mail}"), Fit.NAMED, deleted=True),
            )
        return by_name(common_name(typed))

    def candidate(self, hit: Mapping[str, Any], *, deleted: bool) -> Candidate | None:
        """A group, by its kind, where it comes from, and its address."""
        try:
            flags = GroupFlags.model_validate(hit)
        except ValidationError:
            return None
        subject = Subject(self.kind, flags.id, flags.display_name or flags.id)
        return Candidate(subject, described(flags, deleted=deleted), flags.mail or "", deleted)

    def name(self, readings: Readings) -> str | None:
        """As Graph has it now, also from the recycle bin."""
        match group_in(readings):
            case Group() | DeletedGroup() as group:
                return group.display_name
            case _:
                return None

    def describe(self, question: Question, readings: Readings) -> Text | None:
        """What kind of group it is, and whether the asker owns it."""
        match group_in(readings), readings.get(MyOwnedGroups):
            case ((DeletedGroup() as group), _):
                return _("{type} · deleted", type=group.type.words)
            case ((Group() as group), MyOwnedGroups() as owned) if owned.includes(group.id):
                return _("{type} · you are an owner", type=group.type.words)
            case ((Group() as group), _):
                return group.type.words
            case _:
                return None


def by_id(path: str) -> Search:
    """One object by its address."""
    return Search(f"{path}?$select={FIELDS}")


def by_name(typed: str) -> tuple[Way, ...]:
    """By name as typed, without what people append to it, by its beginning, by its words, and with a slip in it."""
    bare = SUFFIX.sub("", typed) or typed
    names = dict.fromkeys((typed, bare))
    words = searchable(bare)
    exact = " or ".join(f"displayName eq {literal(n)} or mailNickname eq {literal(n)}" for n in names)
    account = f"onPremisesSamAccountName eq {literal(typed)}"
    return (
        Way(where("groups", FIELDS, exact), Fit.ALSO_CALLED),
        Way(where("groups", FIELDS, account, eventual=True), Fit.ALSO_CALLED),
        Way(where("groups", FIELDS, f"startsWith(displayName,{literal(bare)})")),
        *((Way(with_words("groups", FIELDS, words), Fit.CONTAINS),) if words else ()),
        Way(where("groups", FIELDS, f"startsWith(displayName,{literal(bare[:3])})", top=100)),
        Way(in_bin("graph.group", FIELDS, f"startsWith(displayName,{literal(bare)})"), deleted=True),
    )


def described(flags: GroupFlags, *, deleted: bool) -> Text:
    """What kind of group it is, and where it comes from."""
    if deleted:
        return _("{type} · deleted", type=flags.type.words)
    if flags.on_premises_sync_enabled:
        return _("{type} · from Active Directory", type=flags.type.words)
    return _("{type} · from the cloud", type=flags.type.words)


def group_in(readings: Readings) -> Reading | None:
    """The group, alive or deleted."""
    found = (readings.get(Group), readings.get(DeletedGroup))
    return next((reading for reading in found if isinstance(reading, Reading)), None)
