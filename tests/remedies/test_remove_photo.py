from bot.remedies.remove_photo import RemovePhoto
from bot.remedy import Danger
from bot.steps import Refused, Write
from bot.texts import Voice, say
from tests.readings import ASKER_ID as ME

REMOVE = RemovePhoto(user_id=ME, user_name="Lee Gu")


def test_it_removes_ones_own_whoever_is_on_the_button() -> None:
    (step,) = REMOVE.steps()
    assert isinstance(step, Write)
    assert (step.method, step.url) == ("DELETE", "/me/photo")


def test_that_there_is_none_is_as_good_as_removing_it() -> None:
    gone = "Exception of type 'Microsoft.Fast.Profile.Core.Exception.ImageNotFoundException' was thrown."
    (step,) = REMOVE.steps()
    assert isinstance(step, Write)
    assert step.already(Refused(404, "ImageNotFound", gone))
    assert not step.already(Refused(404, "Request_ResourceNotFound", "Resource 'x' does not exist"))


def test_there_is_no_way_back_and_the_card_says_so_first() -> None:
    assert REMOVE.undo() is None
    assert REMOVE.danger is Danger.COSTLY
    assert "I can't bring the photo back" in say(REMOVE.warning, Voice())


def test_the_audit_gets_no_names() -> None:
    assert REMOVE.audited() == {"user_id": ME}
