"""When something breaks: a line in the log, and a reference that leads from the person to that line."""

import logging
import traceback
from uuid import uuid4

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


def reference() -> str:
    """What a person can quote and an operator can search the log for."""
    return uuid4().hex[:8].upper()
