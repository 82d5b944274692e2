"""A token of a person's goes to their tenant's SharePoint and to nobody else."""

import pytest

from bot.graph.sharepoint.hosts import REMEMBERED_SECONDS, Hosts, host_of
from bot.readings.sharepoint import RootSite


@pytest.mark.parametrize("url", ["https://contoso.sharepoint.com", "https://CONTOSO.sharepoint.com:443/sites/x"])
def test_the_tenants_host(url: str) -> None:
    assert host_of(url) == "contoso.sharepoint.com"


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "contoso.sharepoint.com",
        "http://contoso.sharepoint.com",
        "https://contoso.sharepoint.com.evil.example",
        "https://evil.example/contoso.sharepoint.com",
        "https://evil.example#.sharepoint.com",
        "https://evil.example\\.sharepoint.com",
        "https://contoso.sharepoint.com@evil.example",
        "https://somebody@contoso.sharepoint.com",
        "https://contoso.sharepoint.com:8443",
        "https://contoso.sharepoint.com:port",
        "https://a.b.sharepoint.com",
        "https://.sharepoint.com",
        "https://sharepoint.com",
        "https://contoso.sharepoint.us",
        "https://[::1].sharepoint.com",
        "https://127.0.0.1",
    ],
)
def test_whatever_else_is_no_host(url: str | None) -> None:
    assert host_of(url) is None


def test_it_is_remembered_for_a_day_and_for_its_tenant() -> None:
    now = 0.0
    hosts = Hosts(lambda: now)
    assert hosts.find("contoso") is None
    assert hosts.keep("contoso", RootSite(web_url="https://contoso.sharepoint.com")) == "contoso.sharepoint.com"
    assert (hosts.find("contoso"), hosts.find("fabrikam")) == ("contoso.sharepoint.com", None)
    now = REMEMBERED_SECONDS + 1
    assert hosts.find("contoso") is None


def test_what_is_no_host_is_not_remembered() -> None:
    hosts = Hosts(lambda: 0.0)
    assert hosts.keep("contoso", RootSite(web_url="https://evil.example")) is None
    assert hosts.find("contoso") is None
