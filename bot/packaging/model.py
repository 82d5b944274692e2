"""The parts of the Teams app manifest v1.30 in use, as strictly as its JSON Schema has them.

https://learn.microsoft.com/microsoft-365/extensibility/schema/
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

Scope = Literal["personal", "team", "groupChat"]
GUID = r"^[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$"
Guid = Annotated[str, Field(pattern=GUID)]
HttpsUrl = Annotated[str, Field(pattern=r"^https://[^\s]+$", max_length=2048)]
LanguageTag = Annotated[str, Field(pattern=r"^[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8}){0,2}$")]
Domain = Annotated[str, Field(pattern=r"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$", max_length=2048)]
"""A bare host: the JSON Schema would let `https://…` and paths through, Teams doesn't."""
Version = Annotated[str, Field(pattern=r"^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$")]
"""Semantic, without a pre-release part. https://semver.org"""
FileName = Annotated[str, Field(pattern=r"^[\w-]+\.(json|png)$")]


def _text(longest: int) -> object:
    return Field(min_length=1, max_length=longest)


class Part(BaseModel):
    """A piece of the manifest: nothing in it that isn't known here."""

    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=to_camel)


class Developer(Part):
    """Who is behind the app; the pages are open to everybody."""

    name: Annotated[str, _text(32)]
    website_url: HttpsUrl
    privacy_url: HttpsUrl
    terms_of_use_url: HttpsUrl


class Name(Part):
    """What the app is called."""

    short: Annotated[str, _text(30)]
    full: Annotated[str, _text(100)]


class Description(Part):
    """What the store says about it."""

    short: Annotated[str, _text(80)]
    full: Annotated[str, _text(4000)]


class Language(Part):
    """A translation in the package."""

    language_tag: LanguageTag
    file: FileName


class Localization(Part):
    """The languages of the package; the manifest itself is in the default one."""

    default_language_tag: LanguageTag
    additional_languages: tuple[Language, ...]


class Icons(Part):
    """File names of the icons."""

    color: FileName
    outline: FileName


class Command(Part):
    """A message that Teams suggests."""

    title: Annotated[str, _text(128)]
    description: Annotated[str, _text(4000)]


class CommandList(Part):
    """What is suggested in some scopes."""

    scopes: Annotated[tuple[Scope, ...], Field(min_length=1)]
    commands: Annotated[tuple[Command, ...], Field(min_length=1, max_length=12)]


class Bot(Part):
    """The bot and where it can be talked to."""

    bot_id: Guid
    scopes: Annotated[tuple[Scope, ...], Field(min_length=1)]
    is_notification_only: Literal[False]
    supports_files: bool
    command_lists: Annotated[tuple[CommandList, ...], Field(max_length=3)]


class GroupCapability(Part):
    """What a team or a group chat gets when the app is added there."""

    team: Literal["bot"]
    groupchat: Literal["bot"]


class WebApplication(Part):
    """The app registration that Teams signs people in to."""

    id: Guid
    resource: str


class Manifest(Part):
    """The whole of it."""

    json_schema: Annotated[HttpsUrl, Field(alias="$schema")]
    manifest_version: Literal["1.30"]
    version: Version
    id: Guid
    developer: Developer
    name: Name
    description: Description
    localization_info: Localization
    icons: Icons
    accent_color: Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")]
    bots: tuple[Bot]
    default_install_scope: Scope
    default_group_capability: GroupCapability
    permissions: tuple[Literal["identity", "messageTeamMembers"], ...]
    valid_domains: tuple[Domain, ...]
    web_application_info: WebApplication
