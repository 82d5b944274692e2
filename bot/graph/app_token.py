"""Tokens of the bot itself, by client credentials: for talking to the Bot Connector, and for looking at its own set-up.

https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow
"""

from bot.graph.entra_client import EntraClient
from bot.graph.entra_errors import EntraRefused, EntraUnavailable, TokenProblem, problem_in
from bot.graph.tokens import lifetime_in

BOT_CONNECTOR = "https://api.botframework.com/.default"
"""https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication"""


async def app_token(client: EntraClient, scope: str = BOT_CONNECTOR) -> tuple[str, float]:
    """A new token, and the seconds it is good for; nothing is kept here.

    Raises `EntraUnavailable`, and `EntraRefused` for a wrong credential or registration.
    """
    answer = await client.call(lambda msal: msal.acquire_token_for_client([scope]))
    if "access_token" in answer:
        return str(answer["access_token"]), lifetime_in(answer)
    raise _as_app_problem(problem_in(answer, frozenset(), frozenset()))


def _as_app_problem(problem: TokenProblem) -> TokenProblem:
    """No person is there to sign in or consent, so all but an outage is the operator's to put right."""
    if isinstance(problem, EntraUnavailable | EntraRefused):
        return problem
    return EntraRefused(type(problem).__name__)
