"""A new diagnosis, a new reading and a new remedy, as whole as anybody's, for the test that one file each is enough."""

READING = '''"""What somebody wrote on a group's door."""

from bot.reading import Reading
from bot.texts import _


class DoorSign(Reading):
    """The sign."""

    path = "/groups/{id}/doorSign"
    scope = "Group.Read.All"
    words = _("the sign on the door")

    closed: bool = False
'''

REMEDY = '''"""Turn the sign on the door."""

from typing import ClassVar

from bot.remedy import Change, Danger, Remedy
from bot.steps import Ask, Write
from bot.roles import NAMES, Role
from bot.texts import Text, _


class TurnSign(Remedy):
    """Turn it."""

    scope: ClassVar = "Group.ReadWrite.All"
    role: ClassVar = NAMES[Role.GROUPS]
    danger: ClassVar = Danger.REVERSIBLE

    group_id: str
    group_name: str

    @property
    def button(self) -> Text:
        return _("Turn the sign")

    @property
    def warning(self) -> Text:
        return _("Everybody can come in.")

    @property
    def changes(self) -> tuple[Change, ...]:
        return ()

    def steps(self) -> tuple[Write | Ask, ...]:
        return (Write("PATCH", f"/groups/{self.group_id}/doorSign", {"closed": False}),)

    @property
    def shows_after(self) -> Text:
        return _("It shows at once.")
'''

DIAGNOSIS = '''"""The sign on the door says closed."""

from bot.model import Evidence, Finding, Question, Severity, Symptom
from bot.readings.door_sign import DoorSign
from bot.readings.group import Group
from bot.remedies.turn_sign import TurnSign
from bot.rule import Verdict, explains
from bot.texts import _


@explains(Symptom.GROUP_EDIT, checks=_("whether the door is open"), before=("asker_cannot_manage_group",))
def diagnose(question: Question, group: Group, sign: DoorSign) -> Verdict:
    if not sign.closed:
        return None
    return Finding(
        severity=Severity.CAUSE,
        title=_("{group} is closed.", group=group.name),
        advice=_("Turn the sign."),
        because=(Evidence(_("Sign"), _("closed")),),
        remedies=(TurnSign(group_id=group.id, group_name=group.name),),
    )
'''

ASKING = '''"""Ask everything there is about the newcomers, and say what came back."""

import json
from datetime import UTC, datetime

from bot.diagnose import judge, plan
from bot.diagnoses import explaining
from bot.model import Question, Subject, SubjectKind, Symptom
from bot.permissions import permissions
from bot.reading import Unreadable
from bot.readings.door_sign import DoorSign
from bot.readings.group import Group
from bot.remedies import revive
from bot.scopes import Scope
from bot.texts import Voice
from cards.kit import Card
from cards.report.answer import answer

NOW, VOICE = datetime(2026, 11, 20, 9, 42, tzinfo=UTC), Voice()
ID = "6f1f2a58-3c1e-4b57-9a0e-6d1b8f0c7a11"
question = Question(Symptom.GROUP_EDIT, Subject(SubjectKind.GROUP, ID, "Sales"), ID, NOW)
diagnoses = explaining(Symptom.GROUP_EDIT)
wanted = plan(question, diagnoses)


def said(*got):
    unread = {each: Unreadable(each, 404, "") for each in wanted}
    given = {type(each) if not isinstance(each, Unreadable) else each.reading: each for each in got}
    keys = {need.key: Unreadable(need.reading, 404, "") for d in diagnoses for need in d.needs.values() if need.each}
    report = judge(question, diagnoses, {**unread, **keys, **given})
    return report, json.dumps(answer(report, NOW, VOICE, lambda: "n" * 22).wire())


group = Group(id=ID, display_name="Sales", security_enabled=True)
found, card = said(group, DoorSign(closed=True))
lacking, gap = said(group, Unreadable(DoorSign, 403, ""))
print(json.dumps({
    "found": "the_door_is_closed" in found.findings,
    "before": [d.id for d in diagnoses].index("the_door_is_closed")
    < [d.id for d in diagnoses].index("asker_cannot_manage_group"),
    "planned": DoorSign in wanted,
    "card": card,
    "gap": gap,
    "readings": permissions()[Scope.of_graph("Group.Read.All")].readings,
    "remedies": permissions()[Scope.of_graph("Group.ReadWrite.All")].remedies,
    "revived": revive("turn_sign", {"group_id": ID, "group_name": "Sales"}).id(),
}))
'''
