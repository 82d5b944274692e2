"""Words that stand as somebody wrote them, or as they are to be copied.

Rich text is no Markdown, so nothing in it has to be escaped, but it breaks no word. Where a word is too long for a card
of 320 pixels they are text blocks instead, which do, and show the same wherever Markdown is read as on desktop and web.
"""

from adaptive_cards import types

from bot.texts import Value, Voice, _, say
from cards.kit import elements as e
from cards.kit.neutral import bare, spoken, whole
from cards.kit.style import quiet

LONGEST_COPIED = 38
"""Small letters of a typewriter that fit beside each other at 320 pixels."""
LONGEST_QUOTED = 32
"""Letters of the usual size that fit there inside a frame."""
Size, Gap = types.FontSize, types.Spacing


def copied(words: Value, voice: Voice) -> e.Element:
    """Words to copy exactly as they stand, line by line: a command, a text to send on."""
    lines = [bare(line, voice) for line in say(words, voice).splitlines()]
    mono, small = types.FontType.MONOSPACE, Size.SMALL
    if max((len(word) for line in lines for word in line.split()), default=0) <= LONGEST_COPIED:
        return e.RichTextBlock(
            inlines=[e.TextRun(text="\n".join(lines), font_type=mono, size=small)], spacing=Gap.SMALL
        )
    blocks = [e.TextBlock(text=whole(line), font_type=mono, size=small, wrap=True, spacing=Gap.NONE) for line in lines]
    return e.Container(items=blocks, spacing=Gap.SMALL)


def forwarded(words: Value, url: str, voice: Voice) -> e.Container:
    """A text to send on, ending in an address of ours or Microsoft's, which stays as it is so that it can be copied."""
    said = e.TextBlock(text=f"{spoken(words, voice)} {url}", size=Size.SMALL, wrap=True)
    return e.Container(items=[said], style=types.ContainerStyle.EMPHASIS, spacing=Gap.SMALL)


def quoted(words: str, who: str, voice: Voice) -> e.Container:
    """What somebody wrote, word for word, and who."""
    written = _("“{words}”", words=words)
    said: e.Element = e.RichTextBlock(inlines=[e.TextRun(text=bare(written, voice), italic=True)])
    if longest_word(words) > LONGEST_QUOTED:
        said = e.TextBlock(text=spoken(written, voice), wrap=True)
    return e.Container(items=[said, quiet(f"— {who}", voice)], style=types.ContainerStyle.EMPHASIS)


def longest_word(text: str) -> int:
    """Characters that can't be parted."""
    return max(map(len, text.split()), default=0)
