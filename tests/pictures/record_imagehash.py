"""What `imagehash` says of Contoso's photos, written down for those who haven't installed it.

`uv run --group pictures python -m tests.pictures.record_imagehash`
"""

import json
from importlib import import_module
from pathlib import Path
from typing import Any

from PIL import Image

# Not written as an import, because few have it installed and types are checked without.
imagehash: Any = import_module("imagehash")

PHOTOS = Path(__file__).parents[2] / "bot/sandbox/companies/photos"
RECORD = Path(__file__).parent / "imagehash_4_3_2.json"


def recorded() -> dict[str, list[str]]:
    """Photo → its `phash` and `dhash` in hexadecimal."""
    photos = sorted(PHOTOS.glob("*/*.jpg"))
    return {str(photo.relative_to(PHOTOS)): _hashes(Image.open(photo)) for photo in photos}


def _hashes(picture: Image.Image) -> list[str]:
    return [str(imagehash.phash(picture)), str(imagehash.dhash(picture))]


if __name__ == "__main__":
    RECORD.write_text(json.dumps(recorded(), indent=1) + "\n")
