"""What was looked at, and when."""

from datetime import datetime

from bot.model import Report
from bot.texts import Voice, _
from cards import kit


def header(report: Report, checked: datetime, voice: Voice) -> kit.Element:
    """The object's name and kind; `checked` is an aware datetime."""
    named = [kit.strong(report.question.subject.name, voice)]
    kind = [kit.quiet(report.described, voice)] if report.described else []
    time = kit.quiet(_("Checked {time}", time=kit.clock(checked, voice)), voice)
    return kit.beside([*named, *kind], [time])
