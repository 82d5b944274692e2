"""What each observation means: the level, and a next step wherever there is one to take."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.permissions import permissions
from bot.preflight.line import Level, Line, worst
from bot.preflight.observations import (
    Answered,
    AppObject,
    Grants,
    Observations,
    Package,
    Registration,
    Silent,
    TokenRefused,
    Unseen,
)
from bot.preflight.registration import DAY_SECONDS, TEAMS_CLIENTS
from bot.preflight.verdicts import verdicts
from bot.scopes import Scope
from tests.preflight.conftest import NOW

SCOPES = frozenset(permissions())
OF_MEMBERS = Scope.of_graph("GroupMember.Read.All")
ENDS_SOON = AppObject(2, frozenset(TEAMS_CLIENTS), (("the", datetime.fromtimestamp(NOW + 3 * DAY_SECONDS, UTC)),))


def complaints(seen: Observations, **changes: Any) -> list[Line]:
    return [line for line in verdicts(replace(seen, **changes)) if line.level is not Level.OK]


def only(seen: Observations, **changes: Any) -> Line:
    (line,) = complaints(seen, **changes)
    assert line.next_step
    return line


def test_all_is_well(well: Observations) -> None:
    lines = verdicts(well)
    assert worst(lines) is Level.OK
    assert {line.about for line in lines} == {
        "Settings",
        "Database",
        "Public address",
        "Microsoft Entra ID",
        "Clock",
        "Credential",
        "Bot Framework",
        "App registration",
        "Permissions",
        "Teams package",
    }


@pytest.mark.parametrize(
    ("changes", "level", "about", "says"),
    [
        ({"database": "OperationalError"}, Level.FAULT, "Database", "OperationalError"),
        ({"public_url": Silent("the name isn't known")}, Level.FAULT, "Public address", "Teams can't reach"),
        ({"public_url": Silent("no connection")}, Level.WARNING, "Public address", "Nothing answers there yet"),
        ({"public_url": Answered(502)}, Level.WARNING, "Public address", "HTTP 502"),
        ({"public_url": Answered(200)}, Level.FAULT, "Public address", "not the bot"),
        ({"public_url": Silent("it sends elsewhere")}, Level.FAULT, "Public address", "it sends elsewhere"),
        ({"graph": Silent("no connection")}, Level.FAULT, "Microsoft Graph", "can't be reached"),
        ({"app": ENDS_SOON}, Level.WARNING, "Credential", "The client secret ends in 3 days."),
        ({"app": replace(ENDS_SOON, secrets_end=(("xyz", None),))}, Level.OK, "", ""),
        ({"package": Package("p", frozenset(), "")}, Level.FAULT, "Teams package", "can't be read"),
        ({"entra": Silent("no connection")}, Level.FAULT, "Microsoft Entra ID", "no connection"),
        ({"entra": Answered(400, 0.0)}, Level.FAULT, "Microsoft Entra ID", "doesn't know the tenant"),
        ({"entra": Answered(503, 0.0)}, Level.FAULT, "Microsoft Entra ID", "HTTP 503"),
        ({"token": TokenRefused("invalid_client", (7000222,))}, Level.FAULT, "Credential", "expired. (AADSTS7000222)"),
        ({"token": TokenRefused("invalid_client", (99,))}, Level.FAULT, "Credential", "refuses the client secret"),
        ({"token": TokenRefused("ValueError")}, Level.FAULT, "Credential", "(ValueError)."),
        ({"token": Silent("Entra is away")}, Level.FAULT, "Credential", "Entra is away"),
        ({"bot_metadata": Silent("no connection")}, Level.FAULT, "Bot Framework", "OpenID metadata"),
        ({"bot_keys": Answered(404)}, Level.FAULT, "Bot Framework", "signing keys"),
        ({"bot_keys": Answered(200)}, Level.FAULT, "Bot Framework", "empty"),
    ],
)
def test_a_single_trouble_is_one_line(
    well: Observations, changes: dict[str, Any], level: Level, about: str, says: str
) -> None:
    if level is Level.OK:
        assert complaints(well, **changes) == []
        return
    line = only(well, **changes)
    assert (line.level, line.about) == (level, about)
    assert says in line.means


@pytest.mark.parametrize(
    ("ahead", "level", "says"),
    [
        (60.0, Level.OK, "agrees"),
        (-61.0, Level.WARNING, "61 seconds behind"),
        (300.0, Level.WARNING, "300 seconds ahead of"),
        (301.0, Level.FAULT, "301 seconds ahead of"),
    ],
)
def test_the_clock_may_be_a_minute_off(well: Observations, ahead: float, level: Level, says: str) -> None:
    late = {name: replace(getattr(well, name), ahead=ahead) for name in ("entra", "bot_metadata", "graph")}
    (line,) = [line for line in verdicts(replace(well, **late)) if line.about == "Clock"]
    assert line.level is level
    assert says in line.means


def test_one_old_answer_does_not_make_the_clock_wrong(well: Observations) -> None:
    assert complaints(well, entra=Answered(200, 86_400.0)) == []


def test_without_any_date_nothing_is_said_of_the_clock(well: Observations) -> None:
    dateless = Answered(200)
    lines = verdicts(replace(well, entra=dateless, bot_metadata=dateless, graph=dateless))
    assert "Clock" not in {line.about for line in lines}


def test_an_address_of_this_machine_is_only_for_the_sandbox(well: Observations) -> None:
    local = well.settings.model_copy(update={"public_url": "http://127.0.0.1:3978"})
    answers = Answered(200, document={"status": "ok"})
    faults = {line.about for line in complaints(well, settings=local, public_url=answers)}
    assert "Public address" in faults
    played = local.model_copy(update={"sandbox": "http://127.0.0.1:8080"})
    faults = {line.about for line in complaints(well, settings=played, public_url=answers)}
    assert "Public address" not in faults


@pytest.mark.parametrize(
    ("change", "level", "step"),
    [
        ({"enabled": False}, Level.FAULT, "Enable it"),
        ({"names": frozenset[str]()}, Level.FAULT, "api://bot.contoso.com/botid-"),
        ({"offers": frozenset[str]()}, Level.FAULT, "access_as_user"),
        ({"reply_urls": frozenset[str]()}, Level.FAULT, "https://bot.contoso.com/auth/callback"),
        ({"assignment_required": True}, Level.WARNING, "Assign those"),
    ],
)
def test_the_registration_is_compared_with_what_teams_wants(
    well: Observations, change: dict[str, Any], level: Level, step: str
) -> None:
    assert isinstance(well.registration, Registration)
    line = only(well, registration=replace(well.registration, **change))
    assert (line.level, line.about) == (level, "App registration")
    assert step in line.next_step


@pytest.mark.parametrize("scope", sorted(SCOPES))
def test_every_missing_permission_is_named_with_what_it_costs(well: Observations, scope: Scope) -> None:
    missing, last = complaints(well, grants=Grants(SCOPES - {scope}, frozenset()))
    permission = permissions()[scope]
    vital = permission.admin_consent and permission.readings
    assert missing.about == f"Permission {scope}"
    assert missing.level is last.level is (Level.FAULT if vital else Level.WARNING)
    if permission.admin_consent:
        assert all(name in missing.means for name in permission.readings + permission.remedies)
    assert last.next_step.endswith(f"to consent to {scope}.")
    assert f"scope={scope.in_full}&" in last.next_step


def test_consent_of_single_people_is_not_enough_but_is_mentioned(well: Observations) -> None:
    missing, _ = complaints(
        well, grants=Grants(SCOPES - {OF_MEMBERS}, frozenset({Scope.of_graph("groupmember.read.all")}))
    )
    assert "Some people have consented" in missing.means


def test_more_than_is_needed_is_enough_in_any_spelling(well: Observations) -> None:
    granted = frozenset(Scope(each.resource, each.name.lower()) for each in SCOPES) | {Scope.of_graph("Mail.Read")}
    assert complaints(well, grants=Grants(granted, frozenset())) == []


def test_an_app_that_may_not_look_says_which_permission_is_missing_for_that(well: Observations) -> None:
    line = only(well, registration=Unseen(403), grants=Unseen(403))
    assert line.level is Level.WARNING
    assert "Directory.Read.All" in line.means
    assert all(str(scope) in line.next_step for scope in SCOPES)
    assert "/v2.0/adminconsent?client_id=" in line.next_step


def test_an_app_nobody_consented_to_is_a_fault(well: Observations) -> None:
    lines = complaints(well, registration=Unseen(404), grants=Unseen(404))
    assert [(line.level, line.about) for line in lines] == [
        (Level.FAULT, "App registration"),
        (Level.FAULT, "Permissions"),
    ]


@pytest.mark.parametrize(("status", "says"), [(0, "none"), (503, "HTTP 503")])
def test_graph_that_gives_no_answer_proves_nothing(well: Observations, status: int, says: str) -> None:
    line = only(well, registration=Unseen(status), grants=Unseen(status))
    assert line.level is Level.WARNING
    assert says in line.means


def test_no_line_gives_the_secret_away(well: Observations) -> None:
    everything_wrong = replace(
        well,
        database="OperationalError",
        token=TokenRefused("invalid_client"),
        registration=Unseen(403),
        grants=Unseen(403),
    )
    assert "the-secret" not in repr(verdicts(everything_wrong))
