"""Profile photos: whose, in which sizes, as bytes, and who may change them."""

from base64 import b64decode, b64encode
from typing import Any

import pytest

from bot.sandbox.faults import Fault, Faults
from bot.sandbox.graph.rights import roles
from bot.sandbox.graph.rights.visibility import RESTRICTED_GUEST
from bot.sandbox.graph.writes.profile_photos import LARGEST
from bot.sandbox.portraits import portrait
from bot.sandbox.world import World
from tests.sandbox.graph.company_on_stage import SKU, TENANT, A, U
from tests.sandbox.graph.graph_client import Answered, Graph

NOT_FOUND = "Exception of type 'Microsoft.Fast.Profile.Core.Exception.ImageNotFoundException' was thrown."
DENIED = (403, "ErrorAccessDenied", "Access is denied. Check credentials and try again.")
SIZES = ["48X48", "64X64", "96X96", "120X120", "240X240"]
NEW = portrait("coral")[2]
OWNER, STRANGER = f"users/{U['owner']}", f"users/{U['stranger']}"


def give_mailbox(world: World, person: str) -> None:
    plan = {"servicePlanId": "5-e", "servicePlanName": "EXCHANGE_S_ENTERPRISE"}
    world.subscribed_skus[0]["servicePlans"] = [plan]
    world.users[person]["assignedLicenses"] = [{"skuId": SKU, "disabledPlans": []}]


@pytest.fixture(autouse=True)
def mailbox(graph: Graph) -> None:
    give_mailbox(graph.world, U["owner"])


async def put(graph: Graph, whose: str, who: str, data: bytes = NEW.content, **more: Any) -> Answered:
    headers = {"Content-Type": more.pop("kind", "image/jpeg")}
    return await graph.ask("PUT", f"{whose}/photo/$value", who, data=data, headers=headers, **more)


@pytest.mark.parametrize(("whose", "who"), [("me", "owner"), (OWNER, "owner"), (OWNER, "member"), (OWNER, "guest")])
async def test_what_is_known_of_a_photo(graph: Graph, whose: str, who: str) -> None:
    answered = await graph.get(f"{whose}/photo", who)
    assert answered.body == {
        "@odata.context": f"https://graph.microsoft.com/v1.0/$metadata#users('{U['owner']}')/photo/$entity",
        "@odata.mediaContentType": "image/jpeg",
        "@odata.mediaEtag": portrait("teal")[-1].etag,
        "id": "240X240",
        "height": 240,
        "width": 240,
    }


async def test_the_bytes_of_a_photo(graph: Graph) -> None:
    for path in ("photo/$value", "photos/240x240/$value"):
        answered = await graph.get(f"{OWNER}/{path}")
        assert (answered.status, answered.body) == (200, portrait("teal")[-1].content)
        assert answered.headers["Content-Type"] == "image/jpeg"
        assert answered.headers["ETag"] == portrait("teal")[-1].etag


async def test_the_sizes_of_a_photo(graph: Graph) -> None:
    listed = (await graph.get(f"{OWNER}/photos")).body["value"]
    assert [one["id"] for one in listed] == SIZES
    assert all(one["@odata.mediaContentType"] == "image/jpeg" and one["@odata.mediaEtag"] for one in listed)
    small = (await graph.get(f"{OWNER}/photos/48x48")).body
    assert (small["id"], small["width"]) == ("48X48", 48)
    assert (await graph.get(f"{OWNER}/photos/48X48/$value")).body == portrait("teal")[0].content
    assert (await graph.get(f"{OWNER}/photos/648x648/$value")).error == (404, "ImageNotFound", NOT_FOUND)


async def test_somebody_without_a_mailbox_has_the_one_picture_entra_keeps(graph: Graph) -> None:
    assert [one["id"] for one in (await graph.get("me/photos", "member")).body["value"]] == ["default"]
    assert (await graph.get("me/photo", "member")).body["id"] == "default"
    assert (await graph.get("me/photo/$value", "member")).body == portrait("plum")[-1].content


