"""The name in a message, as the span a careful reader would mark."""

import pytest

from bot.understand import understand

CASES = [
    (
        "who owns CN=Sales,OU=Groups,DC=contoso,DC=local and why is it locked",
        "CN=Sales,OU=Groups,DC=contoso,DC=local",
        "group",
    ),
    ("can't edit group 0b7d8e7c-1111-4f0e-9b7e-1c1f2e9a8d55", "0b7d8e7c-1111-4f0e-9b7e-1c1f2e9a8d55", "group"),
    ("why is joni.sherman@contoso.com without a photo", "joni.sherman@contoso.com", "user"),
    ("can't add people to all-hands@contoso.com.", "all-hands@contoso.com", "group"),
    ("I can't rename “Board of Directors”", "Board of Directors", "group"),
    ("jeg kan ikke redigere gruppen »Økonomi & Løn«", "Økonomi & Løn", "group"),
    ("svc_backup can't be removed from SG-Backup-Operators", "SG-Backup-Operators", "group"),
    ("hvorfor er Mettes titel forkert?", "Mettes", "user"),
    ("Lee's photo is still the old one", "Lee", "user"),
    ("why is adele vance still listed with her old title", "adele vance", "user"),
    ("kan ikke slette 8.C Klassen", "8.C Klassen", "group"),
    ("why can't I edit MARKETING-EMEA?", "MARKETING-EMEA", "group"),
    ("hvorfor kan jeg ikke tilføje folk til marketinggruppen?", "marketinggruppen", "group"),
    ("hvorfor kan jeg ikke redigere sikkerhedsgruppen?", None, None),
    ("Set-UserPhoto fails for me", None, None),
    ("why can't I change my photo in Microsoft Teams?", None, None),
    ("is it on-prem or cloud-only, this read-only group", None, None),
]


@pytest.mark.parametrize(("text", "name", "kind"), CASES)
def test_the_name_is_found(text: str, name: str | None, kind: str | None) -> None:
    heard = understand(text)
    assert (heard.entity, heard.entity_kind) == (name, kind)
