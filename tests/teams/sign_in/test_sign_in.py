"""Signing in: silently where that works, through the page where it doesn't, and never typing anything twice."""

import asyncio

import pytest

from bot.sandbox.faults import Fault
from tests.company import Chatting, contoso, text, titles
from tests.conversation.watching import heading, invoke, writes
from tests.teams.sign_in.signing_in import ASKED, CLEAR, INTERACTION, answers, exchange, prompts, silent, token


@pytest.mark.parametrize("clients", [1, 2, 3])
async def test_every_client_signs_in_and_the_question_is_answered_once(clients: int) -> None:
    async with contoso() as running:
        chat = Chatting(running, "adele@contoso.com", clients=clients)
        await chat.say(ASKED)
        assert len(answers(chat)) == 1
        assert len(prompts(chat)) == 1
        await chat.say("Why can't I delete Sales?")
        assert len(prompts(chat)) == 1


async def test_each_of_two_questions_is_answered() -> None:
    async with contoso() as running:
        chat = Chatting(running, "adele@contoso.com")
        await asyncio.gather(chat.client.send(ASKED), chat.client.send("Why can't I edit Sales?"))
        await running.settled(chat.client)
        headings = {heading(item) for item in chat.cards()}
        assert {CLEAR, "Nothing stops you from changing Sales."} <= headings


async def test_the_page_when_silence_is_not_enough() -> None:
    async with contoso() as running:
        chat = Chatting(running, "adele@contoso.com")
        await chat.say("hello")
        running.sandbox.faults.add(INTERACTION)
        asked = await chat.say(ASKED)
        assert asked.sign_in
        assert answers(chat) == []
        page = await chat.client.sign_in(asked.id)
        await running.settled(chat.client)
        assert page.status == 200
        assert len(answers(chat)) == 1


async def test_one_sign_in_answers_everything_that_waits() -> None:
    async with contoso() as running:
        chat = silent(running, "adele@contoso.com")
        await chat.say(ASKED)
        asked = await chat.say("Why can't I edit Sales?")
        await chat.client.sign_in(asked.id)
        await running.settled(chat.client)
        headings = {heading(item) for item in chat.cards()}
        assert {CLEAR, "Nothing stops you from changing Sales."} <= headings


async def test_cancelled_on_the_page_and_tried_again() -> None:
    async with contoso() as running:
        chat = silent(running, "adele@contoso.com")
        asked = await chat.say(ASKED)
        page = await chat.client.sign_in(asked.id, "cancel")
        assert (page.status, answers(chat)) == (403, [])
        await chat.client.sign_in(asked.id)
        await running.settled(chat.client)
        assert len(answers(chat)) == 1


@pytest.mark.parametrize("code", ["resourcematchfailed", 7])
async def test_teams_failing_shows_one_button_however_many_clients_say_so(code: object) -> None:
    async with contoso() as running:
        chat = silent(running, "adele@contoso.com")
        await chat.say(ASKED)
        told = await asyncio.gather(*(invoke(chat, "signin/failure", {"code": code, "message": "x"}) for _ in range(3)))
        assert [answer.status for answer in told] == [200] * 3
        assert len(prompts(chat)) == 2
        await chat.client.sign_in(chat.last().id)
        await running.settled(chat.client)
        assert len(answers(chat)) == 1


async def test_one_client_fails_and_another_succeeds() -> None:
    async with contoso() as running:
        chat = silent(running, "adele@contoso.com")
        await chat.say(ASKED)
        value = exchange(chat, token(running, "adele@contoso.com"))
        await invoke(chat, "signin/failure", {"code": "tokenmissing", "message": ""})
        assert (await invoke(chat, "signin/tokenExchange", value)).status == 200
        assert len(answers(chat)) == 1


async def test_a_failure_with_nothing_waiting_says_nothing() -> None:
    async with contoso() as running:
        chat = Chatting(running, "adele@contoso.com")
        await chat.say(ASKED)
        before = len(prompts(chat))
        assert (await invoke(chat, "signin/failure", {"code": "invokeerror"})).status == 200
        assert len(prompts(chat)) == before


