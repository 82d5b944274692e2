from collections.abc import AsyncIterator

import pytest

from tests.graph.client.stage import Stage, contoso_graph


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    async with contoso_graph() as running:
        yield running
