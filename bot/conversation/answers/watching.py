"""What was accepted and doesn't show yet is looked at again, so that the person needn't."""

from datetime import timedelta

from bot.buttons import About
from bot.conversation.tools import Tools
from bot.remediate import Performed
from bot.remedies.ask_an_owner import AskAnOwner
from bot.remedies.start_photo_sync import StartPhotoSync
from bot.remedies.upload_photo import UploadPhoto
from bot.store.follow_ups import TooManyFollowUps

KIND = "tell_when_it_shows"
SYNC = "tell_when_sharepoint_has_it"
SOON = timedelta(seconds=30)


async def watch(performed: Performed, tools: Tools) -> bool:
    """Tell the person when it shows; false when nobody can: they wait for too many things, or for an owner's answer."""
    action, now = performed.action, tools.clock.now()
    if isinstance(action.remedy, AskAnOwner | UploadPhoto):  # of a photo no diagnosis says that it is another
        return False
    deadline = now + action.remedy.settles_within
    kind = SYNC if isinstance(action.remedy, StartPhotoSync) else KIND
    state, key = state_of(performed), f"{kind}:{performed.id}"
    try:
        await tools.follow_ups.add(action.person, kind, state, due_at=now + SOON, deadline=deadline, key=key)
    except TooManyFollowUps:
        return False
    return True


def state_of(performed: Performed) -> dict[str, str | bool | int]:
    """What has to be known to look again: the question, the diagnosis, and which way the change went."""
    about = About.of(performed.action.question)
    said = {
        "action": performed.id,
        "symptom": about.symptom.value,
        "kind": about.kind.value,
        "subject": about.id,
        "person": about.person or "",
        "operation": about.operation.value if about.operation else "",
        "other": about.other or "",
        "diagnosis": performed.action.diagnosis,
    }
    return {"undone": bool(performed.action.undo_of), **{name: value for name, value in said.items() if value}}