@pytest.mark.parametrize("path", ["photo", "photo/$value", "photos/48x48", "photos/48x48/$value"])
async def test_somebody_without_a_photo(graph: Graph, path: str) -> None:
    for whose, who in (("me", "stranger"), (STRANGER, "member")):
        answered = await graph.get(f"{whose}/{path}", who)
        assert answered.error == (404, "ImageNotFound", NOT_FOUND)
        assert answered.headers["Content-Type"].startswith("application/json")
    assert (await graph.get(f"{STRANGER}/photos")).body["value"] == []


async def test_what_graph_used_to_say_of_people_without_a_mailbox_can_be_staged(graph: Graph, faults: Faults) -> None:
    faults.add(Fault("graph.microsoft.com/*/users/*/photo", status=404, code="ErrorNonExistentMailbox"))
    assert (await graph.get(f"{STRANGER}/photo")).error[:2] == (404, "ErrorNonExistentMailbox")
    assert (await graph.get(f"{STRANGER}/photo")).error[:2] == (404, "ImageNotFound")


async def test_nobody_has_no_photo_of_another_kind(graph: Graph) -> None:
    assert (await graph.get("users/nobody@contoso.com/photo")).error[:2] == (404, "Request_ResourceNotFound")


async def test_a_photo_one_already_has_isnt_sent_again(graph: Graph) -> None:
    etag = (await graph.get(f"{OWNER}/photo")).body["@odata.mediaEtag"]
    for sent in (etag, f'"00000000", {etag}', f"W/{etag}", "*"):
        again = await graph.get(f"{OWNER}/photo/$value", headers={"If-None-Match": sent})
        assert (again.status, again.body, again.headers["ETag"]) == (304, None, etag)
    assert (await graph.get(f"{OWNER}/photo/$value", headers={"If-None-Match": '"00000000"'})).status == 200


async def test_photos_in_a_batch_are_base64_and_refusals_json(graph: Graph) -> None:
    urls = {"1": f"/{OWNER}/photo/$value", "2": f"/{STRANGER}/photo/$value", "3": f"/{OWNER}/photo"}
    parts = [{"id": id, "method": "GET", "url": url} for id, url in urls.items()]
    answered = await graph.ask("POST", "$batch", "member", json={"requests": parts})
    got = {part["id"]: part for part in answered.body["responses"]}
    assert got["1"]["headers"]["Content-Type"] == "image/jpeg"
    assert b64decode(got["1"]["body"]) == portrait("teal")[-1].content
    assert (got["2"]["status"], got["2"]["body"]["error"]["code"]) == (404, "ImageNotFound")
    assert got["3"]["body"]["id"] == "240X240"


async def test_uploading_in_a_batch(graph: Graph) -> None:
    content, kind = b64encode(NEW.content).decode(), {"Content-Type": "image/jpeg"}
    part = {"id": "1", "method": "PUT", "url": "/me/photo/$value", "headers": kind, "body": content}
    answered = await graph.ask("POST", "$batch", "stranger", json={"requests": [part]})
    assert answered.body["responses"][0]["status"] == 200
    assert (await graph.get("me/photo/$value", "stranger")).body == NEW.content


@pytest.mark.parametrize(
    ("whose", "who", "scopes", "status"),
    [
        ("me", "owner", "User.Read", 200),
        (OWNER, "member", "User.Read User.ReadBasic.All", 200),
        (OWNER, "member", "User.Read User.Read.All", 200),
        (OWNER, "member", "ProfilePhoto.Read.All", 200),
        (OWNER, "member", "User.Read", 403),
        (OWNER, "member", "Group.Read.All", 403),
        ("me", "owner", "Group.Read.All", 403),
    ],
)
async def test_who_may_see_a_photo(graph: Graph, whose: str, who: str, scopes: str, status: int) -> None:
    answered = await graph.get(f"{whose}/photo/$value", who, scopes=scopes)
    assert answered.status == status
    assert status == 200 or answered.error == DENIED


