"""`python -m tests.oracle FILE…`: each disagreement between the bot and a company, and how many there are."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from bot.sandbox.company import Company, load
from tests.oracle.activation import activation
from tests.oracle.company_in_hand import CompanyInHand
from tests.oracle.remedies import questions, remedies
from tests.oracle.strange_companies import strange
from tests.oracle.ticks import ticks
from tests.oracle.verdicts import Tally, about_others, cases, people, rights


def main() -> int:
    """The number of disagreements, 255 at most, as the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.oracle", description=__doc__)
    parser.add_argument("files", type=Path, nargs="*", help="company files")
    parser.add_argument("--strange", type=int, default=0, metavar="N", help="that many invented companies as well")
    parser.add_argument("--asker", default="megan", help="who asks about everybody else: the beginning of an address")
    wanted = parser.parse_args()
    return min(255, sum(of_company(name, each, wanted.asker) for name, each in companies(wanted.files, wanted.strange)))


def companies(files: list[Path], strangers: int) -> Iterator[tuple[str, Company]]:
    """Each with a name."""
    yield from ((file.name, load(file)) for file in files)
    yield from ((f"strange company {seed}", strange(seed)) for seed in range(strangers))


def of_company(name: str, company: Company, asker: str) -> int:
    """What is printed of one company; how many disagreements there are in it."""
    hand = CompanyInHand.of(company)
    addresses = {id: hand.reading.users[id]["userPrincipalName"] for id in people(hand)}
    who = next((id for id, address in addresses.items() if address.startswith(asker)), people(hand)[0])
    return (
        shown(f"{name}: rights", rights(hand, cases(hand)))
        + shown(f"{name}: asked by {addresses[who]} about others", about_others(hand, who, cases(hand)))
        + shown(f"{name}: roles to activate", activation(hand, cases(hand)))
        + shown(f"{name}: remedies", remedies(hand, questions(hand)))
        + shown(f"{name}: ticks", ticks(hand, questions(hand)))
    )


def shown(title: str, tally: Tally) -> int:
    """Prints a tally."""
    for each in tally.disagreements:
        say(f"  {each}")
    parts = ", ".join(f"{count} {outcome}" for outcome, count in sorted(tally.outcomes.items()))
    say(f"{title}: {tally.cases} cases ({parts}); {len(tally.disagreements)} disagreements")
    return len(tally.disagreements)


def say(line: str) -> None:
    """One line."""
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main())
