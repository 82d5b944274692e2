"""What is asked about profiles, from the words to the findings and gaps: `tests/cases/profiles.json`."""

from collections import Counter
from datetime import timedelta

import pytest

from bot.cli.ask import signed_in
from bot.cli.company import Running
from bot.conversation.hear import hear_all
from bot.conversation.reply import Reply
from bot.diagnoses import catalogue
from bot.model import Symptom
from bot.person_details import Detail
from tests.company import contoso
from tests.conversation.profile_cases import Case, alone, cases

together = pytest.mark.asyncio(loop_scope="module")

GUESTS = {
    "kim": "kim_fabrikam.com#EXT#@contoso.onmicrosoft.com",
    "lucas": "lucas.weber_adatum.com#EXT#@contoso.onmicrosoft.com",
}
OF_PROFILES = {each.id for each in catalogue().values() if Symptom.PROFILE_STALE in each.symptoms} | {
    "property_is_sensitive"
}


def named(case: Case) -> str:
    return f"{case.person}: {case.say}"


async def answer(case: Case, company: Running) -> Reply:
    """What the bot makes of it, with the rights of whoever asks."""
    speaker = await signed_in(GUESTS.get(case.person, f"{case.person}@contoso.com"), "en-GB", company)
    (reply,) = await hear_all(case.say, speaker, company.bot.tools)
    company.bot.tools.contexts.forget(speaker)
    return reply


def check(case: Case, reply: Reply) -> None:
    """The findings in their order, the gaps by their permissions, and of what it was understood to be."""
    report = reply.report
    assert report, reply.outcome
    assert reply.understood
    assert (report.question.subject.name, reply.understood.language) == (case.about, case.language)
    assert (report.question.detail or Detail()) == Detail(property=case.property, place=case.place)
    assert tuple(report.findings) == case.findings
    assert tuple(sorted({str(gap.needs) for gap in report.gaps})) == case.gaps
    first = next(iter(report.findings.values()), None)
    assert first is None or first.probable is not case.certain


@together
@pytest.mark.parametrize("case", [case for case in cases() if not alone(case)], ids=named)
async def test_it_is_answered(company: Running, case: Case) -> None:
    check(case, await answer(case, company))


@together
@pytest.mark.parametrize("case", [case for case in cases() if alone(case)], ids=named)
async def test_it_is_answered_later_or_with_fewer_permissions(case: Case) -> None:
    async with contoso() as company:
        company.sandbox.world.admin_consent -= set(case.without)
        company.sandbox.world.clock.forward(timedelta(hours=case.later))
        check(case, await answer(case, company))


def test_every_diagnosis_is_met_twice_and_in_both_languages() -> None:
    met = Counter(id for case in cases() for id in case.findings)
    assert {id: met[id] for id in OF_PROFILES if met[id] < 2} == {}
    assert {(id, language) for id in OF_PROFILES for language in ("en", "da")} == {
        (id, case.language) for case in cases() for id in case.findings
    }