async def test_a_restricted_guest_sees_no_photo_but_their_own(graph: Graph) -> None:
    graph.world.authorization_policy["guestUserRoleId"] = RESTRICTED_GUEST
    assert (await graph.get(f"{OWNER}/photo", "guest")).error == DENIED
    assert (await graph.get("me/photo", "guest")).status == 200


async def test_uploading_ones_own_photo(graph: Graph) -> None:
    before = (await graph.get("me/photo", "owner")).body["@odata.mediaEtag"]
    assert (await put(graph, "me", "owner", scopes="User.ReadWrite")).status == 200
    after = (await graph.get("me/photo", "owner")).body
    assert (after["id"], after["@odata.mediaEtag"]) == ("96X96", NEW.etag)
    assert after["@odata.mediaEtag"] != before
    assert (await graph.get("me/photo/$value", "owner")).body == NEW.content
    assert (await put(graph, OWNER, "owner", scopes="User.ReadWrite")).status == 200
    assert (await put(graph, "me", "owner", scopes="User.Read ProfilePhoto.Read.All")).error == DENIED


async def test_deleting_ones_own_photo(graph: Graph) -> None:
    assert (await graph.ask("DELETE", "me/photo", "owner", scopes="User.Read")).error == DENIED
    assert (await graph.ask("DELETE", "me/photo", "owner", scopes="User.ReadWrite")).status == 204
    assert (await graph.get("me/photo", "owner")).error == (404, "ImageNotFound", NOT_FOUND)
    assert (await graph.ask("DELETE", "me/photo/$value", "owner")).status == 404


@pytest.mark.parametrize(
    ("who", "scopes", "status"),
    [
        ("global_admin", "ProfilePhoto.ReadWrite.All", 200),
        ("global_admin", "User.ReadWrite User.ReadWrite.All", 200),
        ("global_admin", "User.ReadWrite", 403),
        ("groups_admin", "ProfilePhoto.ReadWrite.All", 403),
        ("member", "ProfilePhoto.ReadWrite.All User.ReadWrite.All", 403),
    ],
)
async def test_somebody_elses_photo_takes_a_permission_and_a_role(
    graph: Graph, who: str, scopes: str, status: int
) -> None:
    answered = await put(graph, STRANGER, who, scopes=scopes)
    assert answered.status == status
    assert (U["stranger"] in graph.world.photos) is (status == 200)
    assert status == 200 or answered.error == DENIED


@pytest.mark.parametrize("role", [roles.USER_ADMINISTRATOR, roles.PEOPLE_ADMINISTRATOR])
async def test_a_role_over_a_unit_isnt_enough_for_photos(graph: Graph, role: str) -> None:
    unit = f"/administrativeUnits/{A['unit']}"
    held = {"id": "x", "principalId": U["stranger"], "roleDefinitionId": role, "directoryScopeId": unit}
    graph.world.role_assignments.append(held)
    assert (await put(graph, OWNER, "stranger")).error == DENIED
    graph.world.unit_members[A["unit"]].append(U["owner"])
    assert (await put(graph, OWNER, "stranger")).error == (403, "ForbiddenByPolicy", "invalid_role")
    held["directoryScopeId"] = "/"
    assert (await put(graph, OWNER, "stranger")).status == 200


async def test_an_app_changes_photos_with_its_permission_alone(graph: Graph) -> None:
    app = {"idtyp": "app", "oid": U["stranger"]}
    allowed, reader = (
        graph.sign({**app, "roles": [role]}) for role in ("ProfilePhoto.ReadWrite.All", "ProfilePhoto.Read.All")
    )
    assert (await put(graph, OWNER, "", token=allowed)).status == 200
    assert (await put(graph, OWNER, "", token=reader)).error == DENIED
    assert (await graph.get(f"{OWNER}/photo", token=reader)).status == 200
    assert (await graph.get("me/photo", token=reader)).status == 400


