"""The remedies' buttons, as many as a card has room for, the best first."""

from collections.abc import Callable, Mapping

from bot.buttons import About, Offer
from bot.model import Report, Severity
from bot.remedy import Danger, Remedy
from bot.texts import Voice
from cards import kit


def offers(
    report: Report, room: int, voice: Voice, nonces: Callable[[], str]
) -> tuple[Mapping[str, list[kit.Execute]], list[kit.Execute]]:
    """Diagnosis id → its buttons, and those that have no room; each remedy once, the first of a cause's standing out.

    `room` is how many may be shown; as many again are worth keeping at all.
    """
    shown: dict[str, list[kit.Execute]] = {id: [] for id in report.findings}
    spare: list[kit.Execute] = []
    for place, (id, remedy) in enumerate(distinct(report)[: 2 * room]):
        best = place == 0 and report.findings[id].severity is Severity.CAUSE
        carried = Offer(
            about=About.of(report.question),
            diagnosis=id,
            remedy=remedy.id(),
            arguments=remedy.model_dump(mode="json"),
            nonce=nonces(),
        )
        (shown[id] if place < room else spare).append(button(carried, remedy, voice, best=best))
    return shown, spare


def distinct(report: Report) -> list[tuple[str, Remedy]]:
    """Diagnosis ids and their remedies in order of importance, the same change only once."""
    found: list[tuple[str, Remedy]] = []
    for id, finding in report.findings.items():
        found += [(id, new) for new in finding.remedies if not any(new.same_as(old) for _id, old in found)]
    return found


def button(offer: Offer, remedy: Remedy, voice: Voice, *, best: bool) -> kit.Execute:
    """One remedy's button; "…" says that it asks before it does anything."""
    asks = remedy.danger is not Danger.REVERSIBLE
    return kit.press(offer, remedy.button, voice, style=kit.Style.POSITIVE if best else None, asks=asks)
