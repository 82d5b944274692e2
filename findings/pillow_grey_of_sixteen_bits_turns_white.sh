#!/bin/sh
# Pillow 13.0.0: a 16-bit grey PNG is opened in mode I;16, and `convert("L")` or `convert("RGB")` cuts off at 255 instead
# of scaling from 65535: a photo in middle grey comes out all white. Seen: "I;16 255 (255, 255, 255)", where 117 is meant.
# Exit code 1 when that has changed.
set -eu
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check pillow==13.0.0
seen=$("$place/venv/bin/python" - <<'PYTHON'
from io import BytesIO
from PIL import Image

written = BytesIO()
Image.frombytes("I;16", (8, 8), (30_000).to_bytes(2, "little") * 64).save(written, "PNG")
picture = Image.open(written)
print(picture.mode, picture.convert("L").getpixel((1, 1)), picture.convert("RGB").getpixel((1, 1)))
PYTHON
)
echo "$seen"
[ "$seen" = "I;16 255 (255, 255, 255)" ]
