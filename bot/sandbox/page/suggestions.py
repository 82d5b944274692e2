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
            "Why does {group} look wrong?",
        ),
        "da": (
            "Hvorfor kan jeg ikke redigere {group}?",
            "Hvorfor kan jeg ikke tilføje medlemmer til {group}?",
            "Hvorfor kan jeg ikke slette {group}?",
            "Hvorfor ser {group} forkert ud?",
        ),
    }
)


def suggestions(world: World, locale: str) -> list[str]:
    """Up to four questions about groups of different kinds; synced groups come first, they puzzle people most."""
    questions = _QUESTIONS["da" if locale.startswith("da") else "en"]
    kinds: dict[tuple[object, ...], Wire] = {}
    for group in sorted(world.groups.values(), key=lambda g: not g.get("onPremisesSyncEnabled")):
        kind = (group.get("onPremisesSyncEnabled"), tuple(group.get("groupTypes") or ()), group.get("mailEnabled"))
        kinds.setdefault(kind, group)
    groups = list(kinds.values())[:MOST]
    return [ask.format(group=group["displayName"]) for ask, group in zip(questions, groups, strict=False)]
