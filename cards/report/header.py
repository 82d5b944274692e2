"""What was looked at, above the verdict; when, at the foot."""

from collections.abc import Mapping
from datetime import datetime

from bot.model import Report, SubjectKind
from bot.texts import Text, Value, Voice, _
from cards import kit

ICONS: Mapping[SubjectKind, tuple[str, Text]] = {
    SubjectKind.GROUP: ("group", _("Group")),
    SubjectKind.USER: ("person", _("Person")),
    SubjectKind.TENANT: ("organisation", _("Organisation")),
}
"""What each kind of subject is drawn as, and called by those who don't see it."""


def header(report: Report, voice: Voice) -> kit.Element:
    """The object's icon, name and kind."""
    subject = report.question.subject
    return titled(subject.kind, subject.name, report.described, voice)


def titled(kind: SubjectKind, name: str, described: Value | None, voice: Voice) -> kit.Element:
    """Name and icon of something, and what it is where that is known."""
    drawn, called = ICONS[kind]
    said = [kit.strong(name, voice), *([kit.quiet(described, voice)] if described else ())]
    return kit.beside_icon(drawn, called, said, voice)


def foot(checked: datetime, voice: Voice) -> kit.Element:
    """When it was looked at; `checked` is an aware datetime."""
    return kit.quiet(_("Checked {time}", time=kit.clock(checked, voice)), voice, close=False)
