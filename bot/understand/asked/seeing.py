"""What isn't about changing a group: who is in it, whether it shows at all, and one that Active Directory has lost."""

import re

SEES = r"(?:see|view|show|list|find|look at|look up|read|access|se|vise|vis|finde|slå op|læse)"
MEMBERS = r"(?:members?|membership|member ?list|participants|medlem(?:mer)?\w*|deltager\w*)"
HIDDEN = (
    r"(?:hidden|hides?|invisible|secret|empty|blank|not (?:shown|visible)|skjul\w*|usynlig\w*|hemmelig\w*|tom(?:me)?)"
)
CHANGED = re.compile(
    r"\b(?:add|adding|remov\w+|delet\w+|kick\w*|invit\w+|edit\w*|chang\w+|leav\w+|mak\w+|tilføj\w*|fjern\w*|slet\w*"
    r"|inviter\w*|redigér\w*|rediger\w*|ændr\w*|forlad\w*|meld\w*|gør\w*|button|knap\w*|option|mulighed\w*|owners?|ejer\w*)\b",
    re.I,
)
"""Something else is wanted of the members than to see them."""
TO_SEE_MEMBERS = re.compile(
    rf"\b{SEES}\b[^?!.;:\n]{{0,40}}?\b{MEMBERS}\b"
    rf"|\b{MEMBERS}\b[^?!.;:\n]{{0,60}}?\b{HIDDEN}\b|\b{HIDDEN}\b[^?!.;:\n]{{0,25}}?\b{MEMBERS}\b"
    rf"|\b{SEES}\b[^?!.;:\n]{{0,20}}?\b(?:who(?:'s| is| are)? (?:in|a member)|hvem der er (?:med )?(?:i|medlem))\b"
    r"|^\W*(?:who(?:'s| is| are) (?:in|a member of|the members of)|hvem er (?:med )?(?:i|medlem\w* af))\b(?! charge)",
    re.I,
)
"""The members are to be seen: "why can't I see the members", "are its members hidden", "hvem er med i"."""
NOT = r"(?:can'?t|cannot|can not|couldn'?t|don'?t|doesn'?t|isn'?t|unable to|not|kan ikke|kan \w+ ikke|ikke)"
TO_SEE_IT = re.compile(
    rf"\b{NOT}\b[^?!.;:\n]{{0,25}}?\b(?:see|find|se|finde)\s+"
    r"(?!(?:why|how|who|where|what|which|a|an|any|if|whether|hvorfor|hvordan|hvem|hvor|hvad|hvilke\w*|nogen|noget|om)\b)"
    rf"|\b{NOT}\b[^?!.;:\n]{{0,30}}?\b(?:visible|shown|showing|show up|appear\w*|vises|synlig|dukker op)\b"
    r"|\b(?:missing|gone|mangler|væk)\b[^?!.;:\n]{0,20}\b(?:from|in|i|fra)\b[^?!.;:\n]{0,20}\b(?:teams|outlook|address"
    r" (?:book|list)|gal|adressebog\w*|adresseliste\w*)\b",
    re.I,
)
"""The group itself is to be seen."""
SYNCS = re.compile(
    r"(?-i:\bAD\b)|\bactive directory\b|\bsyn[ck]\w*|\bcloud\b|\bskyen\b|\bon-?prem\w*|\blokal\w*|\bentra\b|\b365\b",
    re.I,
)
"""What tells that it is about Active Directory and the cloud."""
GONE = r"\b(?:delet\w*|remov\w*|gone|disappear\w*|no longer|slett?\w*|fjern\w*|væk|forsvund\w*|findes ikke)\b"
IN_AD = r"(?:(?-i:\bAD\b)|\bactive directory\b|\bon-?prem\w*|\blocally\b|\blokalt\b|\bdomænet\b)"
CLOUD = r"(?:cloud|entra|365|azure|teams|outlook|skyen|online|exchange|here\b|her\b)"
STILL = r"\b(?:still|remains?|stadig\w*|fortsat|endnu|findes|lives|not gone|ikke væk|ikke (?:slettet|forsvundet))\b"
ONLY_IN_THE_CLOUD = re.compile(
    rf"(?:{GONE}(?:(?!{CLOUD})[^?!.\n]){{0,40}}?{IN_AD}|{IN_AD}(?:(?!{CLOUD})[^?!.,;\n]){{0,40}}?{GONE})"
    rf"[^?!\n]{{0,80}}?(?:{STILL}[^?!\n]{{0,40}}?{CLOUD}|{CLOUD}[^?!\n]{{0,40}}?{STILL})"
    rf"|{STILL}[^?!.\n]{{0,40}}?{CLOUD}[^?!\n]{{0,60}}?{GONE}(?:(?!{CLOUD})[^?!.\n]){{0,40}}?{IN_AD}",
    re.I,
)
"""Deleted in Active Directory, and still in the cloud; not the other way round."""


def of_the_members(text: str) -> bool:
    """Whether the members are to be seen, and nothing else is wanted of them."""
    return bool(TO_SEE_MEMBERS.search(text)) and not CHANGED.search(text)


def of_the_group(text: str) -> bool:
    """Whether a group doesn't show, and nothing tells that this is the sync's doing."""
    return bool(TO_SEE_IT.search(text)) and not SYNCS.search(text) and not CHANGED.search(text)


def left_behind(text: str) -> bool:
    """Whether it is gone from Active Directory and still in the cloud."""
    return ONLY_IN_THE_CLOUD.search(text) is not None
