"""The package Teams gets: filled in, refused when anything is wrong, and the same bytes every time."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from pydantic import SecretStr

from bot.packaging import BadManifest, package
from bot.packaging.filled import Filled, fill, read
from bot.packaging.lengths import faults_in_lengths
from bot.packaging.rules import faults_in
from bot.settings import Settings

APP = "aaaaaaaa-1111-4222-8333-444444444444"
URL = "https://bot.contoso.com"


@pytest.fixture
def filled() -> Filled:
    return fill(APP, URL, "1.2.3")


def changed(filled: Filled, **top: Any) -> Filled:
    manifest = json.loads(filled.files["manifest.json"]) | top
    return replace(filled, manifest=read(json.dumps(manifest)))


def content(archive: Path) -> dict[str, bytes]:
    with ZipFile(archive) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def test_the_package_holds_what_teams_wants_and_nothing_else(tmp_path: Path) -> None:
    files = content(package(APP, URL, tmp_path / "dist", "1.2.3"))
    assert list(files) == ["color.png", "da.json", "manifest.json", "outline.png"]
    manifest = json.loads(files["manifest.json"])
    assert (manifest["id"], manifest["version"]) == (APP, "1.2.3")
    assert manifest["validDomains"] == ["bot.contoso.com"]
    assert b"{{" not in files["manifest.json"]


def test_the_same_arguments_give_the_same_bytes(tmp_path: Path) -> None:
    first = package(APP, URL, tmp_path / "a", "1.2.3").read_bytes()
    assert package(APP, URL, tmp_path / "b", "1.2.3").read_bytes() == first
    assert package(APP, URL, tmp_path / "b", "1.2.4").read_bytes() != first
    with ZipFile(tmp_path / "a" / "sync-doctor-teams.zip") as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}


def test_single_sign_on_is_asked_for_the_app_the_bot_is(filled: Filled) -> None:
    settings = Settings(app_id=APP, tenant_id=APP, public_url=URL, app_secret=SecretStr("s"))
    assert filled.manifest.web_application_info.resource == settings.app_id_uri


@pytest.mark.parametrize(
    "url",
    [
        "http://bot.contoso.com",
        "https://bot.contoso.com:8443",
        "https://bot.contoso.com/teams",
        "https://Bot.contoso.com",
        "https://me@bot.contoso.com",
        "https://localhost",
        "https://10.0.0.1",
        "https://[::1",
        "https://*.contoso.com",
        "bot.contoso.com",
        "",
    ],
)
def test_an_address_teams_cannot_use_is_refused(url: str, tmp_path: Path) -> None:
    with pytest.raises(BadManifest, match="public address"):
        package(APP, url, tmp_path / "dist", "1.2.3")
    assert not (tmp_path / "dist").exists()


@pytest.mark.parametrize("version", ["1.2", "v1.2.3", "1.2.3-rc1", "01.2.3", "", '1.2.3", "x": "'])
def test_a_version_that_is_not_semantic_is_refused(version: str, tmp_path: Path) -> None:
    with pytest.raises(BadManifest) as caught:
        package(APP, URL, tmp_path, version)
    assert [fault.split(":")[0] for fault in caught.value.faults] == ["manifest.json version"]


def test_all_that_is_wrong_with_the_values_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(BadManifest) as caught:
        package("contoso-bot", "http://bot", tmp_path, "1.2.3")
    assert ["app id" in fault for fault in caught.value.faults] == [True, False]
    with pytest.raises(BadManifest) as missing:
        package("", "", tmp_path, "1.2.3")
    assert missing.value.faults == ("the app id is missing", "the public address is missing")


@pytest.mark.parametrize(
    ("key", "most"),
    [
        ("bots[0].commandLists[0].commands[11].title", 128),
        ("composeExtensions[0].commands[0].title", 32),
        ("composeExtensions[0].commands[0].taskInfo.title", 64),
        ("name.short", 30),
    ],
)
def test_each_text_has_a_limit_of_its_own(key: str, most: int) -> None:
    assert list(faults_in_lengths({key: "x" * most})) == []
    assert list(faults_in_lengths({key: "x" * (most + 1)})) == [
        f"da.json: {key} has {most + 1} characters and may have {most}"
    ]


@pytest.mark.parametrize(("count", "fits"), [(12, True), (13, False)])
def test_a_list_has_twelve_commands_at_most(filled: Filled, count: int, fits: bool) -> None:
    bot = json.loads(filled.files["manifest.json"])["bots"][0]
    bot["commandLists"][0]["commands"] = [
        {"title": f"Title {n}".ljust(128, "."), "description": "x"} for n in range(count)
    ]
    if fits:
        changed(filled, bots=[bot])
        return
    with pytest.raises(BadManifest, match="at most 12"):
        changed(filled, bots=[bot])


def test_nothing_is_wrong_with_what_we_ship(filled: Filled) -> None:
    assert faults_in(filled) == ()


@pytest.mark.parametrize(
    ("top", "says"),
    [
        ({"validDomains": ["bot.contoso.com", "token.botframework.com"]}, "not the bot's own domain"),
        ({"validDomains": []}, "is missing, so the sign-in page"),
        ({"id": "bbbbbbbb-1111-4222-8333-444444444444"}, "must all be the app id"),
        ({"webApplicationInfo": {"id": APP, "resource": f"api://{APP}"}}, "Application ID URI"),
        ({"permissions": ["messageTeamMembers"]}, "identity is missing"),
        ({"localizationInfo": {"defaultLanguageTag": "en", "additionalLanguages": []}}, "da.json is missing"),
    ],
)
def test_what_no_schema_says_is_checked_too(filled: Filled, top: dict[str, Any], says: str) -> None:
    (fault,) = faults_in(changed(filled, **top))
    assert says in fault


@pytest.mark.parametrize(
    ("top", "place"),
    [
        ({"validDomains": ["https://bot.contoso.com"]}, "validDomains.0"),
        ({"name": {"short": "x" * 31, "full": "x"}}, "name.short"),
        ({"accentColor": "teal"}, "accentColor"),
        ({"devicePermissions": ["media"]}, "devicePermissions"),
    ],
)
def test_what_the_schema_or_this_model_forbids_is_named(filled: Filled, top: dict[str, Any], place: str) -> None:
    with pytest.raises(BadManifest) as caught:
        changed(filled, **top)
    (fault,) = caught.value.faults
    assert fault.startswith(f"manifest.json {place}:")


def test_commands_and_scopes_go_together(filled: Filled) -> None:
    bot = json.loads(filled.files["manifest.json"])["bots"][0]
    hello = {"title": "Hello", "description": "Again"}
    bot["commandLists"] = [{"scopes": ["personal", "team"], "commands": [hello, hello]}]
    faults = "\n".join(faults_in(changed(filled, bots=[bot])))
    assert "exactly one list" in faults
    assert "Help is missing" in faults
    assert "stands there twice" in faults


def test_the_translation_keeps_step_with_the_manifest(filled: Filled) -> None:
    words = {**filled.translation, "name.full": "", "bots[0].commandLists[2].commands[9].title": "Hej"}
    del words["bots[0].commandLists[0].commands[0].title"]
    assert faults_in(replace(filled, translation=words)) == (
        "da.json: bots[0].commandLists[0].commands[0].title is missing",
        "da.json: bots[0].commandLists[2].commands[9].title belongs to nothing",
        "da.json: name.full is empty",
    )


def test_icons_of_the_wrong_kind_are_refused(filled: Filled) -> None:
    swapped = {"color.png": filled.files["outline.png"], "outline.png": b"GIF89a"}
    assert faults_in(replace(filled, files={**filled.files, **swapped})) == (
        "color.png is 32 × 32 pixels and must be 192 × 192",
        "color.png must not have transparency",
        "outline.png is not a PNG",
    )
