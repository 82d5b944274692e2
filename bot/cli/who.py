"""Who somebody in a simulated company is, and who there is when nobody has that name."""

from collections.abc import Iterator

from bot.cli.ended import Ended
from bot.sandbox.world import Wire, World


def somebody(as_: str, world: World) -> Wire:
    """The user by id, user principal name or mail address; raises `Ended`, which lists everybody."""
    found = world.user(as_)
    if found is None:
        raise Ended(f"There is no {as_} in {world.organization['displayName']}. There are:", *everybody(world))
    return found


def everybody(world: World) -> Iterator[str]:
    """The people worth being, each with what is special about them, then all others on one line."""
    personas = {persona.user: persona.note for persona in world.company.personas}
    for user, note in personas.items():
        yield f"  {world.users[user]['userPrincipalName']}: {note}"
    others = sorted(str(user["userPrincipalName"]) for id, user in world.users.items() if id not in personas)
    if others:
        yield f"  {', '.join(others)}"
