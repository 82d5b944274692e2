"""A browser for the whole run, and Contoso for each test; skipped, saying why, where something is missing."""

import os
from collections.abc import AsyncGenerator, Awaitable, Callable
from typing import TypeAlias

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Playwright, async_playwright, expect

from bot.cli.company import Running
from bot.sandbox.page.files import renderer_installed
from tests.browser.chromium import Chromium, NoBrowserError, find_chromium
from tests.browser.driver import driver_environment
from tests.browser.pictures import SHARPNESS
from tests.browser.window import Window, open_window
from tests.company import contoso

PATIENT = 15_000
"""Milliseconds: the machine may be busy; nothing here is about speed."""

Open: TypeAlias = Callable[..., Awaitable[Window]]


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncGenerator[Browser]:
    """A headless Chromium."""
    if not renderer_installed():
        pytest.skip("node_modules is missing: run npm ci")
    try:
        chromium, driver = find_chromium(os.environ), driver_environment(os.environ)
    except NoBrowserError as missing:
        pytest.skip(str(missing))
    expect.set_options(timeout=PATIENT)
    with pytest.MonkeyPatch.context() as patched:
        for name, value in driver.items():
            patched.setenv(name, value)
        async with async_playwright() as playwright, await launched(playwright, chromium) as started:
            yield started


async def launched(playwright: Playwright, chromium: Chromium) -> Browser:
    """Chromium, running."""
    environment: dict[str, str | float | bool] = {**os.environ, **chromium.environment}
    return await playwright.chromium.launch(
        executable_path=chromium.program, args=list(chromium.flags), env=environment
    )


@pytest_asyncio.fixture(loop_scope="session")
async def company() -> AsyncGenerator[Running]:
    """Contoso and the bot."""
    async with contoso() as running:
        yield running


@pytest_asyncio.fixture(loop_scope="session")
async def window(browser: Browser, company: Running) -> AsyncGenerator[Open]:
    """Opens windows on the company's chat page, and insists at the end that nothing went wrong in any of them."""
    opened: list[Window] = []

    async def opening(url: str | None = None, *, theme: str = "light", width: int = 840, height: int = 900) -> Window:
        opened.append(await open_window(browser, url or company.sandbox.url, theme, width, height, SHARPNESS))
        opened[-1].page.set_default_timeout(PATIENT)
        return opened[-1]

    yield opening
    for each in opened:
        await each.page.context.close()
    assert [fault for each in opened for fault in each.faults] == []