async def test_a_button_that_needs_the_page_works_after_it() -> None:
    async with contoso() as running:
        adele = Chatting(running, "adele@contoso.com")
        shown = await adele.say("Why can't I edit Projekt Nord?")
        await adele.say("sign out")  # the next token is of the same second, which counts as from before it
        waiting = await adele.press("Open the team again")
        assert waiting.sign_in
        assert writes(running) == []
        await adele.client.sign_in(shown.id)
        await running.settled(adele.client)
        assert heading(adele.client.view.item(shown.id)) == "Microsoft has accepted it, but it doesn't show yet."
        assert len(writes(running)) == 1


@pytest.mark.parametrize("asked", [ASKED, "again"])
async def test_graph_wanting_more_than_silence_is_given_it(asked: str) -> None:
    async with contoso() as running:
        chat = Chatting(running, "adele@contoso.com")
        shown = await chat.say(ASKED)
        running.sandbox.challenged.add(chat.client.user)
        waiting = await (chat.press("Check again") if asked == "again" else chat.say(asked))
        assert waiting.sign_in
        page = await chat.client.sign_in(waiting.id)
        await running.settled(chat.client)
        assert page.status == 200
        assert heading(chat.client.view.item(shown.id) if asked == "again" else chat.last()) == CLEAR
        assert not chat.last().sign_in


async def test_a_token_graph_no_longer_takes_leads_to_the_page() -> None:
    async with contoso() as running:
        chat = Chatting(running, "adele@contoso.com")
        await chat.say(ASKED)
        running.sandbox.faults.add(Fault("graph.microsoft.com/v1.0/$batch", status=401))
        waiting = await chat.say("Why can't I edit Sales?")
        assert waiting.sign_in
        await chat.client.sign_in(waiting.id)
        await running.settled(chat.client)
        assert heading(chat.last()) == "Nothing stops you from changing Sales."


@pytest.mark.parametrize(
    ("locale", "words", "said"),
    [("en-US", "sign out", "You're signed out."), ("da-DK", "log ud", "Du er logget ud.")],
)
async def test_signed_out_is_signed_out(locale: str, words: str, said: str) -> None:
    async with contoso() as running:
        chat = Chatting(running, "adele@contoso.com", locale, clients=0)
        await chat.say(ASKED)
        old = token(running, "adele@contoso.com")
        await invoke(chat, "signin/tokenExchange", exchange(chat, old))
        assert len(answers(chat)) == 1
        if locale == "da-DK":
            await chat.say("Hvad kan du hjælpe mig med?")
        await chat.say(words)
        assert heading(chat.last()) == said
        await chat.say(ASKED)
        assert (await invoke(chat, "signin/tokenExchange", exchange(chat, old))).status == 412
        assert len(answers(chat)) == 1
        await chat.client.sign_in(chat.last().id)
        await running.settled(chat.client)
        assert len(answers(chat)) == 2


@pytest.mark.parametrize(
    ("locale", "asked", "button"),
    [("da-DK", ASKED, "Sign in"), ("en-US", "Hvorfor kan jeg ikke redigere Salg Danmark?", "Log ind")],
)
async def test_the_prompt_speaks_the_language_of_the_question(locale: str, asked: str, button: str) -> None:
    async with contoso() as running:
        chat = Chatting(running, "adele@contoso.com", locale, clients=0)
        waiting = await chat.say(asked)
        assert waiting.sign_in
        assert waiting.sign_in.title == button


async def test_names_and_titles_never_leave_a_prompt() -> None:
    async with contoso() as running:
        chat = silent(running, "adele@contoso.com")
        await chat.say(ASKED)
        assert "Salg Danmark" not in str(prompts(chat))
        assert "Adele" not in str(prompts(chat))
        assert (text(chat.last()), titles(chat.last())) == ("", [])
