"""What the bot knows of the person, what it may see, and what it keeps."""

from collections.abc import Sequence

from bot.scopes import Scope
from bot.texts import Text, Voice, _
from cards import kit

SEEN = (
    _("What I see"),
    _(
        "I look with your own rights: what you may not see, I don't see either. What you own and which roles you have "
        "I read again with each question, and show it with the answer."
    ),
)
KEPT = (
    _("What I keep"),
    _(
        "A log of changes made through me, and changes I look at again for you, as ids. Where to reach you in Teams. "
        "Your words to owners until one answers. Sentences I misread, without the names I can tell. Your sign-in stays "
        "in memory only."
    ),
)
ANOTHER_READER = (
    _("A language model"),
    _(
        "A message I am unsure of is sent to a language model your organisation has set up: your words as you wrote "
        "them, and nothing about you."
    ),
)


def about_card(name: str, scopes: Sequence[Scope], voice: Voice, *, another_reader: bool) -> kit.Card:
    """Short answers; `scopes` are the permissions for reading, by Microsoft's names.

    `another_reader` when what this one is unsure of is sent to a language model.
    """
    title = _("I know you as {name}.", name=name)
    parts = [SEEN, allowed(scopes), KEPT, *([ANOTHER_READER] if another_reader else ())]
    body = [
        kit.heading(title, voice),
        *(kit.section([kit.subheading(head, voice), kit.paragraph(said, voice)]) for head, said in parts),
        kit.quiet(_("Write “sign out” and I forget your sign-in; “forget me”, and I delete more."), voice, close=False),
    ]
    return kit.card(body, title, voice)


def allowed(scopes: Sequence[Scope]) -> tuple[Text, Text]:
    """Which permissions there are, and that they give nobody more than they have."""
    return _("Permissions"), _(
        "They are delegated, so none gives me more than you have. For reading: {scopes}. I ask for one that changes "
        "something only when you press a button that needs it.",
        scopes=tuple(map(str, scopes)),
    )
