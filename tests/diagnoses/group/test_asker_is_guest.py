from bot.diagnoses.asker_is_guest import diagnose
from bot.model import Finding, Severity
from bot.readings.group import Owners
from tests.readings import GROUP_ID, asker, gap, group, owned, owners, synced

KIM = asker(user_type="Guest")


def test_it_speaks_to_a_guest() -> None:
    finding = diagnose(KIM, owned(), group(), owners("Adele"))
    assert isinstance(finding, Finding)
    assert finding.severity is Severity.CAUSE
    assert [remedy.id() for remedy in finding.remedies] == ["ask_an_owner"]


def test_a_guest_who_sees_no_owner_has_nobody_to_ask() -> None:
    finding = diagnose(KIM, owned(), group(), gap(Owners))
    assert isinstance(finding, Finding)
    assert finding.remedies == ()


def test_it_is_silent_to_members_and_to_a_guest_who_owns_the_group() -> None:
    assert diagnose(asker(), owned(), group(), owners()) is None
    assert diagnose(KIM, owned(GROUP_ID), group(), owners()) is None


def test_it_leaves_synced_groups_to_active_directory() -> None:
    assert diagnose(KIM, owned(), synced(), owners()) is None
