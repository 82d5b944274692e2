"""The other half of the composition root: what answers, loaded while the process already listens."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from time import monotonic

import aiohttp

from bot import understand
from bot.app.parts import Parts
from bot.conversation.context import Contexts
from bot.conversation.tools import Tools
from bot.follow_up_loop import FollowUps
from bot.housekeeping.group_name import group_name_as
from bot.housekeeping.kinds import kinds as housekeeping
from bot.pictures_in_hand import InHand
from bot.ports import Person
from bot.remediate import PATIENCE
from bot.second_opinion import SecondOpinion
from bot.settings import Settings
from bot.store.nonces import new_nonce
from bot.teams.card_actions import CardActions
from bot.teams.compose_reply import Replies
from bot.teams.invokes import Invokes
from bot.teams.messages import Messages
from bot.teams.proactive.post import TeamsPost
from bot.teams.proactive.telling import TeamsTelling
from bot.teams.resuming import Resuming, SignedInOutside
from bot.teams.sign_in.awaiting_consent import AwaitingConsent
from bot.teams.sign_in.invokes import SignInInvokes
from bot.teams.sign_in.prompts import SignInPrompts
from bot.teams.speakers import Speakers
from bot.teams.turns import Turns


@dataclass(frozen=True)
class Answering:
    """What answers Teams, the tools it answers with, and what is looked at again later."""

    turns: Turns
    tools: Tools
    follow_ups: FollowUps
    signed_in: SignedInOutside


def warm_up() -> None:
    """Read what the first message would otherwise wait for."""
    understand.warm_up()


def answering(parts: Parts) -> Answering:
    """What Teams sends, answered."""
    post = TeamsPost(parts.outside.connector, parts.stores.references, parts.settings.app_id)
    follow_ups = follow_ups_of(parts, post)
    tools = tools_of(parts, post, follow_ups)
    awaiting_consent = AwaitingConsent(lambda: parts.clock.now().timestamp())
    prompts, replies = (
        SignInPrompts(parts.settings, parts.room, awaiting_consent),
        Replies(tools, awaiting_consent, parts.outside.sent_pictures),
    )
    messages = Messages(tools, replies, prompts)
    card_actions = CardActions(replies, parts.outside.identity, prompts, parts.background)
    resuming, speakers = Resuming(messages, card_actions, parts.background), Speakers(parts.stores.references, post)
    sign_in = SignInInvokes(parts.outside.identity, prompts, resuming.resume)
    turns = Turns(
        connector=parts.outside.connector,
        speakers=speakers,
        messages=messages,
        invokes=Invokes({**card_actions.invokes(), **sign_in.invokes()}),
        redeemed=sign_in.redeemed,
        uninstalled=uninstalled_from(parts),
    )
    signed_in = SignedInOutside(parts.room, resuming, speakers, parts.outside.connector)
    return Answering(turns, tools, follow_ups, signed_in)


def uninstalled_from(parts: Parts) -> Callable[[Person], Awaitable[None]]:
    """What becomes of somebody who removes the bot: signed out, and nowhere to be reached."""

    async def uninstalled(person: Person) -> None:
        parts.outside.identity.forget(person)
        await parts.stores.references.forget(person.tenant, person.id)

    return uninstalled


def follow_ups_of(parts: Parts, post: TeamsPost) -> FollowUps:
    """What is looked at again later, and how."""
    graph, telling = parts.outside.identity.graph, TeamsTelling(post)
    kinds = housekeeping(parts.stores, telling, group_name_as(graph), graph, parts.clock)
    return FollowUps(parts.stores.follow_ups, parts.clock, kinds)


def tools_of(parts: Parts, post: TeamsPost, follow_ups: FollowUps) -> Tools:
    """What a conversation reads, writes and keeps with."""
    outside, stores = parts.outside, parts.stores
    return Tools(
        graph=outside.identity.graph,
        ledger=stores.trail,
        requests=stores.requests,
        post=post,
        clock=parts.clock,
        nonce=new_nonce,
        sign_out=outside.identity.forget,
        forget=stores.forget,
        contexts=Contexts(),
        misunderstandings=stores.misunderstandings,
        follow_ups=follow_ups,
        darkroom=outside.darkroom,
        pictures=InHand(monotonic),
        second_opinion=second_opinion(parts.settings, outside.http),
        patience=PATIENCE if parts.patience is None else parts.patience,
    )


def second_opinion(settings: Settings, http: aiohttp.ClientSession) -> SecondOpinion | None:
    """Another reader for messages the bot is unsure of, when one has been set up."""
    if settings.second_opinion_url is None or settings.second_opinion_key is None:
        return None
    key, model = settings.second_opinion_key.get_secret_value, settings.second_opinion_model
    return SecondOpinion(http, url=settings.second_opinion_url, key=key, model=model)
