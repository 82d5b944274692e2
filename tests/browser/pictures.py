"""The README's pictures, taken on the way: `SYNCDOCTOR_PICTURES=1 pytest tests/browser`."""

import os
from pathlib import Path

from playwright.async_api import FloatRect, Locator

FOLDER = Path(__file__).with_name("pictures")
WANTED = bool(os.environ.get("SYNCDOCTOR_PICTURES"))
SHARPNESS = 2 if WANTED else 1
"""Device pixels per CSS pixel."""

MARGIN = 12


async def take(name: str, first: Locator, last: Locator | None = None) -> None:
    """Write what stands from `first` to `last` as `name`.png."""
    if not WANTED:
        return
    page = first.page
    await page.mouse.move(0, 0)
    await page.evaluate("document.fonts.ready")
    area = _around([await _box(each) for each in (first, last or first)])
    await page.screenshot(path=FOLDER / f"{name}.png", clip=area, animations="disabled")


async def _box(of: Locator) -> FloatRect:
    box = await of.bounding_box()
    assert box is not None, "nothing to take a picture of"
    return box


def _around(boxes: list[FloatRect]) -> FloatRect:
    left, top = min(box["x"] for box in boxes) - MARGIN, min(box["y"] for box in boxes) - MARGIN
    right = max(box["x"] + box["width"] for box in boxes) + MARGIN
    bottom = max(box["y"] + box["height"] for box in boxes) + MARGIN
    return {"x": left, "y": top, "width": right - left, "height": bottom - top}
