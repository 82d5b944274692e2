"""What waits for a sign-in: ten minutes, taken once, and nobody can push out what others wait for."""

from bot.ports import Person
from bot.teams.door import inbound
from bot.teams.sign_in.waiting import PER_PERSON, Waiting, WaitingRoom
from tests.teams.bot_framework import TENANT, Clock, teams_activity

TOLD = inbound.read(teams_activity("https://smba.trafficmanager.net/emea/"))


def waiting(person: str) -> Waiting:
    return Waiting(Person(TENANT, person), TOLD)


def test_a_thousand_of_one_persons_leave_the_others_alone(clock: Clock) -> None:
    room = WaitingRoom(clock)
    others = [room.put(waiting(f"other {number}")) for number in range(300)]
    mine = [room.put(waiting("me")) for _ in range(1_000)]
    assert all(room.look(name) for name in others)
    assert [name for name in mine if room.look(name)] == mine[-PER_PERSON:]


def test_keeping_something_again_pushes_nothing_out(clock: Clock) -> None:
    room = WaitingRoom(clock)
    mine = [room.put(waiting("me")) for _ in range(PER_PERSON)]
    assert room.put(waiting("me"), mine[0]) == mine[0]
    assert all(room.look(name) for name in mine)


def test_it_is_taken_once_and_only_for_ten_minutes(clock: Clock) -> None:
    room = WaitingRoom(clock)
    first, second = room.put(waiting("me")), room.put(waiting("me"))
    assert room.take(first)
    assert room.take(first) is None
    clock.now += 600
    assert room.take(second) is None
    assert room.named(lambda _: True) == []
