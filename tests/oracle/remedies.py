"""Whether a button does for whoever gets it: what is offered is accepted, what is handed to others is refused.

Also whom one is sent to: a request needs an owner who can be asked, and a role that is named has to be enough.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.model import Finding, Operation, Question, Subject, SubjectKind, Symptom
from bot.remedies.ask_an_owner import AskAnOwner
from bot.remedy import Remedy
from bot.sandbox.graph import relations
from bot.sandbox.graph.rights.visibility import Kind, kind_of, profile_of_others
from bot.steps import Write
from tests.oracle.company_in_hand import CompanyInHand
from tests.oracle.verdicts import Tally, Verdicts, group_name, people

ASKED: tuple[tuple[Symptom, Operation | None], ...] = (
    (Symptom.GROUP_EDIT, None),
    (Symptom.GROUP_MEMBERS, Operation.ADD_MEMBER),
    (Symptom.GROUP_MEMBERS, Operation.ADD_OWNER),
    (Symptom.GROUP_DELETE, None),
    (Symptom.GROUP_SOURCE, None),
    (Symptom.GROUP_OWNERS, None),
)
"""Questions whose findings between them have every remedy."""


@dataclass(frozen=True)
class Offer:
    """One remedy on a card: `button` where the asker may press it, else words for somebody else."""

    question: Question
    diagnosis: str
    finding: Finding
    remedy: Remedy
    button: bool


def questions(hand: CompanyInHand) -> Iterator[Question]:
    """Everybody about every group, for themselves and for one other person."""
    everybody = people(hand)
    for place, asker in enumerate(everybody):
        other = everybody[(place + 1) % len(everybody)]
        for group in (*hand.reading.groups, *hand.reading.deleted_groups):
            for symptom, operation in ASKED:
                for person in ("", other):
                    yield Question(
                        symptom=symptom,
                        subject=Subject(SubjectKind.GROUP, group, ""),
                        asker=asker,
                        asked=hand.reading.clock.now(),
                        person=person,
                        operation=operation,
                    )


def remedies(hand: CompanyInHand, chosen: Iterator[Question]) -> Tally:
    """Each button is tried as whoever asks, each hand-off too; an offer without a write needs somebody to ask."""
    tally, verdicts = Tally(), Verdicts(hand)
    for question in chosen:
        for offer in offers(question, verdicts):
            kind = "button" if offer.button else "hand-off"
            wrong = wrong_with(offer, hand)
            tally.outcomes[kind] += 1
            if wrong:
                tally.disagreements.append(
                    f"{asked_for(question, hand)}: {offer.diagnosis} gives {offer.remedy.id()} as a {kind}, {wrong}"
                )
    return tally


def offers(question: Question, verdicts: Verdicts) -> Iterator[Offer]:
    """Every remedy on the card of a question."""
    for id, finding in verdicts.of(question).findings.items():
        yield from (Offer(question, id, finding, remedy, button=True) for remedy in finding.remedies)
        yield from (Offer(question, id, finding, remedy, button=False) for remedy in finding.hand_off)


def wrong_with(offer: Offer, hand: CompanyInHand) -> str:
    """Why it should not stand there; nothing when it should."""
    if isinstance(offer.remedy, AskAnOwner):
        return "" if askable(offer, hand) else "and nobody can be asked"
    answers = answered(offer, hand)
    refused = 403 in answers
    if offer.button:
        return f"Graph answered {answers}" if refused else ""
    return "" if refused or not knows(offer.question.asker, hand) else f"Graph answered {answers}"


def askable(offer: Offer, hand: CompanyInHand) -> bool:
    """Whether some owner other than the asker is a person, whose account isn't disabled as far as the asker sees."""
    group = hand.reading.groups.get(offer.question.subject.id)
    owners = relations.owners(hand.reading, group) if group else []
    people = [owner for kind, owner in owners if kind == "user" and owner["id"] != offer.question.asker]
    sees_accounts = profile_of_others(hand.reading, hand.reader(offer.question.asker)) is None
    return any(owner["accountEnabled"] or not sees_accounts for owner in people)


def answered(offer: Offer, hand: CompanyInHand) -> list[int]:
    """What Graph answers to the remedy's writes by the asker, whose token has the permission that is asked for."""
    steps = [step for step in offer.remedy.steps() if isinstance(step, Write)]
    return hand.statuses(offer.question.asker, steps, frozenset({"User.Read", offer.remedy.scope}))


ROLES_OF_THE_ASKER = frozenset({"AdministrativeUnit.Read.All", "GroupMember.Read.All", "RoleManagement.Read.Directory"})


def knows(asker: str, hand: CompanyInHand) -> bool:
    """Whether the asker may read all of their own roles; who may not sends on what they could perhaps do."""
    reader = hand.reader(asker)
    return reader.scopes >= ROLES_OF_THE_ASKER and kind_of(hand.reading, reader) is Kind.MEMBER


def asked_for(question: Question, hand: CompanyInHand) -> str:
    """The question in names; an oracle's company is invented."""
    asker, person = (hand.reading.users[id]["displayName"] for id in (question.asker, question.ids.person))
    wanted = question.operation or question.symptom
    return f"{asker} for {person} · {group_name(question.subject.id, hand)} · {wanted}"
