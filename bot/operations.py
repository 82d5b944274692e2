"""One row for what is wanted, where that says more than the symptom; and the row of a question."""

from collections.abc import Mapping

from bot.model import Operation, Question, Symptom
from bot.symptom_row import Row
from bot.symptoms import GROUP, PHOTOS, SYMPTOMS, USER
from bot.texts import Text, _

OPERATIONS: Mapping[Operation, Row] = {
    Operation.ADD_MEMBER: Row(
        GROUP,
        _("I can't add a member"),
        "",
        lambda group: _("Nothing stops you from adding members to {group}.", group=group),
        lambda group, person: _("Nothing stops {person} from adding members to {group}.", group=group, person=person),
        SYMPTOMS[Symptom.GROUP_MEMBERS].not_looked_at,
    ),
    Operation.REMOVE_MEMBER: Row(
        GROUP,
        _("I can't remove a member"),
        "",
        lambda group: _("Nothing stops you from removing members from {group}.", group=group),
        lambda group, person: _(
            "Nothing stops {person} from removing members from {group}.", group=group, person=person
        ),
        SYMPTOMS[Symptom.GROUP_MEMBERS].not_looked_at,
    ),
    Operation.ADD_GUEST: Row(
        GROUP,
        _("I can't add a guest"),
        "",
        lambda group: _("Nothing stops you from adding guests to {group}.", group=group),
        lambda group, person: _("Nothing stops {person} from adding guests to {group}.", group=group, person=person),
        (_("sensitivity labels"), _("access packages"), _("whether guests may be invited at all")),
    ),
    Operation.LEAVE: Row(
        GROUP,
        _("I can't leave a group"),
        "",
        lambda group: _("Nothing stops you from leaving {group}.", group=group),
        lambda group, person: _("Nothing stops {person} from leaving {group}.", group=group, person=person),
        (_("whether you are a member"), _("access packages")),
    ),
    Operation.ADD_OWNER: Row(
        GROUP,
        _("I can't add an owner"),
        "",
        lambda group: _("Nothing stops you from adding owners to {group}.", group=group),
        lambda group, person: _("Nothing stops {person} from adding owners to {group}.", group=group, person=person),
        (_("who may be an owner"),),
    ),
    Operation.REMOVE_OWNER: Row(
        GROUP,
        _("I can't remove an owner"),
        "",
        lambda group: _("Nothing stops you from removing owners of {group}.", group=group),
        lambda group, person: _("Nothing stops {person} from removing owners of {group}.", group=group, person=person),
    ),
    Operation.SEE_MEMBERS: Row(
        GROUP,
        _("I can't see the members"),
        "",
        lambda group: _("{group} doesn't hide its members.", group=group),
        lambda group, person: _("{group} doesn't hide its members.", group=group),
        not_looked_at=(_("what guests may see here"), _("what Teams and Outlook show")),
        certain=False,
    ),
    Operation.SEE_GROUP: Row(
        GROUP,
        _("I can't see a group"),
        "",
        lambda group: _("{group} exists, but I can't tell yet why it doesn't show.", group=group),
        lambda group, person: _("{group} exists, but I can't tell yet why it doesn't show.", group=group),
        not_looked_at=(
            _("whether you are a member"),
            _("whether it is hidden in Outlook and the address book"),
            _("what Teams shows"),
        ),
        certain=False,
    ),
    Operation.REMOVE_PHOTO: Row(
        USER,
        _("I want my photo gone"),
        "",
        lambda person: _("Microsoft 365 has no photo of {person}.", person=person),
        not_looked_at=SYMPTOMS[Symptom.PHOTO_MISSING].not_looked_at,
        page=PHOTOS,
    ),
    Operation.UPLOAD_PHOTO: Row(
        USER,
        _("I want another photo"),
        "",
        lambda person: _("I see nothing that stops the photo of {person} from being changed.", person=person),
        certain=False,
        page=PHOTOS,
    ),
    Operation.DELETED_IN_AD: Row(
        GROUP,
        _("It is gone from AD, but still here"),
        "",
        lambda group: _("I can't tell why {group} is still here.", group=group),
        lambda group, person: _("I can't tell why {group} is still here.", group=group),
        not_looked_at=(_("what the sync server holds back"), _("whether it is gone from Active Directory everywhere")),
        certain=False,
    ),
}
"""What is wanted, where that says more than the symptom."""


OF_OPERATIONS = frozenset({Symptom.GROUP_MEMBERS, Symptom.GROUP_DELETE, Symptom.PHOTO_REFUSED})
"""Symptoms of which an operation says more."""


def row(question: Question) -> Row:
    """The row of what is asked."""
    said = OPERATIONS.get(question.operation) if question.operation else None
    return said if said and question.symptom in OF_OPERATIONS else SYMPTOMS[question.symptom]


def all_clear(question: Question, person: str) -> Text:
    """The verdict when nothing was found; `person` names whoever it is asked for, when that isn't the asker."""
    said, name = row(question), question.subject.name
    if person and said.clear_for:
        return said.clear_for(name, person)
    return said.clear(name) if said.clear else _("I found nothing wrong with {name}.", name=name)
