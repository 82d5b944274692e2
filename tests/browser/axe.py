"""What axe-core, Deque's accessibility checker, says of a page. https://github.com/dequelabs/axe-core"""

from pathlib import Path
from typing import Any

from playwright.async_api import Page

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"

_RUN = """async () => {
  const { violations } = await axe.run();
  const line = (id) => ({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`;
  return violations.flatMap(({ id, nodes }) => nodes.map(line(id)));
}"""


async def complaints(page: Page) -> list[str]:
    """Every rule the page breaks, with the element and why; run from outside, so the page's own policy holds."""
    if not await page.evaluate("'axe' in window"):
        await page.evaluate(AXE.read_text(encoding="utf-8"))
    found: Any = await page.evaluate(_RUN)
    return found
