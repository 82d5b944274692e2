"""What a subject is, in a few words, and what it is called now."""

import pytest

from bot.model import SubjectKind
from bot.reading import Reading, Unreadable
from bot.readings.asker import MyOwnedGroups
from bot.readings.group import DeletedGroup, Group
from bot.readings.tenant import DirectorySync
from bot.readings.user import DeletedUser, User, UserAccount
from bot.subjects import SUBJECTS
from tests.readings import (
    ASKER_ID,
    GROUP_ID,
    LEE,
    distribution_list,
    english,
    everything,
    gap,
    group,
    microsoft_365,
    not_there,
    of_tenant,
    of_user,
    owned,
    question,
    synced,
    team,
    user,
)

Got = Reading | Unreadable
GROUP, USER, TENANT = (SUBJECTS[kind] for kind in (SubjectKind.GROUP, SubjectKind.USER, SubjectKind.TENANT))
IN_BIN = DeletedGroup(id=GROUP_ID, display_name="Sales before", security_enabled=True)


@pytest.mark.parametrize(
    ("got", "words"),
    [
        ((group(),), "Security group · you are an owner"),
        ((group(), owned()), "Security group"),
        ((group(), gap(MyOwnedGroups)), "Security group"),
        ((team(), owned()), "Team"),
        ((microsoft_365(), owned()), "Microsoft 365 group"),
        ((distribution_list(), owned()), "Distribution list"),
        ((distribution_list(security_enabled=True), owned()), "Mail-enabled security group"),
        ((not_there(Group), IN_BIN), "Security group · deleted"),
        ((not_there(Group),), None),
        ((gap(Group),), None),
    ],
)
def test_what_a_group_is(got: tuple[Got, ...], words: str | None) -> None:
    said = GROUP.describe(question(), everything(*got))
    assert (said and english(said)) == words


@pytest.mark.parametrize(
    ("got", "words"),
    [
        ((user(),), "Person"),
        ((user(id=ASKER_ID),), "You"),
        ((user(), UserAccount(id=LEE, user_type="Guest")), "Guest"),
        ((user(), UserAccount(id=LEE, account_enabled=False)), "Account disabled"),
        ((user(), gap(UserAccount)), "Person"),
        ((not_there(User), DeletedUser(id=LEE, display_name="Lee Gu")), "Deleted account"),
        ((not_there(User),), None),
        ((gap(User),), None),
    ],
)
def test_what_a_person_is(got: tuple[Got, ...], words: str | None) -> None:
    said = USER.describe(of_user(), everything(*got))
    assert (said and english(said)) == words


def test_what_it_is_called_now_alive_or_deleted() -> None:
    assert GROUP.name(everything(group(display_name="Sales EMEA"))) == "Sales EMEA"
    assert GROUP.name(everything(not_there(Group), IN_BIN)) == "Sales before"
    assert USER.name(everything(user(display_name=None, user_principal_name="lee@contoso.com"))) == "lee@contoso.com"
    assert USER.name(everything(not_there(User), DeletedUser(id=LEE, display_name="Lee before"))) == "Lee before"
    assert TENANT.name(everything()) == "Contoso"


def test_what_cannot_be_read_has_no_name() -> None:
    assert GROUP.name(everything(gap(Group))) is None
    assert USER.name(everything(gap(User))) is None
    assert TENANT.name(everything(gap(DirectorySync))) is None
    assert TENANT.name(everything(DirectorySync(value=()))) is None


def test_the_organisation_is_ones_own() -> None:
    said = TENANT.describe(of_tenant(), everything())
    assert said
    assert english(said) == "Your organisation"


@pytest.mark.parametrize("kind", SubjectKind)
def test_every_kind_is_there_once_with_its_words(kind: SubjectKind) -> None:
    assert SUBJECTS[kind].kind is kind
    assert SUBJECTS[kind].itself in SUBJECTS[kind].always
    words = SUBJECTS[kind].words
    assert english(words.not_found("X")).count("X") == 1
    assert "3" in english(words.several(3, "X"))


def test_a_candidate_is_told_from_its_namesakes() -> None:
    hit = synced(mail="s@contoso.com").model_dump(by_alias=True)
    found = GROUP.candidate(hit, deleted=False)
    assert found
    assert (english(found.described), found.detail) == ("Security group · from Active Directory", "s@contoso.com")
    gone = GROUP.candidate(hit, deleted=True)
    assert gone
    assert english(gone.described) == "Security group · deleted"
    person = USER.candidate({"id": LEE, "displayName": "Lee Gu", "jobTitle": "Director"}, deleted=False)
    assert person
    assert (english(person.described), person.detail) == ("Director", "")


def test_a_hit_that_is_no_such_thing_is_no_candidate() -> None:
    for each in (GROUP, USER, TENANT):
        assert each.candidate({"displayName": "no id"}, deleted=False) is None
