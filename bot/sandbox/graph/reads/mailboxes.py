"""A person's own mailbox, as far as its settings go.

https://learn.microsoft.com/graph/api/user-get-mailboxsettings
"""

from bot.sandbox.graph.call import Call, Reply
from bot.sandbox.graph.reads.people import myself
from bot.sandbox.graph.reads.photos import has_mailbox
from bot.sandbox.odata.errors import GraphError

_NOT_ENABLED = "The mailbox is either inactive, soft-deleted, or is hosted on-premise."


def my_mailbox_settings(call: Call) -> Reply:
    """`/me/mailboxSettings`: what the file says of it, else an ordinary person's."""
    person = myself(call)
    if not has_mailbox(call.world, person) or person["id"] in call.world.company.on_premises_mailboxes:
        raise GraphError(404, "MailboxNotEnabledForRESTAPI", _NOT_ENABLED)
    kept = person["mailboxSettings"] or {"userPurpose": "user"}
    wanted = set(call.params.get("$select", "").split(",")) - {""}
    shown = {name: value for name, value in kept.items() if not wanted or name in wanted}
    return Reply(body={"@odata.context": call.context(f"users('{person['id']}')/mailboxSettings"), **shown})
