"""The groups of a strange company: every kind, in every state that goes with it."""

from dataclasses import dataclass
from random import Random
from typing import Any

from bot.sandbox.graph_objects.group_setting import GROUP_UNIFIED, GROUP_UNIFIED_GUEST

PRODUCT = "3b555118-da6a-4418-894f-7df1e2096870"
KINDS = ("security", "security", "Microsoft 365", "team", "team", "mail-enabled security", "distribution")
SOURCES = ("cloud", "cloud", "cloud", "synced", "converted", "rollback", "formerly synced", "in transition")
RULES = ("none", "none", "none", "on", "paused", "memberOf", "failed")
LICENSES = ("none", "none", "none", "assigned", "queued", "in progress", "complete")
SWITCHES = ("false", "False", "true", "True", "", None)


@dataclass(frozen=True)
class StrangeGroup:
    """What was drawn for one group; each field is one of the tuples' words above."""

    id: str
    name: str
    kind: str
    source: str
    rule: str
    licenses: str
    second_store: bool
    role_assignable: bool
    archived: bool
    visibility: str | None

    @property
    def unified(self) -> bool:
        """Whether it is a Microsoft 365 group."""
        return self.kind in {"Microsoft 365", "team"}

    @property
    def is_team(self) -> bool:
        """Whether there is a team on it."""
        return self.kind == "team"

    @property
    def cloud_managed(self) -> bool:
        """Whether its source of authority is the cloud, for a group from Active Directory."""
        return self.source in {"converted", "in transition"}

    def wire(self, luck: Random, *, restricted: bool) -> dict[str, Any]:
        """The group, as the file has it."""
        types = [*(["Unified"] if self.unified else []), *(["DynamicMembership"] if self.rule != "none" else [])]
        no = luck.choice((False, None))
        return {
            "id": self.id,
            "displayName": self.name,
            "mailNickname": self.name.replace(" ", "").lower(),
            "mailEnabled": self.kind != "security",
            "securityEnabled": self.kind in {"security", "mail-enabled security"} or (self.unified and no is None),
            "groupTypes": types,
            "resourceProvisioningOptions": ["Team"] if self.is_team else [],
            "visibility": self.visibility,
            "isAssignableToRole": True if self.role_assignable else no,
            "isManagementRestricted": True if restricted else no,
            **self.origin(),
            **self.membership_rule(),
            **self.licensed(),
        }

    def origin(self) -> dict[str, Any]:
        """What a group from Active Directory carries."""
        if self.source == "cloud":
            return {}
        enabled = {"synced": True, "in transition": True, "formerly synced": False}.get(self.source)
        return {
            "onPremisesSyncEnabled": enabled,
            "onPremisesSamAccountName": self.name,
            "onPremisesSecurityIdentifier": f"S-1-5-21-1-2-3-{1000 + int(self.name.split()[-1])}",
            "onPremisesDomainName": "strange.local",
        }

    def membership_rule(self) -> dict[str, Any]:
        """The rule, whether it is evaluated, and how that went."""
        if self.rule == "none":
            return {}
        told = {"on": "Succeeded", "memberOf": "Succeeded", "failed": "Failed"}.get(self.rule)
        of_groups = "user.memberof -any (group.objectId -in ['5bc87caa-f6d4-4766-bb3f-1b8eb77c28fe'])"
        return {
            "membershipRule": of_groups if self.rule == "memberOf" else 'user.department -eq "Sales"',
            "membershipRuleProcessingState": "Paused" if self.rule == "paused" else "On",
            "membershipRuleProcessingStatus": {"status": told} if told else None,
        }

    def licensed(self) -> dict[str, Any]:
        """Licences in the first store, and how far they have come; queued ones may be on their way off."""
        if self.licenses == "none":
            return {}
        state = {"queued": "QueuedForProcessing", "in progress": "ProcessingInProgress"}.get(self.licenses)
        return {
            "assignedLicenses": [{"skuId": PRODUCT}] if self.licenses == "assigned" else [],
            "licenseProcessingState": {"state": state or "ProcessingComplete"},
        }

    def team(self, luck: Random) -> dict[str, Any]:
        """The team on the group."""
        return {
            "id": self.id,
            "displayName": self.name,
            "isArchived": self.archived,
            "visibility": luck.choice(("public", "private")),
        }


def draw(luck: Random, id: str, name: str) -> StrangeGroup:
    """Any group there can be; a role-assignable one is made in the cloud, and never follows a rule."""
    kind = luck.choice(KINDS)
    in_exchange = kind in {"mail-enabled security", "distribution"}
    role_assignable = not in_exchange and luck.random() < 0.2
    # Microsoft 365 groups aren't synced from Active Directory.
    source = luck.choice(SOURCES) if not role_assignable and kind not in {"Microsoft 365", "team"} else "cloud"
    return StrangeGroup(
        id=id,
        name=name,
        kind=kind,
        source=source,
        rule="none" if role_assignable or in_exchange or source == "synced" else luck.choice(RULES),
        licenses="none" if kind == "distribution" else luck.choice(LICENSES),
        second_store=luck.random() < 0.15,
        role_assignable=role_assignable,
        archived=kind == "team" and luck.random() < 0.4,
        visibility=luck.choice(("Private", "Public", "HiddenMembership")) if kind != "security" else None,
    )


def draw_deleted(luck: Random, id: str, name: str) -> StrangeGroup:
    """A group in the recycle bin: of the two kinds that wait there."""
    return StrangeGroup(
        id=id,
        name=name,
        kind=luck.choice(("security", "Microsoft 365")),
        source="cloud",
        rule=luck.choice(RULES[:4]),
        licenses="none",
        second_store=False,
        role_assignable=luck.random() < 0.2,
        archived=False,
        visibility="Private",
    )


def guest_setting(luck: Random, id: str) -> list[dict[str, Any]]:
    """A setting about guests, one about something else, one by a template that doesn't count there, or none."""
    if luck.random() < 0.5:
        return []
    name = luck.choice(("AllowToAddGuests", "AllowToAddGuests", "AllowGuestsToBeGroupOwner"))
    template = luck.choice((GROUP_UNIFIED, GROUP_UNIFIED_GUEST))
    return [{"id": id, "templateId": template, "values": [{"name": name, "value": luck.choice(SWITCHES)}]}]
