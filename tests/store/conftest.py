"""A migrated database of a test's own: SQLite, or those that a module lists as `DATABASES`.

"postgresql" has the newest tables; "empty" is a PostgreSQL without any.
"""

import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.store.database import Database
from tests.postgresql import Server, postgresql


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    databases: tuple[str, ...] = getattr(sys.modules[metafunc.function.__module__], "DATABASES", ())
    said = any("url" in mark.args[0] for mark in metafunc.definition.iter_markers("parametrize"))
    if databases and "url" in metafunc.fixturenames and not said:
        metafunc.parametrize("url", databases, indirect=True)


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    with postgresql() as server:
        yield server


@pytest.fixture
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    kind = getattr(request, "param", "sqlite")
    if kind != "sqlite":
        server: Server = request.getfixturevalue("server")
        return server.new(template="template0") if kind == "empty" else server.new()
    return f"sqlite:///{tmp_path / 'store 100%.db'}"


@pytest.fixture
async def database(url: str) -> AsyncIterator[Database]:
    database = Database.open(url)
    await database.migrate()
    yield database
    await database.close()
