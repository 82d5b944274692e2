"""The Teams app package that was made here: is it this deployment's?"""

import json
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zipfile import BadZipFile, ZipFile

from bot.preflight.line import Line, fault, ok
from bot.preflight.observations import Package
from bot.settings import Settings

DIST = Path("dist")
ARCHIVE = "sync-doctor-teams.zip"
AGAIN = "Run `syncdoctor package` with these settings, and upload what it writes in the Teams admin center."


def package_in(folder: Path) -> Package | None:
    """Whose the package in this folder is; `None` when there is none. Never raises."""
    file = folder / ARCHIVE
    if not file.is_file():
        return None
    try:
        with ZipFile(file) as archive:
            manifest: Any = json.loads(archive.read("manifest.json"))
        sign_in = manifest["webApplicationInfo"]
        ids = {str(each).lower() for each in (manifest["id"], manifest["bots"][0]["botId"], sign_in["id"])}
        return Package(str(file), frozenset(ids), urlsplit(str(sign_in["resource"])).netloc)
    except (OSError, BadZipFile, ValueError, LookupError, TypeError):
        return Package(str(file), frozenset(), "")


def package_lines(seen: Package | None, settings: Settings) -> list[Line]:
    """What Teams would get wrong with it: it finds the bot, and signs people in, by what stands in there."""
    if seen is None:
        return []
    if not seen.ids:
        return [fault("Teams package", f"{seen.file} can't be read.", AGAIN)]
    if seen.ids != frozenset({settings.app_id.lower()}):
        means = f"{seen.file} was made for another app id, so Teams would talk to another bot."
        return [fault("Teams package", means, AGAIN)]
    if seen.host != urlsplit(settings.public_url).netloc:
        means = f"{seen.file} was made for {seen.host}, so single sign-on would ask for the wrong address."
        return [fault("Teams package", means, AGAIN)]
    return [ok("Teams package", f"{seen.file} is this bot's.")]
