"""Where what the bot says and what the company does part ways."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bot.diagnose import diagnose
from bot.model import Question, Report, Severity, Subject, SubjectKind
from tests.oracle.company_in_hand import CompanyInHand
from tests.oracle.in_process import InProcess
from tests.oracle.operations import OPERATIONS, Change, Wanted


@dataclass(frozen=True)
class Case:
    """One person, one group, one operation: ids, and the change Graph would be asked for."""

    person: str
    group: str
    wanted: Wanted
    change: Change


@dataclass
class Tally:
    """How the cases came out; `disagreements` are sentences for whoever has to look into them."""

    outcomes: Counter[str] = field(default_factory=Counter[str])
    disagreements: list[str] = field(default_factory=list[str])

    @property
    def cases(self) -> int:
        """How many were looked at."""
        return sum(self.outcomes.values())


def people(hand: CompanyInHand) -> list[str]:
    """Everybody who can sign in."""
    return [id for id, user in hand.reading.users.items() if user.get("accountEnabled") is not False]


def cases(hand: CompanyInHand, operations: Sequence[Wanted] = OPERATIONS) -> Iterator[Case]:
    """Every person, every group, living or deleted, every operation there is somebody for."""
    for person in people(hand):
        for group in (*hand.reading.groups, *hand.reading.deleted_groups):
            for wanted in operations:
                if change := wanted.change(hand.reading, group, person):
                    yield Case(person, group, wanted, change)


def asking(case: Case, hand: CompanyInHand, asker: str = "") -> Question:
    """The case as a question; by `asker` when it is somebody else's."""
    other = Subject(SubjectKind.USER, case.change.other, "") if case.change.other else None
    return Question(
        symptom=case.wanted.symptom,
        subject=Subject(SubjectKind.GROUP, case.group, ""),
        asker=asker or case.person,
        asked=hand.reading.clock.now(),
        person=case.person if asker else "",
        operation=case.wanted.operation,
        other=other,
    )


class Verdicts:
    """The bot's answers in one company, each person's readings kept from case to case."""

    def __init__(self, hand: CompanyInHand) -> None:
        self.hand = hand
        self.graphs: dict[str, InProcess] = {}

    def of(self, question: Question) -> Report:
        """The report; nothing waits, since nothing here goes over a wire."""
        graph = self.graphs.get(question.asker)
        if graph is None:
            graph = InProcess(self.hand.read_server, self.hand.reader(question.asker))
            self.graphs[question.asker] = graph
        answering = diagnose(question, graph)
        try:
            answering.send(None)
        except StopIteration as done:
            return done.value
        raise AssertionError("a diagnosis waited for something that isn't Graph")


def rights(hand: CompanyInHand, chosen: Iterator[Case]) -> Tally:
    """An all-clear only where the write goes through, a cause only where it is refused.

    "Probably a cause" is counted for itself: no reading tells a guest who may read as members do from any other where
    the permission to read roles is lacking.
    """
    tally, verdicts = Tally(), Verdicts(hand)
    for case in chosen:
        report = verdicts.of(asking(case, hand))
        status = hand.status(case.person, case.change.write)
        outcome = told(report)
        tally.outcomes[f"{outcome}, {'taken' if status < 300 else 'refused'}"] += 1
        if (outcome == "a cause" and status < 300) or (outcome == "all clear" and status >= 300):
            tally.disagreements.append(f"{named(case, hand)}: told {summary(report)}, Graph answered {status}")
    return tally


def about_others(hand: CompanyInHand, asker: str, chosen: Iterator[Case]) -> Tally:
    """Asked about each person, the answer is what that person would be told, up to what the asker may not read."""
    tally, verdicts = Tally(), Verdicts(hand)
    for case in chosen:
        if case.person == asker:
            continue
        own, others = verdicts.of(asking(case, hand)), verdicts.of(asking(case, hand, asker))
        outcome = told(others)
        tally.outcomes[outcome] += 1
        if undecided(own) or undecided(others):
            continue
        if differ(own, others):
            text = f"{named(case, hand)}: they are told {summary(own)}, about them is told {summary(others)}"
            tally.disagreements.append(text)
    return tally


def differ(own: Report, others: Report) -> bool:
    """Whether another story is told: in the causes, and in the rest where both could see all of it."""
    if own.unseen or others.unseen:
        return causes(own) != causes(others)
    return said(own) != said(others)


def causes(report: Report) -> list[str]:
    """The ids of what explains the symptom, in order."""
    return [id for id, found in report.findings.items() if found.severity is Severity.CAUSE]


def told(report: Report) -> str:
    """What the answer amounts to; a cause that is only said to be probable, with what was not seen, claims less."""
    if report.cause:
        return "probably a cause" if report.cause.probable and report.gaps else "a cause"
    if report.vanished:
        return "no such group"
    return "all clear" if report.all_clear else "not certain"


def undecided(report: Report) -> bool:
    """Whether something could not be seen."""
    return bool(report.gaps or report.vanished)


def said(report: Report) -> list[tuple[str, str]]:
    """Which findings, how serious."""
    return [(id, found.severity.value) for id, found in report.findings.items()]


def summary(report: Report) -> str:
    """The verdict for whoever has to look into it."""
    found = ", ".join(f"{id} ({severity})" for id, severity in said(report)) or "nothing"
    gaps = ", ".join(f"{gap.reading.__name__} {gap.status}" for gap in report.gaps)
    return f"{told(report)}: {found}" + (f"; gaps: {gaps}" if gaps else "")


def named(case: Case, hand: CompanyInHand) -> str:
    """The case in names; an oracle's company is invented."""
    person = hand.reading.users[case.person]
    return f"{person['displayName']} · {group_name(case.group, hand)} · {case.wanted.name}"


def group_name(group: str, hand: CompanyInHand) -> str:
    """What a group is called, or was."""
    return (hand.reading.groups.get(group) or hand.reading.deleted_groups[group])["displayName"]
