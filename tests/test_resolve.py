"""Which group is meant: every way to find one, and that no name makes a malformed request."""

from collections.abc import AsyncIterator
from urllib.parse import parse_qsl, urlsplit

import pytest

from bot.graph.client import Traffic
from bot.model import SubjectKind
from bot.ports import Hits
from bot.reading import GraphDown, Search
from bot.resolve import SHOWN, Typed, fit_of, fitting, resolve, resolve_all
from bot.sandbox.faults import Fault
from bot.sandbox.odata.entity import named
from bot.sandbox.odata.expression import AnyOf, Comparison, Or, TextMatch
from bot.sandbox.odata.filter_support import needs_advanced
from bot.sandbox.odata.query import parse
from bot.sandbox.odata.search import Clause
from bot.subjects import SUBJECTS, Fit
from bot.subjects.spelling import MAIL, SEARCH_SIGNS, common_name
from tests.graph.client.nasty_names import nasty_names
from tests.graph.client.stage import HOST, Stage, contoso_graph
from tests.readings import english

GROUP, USER, TENANT = SubjectKind.GROUP, SubjectKind.USER, SubjectKind.TENANT
LEE = "lee@contoso.com"
SALES = {"id": "x", "displayName": "Sales"}


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    async with contoso_graph() as running:
        yield running


async def names(stage: Stage, entity: str, kind: SubjectKind = GROUP) -> list[str]:
    return [found.subject.name for found in await resolve(entity, kind, stage.client(LEE))]


@pytest.mark.parametrize(
    ("typed", "group"),
    [
        ("Salg Danmark", "Salg Danmark"),
        ("salg danmark", "Salg Danmark"),
        ("  Salg Danmark ", "Salg Danmark"),
        ("6310f403-2112-43d5-bdfb-5b2fe552bfbd", "Sales"),
        ("6310F403-2112-43D5-BDFB-5B2FE552BFBD", "Sales"),
        ("salg-danmark@contoso.com", "Salg Danmark"),
        ("Salg-Danmark@Contoso.com", "Salg Danmark"),
        ("GS-Okonomi", "Økonomi"),
        ("gs-okonomi", "Økonomi"),
        ("aabent-kontor-oerestad", "Åbent kontor Ørestad"),
        ("CN=Fileshare Finance RW,OU=Groups,DC=contoso,DC=local", "Fileshare Finance RW"),
        ("Messe", "Messe Herning 2027"),
        ("Nordlys", "Projekt Nordlys"),
        ("Herning Messe", "Messe Herning 2027"),
        ("kundeservicegruppen", "Kundeservice"),
        ("Finance Reporting team", "Finance Reporting"),
        ("direktionsgruppen", "Direktion"),
        ("Fredagsbar 🍻", "Fredagsbar 🍻"),
        ("Kunderadgivning", "Kunderådgivning"),
        ("Finanse Reporting", "Finance Reporting"),
        ("økonomi", "Økonomi"),
        ("R&D", "R&D"),
        ("C# Guild", "C# Guild"),
        ("C++ & Embedded", "C++ & Embedded"),
        ("100% Club", "100% Club"),
        ("Managers' Lounge", "Managers' Lounge"),
        ('Projekt "Hurtig levering"', 'Projekt "Hurtig levering"'),
        ("Contoso Academy: Salgsuddannelse 2026", "Contoso Academy: Salgsuddannelse 2026"),
        ("Projekt Syd", "Projekt Syd"),
        ("Kampagne 2025", "Kampagne 2025"),
        ("projekt-syd@contoso.com", "Projekt Syd"),
        ("408f0473-1c3f-4bf9-9a86-45e1617a25b0", "Projekt Syd"),
    ],
)
async def test_one_group_is_meant(stage: Stage, typed: str, group: str) -> None:
    assert await names(stage, typed) == [group]


@pytest.mark.parametrize(
    "typed",
    [
        "Nonsuch",
        "Kampagne 2024",
        "Tier 1 Admins",
        "nobody@contoso.com",
        "00000000-0000-4000-8000-000000000000",
        "CN=Nobody,OU=x",
        "\\",
        "Steam",
        "()",
    ],
)
async def test_no_group_is_meant(stage: Stage, typed: str) -> None:
    assert await names(stage, typed) == []


async def test_two_of_the_same_name_are_both_shown(stage: Stage) -> None:
    found = await resolve("Marketing", GROUP, stage.client(LEE))
    assert [each.subject.name for each in found] == ["Marketing", "Marketing"]
    assert len({english(each.described) for each in found}) == 2


async def test_of_several_beginnings_all_are_shown(stage: Stage) -> None:
    assert sorted(await names(stage, "Projekt Nor")) == ["Projekt Nord", "Projekt Nordlys"]


