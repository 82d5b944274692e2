"""Small companies that nobody has seen: by a seed, everything combined that a company file allows.

What such a file must keep true by itself (`bot/sandbox/companies/README.md`) is kept true.
"""

import json
from collections.abc import Sequence
from random import Random
from typing import Any
from uuid import UUID

from bot.permissions import permissions
from bot.roles import Role
from bot.sandbox.company import Company, parse
from bot.sandbox.graph.rights.roles import NAMES
from tests.oracle import strange_groups
from tests.oracle.strange_groups import StrangeGroup
from tests.oracle.strange_people import GUEST_POLICIES, Person, app, person, user_of
from tests.scopes import consented

CLOCK = "2026-11-20T09:40:00Z"
PEOPLE, GROUPS, DELETED = 8, 12, 2
CUSTOM_ROLES = 4
KINDS = ("groups", "groups.unified", "groups.security", "groups.unified.assignedMembership")
TAILS = (
    "basic/update",
    "members/update",
    "owners/update",
    "delete",
    "restore",
    "allProperties/update",
    "allProperties/allTasks",
    "classification/update",
    "standard/read",
)
ACTIONS = (*(f"{kind}/{tail}" for kind in KINDS for tail in TAILS), "deletedItems.groups/restore", "users/basic/update")
UNITS = ("ordinary", "ordinary", "restricted", "restricted")
PRODUCT = "3b555118-da6a-4418-894f-7df1e2096870"
POOL = "03aedfd1-d30a-4491-9dfd-03cde4e3f632"


def strange(seed: int) -> Company:
    """The company of a seed, read as strictly as any file; always the same one."""
    return parse(json.dumps(Maker(Random(seed)).company()))  # noqa: S311


