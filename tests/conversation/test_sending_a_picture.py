"""A picture sent in the chat becomes one's photo: shown first, written once, looked at again, kept nowhere."""

import logging
from collections.abc import Awaitable, Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from bot.cli.company import Running
from bot.sandbox.faults import Fault
from tests.company import Chatting, contoso, text, titles
from tests.conversation.watching import address, elements, heading, message, recorded, writes

Way = Callable[[Chatting, bytes], Awaitable[None]]
LEE, ALEX = "lee@contoso.com", "alex@contoso.com"
USE = "Use this picture"
DOWNLOAD = "application/vnd.microsoft.teams.file.download.info"


def picture(colour: str = "teal", size: tuple[int, int] = (900, 700)) -> bytes:
    """A drawn picture with a place and a comment in it."""
    image = Image.new("RGB", size, colour)
    image.paste("orange", (300, 200, 600, 500))
    exif = Image.Exif()
    exif[0x010F] = "SecretCam"
    written = BytesIO()
    image.save(written, "JPEG", exif=exif, comment=b"taken at home")
    return written.getvalue()


async def sent(chat: Chatting, content: bytes) -> None:
    await message(chat, text="", attachments=[chat.running.sandbox.connector.attachments.keep(content)])


async def sent_as_file(chat: Chatting, content: bytes, host: str = "contoso-my.sharepoint.com") -> None:
    chat.running.sandbox.world.sent_files["f1"] = content
    url = f"https://{host}/_layouts/15/download.aspx?UniqueId=f1&tempauth=x"
    file = {
        "contentType": DOWNLOAD,
        "content": {"downloadUrl": url, "uniqueId": "f1", "fileType": "jpg"},
        "name": "me.jpg",
    }
    await message(chat, text="", attachments=[file])


def everything_in(folder: Path) -> bytes:
    return b"".join(each.read_bytes() for each in folder.iterdir())


def written(running: Running, chat: Chatting) -> bytes:
    return running.sandbox.world.photos[chat.client.user][-1].content


@pytest.mark.parametrize("way", [sent, sent_as_file])
@pytest.mark.parametrize("person", [LEE, ALEX])
async def test_it_is_shown_first_then_written_and_looked_at_again(way: Way, person: str) -> None:
    async with contoso() as running:
        chat = Chatting(running, person, "en-GB")
        await chat.say("Hi")
        await way(chat, picture())
        card = chat.last()
        shown = [str(each["url"]) for each in elements(card.card) if each.get("type") == "Image"]
        assert len([each for each in shown if each.startswith("data:image/jpeg;base64,")]) == 1
        assert len(str(card.card)) < 24_000
        assert writes(running) == []
        assert heading(await chat.press(USE)) == "It worked: I looked again, and it shows."
        assert writes(running) == ["PUT /me/photo/$value"]
        photo = written(running, chat)
        assert Image.open(BytesIO(photo)).size == (648, 648)
        assert b"SecretCam" not in photo
        assert b"taken at home" not in photo


async def test_in_danish_too() -> None:
    async with contoso() as running:
        lee = Chatting(running, LEE, "da-DK")
        await lee.say("Hej")
        await sent(lee, picture())
        assert (
            heading(await lee.press("Brug dette billede"))
            == "Det lykkedes: Jeg har kigget efter, og det er slået igennem."
        )


async def test_a_throttled_write_is_tried_again() -> None:
    async with contoso() as running:
        fault = Fault("graph.microsoft.com/v1.0/me/photo/$value", "PUT", status=429, headers={"Retry-After": "0"})
        running.sandbox.faults.add(fault)
        lee = Chatting(running, LEE, "en-GB")
        await lee.say("Hi")
        await sent(lee, picture())
        assert heading(await lee.press(USE)) == "It worked: I looked again, and it shows."
        assert len(writes(running)) == 2


async def test_microsoft_refuses() -> None:
    async with contoso() as running:
        running.sandbox.faults.add(Fault("graph.microsoft.com/v1.0/me/photo/*", "PUT", status=403))
        lee = Chatting(running, LEE, "en-GB")
        await lee.say("Hi")
        await sent(lee, picture())
        assert heading(await lee.press(USE)) == "Microsoft said no: nothing was changed."


async def test_where_the_settings_forbid_it_no_picture_is_asked_about() -> None:
    async with contoso() as running:
        running.sandbox.world.photo_update_settings["source"] = "onPremises"
        lee = Chatting(running, LEE, "en-GB")
        await lee.say("Hi")
        await sent(lee, picture())
        assert "Photos come from Active Directory here" in text(lee.last())
        assert USE not in titles(lee.last())


async def test_another_photo_is_there_meanwhile() -> None:
    async with contoso() as running:
        lee = Chatting(running, LEE, "en-GB")
        await lee.say("Hi")
        await sent(lee, picture())
        world = running.sandbox.world
        alex = Chatting(running, ALEX).client.user
        world.photos[lee.client.user] = world.photos[alex]
        assert "Nothing was changed: it looks different now" in text(await lee.press(USE))
        assert writes(running) == []


async def test_only_the_latest_picture_is_held() -> None:
    async with contoso() as running:
        lee = Chatting(running, LEE, "en-GB")
        await lee.say("Hi")
        await sent(lee, picture("teal"))
        first = lee.last()
        await sent(lee, picture("red"))
        action = next(a for a in elements(first.card) if a.get("title") == USE and a.get("type") == "Action.Execute")
        await lee.client.perform(first.id, action, {})
        await running.settled(lee.client)
        assert "I have no picture of yours" in text(lee.client.view.item(first.id))
        assert writes(running) == []


@pytest.mark.parametrize(
    ("content", "why"),
    [(b"not a picture", "Send a JPEG or PNG"), (b"\xff\xd8\xff\xe0 cut", "I can't use that picture")],
)
async def test_what_is_no_picture_is_refused_in_words(content: bytes, why: str) -> None:
    async with contoso() as running:
        lee = Chatting(running, LEE, "en-GB")
        await lee.say("Hi")
        await sent(lee, content)
        assert why in text(lee.last())


async def test_no_other_host_is_asked() -> None:
    async with contoso() as running:
        lee = Chatting(running, LEE, "en-GB")
        await lee.say("Hi")
        await sent_as_file(lee, picture(), "contoso-my.sharepoint.com.evil.example")
        assert "I couldn't fetch it from Teams" in text(lee.last())
        for url in ("https://evil.example/v3/attachments/x", f"{running.sandbox.url}/elsewhere/x"):
            await message(lee, text="", attachments=[{"contentType": "image/png", "contentUrl": url}])
            assert "I couldn't fetch it from Teams" in text(lee.last())


async def test_nothing_of_it_is_logged_or_stored(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    file = tmp_path / "audit.sqlite"
    with caplog.at_level(logging.DEBUG, "bot"):
        async with contoso(database=address(file)) as running:
            lee = Chatting(running, LEE, "en-GB")
            await lee.say("Hi")
            await sent_as_file(lee, picture())
            await lee.press(USE)
            photo = written(running, lee)
            (row,) = await recorded(file, running)
            assert row.arguments == {"user_id": lee.client.user, "replaces": ""}
    kept = everything_in(tmp_path)
    assert photo[100:140] not in kept
    assert "tempauth" not in caplog.text
    assert b"tempauth" not in kept
