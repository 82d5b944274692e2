"""Which of a person's details a message is about, and where the writer sees it: in English and Danish words."""

import re
from collections.abc import Mapping

from bot.model import Symptom
from bot.person_details import Detail, Place, Property

PROPERTIES: Mapping[Property, re.Pattern[str]] = {
    # The longer word first: "mobile number" is no "number", "about me" no "me".
    property: re.compile(rf"(?<![\w])(?:{words})(?!\w)", re.I)
    for property, words in {
        Property.MOBILE: r"mobile(?: phone)?(?: numbers?)?|cell(?: ?phone)?(?: numbers?)?|mobil\w*",
        Property.MAIL: r"e-?mail(?:s| address(?:es)?)?|mail address(?:es)?|(?:e-?)?mail ?adresse\w*|e-?mailen?",
        Property.TITLE: r"(?:job |work )?titles?|(?:job|stillings)?titel\w*|(?:job|stillings)?titl(?:en|er|erne)"
        r"|job ?description|stilling(?:en|sbetegnelse\w*)?|position(?!er)",
        Property.DEPARTMENT: r"departments?|afdeling(?:en|s\w*|er)?",
        Property.MANAGER: r"(?:line )?managers?|boss|supervisor|reports to|reporting line|(?:nærmeste )?leder(?:en|s)?"
        r"|chef(?:en)?",
        Property.OFFICE: r"office(?: location| number)?(?! 365|\.com)|(?:desk|work) location|kontor(?:et|placering\w*)?"
        r"|lokation(?:en)?",
        Property.PHONE: r"(?:tele)?phones?(?: numbers?)?|(?:work|direct|landline|desk) numbers?"
        r"|(?:telefon|tlf)\.?(?: ?(?:nummer|numre|nr\.?)\w*)?|telefonen|direkte nummer",
        Property.ADDRESS: r"(?:street |postal |home |work )?address|city|post ?code|zip(?: code)?|(?:gade)?adresse\w*"
        r"|postnummer\w*|by(?:en)?",
        Property.COMPANY: r"company(?: name)?|firma(?:et|navn\w*)?|virksomhedsnavn\w*",
        Property.EMPLOYEE_ID: r"employee (?:id|number|no\.?)|medarbejder(?:id|nummer\w*|nr\.?)|lønnummer\w*",
        Property.ABOUT_ME: r"about[- ]me|bio(?:graphy)?|om mig|biografi\w*",
        Property.SKILLS: r"skills?|expertise|kompetencer?\w*|færdighed\w*",
        Property.BIRTHDAY: r"birthdays?|date of birth|fødselsdag\w*|fødselsdato\w*",
        Property.INTERESTS: r"interests?|hobb(?:y|ies)|interesser?\w*",
        Property.PROJECTS: r"projects?|projekt(?:er|erne)",
        Property.SCHOOLS: r"schools?|education|uddannelse\w*|skoler?",
        Property.NAME: r"(?:display |last |sur|first |given |full |sur ?|maiden |married |user)?names?"
        r"|(?:visnings|efter|for|bruger|pige|profil)?navn(?:et|e|ene)?",
    }.items()
}
PLACES: Mapping[Place, re.Pattern[str]] = {
    place: re.compile(words, re.I)
    for place, words in {
        Place.DELVE: r"\bdelves?\b",
        Place.ONLY_ME: r"\bonly (?:i|me)\b|\bjust (?:me|for me)\b|\b(?:i'?m|i am|am i) the only one\b"
        r"|\b(?:everyone|everybody) else (?:sees|has|gets)\b"
        r"|\bonly (?:shows?|shown|looks?|appears?|wrong|old) (?:\w+ )?(?:for|to) me\b"
        r"|\bkun (?:jeg|mig|hos mig|for mig)\b|\bdet er kun (?:mig|hos mig)\b|\balle andre (?:ser|har|får)\b"
        r"|\bbare (?:mig|hos mig)\b|\b(?:jeg er|er jeg|som) den eneste\b",
        Place.WEB_PART: r"\bweb ?parts?\b|\bwebdel\w*|\borg(?:ani[sz]ation(?:al)?)?[- ]?(?:chart|diagram)s?\b"
        r"|\borganisationsdiagram\w*|\borgdiagram\w*|\bpeople (?:section|part)\b|\bpersonwebdel\w*",
        Place.TEAMS: r"\b(?-i:Teams)\b|\bin teams\b|\bi teams\b",
        Place.OUTLOOK: r"\boutlook\b|\baddress book\b|\badressebog\w*",
        Place.SHAREPOINT: r"\bsharepoint\b|\bintranet\w*",
    }.items()
}
OF_PEOPLE = frozenset({Symptom.PROFILE_STALE, Symptom.PROFILE_EDIT})


def detail(text: str, symptom: Symptom) -> Detail | None:
    """What a message about somebody's profile says of the detail and the place; `None` when it says neither.

    Of several details it is none in particular; the place that is named decides, and of several the plainest.
    """
    if symptom not in OF_PEOPLE:
        return None
    place = next((place for place, words in PLACES.items() if words.search(text)), None)
    property = the_one(text)
    return Detail(property=property, place=place) if property or place else None


def the_one(text: str) -> Property | None:
    """The only detail that is named: what stands within the words for another isn't named by itself."""
    found: list[tuple[int, int, Property]] = []
    for property, words in PROPERTIES.items():
        for match in words.finditer(text):
            if not any(start < match.end() and match.start() < end for start, end, _other in found):
                found.append((match.start(), match.end(), property))
    named = {property for _start, _end, property in found}
    return named.pop() if len(named) == 1 else None
