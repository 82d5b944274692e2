"""Who owns a group."""

from collections.abc import Callable, Sequence

from bot.buttons import Again
from bot.model import Finding, Report
from bot.reading import Unreadable
from bot.readings.group import Group, Owner, Owners
from bot.remedies.ask_an_owner import AskAnOwner
from bot.texts import Text, Value, Voice, _
from cards import kit
from cards.report.gaps import forbidden, words
from cards.report.header import header
from cards.report.offers import about, offers

SHOWN = 15
"""More owners than this are a directory, not an answer."""


def owners_card(  # noqa: PLR0917 - whatever it says rests on one of these
    report: Report,
    group: Group,
    owners: Owners | Unreadable,
    voice: Voice,
    nonces: Callable[[], str],
    lead: Text | None = None,
) -> kit.Card:
    """One sentence and their names, as far as the asker may see them; `report` says whether an owner can be asked."""
    title, said = sentence(group, owners)
    checked = report.question.asked
    again = kit.press(Again(about=about(report)), _("Can I change it?"), voice)
    body = [
        header(report, checked, voice),
        *([kit.paragraph(lead, voice)] if lead else ()),
        kit.heading(title, voice),
        *([kit.paragraph(said, voice)] if said else ()),
        *listed(owners, report.question.asker, voice),
        *kit.buttons([*asking(report, voice, nonces), again]),
    ]
    return kit.card(body, title, voice)


def sentence(group: Group, owners: Owners | Unreadable) -> tuple[Text, Text | None]:
    """The answer, and what to do where the list says nothing. Graph keeps no owners for what is managed elsewhere."""
    match owners:
        case Unreadable(status=401 | 403):
            return _("I can't see who owns {group}.", group=group.name), forbidden(owners)
        case Unreadable():
            silent = _("Microsoft didn't tell me {things}. Check again in a minute.", things=words(owners))
            return _("I can't see who owns {group}.", group=group.name), silent
        case Owners(value=(Owner(display_name=str() as owner),)):
            return _("{owner} owns {group}.", owner=owner, group=group.name), None
        case Owners(value=(_nameless,)):
            said = _("There is one, but you may not see the name.")
            return _("I can't see who owns {group}.", group=group.name), said
        case Owners(value=(_first, *_others)):
            return _("{group} has {count} owners.", group=group.name, count=len(owners.value)), None
        case _:
            return nobody(group)


def nobody(group: Group) -> tuple[Text, Text]:
    """Why no owner is seen, and where to look."""
    if group.on_premises_sync_enabled:
        title = _("{group} is managed in Active Directory, so I can't see who owns it.", group=group.name)
        return title, _("It stands there under “Managed by”. Ask your IT support to look.")
    if group.in_exchange:
        title = _("{group} is managed in Exchange, so I can't see who owns it.", group=group.name)
        return title, _("Its owners stand in the Exchange admin center. Ask your IT support to look.")
    title = _("I can't see anybody who owns {group}.", group=group.name)
    return title, _("A Groups Administrator can make somebody an owner.")


def listed(owners: Owners | Unreadable, asker: str, voice: Voice) -> Sequence[kit.Element]:
    """Their names, the asker's own marked; a single one stands in the sentence already."""
    if isinstance(owners, Unreadable) or len(owners.value) < 2:
        return ()
    more = not owners.complete or len(owners.value) > SHOWN
    names = [_("{name} (you)", name=called(one)) if one.id == asker else called(one) for one in owners.value[:SHOWN]]
    lines: list[Value] = [*names, *([_("and others")] if more else [])]
    return [kit.section([kit.paragraph(line, voice) for line in lines])]


def called(owner: Owner) -> Value:
    """The owner's name, or that it can't be seen; nothing else is known of an app."""
    if owner.display_name:
        return owner.display_name
    return _("somebody whose name you may not see") if owner.person else _("an app")


def asking(report: Report, voice: Voice, nonces: Callable[[], str]) -> Sequence[kit.Execute]:
    """The way to the owners, for whoever needs them."""
    only = {id: asks for id, found in report.findings.items() if (asks := by_asking(found))}
    asked = Report(report.question, report.described, only, (), (), vanished=False)
    return [button for shown in offers(asked, 1, voice, nonces).values() for button in shown]


def by_asking(found: Finding) -> Finding | None:
    """What was found with the request to the owners as its only remedy, if it has that one."""
    ask = tuple(remedy for remedy in found.remedies if isinstance(remedy, AskAnOwner))
    return Finding(found.severity, found.title, found.advice, (), ask) if ask else None
