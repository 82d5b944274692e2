"""The newcomer's path: pick somebody, ask, read the answer, press, confirm, take it back."""

import pytest
from playwright.async_api import expect

from bot.cli.company import Running
from tests.browser.axe import complaints
from tests.browser.conftest import Open
from tests.browser.pictures import take

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_adele_asks_in_english(window: Open) -> None:
    adele = await window()
    assert await complaints(adele.page) == []
    await adele.become("Adele Vance")
    await expect(adele.page.locator("#greeting .offer").first).to_have_text("Why can't I edit Marketing DK?")
    assert await complaints(adele.page) == []
    await adele.ask("why can't I edit Marketing DK?")
    answer = await adele.shows("Marketing DK is managed in Active Directory, so it can't be changed here.")
    assert await complaints(adele.page) == []
    await take("answer-english-light", adele.page.locator(".item.me").last, answer)
    why = answer.get_by_role("button", name="Details")
    await expect(why).to_have_attribute("aria-expanded", "false")
    await why.click()
    await expect(why).to_have_attribute("aria-expanded", "true")
    await expect(answer.get_by_text("Name in Active Directory: MKT-DK", exact=True)).to_be_visible()
    assert await complaints(adele.page) == []


async def test_a_command_can_be_copied(window: Open) -> None:
    adele = await window()
    await adele.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    await adele.become("Adele Vance")
    await adele.ask("why can't I edit Marketing DK?")
    answer = await adele.shows("Marketing DK is managed")
    await answer.get_by_role("button", name="Details").click()
    await answer.get_by_role("button", name="Copy: Start-ADSyncSyncCycle -PolicyType Delta").click()
    await answer.get_by_role("button", name="Copied: Start-ADSyncSyncCycle -PolicyType Delta").wait_for()
    assert await adele.page.evaluate("navigator.clipboard.readText()") == "Start-ADSyncSyncCycle -PolicyType Delta"
    assert await complaints(adele.page) == []


async def test_soren_moves_a_group_to_the_cloud_is_told_when_it_shows_and_takes_it_back(
    window: Open, company: Running
) -> None:
    soren = await window(theme="dark")
    await soren.become("Søren Kjær")
    await soren.ask("hvorfor kan jeg ikke tilføje medlemmer til Økonomi")
    answer = await soren.shows("Økonomi administreres i Active Directory")
    assert await complaints(soren.page) == []
    await take("answer-danish-dark", soren.page.locator(".item.me").last, answer)
    await soren.press("Flyt til skyen…")
    question = await soren.shows("Bagefter", "Active Directory", "skyen (Microsoft Entra ID)")
    assert await complaints(soren.page) == []
    await take("confirm-danish-dark", question)
    assert company.group("Økonomi")["id"] not in company.sandbox.world.cloud_managed
    await soren.press("Flyt til skyen")
    outcome = await soren.shows("Under behandling", "Jeg siger til, når det er slået igennem.")
    assert company.group("Økonomi")["id"] in company.sandbox.world.cloud_managed
    assert company.group("Økonomi")["onPremisesSyncEnabled"] is True
    assert await complaints(soren.page) == []
    await soren.page.get_by_role("button", name="+30 min.").click()
    told = await soren.shows("Nu er det slået igennem: Ændringen af Økonomi kan ses.")
    assert company.group("Økonomi")["onPremisesSyncEnabled"] is None
    assert await complaints(soren.page) == []
    await take("outcome-danish-dark", outcome, told)
    await soren.press("Fortryd")
    await soren.shows("Flyt tilbage til AD", "Annuller")
    assert await complaints(soren.page) == []
    await soren.press("Flyt tilbage til AD")
    await expect(soren.page.locator(".item.bot").filter(has_text="Under behandling")).to_have_count(2)
    await expect(soren.message("Nu er det slået igennem")).to_have_count(0)  # where the question was asked
    assert company.group("Økonomi")["id"] not in company.sandbox.world.cloud_managed
    await soren.page.get_by_role("button", name="+30 min.").click()
    await soren.shows("Nu er det slået igennem: Ændringen af Økonomi kan ses.")
    assert company.group("Økonomi")["onPremisesSyncEnabled"] is True
    assert await complaints(soren.page) == []


async def test_adele_makes_lee_an_owner_and_takes_it_back(window: Open, company: Running) -> None:
    adele = await window()
    owners, sales = company.sandbox.world.owners, company.group("Sales")["id"]
    await adele.become("Adele Vance")
    await adele.ask("is Lee Gu an owner of Sales?")
    await adele.shows("Lee Gu doesn't own Sales.")
    await adele.press("Make owner…")
    await adele.shows("Lee Gu", "Sales", "Cancel")
    assert await complaints(adele.page) == []
    await adele.press("Make owner")
    await adele.shows("It worked")
    assert LEE in owners[sales]
    assert await complaints(adele.page) == []
    await adele.press("Undo")
    await adele.shows("It worked", "not an owner")
    assert LEE not in owners[sales]
    assert await complaints(adele.page) == []


LEE = "40c09750-b26d-4c60-8f2b-99b017f8f65d"
