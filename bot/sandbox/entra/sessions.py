"""What Entra remembers between two requests: authorization codes and refresh tokens."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from secrets import token_urlsafe

from bot.sandbox.entra.errors import spent_code, spent_refresh_token

CODE_LIFETIME = timedelta(minutes=10)


@dataclass(frozen=True)
class Session:
    """One person's sign-in: the user id, and the authentication contexts ("c1") it has shown."""

    user: str
    acrs: frozenset[str] = frozenset()


@dataclass(frozen=True)
class AuthorizationCode:
    """What the authorize page promised; the token endpoint redeems it once, until `expires`."""

    session: Session
    redirect_uri: str
    challenge: str | None  # PKCE: the S256 hash of the verifier
    nonce: str | None
    expires: datetime


class Sessions:
    """All codes and refresh tokens in force."""

    def __init__(self) -> None:
        self._codes: dict[str, AuthorizationCode] = {}
        self._refresh: dict[str, Session] = {}

    def issue_code(self, promise: AuthorizationCode) -> str:
        """A code for `promise`."""
        code = f"1.{token_urlsafe(48)}"
        self._codes[code] = promise
        return code

    def redeem_code(self, code: str, now: datetime) -> AuthorizationCode:
        """The promise behind `code`; raises `EntraError` 54005 the second time, or when it is too old."""
        promise = self._codes.pop(code, None)
        if promise is None or promise.expires < now:
            raise spent_code()
        return promise

    def issue_refresh_token(self, session: Session) -> str:
        """A refresh token that stands for `session`."""
        token = f"1.{token_urlsafe(64)}"
        self._refresh[token] = session
        return token

    def resume(self, refresh_token: str) -> Session:
        """The session behind a refresh token; raises `EntraError` 70000."""
        session = self._refresh.get(refresh_token)
        if session is None:
            raise spent_refresh_token()
        return session
