"""One person's browser window: opens the chat page as somebody, says and presses things, and keeps what went wrong."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.async_api import Browser, BrowserContext, ConsoleMessage, Error, Locator, Page, Request, expect

NARROW = 320
"""Pixels: as narrow as a page must bear. https://www.w3.org/WAI/WCAG22/Understanding/reflow"""


@dataclass
class Window:
    """A page in a browser profile of its own, and what its console and its network complained about."""

    page: Page
    url: str
    faults: list[str] = field(default_factory=list[str])

    async def become(self, name: str) -> None:
        """Pick a person, by name."""
        await self.page.goto(f"{self.url}/#")
        await self.page.get_by_role("link", name=name).click()
        await expect(self.page.locator("#switch-person")).to_contain_text(name)

    async def ask(self, text: str) -> None:
        """Type a question and send it."""
        await self.page.locator("#text").fill(text)
        await self.page.locator("#text").press("Enter")

    def message(self, containing: str) -> Locator:
        """The newest message of the bot with these words."""
        return self.page.locator(".item.bot").filter(has_text=containing).last

    async def shows(self, *words: str) -> Locator:
        """Wait for a message of the bot with all these words; that message."""
        message = self.message(words[0])
        for each in words:
            await expect(message).to_contain_text(each)
        return message

    async def press(self, title: str) -> None:
        """Press the newest button with exactly this title in the conversation."""
        await self.page.locator("#log").get_by_role("button", name=title, exact=True).last.click()

    async def overflow(self) -> int:
        """By how many pixels the page is wider than its window."""
        return await self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


async def open_window(  # noqa: PLR0917 - what a browser profile is
    browser: Browser, url: str, theme: str = "light", width: int = 1000, height: int = 900, sharpness: float = 1
) -> Window:
    """A window on the page at `url` of a browser that knows nothing yet; `theme` is what the machine prefers."""
    context = await browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if theme == "dark" else "light",
        device_scale_factor=sharpness,
        locale="en-GB",
        reduced_motion="reduce",
    )
    window = Window(await context.new_page(), url)
    _watch(context, window)
    await window.page.goto(url)
    await window.page.locator("#people a").first.wait_for()
    return window


def _watch(context: BrowserContext, window: Window) -> None:
    def said(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:  # a violated Content-Security-Policy is an error here too
            window.faults.append(f"console: {message.text}")

    def asked(request: Request) -> None:
        if urlsplit(request.url).scheme.startswith("http") and urlsplit(request.url).hostname != "127.0.0.1":
            window.faults.append(f"left this machine: {request.url}")

    def failed(error: Error) -> None:
        window.faults.append(f"script: {error.message}")

    context.on("console", said)
    context.on("request", asked)
    context.on("weberror", lambda fault: failed(fault.error))
