"""From what was seen to what it means and what to do about it; pure."""

from urllib.parse import urlsplit

from bot.preflight.consent import consent_lines
from bot.preflight.line import Line, fault, ok, warning
from bot.preflight.observations import Answered, Observations, Probe, Silent
from bot.preflight.registration import credential_line, registration_lines
from bot.settings import PREFIX, Settings

SKEW_WARNED = 60.0
SKEW_TOO_MUCH = 300.0
"""Tokens are refused beyond five minutes. https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication"""
OUTWARDS = "Let this machine reach it over https (port 443), past any firewall and proxy, then check again."


def verdicts(seen: Observations) -> list[Line]:
    """One line or more for each thing that was looked at, in the order to put it right."""
    return [
        ok("Settings", "Nothing is missing."),
        _database(seen.database),
        _public_url(seen.public_url, seen.settings),
        _entra(seen.entra),
        *_clock(seen.entra, seen.bot_metadata, seen.graph),
        credential_line(seen.token, seen.settings),
        *_bot_framework(seen.bot_metadata, seen.bot_keys),
        *registration_lines(seen.registration, seen.settings),
        *consent_lines(seen.grants, seen.settings),
    ]


def _database(failure: str | None) -> Line:
    if failure is None:
        return ok("Database", "It can be reached, and its tables are up to date.")
    means = "Without it nothing can be recorded, so the bot doesn't start"
    return fault("Database", f"{means}: {failure}.", f"Put that right, or set {PREFIX}DATABASE_URL to another.")


def _public_url(answer: Probe, settings: Settings) -> Line:
    """Teams' servers call this address, so one that only this machine knows isn't enough."""
    loopback = urlsplit(settings.public_url).hostname in {"127.0.0.1", "localhost"}
    if loopback and not settings.sandbox:
        means = "It is an address of this machine, which Teams can't reach."
        return fault("Public address", means, f"Set {PREFIX}PUBLIC_URL to the https address Teams shall use.")
    match answer:
        case Silent(why):
            means = f"Nothing answers ({why}), so Teams can't reach the bot."
            return fault(
                "Public address", means, "Look at its name, certificate and proxy, start the bot, then check again."
            )
        case Answered(status=200, document={"status": "ok"}):
            return ok("Public address", "The bot answers there.")
        case Answered(status=status):
            means = f"Something answers there (HTTP {status}), but not the bot."
            return warning("Public address", means, "Start the bot, or lead the address to it, then check again.")


def _entra(answer: Probe) -> Line:
    match answer:
        case Silent(why):
            return fault("Microsoft Entra ID", f"It can't be reached ({why}), so nobody can sign in.", OUTWARDS)
        case Answered(status=200):
            return ok("Microsoft Entra ID", "It can be reached, and knows the tenant.")
        case Answered(status=400 | 404):
            return fault(
                "Microsoft Entra ID",
                "It can be reached, but doesn't know the tenant.",
                f"Set {PREFIX}TENANT_ID to the directory (tenant) id on the overview page of the Entra admin center.",
            )
        case Answered(status=status):
            return fault("Microsoft Entra ID", f"It answers with HTTP {status}.", OUTWARDS)


def _clock(*answers: Probe) -> list[Line]:
    """The closest of Microsoft's clocks counts: an answer out of some cache looks older than it is."""
    measured = [answer.ahead for answer in answers if isinstance(answer, Answered) and answer.ahead is not None]
    if not measured:
        return []
    ahead = min(measured, key=abs)
    if abs(ahead) <= SKEW_WARNED:
        return [ok("Clock", "It agrees with Microsoft's.")]
    means = f"It is {abs(ahead):.0f} seconds {'ahead of' if ahead > 0 else 'behind'} Microsoft's"
    step = "Let the machine set its clock by NTP."
    if abs(ahead) <= SKEW_TOO_MUCH:
        return [warning("Clock", f"{means}; beyond five minutes tokens are refused.", step)]
    return [fault("Clock", f"{means}, so tokens are refused.", step)]


def _bot_framework(metadata: Probe, keys: Probe) -> list[Line]:
    """Without its keys no message can be told from a forgery, and all are refused."""
    about = "Bot Framework"
    for what, answer in (("OpenID metadata", metadata), ("signing keys", keys)):
        if isinstance(answer, Silent):
            return [fault(about, f"Its {what} can't be had ({answer.why}): every message would be refused.", OUTWARDS)]
        if answer.status != 200:
            means = f"Its {what} can't be had (HTTP {answer.status}): every message would be refused."
            return [fault(about, means, OUTWARDS)]
    if isinstance(keys, Answered) and not keys.document.get("keys"):
        return [fault(about, "Its list of signing keys is empty: every message would be refused.", OUTWARDS)]
    return [ok(about, "Its signing keys can be had, so messages can be verified.")]
