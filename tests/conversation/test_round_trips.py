"""How often Graph is asked: one wave when the group is known, two when its name has to be found first.

v1.0 and beta go out at the same time, in a batch each: a wave of readings is two requests, a search one.
"""

import pytest

from bot.cli.company import Running
from bot.diagnose import diagnose
from bot.graph.client import Traffic
from bot.model import Question, Subject, SubjectKind, Symptom
from bot.ports import Person
from tests.company import Chatting, titles
from tests.conversation.watching import batches, exchanges

pytestmark = pytest.mark.asyncio(loop_scope="module")

SALES = "6310f403-2112-43d5-bdfb-5b2fe552bfbd"


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (f"Why can't I edit {SALES}?", 2),
        ("Why can't I edit Marketing DK?", 3),
        ("Why can't I edit the group sales@contoso.com?", 3),
        ("Why can't I delete Flyvende Tallerkener?", 1),
        ("Why can't I edit Marketing?", 1),
        ("hello", 0),
    ],
)
async def test_a_question(company: Running, asked: str, expected: int) -> None:
    chat = Chatting(company, "adele@contoso.com")
    await chat.say("Why can't I edit Sales?")  # signs in
    before = batches(company)
    await chat.say(asked)
    assert batches(company) - before == expected


@pytest.mark.parametrize(
    ("asked", "button"),
    [("Why can't I edit Salg Danmark?", "Check again"), ("Why can't I edit Marketing?", "Marketing, Team")],
)
async def test_a_button(company: Running, asked: str, button: str) -> None:
    chat = Chatting(company, "adele@contoso.com")
    shown = await chat.say(asked)
    before = batches(company)
    await chat.press(next(title for title in titles(shown) if title.startswith(button)))
    assert batches(company) - before == 2


async def test_everything_goes_out_in_batches(company: Running) -> None:
    chat = Chatting(company, "lee@contoso.com")
    await chat.say("Why can't I edit Salg Danmark?")
    assert {each["url"].rpartition("/")[2] for each in exchanges(company)} == {"$batch"}


async def test_what_was_asked_is_counted(company: Running) -> None:
    """The figures of `syncdoctor ask --json` are those of the wire."""
    chat = Chatting(company, "adele@contoso.com")
    await chat.say("Why can't I edit Sales?")
    before, traffic = batches(company), Traffic()
    person = Person(company.sandbox.world.tenant, chat.client.user)
    graph = company.bot.identity.graph(person, traffic=traffic)
    question = Question(
        Symptom.GROUP_EDIT, Subject(SubjectKind.GROUP, SALES, ""), person.id, company.sandbox.world.clock.now()
    )
    await diagnose(question, graph)
    assert (traffic.round_trips, traffic.requests) == (1, batches(company) - before)
