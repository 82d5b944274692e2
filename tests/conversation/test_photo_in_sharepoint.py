"""Why is my photo still the old one in SharePoint? Over the wire: Teams, both tokens, both audiences, the card."""

import pytest

from bot.cli.company import Running
from tests.company import Chatting, contoso, text
from tests.conversation.watching import batches

SHAREPOINTS = "00000003-0000-0ff1-ce00-000000000000/User.Read.All"
ASKED = "Why is my photo still the old one in SharePoint?"
SPURGT = "Hvorfor er mit billede stadig det gamle i SharePoint?"


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize(
    ("person", "asked", "verdict"),
    [
        ("alex", ASKED, "SharePoint still has another photo of you, from"),
        ("mette", SPURGT, "SharePoint har stadig et andet billede af dig, fra"),
        ("nanna", SPURGT, "SharePoint har hentet dit billede inden for det seneste døgn."),
        ("thomas", ASKED, "SharePoint fetched your photo less than a day ago."),
        ("freja", SPURGT, "Du har endnu ingen profil i SharePoint."),
        ("klaus", ASKED, "SharePoint has never fetched your photo."),
        ("oliver", ASKED, "SharePoint has never fetched your photo."),
        ("signe", SPURGT, "SharePoints kopi af dit billede sidder fast."),
        ("johanna", ASKED, "SharePoint's copy of your photo is stuck."),
        ("emily", ASKED, "SharePoint shows a picture of you from intranet.contoso.com"),
        ("agnieszka", ASKED, "SharePoint's copy of your photo is stuck."),
        ("lee", ASKED, "You have no profile photo."),
    ],
)
async def test_everybody_is_told_what_is_so(company: Running, person: str, asked: str, verdict: str) -> None:
    locale = "da-DK" if asked == SPURGT else "en-GB"
    assert verdict in text(await Chatting(company, f"{person}@contoso.com", locale).say(asked))


@pytest.mark.asyncio(loop_scope="module")
async def test_somebody_elses_is_asked_about_by_name(company: Running) -> None:
    alex = Chatting(company, "alex@contoso.com", "en-GB")
    said = text(await alex.say("Why is the photo of Johanna Lorenz still the old one in SharePoint?"))
    assert "SharePoint's copy of the photo of Johanna Lorenz is stuck." in said


async def test_a_consent_that_is_missing_for_sharepoint_is_a_gap_with_its_name() -> None:
    async with contoso() as running:
        running.sandbox.world.admin_consent.discard(SHAREPOINTS)
        said = text(await Chatting(running, "alex@contoso.com", "en-GB").say(ASKED))
        assert "I may not see what SharePoint keeps of the photo" in said
        assert "It takes the permission SharePoint User.Read.All" in said
        assert "User.Read.All, and" in said


async def test_a_group_is_answered_without_sharepoint() -> None:
    async with contoso() as running:
        running.sandbox.world.admin_consent -= {SHAREPOINTS, "Sites.Read.All"}
        chat = Chatting(running, "alex@contoso.com", "en-GB")
        said = text(await chat.say("Why can't I edit Sales?"))
        assert "SharePoint" not in said
        before = batches(running)
        await chat.say("Why can't I edit 6310f403-2112-43d5-bdfb-5b2fe552bfbd?")
        assert batches(running) - before == 2


async def test_the_host_is_looked_up_once_for_all() -> None:
    async with contoso() as running:
        alex, mette = (Chatting(running, f"{name}@contoso.com", "en-GB") for name in ("alex", "mette"))
        await alex.say(ASKED)
        before = batches(running)
        await mette.say(ASKED)
        first = batches(running) - before
        before = batches(running)
        await mette.say(ASKED)
        assert batches(running) - before == first
