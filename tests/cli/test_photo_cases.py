"""What people are told about photos, through the same door as `syncdoctor ask`: `tests/cases/photos.json`."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

import pytest

from bot.cli.answer_json import as_json
from bot.cli.ask import signed_in
from bot.cli.company import Running, company_and_bot
from bot.conversation.hear import hear_all
from bot.diagnoses import catalogue
from bot.graph.client import Traffic
from bot.sandbox.company import COMPANIES, Company, Consent
from tests.cli.photo_cases import Case, cases
from tests.company import company, issuers

CASES = cases()
MOST_BYTES = 24 * 1024


def setting(case: Case) -> tuple[str, tuple[str, ...]]:
    """The company a case is in, and what it lacks."""
    return case.company, case.without


SETTINGS = [(where, tuple(some)) for where, some in groupby(sorted(CASES, key=setting), setting)]


def in_its_state(name: str, without: Sequence[str]) -> Company:
    """The company with all that Contoso's administrator has consented to, but for these."""
    granted = company().consent.admin
    consented = Consent(admin=tuple(each for each in granted if each not in without))
    return company(COMPANIES / f"{name}.json").model_copy(update={"consent": consented})


async def told(case: Case, running: Running) -> dict[str, Any]:
    """The answer, as `syncdoctor ask --json` prints it."""
    speaker = replace(await signed_in(case.asker, case.locale, running), conversation=case.say + case.asker)
    replies = await hear_all(case.say, speaker, running.bot.tools)
    (reply,) = replies
    return as_json((reply,), Traffic(), speaker) | {"report": reply.report}


def faults(case: Case, answer: dict[str, Any]) -> Iterator[str]:
    """Where the answer isn't what was expected."""
    report = answer["report"]
    found = tuple(each["id"] for each in answer["findings"])
    first = next(iter(report.findings.values()), None) if report else None
    subject = answer["question"]["subject"]
    got: dict[str, Any] = {
        "about": subject["name"] if subject else None,
        "findings": found,
        "gaps": tuple(sorted({each["reading"] for each in answer["gaps"]})),
        "unseen": tuple(sorted({each["reading"] for each in answer["unseen"]})),
        "pictures": len(first.pictures) if first else 0,
    }
    for name, value in got.items():
        if value != getattr(case, name):
            yield f"{case.asker} “{case.say}”: {name} {value}, not {getattr(case, name)}"
    if case.probable is not None and (first is None or first.probable is not case.probable):
        yield f"{case.asker} “{case.say}”: probable isn't {case.probable}"
    if len(str(answer["card"])) > MOST_BYTES:
        yield f"{case.asker} “{case.say}”: the card is too large"


@pytest.mark.parametrize(
    ("where", "some"), SETTINGS, ids=[" without ".join((name, *lacks)) for (name, lacks), _ in SETTINGS]
)
async def test_what_people_are_told(where: tuple[str, tuple[str, ...]], some: Sequence[Case]) -> None:
    async with company_and_bot(in_its_state(*where), issuers=issuers()) as running:
        await running.bot.ready()
        answers = [await told(case, running) for case in some]
    found = [fault for case, answer in zip(some, answers, strict=True) for fault in faults(case, answer)]
    assert not found, "\n".join(found)


def test_every_diagnosis_of_a_photo_is_told_twice_and_more() -> None:
    times = Counter(id for case in CASES for id in case.findings)
    # What is only asked about by a deed, as "remove my photo" is, has tests of its own.
    of_photos = {
        id for id, each in catalogue().items() if ".photo." in each.rule.__module__ and None in each.operations
    }
    assert {id for id in of_photos if times[id] < 2} == set()


def test_people_ask_in_both_languages_for_themselves_and_for_others() -> None:
    danish = [case for case in CASES if case.locale == "da-DK"]
    own = [case for case in CASES if case.asker.split("@")[0] == case.about.split()[0].lower()]
    assert len(danish) >= 50
    assert len(CASES) - len(danish) >= 50
    assert len(own) >= 40
    assert len(CASES) - len(own) >= 40
