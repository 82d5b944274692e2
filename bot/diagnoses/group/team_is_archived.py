"""The team is archived, so its name, settings and conversations are frozen.

Seen as   The pencil is gone, nobody can post, settings are read-only.
Why       Somebody archived the team. Its members can still be changed.
Put right Open the team again, as one of its owners or a Teams Administrator.
"""

from bot.model import Evidence, Finding, Question, Severity, Symptom
from bot.reading import Unreadable
from bot.readings.group import Group, GroupType, Team
from bot.remedies.unarchive_team import UnarchiveTeam
from bot.rule import NOT_APPLICABLE, Verdict, explains
from bot.texts import _

LEARN = "https://learn.microsoft.com/graph/api/team-archive"


@explains(
    Symptom.GROUP_EDIT,
    Symptom.GROUP_MEMBERS,
    checks=_("whether the team is archived"),
    before=("asker_cannot_manage_group",),
    unless=("group_managed_on_premises",),
    causes=(Symptom.GROUP_EDIT,),
)
def diagnose(question: Question, group: Group, team: Team | Unreadable | None) -> Verdict:
    """Speaks for archived teams; it explains a refused edit, and is only good to know about members."""
    if group.type is not GroupType.TEAM:
        return NOT_APPLICABLE
    if team is None:
        return None
    if isinstance(team, Unreadable):
        return team
    if not team.is_archived:
        return None
    members = question.symptom is Symptom.GROUP_MEMBERS
    return Finding(
        severity=Severity.NOTE if members else Severity.CAUSE,
        title=_("{group} is archived.", group=group.name),
        advice=MEMBERS if members else EVERYTHING_ELSE,
        because=(Evidence(_("Team"), _("archived")),),
        remedies=(UnarchiveTeam(group_id=group.id, group_name=group.name),),
        learn=LEARN,
    )


MEMBERS = _("Members can be added and removed all the same; the rest of the team is frozen until it is opened again.")
EVERYTHING_ELSE = _("Its name, settings and conversations are frozen until an owner opens it again.")
