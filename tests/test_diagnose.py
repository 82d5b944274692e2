"""From readings to a report: what is read, in which order findings stand, and when nothing is wrong."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.diagnose import MOST_OF_EACH, diagnose, diagnose_all, judge, plan
from bot.diagnoses import catalogue, explaining
from bot.model import Finding, Operation, Question, Report, Severity, Subject, SubjectKind, Symptom
from bot.ports import Hits
from bot.reading import INCOMPLETE, GraphDown, Ids, Plan, Reading, Readings, Search, Unreadable
from bot.readings.asker import MyOwnedGroups, MyRoles
from bot.readings.group import DeletedGroup, Group, GroupUnits, Owners, SyncBehavior, Team
from bot.readings.licenses import CloudLicenses
from bot.readings.person import Account, EligibleRoles, GroupEligibleRoles, ObjectId, RoleGroups
from bot.readings.tenant import DirectorySync
from bot.readings.user import Photo, User
from bot.roles import Role
from bot.rule import NOT_APPLICABLE, Diagnosis, Verdict, explains
from bot.steps import Write, WriteResult
from bot.texts import _
from tests.readings import (
    ASKER_ID,
    GROUP_ID,
    IN_UNIT,
    LEE,
    VISIO,
    about_lee,
    account,
    active,
    assigned,
    behavior,
    distribution_list,
    dynamic,
    eligible,
    english,
    everything,
    gap,
    group,
    licenses,
    microsoft_365,
    my_assigned,
    my_roles,
    not_there,
    of_tenant,
    of_user,
    owned,
    owner,
    owners,
    question,
    sync,
    synced,
    team,
    units,
)

CHANGES = (Symptom.GROUP_EDIT, Symptom.GROUP_MEMBERS, Symptom.GROUP_DELETE, Symptom.GROUP_SOURCE)
EXPLAINED = [symptom for symptom in Symptom if explaining(symptom)]


def report(readings: Readings, of: Question | Symptom = Symptom.GROUP_EDIT) -> Report:
    asked = of if isinstance(of, Question) else question(of)
    return judge(asked, explaining(asked.symptom, asked.operation), readings)


def finding(severity: Severity) -> Finding:
    return Finding(severity=severity, title=_("t"), advice=_("a"), because=())


def named(
    id: str, verdict: Verdict, *, unless: tuple[str, ...] = (), causes: tuple[Symptom, ...] | None = None
) -> Diagnosis:
    """A diagnosis with an id of its own, which always says this."""

    def rule() -> Verdict:
        return verdict

    rule.__module__ = f"anywhere.{id}"
    return explains(Symptom.GROUP_EDIT, checks=_("it"), unless=unless, causes=causes)(rule)


def needing_a_team(id: str, causes: tuple[Symptom, ...] | None = None) -> Diagnosis:
    def rule(team: Team) -> Verdict:
        raise AssertionError("there is no team to call it with")

    rule.__module__ = f"anywhere.{id}"
    return explains(Symptom.GROUP_EDIT, checks=_("it"), causes=causes)(rule)


class Canned:
    """A `bot.ports.Graph` that has read everything already."""

    def __init__(self, readings: Readings | None) -> None:
        self.readings = readings
        self.asked: list[list[Plan]] = []

    async def read(self, plans: Sequence[Plan]) -> Sequence[Readings]:
        self.asked.append([*plans])
        if self.readings is None:
            raise GraphDown
        return [{reading: self.readings[reading] for reading in each.wanted} for each in plans]

    async def search(self, searches: Sequence[Search]) -> Sequence[Hits | int]:
        raise AssertionError("a diagnosis doesn't search")

    async def write(self, change: Write) -> WriteResult:
        raise AssertionError("a diagnosis doesn't write")


async def test_everything_is_read_once_and_in_one_wave() -> None:
    graph = Canned(everything())
    answer = await diagnose(question(), graph)
    ((asked,),) = graph.asked
    assert len(set(asked.wanted)) == len(asked.wanted)
    assert asked.ids == Ids(GROUP_ID, ASKER_ID, ASKER_ID)
    assert answer.findings == {}


async def test_graph_being_down_is_not_an_answer() -> None:
    with pytest.raises(GraphDown):
        await diagnose(question(), Canned(None))


async def test_two_questions_are_read_in_one_wave() -> None:
    graph = Canned(everything())
    both = await diagnose_all((question(), of_user()), graph)
    (wave,) = graph.asked
    assert [each.ids.subject for each in wave] == [GROUP_ID, LEE]
    assert [each.question.subject.name for each in both] == ["Sales", "Lee Gu"]


async def test_no_question_needs_no_graph() -> None:
    assert await diagnose_all((), Canned(everything())) == ()


def role_groups(count: int) -> RoleGroups:
    return RoleGroups(value=tuple(ObjectId(id=f"group {number}") for number in range(count)))


async def test_a_second_wave_goes_out_only_when_the_listing_has_something_in_it() -> None:
    waiting = GroupEligibleRoles(value=eligible(Role.GROUPS).value)
    graph = Canned({**everything(owned(), owners(), role_groups(2)), GroupEligibleRoles: waiting})
    answer = await diagnose(about_lee(), graph)
    first, second = graph.asked
    assert len(first) == 1
    assert [each.ids.subject for each in second] == ["group 0", "group 1"]
    assert {each.wanted for each in second} == {(GroupEligibleRoles,)}
    assert next(iter(answer.findings)) == "asker_role_not_active"


async def test_a_second_wave_is_bounded_and_what_is_left_out_is_a_gap() -> None:
    none = GroupEligibleRoles(value=())
    graph = Canned({**everything(owned(), owners(), role_groups(MOST_OF_EACH + 1)), GroupEligibleRoles: none})
    answer = await diagnose(about_lee(), graph)
    assert len(graph.asked[1]) == MOST_OF_EACH
    assert Unreadable(RoleGroups, 200, INCOMPLETE) in answer.gaps


async def test_the_gaps_of_a_second_wave_are_gaps_of_the_answer() -> None:
    graph = Canned({**everything(owned(), owners(), role_groups(1)), GroupEligibleRoles: gap(GroupEligibleRoles)})
    assert gap(GroupEligibleRoles) in (await diagnose(about_lee(), graph)).gaps


async def test_a_listing_that_was_refused_has_no_second_wave() -> None:
    graph = Canned(everything(owned(), owners(), gap(RoleGroups)))
    answer = await diagnose(about_lee(), graph)
    assert len(graph.asked) == 1
    assert gap(RoleGroups) in answer.gaps


async def test_two_questions_share_a_second_wave() -> None:
    none = GroupEligibleRoles(value=())
    graph = Canned({**everything(owned(), owners(), role_groups(1)), GroupEligibleRoles: none})
    await diagnose_all((about_lee(), about_lee(Symptom.GROUP_DELETE)), graph)
    assert [len(wave) for wave in graph.asked] == [2, 2]


@pytest.mark.parametrize("symptom", EXPLAINED)
def test_the_plan_holds_what_every_rule_needs(symptom: Symptom) -> None:
    planned = plan(question(symptom), explaining(symptom))
    for diagnosis in explaining(symptom):
        assert {need.reading for need in diagnosis.needs.values()} <= set(planned), diagnosis.id
    assert len(planned) <= 20  # what one batch holds


def test_whose_rights_are_asked_about_is_read_by_name() -> None:
    assert Account in plan(replace(of_user(), person=LEE), ())
    assert Account not in plan(of_user(), ())


@pytest.mark.parametrize("symptom", CHANGES)
def test_nothing_is_wrong_with_a_plain_group_of_ones_own(symptom: Symptom) -> None:
    answer = report(everything(), symptom)
    assert (answer.findings, answer.gaps, answer.unseen, answer.vanished) == ({}, (), (), False)
    assert answer.all_clear
    assert answer.clear.keys() | answer.not_applicable == {each.id for each in explaining(symptom)}
    assert answer.described is not None
    assert english(answer.described) == "Security group · you are an owner"


def test_no_tick_for_what_is_none_of_this_groups_business() -> None:
    answer = report(everything())
    assert {"team_is_archived", "group_is_role_assignable", "asker_is_guest"} <= answer.not_applicable
    assert not answer.not_applicable & answer.clear.keys()


@pytest.mark.parametrize("symptom", EXPLAINED)
@pytest.mark.parametrize("unread", dict.fromkeys(n.reading for d in catalogue().values() for n in d.needs.values()))
def test_what_was_not_read_is_never_called_well(symptom: Symptom, unread: type[Reading]) -> None:
    """Law 1: with one reading refused, a rule that has to have it is not among those that are clear."""
    answer = report(everything(gap(unread)), symptom)
    causes = {id for id, found in answer.findings.items() if found.severity is Severity.CAUSE}
    asked = [each for each in explaining(symptom) if causes.isdisjoint(each.unless)]  # the others are moot
    must_read = [d for d in asked for n in d.needs.values() if n.reading is unread and not n.unreadable]
    assert [d.id for d in must_read if d.id in answer.clear] == []
    bears = any(d.may_cause(symptom) for d in must_read)
    assert not bears or (gap(unread) in answer.gaps and not answer.all_clear)
    assert not must_read or gap(unread) in (*answer.gaps, *answer.unseen)


def test_causes_come_first_then_risks_then_notes() -> None:
    diagnoses = (
        named("a", finding(Severity.NOTE)),
        named("b", finding(Severity.RISK)),
        named("c", finding(Severity.CAUSE)),
        named("d", finding(Severity.RISK)),
    )
    assert list(judge(question(), diagnoses, everything()).findings) == ["c", "b", "d", "a"]


def test_a_cause_makes_moot_what_says_so_and_moot_is_neither_clear_nor_not_applicable() -> None:
    diagnoses = (named("a", finding(Severity.CAUSE)), named("b", None, unless=("a",)), named("c", None))
    answer = judge(question(), diagnoses, everything())
    assert (list(answer.findings), list(answer.clear), answer.not_applicable) == (["a"], ["c"], frozenset())
    assert not answer.silent("b")


@pytest.mark.parametrize("verdict", [finding(Severity.RISK), finding(Severity.NOTE), None, NOT_APPLICABLE])
def test_only_a_cause_makes_moot(verdict: Verdict) -> None:
    answer = judge(question(), (named("a", verdict), named("b", None, unless=("a",))), everything())
    assert "b" in answer.clear


def test_a_moot_diagnosis_leaves_no_gap() -> None:
    lacking = named("b", gap(Team), unless=("a",))
    assert judge(question(), (named("a", finding(Severity.CAUSE)), lacking), everything()).gaps == ()


def test_worked_means_looked_and_silent() -> None:
    diagnoses = (
        named("a", None),
        named("b", NOT_APPLICABLE),
        named("c", gap(Team)),
        named("d", finding(Severity.NOTE)),
    )
    answer = judge(question(), diagnoses, everything())
    assert [answer.silent(id) for id in ("a", "b", "c", "d", "never asked")] == [True, True, False, False, False]


def test_a_gap_that_can_only_tell_of_a_risk_does_not_keep_from_saying_all_clear() -> None:
    risk_only = needing_a_team("a", causes=())
    answer = judge(question(), (risk_only,), everything(gap(Team)))
    assert (answer.gaps, answer.unseen, answer.all_clear) == ((), (gap(Team),), True)
    both = judge(question(), (risk_only, needing_a_team("b")), everything(gap(Team)))
    assert (both.gaps, both.unseen, both.all_clear) == ((gap(Team),), (), False)


@pytest.mark.parametrize(("severity", "clear"), [(Severity.CAUSE, False), (Severity.RISK, True), (Severity.NOTE, True)])
def test_all_clear_means_no_cause_no_gap_and_something_there(severity: Severity, clear: bool) -> None:
    assert judge(question(), (named("a", finding(severity)),), everything()).all_clear is clear
    assert not judge(question(), (), everything(not_there(Group))).all_clear


def test_who_outranks_whom_holds_for_every_symptom() -> None:
    for symptom in Symptom:
        order = [diagnosis.id for diagnosis in explaining(symptom)]
        assert sorted(order) == sorted(
            id for id, d in catalogue().items() if symptom in d.symptoms and None in d.operations
        )
        for diagnosis in explaining(symptom):
            assert all(order.index(diagnosis.id) < order.index(each) for each in diagnosis.before & set(order))
            assert all(order.index(diagnosis.id) > order.index(each) for each in diagnosis.unless & set(order))


def test_what_is_wanted_decides_who_has_a_say() -> None:
    def asked(operation: Operation | None) -> set[str]:
        return {each.id for each in explaining(Symptom.GROUP_MEMBERS, operation)}

    assert "group_policy_blocks" in asked(Operation.ADD_GUEST) - asked(Operation.ADD_MEMBER)
    assert "last_owner_stays" in asked(Operation.REMOVE_OWNER) - asked(Operation.ADD_OWNER)
    assert "membership_is_dynamic" in asked(Operation.REMOVE_MEMBER) - asked(Operation.ADD_OWNER)
    assert "asker_cannot_manage_group" in asked(Operation.REMOVE_MEMBER) - asked(Operation.LEAVE)


def test_gaps_stand_beside_findings() -> None:
    diagnoses = (needing_a_team("a"), named("b", finding(Severity.CAUSE)))
    answer = judge(question(), diagnoses, everything(gap(Team)))
    assert (list(answer.findings), answer.gaps) == (["b"], (gap(Team),))


def test_a_group_that_is_not_there_is_no_gap() -> None:
    answer = report(everything(*map(not_there, (Group, Owners, GroupUnits, SyncBehavior))))
    assert answer.vanished
    assert Group not in {unread.reading for unread in answer.gaps}
    assert answer.described is None
    assert answer.question.subject.name == "Sales"


def test_a_group_that_may_not_be_read_is_a_gap_and_has_not_vanished() -> None:
    answer = report(everything(gap(Group, 403)))
    assert not answer.vanished
    assert answer.gaps == (gap(Group, 403),)
    assert "group_managed_on_premises" not in answer.clear


def test_a_deleted_group_has_not_vanished() -> None:
    deleted = DeletedGroup(id=GROUP_ID, display_name="Sales before")
    answer = report(everything(not_there(Group), deleted))
    assert list(answer.findings) == ["group_is_deleted"]
    assert not answer.vanished
    assert answer.question.subject == Subject(SubjectKind.GROUP, GROUP_ID, "Sales before")


def test_a_person_who_is_gone_has_vanished_and_one_in_the_bin_has_a_name() -> None:
    answer = report(everything(*map(not_there, (User, Photo))), of_user())
    assert (answer.vanished, answer.findings) == (True, {})


def test_what_it_is_called_is_what_graph_says_now() -> None:
    assert report(everything(group(display_name="Sales EMEA"))).question.subject.name == "Sales EMEA"
    assert report(everything(), of_tenant()).question.subject.name == "Contoso"


def test_a_group_without_a_visible_name_keeps_the_one_it_was_asked_by() -> None:
    assert report(everything(group(display_name=None))).question.subject.name == "Sales"


def test_the_person_is_named_where_it_is_not_the_asker() -> None:
    assert report(everything()).person == ""
    assert report(everything(account(id=LEE)), about_lee()).person == "Lee Gu"
    assert report(everything(gap(Account)), about_lee()).person == LEE


def test_what_only_says_what_the_group_is_leaves_no_gap() -> None:
    """Who owns it doesn't matter to where its source is; without it, it is only described with fewer words."""
    answer = report(everything(gap(MyOwnedGroups)), Symptom.GROUP_SOURCE)
    assert answer.gaps == ()
    assert answer.described is not None
    assert english(answer.described) == "Security group"


