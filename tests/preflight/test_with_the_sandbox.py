"""The check against a whole simulated company: what its consent lacks is named, and what can't be looked at too."""

import asyncio
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import typer

from bot.cli import check as command
from bot.cli.company import Running
from bot.permissions import permissions
from bot.preflight import Level, Line, check
from bot.preflight.observations import Registration, Unseen
from bot.preflight.observe import observe
from bot.settings import PREFIX
from tests.company import TINY, contoso
from tests.scopes import consented, graph_permissions


@pytest.fixture
async def running() -> AsyncIterator[Running]:
    async with contoso() as started:
        started.sandbox.world.admin_consent |= set(map(consented, permissions()))
        yield started


async def trouble(running: Running) -> list[Line]:
    """What the check complains of."""
    lines = await check(running.settings, now=time.time)
    return [line for line in lines if line.level is not Level.OK]


async def test_a_company_that_consented_to_everything_is_a_good_configuration(running: Running) -> None:
    assert await trouble(running) == []


async def test_exactly_the_permission_that_is_missing_is_named(running: Running) -> None:
    world = running.sandbox.world
    for scope, permission in permissions().items():
        world.admin_consent.remove(consented(scope))
        missing, last = await trouble(running)
        assert (missing.about, last.about) == (f"Permission {scope}", "Permissions")
        assert missing.level is (Level.FAULT if permission.admin_consent and permission.readings else Level.WARNING)
        assert last.next_step.endswith(f"to consent to {scope}.")
        world.admin_consent.add(consented(scope))


async def test_what_one_person_consented_to_is_not_everybodys(running: Running) -> None:
    world = running.sandbox.world
    world.admin_consent.remove("User.ReadBasic.All")
    adele = running.sandbox.client("adele@contoso.com").user
    world.user_consent[adele] = {"User.ReadBasic.All"}
    missing, _ = await trouble(running)
    assert missing.about == "Permission User.ReadBasic.All"
    assert "Some people have consented" in missing.means


@pytest.mark.parametrize("granted", [set[str](), {"Application.Read.All"}])
async def test_an_app_that_may_not_look_says_what_would_let_it(running: Running, granted: set[str]) -> None:
    running.sandbox.world.application_permissions = granted
    (line,) = await trouble(running)
    assert (line.level, line.about) == (Level.WARNING, "Permissions")
    assert "Directory.Read.All" in line.means
    assert "application permission Directory.Read.All" in line.next_step
    seen = await observe(running.settings, now=time.time)
    # Its own registration an app may always read.
    assert isinstance(seen.registration, Registration)
    assert seen.grants == Unseen(403)


async def test_a_company_file_grants_the_app_nothing_by_default() -> None:
    async with contoso(TINY) as tiny:
        (line,) = await trouble(tiny)
        assert "Directory.Read.All" in line.means
        tiny.sandbox.world.application_permissions.add("Directory.Read.All")
        about = {line.about for line in await trouble(tiny)}
        assert about >= {f"Permission {scope}" for scope in graph_permissions()}
        # This company has no SharePoint, so that nothing of it can be missing.
        assert "Permission SharePoint User.Read.All" not in about


async def test_an_address_the_registration_does_not_know_is_named(running: Running) -> None:
    running.sandbox.registration.redirect_uris.clear()
    running.sandbox.registration.domain = "old.example"
    about = [line.means for line in await trouble(running)]
    assert [("URI" in means, "sign-in page" in means) for means in about] == [(True, False), (False, True)]


@pytest.fixture
def environment(running: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The settings of the bot beside Contoso, where the command line looks for them."""
    settings = running.settings
    variables = {
        "APP_ID": settings.app_id,
        "TENANT_ID": settings.tenant_id,
        "PUBLIC_URL": settings.public_url,
        "APP_SECRET": running.sandbox.app_secret,
        "DATABASE_URL": f"sqlite+aiosqlite:///{tmp_path / 'check.sqlite'}",
        "SANDBOX": running.sandbox.url,
    }
    for name, value in variables.items():
        monkeypatch.setenv(PREFIX + name, value)


@pytest.mark.usefixtures("environment")
@pytest.mark.parametrize(
    ("lacks", "code", "says"),
    [
        ("", 0, f"All {len(permissions())} delegated permissions"),
        ("TeamSettings.ReadWrite.All", 0, "Permission TeamSettings.ReadWrite.All: It is missing."),
        ("Organization.Read.All", 1, "Permission Organization.Read.All: It is missing."),
    ],
)
async def test_the_exit_code_says_whether_it_can_work(
    running: Running, capsys: pytest.CaptureFixture[str], lacks: str, code: int, says: str
) -> None:
    running.sandbox.world.admin_consent -= {lacks}
    assert await asyncio.to_thread(exit_code) == code
    assert says in capsys.readouterr().out


def exit_code() -> int:
    """What `syncdoctor check` ends with."""
    try:
        command.run()
    except typer.Exit as ended:
        return ended.exit_code
    return 0
