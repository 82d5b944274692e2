"""The environment is checked as a whole, by name and without showing a value."""

from pathlib import Path

import pytest

from bot.settings import BadSettings, from_environment
from tests.certificates import certificate_file, certificate_pem, key_pem

GOOD = {
    "SYNCDOCTOR_APP_ID": "11111111-2222-3333-4444-555555555555",
    "SYNCDOCTOR_TENANT_ID": "66666666-7777-8888-9999-000000000000",
    "SYNCDOCTOR_PUBLIC_URL": "https://doctor.example.com/",
    "SYNCDOCTOR_APP_SECRET": "hush",
}


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name, value in GOOD.items():
        monkeypatch.setenv(name, value)
    return monkeypatch


def test_a_complete_environment_is_enough(environment: pytest.MonkeyPatch) -> None:
    settings = from_environment()
    assert settings.app_id_uri == "api://doctor.example.com/botid-11111111-2222-3333-4444-555555555555"
    assert settings.redirect_uri == "https://doctor.example.com/auth/callback"
    assert "hush" not in repr(settings)


@pytest.mark.parametrize("name", ["SYNCDOCTOR_APP_ID", "SYNCDOCTOR_TENANT_ID", "SYNCDOCTOR_PUBLIC_URL"])
def test_what_is_missing_is_named(environment: pytest.MonkeyPatch, name: str) -> None:
    environment.delenv(name)
    with pytest.raises(BadSettings) as bad:
        from_environment()
    assert bad.value.faults == (f"{name} is missing",)


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("SYNCDOCTOR_APP_ID", "my-bot", "must be a GUID"),
        ("SYNCDOCTOR_PUBLIC_URL", "http://doctor.example.com", "must start with https://"),
        ("SYNCDOCTOR_PUBLIC_URL", "https://doctor.example.com/bot", "must have no path"),
        ("SYNCDOCTOR_SECOND_OPINION_URL", "http://opinions.example.com/v1", "must start with https://"),
        ("SYNCDOCTOR_SECOND_OPINION_URL", "https://me:hush@example.com/v1", "no password"),
        ("SYNCDOCTOR_SANDBOX", "https://evil.example.com", "a sandbox is on this machine"),
    ],
)
def test_what_is_wrong_is_named_and_not_shown(
    environment: pytest.MonkeyPatch, name: str, value: str, said: str
) -> None:
    environment.setenv(name, value)
    with pytest.raises(BadSettings) as bad:
        from_environment()
    assert len(bad.value.faults) == 1
    assert bad.value.faults[0].startswith(name)
    assert said in bad.value.faults[0]
    assert value not in bad.value.faults[0]


def test_one_credential_is_needed(environment: pytest.MonkeyPatch, tmp_path: Path) -> None:
    environment.delenv("SYNCDOCTOR_APP_SECRET")
    with pytest.raises(BadSettings, match="SYNCDOCTOR_APP_SECRET or SYNCDOCTOR_APP_CERTIFICATE"):
        from_environment()
    environment.setenv("SYNCDOCTOR_APP_CERTIFICATE", str(certificate_file(tmp_path)))
    credential = from_environment().credential
    assert isinstance(credential, dict)
    assert set(credential) == {"private_key", "public_certificate"}, "a thumbprint would make MSAL sign with SHA-1's"
    assert "PRIVATE KEY" not in repr(from_environment().certificate)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "can't be read"),
        ("", "holds no certificate in PEM"),
        ("-----BEGIN CERTIFICATE-----\nhush\n-----END CERTIFICATE-----", "holds no certificate in PEM"),
        (certificate_pem(), "holds no private key in PEM"),
        (certificate_pem() + key_pem(other=True), "don't belong together"),
        (certificate_pem() + key_pem(password=b"hush"), "is encrypted"),
    ],
)
def test_a_certificate_that_cant_be_used_stops_the_start(
    environment: pytest.MonkeyPatch, tmp_path: Path, content: str | None, said: str
) -> None:
    file = tmp_path / "hush.pem"
    if content is not None:
        file.write_text(content)
    environment.setenv("SYNCDOCTOR_APP_CERTIFICATE", str(file))
    with pytest.raises(BadSettings) as bad:
        from_environment()
    (fault,) = bad.value.faults
    assert fault.startswith("SYNCDOCTOR_APP_CERTIFICATE ")
    assert said in fault
    assert "hush" not in fault


AZURE = "https://contoso.openai.azure.com/openai/deployments/reader/chat/completions?api-version=2024-10-21"


def test_there_is_no_second_opinion_unless_one_is_set_up(environment: pytest.MonkeyPatch) -> None:
    assert from_environment().second_opinion_url is None
    environment.setenv("SYNCDOCTOR_SECOND_OPINION_URL", "")
    environment.setenv("SYNCDOCTOR_SECOND_OPINION_KEY", "")
    assert from_environment().second_opinion_url is None, "a template's empty variable is as good as none"


def test_a_second_opinion_takes_an_address_and_a_key(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("SYNCDOCTOR_SECOND_OPINION_KEY", "hush-hush")
    with pytest.raises(BadSettings, match="SYNCDOCTOR_SECOND_OPINION_URL and SYNCDOCTOR_SECOND_OPINION_KEY go"):
        from_environment()
    environment.setenv("SYNCDOCTOR_SECOND_OPINION_URL", AZURE)
    settings = from_environment()
    assert (settings.second_opinion_url, settings.second_opinion_model) == (AZURE, "")
    assert settings.second_opinion_key is not None
    assert settings.second_opinion_key.get_secret_value() == "hush-hush"
    assert "hush-hush" not in repr(settings)
    environment.delenv("SYNCDOCTOR_SECOND_OPINION_KEY")
    with pytest.raises(BadSettings, match="go together"):
        from_environment()


def test_a_second_opinion_outside_azure_takes_a_model(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("SYNCDOCTOR_SECOND_OPINION_KEY", "hush-hush")
    environment.setenv("SYNCDOCTOR_SECOND_OPINION_URL", "https://api.openai.com/v1/chat/completions")
    with pytest.raises(BadSettings, match="SYNCDOCTOR_SECOND_OPINION_MODEL is needed"):
        from_environment()
    environment.setenv("SYNCDOCTOR_SECOND_OPINION_MODEL", "small-4")
    assert from_environment().second_opinion_model == "small-4"
