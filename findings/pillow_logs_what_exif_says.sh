#!/bin/sh
# Pillow 13.0.0: reading EXIF (also `ImageOps.exif_transpose`) writes every tag with its value to the logger
# "PIL.TiffImagePlugin" at level DEBUG. A program that logs at DEBUG so logs who and what a stranger's photo names.
# Seen: one record that holds the description. Exit code 1 when that has changed.
set -eu
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check pillow==13.0.0
seen=$("$place/venv/bin/python" - <<'PYTHON' 2>&1
import logging
from io import BytesIO
from PIL import ExifTags, Image, ImageOps

exif = Image.Exif()
exif[ExifTags.Base.ImageDescription] = "Adele at home"
written = BytesIO()
Image.new("RGB", (8, 8)).save(written, "JPEG", exif=exif)
logging.basicConfig(level=logging.DEBUG)
ImageOps.exif_transpose(Image.open(written))
PYTHON
)
echo "$seen"
echo "$seen" | grep -q "PIL.TiffImagePlugin.*ImageDescription.*Adele at home"
