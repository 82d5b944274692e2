"""The spine, as a person lives it: asked, answered, put right, taken back."""

from tests.company import Chatting, contoso, text, titles


async def test_soren_moves_a_group_to_the_cloud_and_back() -> None:
    async with contoso() as running:
        soren = Chatting(running, "soren@contoso.com", "da-DK")
        answer = await soren.say("hvorfor kan jeg ikke tilføje medlemmer til Økonomi")
        assert "Økonomi" in text(answer)
        await soren.press(titles(answer)[0])
        done = await soren.press(titles(soren.last())[0])
        assert running.group("Økonomi")["onPremisesSyncEnabled"] is None
        undo = titles(done)[0]
        await soren.press(undo)
        assert running.group("Økonomi")["id"] not in running.sandbox.world.cloud_managed
