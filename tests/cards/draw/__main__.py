"""Draws them all anew."""

import asyncio
import base64
import os

from playwright.async_api import Page, async_playwright

from cards.kit.pictures import DRAWN
from tests.browser.chromium import find_chromium
from tests.cards.draw.palette import png
from tests.cards.draw.pictures import every

PIXELS = """async (svg) => {
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
  const on = canvas.getContext("2d");
  on.drawImage(image, 0, 0);
  const { data } = on.getImageData(0, 0, image.width, image.height);
  let text = "";
  for (let n = 0; n < data.length; n += 8192) text += String.fromCharCode(...data.subarray(n, n + 8192));
  return [btoa(text), image.width, image.height];
}"""


async def drawn(page: Page, svg: str) -> bytes:
    pixels, width, height = await page.evaluate(PIXELS, svg)
    return png(base64.b64decode(pixels), width, height)


async def main() -> None:
    chromium = find_chromium(os.environ)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=chromium.program,
            args=list(chromium.flags),
            env={**os.environ, **chromium.environment},
        )
        page = await browser.new_page()
        for name, svg in every():
            file = DRAWN / f"{name}.png"
            file.write_bytes(await drawn(page, svg))
        await browser.close()


asyncio.run(main())
