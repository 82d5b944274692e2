"""From readings to a report: what is read, in which order findings stand, and when nothing is wrong."""

from collections.abc import Iterable, Sequence

import pytest

from bot.diagnose import diagnose, judge, plan
from bot.diagnoses import catalogue, explaining
from bot.model import Finding, Report, Severity, Subject, SubjectKind, Symptom
from bot.ports import Hits
from bot.reading import GraphDown, Reading, Readings, Search, Unreadable
from bot.readings.asker import EligibleRoles, OwnedGroups
from bot.readings.group import DeletedGroup, Group, GroupUnits, Owners, SyncBehavior, Team
from bot.readings.tenant import DirectorySync
from bot.remedy import Write, WriteResult
from bot.roles import Role
from bot.rule import Diagnosis, explains
from bot.texts import Voice, _, say
from tests.readings import (
    ASKER_ID,
    GROUP_ID,
    active,
    asker,
    assigned,
    behavior,
    eligible,
    gap,
    group,
    owned,
    owners,
    question,
    sync,
    synced,
    team,
    units,
)

SYMPTOMS = (Symptom.GROUP_EDIT, Symptom.GROUP_MEMBERS, Symptom.GROUP_DELETE, Symptom.GROUP_SOURCE)


def everything(*changed: Reading | Unreadable) -> Readings:
    """All readings of a plain cloud group whose owner asks, some of them changed."""
    fine = (group(), asker(), owned(GROUP_ID), active(), assigned(), eligible(), owners("Ann"), units(), sync())
    absent = (gap(DeletedGroup, 404), gap(Team, 404), gap(SyncBehavior, 404))
    return {of(got): got for got in (*fine, *absent, *changed)}


def of(got: Reading | Unreadable) -> type[Reading]:
    return got.reading if isinstance(got, Unreadable) else type(got)


def report(readings: Readings, symptom: Symptom = Symptom.GROUP_EDIT) -> Report:
    return judge(question(symptom), explaining(symptom), readings)


def finding(severity: Severity) -> Finding:
    return Finding(severity=severity, title=_("t"), advice=_("a"), because=())


def rule_of(module: str, severity: Severity, *before: str) -> Diagnosis:
    """A diagnosis with an id of its own, which always speaks."""

    def rule() -> Finding | None:
        return finding(severity)

    rule.__module__ = f"anywhere.{module}"
    return explains(Symptom.GROUP_EDIT, checks=_("it"), before=before)(rule)


def needing_a_team(module: str) -> Diagnosis:
    def rule(team: Team) -> Finding | None:
        raise AssertionError("there is no team to call it with")

    rule.__module__ = f"anywhere.{module}"
    return explains(Symptom.GROUP_EDIT, checks=_("it"))(rule)


class Canned:
    """A `bot.ports.Graph` that has read everything already."""

    def __init__(self, readings: Readings | None) -> None:
        self.readings = readings
        self.asked: list[tuple[type[Reading], ...]] = []
        self.about: list[tuple[str, str]] = []

    async def read(self, wanted: Iterable[type[Reading]], subject: str, asker: str) -> Readings:
        self.asked.append(tuple(wanted))
        self.about.append((subject, asker))
        if self.readings is None:
            raise GraphDown
        return {reading: self.readings[reading] for reading in self.asked[-1]}

    async def search(self, searches: Sequence[Search]) -> Sequence[Hits | int]:
        raise AssertionError("a diagnosis doesn't search")

    async def write(self, change: Write) -> WriteResult:
        raise AssertionError("a diagnosis doesn't write")


async def test_everything_is_read_once_and_in_one_wave() -> None:
    graph = Canned(everything())
    answer = await diagnose(question(), graph)
    assert len(graph.asked) == 1
    assert len(set(graph.asked[0])) == len(graph.asked[0])
    assert graph.about == [(GROUP_ID, ASKER_ID)]
    assert answer.findings == {}


async def test_graph_being_down_is_not_an_answer() -> None:
    with pytest.raises(GraphDown):
        await diagnose(question(), Canned(None))


@pytest.mark.parametrize("symptom", SYMPTOMS)
def test_the_plan_holds_what_every_rule_needs(symptom: Symptom) -> None:
    planned = plan(explaining(symptom))
    for diagnosis in explaining(symptom):
        assert {need.reading for need in diagnosis.needs.values()} <= set(planned), diagnosis.id
    assert len(planned) <= 20  # what one batch holds


@pytest.mark.parametrize("symptom", SYMPTOMS)
def test_nothing_is_wrong_with_a_plain_group_of_ones_own(symptom: Symptom) -> None:
    answer = report(everything(), symptom)
    assert (answer.findings, answer.gaps, answer.vanished) == ({}, (), False)
    assert len(answer.clear) == len(explaining(symptom))
    assert answer.described is not None
    assert "owner" in say(answer.described, Voice())


