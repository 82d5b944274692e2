"""When something breaks: a line in the log, and a reference that leads from the person to that line."""

import logging
import traceback

import aiohttp

from bot.graph.entra_errors import EntraUnavailable
from bot.reading import GraphDown
from bot.teams.activities import reference
from bot.teams.connector_errors import ConnectorError
from bot.teams.connector_token import TokenUnavailable
from bot.texts import Voice
from cards.failed import failed
from cards.kit import Card

PASSING = (GraphDown, EntraUnavailable, ConnectorError, TokenUnavailable, TimeoutError, aiohttp.ClientError)
"""Microsoft's bad moments, which trying again can get past; everything else is ours."""

log = logging.getLogger(__name__)


def told_of(failure: BaseException) -> str:
    """Log the failure without anything it may quote; the reference a person is shown.

    Only the type and the place: the text of an exception can hold what a person wrote, or a name.
    """
    shown = reference()
    places = traceback.extract_tb(failure.__traceback__)
    place = f"{places[-1].filename.rpartition('/')[2]}:{places[-1].lineno}" if places else "unknown"
    log.error("failed reference=%s error=%s at=%s", shown, type(failure).__name__, place)
    return shown


def apology(failure: BaseException, voice: Voice) -> Card:
    """The card for a failure, which is logged."""
    return failed(told_of(failure), isinstance(failure, PASSING), voice)
