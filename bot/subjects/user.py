"""People as the subject of a question: their photo, their profile, their licences."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from bot.model import Question, Subject, SubjectKind
from bot.reading import Reading, Readings, Search, Unreadable, selected
from bot.readings.user import DeletedUser, User, UserAccount, UserNames
from bot.subjects.kind import Candidate, Fit, Kind, Way, Words
from bot.subjects.spelling import GUID, MAIL, common_name, in_bin, literal, searchable, where, with_words
from bot.texts import Text, _

FIELDS = selected(UserNames)


class UserSubject(Kind):
    """A person, or an account that looks like one."""

    kind = SubjectKind.USER
    itself = User
    always = (User, UserAccount, DeletedUser)
    gate = User.scope
    words = Words(
        which=_("Whom is it about?"),
        field=_("The person's name or e-mail address"),
        find=_("Find the person"),
        which_of_these=_("Whom do you mean?"),
        several=lambda count, typed: _("{count} people fit “{entity}”.", count=count, entity=typed),
        not_found=lambda typed: _("I can't find anybody called “{entity}”.", entity=typed),
        hints=(
            _("Write the person's e-mail address instead: that finds people whatever they are called."),
            _("Or there is nobody by that name whom you may see."),
        ),
        gone=_("There is no such account any more, or none that you may see."),
        gone_advice=_("If it was deleted more than 30 days ago, it can't be brought back."),
    )

    def ways(self, typed: str) -> tuple[Way, ...]:
        """By id, by address, or by any name."""
        if GUID.fullmatch(typed):
            return (Way(Search(f"/users/{typed.lower()}?$select={FIELDS}"), Fit.NAMED),)
        if MAIL.fullmatch(typed):
            value, proxy = literal(typed), literal(f"smtp:{typed}")
            return (
                Way(where("users", FIELDS, f"userPrincipalName eq {value} or mail eq {value}"), Fit.NAMED),
                # Apart, because who may read only the basics of people may not filter by anything else.
                Way(where("users", FIELDS, f"proxyAddresses/any(p:p eq {proxy})"), Fit.NAMED),
            )
        return by_name(common_name(typed))

    def candidate(self, hit: Mapping[str, Any], *, deleted: bool) -> Candidate | None:
        """A person, by title and address."""
        try:
            person = UserNames.model_validate(hit)
        except ValidationError:
            return None
        title = _("Deleted account") if deleted else _("Person")
        if person.job_title and not deleted:
            title = _("{title}", title=person.job_title)
        found = Subject(self.kind, person.id, person.name, person.user_principal_name or "")
        return Candidate(found, title, address(person), deleted)

    def name(self, readings: Readings) -> str | None:
        """As Graph has it now, also from the recycle bin."""
        found = (readings.get(User), readings.get(DeletedUser))
        person = next((reading for reading in found if isinstance(reading, UserNames)), None)
        return person.name if person else None

    def describe(self, question: Question, readings: Readings) -> Text | None:
        """Member or guest, you or somebody else, and whether the account is switched off."""
        match readings.get(User), readings.get(UserAccount):
            case (Unreadable(status=404), _) if isinstance(readings.get(DeletedUser), Reading):
                return _("Deleted account")
            case (User(id=id), _) if id == question.asker:
                return _("You")
            case (User(), UserAccount(account_enabled=False)):
                return _("Account disabled")
            case (User(), UserAccount(guest=True)):
                return _("Guest")
            case (User(), _):
                return _("Person")
            case _:
                return None


def address(person: UserNames) -> str:
    """The mail address, else what they sign in with."""
    return person.mail or person.user_principal_name or ""


def by_name(typed: str) -> tuple[Way, ...]:
    """By name as typed, by its beginning and by its words."""
    words = searchable(typed)
    return (
        Way(where("users", FIELDS, f"displayName eq {literal(typed)}"), Fit.ALSO_CALLED),
        Way(where("users", FIELDS, f"mailNickname eq {literal(typed)}"), Fit.ALSO_CALLED),
        Way(where("users", FIELDS, f"startsWith(displayName,{literal(typed)})")),
        *((Way(with_words("users", FIELDS, words), Fit.CONTAINS),) if words else ()),
        Way(where("users", FIELDS, f"startsWith(displayName,{literal(typed[:3])})", top=100)),
        Way(in_bin("graph.user", FIELDS, f"startsWith(displayName,{literal(typed)})"), deleted=True),
    )
