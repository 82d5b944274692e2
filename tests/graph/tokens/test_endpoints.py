"""Microsoft's addresses, and where they are reached."""

import pytest

from bot.endpoints import Endpoints


def test_in_production_an_address_is_itself() -> None:
    assert Endpoints().reach("https://graph.microsoft.com/v1.0/me") == "https://graph.microsoft.com/v1.0/me"


def test_in_the_sandbox_every_host_is_a_folder_of_one_server() -> None:
    sandbox = Endpoints.sandbox("http://127.0.0.1:8080/")
    assert sandbox.graph == "http://127.0.0.1:8080/graph.microsoft.com"
    assert sandbox.bot_openid == "http://127.0.0.1:8080/login.botframework.com/v1/.well-known/openidconfiguration"
    reached = sandbox.reach("https://contoso.sharepoint.com/_api/web?$select=Id")
    assert reached == "http://127.0.0.1:8080/contoso.sharepoint.com/_api/web?$select=Id"
    assert sandbox.reach(reached) == reached


@pytest.mark.parametrize("url", ["http://graph.microsoft.com/", "file:///etc/passwd", "/me", "http://127.0.0.1:80801/"])
def test_anything_else_is_not_reached(url: str) -> None:
    for endpoints in (Endpoints(), Endpoints.sandbox("http://127.0.0.1:8080")):
        with pytest.raises(ValueError, match="https"):
            endpoints.reach(url)
