"""Four people, one team, one group chat: just enough company to test Entra, the Connector and the Teams client."""

import orjson

from bot.sandbox.company import Company, parse

TENANT = "11111111-0000-4000-8000-000000000001"
ANNA = "aaaaaaaa-0000-4000-8000-000000000001"  # an ordinary person with the bot installed
BO = "bbbbbbbb-0000-4000-8000-000000000002"  # another, without it
ADA = "cccccccc-0000-4000-8000-000000000003"  # Global Administrator
OLE = "dddddddd-0000-4000-8000-000000000004"  # left; the account is disabled
TEAM = "99999999-0000-4000-8000-000000000009"

CHAT = "19:chat1@thread.v2"
CHANNEL = "19:general1@thread.tacv2"
GLOBAL_ADMINISTRATOR = "62e90394-69f5-4237-9190-012177145e10"


def person(user: str, name: str, **more: object) -> dict[str, object]:
    mail = f"{name.casefold()}@fjord.example"
    return {"id": user, "displayName": name, "userPrincipalName": mail, "mail": mail, **more}


def small_company() -> Company:
    return parse(
        orjson.dumps(
            {
                "clock": "2026-11-20T09:00:00Z",
                "organization": {"id": TENANT, "displayName": "Fjord", "verifiedDomains": []},
                "authorizationPolicy": {},
                "users": [
                    person(ANNA, "Anna"),
                    person(BO, "Bo"),
                    person(ADA, "Ada"),
                    person(OLE, "Ole", accountEnabled=False),
                ],
                "groups": [
                    {
                        "id": TEAM,
                        "displayName": "Sales",
                        "mailEnabled": True,
                        "mailNickname": "sales",
                        "securityEnabled": False,
                        "groupTypes": ["Unified"],
                    }
                ],
                "members": {TEAM: [ANNA, BO]},
                "owners": {TEAM: [ADA]},
                "teams": [{"id": TEAM, "displayName": "Sales"}],
                "roleAssignments": [{"id": "r1", "principalId": ADA, "roleDefinitionId": GLOBAL_ADMINISTRATOR}],
                "consent": {"admin": ["User.Read"], "users": {ANNA: ["User.ReadBasic.All"]}},
                "teamwork": {
                    "installedFor": [ANNA],
                    "chats": [{"id": CHAT, "topic": "Sync talk", "members": [ANNA, BO]}],
                    "channels": [{"id": CHANNEL, "team": TEAM, "displayName": "General"}],
                },
                "personas": [{"user": ANNA, "note": "can't edit", "locale": "da-DK"}],
            }
        )
    )