async def test_a_whole_word_is_as_good_as_a_beginning_so_it_asks(stage: Stage) -> None:
    stage.group("Projekt Nordlys")["displayName"] = "Nordlys Børnehave"
    stage.group("Projekt Nord")["displayName"] = "Ledergruppe Nord"
    assert sorted(await names(stage, "Nord")) == ["Ledergruppe Nord", "Nordlys Børnehave"]


@pytest.mark.parametrize(
    ("typed", "person"),
    [
        ("Adele Vance", "Adele Vance"),
        ("adele vance", "Adele Vance"),
        ("Adele", "Adele Vance"),
        ("Vance", "Adele Vance"),
        ("Vance Adele", "Adele Vance"),
        ("Adele Vanse", "Adele Vance"),
        ("adele@contoso.com", "Adele Vance"),
        ("Adele@Contoso.com", "Adele Vance"),
    ],
)
async def test_one_person_is_meant(stage: Stage, typed: str, person: str) -> None:
    assert await names(stage, typed, USER) == [person]


async def test_a_person_is_found_by_id_and_by_an_alias(stage: Stage) -> None:
    user = stage.sandbox.world.users[stage.person("adele@contoso.com")]
    assert await names(stage, user["id"].upper(), USER) == ["Adele Vance"]
    user["proxyAddresses"] = [*user["proxyAddresses"], "smtp:av@contoso.com"]
    assert await names(stage, "av@contoso.com", USER) == ["Adele Vance"]


async def test_a_person_is_told_from_namesakes_by_title_and_address(stage: Stage) -> None:
    (found,) = await resolve("Adele Vance", USER, stage.client(LEE))
    assert (found.subject.kind, found.detail, found.deleted) == (USER, "adele@contoso.com", False)
    assert english(found.described)


@pytest.mark.parametrize("typed", ["Nonsuch", "nobody@contoso.com", "Salg Danmark"])
async def test_nobody_is_meant(stage: Stage, typed: str) -> None:
    assert await names(stage, typed, USER) == []


async def test_the_organisation_is_never_looked_for(stage: Stage) -> None:
    traffic = Traffic()
    assert await resolve("Contoso", TENANT, stage.client(LEE, traffic)) == ()
    assert traffic == Traffic()


async def test_a_person_and_a_group_are_looked_up_in_one_round_trip(stage: Stage) -> None:
    traffic = Traffic()
    typed = (Typed("Adele", USER), Typed("Marketing DK", GROUP), Typed("", GROUP))
    people, groups, none = await resolve_all(typed, stage.client(LEE, traffic))
    assert [each.subject.name for each in people] == ["Adele Vance"]
    assert [each.subject.name for each in groups] == ["Marketing DK"]
    assert none == ()
    assert (traffic.requests, traffic.round_trips) == (1, 1)


async def test_one_that_was_not_answered_brings_all_down(stage: Stage) -> None:
    stage.sandbox.faults.add(Fault(f"{HOST}/v1.0/users", times=None, status=429, headers={"Retry-After": "60"}))
    with pytest.raises(GraphDown):
        await resolve_all((Typed("Adele", USER), Typed("Marketing DK", GROUP)), stage.client(LEE))


async def test_no_picker_is_longer_than_a_choice(stage: Stage) -> None:
    assert 1 < len(await names(stage, "a")) <= SHOWN


async def test_a_mail_alias_is_as_good_as_the_address(stage: Stage) -> None:
    group = stage.group("Salg Danmark")
    group["proxyAddresses"] = [*group["proxyAddresses"], "smtp:salg@contoso.com"]
    assert await names(stage, "salg@contoso.com") == ["Salg Danmark"]


async def test_a_deleted_group_is_told_from_the_living(stage: Stage) -> None:
    (found,) = await resolve("Projekt Syd", GROUP, stage.client(LEE))
    assert found.deleted


async def test_a_deleted_namesake_does_not_stand_beside_the_living(stage: Stage) -> None:
    stage.group("Projekt Syd")["displayName"] = "Projekt Nord"
    (found,) = await resolve("Projekt Nord", GROUP, stage.client(LEE))
    assert not found.deleted


async def test_a_deleted_group_of_that_very_name_comes_after_living_ones_that_only_begin_so(stage: Stage) -> None:
    stage.group("Projekt Syd")["displayName"] = "Projekt No"
    found = await resolve("Projekt No", GROUP, stage.client(LEE))
    assert [each.deleted for each in found] == [False, False, True]


async def test_it_takes_one_round_trip(stage: Stage) -> None:
    traffic = Traffic()
    await resolve("Salg Danmark", GROUP, stage.client(LEE, traffic))
    assert (traffic.requests, traffic.round_trips) == (1, 1)


