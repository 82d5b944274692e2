"""SharePoint on loopback: who may ask, what it answers, and the pull once a day."""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
from aiohttp import ClientSession
from yarl import URL

from bot.sandbox.faults import Fault
from bot.sandbox.portraits import picture_in, portrait
from bot.sandbox.server import Issuers, Sandbox
from tests.company import company

HOST, MY_HOST = "contoso.sharepoint.com", "contoso-my.sharepoint.com"
MANAGER = "/_api/SP.UserProfiles.PeopleManager"
CLAIM = "i%3A0%23.f%7Cmembership%7C"


@pytest.fixture
async def sandbox(issuers: Issuers) -> AsyncIterator[Sandbox]:
    async with Sandbox(company(), issuers=issuers) as running:
        yield running


def id_of(sandbox: Sandbox, name: str) -> str:
    found = sandbox.world.user(f"{name}@contoso.com")
    assert found
    return str(found["id"])


async def ask(
    sandbox: Sandbox, http: ClientSession, path: str, *, host: str = HOST, token: str | None = None, who: str = "alex"
) -> tuple[int, Any, bytes]:
    given = token or sandbox.entra.sharepoint_token(id_of(sandbox, who), ["User.Read.All"], host)
    url = URL(sandbox.address(f"https://{host}{path}"), encoded=True)
    async with http.get(url, headers={"Authorization": f"Bearer {given}"}) as answer:
        raw = await answer.read()
        return answer.status, await answer.json() if "json" in answer.content_type else None, raw


def said(body: Any) -> dict[str, str]:
    return {each["Key"]: each["Value"] for each in body["UserProfileProperties"]}


async def test_ones_own_profile_as_sharepoint_lists_it(sandbox: Sandbox, http: ClientSession) -> None:
    status, body, _ = await ask(sandbox, http, f"{MANAGER}/GetMyProperties")
    assert status == 200
    assert body["AccountName"] == "i:0#.f|membership|alex@contoso.com"
    assert {each["ValueType"] for each in body["UserProfileProperties"]} == {"Edm.String"}
    assert said(body)["SPS-PictureTimestamp"] == "63908129520"
    assert said(body)["PictureURL"].startswith(f"https://{MY_HOST}:443/User%20Photos/Profile%20Pictures/")
    assert (body["PersonalSiteHostUrl"], body["PictureUrl"]) == (f"https://{MY_HOST}:443/", said(body)["PictureURL"])


@pytest.mark.parametrize("account", [f"{CLAIM}freja@contoso.com", f"{CLAIM}nobody@contoso.com", "alex@contoso.com", ""])
async def test_whoever_has_no_profile_is_null(sandbox: Sandbox, http: ClientSession, account: str) -> None:
    path = f"{MANAGER}/GetPropertiesFor(accountName=@v)?@v='{account}'"
    assert (await ask(sandbox, http, path))[:2] == (200, {"odata.null": True})


async def test_a_placeholder_hides_the_picture_at_the_top_only(sandbox: Sandbox, http: ClientSession) -> None:
    path = f"{MANAGER}/GetPropertiesFor(accountName=@v)?@v='{CLAIM}johanna@contoso.com'"
    _, body, _ = await ask(sandbox, http, path)
    assert body["PictureUrl"] is None
    assert said(body)["PictureURL"]


@pytest.mark.parametrize("path", ["(accountName=@v)", "(accountName=@v)?@v=alex", "(accountName=@w)?@v='alex'"])
async def test_a_parameter_that_means_nothing_is_refused(sandbox: Sandbox, http: ClientSession, path: str) -> None:
    status, body, _ = await ask(sandbox, http, f"{MANAGER}/GetPropertiesFor{path}")
    assert (status, body["odata.error"]["code"]) == (400, "-2147024809, System.ArgumentException")


async def test_an_address_it_does_not_know(sandbox: Sandbox, http: ClientSession) -> None:
    status, body, _ = await ask(sandbox, http, f"{MANAGER}/GetEverything")
    assert (status, body["odata.error"]["code"].partition(", ")[0]) == (404, "-1")


async def test_only_a_token_made_for_this_host_opens_it(sandbox: Sandbox, http: ClientSession) -> None:
    alex, entra = id_of(sandbox, "alex"), sandbox.entra
    wrong = [
        entra.graph_token(alex, ["User.Read.All"]),
        entra.sharepoint_token(alex, ["User.Read.All"], "fabrikam.sharepoint.com"),
        entra.sharepoint_token(alex, ["User.Read.All"], MY_HOST),
        entra.sso_token(alex),
        entra.app_token("https://graph.microsoft.com"),
        "no token",
    ]
    for token in wrong:
        status, body, _ = await ask(sandbox, http, f"{MANAGER}/GetMyProperties", token=token)
        assert (status, list(body)) == (401, ["error_description"])


