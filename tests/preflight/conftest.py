"""A configuration, and what it looks like when all is well."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.permissions import permissions
from bot.preflight.observations import Answered, AppObject, Grants, Observations, Package, Registration
from bot.preflight.registration import DAY_SECONDS, TEAMS_CLIENTS
from bot.settings import Settings

TENANT = "11111111-0000-4000-8000-000000000001"
NOW = 1_800_000_000.0
APP = "aaaaaaaa-1111-4222-8333-444444444444"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(
        app_id=APP,
        tenant_id=TENANT,
        public_url="https://bot.contoso.com",
        app_secret=SecretStr("the-secret"),
        database_url=SecretStr(f"sqlite:///{tmp_path / 'bot.sqlite'}"),
    )


@pytest.fixture
def well(settings: Settings) -> Observations:
    """Everything is as it should be."""
    answered = Answered(200, 0.4)
    return Observations(
        settings=settings,
        at=NOW,
        database=None,
        public_url=replace(answered, document={"status": "ok"}),
        entra=answered,
        token=None,
        bot_metadata=answered,
        bot_keys=replace(answered, document={"keys": [{"kid": "1"}]}),
        graph=answered,
        registration=Registration(
            enabled=True,
            assignment_required=False,
            names=frozenset({APP, settings.app_id_uri}),
            reply_urls=frozenset({settings.redirect_uri}),
            offers=frozenset({"access_as_user"}),
        ),
        app=AppObject(2, frozenset(TEAMS_CLIENTS), (("the", datetime.fromtimestamp(NOW + 90 * DAY_SECONDS, UTC)),)),
        grants=Grants(frozenset(permissions()), frozenset()),
        package=Package("dist/sync-doctor-teams.zip", frozenset({APP}), "bot.contoso.com"),
    )
