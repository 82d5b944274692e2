#!/bin/sh
# Pillow 13.0.0: `Image.open(file, formats=["JPEG"])` doesn't keep to JPEG: a telephone's file of two pictures comes back
# as MPO, and saving it "as it is" in its own format is no JPEG. `JpegImageFile(file)` takes its first picture as JPEG.
# Seen: "MPO 2 JPEG". Exit code 1 when that has changed.
set -eu
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check pillow==13.0.0
seen=$("$place/venv/bin/python" - <<'PYTHON'
from io import BytesIO
from PIL import Image
from PIL.JpegImagePlugin import JpegImageFile

written = BytesIO()
Image.new("RGB", (8, 8)).save(written, "MPO", save_all=True, append_images=[Image.new("RGB", (8, 8), "blue")])
picture = Image.open(written, formats=["JPEG"])
print(picture.format, picture.n_frames, JpegImageFile(BytesIO(written.getvalue())).format)
PYTHON
)
echo "$seen"
[ "$seen" = "MPO 2 JPEG" ]
