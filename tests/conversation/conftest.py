"""One Contoso for all tests of a module that change nothing in it."""

from collections.abc import AsyncGenerator

import pytest_asyncio

from bot.cli.company import Running
from tests.company import contoso


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def company() -> AsyncGenerator[Running]:
    """For reading only."""
    async with contoso() as running:
        yield running