@pytest.mark.parametrize("symptom", SYMPTOMS)
@pytest.mark.parametrize("unread", plan(catalogue().values()))
def test_what_was_not_read_is_never_called_well(symptom: Symptom, unread: type[Reading]) -> None:
    """Law 1: with one reading refused, a rule that could have spoken about it is not among those that are clear."""
    answer = report(everything(gap(unread)), symptom)
    must_read = [d for d in explaining(symptom) for n in d.needs.values() if n.reading is unread and not n.unreadable]
    assert [d.id for d in must_read if d.checks in answer.clear] == []
    assert not must_read or answer.gaps == (gap(unread),)
    assert answer.findings == {}


def test_causes_come_first_then_risks_then_notes() -> None:
    diagnoses = (
        rule_of("a", Severity.NOTE),
        rule_of("b", Severity.RISK),
        rule_of("c", Severity.CAUSE),
        rule_of("d", Severity.RISK),
    )
    assert list(judge(question(), diagnoses, everything()).findings) == ["c", "b", "d", "a"]


def test_of_several_causes_the_most_specific_comes_first() -> None:
    answer = report(
        everything(
            group(is_assignable_to_role=True, is_management_restricted=True),
            units(restricted=True),
            owned(),
            asker(user_type="Guest"),
        )
    )
    assert list(answer.findings) == ["group_in_restricted_unit", "asker_is_guest", "group_is_role_assignable"]


def test_who_outranks_whom_holds_for_every_symptom() -> None:
    for symptom in SYMPTOMS:
        order = [diagnosis.id for diagnosis in explaining(symptom)]
        assert sorted(order) == sorted(id for id, d in catalogue().items() if symptom in d.symptoms)
        for diagnosis in explaining(symptom):
            for outranked in diagnosis.before & set(order):
                assert order.index(diagnosis.id) < order.index(outranked)


def test_a_gap_that_several_rules_miss_is_shown_once() -> None:
    answer = judge(question(), (needing_a_team("a"), needing_a_team("b")), everything(gap(Team)))
    assert answer.gaps == (gap(Team),)
    assert answer.clear == ()


def test_gaps_stand_beside_findings() -> None:
    diagnoses = (needing_a_team("a"), rule_of("b", Severity.CAUSE))
    answer = judge(question(), diagnoses, everything(gap(Team)))
    assert (list(answer.findings), answer.gaps) == (["b"], (gap(Team),))


def test_a_group_that_is_not_there_is_no_gap() -> None:
    answer = report(everything(gap(Group, 404), gap(Owners, 404), gap(GroupUnits, 404), gap(SyncBehavior, 404)))
    assert answer.vanished
    assert Group not in {unread.reading for unread in answer.gaps}
    assert answer.described is None
    assert answer.question.subject.name == "Sales"


def test_a_group_that_may_not_be_read_is_a_gap_and_has_not_vanished() -> None:
    answer = report(everything(gap(Group, 403)))
    assert not answer.vanished
    assert answer.gaps == (gap(Group, 403),)
    assert _("whether Active Directory manages it") not in answer.clear


def test_a_deleted_group_has_not_vanished() -> None:
    deleted = DeletedGroup(id=GROUP_ID, display_name="Sales before")
    answer = report(everything(gap(Group, 404), deleted))
    assert list(answer.findings) == ["group_is_deleted"]
    assert not answer.vanished
    assert answer.question.subject == Subject(SubjectKind.GROUP, GROUP_ID, "Sales before")


def test_what_it_is_called_is_what_graph_says_now() -> None:
    assert report(everything(group(display_name="Sales EMEA"))).question.subject.name == "Sales EMEA"


def test_a_group_without_a_visible_name_keeps_the_one_it_was_asked_by() -> None:
    assert report(everything(group(display_name=None))).question.subject.name == "Sales"


def test_what_only_says_what_the_group_is_leaves_no_gap() -> None:
    """Who owns it doesn't matter to where its source is; without it, it is only described with fewer words."""
    answer = report(everything(gap(OwnedGroups)), Symptom.GROUP_SOURCE)
    assert answer.gaps == ()
    assert answer.described is not None


def test_a_symptom_nobody_explains_has_no_diagnoses() -> None:
    assert explaining(Symptom.PHOTO_STALE) == ()


def test_a_tenant_without_pim_has_nobody_waiting_for_a_role() -> None:
    answer = report(everything(gap(EligibleRoles, 400, "AadPremiumLicenseRequired"), owned()))
    assert list(answer.findings) == ["asker_cannot_manage_group"]
    assert answer.gaps == ()


def test_members_of_an_archived_team_can_be_changed() -> None:
    readings = everything(team(), Team(id=GROUP_ID, is_archived=True), active(Role.GLOBAL), behavior(cloud=True))
    assert report(readings).findings["team_is_archived"].severity is Severity.CAUSE
    members = report(readings, Symptom.GROUP_MEMBERS)
    assert members.findings["team_is_archived"].severity is Severity.NOTE


def test_the_sync_may_be_unreadable_and_the_group_still_on_premises() -> None:
    answer = report(everything(synced(), gap(DirectorySync)))
    assert list(answer.findings) == ["group_managed_on_premises"]
