"""Asking a person to sign in, or telling them that only an administrator can help."""

from dataclasses import replace

from bot.graph.admin_consent import admin_consent_url
from bot.graph.entra_errors import ChallengeNeeded, ConsentNeeded, SignInNeeded, TokenProblem
from bot.permissions import known_readings
from bot.readings.group import Group
from bot.scopes import Resource, Scope
from bot.settings import Settings
from bot.teams.door.inbound import ConversationType
from bot.teams.outgoing_activities import Wire, message, oauth_message, sign_in_request
from bot.teams.sign_in.awaiting_consent import AwaitingConsent
from bot.teams.sign_in.pages import start_page
from bot.teams.sign_in.waiting import Waiting, WaitingRoom
from bot.texts import Voice
from cards.kit import Card
from cards.sign_in.admin_consent import admin_consent

GATE = Scope.of_graph(Group.scope)
"""What the bot is for takes at least this."""


class SignInPrompts:
    """Writes the prompts and keeps what waits behind each."""

    def __init__(self, settings: Settings, room: WaitingRoom, awaiting_consent: AwaitingConsent) -> None:
        self._public_url = settings.public_url
        self._resource = settings.app_id_uri
        self._settings = settings
        self._awaiting_consent = awaiting_consent
        self.room = room

    async def message(self, problem: TokenProblem, waiting: Waiting, voice: Voice) -> Wire:
        """A message for this problem; raises it again when no prompt would help."""
        if card := self.for_administrator(problem, waiting, voice):
            return message(card)
        return oauth_message(self.request(problem, waiting, voice))

    def request(self, problem: TokenProblem, waiting: Waiting, voice: Voice) -> Wire:
        """The content of an OAuth card. Only a missing SSO token can be had silently.

        A message in a channel can't be answered so, a pressed button can be anywhere:
        https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/enable-sso-for-your-adaptive-cards-universal-action
        """
        if not asks_person(problem):
            raise problem
        name = self.room.put(waiting)
        here = waiting.comes_again or waiting.told.conversation.type is not ConversationType.CHANNEL
        silent = isinstance(problem, SignInNeeded) and here
        return sign_in_request(name, self.page(name), self._resource if silent else None, voice)

    def remember(self, name: str, problem: TokenProblem) -> bool:
        """Let the sign-in page of this prompt ask for what turned out to be missing; false when it can't help."""
        waiting = self.room.look(name)
        if waiting is None or not asks_person(problem):
            return False
        self.room.put(replace(waiting.after(problem), button_shown=True), name)
        return True

    def button_only(self, name: str, waiting: Waiting, voice: Voice) -> Wire:
        """A message with the button and no silent exchange for what waits under `name`: Teams said that it can't."""
        self.room.put(replace(waiting, button_shown=True), name)
        return oauth_message(sign_in_request(name, self.page(name), None, voice))

    def for_administrator(self, problem: TokenProblem, waiting: Waiting, voice: Voice) -> Card | None:
        """The card that explains what an administrator has to allow, when nobody else can, and keeps what was asked."""
        if not (isinstance(problem, ConsentNeeded) and problem.admin):
            return None
        scopes = sorted(problem.scopes | for_reading() if GATE in problem.scopes else problem.scopes)
        return admin_consent(
            scopes, admin_consent_url(scopes, self._settings), voice, self._awaiting_consent.keep(waiting)
        )

    def page(self, name: str) -> str:
        """Our own sign-in page for what waits under `name`."""
        return f"{self._public_url}{start_page(name)}"


def asks_person(problem: TokenProblem) -> bool:
    """Whether the person can do something about it."""
    if isinstance(problem, ConsentNeeded):
        return not problem.admin
    return isinstance(problem, SignInNeeded | ChallengeNeeded)


def for_reading() -> frozenset[Scope]:
    """What all diagnoses read of Graph with: an administrator is asked once, not once for every gap.

    Another resource's isn't asked for along with it: a page of Entra's is about one, and few questions need it.
    """
    everything = (scope for reading in known_readings() for scope in reading.permissions())
    return frozenset(scope for scope in everything if scope.resource is Resource.GRAPH)
