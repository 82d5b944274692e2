"""What nobody has let in is found, also below a package whose name begins alike."""

import grimp

from tests.house.allow_list import strangers_in


def graph(*imports: tuple[str, str]) -> grimp.ImportGraph:
    made = grimp.ImportGraph()
    for importer, imported in imports:
        made.add_import(importer=importer, imported=imported)
    return made


def test_what_is_allowed_is_not_strange() -> None:
    fine = graph(("bot.a", "bot.b"), ("bot.a.x", "bot.a.y"), ("bot.a.x", "json"), ("bot.a", "bot.b.below"))
    assert strangers_in(fine, "bot.a", ["bot.a", "bot.b"]) == {}


def test_what_is_not_allowed_is_named_with_who_imports_it() -> None:
    made = graph(("bot.a.x", "bot.c"), ("bot.a", "bot.b"), ("bot.a.x", "bot.better"), ("bot.d", "bot.c"))
    assert strangers_in(made, "bot.a", ["bot.a", "bot.b"]) == {"bot.a.x": ["bot.better", "bot.c"]}
