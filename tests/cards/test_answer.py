"""What an answer promises, and what it never says."""

from dataclasses import replace
from typing import Any

from bot.model import Report
from bot.reading import Unreadable
from bot.readings.group import Owners
from cards.report.answer import answer
from tests.cards import reports
from tests.cards.reports import NOW
from tests.cards.samples import ENGLISH, nonces
from tests.cards.walk import objects, typed


def wired(report: Report) -> dict[str, Any]:
    return answer(report, NOW, ENGLISH, nonces()).wire()


def words(report: Report) -> str:
    return str(wired(report))


def buttons(report: Report) -> list[dict[str, Any]]:
    return [action for row in objects(wired(report)) for action in row.get("actions", ())]


def test_nothing_stops_only_when_everything_was_seen() -> None:
    assert "Nothing stops you" in words(reports.NOTHING_STOPS)
    gap = Unreadable(Owners, 403, "Authorization_RequestDenied")
    unsure = words(replace(reports.NOTHING_STOPS, gaps=(gap,)))
    assert "Nothing stops you" not in unsure
    assert "I couldn't check everything" in unsure


def test_a_gap_names_the_permission_or_asks_to_try_again() -> None:
    def with_gap(status: int) -> str:
        return words(replace(reports.NOTHING_STOPS, gaps=(Unreadable(Owners, status, ""),)))

    assert "I may not see who owns the group. It takes the permission GroupMember.Read.All" in with_gap(403)
    for status in (0, 429, 503):
        assert "Microsoft didn't tell me who owns the group." in with_gap(status)
        assert "GroupMember.Read.All" not in with_gap(status)


def test_what_is_gone_is_not_in_order() -> None:
    assert wired(reports.VANISHED)["fallbackText"] == "There is no such group any more, or none that you may see."
    assert "Nothing stops you" not in words(reports.VANISHED)
    assert "in order" not in words(reports.VANISHED)


def test_a_risk_is_no_cause() -> None:
    card = wired(reports.RISK_ONLY)
    assert card["fallbackText"] == "Nothing stops you from changing the members of Marketing DK."
    assert not [each for each in buttons(reports.RISK_ONLY) if each.get("style") == "positive"]


def test_the_best_way_out_stands_out_and_asks_first_when_it_is_costly() -> None:
    best, *others = buttons(reports.ON_PREMISES)
    assert (best["title"], best["style"]) == ("Move to the cloud…", "positive")
    assert not [each for each in others if each.get("style") == "positive"]
    assert buttons(reports.DELETED)[0]["title"] == "Restore the group"


def test_the_same_remedy_is_offered_once_and_never_too_many() -> None:
    found = next(iter(reports.ON_PREMISES.findings.values()))
    twice = {f"made_up_{number}": found for number in range(9)}
    titles = [each["title"] for each in buttons(replace(reports.ON_PREMISES, findings=twice))]
    assert titles.count("Move to the cloud…") == 1
    many = {
        f"made_up_{n}": replace(found, remedies=(r.model_copy(update={"group_id": str(n)}),))
        for n in range(9)
        for r in found.remedies
    }
    assert wired(replace(reports.ON_PREMISES, findings=many))


def test_each_button_has_a_nonce_of_its_own() -> None:
    offers = [each for each in typed(wired(reports.SEVERAL)) if each.get("verb") == "offer"]
    seen = [each["data"]["nonce"] for each in offers]
    assert len(seen) == len(set(seen)) == 2


def test_what_is_probable_is_said_to_be() -> None:
    card = wired(reports.PROBABLE)
    assert card["fallbackText"].startswith("Probably: ")
    assert "Microsoft doesn't document this" in str(card)


def test_four_buttons_at_most_are_seen_and_the_others_are_kept_under_details() -> None:
    found = next(iter(reports.ON_PREMISES.findings.values()))
    many = {
        f"made_up_{n}": replace(found, remedies=(r.model_copy(update={"group_id": str(n)}),))
        for n in range(4)
        for r in found.remedies
    }
    card = wired(replace(reports.ON_PREMISES, findings=many))
    details = next(each for each in card["body"] if each.get("id") == "details")
    offers = [each["title"] for each in typed(card) if each.get("verb") == "offer" and "fallback" in each]
    kept = [each["title"] for each in typed(details) if each.get("verb") == "offer" and "fallback" in each]
    assert (len(offers), len(kept)) == (4, 2)


def test_details_take_the_place_of_what_else_was_found() -> None:
    card = wired(reports.SEVERAL)
    (fold,) = [each for each in buttons(reports.SEVERAL) if each["type"] == "Action.ToggleVisibility"]
    assert (fold["title"], fold["targetElements"]) == ("Details", ["details", "also"])
    seen = {each["id"]: each.get("isVisible", True) for each in card["body"] if "id" in each}
    assert seen == {"also": True, "details": False}
    asked = answer(reports.SEVERAL, NOW, ENGLISH, nonces(), reasons=True).wire()
    assert {each["id"]: each.get("isVisible", True) for each in asked["body"] if "id" in each} == {
        "also": False,
        "details": True,
    }


def test_a_screen_reader_is_told_what_the_sign_does() -> None:
    signs = [each for each in typed(wired(reports.NOT_OWNER)) if each["type"] == "Column" and "selectAction" in each]
    assert [each["selectAction"]["title"] for each in signs] == ["Check again"]
    assert [block["text"] for each in signs for block in each["items"]] == ["↻"]


def test_who_owns_it_is_answered_with_names_for_all_to_see() -> None:
    facts = [each for each in wired(reports.WHO_OWNS_IT)["body"] if each["type"] == "Container" and "id" not in each]
    said = [block["text"] for each in facts for block in each["items"] if block["type"] == "TextBlock"]
    assert said[-3:-1] == ["Owner: Mette Krogh", "Owner: Anders Friis"]
