from datetime import timedelta

import pytest

from bot.diagnoses.sync.sync_has_stopped import diagnose
from bot.model import Command, Severity
from bot.readings.tenant import DirectorySync
from tests.readings import WHEN, english, found, gap, of_tenant, sync, verdict


def after(**age: float) -> timedelta:
    return timedelta(**age)


@pytest.mark.parametrize(
    ("age", "severity", "begins"),
    [
        (after(minutes=-5), Severity.NOTE, "Directory sync is running"),
        (after(minutes=29), Severity.NOTE, "Directory sync is running"),
        (after(hours=1), Severity.NOTE, "Directory sync is running"),
        (after(hours=1, seconds=1), Severity.RISK, "Directory sync is late"),
        (after(hours=3), Severity.RISK, "Directory sync is late"),
        (after(hours=3, seconds=1), Severity.CAUSE, "Directory sync has stopped"),
        (after(days=30), Severity.CAUSE, "Directory sync has stopped"),
    ],
)
def test_how_late_it_is_decides_how_loudly_it_is_said(age: timedelta, severity: Severity, begins: str) -> None:
    finding = found(diagnose, of=of_tenant(asked=WHEN + age))
    assert (finding.severity, finding.leads) == (severity, True)
    assert english(finding.title).startswith(begins)
    assert finding.because[0].value == WHEN


@pytest.mark.parametrize(
    ("age", "said"),
    [
        (after(hours=2), "within the next hours"),
        (after(hours=5), "It usually runs every 30 minutes. Look at the sync server"),
        (after(hours=25), "Microsoft has written to the technical contact"),
        (after(days=4), "Microsoft warns of it in the admin center"),
        (after(days=8), "After more than seven days it takes a full sync"),
    ],
)
def test_an_age_means_something_by_itself(age: timedelta, said: str) -> None:
    finding = found(diagnose, of=of_tenant(asked=WHEN + age))
    assert said in english(finding.advice)
    assert [way.command for way in finding.by_hand if isinstance(way, Command)] == [
        "Start-ADSyncSyncCycle -PolicyType Delta"
    ]


def test_a_sync_that_was_switched_off_is_the_cause() -> None:
    finding = found(diagnose, sync(enabled=False), of=of_tenant())
    assert english(finding.title) == "Directory sync is switched off for your organisation."
    assert finding.severity is Severity.CAUSE


@pytest.mark.parametrize("seen", [sync(enabled=None), sync(enabled=None, last=None), DirectorySync(value=())])
def test_null_is_neither_a_no_nor_a_stop(seen: DirectorySync) -> None:
    finding = found(diagnose, seen, of=of_tenant())
    assert english(finding.title) == "I can't see that your organisation syncs with Active Directory."
    assert finding.severity is Severity.NOTE


def test_a_sync_that_is_on_without_a_time_is_said_to_be_on() -> None:
    finding = found(diagnose, sync(last=None), of=of_tenant())
    assert english(finding.title) == "Directory sync is on, but I can't see when it last ran."
    assert finding.severity is Severity.NOTE


def test_a_sync_that_may_not_be_read_is_a_gap() -> None:
    assert verdict(diagnose, gap(DirectorySync), of=of_tenant()) == (gap(DirectorySync),)