@pytest.mark.parametrize(
    ("data", "kind", "status", "code"),
    [
        (NEW.content, "application/octet-stream", 500, "ErrorInternalServerError"),
        (b"not an image", "image/jpeg", 400, "ErrorInvalidImage"),
        (b"\xff\xd8\xff\xe0", "image/jpeg", 400, "ErrorInvalidImage"),
        (bytes(LARGEST + 1), "image/jpeg", 413, "RequestEntityTooLarge"),
    ],
)
async def test_what_isnt_a_photo_is_refused(graph: Graph, data: bytes, kind: str, status: int, code: str) -> None:
    assert (await put(graph, "me", "stranger", data, kind=kind)).error[:2] == (status, code)
    assert U["stranger"] not in graph.world.photos


async def test_a_png_is_a_photo_too(graph: Graph) -> None:
    png = b"\x89PNG\r\n\x1a\n" + bytes([0, 0, 0, 13]) + b"IHDR" + (120).to_bytes(4, "big") + (80).to_bytes(4, "big")
    assert (await put(graph, "me", "owner", png, kind="image/png")).status == 200
    shown = (await graph.get("me/photo", "owner")).body
    assert (shown["@odata.mediaContentType"], shown["width"], shown["height"]) == ("image/png", 120, 80)


@pytest.mark.parametrize("source", ["onPremises", "onpremises"])
async def test_where_photos_come_from_active_directory_nobody_changes_one(graph: Graph, source: str) -> None:
    graph.world.photo_update_settings["source"] = source
    assert (await put(graph, "me", "owner")).error[:2] == (403, "ForbiddenByPolicy")
    assert (await put(graph, OWNER, "global_admin")).error[:2] == (403, "ForbiddenByPolicy")
    assert (await graph.ask("DELETE", "me/photo", "owner")).error[:2] == (403, "ForbiddenByPolicy")


@pytest.mark.parametrize("allowed", [[roles.GLOBAL_ADMINISTRATOR], [f" {roles.GLOBAL_ADMINISTRATOR.upper()}"]])
async def test_settings_can_leave_photos_to_some_roles(graph: Graph, allowed: list[str]) -> None:
    graph.world.photo_update_settings |= {"source": "cloud", "allowedRoles": allowed}
    assert (await put(graph, "me", "owner")).error == (403, "ForbiddenByPolicy", "invalid_role")
    assert (await put(graph, "me", "global_admin")).status == 200
    assert (await put(graph, OWNER, "global_admin")).status == 200


@pytest.mark.parametrize("everybody", [None, [], {}])
async def test_settings_that_leave_photos_to_everybody(graph: Graph, everybody: object) -> None:
    graph.world.photo_update_settings |= {"source": "cloud", "allowedRoles": everybody}
    assert (await put(graph, "me", "owner")).status == 200
    shown = await graph.get("admin/people/photoupdatesettings", version="beta")
    assert (shown.body["source"], shown.body["allowedRoles"]) == ("cloud", everybody)


async def test_reading_the_settings(graph: Graph) -> None:
    path = "admin/people/photoUpdateSettings"
    shown = (await graph.get(path, scopes="PeopleSettings.Read.All", version="beta")).body
    context = "https://graph.microsoft.com/beta/$metadata#admin/people/photoUpdateSettings"
    assert shown == {"@odata.context": context, "id": TENANT, "allowedRoles": []}
    refused = await graph.get(path, scopes="User.Read.All", version="beta")
    assert refused.error[:2] == (403, "ErrorInsufficientPermissionsInAccessToken")
    assert (await graph.get(path, "guest", version="beta")).status == 403
    assert (await graph.get(path)).status == 400
