"""What Teams and its store want of a package that no schema says.

https://learn.microsoft.com/microsoftteams/platform/concepts/deploy-and-publish/appsource/prepare/teams-store-validation-guidelines
"""

from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

from bot.packaging.filled import TRANSLATION, Filled
from bot.packaging.lengths import faults_in_lengths
from bot.packaging.model import Manifest
from bot.packaging.png import faults_in_icon

HELP = "Help"


def faults_in(filled: Filled) -> tuple[str, ...]:
    """One line for everything that is wrong, naming the place."""
    manifest, host = filled.manifest, filled.host
    return (
        *_addresses(manifest, host),
        *_sign_in(manifest, filled.app_id, host),
        *_commands(manifest),
        *_translations(filled),
        *faults_in_icon(manifest.icons.color, filled.files[manifest.icons.color], 192),
        *faults_in_icon(manifest.icons.outline, filled.files[manifest.icons.outline], 32, transparent=True),
    )


def _addresses(manifest: Manifest, host: str) -> Iterator[str]:
    """Only our own domain may be listed, and the pages the store links to are on it."""
    for domain in manifest.valid_domains:
        if domain != host:
            yield f"manifest.json validDomains: {domain} is not the bot's own domain"
    if host not in manifest.valid_domains:
        yield f"manifest.json validDomains: {host} is missing, so the sign-in page can't report back to Teams"
    for url in (manifest.developer.website_url, manifest.developer.privacy_url, manifest.developer.terms_of_use_url):
        if urlsplit(url).hostname != host:
            yield f"manifest.json developer: {url} is not on the bot's own domain"


def _sign_in(manifest: Manifest, app_id: str, host: str) -> Iterator[str]:
    """Single sign-on fails without a word when these differ.

    https://learn.microsoft.com/microsoftteams/platform/bots/how-to/authentication/bot-sso-manifest
    """
    ids = {manifest.id, manifest.bots[0].bot_id, manifest.web_application_info.id}
    if ids != {app_id}:
        yield "manifest.json: id, botId and webApplicationInfo.id must all be the app id"
    if manifest.web_application_info.resource != f"api://{host}/botid-{app_id}":
        yield "manifest.json webApplicationInfo.resource must be the Application ID URI, api://<host>/botid-<app id>"
    if "identity" not in manifest.permissions:
        yield "manifest.json permissions: identity is missing"


def _commands(manifest: Manifest) -> Iterator[str]:
    """Each scope has one list, and each list has Help and no title twice."""
    bot = manifest.bots[0]
    listed = Counter(scope for suggested in bot.command_lists for scope in suggested.scopes)
    if listed != Counter(bot.scopes):
        yield "manifest.json bots[0].commandLists: every scope of the bot must have exactly one list"
    for index, suggested in enumerate(bot.command_lists):
        titles = [command.title for command in suggested.commands]
        if HELP not in titles:
            yield f"manifest.json bots[0].commandLists[{index}]: {HELP} is missing"
        if len(titles) != len(set(titles)):
            yield f"manifest.json bots[0].commandLists[{index}]: a title stands there twice"


def _translations(filled: Filled) -> Iterator[str]:
    """The translation has exactly the keys there is something to translate for, and none too long."""
    if TRANSLATION not in {language.file for language in filled.manifest.localization_info.additional_languages}:
        yield f"manifest.json localizationInfo: {TRANSLATION} is missing"
    given = {key: text for key, text in filled.translation.items() if key != "$schema"}
    wanted = translatable(filled.manifest)
    yield from (f"{TRANSLATION}: {key} is missing" for key in sorted(wanted - given.keys()))
    yield from (f"{TRANSLATION}: {key} belongs to nothing" for key in sorted(given.keys() - wanted))
    yield from faults_in_lengths(given)


def translatable(manifest: Manifest) -> frozenset[str]:
    """The keys a translation file must have.

    https://learn.microsoft.com/microsoftteams/platform/resources/schema/localization-schema
    """
    commands = (
        f"bots[0].commandLists[{i}].commands[{j}].{part}"
        for i, suggested in enumerate(manifest.bots[0].command_lists)
        for j in range(len(suggested.commands))
        for part in ("title", "description")
    )
    return frozenset({"name.short", "name.full", "description.short", "description.full", *commands})
