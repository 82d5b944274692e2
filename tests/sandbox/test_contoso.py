"""Contoso, the company everything is tested against: its cast, its groups, and that it could be a real tenant."""

from collections import Counter

import pytest

from bot.sandbox.company import COMPANIES, Company, load
from bot.sandbox.graph_objects import Group, GroupSetting, User

GROUPS_ADMINISTRATOR = "fdd7a751-b60b-444a-984c-02652fe8fa1c"
HYBRID_IDENTITY_ADMINISTRATOR = "8ac3fc64-6eca-42ea-9e69-59f4c7b60eb2"
CAST = ["adele", "megan", "lee", "soren", "kim", "gitte", "pia"]


@pytest.fixture(scope="module")
def contoso() -> Company:
    return load(COMPANIES / "contoso.json")


@pytest.fixture(scope="module")
def groups(contoso: Company) -> dict[str, Group]:
    return {group.display_name: group for group in contoso.groups}


@pytest.fixture(scope="module")
def people(contoso: Company) -> dict[str, User]:
    """Everybody by the first word of their mail address."""
    return {str(user.mail).partition("@")[0]: user for user in contoso.users}


def test_it_is_big_enough(contoso: Company) -> None:
    assert len(contoso.users) >= 40
    assert len(contoso.groups) >= 60
    assert len({user.id for user in contoso.users} & {*contoso.teamwork.installed_for}) > 30


def test_the_personas_are_the_cast(contoso: Company, people: dict[str, User]) -> None:
    assert [persona.user for persona in contoso.personas] == [people[name].id for name in CAST]
    assert [persona.locale for persona in contoso.personas if persona.locale != "en-US"] == ["da-DK"]
    kim = people["kim"]
    assert kim.user_principal_name == "kim_fabrikam.com#EXT#@contoso.onmicrosoft.com"
    assert (kim.mail, kim.user_type) == ("kim@fabrikam.com", "Guest")


def test_the_cast_owns_what_it_should(contoso: Company, groups: dict[str, Group], people: dict[str, User]) -> None:
    owned = {name: {g for g, owners in contoso.owners.items() if people[name].id in owners} for name in CAST}
    assert owned["adele"] >= {groups[name].id for name in ("Sales", "Salg Danmark", "Projekt Nord")}
    assert [group.display_name for group in contoso.deleted_groups if group.id in owned["adele"]] == ["Kampagne 2025"]
    assert not owned["lee"] | owned["kim"] | owned["pia"]
    assert people["lee"].id in contoso.members[groups["Salg Danmark"].id]


def test_the_cast_has_the_roles_it_should(contoso: Company, people: dict[str, User]) -> None:
    held = {(role.principal_id, role.role_definition_id, role.directory_scope_id) for role in contoso.role_assignments}
    assert (people["soren"].id, HYBRID_IDENTITY_ADMINISTRATOR, "/") in held
    assert (people["gitte"].id, GROUPS_ADMINISTRATOR, "/") in held
    assert [scope[:21] for who, _, scope in held if who == people["ulrik"].id] == ["/administrativeUnits/"]
    assert people["pia"].id not in {who for who, _, _ in held}
    eligible = {(role.principal_id, role.role_definition_id) for role in contoso.role_eligibilities}
    assert (people["pia"].id, GROUPS_ADMINISTRATOR) in eligible


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("Marketing DK", (True, False, True)),
        ("Økonomi", (True, False, True)),
        ("Kunderådgivning", (None, True, True)),
        ("Indkøb", (None, False, True)),
        ("Salg Danmark", (None, False, False)),
        ("Gamle Lager", (False, False, True)),
        ("Reklamationer", (True, True, True)),
    ],
)
def test_every_source_of_authority_is_there(
    contoso: Company, groups: dict[str, Group], name: str, source: tuple[bool | None, bool, bool]
) -> None:
    """`source`: onPremisesSyncEnabled, isCloudManaged, and whether it carries a SID and a sAM account name."""
    group = groups[name]
    residue = bool(group.on_premises_security_identifier)
    assert (group.on_premises_sync_enabled, group.id in contoso.cloud_managed, residue) == source
    assert bool(group.on_premises_sam_account_name) is residue


