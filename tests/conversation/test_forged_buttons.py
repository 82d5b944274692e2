"""Well-formed buttons that are on no card: only what a fresh look offers is done, and only what was done is undone."""

from bot.cli.company import Running
from bot.sandbox.faults import Fault
from bot.store.audit_trail import AuditTrail
from tests.company import Chatting, contoso
from tests.conversation.good_buttons import BAD_BUTTON, NONCE, OTHER, about, answered, move, signed_in
from tests.conversation.watching import Json, act, card_in, data_of, writes


async def test_only_the_remedies_a_fresh_look_offers() -> None:
    """Everything well-formed, by somebody with every right, and yet not on any card."""
    async with contoso() as running:
        megan = await signed_in(running)
        sales, marketing = about(running, "Sales"), about(running, "Marketing DK")
        user, good = megan.client.user, move(running)
        owner = {"group_id": sales["id"], "group_name": "", "user_id": user, "user_name": "", "member_too": True}
        forged: list[Json] = [
            {**good, "arguments": {**good["arguments"], "cloud": False}},
            {**good, "arguments": {**good["arguments"], "group_id": about(running, "Økonomi")["id"]}},
            {**good, "about": about(running, "Økonomi")},
            {**good, "about": sales},
            {**good, "diagnosis": "group_rollback_pending"},
            {**good, "diagnosis": "asker_is_guest"},
            {**good, "about": {**marketing, "symptom": "help"}},
            {**good, "about": {**marketing, "symptom": "group.licenses"}},
            {**good, "about": {**marketing, "kind": "user"}},
            {**good, "remedy": "add_owner", "arguments": owner},
            {**good, "remedy": "add_owner", "arguments": {**owner, "remove": True}, "about": sales},
            {**good, "remedy": "restore_group", "arguments": {"group_id": sales["id"], "group_name": ""}},
            {
                **good,
                "remedy": "unarchive_team",
                "arguments": {"group_id": sales["id"], "group_name": "", "archive": True},
            },
        ]
        for data in forged:
            for verb in ("offer", "confirm"):
                assert answered(await act(megan, verb, data)), data
        assert writes(running) == []


async def test_the_way_back_is_only_back() -> None:
    """An undo can't be pointed elsewhere, made without its action, or be done by way of another question."""
    async with contoso() as running:
        gitte = Chatting(running, "gitte@contoso.com")
        await gitte.say("Why can't I edit Salg Danmark?")
        await gitte.press("Make owner…")
        undo = data_of(await gitte.press("Make owner"), "Undo")
        other = about(running, "Kunderådgivning")["id"]
        forged: list[Json] = [
            {**undo, "names": {"group_id": other}},
            {**undo, "names": {**undo["names"], "group_id": other}},
            {**undo, "names": {"remove": "x"}},
            {**undo, "names": {"nothing_name": "x"}},
            {**undo, "about": {**undo["about"], "symptom": "help"}},
            {**undo, "about": {**undo["about"], "symptom": "group.licenses"}},
            {**undo, "about": {**undo["about"], "id": other}},
            {**undo, "action": OTHER},
        ]
        for data in forged:
            assert BAD_BUTTON in str(card_in(await act(gitte, "undo", data))), data
        assert len(writes(running)) == 2


async def test_what_was_refused_or_undone_has_no_way_back() -> None:
    async with contoso() as running:
        running.sandbox.faults.add(
            Fault("graph.microsoft.com/v1.0/groups/*/onPremisesSyncBehavior", "PATCH", status=403)
        )
        soren = Chatting(running, "soren@contoso.com", "en-GB")
        await soren.say("Why can't I edit Marketing DK?")
        data = data_of(await soren.press("Move to the cloud…"), "Move to the cloud")
        await act(soren, "confirm", data)
        assert len(writes(running)) == 1  # Graph refused it
        row = await first_action(running)
        undo = {"action": row, "about": about(running, "Marketing DK"), "names": {"group_name": "x"}, "nonce": NONCE}
        assert BAD_BUTTON in str(card_in(await act(soren, "undo", undo)))
        assert len(writes(running)) == 1


async def first_action(running: Running) -> str:
    """The id of the first action in the audit, which no card shows."""
    trail = running.bot.tools.ledger
    assert isinstance(trail, AuditTrail)
    history = await trail.history(running.sandbox.world.tenant)
    return history[-1].id
