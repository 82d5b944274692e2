"""A database file, and somebody who is told."""

from pathlib import Path

import pytest

from tests.follow_up.office import Looking, Mailbox


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'follow ups.db'}"


@pytest.fixture
def mailbox() -> Mailbox:
    return Mailbox()


@pytest.fixture
def looking(mailbox: Mailbox) -> Looking:
    return Looking(mailbox)
