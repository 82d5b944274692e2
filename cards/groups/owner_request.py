"""Somebody asks a group's owners for something."""

from collections.abc import Sequence
from typing import Literal, TypeAlias

from bot.buttons import Decline, Grant
from bot.texts import Text, Voice, _
from cards import kit

Wish: TypeAlias = Literal["owner", "change"]
"""To become an owner, or to have a change made."""


def owner_request(  # noqa: PLR0917 - a request is no less than this
    asker_name: str,
    group_name: str,
    wish: Wish,
    note: str,
    request_id: str,
    nonce: str,
    voice: Voice,
    problem: Text | None = None,
) -> kit.Card:
    """What an owner reads: who wants what, in their own words; `problem` says why the last try came to nothing."""
    title = wanted(asker_name, group_name, wish)
    grant = Grant(request=request_id, nonce=nonce, asker_name=asker_name[:256], group_name=group_name[:256])
    body = [
        *([kit.label(kit.Accent.OPEN, problem, voice)] if problem else ()),
        kit.heading(title, voice),
        *([kit.quoted(note, asker_name, voice)] if note else ()),
        kit.quiet(price(asker_name, group_name, wish), voice, close=False),
        *kit.buttons(answers(grant, wish, voice)),
    ]
    return kit.card(body, title, voice)


def answers(grant: Grant, wish: Wish, voice: Voice) -> Sequence[kit.Execute]:
    """Yes and no."""
    yes = _("Make owner") if wish == "owner" else _("I've done it")
    no = Decline(request=grant.request, asker_name=grant.asker_name, group_name=grant.group_name)
    return [kit.press(grant, yes, voice, style=kit.Style.POSITIVE), kit.press(no, _("Decline"), voice)]


def wanted(asker_name: str, group_name: str, wish: Wish) -> Text:
    """The request in one sentence."""
    if wish == "owner":
        return _("{asker} would like to be an owner of {group}.", asker=asker_name, group=group_name)
    return _("{asker} asks you to change something in {group}.", asker=asker_name, group=group_name)


def price(asker_name: str, group_name: str, wish: Wish) -> Text:
    """What the buttons do."""
    if wish == "owner":
        return _("An owner can change {group}, decide who is a member, and delete it.", group=group_name)
    return _("Make the change yourself, then press, so that {asker} hears of it.", asker=asker_name)
