"""What a person is told when something breaks."""

import aiohttp

from bot.graph.changes_sent import may_have_changed
from bot.graph.entra_errors import EntraUnavailable
from bot.reading import GraphDown
from bot.teams.connector.errors import ConnectorError
from bot.teams.connector.token import TokenUnavailable
from bot.teams.failure_log import told_of
from bot.texts import Voice
from cards.kit import Card
from cards.talk.failed import failed

PASSING = (GraphDown, EntraUnavailable, ConnectorError, TokenUnavailable, TimeoutError, aiohttp.ClientError)
"""Microsoft's bad moments, which trying again can get past; everything else is ours."""


def apology(failure: BaseException, voice: Voice) -> Card:
    """The card for a failure, which is logged; it says so when this turn may have changed something before."""
    return failed(told_of(failure), voice, retry=isinstance(failure, PASSING), changed=may_have_changed())