def test_a_symptom_nobody_explains_has_no_diagnoses() -> None:
    assert explaining(Symptom.HISTORY) == ()


def test_a_tenant_without_pim_has_nobody_waiting_for_a_role() -> None:
    answer = report(everything(gap(EligibleRoles, 400, "AadPremiumLicenseRequired"), owned()))
    assert list(answer.findings) == ["asker_cannot_manage_group"]
    assert answer.gaps == ()


# The order in which causes stand, and what makes what moot: issue 7, §2.


def found(*changed: Reading | Unreadable, of: Question | Symptom = Symptom.GROUP_MEMBERS) -> list[str]:
    return list(report(everything(*changed), of).findings)


def test_active_directory_first_and_the_restricted_unit_after_it() -> None:
    both = synced(is_management_restricted=True)
    assert found(both, units(restricted=True)) == ["group_managed_on_premises", "group_in_restricted_unit"]


def test_a_rule_before_the_restricted_unit_for_members_only() -> None:
    both = dynamic(is_management_restricted=True)
    assert found(both, units(restricted=True)) == ["membership_is_dynamic", "group_in_restricted_unit"]
    assert found(both, units(restricted=True), of=Symptom.GROUP_EDIT) == ["group_in_restricted_unit"]


def test_nobody_to_ask_who_cannot_help_a_guest_with_a_dynamic_group() -> None:
    assert found(dynamic(), owned(), account(user_type="Guest")) == ["membership_is_dynamic"]
    assert found(synced(), owned(), account(user_type="Guest")) == ["group_managed_on_premises"]


