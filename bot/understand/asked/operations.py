"""What is wanted of a group, where the symptom alone doesn't tell: adding a member is not removing one."""

import re
from collections.abc import Mapping, Sequence

from bot.model import Operation, Symptom
from bot.understand.asked.seeing import left_behind, of_the_group, of_the_members

LICENSE = r"licen[cs]e?\w*|licens\w*|\w*licens(?:en|er)?\b|skus?\b|\b[efa][135]\b|visio\b|copilot\b"
GUEST = r"\bguests?\b|\bexternals?\b|\boutsiders?\b|\boutside\s+(?:people|users?)|gæst\w*|ekstern\w*|gäst\w*|gjest\w*"
ADD = (
    r"\b(?:add|adding|be added|being added|get added|invit(?:e|ing)|put|putting|include|enrol|join|joining"
    r"|let \w+ in(?:to)?|luk\w* \w+ ind|get \w+ (?:in|into)|bring \w+ in"
    r"|giv(?:e|ing) [^?!.;:\n]{1,40}?access|grant\w*|(?:blive|bliver|få) tilføjet|tilføj(?:e|er|es)?|tilfoej(?:e"
    r"|er)?|inviter\w*"
    r"|meld\w* [^?!.;:\n]{1,30}?\bind|lægge\w*|sætte\w*|sæt|læg"
    r"|få [^?!.;:\n]{1,30}?\b(?:ind|med)|optage\w*|indmeld\w*|giv\w* [^?!.;:\n]{1,40}?adgang|skal (?:med|ind"
    r"|være medlem)|føje|lukke\w* ind"
    r"|have adgang til|lägg\w*|legge til|hinzufügen)(?![\w'])"
)
REMOVE = (
    r"\b(?:remov(?:e|ing)|be removed|kick\w*|tak(?:e|ing) [^?!.;:\n]{1,40}?(?:off|out)|throw\w*|boot\w*"
    r"|drop(?:ping)?|eject|get [^?!.;:\n]{1,30}?(?:off|out of)|get rid of"
    r"|(?:blive|bliver|få) fjernet|fjern(?:e|er|es)?|smid\w*|spark\w*|tage?r? [^?!.;:\n]{1,40}?(?:ud|af)\b"
    r"|meld\w* (?:[^?!.;:\n]{1,30}?\b)?ud|(?:ud|af)meld\w*|ekskluder\w*"
    r"|ta bort|fjerne|entfernen)(?![\w'])"
)
LEAVE = re.compile(
    r"(?<!before i )(?<!when i )(?<!i'm )(?<!mat )(?<!maternity )(?<!parental )(?<!sick )(?<!annual )(?<!on )"
    r"\bleav(?:e|ing)\b(?! (?:it|that|this alone|the company|the firm|on|for|next|us|friday|today|a|alone))"
    r"|\bforlade\b|\bforlader\b|\bmeld\w* (?:mig|os|sig|hende|ham|dem)(?: selv)? ud\b|\bmeld\w* sig ud\b"
    r"|\budmelde?\b|\btræde ud\b|\b(?:af|fra|ud)meld\w* (?:jeg |vi |man )?(?:mig|os|sig)\b"
    r"|\b(?:jeg|vi)\b.{0,25}\b(?:meldes ud|udmeldes|frameldes|afmeldes)\b"
    r"|\bmeld\w* (?:jeg|vi|man) (?:mig|os|sig)(?: selv)? ud\b|\b(?:i|to) quit\b"
    r"|\b(?:remov(?:e|ing)|get|take|kick|let|opt) (?:me|myself)(?: (?:out|off|from)\b|$|[?.!])|\bget me (?:off"
    r"|out)|\bopt out\b|\bunsubscribe me\b"
    r"|\bwant(?:s)? (?:out|off) of\b|\b(?:i|to) want out\b|\bvil(?: gerne)? (?:ud|væk) (?:af|fra)\b"
    r"|\bfå mig (?:ud|væk)\b|\bfjerne? mig(?: selv)?\b|\blämna\b|\bverlassen\b|\bmeg ut\b|\b(?:do|can"
    r"|to) i get out\b|\bget out of\b|\b(?:komme|kommer|slippe|slipper) (?:jeg )?ud af\b",
    re.I,
)
NO_LONGER = re.compile(
    r"\b(?:remov\w+|tak(?:e|ing)|kick\w*|drop\w*|demot\w+|strip\w*|get\w* (?:him|her|them|me|rid)|step\w* down"
    r"|stop\w*|resign\w*|quit"
    r"|not? (?:be|want)\w*|don'?t want|dont want|fjern\w*|tag\w*|smid\w*|degrader\w*|holde op|stoppe\w*|slippe"
    r"|af som|ikke\b.{0,20}\bejer\b.{0,60}\b(?:mere|længere))(?![\w'])",
    re.I,
)
"""With an owner in the sentence."""
BECOMES = re.compile(
    r"\b(?:mak(?:e|ing)|made|add\w*|set\w*|assign\w*|appoint\w*|promot\w*|becom\w*|put|giv\w*|transfer\w*"
    r"|hand\w* (?:it |this )?over|hand over|chang\w*|swap\w*"
    r"|replac\w*|new owner|second owner|another owner|co-?owner|(?:to|should|can|could|must) (?:be|own)"
    r"|wants? to be|need\w* (?:an?|to be)"
    r"|gør\w*|gjort|gjorde|tilføj\w*|sæt\w*|udnævn\w*|udpeg\w*|bliv\w*|få|ny ejer|skift\w*|overdrag\w*|tildel\w*"
    r"|forfrem\w*|medejer\w*|vælge|(?:skal|bør|må|vil) (?:eje|være|stå)"
    r"|ejerskift\w*|udskift\w*|promover\w*)(?![\w'])",
    re.I,
)
ADDING, REMOVING, TO_GUEST, TO_LICENSE = (re.compile(each, re.I) for each in (ADD, REMOVE, GUEST, LICENSE))
ADD_LICENSE = re.compile(
    rf"\b(?:add|adding|assign|assigning|giv(?:e|ing)|put|apply|attach|grant|hand out|tilføj\w*|tildel(?:e|er)?"
    rf"|giv|give|giver|sætte?|sæt|lægge?|læg|knytte?)\b[^?!.;:\n]{{0,60}}?(?:{LICENSE})",
    re.I,
)
REMOVE_LICENSE = re.compile(
    rf"\b(?:remov(?:e|ing)|tak(?:e|ing)|strip|delete|unassign|drop|get rid of|pull|revoke|fjerne?r?|tage?r?"
    rf"|slette?r?|slet|aftage)\b[^?!.;:\n]{{0,60}}?(?:{LICENSE})",
    re.I,
)
OF_THE_SYMPTOM: Mapping[Symptom, Sequence[Operation]] = {
    Symptom.GROUP_MEMBERS: (
        Operation.LEAVE,
        Operation.ADD_GUEST,
        Operation.ADD_MEMBER,
        Operation.REMOVE_MEMBER,
        Operation.SEE_MEMBERS,
        Operation.SEE_GROUP,
    ),
    Symptom.GROUP_DELETE: (Operation.DELETED_IN_AD,),
    Symptom.GROUP_OWNERS: (Operation.ADD_OWNER, Operation.REMOVE_OWNER),
    Symptom.GROUP_LICENSES: (Operation.ADD_LICENSE, Operation.REMOVE_LICENSE),
}
"""Symptom → the operations that are of its kind."""


