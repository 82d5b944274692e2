"""What the HTTP server logs of requests it can't make sense of: the kind of error, and nothing the stranger sent."""

import logging


class WithoutWords(logging.Filter):
    """Leaves the type and the place of an error: aiohttp would log a traceback whose last line quotes a header."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Always true; the record is made harmless on its way."""
        error = record.exc_info[1] if record.exc_info else None
        name, code = type(error).__name__ if error else "unknown", record.lineno
        record.msg, record.args = "a request could not be served: %s at %s:%d", (name, record.filename, code)
        record.exc_info = record.exc_text = record.stack_info = None
        return True


def server_log() -> logging.Logger:
    """The logger to give to aiohttp's server."""
    log = logging.getLogger("bot.app.server")
    if not log.filters:
        log.addFilter(WithoutWords())
    return log