def test_every_peculiarity_is_there(contoso: Company, groups: dict[str, Group]) -> None:
    assert Counter(group.display_name for group in contoso.groups)["Marketing"] == 2
    assert max(len(name) for name in groups) == 256
    assert len(groups["Kundeservice"].description or "") == 300
    assert (groups["Break Glass"].is_assignable_to_role, groups["Break Glass"].is_management_restricted) == (True, True)
    assert groups["Konsulenter"].membership_rule_processing_state == "Paused"
    assert "memberof" in str(groups["Ledere og sikkerhedsudvalg"].membership_rule).casefold()
    assert {team.specialization for team in contoso.teams} == {"none", "educationClass"}
    assert [team.display_name for team in contoso.teams if team.is_archived] == ["Projekt Nord"]
    assert all(deleted.deleted_date_time for deleted in contoso.deleted_groups)
    assert all((contoso.clock - d.deleted_date_time).days < 30 for d in contoso.deleted_groups if d.deleted_date_time)


def test_teams_stand_on_groups_that_say_so(contoso: Company) -> None:
    assert {team.id for team in contoso.teams} == {g.id for g in contoso.groups if g.resource_provisioning_options}


def test_team_summaries_count_everybody_once(contoso: Company) -> None:
    for team in contoso.teams:
        assert team.summary
        counted = team.summary.owners_count + team.summary.members_count + team.summary.guests_count
        assert counted == len(contoso.members[team.id]), team.display_name


def test_microsoft_365_groups_hold_users_only(contoso: Company) -> None:
    unified = [group.id for group in contoso.groups if "Unified" in group.group_types]
    assert {member for group in unified for member in contoso.members[group]} <= {user.id for user in contoso.users}


def test_synced_groups_have_no_owners(contoso: Company) -> None:
    assert not [g.display_name for g in contoso.groups if g.on_premises_sync_enabled and contoso.owners.get(g.id)]


def test_active_directory_knows_every_synced_group(contoso: Company) -> None:
    assert contoso.active_directory
    synced = {group.id for group in contoso.groups if group.on_premises_sync_enabled}
    known = {group.id for group in contoso.active_directory.groups}
    assert {*contoso.cloud_managed, *synced} <= known | {*contoso.active_directory.deleted}
    assert known.isdisjoint(contoso.active_directory.deleted)


def test_most_people_have_a_photo_and_some_of_every_kind_dont(contoso: Company, people: dict[str, User]) -> None:
    seen = set(contoso.photos)
    assert len(seen) > 45
    without = [user for user in contoso.users if user.id not in seen]
    licensed = [user for user in without if user.assigned_licenses]
    assert people["lee"] in licensed
    assert [user for user in licensed if user.user_type == "Member" and not user.on_premises_sync_enabled]
    assert [user for user in without if user.on_premises_sync_enabled and not user.assigned_licenses]
    assert [user.user_type for user in without].count("Guest") == 1
    assert people["kim"].id in seen
    assert contoso.photo_update_settings.source is None


def test_a_group_has_nobody_to_ask(contoso: Company, groups: dict[str, Group]) -> None:
    """Its only owner has left: the account is disabled."""
    (owner,) = contoso.owners[groups["Bygning og parkering"].id]
    assert [user.account_enabled for user in contoso.users if user.id == owner] == [False]


def test_roles_are_held_through_groups_everywhere_and_in_a_unit(contoso: Company) -> None:
    assignable = {group.id for group in contoso.groups if group.is_assignable_to_role}
    scopes = [role.directory_scope_id for role in contoso.role_assignments if role.principal_id in assignable]
    assert scopes.count("/") == 2
    assert [scope for scope in scopes if scope.startswith("/administrativeUnits/")]
    through = {role.principal_id for role in contoso.role_assignments} & {group.id for group in contoso.groups}
    assert through <= assignable


