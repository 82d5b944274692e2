"""What the composition root joins has to fit."""

import time

from bot.app import lasting
from tests.company import contoso


class OneToken:
    """Stands where Entra's client stands: a token that expires in an hour."""

    async def acquire(self) -> tuple[str, int]:
        return "secret", int(time.time()) + 3600


async def test_the_connectors_token_is_renewed_before_it_expires() -> None:
    secret, left = await lasting(OneToken())()
    assert secret == "secret"
    assert 3590 <= left <= 3600


async def test_a_message_that_comes_at_once_waits_until_it_can_be_understood() -> None:
    async with contoso() as running:
        client = running.sandbox.client("adele@contoso.com")
        await client.send("hi")
        await running.settled(client)
        assert [item.role for item in client.items()] == ["me", "bot"]
