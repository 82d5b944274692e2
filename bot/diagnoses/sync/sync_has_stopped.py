"""Directory synchronisation has stopped, or was switched off.

Seen as   What is changed in Active Directory doesn't show in the cloud; new people and groups are missing.
Why       The directory usually syncs every 30 minutes. When the last time is hours ago, the sync server doesn't run,
          can't sign in, or was told to stop.
Put right Look at the sync server. Graph can't start a cycle of Microsoft Entra Connect.
"""

from datetime import timedelta

from bot.deep_links import in_connect
from bot.model import Evidence, Finding, Question, Severity, Symptom
from bot.powershell import on_sync_server
from bot.readings.tenant import DirectorySync
from bot.rule import Verdict, explains
from bot.texts import Text, _

LEARN = "https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-sync-feature-scheduler"
USUAL = timedelta(hours=1)
"""Twice the usual 30 minutes."""
LATE = timedelta(hours=3)
"""Ours: Microsoft names no figure between an hour and a day."""
DAY = timedelta(hours=24)
"""Microsoft writes to the technical contact after a day: https://learn.microsoft.com/troubleshoot/entra/entra-id/user-prov-sync"""
DAYS_WARNED_OF = timedelta(days=3)
"""The Microsoft 365 admin center warns: https://learn.microsoft.com/microsoft-365/enterprise/view-directory-synchronization-status"""
FULL_SYNC = timedelta(days=7)
"""Changes alone no longer do: https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-sync-feature-scheduler"""


@explains(Symptom.SYNC_HEALTH, checks=_("when the directory last synced"))
def diagnose(question: Question, sync: DirectorySync) -> Verdict:
    """Speaks always: of a sync that runs it says when it last did."""
    if sync.enabled is False:
        return switched_off(sync)
    if sync.enabled is None:
        return no_sync_seen()
    if sync.last is None:
        return no_time_seen()
    age = question.asked - sync.last
    if age <= USUAL:
        return running(sync)
    return late(sync, age)


def evidence(sync: DirectorySync) -> tuple[Evidence, ...]:
    """When it last ran."""
    return (Evidence(_("Last sync"), sync.last),) if sync.last else ()


def running(sync: DirectorySync) -> Finding:
    """It ran within the hour."""
    return Finding(
        severity=Severity.NOTE,
        title=_("Directory sync is running: it last ran at {time}.", time=sync.last or ""),
        advice=_(
            "It usually runs every 30 minutes. That says nothing about a single group or person: ask me about them by "
            "name."
        ),
        because=evidence(sync),
        learn=LEARN,
        leads=True,
    )


def late(sync: DirectorySync, age: timedelta) -> Finding:
    """It has missed cycles; how many decides how loudly that is said."""
    stopped = age > LATE
    return Finding(
        severity=Severity.CAUSE if stopped else Severity.RISK,
        title=_("Directory sync has stopped: it last ran at {time}.", time=sync.last or "")
        if stopped
        else _("Directory sync is late: it last ran at {time}.", time=sync.last or ""),
        advice=advice(age),
        because=evidence(sync),
        by_hand=(in_connect(), *on_sync_server()),
        learn=LEARN,
        leads=True,
    )


def advice(age: timedelta) -> Text:
    """What to do, and what the age means by itself."""
    if age > FULL_SYNC:
        return _(
            "After more than seven days it takes a full sync. Look at the sync server, and plan for it to take long."
        )
    if age > DAYS_WARNED_OF:
        return _("Microsoft warns of it in the admin center by now. Look at the sync server: is it on, can it sign in?")
    if age > DAY:
        return _(
            "Microsoft has written to the technical contact by now. Look at the sync server: is it on, can it sign in?"
        )
    if age > LATE:
        return _("It usually runs every 30 minutes. Look at the sync server: is it on, can it sign in?")
    return _("It usually runs every 30 minutes. If it doesn't run within the next hours, look at the sync server.")


def switched_off(sync: DirectorySync) -> Finding:
    """Somebody switched it off for the whole organisation."""
    return Finding(
        severity=Severity.CAUSE,
        title=_("Directory sync is switched off for your organisation."),
        advice=_("Nothing comes from Active Directory any more. Switching it on or off can take 72 hours."),
        because=(Evidence(_("On-premises sync"), _("was on, is off now")), *evidence(sync)),
        by_hand=(in_connect(),),
        learn=LEARN,
    )


def no_time_seen() -> Finding:
    """It is on, and has not finished a cycle, or this person can't see when."""
    return Finding(
        severity=Severity.NOTE,
        title=_("Directory sync is on, but I can't see when it last ran."),
        advice=_("Either it hasn't run yet, which can take a day, or you may not see it. An administrator can."),
        because=(Evidence(_("Last sync"), _("not visible")),),
        by_hand=(in_connect(),),
        learn=LEARN,
        leads=True,
    )


def no_sync_seen() -> Finding:
    """It never synced, or this person can't see it."""
    return Finding(
        severity=Severity.NOTE,
        title=_("I can't see that your organisation syncs with Active Directory."),
        advice=_("Either it never did, or you may not see it. An administrator can."),
        because=(Evidence(_("On-premises sync"), _("never, or not visible to you")),),
        learn=LEARN,
        leads=True,
    )