def operation(text: str, symptom: Symptom) -> Operation | None:
    """The operation of a message's symptom; `None` when none is said, or both of two opposites."""
    match symptom:
        case Symptom.GROUP_MEMBERS:
            return of_members(text)
        case Symptom.GROUP_OWNERS:
            return of_owners(text)
        case Symptom.GROUP_DELETE:
            return Operation.DELETED_IN_AD if left_behind(text) else None
        case Symptom.GROUP_LICENSES:
            removes, adds = REMOVE_LICENSE.search(text), ADD_LICENSE.search(text)
            return one_of(Operation.REMOVE_LICENSE if removes else None, Operation.ADD_LICENSE if adds else None)
        case _:
            return None


def of_members(text: str) -> Operation | None:
    """Adding, removing, inviting from outside, or leaving oneself; or only seeing who is in it, or the group at all."""
    if of_the_members(text):
        return Operation.SEE_MEMBERS
    if of_the_group(text):
        return Operation.SEE_GROUP
    if LEAVE.search(text):
        return Operation.LEAVE
    adds, removes = ADDING.search(text), REMOVING.search(text)
    added = Operation.ADD_GUEST if TO_GUEST.search(text) else Operation.ADD_MEMBER
    return one_of(added if adds else None, Operation.REMOVE_MEMBER if removes else None)


def of_owners(text: str) -> Operation | None:
    """Becoming one or being one no longer; whoever only asks who they are wants neither."""
    if NO_LONGER.search(text):
        return Operation.REMOVE_OWNER
    return Operation.ADD_OWNER if BECOMES.search(text) else None


def one_of(*found: Operation | None) -> Operation | None:
    """The only one that was found."""
    said = [each for each in found if each]
    return said[0] if len(said) == 1 else None
