"""A zip whose bytes depend on nothing but its content, so that two builds can be compared."""

from collections.abc import Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

OLDEST = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip can hold."""
UNIX = 3
READABLE = 0o644 << 16


def write_archive(files: Mapping[str, bytes], path: Path) -> Path:
    """Write `files` to `path`, replacing what was there."""
    with ZipFile(path, "w") as archive:
        for name in sorted(files):
            entry = ZipInfo(name, OLDEST)
            entry.compress_type = ZIP_DEFLATED
            # Otherwise these say on which system the file was made.
            entry.create_system, entry.external_attr = UNIX, READABLE
            archive.writestr(entry, files[name], compresslevel=9)
    return path
