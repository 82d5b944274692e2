"""A button is for who may press it: whoever can't gets the words for somebody who can. Graph still decides."""

from dataclasses import replace

from bot.model import Finding, Question
from bot.reading import Readings
from bot.readings.asker import MyOwnedGroups, MyRoles
from bot.remedy import Remedy


def for_the_asker(finding: Finding, question: Question, readings: Readings) -> Finding:
    """The finding with the remedies the asker may press as buttons, and the others to be handed to somebody else."""
    mine = tuple(remedy for remedy in finding.remedies if may_press(remedy, question, readings))
    if len(mine) == len(finding.remedies):
        return finding
    others = tuple(remedy for remedy in finding.remedies if remedy not in mine)
    return replace(finding, remedies=mine, hand_off=(*finding.hand_off, *others))


def may_press(remedy: Remedy, question: Question, readings: Readings) -> bool:
    """Whether the asker's roles or ownership allow it, as far as that is known: what isn't known, Graph will say."""
    if not remedy.roles:
        return True
    roles, owned = readings.get(MyRoles), readings.get(MyOwnedGroups)
    if remedy.owners_may and isinstance(owned, MyOwnedGroups) and owned.includes(question.subject.id):
        return True
    return not isinstance(roles, MyRoles) or not roles.templates.isdisjoint(remedy.roles)
