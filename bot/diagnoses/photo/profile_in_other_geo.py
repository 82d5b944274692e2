"""The person's SharePoint profile is kept in another geography of the organisation.

Seen as   The photo is right on some SharePoint pages and old on others.
Why       An organisation may have several geographies. A person's profile, with the photo, lives in one of them; pages
          of the others may be behind.
Put right Open SharePoint or OneDrive in the geography of the profile, signed in as oneself.
"""

import re
from urllib.parse import urlsplit

from bot.model import Evidence, Finding, Link, Question, Severity, Symptom
from bot.readings.sharepoint import RootSite, SharePointProfile
from bot.readings.user import User
from bot.rule import NOT_APPLICABLE, Verdict, explains
from bot.texts import _

LEARN = "https://learn.microsoft.com/sharepoint/dev/solution-guidance/multigeo-userprofileexperience"


@explains(Symptom.PHOTO_STALE, checks=_("whether the profile is in another geography"), causes=())
def diagnose(question: Question, user: User, profile: SharePointProfile | None, site: RootSite) -> Verdict:
    """Speaks when the host of the person's own site is the organisation's with a geography's letters in it."""
    if profile is None:
        return NOT_APPLICABLE
    host = urlsplit(profile.personal_site_host_url or "").hostname or ""
    geography = letters(urlsplit(site.web_url or "").hostname or "", host)
    return elsewhere(user.id == question.asker, user.name, geography, host) if geography else None


def letters(root: str, host: str) -> str:
    """The geography: `apc` of `contosoapc-my.sharepoint.com`; "" where it is the organisation's first one."""
    name, _dot, rest = root.partition(".")
    found = re.fullmatch(rf"{re.escape(name)}([a-z]{{3}})-my\.{re.escape(rest)}", host)
    return found[1] if name and found else ""


def elsewhere(mine: bool, name: str, geography: str, host: str) -> Finding:
    """The verdict, and where the profile is opened."""
    return Finding(
        severity=Severity.NOTE,
        title=_("Your SharePoint profile is in another geography: {geography}.", geography=geography.upper())
        if mine
        else _(
            "The SharePoint profile of {person} is in another geography: {geography}.",
            person=name,
            geography=geography.upper(),
        ),
        advice=_("The photo is fetched there. Pages of other geographies can take longer to follow."),
        because=(Evidence(_("Kept at"), host),),
        by_hand=(Link(_("Open OneDrive there"), f"https://{host}/"),) if mine else (),
        learn=LEARN,
        # Unverified: how long pages of other geographies are behind.
        probable=True,
    )
