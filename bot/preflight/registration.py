"""The app registration: its credential, and what Teams single sign-on wants of it.

https://learn.microsoft.com/microsoftteams/platform/bots/how-to/authentication/bot-sso-register-aad
"""

from collections.abc import Mapping

from bot.preflight.line import Line, fault, ok, warning
from bot.preflight.observations import AppObject, Registration, Silent, TokenRefused, Unseen
from bot.settings import PREFIX, Settings

SSO_SCOPE = "access_as_user"
TEAMS_CLIENTS = ("1fec8e78-bce4-4aaf-ab1b-5451cc387264", "5e3ce6c0-2b1f-4285-8d4b-75ee78787346")
"""Teams for desktop and mobile, and Teams on the Web."""
NOT_SHOWN = (
    "App registration",
    "Its token version and authorised clients can't be checked: Microsoft Graph gave no usable answer.",
    "Check again later.",
)
ENDS_SOON_DAYS = 30
DAY_SECONDS = 86_400
NEW_CERTIFICATE = f"Make a new certificate, upload it under Certificates & secrets, and set {PREFIX}APP_CERTIFICATE."
NEW_SECRET = f"Make a new client secret for the app registration and set {PREFIX}APP_SECRET to its value, not its id."
REFUSALS: Mapping[int, tuple[str, str]] = {
    7000215: ("The client secret is wrong.", NEW_SECRET),
    7000222: ("The client secret has expired.", NEW_SECRET),
    700027: (
        "The certificate isn't one of the app registration's, or the key doesn't belong to it.",
        f"Upload the certificate that {PREFIX}APP_CERTIFICATE names, under Certificates & secrets.",
    ),
    700016: (
        "The tenant has no app with this id.",
        f"Set {PREFIX}APP_ID to the application (client) id, and {PREFIX}TENANT_ID to the tenant it is registered in.",
    ),
    90002: ("Entra doesn't know the tenant.", f"Set {PREFIX}TENANT_ID to the directory (tenant) id."),
    7000229: (
        "The app has no service principal in the tenant.",
        "Let an administrator consent to it once, or make one under Enterprise apps.",
    ),
    7000218: ("Entra got no credential.", f"Set {PREFIX}APP_SECRET or {PREFIX}APP_CERTIFICATE."),
    53003: (
        "Conditional Access for workload identities blocks the app from this machine.",
        "Exclude the app from that policy, or add this machine's address to its trusted locations.",
    ),
    7000112: ("The app is disabled in the tenant.", "Enable it in the Entra admin center under Enterprise apps."),
}
"""https://learn.microsoft.com/entra/identity-platform/reference-error-codes"""


def credential_line(refused: TokenRefused | Silent | None, settings: Settings) -> Line:
    """Whether the bot can prove to Entra that it is itself."""
    match refused:
        case None:
            return ok("Credential", "Entra gives the bot a token for answering in Teams.")
        case Silent(why):
            return fault("Credential", f"It couldn't be tried: {why}.", "Check again when Entra can be reached.")
        case TokenRefused(code, aadsts):
            means, step = next((REFUSALS[number] for number in aadsts if number in REFUSALS), _unknown(code, settings))
            numbers = ", ".join(f"AADSTS{number}" for number in aadsts)
            return fault("Credential", f"{means} ({numbers})" if numbers else means, step)


def _unknown(code: str, settings: Settings) -> tuple[str, str]:
    kind = "certificate" if settings.app_certificate else "client secret"
    return f"Entra refuses the {kind} ({code}).", "Compare it with Certificates & secrets of the app registration."


def certificate_lines(settings: Settings, at: float) -> list[Line]:
    """Whether the certificate's time is over, or soon will be; `at` is now, in epoch seconds."""
    if settings.certificate is None:
        return []
    days = (settings.certificate.expires.timestamp() - at) / DAY_SECONDS
    if days <= 0:
        return [fault("Certificate", "It has expired.", NEW_CERTIFICATE)]
    if days <= ENDS_SOON_DAYS:
        return [warning("Certificate", f"It expires in {days:.0f} days.", NEW_CERTIFICATE)]
    return [ok("Certificate", f"It is good for {days:.0f} days more.")]


