"""Each fault in the set-up, alone, is named with its cure by `syncdoctor check`, and by `serve` as it starts."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.permissions import permissions
from bot.settings import PREFIX
from tests.cli.command import Ended, in_a_process_of_its_own, syncdoctor
from tests.company import TINY, contoso
from tests.preflight.setup_faults import FAULTS, VITAL, Deployment, SetUpFault, elsewhere, somebody_else
from tests.scopes import consented

AT_START = ("wrong secret", "token version", "clock", "no database", "no way to Graph", "manifest id", f"no {VITAL[0]}")
"""One for each way a fault is met when the bot starts; `make check` tries the others too."""


@pytest.fixture
async def deployment(tmp_path: Path) -> AsyncIterator[Deployment]:
    async with contoso(TINY) as running, somebody_else() as other:
        running.sandbox.world.admin_consent |= set(map(consented, permissions()))
        running.sandbox.world.application_permissions.add("Directory.Read.All")
        settings = running.settings
        good = {
            "APP_ID": settings.app_id,
            "TENANT_ID": settings.tenant_id,
            "PUBLIC_URL": settings.public_url,
            "APP_SECRET": running.sandbox.app_secret,
            "DATABASE_URL": f"sqlite:///{tmp_path / 'own.sqlite'}",
            "SANDBOX": running.sandbox.url,
            "HOST": "127.0.0.1",
            "PORT": "0",
        }
        yield Deployment(running, tmp_path, {PREFIX + name: value for name, value in good.items()}, other)


def others() -> list[object]:
    return [pytest.param(name, marks=() if name in AT_START else pytest.mark.whole) for name in FAULTS]


async def run(deployment: Deployment, command: str) -> Ended:
    return await asyncio.to_thread(
        in_a_process_of_its_own, command, variables=deployment.variables, folder=deployment.folder
    )


async def check(deployment: Deployment) -> Ended:
    """In this process, which is quicker, unless it is to have a clock of its own."""
    if "PYTHONPATH" in deployment.variables:
        return await run(deployment, "check")
    return await asyncio.to_thread(syncdoctor, "check", variables=deployment.variables)


def named_with_its_cure(wrong: SetUpFault, ended: Ended, secret: str) -> None:
    assert ended.code != 0, ended.said
    assert wrong.names in ended.said, ended.said
    assert wrong.cure in ended.said, ended.said
    assert "Traceback" not in ended.said
    assert secret not in ended.said


@pytest.mark.parametrize("name", FAULTS)
async def test_the_check_names_it_with_its_cure(
    deployment: Deployment, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(deployment.folder)
    FAULTS[name].spoil(deployment)
    named_with_its_cure(FAULTS[name], await check(deployment), deployment.running.sandbox.app_secret)


@pytest.mark.parametrize("name", others())
async def test_the_start_names_it_with_its_cure(deployment: Deployment, name: str) -> None:
    FAULTS[name].spoil(deployment)
    named_with_its_cure(FAULTS[name], await run(deployment, "serve"), deployment.running.sandbox.app_secret)


def test_there_are_enough_of_them() -> None:
    assert len(FAULTS) >= 25 + len(VITAL)


async def test_a_good_deployment_has_none(deployment: Deployment) -> None:
    ended = await check(deployment)
    assert (ended.code, "✗" in ended.out, "!" in ended.out) == (0, False, False), ended.said


async def test_before_it_is_started_its_proxy_may_say_so(deployment: Deployment) -> None:
    elsewhere(502)(deployment)
    ended = await check(deployment)
    assert (ended.code, "the bot not yet" in ended.out) == (0, True), ended.said


async def test_before_it_is_started_nothing_has_to_answer(deployment: Deployment) -> None:
    elsewhere(404)(deployment)
    await deployment.elsewhere.stop()
    ended = await check(deployment)
    assert (ended.code, "Nothing answers there yet" in ended.out) == (0, True), ended.said
