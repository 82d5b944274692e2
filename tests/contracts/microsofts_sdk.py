"""Microsoft's own Python SDK for Graph, pointed at the sandbox. It weighs 460 MB, so it is seldom here.

Its modules are loaded by name, since neither they nor their types are there for everybody.
"""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from bot.endpoints import GRAPH
from tests.graph.client.stage import contoso_graph

INSTALLED = find_spec("msgraph") is not None
ABSENT = "msgraph-sdk isn't installed: uv sync --group contracts"
ME_IN_THE_SDK = "/users/me-token-to-replace"
"""What the SDK writes for /me, to be replaced before it is sent."""


@dataclass(frozen=True)
class Sdk:
    """`client` is a `GraphServiceClient`, `adapter` its `GraphRequestAdapter`."""

    client: Any
    adapter: Any

    def asking(self, builder: str, **query: Any) -> Any:
        """Query options for a request builder, `groups.GroupsRequestBuilder` for example."""
        module, _, name = builder.rpartition(".")
        parameters = getattr(import_module(f"msgraph.generated.{module}"), name)
        options = getattr(parameters, f"{name}GetQueryParameters")(**query)
        return import_module("kiota_abstractions.base_request_configuration").RequestConfiguration(
            query_parameters=options
        )


@asynccontextmanager
async def contoso_by_sdk(person: str) -> AsyncGenerator[tuple[Sdk, Any]]:
    """The SDK signed in as a person, and the stage it reads."""
    async with contoso_graph() as stage:
        transport = import_module("httpx").AsyncHTTPTransport(trust_env=False)
        async with transport:  # the SDK wraps it, and doesn't close what it has wrapped
            yield made_for(stage.sandbox.address(GRAPH), stage.token(person), transport), stage


def made_for(root: str, token: str, transport: Any) -> Sdk:
    """The SDK at another address than Microsoft's."""
    authentication = import_module("kiota_abstractions.authentication")
    options = import_module("kiota_http.middleware.options")
    msgraph, core, httpx = (import_module(name) for name in ("msgraph", "msgraph_core", "httpx"))

    class Token(authentication.AccessTokenProvider):
        """Azure's own provider gives other hosts an empty token."""

        async def get_authorization_token(self, *_: object, **__: object) -> str:
            return token

        def get_allowed_hosts_validator(self) -> Any:
            return authentication.AllowedHostsValidator([])

    me = options.UrlReplaceHandlerOption(enabled=True, replacement_pairs={ME_IN_THE_SDK: "/me"})
    http = httpx.AsyncClient(transport=transport, timeout=20)
    sending = core.GraphClientFactory.create_with_default_middleware(client=http, options={me.get_key(): me})
    provider = authentication.BaseBearerTokenAuthenticationProvider(Token())
    adapter = msgraph.GraphRequestAdapter(provider, client=sending)
    adapter.base_url = f"{root}/v1.0"
    return Sdk(msgraph.GraphServiceClient(request_adapter=adapter), adapter)
