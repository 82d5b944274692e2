"""A group's name for a message sent days later: as the asker sees it, or none."""

from collections.abc import Sequence

import pytest

from bot.graph.entra_errors import SignInNeeded
from bot.housekeeping.group_name import group_name_as
from bot.ports import Hits
from bot.reading import GraphDown, Plan, Readings, Search, Unreadable
from bot.readings.group import Group
from bot.steps import Lost, Write, WriteResult
from bot.store.requests import OwnerRequest, Wanted
from tests.store.intents import NOON

ASKED = OwnerRequest("r-1", Wanted(NOON, "tenant", "lee", "a:lee", "g-1", "owner", ""), "expired", None, NOON, ())


class Answering:
    """A Graph that answers each read the one way."""

    def __init__(self, answer: object) -> None:
        self.answer = answer
        self.asked: list[Plan] = []

    async def read(self, plans: Sequence[Plan]) -> Sequence[Readings]:
        self.asked += plans
        if isinstance(self.answer, Exception):
            raise self.answer
        return [{Group: self.answer}]

    async def search(self, searches: Sequence[Search]) -> Sequence[Hits | int]:
        return []

    async def write(self, change: Write) -> WriteResult:
        return Lost()


@pytest.mark.parametrize(
    ("answer", "name"),
    [
        (Group(id="g-1", display_name="Sales"), "Sales"),
        (Group(id="g-1", display_name=None), ""),
        (Unreadable(Group, 403, "Authorization_RequestDenied"), ""),
        (GraphDown(), ""),
        (SignInNeeded("absent"), ""),
    ],
    ids=["read", "nameless", "refused", "down", "signed out"],
)
async def test_it_is_what_the_asker_can_see_or_nothing(answer: object, name: str) -> None:
    graph = Answering(answer)
    assert await group_name_as(lambda _: graph)(ASKED) == name
    (plan,) = graph.asked
    assert (plan.ids.subject, plan.ids.asker, plan.ids.person) == ("g-1", "lee", "lee")
