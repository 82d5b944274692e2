"""Which Chromium is taken."""

from pathlib import Path

import pytest

from tests.browser.chromium import NoBrowserError, find_chromium


def program(folder: Path, name: str) -> str:
    path = folder / name
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return str(path)


def test_the_one_named_comes_first(tmp_path: Path) -> None:
    named, _ = program(tmp_path, "mine"), program(tmp_path, "chromium")
    assert find_chromium({"CHROMIUM": named, "PATH": str(tmp_path)}).program == named


def test_an_installed_one_comes_next(tmp_path: Path) -> None:
    installed = program(tmp_path, "google-chrome")
    assert find_chromium({"PATH": str(tmp_path)}).program == installed


def test_one_that_cannot_be_run_is_not_replaced_quietly(tmp_path: Path) -> None:
    with pytest.raises(NoBrowserError, match="CHROMIUM names /nowhere"):
        find_chromium({"CHROMIUM": "/nowhere", "PATH": str(tmp_path)})


def test_without_node_it_says_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(NoBrowserError, match=r"npm ci|without Node|for Linux"):
        find_chromium({"PATH": str(tmp_path)})
