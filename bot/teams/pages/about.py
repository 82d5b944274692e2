"""The pages the Teams store wants open to everybody: what the bot is, what it does with data, on which terms.

https://learn.microsoft.com/microsoftteams/platform/concepts/deploy-and-publish/appsource/prepare/teams-store-validation-guidelines
"""

from aiohttp import web

from bot.conversation.speaker import asked_for
from bot.teams.pages.small_page import small_page
from bot.texts import Text, _

PAGES: dict[str, tuple[Text, ...]] = {
    "/": (
        _("Sync Doctor is a bot in Microsoft Teams. Ask it why you can't change a group; it looks and tells you."),
        _("It sees what you may see, and changes something only when you say so."),
    ),
    "/privacy": (
        _("Sync Doctor reads Microsoft 365 with your own rights when you ask, and keeps none of what it read."),
        _("It keeps a record of the changes made through it: when, by whom, of which object; ids only."),
        _("When you write to the owners of a group, your message is kept with the request."),
        _("When you tell the bot that it misread you, it keeps that sentence without names for 90 days."),
        _("Such a sentence carries no id, so nobody can find yours: “forget me” doesn't reach it."),
        _("A second reader, if your organisation has set one up, gets the text of messages the bot is unsure of."),
        _("Your sign-in is kept in memory only. Write “sign out” to the bot, and it is gone."),
        _("Write “forget me”, and what waits to be looked up for you later is deleted, too; the log of changes stays."),
    ),
    "/terms": (
        _("Whoever runs this bot answers for it. The program is free, under the MIT licence, without warranty."),
    ),
}


def routes() -> list[web.RouteDef]:
    """One address for each page."""
    return [web.get(path, show) for path in PAGES]


async def show(request: web.Request) -> web.Response:
    """The page at this address, in the browser's language."""
    speaking = asked_for(request.headers.get("Accept-Language"))
    return small_page(PAGES[request.path], speaking)
