from bot.remedies.add_owner import AddOwner
from bot.remedy import Danger
from bot.steps import Refused, Write
from bot.texts import Voice, say
from tests.readings import ASKER_ID, GROUP_ID

OWNER = AddOwner(group_id=GROUP_ID, group_name="Sales", user_id=ASKER_ID, user_name="Lee Gu")
PERSON = {"@odata.id": f"https://graph.microsoft.com/v1.0/users/{ASKER_ID}"}
ALREADY = "One or more added object references already exist for the following modified properties: 'owners'."


def test_it_adds_an_owner() -> None:
    (step,) = OWNER.steps()
    assert isinstance(step, Write)
    assert (step.method, step.url, step.body) == ("POST", f"/groups/{GROUP_ID}/owners/$ref", PERSON)


def test_a_microsoft_365_group_gets_a_member_too_owner_first() -> None:
    steps = OWNER.model_copy(update={"member_too": True}).steps()
    urls = [step.url for step in steps if isinstance(step, Write)]
    assert urls == [f"/groups/{GROUP_ID}/owners/$ref", f"/groups/{GROUP_ID}/members/$ref"]


def test_somebody_who_is_one_already_needs_nothing_more() -> None:
    (step,) = OWNER.steps()
    assert isinstance(step, Write)
    assert step.already(Refused(400, "Request_BadRequest", ALREADY))
    assert not step.already(Refused(400, "Request_BadRequest", "Another sentence."))


def test_the_way_back_removes_the_owner_and_leaves_the_member() -> None:
    back = OWNER.model_copy(update={"member_too": True}).undo()
    (step,) = back.steps()
    assert isinstance(step, Write)
    assert step == Write("DELETE", f"/groups/{GROUP_ID}/owners/{ASKER_ID}/$ref")
    assert not step.already(Refused(404, "Request_ResourceNotFound", ""))
    assert back.undo() == OWNER


def test_it_is_confirmed_with_who_and_what() -> None:
    (change,) = OWNER.changes
    assert say(change.label, Voice()) == "Lee Gu in Sales"
    assert (say(change.before, Voice()), say(change.after, Voice())) == ("not an owner", "owner")
    assert OWNER.danger is Danger.COSTLY
    assert OWNER.form == ()


def test_the_audit_gets_no_names() -> None:
    assert OWNER.audited() == {"group_id": GROUP_ID, "user_id": ASKER_ID, "member_too": False, "remove": False}


def test_names_do_not_make_it_another_remedy() -> None:
    renamed = OWNER.model_copy(update={"group_name": "Sales EMEA", "user_name": "Lee"})
    assert OWNER.same_as(renamed)
    assert not OWNER.same_as(OWNER.model_copy(update={"user_id": GROUP_ID}))
