import pytest

from bot.diagnoses.profile.property_is_sensitive import diagnose
from bot.model import Question, Severity, Symptom
from bot.person_details import Property
from bot.readings.person import ObjectId
from bot.readings.profile import RoleGroupsOfPerson, RolesOfPerson
from bot.roles import Role
from bot.rule import NOT_APPLICABLE
from tests.readings import (
    ASKER_ID,
    LEE,
    english,
    found,
    gap,
    my_roles,
    of_profile,
    roles_of_person,
    shown,
    synced_details,
    verdict,
)

USER_ADMINISTRATOR = my_roles(Role.USER)
IN_ROLE_GROUP = RoleGroupsOfPerson(value=(ObjectId(id="1"),))


def edit(property: Property, user: str = LEE) -> Question:
    return of_profile(property, symptom=Symptom.PROFILE_EDIT, user=user)


@pytest.mark.parametrize("property", [Property.PHONE, Property.MOBILE])
def test_an_administrators_numbers_are_out_of_a_user_administrators_reach(property: Property) -> None:
    finding = found(diagnose, USER_ADMINISTRATOR, roles_of_person(Role.GLOBAL), of=edit(property))
    assert english(finding.title).startswith("Your role may not change the ")
    assert english(finding.title).endswith("number of Lee Gu.")
    assert (finding.severity, finding.probable) == (Severity.CAUSE, False)


def test_of_lesser_roles_and_role_groups_it_is_only_probable() -> None:
    lesser = found(diagnose, USER_ADMINISTRATOR, roles_of_person(Role.GLOBAL_READER), of=edit(Property.PHONE))
    assert (lesser.probable, shown(lesser, "The person has a role")) == (True, "yes")
    group = found(diagnose, USER_ADMINISTRATOR, IN_ROLE_GROUP, of=edit(Property.PHONE))
    assert (group.probable, shown(group, "In a group that can hold roles")) == (True, "yes")


def test_nobody_of_importance_is_in_order_and_so_is_a_global_administrator_who_asks() -> None:
    assert verdict(diagnose, USER_ADMINISTRATOR, of=edit(Property.PHONE)) is None
    asker = my_roles(Role.GLOBAL)
    assert verdict(diagnose, asker, roles_of_person(Role.GLOBAL), of=edit(Property.PHONE)) is None


def test_it_has_no_say_of_titles_of_oneself_of_synced_accounts_and_to_who_has_no_role() -> None:
    held = roles_of_person(Role.GLOBAL)
    assert verdict(diagnose, USER_ADMINISTRATOR, held, of=edit(Property.TITLE)) is NOT_APPLICABLE
    assert verdict(diagnose, USER_ADMINISTRATOR, held, of=edit(Property.PHONE, ASKER_ID)) is NOT_APPLICABLE
    assert verdict(diagnose, USER_ADMINISTRATOR, held, synced_details(), of=edit(Property.PHONE)) is NOT_APPLICABLE
    assert verdict(diagnose, held, of=edit(Property.PHONE)) is NOT_APPLICABLE


def test_roles_that_may_not_be_read_are_a_gap() -> None:
    unread = gap(RolesOfPerson)
    assert verdict(diagnose, USER_ADMINISTRATOR, unread, of=edit(Property.PHONE)) == (unread,)
