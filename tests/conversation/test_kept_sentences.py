"""What is kept of a sentence the bot misread: nobody's name, nor any group's, in the file or the log beside it."""

from pathlib import Path

import pytest

from bot.conversation.meaning.unknown_words import unknown_words
from tests.company import Chatting, contoso, text
from tests.conversation.watching import address

PEOPLE = """
anders-kjærgaard birgitte dorthe ejvind flemming gudrun henriette ingelise jørgen-emil kjeld lisbeth mogens
niels-ole oluf poul-erik ragnhild søren torkild ulrik-bo vagner yrsa zenia åse ærø-thorsen øjvind
"""
GROUPS = """
blåbærklubben kantinevagterne tirsdagsrytterne sommerhuslauget fredagsbarristerne projektnordlys
sælgerteamnord lønkontorx rengøringsholdet parkeringskælderen vinklubbenx fodboldtossen kælderfolket
skibskoret havegruppenx motionsholdetx juleudvalgetx frokostlauget strikkeklubben skakklubbenx kaffelauget
bogklubbenx løbeklubbenx cykelholdetx madklubbenx
"""
CANARIES = (*PEOPLE.split(), *GROUPS.split())
SENTENCES = (
    "hvorfor kan jeg ikke se {0} i {1} mere",
    "kan {0} måske komme med i det der {1} noget",
    "{0} siger at {1} er helt gal i dag, spørg selv {0}s chef",
    "why is it that {0} and {1} don't work together at all",
    "the {1} thing of {0}'s is broken again",
)


def found_in(folder: Path) -> list[str]:
    """The canaries that stand in the database's files, whole or by their first part."""
    held = b"".join(path.read_bytes() for path in folder.iterdir()).lower()
    return [name for name in CANARIES if name.encode() in held or name.split("-")[0].encode() in held]


def test_there_are_fifty() -> None:
    assert len(CANARIES) == 50


async def test_not_one_of_fifty_names_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "kept.sqlite"
    async with contoso(database=address(file)) as running:
        chat = Chatting(running, "adele@contoso.com", "da-DK")
        await chat.say("hej")
        for number, (person, group) in enumerate(zip(PEOPLE.split(), GROUPS.split(), strict=True)):
            await chat.say(SENTENCES[number % len(SENTENCES)].format(person, group))
            shown = await chat.say("det var ikke det jeg mente" if number % 2 else "that's not what I meant")
            assert text(shown)
        kept = await running.bot.tools.misunderstandings.all()
        assert len(kept) == 25
        assert any("hvorfor kan jeg ikke se" in each.text for each in kept), "what is everybody's is kept"
        assert found_in(tmp_path) == []


@pytest.mark.parametrize(
    ("said", "unknown"),
    [
        ("Why can't I add members to the group?", []),
        ("hvorfor kan jeg ikke tilføje medlemmer til gruppen", []),
        ("hvorfor kan birgitte ikke slette det", ["birgitte"]),
        ("why is blåbærklubben read-only", ["blåbærklubben"]),
    ],
)
def test_ordinary_words_are_known_and_names_are_not(said: str, unknown: list[str]) -> None:
    assert [said[start:end] for start, end in unknown_words(said)] == unknown