def test_of_several_causes_the_most_specific_comes_first_and_the_rest_is_moot() -> None:
    both = group(is_assignable_to_role=True, is_management_restricted=True)
    changed = (both, units(restricted=True), owned(), account(user_type="Guest"))
    assert found(*changed) == ["group_in_restricted_unit", "group_is_role_assignable"]


def test_the_licence_first_then_whoever_may_delete() -> None:
    answer = report(everything(licenses(VISIO), owned()), Symptom.GROUP_DELETE)
    assert list(answer.findings) == ["group_holds_licenses", "asker_cannot_manage_group"]
    in_ad = report(everything(licenses(VISIO), synced()), Symptom.GROUP_DELETE)
    assert list(in_ad.findings) == ["group_holds_licenses", "group_managed_on_premises"]


def test_nothing_stops_you_from_deleting_only_when_both_stores_were_seen() -> None:
    answer = report(everything(gap(CloudLicenses)), Symptom.GROUP_DELETE)
    assert (answer.all_clear, answer.gaps) == (False, (gap(CloudLicenses),))


@pytest.mark.parametrize("role", [Role.DIRECTORY_WRITERS, Role.IDENTITY_GOVERNANCE])
def test_writers_change_members_but_do_not_delete(role: Role) -> None:
    readings = everything(owned(), owners(), active(role))
    assert report(readings, Symptom.GROUP_MEMBERS).all_clear
    assert report(readings, Symptom.GROUP_DELETE).cause


