"""`python -m tests.oracle FILE…`: each disagreement between the bot and a company, and how many there are."""

import argparse
import sys
from pathlib import Path

from bot.sandbox.company import load
from tests.oracle.company_in_hand import CompanyInHand
from tests.oracle.verdicts import Tally, about_others, cases, rights


def main() -> int:
    """The number of disagreements, 255 at most, as the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.oracle", description=__doc__)
    parser.add_argument("files", type=Path, nargs="+", help="company files")
    parser.add_argument("--asker", default="megan", help="who asks about everybody else: the beginning of an address")
    wanted = parser.parse_args()
    return min(255, sum(of_company(file, wanted.asker) for file in wanted.files))


def of_company(file: Path, asker: str) -> int:
    """What is printed of one company; how many disagreements there are in it."""
    hand = CompanyInHand.of(load(file))
    found = shown(f"{file.name}: rights", rights(hand, cases(hand)))
    who = next((id for id, user in hand.reading.users.items() if user["userPrincipalName"].startswith(asker)), None)
    if who is None:
        say(f"{file.name}: nobody's address begins with {asker}, so nobody was asked about others")
        return found
    return found + shown(f"{file.name}: asked by {asker} about others", about_others(hand, who, cases(hand)))


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
