"""The pages the Teams store wants open to everybody: what the bot is, what it does with data, on which terms.

https://learn.microsoft.com/microsoftteams/platform/concepts/deploy-and-publish/appsource/prepare/teams-store-validation-guidelines
"""

from aiohttp import web

from bot.conversation.speaker import asked_for
from bot.teams.pages.small_page import small_page
from bot.texts import Text, _

PAGES: dict[str, tuple[Text, ...]] = {
    "/": (
        _(
            "Sync Doctor is a bot in Microsoft Teams. Ask it why you can't change a group, why a photo is missing or "
            "whether sync runs; it looks and tells you."
        ),
        _("It sees what you may see, and changes something only when you say so."),
    ),
    "/privacy": (
        _("Your organisation runs this bot and decides on its data. Ask your IT support about it."),
        _("Sync Doctor reads Microsoft 365 with your own rights when you ask, and stores none of what it read."),
        _(
            "It keeps a log of the changes made through it: when, by whom, in which chat, of which object, with which "
            "outcome; ids only. Your organisation decides how long."
        ),
        _("Where to reach you in Teams, and your language there, are deleted 180 days after you last wrote."),
        _(
            "When you ask the owners of a group, your words are kept until one of them answers, or seven days. The "
            "request stays for 90 days more, as ids. The owners keep their message in Teams."
        ),
        _("A change that doesn't show yet is looked at again for you. 30 days after that has ended, it is deleted."),
        _("That a button was used is kept for 180 days."),
        _("When you show the bot that it misread you, it keeps the sentence for 90 days, without names it can tell."),
        _(
            "If your organisation has set up a language model as a second reader, that gets messages the bot is unsure "
            "of: your words as you wrote them, names too, but not who you are."
        ),
        _("Your sign-in is kept in memory only. Write “sign out” to the bot, and it is gone."),
        _(
            "Write “forget me”, and the bot deletes where to reach you, your words to owners, and what it was going to "
            "look at for you later."
        ),
        _(
            "“Forget me” leaves the log of changes and your requests to owners, as ids, and sentences it misread: "
            "those carry no id, so nobody can find yours."
        ),
    ),
    "/terms": (
        _("Whoever runs this bot answers for it. The program is free, under the MIT licence, without warranty."),
        _("It tells what Microsoft 365 shows at that moment, and says so where it couldn't look or isn't certain."),
        _("What you change through it, you change yourself, with your own account."),
    ),
}


def routes() -> list[web.RouteDef]:
    """One address for each page."""
    return [web.get(path, show) for path in PAGES]


async def show(request: web.Request) -> web.Response:
    """The page at this address, in the browser's language."""
    speaking = asked_for(request.headers.get("Accept-Language"))
    return small_page(PAGES[request.path], speaking)
