"""Asking a person to sign in, or telling them that only an administrator can help."""

from urllib.parse import urlencode

from bot.endpoints import LOGIN, Endpoints
from bot.graph.entra_errors import ChallengeNeeded, ConsentNeeded, SignInNeeded, TokenProblem
from bot.ports import Person
from bot.settings import Settings
from bot.teams.activities import Wire, message, oauth_message, sign_in_request
from bot.teams.gate import Waiting, WaitingRoom
from bot.teams.inbound import ConversationType
from bot.texts import Voice
from cards.admin_consent import admin_consent
from cards.kit import Card

GRAPH_SCOPE = "https://graph.microsoft.com/"


class SignInPrompts:
    """Writes the prompts and keeps what waits behind each."""

    def __init__(self, settings: Settings, room: WaitingRoom[Waiting]) -> None:
        self._public_url = settings.public_url
        self._resource = settings.app_id_uri
        self._app_id = settings.app_id
        self._redirect_uri = settings.redirect_uri
        self._endpoints: Endpoints = settings.endpoints
        self.room = room

    async def message(self, problem: TokenProblem, waiting: Waiting, voice: Voice) -> Wire:
        """A message for this problem; raises it again when no prompt would help."""
        if card := self.for_administrator(problem, waiting.person, voice):
            return message(card)
        return oauth_message(self.request(problem, waiting, voice))

    def request(self, problem: TokenProblem, waiting: Waiting, voice: Voice) -> Wire:
        """The content of an OAuth card. Only a missing SSO token can be had silently, and not in a channel."""
        if not asks_person(problem):
            raise problem
        name = self.room.put(waiting)
        silent = isinstance(problem, SignInNeeded) and waiting.told.conversation.type is not ConversationType.CHANNEL
        return sign_in_request(name, self.page(name), self._resource if silent else None, voice)

    def remember(self, name: str, problem: TokenProblem) -> bool:
        """Let the sign-in page of this prompt ask for what turned out to be missing; false when nothing waits there."""
        waiting = self.room.look(name)
        if waiting is None or not asks_person(problem):
            return False
        self.room.put(Waiting.for_problem(waiting.person, waiting.told, problem), name)
        return True

    def button_only(self, waiting: Waiting, voice: Voice) -> Wire:
        """A message with the button and no silent exchange: Teams said that it can't."""
        name = self.room.put(waiting)
        return oauth_message(sign_in_request(name, self.page(name), None, voice))

    def for_administrator(self, problem: TokenProblem, person: Person, voice: Voice) -> Card | None:
        """The card that explains what an administrator has to allow, when nobody else can."""
        if not (isinstance(problem, ConsentNeeded) and problem.admin):
            return None
        scopes = sorted(problem.scopes)
        return admin_consent(scopes, self.admin_consent_url(person.tenant, scopes), voice)

    def admin_consent_url(self, tenant: str, scopes: list[str]) -> str:
        """Where an administrator consents for everybody.

        https://learn.microsoft.com/entra/identity-platform/v2-admin-consent
        """
        query = urlencode(
            {
                "client_id": self._app_id,
                "scope": " ".join(GRAPH_SCOPE + scope for scope in scopes),
                "redirect_uri": self._redirect_uri,
                "state": "admin",
            }
        )
        return self._endpoints.reach(f"{LOGIN}/{tenant}/v2.0/adminconsent?{query}")

    def page(self, name: str) -> str:
        """Our own sign-in page for what waits under `name`."""
        return f"{self._public_url}/auth/start?{urlencode({'tx': name})}"


def asks_person(problem: TokenProblem) -> bool:
    """Whether the person can do something about it."""
    return isinstance(problem, SignInNeeded | ConsentNeeded | ChallengeNeeded)
