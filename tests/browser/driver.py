"""The Node that runs Playwright: its own, or the machine's where its own lacks a library, as on a bare Debian."""

import shutil
import subprocess
from collections.abc import Mapping

from playwright._impl._driver import (
    compute_driver_executable,  # pyright: ignore[reportPrivateImportUsage] - no public way to ask
)

from tests.browser.chromium import NoBrowserError

VARIABLE = "PLAYWRIGHT_NODEJS_PATH"


def driver_environment(environment: Mapping[str, str]) -> Mapping[str, str]:
    """What to set for Playwright to start; raises `NoBrowserError` when no Node can be run."""
    own, _ = compute_driver_executable()
    if runs(own):
        return {}
    node = shutil.which("node", path=environment.get("PATH"))
    if node is None:
        raise NoBrowserError("the Node inside Playwright can't be run here, and no other is installed")
    return {VARIABLE: node}


def runs(node: str) -> bool:
    """Whether this program starts at all."""
    return subprocess.run([node, "--version"], capture_output=True, check=False).returncode == 0  # noqa: S603
