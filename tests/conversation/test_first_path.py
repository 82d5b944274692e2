"""The spine, as a person lives it: asked, answered, put right, taken back."""

from datetime import timedelta

from tests.company import Chatting, contoso, text, titles


async def test_soren_moves_a_group_to_the_cloud() -> None:
    async with contoso() as running:
        soren = Chatting(running, "soren@contoso.com", "da-DK")
        answer = await soren.say("hvorfor kan jeg ikke tilføje medlemmer til Økonomi")
        assert "Økonomi" in text(answer)
        await soren.press(titles(answer)[0])
        await soren.press(titles(soren.last())[0])
        running.sandbox.world.clock.forward(timedelta(minutes=3))
        assert "administreres i Active Directory" not in text(await soren.press("Tjek igen"))
        assert running.group("Økonomi")["onPremisesSyncEnabled"] is None


async def test_gitte_makes_herself_an_owner_and_takes_it_back() -> None:
    async with contoso() as running:
        gitte = Chatting(running, "gitte@contoso.com", "da-DK")
        await gitte.say("hvorfor kan jeg ikke ændre Salg Danmark i Teams?")
        await gitte.press("Gør til ejer…")
        group = running.group("Salg Danmark")["id"]
        undo = titles(await gitte.press("Gør til ejer"))[0]
        assert gitte.client.user in running.sandbox.world.owners[group]
        await gitte.press(undo)
        assert gitte.client.user not in running.sandbox.world.owners[group]
