"""What a pasted error message says, before anything has been looked up."""

from collections.abc import Mapping, Sequence

from bot.texts import Text, _

SAID: Mapping[str, Text] = {
    "error_on_premises_mastered": _(
        "That error says that the object is managed in Active Directory, so the change has to be made there."
    ),
    "error_exchange_mastered": _(
        "That error says that the group is managed in Exchange, so the change has to be made there."
    ),
    "error_insufficient_privileges": _(
        "That error says no more than that Microsoft refused: mostly a right is missing, or the object is managed "
        "elsewhere."
    ),
    "error_licensed_group": _(
        "That error says that licences are assigned to the group: it can be deleted when they have been removed from "
        "it."
    ),
    "error_already_member": _("That error says that the person is a member or an owner already."),
    "error_last_owner": _("That error says that it is the group's last owner: make somebody else an owner first."),
    "error_not_found": _(
        "That error says that Microsoft can't find it: it may have been deleted, or you may not see it."
    ),
    "error_bad_request": _(
        "That error only says that the request made no sense to Microsoft: the reason is somewhere else."
    ),
    "error_duplicate_address": _("That error says that something else in the directory has the same address or name."),
    "error_hard_match": _(
        "That error says that the object in Active Directory was matched with another one in the cloud."
    ),
    "error_too_many": _("That error says that a limit was reached. Wait some minutes and try again."),
    "error_restricted_unit": _(
        "That error says that the object is protected: only administrators of its restricted unit can change it."
    ),
    "error_read_only_property": _("That error says that this property can't be written here."),
    "error_dynamic_membership": _(
        "That error says that a rule decides who is a member, so nobody is added or removed by hand."
    ),
    "error_guests_not_allowed": _("That error says that guests aren't allowed there."),
    "error_archived_team": _("That error says that the team is archived."),
    "error_license_count": _("That error says that there aren't enough licences."),
    "error_license_conflict": _("That error says that two licences exclude each other."),
    "error_license_dependency": _("That error says that a licence needs another one that isn't there."),
    "error_usage_location": _("That error says that the person's usage location doesn't allow the licence."),
    "error_photo_missing": _("That error says that Microsoft 365 has no photo of the person."),
    "error_photo_policy": _("That error says that your organisation doesn't let you change the photo."),
    "error_consent": _("That error says that an administrator has to allow the app first."),
    "error_group_manager": _("That error says that only somebody who manages the group may do it."),
}
"""Clue of `bot.understand` → what the error means. https://learn.microsoft.com/graph/errors"""


def clue(clues: Sequence[str]) -> Text | None:
    """What the first known of these says; `None` when none is known."""
    return next((SAID[each] for each in clues if each in SAID), None)
