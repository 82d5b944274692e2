"""One token, however many want it; a failure is not for ever, nor a storm."""

import asyncio

import pytest

from bot.teams.connector.token import ConnectorToken, TokenUnavailable
from tests.teams.bot_framework import Clock, Rig


class Entra:
    """Counts how often it is asked; fails while told to."""

    def __init__(self, lifetime: int = 3600) -> None:
        self.lifetime = lifetime
        self.asked = 0
        self.error: Exception | None = None

    async def __call__(self) -> tuple[str, int]:
        self.asked += 1
        await asyncio.sleep(0.005)
        if self.error:
            raise self.error
        return f"token-{self.asked}", self.lifetime


async def test_a_hundred_at_once_ask_once(clock: Clock) -> None:
    entra = Entra()
    token = ConnectorToken(entra, clock)

    got = await asyncio.gather(*(token.get() for _ in range(100)))

    assert (set(got), entra.asked) == ({"token-1"}, 1)


async def test_it_is_renewed_five_minutes_early_and_nobody_waits(clock: Clock) -> None:
    entra = Entra()
    token = ConnectorToken(entra, clock)
    await token.get()

    clock.now += 3600 - 301
    assert (await token.get(), entra.asked) == ("token-1", 1)
    clock.now += 1
    assert await token.get() == "token-1"
    await asyncio.sleep(0.02)
    assert (await token.get(), entra.asked) == ("token-2", 2)


async def test_an_expired_token_is_waited_for(clock: Clock) -> None:
    token = ConnectorToken(Entra(), clock)
    await token.get()
    clock.now += 3600

    assert await token.get() == "token-2"


async def test_a_short_token_is_not_renewed_all_the_time(clock: Clock) -> None:
    entra = Entra(lifetime=60)
    token = ConnectorToken(entra, clock)
    for _ in range(10):
        await token.get()
    await asyncio.sleep(0.02)

    assert entra.asked == 1


async def test_a_failure_backs_off_but_is_not_kept(clock: Clock) -> None:
    entra = Entra()
    entra.error = RuntimeError("secret detail")
    token = ConnectorToken(entra, clock)

    answers = await asyncio.gather(*(token.get() for _ in range(50)), return_exceptions=True)
    assert {type(answer) for answer in answers} == {TokenUnavailable}
    with pytest.raises(TokenUnavailable) as raised:
        await token.get()
    assert (str(raised.value), entra.asked) == ("", 1)

    clock.now += 1
    with pytest.raises(TokenUnavailable):
        await token.get()
    clock.now += 1.5
    with pytest.raises(TokenUnavailable):
        await token.get()
    assert entra.asked == 2, "the second pause is longer"

    entra.error = None
    clock.now += 1
    assert await token.get() == "token-3"


async def test_a_failed_renewal_leaves_the_old_token_in_use(clock: Clock) -> None:
    entra = Entra()
    token = ConnectorToken(entra, clock)
    await token.get()
    entra.error = OSError()
    clock.now += 3400

    for _ in range(10):
        assert await token.get() == "token-1"
        await asyncio.sleep(0.01)
    assert entra.asked == 2


async def test_one_who_gives_up_does_not_stop_the_others(clock: Clock) -> None:
    entra = Entra()
    token = ConnectorToken(entra, clock)
    impatient = asyncio.create_task(token.get())
    patient = asyncio.create_task(token.get())
    await asyncio.sleep(0)
    impatient.cancel()

    assert (await patient, entra.asked) == ("token-1", 1)


async def test_close_ends_a_renewal(clock: Clock) -> None:
    async def never() -> tuple[str, int]:
        await asyncio.sleep(3600)
        raise AssertionError

    token = ConnectorToken(never, clock)
    waiting = asyncio.create_task(token.get())
    await asyncio.sleep(0)
    await token.close()

    with pytest.raises(asyncio.CancelledError):
        await waiting


async def test_a_hundred_turns_take_one_token(rig: Rig) -> None:
    await asyncio.gather(*(rig.post(rig.activity(id=f"m{number}")) for number in range(100)))
    await rig.settled()

    assert (len(rig.connector.sent), rig.acquired) == (100, 1)
