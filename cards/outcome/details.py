"""What an outcome rests on: what was read back, what Microsoft answered, what still stands in the way."""

from collections.abc import Sequence

from bot.remediate import Performed
from bot.remedies.ask_an_owner import AskAnOwner
from bot.remedy import Outcome
from bot.texts import Voice, _
from cards import kit

SEEN = {Outcome.DONE: True, Outcome.ACCEPTED: False, Outcome.REFUSED: False}
"""Whether what was read back is the state after the change or the one before; elsewhere nobody knows."""


def read_back(performed: Performed, voice: Voice) -> Sequence[kit.Element]:
    """What the change was to turn into what, as it stands now."""
    changes = performed.action.remedy.changes
    if performed.outcome not in SEEN or not changes:
        return ()
    after = SEEN[performed.outcome]
    rows = kit.facts([(each.label, each.after if after else each.before) for each in changes], voice)
    return [kit.subheading(_("As it stands now"), voice), rows]


def refusal(performed: Performed, voice: Voice) -> Sequence[kit.Element]:
    """Graph's status and code, for whoever has to look into it."""
    if not performed.refused or isinstance(performed.action.remedy, AskAnOwner):
        return ()
    answer = _(
        "Microsoft's answer: {status} {code}", status=performed.refused.status, code=performed.refused.code or "–"
    )
    return [kit.quiet(answer, voice, close=False)]


def still_standing(performed: Performed, voice: Voice) -> Sequence[kit.Element]:
    """The next thing in the way, once this one is gone."""
    found = performed.report.cause
    if performed.outcome is not Outcome.DONE or performed.action.undo_of or found is None:
        return ()
    said = [kit.label(kit.Accent.CAUSE, _("One more thing stops you"), voice), kit.paragraph(found.title, voice)]
    return [kit.section([*said, kit.quiet(found.advice, voice)], line=True)]
