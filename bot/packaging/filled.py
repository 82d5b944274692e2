"""The template with this deployment's values in it."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from ipaddress import ip_address

from pydantic import ValidationError

from bot.packaging.faults import BadManifest
from bot.packaging.model import GUID, Manifest
from manifest import FOLDER

TRANSLATION = "da.json"
ADDRESS = re.compile(r"https://(?P<host>[a-z0-9-]+(\.[a-z0-9-]+)*)/?")


@dataclass(frozen=True, slots=True)
class Filled:
    """One deployment's package before it is checked: `files` are its bytes by name."""

    app_id: str
    host: str
    manifest: Manifest
    translation: Mapping[str, str]
    files: Mapping[str, bytes]


def fill(app_id: str, public_url: str, version: str) -> Filled:
    """The package's files; raises `BadManifest` with all that is wrong with the values or the manifest's form."""
    faults = (*faults_in_app_id(app_id), *faults_in_address(public_url))
    if faults:
        raise BadManifest(faults)
    host = host_of(public_url)
    template = FOLDER.joinpath("manifest.json").read_text("utf-8")
    values = {"APP_ID": app_id, "HOST": host, "VERSION": version}
    for name, value in values.items():
        # Quoted as JSON does it, so that no value can break out of its string.
        template = template.replace(f"{{{{{name}}}}}", json.dumps(value)[1:-1])
    manifest = read(template)
    icons = (manifest.icons.color, manifest.icons.outline)
    files = {name: FOLDER.joinpath(name).read_bytes() for name in (*icons, TRANSLATION)}
    translation: dict[str, str] = json.loads(files[TRANSLATION])
    return Filled(app_id, host, manifest, translation, files | {"manifest.json": template.encode()})


def read(text: str) -> Manifest:
    """The manifest in `text`; raises `BadManifest` naming each field that is wrong."""
    try:
        return Manifest.model_validate_json(text)
    except ValidationError as bad:
        raise BadManifest(tuple(f"manifest.json {_path(e['loc'])}: {e['msg']}" for e in bad.errors())) from None


def faults_in_app_id(app_id: str) -> Iterator[str]:
    """What is wrong with the id; the app, the bot and the sign-in all go by it."""
    if not app_id:
        yield "the app id is missing"
    elif not re.fullmatch(GUID, app_id):
        yield "the app id must be a GUID, as the app registration's overview shows it (Application (client) ID)"


def faults_in_address(public_url: str) -> Iterator[str]:
    """What keeps Teams from using the bot's address."""
    found = ADDRESS.fullmatch(public_url)
    if not public_url:
        yield "the public address is missing"
    elif not found:
        yield "the public address must be https://, a host name in lower case, and nothing else"
    elif "." not in found["host"] or _is_ip(found["host"]):
        yield "the public address must have a host name on the Internet: Teams' servers call it"


def host_of(public_url: str) -> str:
    """The bare host name of an address without faults."""
    return public_url.removeprefix("https://").rstrip("/")


def _is_ip(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _path(location: tuple[int | str, ...]) -> str:
    return ".".join(str(part) for part in location)
