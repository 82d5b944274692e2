"""Who is signed in to this process, in memory only: their SSO token, their Graph tokens, and who signed out when."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from cachetools import TTLCache

from bot.graph.entra_client import Wallet
from bot.graph.scope_names import WantedScopes

Person = tuple[str, str]
"""Tenant id and Microsoft Entra object id."""

EXPIRY_MARGIN = 300.0
"""Seconds a token is left alone before it expires: requests under way must outlive no token."""

LONGEST_ASSERTION = 86_400.0
"""Seconds an SSO token can be valid at most, and so how long a sign-out must be remembered.

https://learn.microsoft.com/entra/identity-platform/configurable-token-lifetimes#access-tokens
"""


@dataclass(frozen=True, slots=True)
class Token:
    """An access token. `scopes` are the short names granted; `expires_at` is in epoch seconds."""

    secret: str = field(repr=False)
    scopes: frozenset[str]
    expires_at: float

    def is_fresh(self, now: float) -> bool:
        """Whether it can still be used at `now`, with the margin."""
        return now < self.expires_at - EXPIRY_MARGIN


@dataclass(slots=True)
class SignedIn:
    """What is held for one person. Nothing of it is shown by `repr`, logged or stored."""

    assertion: str | None = field(default=None, repr=False)
    assertion_expires_at: float = 0.0
    wallet: Wallet | None = field(default=None, repr=False)
    """The refresh token of an interactive sign-in; `None` when the person only ever signed in silently."""
    tokens: dict[WantedScopes, Token] = field(default_factory=dict[WantedScopes, Token], repr=False)
    under_way: dict[tuple[WantedScopes, str | None], asyncio.Task[Token]] = field(
        default_factory=dict[tuple[WantedScopes, str | None], asyncio.Task[Token]], repr=False
    )

    def covering(self, asked: WantedScopes, now: float) -> Token | None:
        """The held token that grants everything asked for, and most besides; `None` when there is none."""
        fits = [
            token
            for key, token in self.tokens.items()
            if key.resource == asked.resource and token.is_fresh(now) and not asked.missing_from(token.scopes)
        ]
        return max(fits, key=lambda token: (len(token.scopes), token.expires_at), default=None)

    def keep(self, asked: WantedScopes, token: Token, now: float) -> None:
        """Hold `token`, and drop those that have expired."""
        self.tokens = {key: held for key, held in self.tokens.items() if held.is_fresh(now)} | {asked: token}


class SignedInPeople:
    """At most `capacity` people; whoever was away for `idle` seconds, or longest, is forgotten first.

    `now` gives epoch seconds.
    """

    def __init__(self, *, capacity: int, idle: float, now: Callable[[], float]) -> None:
        self._now = now
        self._people: TTLCache[Person, SignedIn] = TTLCache(capacity, idle, now)
        self._signed_out: TTLCache[Person, float] = TTLCache(capacity, LONGEST_ASSERTION, now)

    def __len__(self) -> int:
        return len(self._people)

    def find(self, person: Person) -> SignedIn | None:
        """What is held for `person`, who is thereby not idle."""
        held = self._people.get(person)
        if held is not None:
            self._people[person] = held
        return held

    def open(self, person: Person) -> SignedIn:
        """What is held for `person`, empty if they are new."""
        held = self.find(person)
        if held is None:
            held = self._people[person] = SignedIn()
        return held

    def sign_out(self, person: Person) -> None:
        """Drop everything held for `person`, and remember when."""
        self._people.pop(person, None)
        self._signed_out[person] = self._now()

    def sign_in_again(self, person: Person) -> None:
        """The person came back knowingly, so tokens from before the sign-out count again."""
        self._signed_out.pop(person, None)

    def is_from_before_sign_out(self, person: Person, issued_at: float) -> bool:
        """Whether a token issued at `issued_at` (epoch seconds) was revoked by the person's signing out."""
        return issued_at <= self._signed_out.get(person, float("-inf"))
