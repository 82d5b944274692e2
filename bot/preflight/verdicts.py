"""From what was seen to what it means and what to do about it; pure."""

from urllib.parse import urlsplit

from bot.preflight.consent import consent_lines
from bot.preflight.line import Line, fault, ok, warning
from bot.preflight.observations import Answered, Observations, Probe, Silent
from bot.preflight.package import package_lines
from bot.preflight.registration import certificate_lines, credential_line, registration_lines, secret_lines
from bot.settings import PREFIX, Settings

SKEW_WARNED = 60.0
SKEW_TOO_MUCH = 300.0
"""Tokens are refused beyond five minutes. https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication"""
OUTWARDS = (
    "Let this machine reach it over https (port 443), directly: the bot doesn't use HTTPS_PROXY. Then check again."
)
START = "Start the bot, then check again."
NOT_YET = frozenset({"no connection", "no answer in time"})
NOBODY_BEHIND = frozenset({502, 503, 504})


def verdicts(seen: Observations) -> list[Line]:
    """One line or more for each thing that was looked at, in the order to put it right."""
    return [
        ok("Settings", "Nothing is missing."),
        _database(seen.database),
        _public_url(seen.public_url, seen.settings),
        _entra(seen.entra),
        *_clock(seen.entra, seen.bot_metadata, seen.graph),
        credential_line(seen.token, seen.settings),
        *certificate_lines(seen.settings, seen.at),
        *secret_lines(seen.app, seen.settings, seen.at),
        *_bot_framework(seen.bot_metadata, seen.bot_keys),
        *_graph(seen),
        *registration_lines(seen.registration, seen.app, seen.settings),
        *consent_lines(seen.grants, seen.settings),
        *package_lines(seen.package, seen.settings),
    ]


def _database(failure: str | None) -> Line:
    if failure is None:
        return ok("Database", "It can be reached, and its tables are up to date.")
    means = "Without it nothing can be recorded, so the bot doesn't start"
    return fault("Database", f"{means}: {failure}.", f"Put that right, or set {PREFIX}DATABASE_URL to another.")


def _public_url(answer: Probe, settings: Settings) -> Line:
    """Teams' servers call this address, so one that only this machine knows isn't enough.

    Before the bot is started nothing answers there, or its proxy says so: that is no fault.
    """
    loopback = urlsplit(settings.public_url).hostname in {"127.0.0.1", "localhost"}
    if loopback and not settings.sandbox:
        means = "It is an address of this machine, which Teams can't reach."
        return fault("Public address", means, f"Set {PREFIX}PUBLIC_URL to the https address Teams shall use.")
    match answer:
        case Silent(why) if why in NOT_YET:
            means = f"Nothing answers there yet ({why}); Teams can't reach the bot before something does."
            return warning("Public address", means, f"{START} If it runs already, look at the proxy and the firewall.")
        case Silent(why):
            means = f"It can't be used ({why}), so Teams can't reach the bot."
            return fault("Public address", means, f"Look at {PREFIX}PUBLIC_URL, its name, certificate and proxy.")
        case Answered(status=200, document={"status": "ok"}):
            return ok("Public address", "The bot answers there.")
        case Answered(status=status) if status in NOBODY_BEHIND:
            means = f"The proxy answers there (HTTP {status}), and the bot not yet."
            return warning("Public address", means, f"{START} If it runs already, look at where the proxy leads.")
        case Answered(status=status):
            means = f"Something answers there (HTTP {status}), but not the bot, so Teams' messages go astray."
            step = (
                f"Let the proxy lead all of {settings.public_url}/ to the bot's port ({settings.port}), /healthz too."
            )
            return fault("Public address", means, step)


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


def _graph(seen: Observations) -> list[Line]:
    """Everything the bot reads is there; without a token it was not asked."""
    match seen.graph:
        case Silent(why) if seen.token is None:
            return [fault("Microsoft Graph", f"It can't be reached ({why}), so nothing can be looked at.", OUTWARDS)]
        case _:
            return []


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