def secret_lines(seen: AppObject | Unseen, settings: Settings, at: float) -> list[Line]:
    """Whether the secret in use ends soon: Entra tells its first characters and its end, never itself."""
    if isinstance(seen, Unseen) or settings.app_secret is None or settings.certificate is not None:
        return []
    begins = settings.app_secret.get_secret_value()
    ends = [end.timestamp() for hint, end in seen.secrets_end if hint and end and begins.startswith(hint)]
    days = (max(ends) - at) / DAY_SECONDS if ends else ENDS_SOON_DAYS
    if not 0 < days < ENDS_SOON_DAYS:
        return []
    return [warning("Credential", f"The client secret ends in {days:.0f} days.", NEW_SECRET)]


def registration_lines(seen: Registration | Unseen, app: AppObject | Unseen, settings: Settings) -> list[Line]:
    """What is wrong with how the app is registered; when it can't be seen, the lines about consent say so."""
    if isinstance(seen, Unseen):
        return [_missing()] if seen.status == 404 else []
    wrong = [line for line in (_enabled(seen), *_sign_in(seen, settings), *_tokens(app), _assignment(seen)) if line]
    return wrong or [ok("App registration", "Teams single sign-on and the sign-in page are set up.")]


def _missing() -> Line:
    return fault(
        "App registration",
        "The app isn't among the tenant's enterprise apps, so nobody can sign in to it.",
        "Let an administrator consent to it once; that adds it.",
    )


def _enabled(seen: Registration) -> Line | None:
    if seen.enabled:
        return None
    return fault("App registration", "Sign-in to the app is disabled.", "Enable it in the Entra admin center.")


def _sign_in(seen: Registration, settings: Settings) -> list[Line]:
    lines: list[Line] = []
    if settings.app_id_uri.casefold() not in {name.casefold() for name in seen.names}:
        means = "Its Application ID URI isn't the one Teams will ask for, so single sign-on fails."
        lines.append(fault("App registration", means, f"Under Expose an API, set it to {settings.app_id_uri}."))
    if SSO_SCOPE not in seen.offers:
        means = f"It has no scope {SSO_SCOPE}, so single sign-on fails."
        step = f"Under Expose an API, add the scope {SSO_SCOPE} and allow Teams' client ids to use it."
        lines.append(fault("App registration", means, step))
    if settings.redirect_uri not in seen.reply_urls:
        means = "The sign-in page's address isn't registered, so whoever has to sign in in a browser can't."
        step = f"Under Authentication, add the web redirect URI {settings.redirect_uri}."
        lines.append(fault("App registration", means, step))
    return lines


def _tokens(app: AppObject | Unseen) -> list[Line]:
    """How single sign-on gets its token, which only the registration itself says."""
    if isinstance(app, Unseen):
        # What an app without permission can't see is said where its permissions are.
        return [] if app.status in {401, 403, 404} else [warning(*NOT_SHOWN)]
    lines: list[Line] = []
    if app.token_version != 2:
        means = "It doesn't ask for tokens of version 2, without which Entra refuses the Application ID URI of a bot."
        step = "In its manifest set requestedAccessTokenVersion (under api) to 2, before the Application ID URI."
        lines.append(fault("App registration", means, step))
    if missing := [client for client in TEAMS_CLIENTS if client not in app.authorized_clients]:
        means = "Teams isn't authorised for it, so single sign-on fails or asks everybody."
        step = f"Under Expose an API ▸ Authorized client applications, add {' and '.join(missing)} for {SSO_SCOPE}."
        lines.append(fault("App registration", means, step))
    return lines


def _assignment(seen: Registration) -> Line | None:
    if not seen.assignment_required:
        return None
    means = "Only people and groups assigned to the app can sign in to it."
    return warning("App registration", means, "Assign those who shall use it, or turn Assignment required off.")