async def test_what_a_person_may_not_search_is_not_there_for_them(stage: Stage) -> None:
    assert await resolve("Salg Danmark", GROUP, stage.client(LEE, scopes=("User.Read",))) == ()


async def test_a_search_that_was_not_answered_is_not_an_empty_one(stage: Stage) -> None:
    stage.sandbox.faults.add(Fault(f"{HOST}/v1.0/groups", times=None, status=429, headers={"Retry-After": "60"}))
    with pytest.raises(GraphDown):
        await resolve("Salg Danmark", GROUP, stage.client(LEE))


async def test_one_search_of_several_may_fail_when_the_name_was_found(stage: Stage) -> None:
    stage.sandbox.faults.add(Fault(f"{HOST}/v1.0/directory/**", times=None, status=503, headers={"Retry-After": "60"}))
    assert await names(stage, "Salg Danmark") == ["Salg Danmark"]
    with pytest.raises(GraphDown):  # a likeness is not certain enough while the recycle bin is unread
        await resolve("Salg Danmrk", GROUP, stage.client(LEE))


@pytest.mark.parametrize(
    ("typed", "name", "fit"),
    [
        ("Sales", "Sales", Fit.NAMED),
        ("sales", "SALES", Fit.NAMED),
        ("ÅRHUS", "århus", Fit.NAMED),
        ("salesgruppen", "Sales", Fit.ALSO_CALLED),
        ("sales group", "Sales", Fit.ALSO_CALLED),
        ("Ledergruppen", "Ledergruppen", Fit.NAMED),
        ("Sal", "Sales", Fit.BEGINS),
        ("Nord", "Ledergruppe Nord", Fit.BEGINS),
        ("Nord", "Projekt Nord 2", Fit.BEGINS),
        ("Nord", "Børnehaven Fjordnord", Fit.CONTAINS),
        ("les", "Sales", Fit.CONTAINS),
        ("Salse Denmark", "Sales Denmark", Fit.CLOSE),
        ("Projekt 2025", "Projekt 2026", Fit.NOT),
        ("Steam", "Sales", Fit.NOT),
        ("Realist", "Reading", Fit.NOT),
        ("gruppen", "Gruppen", Fit.NAMED),
    ],
)
def test_how_well_a_name_fits(typed: str, name: str, fit: Fit) -> None:
    assert fit_of(typed, name) is fit


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("CN=Print Admins,OU=Groups,DC=contoso", "Print Admins"),
        ("cn=Print Admins", "Print Admins"),
        (r"CN=Hansen\, Ole,OU=x", "Hansen, Ole"),
        ("CN=,OU=x", "CN=,OU=x"),
        ("Print Admins", "Print Admins"),
    ],
)
def test_the_name_in_a_distinguished_name(typed: str, name: str) -> None:
    assert common_name(typed) == name


def test_hits_that_are_no_groups_are_passed_over() -> None:
    answers: list[Hits | int] = [[{"displayName": "no id"}, {"id": 7}], 403, [], [], [], [SALES]]
    found = fitting("Sales", SUBJECTS[GROUP], SUBJECTS[GROUP].ways("Sales"), answers)
    assert [(fit, each.subject.id, each.deleted) for fit, each in found] == [(Fit.NAMED, "x", True)]


def test_no_name_makes_a_malformed_request() -> None:
    """A thousand names of the nastiest kind, read back with the rules of OData."""
    for name in nasty_names(1000):
        for kind in (GROUP, USER):
            for way in SUBJECTS[kind].ways(name):
                well_formed(way.search, name, "group" if kind is GROUP else "user")


def well_formed(search: Search, name: str, entity: str) -> None:
    parts = urlsplit(search.url)
    assert (parts.fragment, search.url.isascii()) == ("", True)
    assert not set(search.url) & set(" \"<>\\^`{|}+'")
    options = parse_qsl(parts.query, keep_blank_values=True, strict_parsing=True)
    assert len(options) == len(dict(options))
    query = parse(dict(options), {"consistencylevel": "eventual"} if search.eventual else {})
    assert query.filter or query.search
    if query.filter:
        assert search.eventual or not needs_advanced(query.filter, named(entity))
        meant = name if MAIL.fullmatch(name) else common_name(name)
        assert all(text.removeprefix("smtp:") in meant for text in texts(query.filter))
    if query.search:
        assert isinstance(query.search, Clause)
        assert query.search.text in SEARCH_SIGNS.sub(" ", common_name(name))


def texts(tree: object) -> list[str]:
    """Every text a filter compares with."""
    match tree:
        case Comparison(literal=literal) | TextMatch(literal=literal):
            return [str(literal.value)]
        case AnyOf(condition=condition):
            return texts(condition)
        case Or(operands=operands):
            return [text for operand in operands for text in texts(operand)]
        case _:
            raise AssertionError(tree)
