"""How to put it right without a button: commands to copy, and ways to Microsoft's portals."""

from collections.abc import Sequence

from bot.model import Command, Link, Report
from bot.texts import Voice
from cards import kit


def by_hand(report: Report, voice: Voice) -> Sequence[kit.Element]:
    """Everything the findings name, each once."""
    ways: list[Link | Command] = []
    for finding in report.findings.values():
        ways += [way for way in finding.by_hand if way not in ways]
    return [block for way in ways for block in described(way, voice)]


def described(way: Link | Command, voice: Voice) -> Sequence[kit.Element]:
    """One way: a link, or a command with where to run it."""
    match way:
        case Link(label=label, url=url):
            return [kit.link(label, url, voice)]
        case Command(label=label, where=where, command=command):
            return [kit.section([kit.subheading(label, voice), kit.quiet(where, voice), kit.copied(command, voice)])]
