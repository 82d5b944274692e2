"""Well-formed buttons, to be forged and tampered with."""

from bot.cli.company import Running
from bot.sandbox.connector.postman import Delivery
from tests.company import Chatting
from tests.conversation.watching import Json, card_in

MEGAN = "megan@contoso.com"
OTHER = "00000000-1111-2222-3333-444444444444"
NONCE = "made_up_nonce_22_chars"
BAD_BUTTON = "I can't use that button any more"


def about(company: Running, name: str, symptom: str = "group.edit") -> Json:
    """The `about` of a button for this group."""
    world = company.sandbox.world
    groups = {**world.groups, **world.deleted_groups}
    id = next(group["id"] for group in groups.values() if group["displayName"] == name)
    return {"symptom": symptom, "kind": "group", "id": id}


def move(company: Running) -> Json:
    """What moving Marketing DK to the cloud carries."""
    of = about(company, "Marketing DK")
    arguments = {"group_id": of["id"], "group_name": "Marketing DK", "cloud": True}
    carried = {"diagnosis": "group_managed_on_premises", "remedy": "move_group_to_cloud", "arguments": arguments}
    return {"about": of, **carried, "nonce": NONCE}


def answered(answer: Delivery) -> bool:
    """With a card, or refused as a bad request; never with an error of ours."""
    if answer.status == 200:
        return bool(card_in(answer))
    return 400 <= answer.status < 500


async def signed_in(company: Running) -> Chatting:
    """A Global Administrator, who could do harm."""
    chat = Chatting(company, MEGAN)
    await chat.say("Why can't I edit Sales?")
    return chat
