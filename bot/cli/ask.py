"""`syncdoctor ask`: one question, answered in the terminal."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import orjson
import typer
from rich.console import Console

from bot.cli.answer_json import as_json
from bot.cli.answer_text import show
from bot.cli.company import Running, company_and_bot, read_company
from bot.cli.progress import progress
from bot.cli.who import somebody
from bot.conversation.hear import hear_all
from bot.conversation.reply import Reply
from bot.conversation.speaker import Speaker, voice
from bot.graph.admin_consent import admin_consent_url
from bot.graph.client import GraphClient, Traffic
from bot.graph.entra_errors import ConsentNeeded, TokenProblem
from bot.permissions import known_readings, permissions
from bot.ports import Person
from bot.reading import GraphDown, Unreadable
from bot.sandbox.company import Company
from bot.scopes import Resource, Scope
from bot.teams.failure_log import told_of
from cards.sign_in.admin_consent import admin_consent
from cards.talk.failed import failed


def run(
    question: Annotated[str, typer.Argument(help="What you would type to the bot.")],
    as_: Annotated[str, typer.Option("--as", help="Who asks: user principal name or mail address.")],
    company: Annotated[Path | None, typer.Option(help="A company file; Contoso without one.")] = None,
    locale: Annotated[str, typer.Option(help="The client's language, such as da-DK.")] = "en-US",
    json: Annotated[bool, typer.Option("--json", help="One JSON object instead of text.")] = False,
) -> None:
    """Ask a question as somebody in a simulated company."""
    found = read_company(company)
    replies, traffic, speaker = asyncio.run(answered(question, as_, locale, found))
    if json:
        typer.echo(orjson.dumps(as_json(replies, traffic, speaker), option=orjson.OPT_INDENT_2).decode())
    else:
        for reply in replies:
            show(reply, Console())


async def answered(
    question: str, as_: str, locale: str, company: Company
) -> tuple[tuple[Reply, ...], Traffic, Speaker]:
    """The replies, with the rights of the person who asks, and what it took."""
    async with company_and_bot(company) as running:
        speaker = await signed_in(as_, locale, running)
        traffic = Traffic()

        def graph(person: Person, scopes: Sequence[str] = ()) -> GraphClient:
            return running.bot.identity.graph(person, scopes, traffic)

        try:
            with progress("Looking…"):
                replies = await hear_all(question, speaker, running.bot.tools.with_graph(graph))
        except (TokenProblem, GraphDown) as problem:
            replies = (prevented(problem, speaker, running),)
        return replies, traffic, speaker


def prevented(problem: Exception, speaker: Speaker, running: Running) -> Reply:
    """Why there is no answer: a permission nobody gave, or Microsoft not answering."""
    if not isinstance(problem, ConsentNeeded):
        return Reply("failed", failed(told_of(problem), retry=True, voice=speaker.voice))
    reading = (scope for scope, needed in permissions().items() if needed.access == "read")
    scopes = sorted(scope for scope in reading if scope.resource is Resource.GRAPH)
    missing = tuple(
        Unreadable(r, 403, "consent_required") for r in known_readings() if Scope(r.audience, r.scope) in problem.scopes
    )
    url = admin_consent_url(scopes, running.settings)
    return Reply("consent", admin_consent(scopes, url, speaker.voice), gaps=missing)


async def signed_in(as_: str, locale: str, running: Running) -> Speaker:
    """The person, with an SSO token as Teams would bring it."""
    user = somebody(as_, running.sandbox.world)
    person = Person(running.sandbox.world.tenant, str(user["id"]), str(user["displayName"]))
    await running.bot.identity.accept(person, running.sandbox.entra.sso_token(person.id))
    return Speaker(person, "command line", voice(locale, "Europe/Copenhagen"))
