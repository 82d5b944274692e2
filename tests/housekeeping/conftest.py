"""A process that keeps house, and people's chats."""

from collections.abc import AsyncGenerator
from pathlib import Path

import pytest

from tests.housekeeping.house import House, house
from tests.housekeeping.teams import Chats
from tests.store.intents import Noon


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'house.db'}"


@pytest.fixture
async def home(url: str) -> AsyncGenerator[House]:
    async with house(url, Chats(), Noon()) as home:
        yield home
