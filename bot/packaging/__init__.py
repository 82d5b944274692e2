"""The Teams app package: the manifest filled in, checked and zipped, ready to be uploaded.

https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-package
"""

from pathlib import Path

from bot.packaging.archive import write_archive
from bot.packaging.faults import BadManifest
from bot.packaging.filled import Filled, fill
from bot.packaging.rules import faults_in

__all__ = ["BadManifest", "package"]

ARCHIVE = "sync-doctor-teams.zip"


def package(app_id: str, public_url: str, out: Path, version: str) -> Path:
    """Write `sync-doctor-teams.zip` into the folder `out` and say where it is; the same arguments give the same bytes.

    `public_url` is https with a host name only, `version` three numbers. Raises `BadManifest` with all that is wrong,
    and then writes nothing.
    """
    filled: Filled = fill(app_id, public_url, version)
    faults = faults_in(filled)
    if faults:
        raise BadManifest(faults)
    out.mkdir(parents=True, exist_ok=True)
    return write_archive(filled.files, out / ARCHIVE)
