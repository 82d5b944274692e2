"""Who is who in the benchmark: ids only, the same in every process."""

APP_ID = "0f5a3c4e-1111-4222-8333-444455556666"
TENANT = "9a2b0c1d-0000-4444-8888-aaaabbbbcccc"
GROUP_ID = "6310f403-2112-43d5-bdfb-5b2fe552bfbd"
GROUP_NAME = "Sales Nordic"
OTHER_ID = "11111111-0000-4000-8000-000000009999"
OTHER_NAME = "Lee Gu"
QUESTION = f"why can't I add members to {GROUP_NAME}?"
"""Asked by name: two round trips to Graph, a search and a batch."""
ABOUT_ANOTHER = f"why can't {OTHER_NAME} add members to {GROUP_NAME}?"
"""Two names are looked up in one round trip, and the other person's rights are read beside one's own."""
ABOUT_A_PHOTO = f"why does {OTHER_NAME} have no photo?"
ABOUT_THE_TENANT = "does the directory sync run?"
"""Nothing has to be found first: one round trip."""
PICKED = {"verb": "pick", "symptom": "group.members", "id": GROUP_ID}
"""Asked by pressing a button, from a client too old for card actions: the group is known, one round trip."""


def person(number: int) -> str:
    """Object id of the `number`th person."""
    return f"11111111-0000-4000-8000-{number:012}"