def test_leaving_needs_no_ownership() -> None:
    answer = report(everything(owned(), owners()), question(Symptom.GROUP_MEMBERS, Operation.LEAVE))
    assert answer.all_clear


def test_a_group_in_transition_is_a_cause_and_no_all_clear() -> None:
    answer = report(everything(synced(), behavior(cloud=True)))
    assert list(answer.findings) == ["group_managed_on_premises"]
    assert not answer.all_clear


def test_a_converted_group_whose_organisation_hides_its_switch_is_no_cause() -> None:
    answer = report(everything(synced(on_premises_sync_enabled=None), sync(enabled=None)), Symptom.GROUP_SOURCE)
    assert answer.findings == {}
    assert answer.gaps == (Unreadable(DirectorySync, 200, "NotVisible"),)


def test_eligible_in_the_very_restricted_unit_is_told_both() -> None:
    changed = (group(is_management_restricted=True), units(restricted=True), eligible(Role.GROUPS, scope=IN_UNIT))
    assert found(*changed) == ["group_in_restricted_unit", "asker_role_not_active"]


def test_a_sleeping_role_leaves_nothing_to_ask_an_owner() -> None:
    answer = report(everything(owned(), eligible(Role.GROUPS)))
    assert list(answer.findings) == ["asker_role_not_active"]
    assert answer.cause
    assert answer.cause.page


