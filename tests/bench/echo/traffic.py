"""The activity every benchmark sends: 1.2 KB, as Teams sends it from a group chat."""

import json

APP_ID = "0f5a3c4e-1111-2222-3333-444455556666"
TENANT = "9a2b0c1d-0000-4444-8888-aaaabbbbcccc"


def activity(number: int, service_url: str) -> bytes:
    """The `number`th message; its conversation id is the number, so that the reply can be told from others."""
    return json.dumps(
        {
            "type": "message",
            "id": f"{1700000000000 + number}",
            "timestamp": "2026-01-20T10:00:00.1234567Z",
            "localTimestamp": "2026-01-20T11:00:00.1234567+01:00",
            "localTimezone": "Europe/Copenhagen",
            "serviceUrl": service_url,
            "channelId": "msteams",
            "from": {
                "id": "29:1bYpzQd3LkTRy1fCzEIQ2mMhVRjR0Zf1XUtdYkzbeq0fQn1n5gqYVbOxU0bqS8n5mO0aQFJ4Tt4mTg1vNQ",
                "name": "Ada Holm",
                "aadObjectId": "11111111-1111-1111-1111-111111111111",
            },
            "conversation": {
                "isGroup": True,
                "conversationType": "groupChat",
                "tenantId": TENANT,
                "id": f"chat-{number}",
            },
            "recipient": {"id": f"28:{APP_ID}", "name": "Sync Doctor"},
            "entities": [
                {
                    "mentioned": {"id": f"28:{APP_ID}", "name": "Sync Doctor"},
                    "text": "<at>Sync Doctor</at>",
                    "type": "mention",
                },
                {
                    "locale": "da-DK",
                    "country": "DK",
                    "platform": "Windows",
                    "timezone": "Europe/Copenhagen",
                    "type": "clientInfo",
                },
            ],
            "attachments": [
                {"contentType": "text/html", "content": "<p><at>Sync Doctor</at>&nbsp;why can't I edit this group?</p>"}
            ],
            "textFormat": "plain",
            "locale": "da-DK",
            "text": "<at>Sync Doctor</at> why can't I edit this group?",
            "channelData": {"tenant": {"id": TENANT}, "source": {"name": "message"}, "legacy": {"replyToId": "1:1x"}},
        }
    ).encode()
