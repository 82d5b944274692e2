"""The same echo bot as botbuilder's samples build it: stock CloudAdapter, tokens checked, a secret as credential.

Only what must be is changed: where the signing keys are, and that MSAL's HTTP goes to the fake login on loopback (MSAL
refuses `http://` authorities). That HTTP client is the standard library's, lighter than MSAL's own, so the comparison
flatters the stock bot a little.

Run: python -m tests.bench.echo.stock_bot PORT SERVICES_URL
"""

import sys
from dataclasses import dataclass, field
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlencode, urlsplit

import msal  # pyright: ignore[reportMissingTypeStubs]
from aiohttp import web
from botbuilder.core import ActivityHandler, TurnContext  # pyright: ignore[reportMissingTypeStubs]
from botbuilder.integration.aiohttp import (  # pyright: ignore[reportMissingTypeStubs]
    CloudAdapter,
    ConfigurationBotFrameworkAuthentication,
)
from botframework.connector.auth import (  # pyright: ignore[reportMissingTypeStubs]
    ChannelValidation,
    PasswordServiceClientCredentialFactory,
)

from tests.bench.echo.traffic import APP_ID, TENANT


@dataclass
class _Answer:
    """What MSAL reads of a response."""

    status_code: int
    text: str
    headers: dict[str, str] = field(default_factory=dict[str, str])

    def raise_for_status(self) -> None:
        if self.status_code >= 400:
            raise OSError(self.status_code)


class _LoopbackHttp:
    """MSAL's HTTP client, with every address replaced by the fake login's."""

    def __init__(self, services_url: str) -> None:
        self._address = urlsplit(services_url).netloc

    def get(self, url: str, **options: Any) -> _Answer:
        return self._ask("GET", url, None)

    def post(self, url: str, **options: Any) -> _Answer:
        return self._ask("POST", url, urlencode(options.get("data") or {}))

    def close(self) -> None:
        """Nothing is kept open."""

    def _ask(self, method: str, url: str, body: str | None) -> _Answer:
        connection = HTTPConnection(self._address, timeout=10)
        connection.request(method, urlsplit(url).path, body)
        response = connection.getresponse()
        text = response.read().decode()
        connection.close()
        return _Answer(response.status, text)


class _Credentials(PasswordServiceClientCredentialFactory):
    """Botbuilder's own factory; only MSAL's HTTP client is another."""

    def __init__(self, services_url: str) -> None:
        super().__init__(APP_ID, "secret", TENANT)
        self._services_url = services_url

    async def create_credentials(
        self, app_id: str, oauth_scope: str, login_endpoint: str, validate_authority: bool
    ) -> Any:
        credentials: Any = await super().create_credentials(app_id, oauth_scope, login_endpoint, validate_authority)
        credentials.app = msal.ConfidentialClientApplication(
            client_id=APP_ID,
            client_credential="secret",
            authority=credentials.oauth_endpoint,
            http_client=_LoopbackHttp(self._services_url),
        )
        return credentials


class _Settings:
    """As the samples' config.py."""

    APP_ID = APP_ID
    APP_TYPE = "SingleTenant"
    APP_PASSWORD = "secret"
    APP_TENANTID = TENANT


class _EchoBot(ActivityHandler):
    """As the sample of that name."""

    async def on_message_activity(self, turn_context: TurnContext) -> None:
        await turn_context.send_activity(str(turn_context.activity.text))


def main(port: int, services_url: str) -> None:
    """Serve until ended."""
    ChannelValidation.open_id_metadata_endpoint = f"{services_url}/metadata"
    authentication = ConfigurationBotFrameworkAuthentication(
        _Settings(), credentials_factory=_Credentials(services_url)
    )
    adapter = CloudAdapter(authentication)
    bot = _EchoBot()

    async def message(request: web.Request) -> web.StreamResponse:
        return await adapter.process(request, bot) or web.Response(status=200)

    app = web.Application()
    app.router.add_post("/api/messages", message)
    web.run_app(app, host="127.0.0.1", port=port, access_log=None, print=None)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