def test_the_sync_server_is_new_enough_to_run(contoso: Company) -> None:
    version = contoso.on_premises_synchronization.configuration.synchronization_client_version
    assert version
    assert tuple(map(int, version.split("."))) >= (2, 5, 79, 0)


def test_somebody_was_deleted(contoso: Company) -> None:
    assert contoso.deleted_users
    for user in contoso.deleted_users:
        assert user.deleted_date_time
        assert (contoso.clock - user.deleted_date_time).days < 30
        assert user.user_principal_name.startswith(user.id.replace("-", ""))


def test_an_address_is_used_once(contoso: Company) -> None:
    used = Counter(address.lower() for one in (*contoso.users, *contoso.groups) for address in one.proxy_addresses)
    assert set(used.values()) == {1}
    assert all(f"SMTP:{group.mail}" in group.proxy_addresses for group in contoso.groups if group.mail)


def test_seats_are_counted(contoso: Company) -> None:
    used = Counter(license.sku_id for user in contoso.users for license in user.assigned_licenses)
    assert {sku.sku_id: sku.consumed_units for sku in contoso.subscribed_skus if sku.consumed_units} == used


def test_licence_errors_show_on_the_group(contoso: Company) -> None:
    states = [state for user in contoso.users for state in user.license_assignment_states]
    troubled = {state.assigned_by_group for state in states if state.state == "Error"}
    assert {group.id for group in contoso.groups if group.has_members_with_license_errors} == troubled != set()


def test_every_licence_that_holds_a_group_is_there(contoso: Company, groups: dict[str, Group]) -> None:
    visio, copilot, gone = (groups[name] for name in ("Licens Visio", "Licens Copilot", "PBI-brugere 2023"))
    in_cloud = {assignment.assigned_to for assignment in contoso.cloud_licensing.assignments}
    assert in_cloud == {copilot.id}
    assert (bool(visio.assigned_licenses), bool(copilot.assigned_licenses)) == (True, False)
    assert contoso.active_directory
    assert (gone.on_premises_sync_enabled, bool(gone.assigned_licenses)) == (True, True)
    assert contoso.active_directory.deleted == (gone.id,)
    busy = groups["Licens Power BI Pro"].license_processing_state
    assert busy
    assert busy.state == "ProcessingInProgress"


def test_rules_that_fail_and_pause_are_told(groups: dict[str, Group]) -> None:
    failed = groups["Kontor Hamburg"].membership_rule_processing_status
    assert failed
    assert failed.status == "Failed"
    assert failed.last_membership_updated
    assert failed.last_membership_updated.month == 10
    assert groups["Konsulenter"].membership_rule_processing_status is None


def test_one_group_of_adeles_keeps_guests_out(
    contoso: Company, groups: dict[str, Group], people: dict[str, User]
) -> None:
    def guests(settings: tuple[GroupSetting, ...]) -> list[str | None]:
        return [value.value for each in settings for value in each.values if value.name == "AllowToAddGuests"]

    assert guests(contoso.group_settings) == ["true"]
    leads = groups["Marketing DK Leads"]
    assert {group: guests(own) for group, own in contoso.settings_of_groups.items()} == {leads.id: ["false"]}
    assert people["adele"].id in contoso.owners[leads.id]


def test_restricted_units_restrict(contoso: Company) -> None:
    units = [unit.id for unit in contoso.administrative_units if unit.is_member_management_restricted]
    held = {member for unit in units for member in contoso.administrative_unit_members[unit]}
    assert {group.id for group in contoso.groups if group.is_management_restricted} == held != set()


def test_all_employees_are_what_the_rule_says(contoso: Company, groups: dict[str, Group]) -> None:
    employed = {user.id for user in contoso.users if user.user_type == "Member" and user.account_enabled}
    assert {*contoso.members[groups["All Employees"].id]} == employed
