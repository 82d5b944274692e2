"""Whose rights a question is about: the writer's, or somebody else's, named or not."""

import pytest

from bot.understand import understand

NAMES = ("Lee", "Karim", "Umut", "Søren Kjær", "Zbigniew", "megan")
FAILS = (
    "why can't my colleague {} from Finance edit Marketing DK?",
    "{} asked me why he can't edit Sales",
    "does {} have access to edit Sales?",
    "har {} lov til at slette Projekt Nord",
    "hvad skal der til for at {} kan redigere Kundeservice",
    "why can't {} edit Sales?",
    "Why can't {} add people to Marketing DK",
    "why is {} not allowed to delete Old Intranet?",
    "Why is {} unable to rename Turbine Design?",
    "my colleague {} can't edit this group",
    "{} says she can't delete it",
    "can {} edit Turbine Design?",
    "hvorfor kan {} ikke tilføje folk?",
    "Hvorfor må {} ikke redigere Salg Norden?",
    "kan {} slette Projekt Nord?",
    "min kollega {} kan ikke redigere Salg",
    "{} kan ikke tilføje medlemmer til Økonomi",
    "kan du se hvorfor {} ikke kan omdøbe Borgerservice Vagt",
    "I can't see why {} can't edit Sales",
    "{} siger at hun ikke kan slette gruppen",
)
MINE = (
    "why can't I edit Sales?",
    "hvorfor kan jeg ikke redigere Salg",
    "we can't add people to Marketing DK",
    "vi må ikke tilføje nogen i Økonomi",
    "why can't I add Lee to Sales?",
    "jeg kan ikke fjerne Adele fra Marketing DK",
    "Marketing DK can't be edited",
    "hvorfor kan Marketing DK ikke redigeres?",
    "Sales won't let me add people",
    "does All Employees update itself?",
    "who can edit Sales?",
    "hvem må slette Projekt Nord",
    "is Byrådssekretariatet cloud managed?",
    "I can edit Marketing DK but not Projekt Syd",
    "I added Adele to Marketing DK yesterday but she isn't there",
    "Jeg kan ikek fjerne folk fra gruppen",
    "kan sekretæren selv styre klasselisterne",
    "this operation is not allowed on a group with active subscriptions",
    "all-hands@contoso.com says 61 members, only 58 rows",
    "Teams says I can't add people",
    "I can't edit Sales and Lee can't edit it either",
    "jeg kan ikke redigere Salg, og det kan Lee heller ikke",
)
COMPARED = (
    ("Why does it work for Adele and not for Lee?", "Lee", "Adele"),
    ("Why does it work for Adele but not Lee?", "Lee", "Adele"),
    ("why doesn't it work for Umut when it works for Megan?", "Umut", "Megan"),
    ("Why does it work for Umut and not for Zbigniew?", "Zbigniew", "Umut"),
    ("hvorfor virker det for Adele, men ikke for Lee?", "Lee", "Adele"),
    ("hvorfor virker det ikke for Lee, men godt for Adele?", "Lee", "Adele"),
    ("Adele can edit Sales but Lee can't", "Lee", "Adele"),
    ("Lee kan ikke redigere Salg Danmark, men det kan Adele", "Lee", "Adele"),
    ("Hvorfor kan Adele slette Projekt Nord, når Lee ikke kan?", "Lee", "Adele"),
    ("Why can Megan add people to Marketing DK, and why can't Lee?", "Lee", "Megan"),
    ("unlike Adele, Lee can't edit Sales", "Lee", "Adele"),
    ("why can Adele edit Sales but I can't", None, "Adele"),
    ("Why can Lee edit Marketing DK but not me?", None, "Lee"),
    ("Hvorfor kan Lee redigere Salg, men ikke mig?", None, "Lee"),
    ("Why can't Lee edit Sales when I can?", "Lee", None),
)
KNOWN = (
    "Karim is owner of Marketing DK but can't add people",
    "Karim er ejer af Marketing DK, men kan ikke tilføje folk",
    "Karim får en fejl når han tilføjer folk til Ledergruppen",
    "Karim gets an error when adding people to Marketing DK",
    "Karim wants to leave Fourth Coffee but can't",
    "varför kan Karim inte redigera Marketing DK?",
)
UNNAMED = (
    "my colleague can't edit Sales",
    "why can't she delete it?",
    "min kollega må ikke redigere Salg",
    "hun kan ikke tilføje folk til Salg Danmark",
    "my boss isn't allowed to add members",
)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("sentence", FAILS)
def test_the_person_it_fails_for_is_named(sentence: str, name: str) -> None:
    heard = understand(sentence.format(name))
    assert (heard.person, heard.compared, heard.of_another) == (name, None, True)
    assert name not in {heard.entity, *heard.leftovers}
    assert heard.other is None


@pytest.mark.parametrize("sentence", KNOWN)
def test_somebody_with_a_known_name_is_told_by_what_they_are(sentence: str) -> None:
    assert understand(sentence).person == "Karim"


@pytest.mark.parametrize("sentence", MINE)
def test_ones_own_rights_and_those_of_groups_are_nobody_elses(sentence: str) -> None:
    heard = understand(sentence)
    assert (heard.person, heard.compared, heard.of_another) == (None, None, False)


@pytest.mark.parametrize(("sentence", "person", "compared"), COMPARED)
def test_two_people_are_set_against_each_other(sentence: str, person: str | None, compared: str | None) -> None:
    heard = understand(sentence)
    assert (heard.person, heard.compared) == (person, compared)
    assert heard.of_another is (person is not None)


@pytest.mark.parametrize("sentence", UNNAMED)
def test_somebody_without_a_name_is_somebody_else(sentence: str) -> None:
    heard = understand(sentence)
    assert (heard.person, heard.of_another, heard.about) == (None, True, "other")


def test_all_who_are_named_together_are_kept() -> None:
    heard = understand("why can't Lee and Adele edit Marketing DK?")
    assert (heard.person, heard.persons, heard.entity) == ("Lee", ("Lee", "Adele"), "Marketing DK")
    assert understand("Lee og Adele kan ikke redigere Salg Norden").persons == ("Lee", "Adele")


def test_what_somebody_is_or_has_is_asked_of_people_only() -> None:
    assert understand("is Lee an owner of Kundeservice?").person == "Lee"
    assert understand("er Lee ejer af Kundeservice?").person == "Lee"
    assert understand("which rights does Lee have on Kundeservice").person == "Lee"
    assert understand("does Projekt Nord have an owner?").person is None


def test_this_group_stays_the_subject_of_somebody_elses_question() -> None:
    heard = understand("why can't Lee edit this group?")
    assert (heard.person, heard.about, heard.entity) == ("Lee", "this", None)


def test_a_person_is_the_subject_of_their_own_photo() -> None:
    heard = understand("why can't Lee change his photo?")
    assert (heard.person, heard.entity, heard.entity_kind) == ("Lee", "Lee", "user")
    heard = understand("can Lee change Adele's photo?")
    assert (heard.person, heard.entity, heard.entity_kind) == ("Lee", "Adele", "user")
    heard = understand("Lee's photo is still the old one")
    assert (heard.person, heard.entity) == (None, "Lee")