def test_a_role_through_a_group_scoped_to_a_unit_is_a_role() -> None:
    readings = everything(owned(), owners(), assigned(Role.GROUPS, scope=IN_UNIT), units(restricted=False))
    assert report(readings).all_clear


def test_an_administrator_is_told_the_likelier_reason_though_nothing_is_refused() -> None:
    answer = report(everything(microsoft_365(), owned(), owners(), active(Role.GLOBAL)))
    assert answer.all_clear
    assert answer.findings["asker_cannot_manage_group"].leads


def test_a_mail_group_that_was_moved_to_the_cloud_is_one_story() -> None:
    moved = distribution_list(**synced().model_dump(include={"on_premises_sam_account_name"}))
    assert found(moved, behavior(cloud=True), of=Symptom.GROUP_SOURCE) == ["group_managed_in_exchange"]


def test_whether_a_failed_rule_follows_is_answered_once() -> None:
    from_ad = synced(group_types=("DynamicMembership",))
    assert found(from_ad, of=Symptom.GROUP_SYNC) == []


def test_members_of_an_archived_team_can_be_changed() -> None:
    readings = everything(team(), Team(id=GROUP_ID, is_archived=True), behavior(cloud=True))
    assert report(readings).findings["team_is_archived"].severity is Severity.CAUSE
    members = report(readings, Symptom.GROUP_MEMBERS)
    assert members.findings["team_is_archived"].severity is Severity.NOTE
    assert members.all_clear


