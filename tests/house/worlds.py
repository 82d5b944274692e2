"""What every reading may turn out to be, so that a rule can be asked about all of it."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from bot.model import Question, Symptom
from bot.reading import Reading, Readings, Unreadable
from bot.readings.asker import ActiveRoles, Asker, EligibleRoles, OwnedGroups, RoleAssignments
from bot.readings.group import DeletedGroup, Group, GroupUnits, Owners, SyncBehavior, Team
from bot.readings.tenant import DirectorySync
from bot.roles import Role
from bot.rule import Diagnosis
from tests import readings as r

Got = Reading | Unreadable

UNIT = f"/administrativeUnits/{r.UNIT_ID}"
VALUES: Mapping[type[Reading], Sequence[Reading]] = {
    ActiveRoles: (r.active(), r.active(Role.GROUPS), r.active(Role.GLOBAL), r.active(Role.HYBRID_IDENTITY)),
    Asker: (r.asker(), r.asker(user_type="Guest")),
    DeletedGroup: (DeletedGroup(id=r.GROUP_ID, display_name="Sales", deleted_date_time=r.WHEN),),
    DirectorySync: (r.sync(), r.sync(enabled=None), DirectorySync(value=())),
    EligibleRoles: (r.eligible(), r.eligible(Role.GROUPS), r.eligible(Role.GROUPS, scope=UNIT)),
    Group: (
        r.group(),
        r.microsoft_365(),
        r.team(),
        r.distribution_list(),
        r.synced(),
        r.synced(on_premises_sync_enabled=False),
        r.synced(on_premises_sync_enabled=None),
        r.group(is_management_restricted=True),
        r.group(is_assignable_to_role=True),
        r.group(is_management_restricted=True, is_assignable_to_role=True),
        r.group(group_types=("DynamicMembership",), membership_rule="user.department -eq 'Sales'"),
    ),
    GroupUnits: (r.units(), r.units(restricted=False), r.units(restricted=True)),
    OwnedGroups: (r.owned(), r.owned(r.GROUP_ID)),
    Owners: (r.owners(), r.owners("Adele")),
    RoleAssignments: (r.assigned(), r.assigned(Role.GROUPS), r.assigned(Role.GROUPS, scope=UNIT)),
    SyncBehavior: (r.behavior(cloud=True), r.behavior(cloud=False)),
    Team: (Team(id=r.GROUP_ID, is_archived=False), Team(id=r.GROUP_ID, is_archived=True)),
}
"""Reading → values that lead to different verdicts. A reading that a rule asks for and that isn't here fails a test."""

NOT_READ = ((403, "Authorization_RequestDenied"), (503, "ServiceUnavailable"), (0, ""))
"""Statuses and codes with which Graph keeps a reading to itself."""


def possible(diagnosis: Diagnosis, parameter: str) -> Sequence[Got]:
    """Everything a parameter may be given: values, and "there is none" where that is an answer."""
    need = diagnosis.needs[parameter]
    absent = (Unreadable(need.reading, 404, "Request_ResourceNotFound"),) if need.absent else ()
    return (*VALUES[need.reading], *absent)


def worlds(diagnosis: Diagnosis, *, but: str = "") -> Iterator[tuple[Question, Readings]]:
    """Every question and everything Graph may answer, without what parameter `but` asks for."""
    parameters = [name for name in diagnosis.needs if name != but]
    questions = [r.question(symptom) for symptom in Symptom if symptom in diagnosis.symptoms]
    for question, got in product(questions, product(*(possible(diagnosis, name) for name in parameters))):
        yield question, {diagnosis.needs[name].reading: one for name, one in zip(parameters, got, strict=True)}
