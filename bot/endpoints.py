"""Where Microsoft's services are reached: on the Internet, or all of them on one sandbox address."""

from dataclasses import dataclass
from typing import Self

GRAPH = "https://graph.microsoft.com"
LOGIN = "https://login.microsoftonline.com"
BOT_OPENID = "https://login.botframework.com/v1/.well-known/openidconfiguration"


@dataclass(frozen=True, slots=True)
class Endpoints:
    """Absolute addresses without a trailing slash; the defaults are the public cloud's.

    https://learn.microsoft.com/graph/deployments#microsoft-graph-and-graph-explorer-service-root-endpoints
    """

    graph: str = GRAPH
    login: str = LOGIN
    bot_openid: str = BOT_OPENID
    sandbox_address: str | None = None
    """The sandbox's own address, for example `http://127.0.0.1:8080`; `None` in production."""

    @classmethod
    def sandbox(cls, base_url: str) -> Self:
        """Every `https://host/path` at `{base_url}/host/path`, so that one server plays all of Microsoft."""
        base = base_url.rstrip("/")
        return cls(_under(base, GRAPH), _under(base, LOGIN), _under(base, BOT_OPENID), base)

    def reach(self, url: str) -> str:
        """Where an absolute Microsoft https `url` is really reached: itself in production.

        Raises `ValueError` for anything that is neither https nor already on the sandbox's address.
        """
        if self.sandbox_address and url.startswith(self.sandbox_address + "/"):
            return url
        if not url.startswith("https://"):
            raise ValueError("only absolute https addresses are reached")
        return _under(self.sandbox_address, url) if self.sandbox_address else url


def _under(base: str, url: str) -> str:
    return f"{base}/{url.removeprefix('https://')}"
