"""A team, which always stands on a Microsoft 365 group. https://learn.microsoft.com/graph/api/resources/team"""

from typing import Literal

from bot.sandbox.graph_objects.wire import ComplexValue, GraphObject, Guid, Timestamp

Specialization = Literal[
    "none",
    "educationStandard",
    "educationClass",
    "educationProfessionalLearningCommunity",
    "educationStaff",
    "healthcareStandard",
    "healthcareCareCoordination",
]


class TeamFunSettings(ComplexValue):
    """Pictures people may post."""

    allow_custom_memes: bool = True
    allow_giphy: bool = True
    allow_stickers_and_memes: bool = True
    giphy_content_rating: Literal["strict", "moderate"] = "moderate"


class TeamGuestSettings(ComplexValue):
    """What guests may do to channels."""

    allow_create_update_channels: bool = False
    allow_delete_channels: bool = False


class TeamMemberSettings(ComplexValue):
    """What members may do to the team."""

    allow_add_remove_apps: bool = True
    allow_create_private_channels: bool = True
    allow_create_update_channels: bool = True
    allow_create_update_remove_connectors: bool = True
    allow_create_update_remove_tabs: bool = True
    allow_delete_channels: bool = True


class TeamMessagingSettings(ComplexValue):
    """What may be done to messages, and whom they may mention."""

    allow_channel_mentions: bool = True
    allow_owner_delete_messages: bool = True
    allow_team_mentions: bool = True
    allow_user_delete_messages: bool = True
    allow_user_edit_messages: bool = True


class TeamSummary(ComplexValue):
    """How many people there are; owners are counted apart, guests are not members here."""

    guests_count: int
    members_count: int
    owners_count: int


class Team(GraphObject):
    """A team; its `id` is the id of its group."""

    id: Guid
    classification: str | None = None
    created_date_time: Timestamp | None = None
    description: str | None = None
    display_name: str
    first_channel_name: str | None = None
    fun_settings: TeamFunSettings = TeamFunSettings()
    guest_settings: TeamGuestSettings = TeamGuestSettings()
    internal_id: str | None = None
    is_archived: bool = False
    member_settings: TeamMemberSettings = TeamMemberSettings()
    messaging_settings: TeamMessagingSettings = TeamMessagingSettings()
    specialization: Specialization = "none"
    summary: TeamSummary | None = None
    tenant_id: Guid | None = None
    visibility: Literal["private", "public", "hiddenMembership"] = "private"
    web_url: str | None = None
