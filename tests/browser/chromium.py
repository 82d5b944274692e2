"""Finds a Chromium: the one named, an installed one, or the one inside the npm package `@sparticuz/chromium`."""

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

ROOT = Path(__file__).parents[2]
NODE_MODULES = ROOT / "node_modules"
UNPACK = Path(__file__).with_name("unpack_chromium.mjs")
UNPACKED = NODE_MODULES / ".cache" / "syncdoctor-chromium"
"""Lives and dies with `node_modules`: a new version comes with a new folder."""

INSTALLED = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--no-sandbox",  # Chromium's own sandbox can't be had by root, nor in most containers
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--force-color-profile=srgb",
)
SINGLE_PURPOSE = ("--headless=shell", "--no-zygote", "--disable-setuid-sandbox", "--disable-dev-shm-usage")
"""What the npm package's headless-only build wants besides."""


class NoBrowserError(Exception):
    """There is none; says what would help."""


@dataclass(frozen=True)
class Chromium:
    """A program, how to start it, and the variables of its environment."""

    program: str
    flags: tuple[str, ...] = FLAGS
    environment: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def find_chromium(environment: Mapping[str, str]) -> Chromium:
    """The Chromium to use. Unpacking the npm package's takes seconds, once. Raises `NoBrowserError`."""
    if named := environment.get("CHROMIUM"):
        if not shutil.which(named):
            raise NoBrowserError(f"CHROMIUM names {named}, which can't be run")
        return Chromium(named)
    path = environment.get("PATH", os.defpath)
    if found := next(filter(None, (shutil.which(name, path=path) for name in INSTALLED)), None):
        return Chromium(found)
    return _from_npm(environment, path)


def _from_npm(environment: Mapping[str, str], path: str) -> Chromium:
    if (sys.platform, platform.machine()) != ("linux", "x86_64"):
        raise NoBrowserError("no Chromium is installed, and the one in node_modules is for Linux on x86-64")
    if not (NODE_MODULES / "@sparticuz" / "chromium").is_dir():
        raise NoBrowserError("no Chromium is installed, and node_modules has none: run npm ci")
    node = shutil.which("node", path=path)
    if node is None:
        raise NoBrowserError("no Chromium is installed, and without Node the one in node_modules can't be unpacked")
    if not UNPACKED.is_dir():
        _unpack(node)
    libraries = UNPACKED / "al2023" / "lib"
    before = environment.get("LD_LIBRARY_PATH")
    fonts = {} if Path("/etc/fonts/fonts.conf").is_file() else {"FONTCONFIG_PATH": str(UNPACKED / "fonts")}
    # Libraries of the system come first, if it has them: the package's are those that a bare one lacks.
    found = {"LD_LIBRARY_PATH": f"{before}:{libraries}" if before else str(libraries)}
    return Chromium(str(UNPACKED / "chromium"), (*FLAGS, *SINGLE_PURPOSE), MappingProxyType(found | fonts))


def _unpack(node: str) -> None:
    """Into a folder of this process, then renamed: another test process may be at it too."""
    workshop = UNPACKED.with_name(f"{UNPACKED.name}-{os.getpid()}")
    workshop.mkdir(parents=True)
    done = subprocess.run(  # noqa: S603 - our own script
        [node, UNPACK, workshop], capture_output=True, text=True, timeout=120, check=False
    )
    if done.returncode != 0:
        shutil.rmtree(workshop)
        raise NoBrowserError(f"the Chromium in node_modules can't be unpacked: {done.stderr.strip()[-300:]}")
    try:
        workshop.rename(UNPACKED)
    except OSError:  # the other one was first
        shutil.rmtree(workshop)