def test_the_sync_may_be_unreadable_and_the_group_still_on_premises() -> None:
    answer = report(everything(synced(), gap(DirectorySync)))
    assert list(answer.findings) == ["group_managed_on_premises"]


# A button is for who may press it.


def offered(answer: Report, id: str) -> tuple[list[str], list[str]]:
    each = answer.findings[id]
    return [r.id() for r in each.remedies], [r.id() for r in each.hand_off]


def test_whoever_has_no_role_to_move_it_gets_words_for_it_instead() -> None:
    here = "group_managed_on_premises"
    assert offered(report(everything(synced())), here) == ([], ["move_group_to_cloud"])
    hybrid = my_roles(Role.HYBRID_IDENTITY)
    assert offered(report(everything(synced(), hybrid)), here) == (["move_group_to_cloud"], [])


def test_what_is_not_known_graph_will_say() -> None:
    here = "group_managed_on_premises"
    assert offered(report(everything(synced(), gap(MyRoles))), here) == (["move_group_to_cloud"], [])


def test_it_is_the_askers_role_that_presses_not_the_persons() -> None:
    here = "group_managed_on_premises"
    theirs = report(everything(synced(), active(Role.GLOBAL)), about_lee())
    assert offered(theirs, here) == ([], ["move_group_to_cloud"])
    mine = report(everything(synced(), my_roles(Role.GLOBAL)), about_lee())
    assert offered(mine, here) == (["move_group_to_cloud"], [])


def test_owners_may_press_what_owners_may() -> None:
    archived = (team(), Team(id=GROUP_ID, is_archived=True))
    assert offered(report(everything(*archived)), "team_is_archived") == (["unarchive_team"], [])
    others = everything(*archived, owned(), owners(), active(Role.GROUPS), my_roles(Role.GROUPS))
    assert offered(report(others), "team_is_archived") == ([], ["unarchive_team"])