async def test_graph_does_not_take_sharepoints_token(sandbox: Sandbox, http: ClientSession) -> None:
    token = sandbox.entra.sharepoint_token(id_of(sandbox, "alex"), ["User.Read"], HOST)
    headers = {"Authorization": f"Bearer {token}"}
    async with http.get(sandbox.address("https://graph.microsoft.com/v1.0/me"), headers=headers) as answer:
        assert answer.status == 401


async def test_another_permission_of_sharepoints_does_not_do(sandbox: Sandbox, http: ClientSession) -> None:
    token = sandbox.entra.sharepoint_token(id_of(sandbox, "alex"), ["AllSites.Read"], HOST)
    status, body, _ = await ask(sandbox, http, f"{MANAGER}/GetMyProperties", token=token)
    assert (status, body["odata.error"]["code"]) == (403, "-2147024891, System.UnauthorizedAccessException")


async def test_thumbnails_are_real_pictures_in_three_sizes(sandbox: Sandbox, http: ClientSession) -> None:
    alex = id_of(sandbox, "alex")
    widths: list[int] = []
    for size in "SML":
        file = f"/User%20Photos/Profile%20Pictures/{alex}_{size}Thumb.jpg"
        status, _, raw = await ask(sandbox, http, file, host=MY_HOST)
        by_path = f"/_api/web/GetFileByServerRelativePath(decodedurl=@f)/$value?@f='{file}'"
        assert (status, raw) == (200, (await ask(sandbox, http, by_path, host=MY_HOST))[2])
        picture = picture_in(raw)
        assert picture
        widths.append(picture.width)
    assert widths == sorted(set(widths))
    assert (await ask(sandbox, http, f"/User%20Photos/Profile%20Pictures/{alex}_XThumb.jpg", host=MY_HOST))[0] == 404


async def pull(sandbox: Sandbox, http: ClientSession, name: str) -> bytes:
    path = f"/_layouts/15/userphoto.aspx?size=L&accountname={name}@contoso.com"
    return (await ask(sandbox, http, path))[2]


async def test_a_requested_photo_is_fetched_once_a_day(sandbox: Sandbox, http: ClientSession) -> None:
    world, alex = sandbox.world, id_of(sandbox, "alex")
    assert world.profiles[alex].picture == portrait("slate")
    await pull(sandbox, http, "alex")
    assert world.profiles[alex].picture == world.photos[alex]
    first = world.profiles[alex].fetched
    world.photos[alex] = portrait("mint")
    world.clock.forward(timedelta(hours=23))
    await pull(sandbox, http, "alex")
    assert (world.profiles[alex].picture, world.profiles[alex].fetched) == (portrait("coral"), first)
    world.clock.forward(timedelta(hours=1))
    await pull(sandbox, http, "alex")
    assert world.profiles[alex].picture == portrait("mint")


async def test_one_that_is_stuck_stays_as_it_is(sandbox: Sandbox, http: ClientSession) -> None:
    before = sandbox.world.profiles[id_of(sandbox, "signe")].picture
    await pull(sandbox, http, "signe")
    assert sandbox.world.profiles[id_of(sandbox, "signe")].picture == before


async def test_reading_the_state_fetches_nothing(sandbox: Sandbox, http: ClientSession) -> None:
    before = sandbox.world.profiles[id_of(sandbox, "alex")].fetched
    await ask(sandbox, http, f"{MANAGER}/GetMyProperties")
    assert sandbox.world.profiles[id_of(sandbox, "alex")].fetched == before


async def test_whoever_has_no_photo_gets_the_silhouette(sandbox: Sandbox, http: ClientSession) -> None:
    assert (await pull(sandbox, http, "lee")).startswith(b"GIF89a")
    assert (await pull(sandbox, http, "nobody")).startswith(b"GIF89a")


async def test_faults_have_sharepoints_envelope(sandbox: Sandbox, http: ClientSession) -> None:
    sandbox.faults.add(Fault(f"{HOST}/**", status=429))
    status, body, _ = await ask(sandbox, http, f"{MANAGER}/GetMyProperties")
    assert (status, list(body)) == (429, ["odata.error"])
