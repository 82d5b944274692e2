"""Questions worth asking in this company, in the person's language."""

from types import MappingProxyType

from bot.sandbox.world import Wire, World

MOST = 4

_QUESTIONS = MappingProxyType(
    {
        "en": (
            "Why can't I edit {group}?",
            "Why can't I add members to {group}?",
            "Why can't I delete {group}?",
            "Where is {group} managed?",
        ),
        "da": (
            "Hvorfor kan jeg ikke redigere {group}?",
            "Hvorfor kan jeg ikke tilføje medlemmer til {group}?",
            "Hvorfor kan jeg ikke slette {group}?",
            "Hvor styres {group}?",
        ),
    }
)


def suggestions(world: World, user: str, locale: str) -> list[list[str]]:
    """For up to four groups of different kinds, the questions about it; synced groups come first, they puzzle most.

    Each list begins with another question, so that the first of each are four different ones. A guest gets only groups
    of their own: the page names nothing that the bot wouldn't.
    """
    questions = _QUESTIONS["da" if locale.startswith("da") else "en"]
    kinds: dict[tuple[object, ...], Wire] = {}
    for group in sorted(_known_to(world, user), key=lambda g: not g.get("onPremisesSyncEnabled")):
        kind = (group.get("onPremisesSyncEnabled"), tuple(group.get("groupTypes") or ()), group.get("mailEnabled"))
        kinds.setdefault(kind, group)
    groups = list(kinds.values())[:MOST]
    return [
        [ask.format(group=group["displayName"]) for ask in (*questions[place:], *questions[:place])]
        for place, group in enumerate(groups)
    ]


def _known_to(world: World, user: str) -> list[Wire]:
    everything = list(world.groups.values())
    if world.users[user].get("userType") != "Guest":
        return everything
    return [group for group in everything if user in world.members.get(str(group["id"]), ())]