def test_anybody_may_ask_an_owner() -> None:
    answer = report(everything(owned(), owners("Adele")))
    assert offered(answer, "asker_cannot_manage_group") == (["ask_an_owner"], [])
    nobody = report(everything(owned(), Owners(value=(owner("Palle", enabled=False),))))
    assert offered(nobody, "asker_cannot_manage_group") == ([], ["add_owner"])


@pytest.mark.parametrize(
    ("of", "role", "may"),
    [
        (microsoft_365(), Role.TEAMS, True),
        (group(), Role.TEAMS, False),
        (group(), Role.INTUNE, True),
        (group(), Role.PRIVILEGED_ROLE, False),
    ],
)
def test_whose_role_may_add_an_owner_depends_on_the_kind_of_group(of: Group, role: Role, may: bool) -> None:
    about = about_lee(Symptom.GROUP_OWNERS)
    answer = report(everything(of, owned(), owners("Ann"), account(id=LEE), my_roles(role)), about)
    assert offered(answer, "person_is_no_owner") == ((["add_owner"], []) if may else ([], ["add_owner"]))


def test_what_takes_a_permission_this_bot_does_not_ask_for_is_offered_to_nobody() -> None:
    changed = (group(is_assignable_to_role=True), owned(), owners("Ann"), account(id=LEE), my_roles(Role.GLOBAL))
    assert offered(report(everything(*changed), about_lee(Symptom.GROUP_OWNERS)), "person_is_no_owner") == ([], [])
    held = report(everything(group(is_assignable_to_role=True), licenses(VISIO)), Symptom.GROUP_DELETE)
    assert offered(held, "group_holds_licenses") == ([], [])


def test_in_a_restricted_unit_only_a_role_for_that_unit_may_press() -> None:
    shut = (group(is_management_restricted=True), units(restricted=True), owners("Ann"), account(id=LEE))
    about = about_lee(Symptom.GROUP_OWNERS)
    everywhere = report(everything(*shut, my_roles(Role.GLOBAL), my_assigned(Role.GLOBAL)), about)
    assert offered(everywhere, "person_is_no_owner") == ([], [])
    inside = report(everything(*shut, my_assigned(Role.GROUPS, scope=IN_UNIT)), about)
    assert offered(inside, "person_is_no_owner") == (["add_owner"], [])


def test_the_source_of_authority_takes_a_role_for_the_whole_organisation() -> None:
    hybrid = assigned(Role.HYBRID_IDENTITY, scope=IN_UNIT)
    answer = report(everything(synced(), units(restricted=False), hybrid))
    assert offered(answer, "group_managed_on_premises") == ([], ["move_group_to_cloud"])


def test_a_role_for_this_very_group_or_its_unit_may_press() -> None:
    about = about_lee(Symptom.GROUP_OWNERS)
    unpowered = (owned(), owners("Ann"), account(id=LEE), my_roles(), units(restricted=False))
    for scope in (IN_UNIT, f"/{GROUP_ID}"):
        answer = report(everything(*unpowered, my_assigned(Role.GROUPS, scope=scope)), about)
        assert offered(answer, "person_is_no_owner") == (["add_owner"], [])
    elsewhere = report(everything(*unpowered, my_assigned(Role.GROUPS, scope=f"/{LEE}")), about)
    assert offered(elsewhere, "person_is_no_owner") == ([], ["add_owner"])


@pytest.mark.parametrize(
    ("mine", "allowed"),
    [
        (my_roles(Role.HYBRID_IDENTITY), {"move_group_to_cloud"}),
        (my_roles(Role.GLOBAL), {"move_group_to_cloud"}),
        (gap(MyRoles), set[str]()),
    ],
)
def test_only_a_role_that_was_read_says_that_one_may(mine: MyRoles | Unreadable, allowed: set[str]) -> None:
    assert report(everything(synced(), mine)).findings["group_managed_on_premises"].allowed == allowed


def test_ownership_that_was_read_says_so_too() -> None:
    archived = everything(team(), Team(id=GROUP_ID, is_archived=True), behavior(cloud=True), my_roles())
    assert report(archived).findings["team_is_archived"].allowed == {"unarchive_team"}