class Maker:
    """One company in the making; what is drawn first decides what is drawn later."""

    def __init__(self, luck: Random) -> None:
        self.luck = luck
        self.tenant = self.id()
        self.units = {self.id(): kind for kind in UNITS}
        self.people: list[Person] = [person(luck, self.id(), place) for place in range(PEOPLE)]
        self.custom_roles = [self.custom_role() for _role in range(CUSTOM_ROLES)]
        self.app = app(self.id(), self.id())
        self.groups = [strange_groups.draw(luck, self.id(), f"Group {place}") for place in range(GROUPS)]
        self.deleted = [strange_groups.draw_deleted(luck, self.id(), f"Deleted {place}") for place in range(DELETED)]

    def id(self) -> str:
        """Another GUID."""
        return str(UUID(int=self.luck.getrandbits(128), version=4))

    def company(self) -> dict[str, Any]:
        """The whole file, as JSON has it."""
        in_units = {unit: self.members_of_unit(kind) for unit, kind in self.units.items()}
        restricted = {id for unit, kind in self.units.items() if kind == "restricted" for id in in_units[unit]}
        return {
            "clock": CLOCK,
            "organization": self.organization(),
            "authorizationPolicy": {"guestUserRoleId": self.luck.choice(GUEST_POLICIES)},
            "users": [user_of(one, restricted=one.id in restricted) for one in self.people],
            "servicePrincipals": [self.app],
            "groups": [group.wire(self.luck, restricted=group.id in restricted) for group in self.groups],
            "deletedGroups": [
                group.wire(self.luck, restricted=False) | {"deletedDateTime": "2026-11-19T09:40:00Z"}
                for group in self.deleted
            ],
            "teams": [group.team(self.luck) for group in self.groups if group.is_team],
            **self.belonging(),
            "administrativeUnits": [
                {"id": id, "displayName": f"Unit {id[:4]}", "isMemberManagementRestricted": kind == "restricted"}
                for id, kind in self.units.items()
            ],
            "administrativeUnitMembers": in_units,
            **self.roles(),
            **self.licenses(),
            **self.guest_settings(),
            "consent": {"admin": self.consent()},
            "sharePoint": self.sharepoint(),
        }

    def sharepoint(self) -> dict[str, Any]:
        """Some people's profiles, with what nobody expects of a photo; groups have nothing to do with it."""
        said: tuple[dict[str, str], ...] = (
            {},
            {"pictureExchangeSyncState": "0"},
            {"picture": "mint", "picturePlaceholderState": "1"},
        )
        profiles = {id: self.luck.choice(said) for id in self.some([one.id for one in self.people])}
        return {"host": "strange.sharepoint.com", "personalHost": "strange-my.sharepoint.com", "profiles": profiles}

    def organization(self) -> dict[str, Any]:
        """A company that syncs, has stopped syncing, or never did."""
        syncs = self.luck.choice((True, True, True, False, None))
        last = {} if syncs is None else {"onPremisesLastSyncDateTime": "2026-11-20T09:31:00Z"}
        domain = {"name": "strange.example", "isDefault": True, "isInitial": True}
        return {
            "id": self.tenant,
            "displayName": "Strange",
            "verifiedDomains": [domain],
            "onPremisesSyncEnabled": syncs,
            **last,
        }

    def belonging(self) -> dict[str, Any]:
        """Members and owners, of deleted groups too, and which groups the cloud manages."""
        ever = (*self.groups, *self.deleted)
        return {
            "members": {group.id: self.members(group) for group in ever},
            "owners": {group.id: self.owners() for group in ever},
            "cloudManaged": [group.id for group in self.groups if group.cloud_managed],
        }

    def members(self, group: StrangeGroup) -> list[str]:
        """Some people; apps and other groups where such a group takes them."""
        some = self.some([one.id for one in self.people])
        if group.unified:
            return some
        apps = self.some([self.app["id"]])
        if group.role_assignable:
            return [*some, *apps]
        return [*some, *apps, *self.some([other.id for other in self.groups if other.id != group.id], most=2)]

    def owners(self) -> list[str]:
        """None, one, several, an app alone, an app and a person, or only people who are disabled."""
        everybody = [one.id for one in self.people]
        disabled = [one.id for one in self.people if not one.enabled]
        one = self.luck.choice(everybody)
        several = self.luck.sample(everybody, 3)
        app = self.app["id"]
        return list(self.luck.choice(([], [one], several, [app], [app, one], disabled[:1], [one])))

    def members_of_unit(self, kind: str) -> list[str]:
        """Groups and people of a unit; a restricted one has fewer."""
        chance = 0.15 if kind == "restricted" else 0.3
        there = (*(group.id for group in self.groups), *(one.id for one in self.people))
        return [id for id in there if self.luck.random() < chance]

    def roles(self) -> dict[str, Any]:
        """Roles in force and roles that wait, of people, of the app and of role-assignable groups, in every scope."""
        assigned = [self.role(f"a{place}") for place in range(self.luck.randint(4, 10))]
        eligible = [
            self.role(f"e{place}") | {"startDateTime": "2026-01-01T00:00:00Z"}
            for place in range(self.luck.randint(2, 6))
        ]
        return {"customRoles": self.custom_roles, "roleAssignments": assigned, "roleEligibilities": eligible}

    def custom_role(self) -> dict[str, Any]:
        """A role of the company's own that permits some of all that can be permitted."""
        actions = [self.luck.choice(ACTIONS) for _action in range(self.luck.randint(1, 3))]
        permitted = [{"allowedResourceActions": [f"microsoft.directory/{action}" for action in actions]}]
        id = self.id()
        return {"id": id, "displayName": f"Own role {id[:4]}", "rolePermissions": permitted}

    def role(self, id: str) -> dict[str, Any]:
        """One role of somebody."""
        groups = [group.id for group in self.groups if group.role_assignable]
        people = [one.id for one in self.people]
        who = self.luck.choice((people, people, groups or people, [self.app["id"]]))
        own = [role["id"] for role in self.custom_roles]
        units = [f"/administrativeUnits/{unit}" for unit in self.units]
        where = self.luck.choice((["/"], ["/"], units, [f"/{group.id}" for group in self.groups]))
        return {
            "id": id,
            "principalId": self.luck.choice(who),
            "roleDefinitionId": self.luck.choice([*NAMES, *Role, *Role, *own, *own, *own]),
            "directoryScopeId": self.luck.choice(where),
        }

    def licenses(self) -> dict[str, Any]:
        """One product, and the second store's pool of it."""
        product = {
            "id": f"{self.tenant}_{PRODUCT}",
            "skuId": PRODUCT,
            "skuPartNumber": "O365_BUSINESS_ESSENTIALS",
            "prepaidUnits": {"enabled": 5},
        }
        pool = {"id": POOL, "allottedUnits": 5, "skuId": PRODUCT, "skuPartNumber": "O365_BUSINESS_ESSENTIALS"}
        second = [
            {"id": self.id(), "allotment": POOL, "assignedTo": group.id} for group in self.groups if group.second_store
        ]
        return {
            "subscribedSkus": [product],
            "cloudLicensing": {"allotments": [pool] if second else [], "assignments": second},
        }

    def guest_settings(self) -> dict[str, Any]:
        """Whether guests may be added, by the tenant and by single groups; also settings that say nothing of it."""
        own = {group.id: strange_groups.guest_setting(self.luck, self.id()) for group in self.groups if group.unified}
        return {
            "groupSettings": strange_groups.guest_setting(self.luck, self.id()),
            "settingsOfGroups": {group: said for group, said in own.items() if said},
        }

    def consent(self) -> list[str]:
        """Every permission the bot can use, or all but some of them."""
        every = [consented(scope) for scope in permissions()]
        lacking = self.luck.choice((0, 0, 1, 2, len(every) // 2))
        return sorted(set(every) - set(self.luck.sample(every, lacking)))

    def some(self, ids: Sequence[str], most: int = 4) -> list[str]:
        """Some of these, in their order."""
        wanted = set(self.luck.sample(ids, self.luck.randint(0, min(most, len(ids)))))
        return [id for id in ids if id in wanted]
