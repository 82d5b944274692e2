"""A choice said in words instead of pressed: "the second", "the distribution list", "den fra AD", its address."""

import re
from collections.abc import Callable, Mapping, Sequence

from bot.conversation.meaning.bare_names import without_lead
from bot.readings.group import GroupType
from bot.resolve import Candidate

Fits = Callable[[Candidate], bool]

PLACES: Mapping[str, int] = {
    r"first|1st|top|upper|1|første|øverste|første af dem|første her|första|erste": 0,
    r"second|2nd|2|anden|andet|toer|andra|zweite": 1,
    r"third|3rd|3|tredje|tredie|dritte": 2,
    r"fourth|4th|4|fjerde|vierte": 3,
    r"fifth|5th|5|femte|fünfte": 4,
    r"last|bottom|lower|sidste|nederste|sista|letzte": -1,
}
TYPES: Mapping[str, frozenset[GroupType]] = {
    r"mail[- ]?enabled(?: security)?|mailaktiverede(?: sikkerheds)?": frozenset({GroupType.MAIL_ENABLED_SECURITY}),
    r"distribution|distributions|distribution list|distributionslisten?|dl|mailing ?list|mailing ?listen?|distro|"
    r"mailliste|maillisten|mail ?list|postliste|postlisten|list|listen|verteilerliste|verteiler": frozenset(
        {GroupType.DISTRIBUTION}
    ),
    r"security|sikkerheds?|sikkerhedsgruppen?|sikkerhetsgruppa|säkerhetsgruppen|sicherheitsgruppe": frozenset(
        {GroupType.SECURITY, GroupType.MAIL_ENABLED_SECURITY}
    ),
    r"teams?|teamet|holdet": frozenset({GroupType.TEAM}),
    r"(?:microsoft |office |m)?365": frozenset({GroupType.MICROSOFT_365, GroupType.TEAM}),
}
DIRECTORY = r"(?:the )?(?:ad|active directory|on[- ]?prem(?:ises)?|lokale? ad|det lokale ad)"
ORIGINS: Mapping[str, Fits] = {
    rf"(?:from|in|synced from|managed in|fra|i|från|aus(?: dem)?) {DIRECTORY}|synced|synkroniserede|ad": (
        lambda candidate: told(candidate, "from Active Directory")
    ),
    r"(?:from|in|fra|i|från|aus) (?:the )?(?:cloud|skyen|molnet|der cloud)|cloud|cloud-only|sky": (
        lambda candidate: told(candidate, "from the cloud")
    ),
    r"deleted|slettede|gelöschte": lambda candidate: candidate.deleted,
}
ARTICLE = r"(?:(?:the|a|that|den|det|die|der|das|number|nummer|no\.?|nr\.?|option|valg|#)\s*)*"
NOUN = r"(?:\s*-?(?:one|group|groups?|gruppe|gruppen|grupp|list|liste|ene|mulighed|der er|som er|which is|that is))*"


def chosen(text: str, candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Those among these that the words stand for; none when the message says anything else."""
    said = without_lead(text).casefold()
    by_address = tuple(each for each in candidates if said and said in addresses(each))
    if by_address or not said:
        return by_address
    if (place := place_in(said)) is not None:
        return tuple(candidates[place : place + 1 or None]) if place < len(candidates) else ()
    fits = tuple(matching(said))
    return tuple(each for each in candidates if all(fit(each) for fit in fits)) if fits else ()


def is_place(text: str) -> bool:
    """Whether a message is a place in a list and nothing more: "2", "the first"."""
    return place_in(without_lead(text).casefold()) is not None


def place_in(said: str) -> int | None:
    """Which of a list is meant, counted from 0, or from the end when negative; `None` when it is no place."""
    return next((place for words, place in PLACES.items() if stands_for(words, said)), None)


def matching(said: str) -> Sequence[Fits]:
    """What a group must be for these words: of a kind, from somewhere, or both ("the team from AD")."""
    for words, types in TYPES.items():
        if stands_for(words, said):
            return (of_type(types),)
        for origin, comes in ORIGINS.items():
            if stands_for(rf"(?:{words}){NOUN}\s+(?:{origin})|(?:{origin})\s+(?:{words})", said):
                return (of_type(types), comes)
    return tuple(comes for origin, comes in ORIGINS.items() if stands_for(rf"(?:{NOUN}\s*)?(?:{origin})", said))[:1]


def of_type(types: frozenset[GroupType]) -> Fits:
    """Whether a group is of one of these kinds."""
    called = [type.words for type in types]
    return lambda candidate: candidate.described.values.get("type") in called


def told(candidate: Candidate, where: str) -> bool:
    """Whether the line under its name says this of where it comes from."""
    return where in candidate.described.template


def stands_for(words: str, said: str) -> bool:
    """Whether the message is these words, with an article and a noun around them at most."""
    return bool(re.fullmatch(rf"{ARTICLE}(?:{words}){NOUN}", said))


def addresses(candidate: Candidate) -> frozenset[str]:
    """Its mail address, with and without its domain."""
    mail = candidate.detail.casefold()
    return frozenset({mail, mail.partition("@")[0]}) - {""}
