"""Every card there is, filled in as in real life; snapshots and pictures are taken of these."""

from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import count
from typing import Any, ClassVar

from bot.buttons import About, Meant, Undo, View
from bot.conversation.answers.acting import NOT_THE_NAME, STALE
from bot.deep_links import in_sharepoint
from bot.model import Operation, Report, SubjectKind, Symptom
from bot.pictures.refusal import Refusal
from bot.ports import Person
from bot.readings.sharepoint import RootSite, SiteCollection
from bot.remediate import Action, Performed
from bot.remedies.add_owner import AddOwner
from bot.remedies.allow_photo_changes import AllowPhotoChanges
from bot.remedies.ask_an_owner import AskAnOwner
from bot.remedies.move_group_to_cloud import MoveGroupToCloud
from bot.remedies.remove_group_licenses import RemoveGroupLicenses
from bot.remedies.remove_photo import RemovePhoto
from bot.remedies.restore_group import RestoreGroup
from bot.remedies.start_photo_sync import StartPhotoSync
from bot.remedies.upload_photo import UploadPhoto
from bot.remedy import Change, Danger, Outcome, Remedy
from bot.roles import NAMES, Role
from bot.sandbox.portraits import portrait
from bot.scopes import Scope
from bot.steps import Ask, Refused, Write
from bot.subjects import SUBJECTS, Candidate
from bot.texts import Text, Voice
from cards.groups.owner_request import owner_request
from cards.groups.owner_request_closed import owner_request_closed
from cards.groups.request_answered import request_answered
from cards.kit import Card
from cards.outcome.confirm import Beneath, confirm, confirm_undo
from cards.outcome.later import it_does_not_show, it_shows, look_yourself
from cards.outcome.outcome import outcome
from cards.outcome.photo_sync import it_is_through, not_yet_through
from cards.outcome.pressed_before import pressed_before
from cards.outcome.under_way import under_way
from cards.report.answer import answer
from cards.sent.picture_refused import picture_refused
from cards.sent.unread import unread
from cards.sign_in.admin_consent import admin_consent
from cards.sign_in.cancelled import cancelled
from cards.sign_in.consent import consent
from cards.sign_in.forgotten import forgotten_card
from cards.sign_in.question_gone import question_gone
from cards.sign_in.sign_in import sign_in
from cards.sign_in.signed_in import signed_in
from cards.sign_in.signed_out import signed_out
from cards.subjects.difference import difference
from cards.subjects.not_found import not_found
from cards.subjects.picker import picker
from cards.subjects.which import which
from cards.talk.about import about_card
from cards.talk.added import added
from cards.talk.bad_button import bad_button
from cards.talk.failed import failed
from cards.talk.forgotten import forgotten
from cards.talk.help import help_card
from cards.talk.no_account import no_account
from cards.talk.noted import noted
from cards.talk.shared import shared
from cards.talk.welcome import welcome
from cards.talk.working import working
from cards.unclear.clues import clue
from cards.unclear.left_out import left_out
from cards.unclear.message_too_long import message_too_long
from cards.unclear.no_people import no_people
from cards.unclear.not_mine import not_mine
from cards.unclear.not_yet import not_yet
from cards.unclear.nothing_there import nothing_there
from cards.unclear.unsure import unsure
from tests.cards import reports
from tests.cards.reports import GROUP, LOUISE, MARKETING, NOW

ENGLISH = Voice("en", "en_GB", "Europe/Copenhagen")
DANISH = Voice("da", "da_DK", "Europe/Copenhagen")
VOICES = {"en": ENGLISH, "da": DANISH}
NONCE = "made_up_nonce_22_chars"
ACTION = "3f0e9d8c-7b6a-4958-8877-66554433aabb"
ABOUT = About(symptom=Symptom.GROUP_MEMBERS, kind=SubjectKind.GROUP, id=GROUP)
MEMBERS = Meant(symptom=Symptom.GROUP_MEMBERS, operation=Operation.ADD_MEMBER)
PERSON = Person("11111111-2222-3333-4444-555555555555", LOUISE, "Louise Holm")

TO_CLOUD = MoveGroupToCloud(group_id=GROUP, group_name=MARKETING)
TO_DIRECTORY = TO_CLOUD.undo()
MAKE_OWNER = AddOwner(group_id=GROUP, group_name=MARKETING, user_id=LOUISE, user_name="Louise Holm", member_too=True)
ASKING = AskAnOwner(group_id=GROUP, group_name=MARKETING)
RESTORING = RestoreGroup(group_id=GROUP, group_name=MARKETING)
NO_LICENSES = RemoveGroupLicenses(group_id=GROUP, group_name=MARKETING, skus=ACTION)
LEES = {"user_id": reports.LEE, "user_name": "Lee Gu"}
UPLOAD = UploadPhoto.over("a", reports.LEE, "Lee Gu")
PICTURE = "data:image/jpeg;base64," + b64encode(portrait("amber")[1].content).decode()
START, REMOVE_PHOTO = StartPhotoSync(**LEES), RemovePhoto(**LEES)
ALLOW_PHOTOS = AllowPhotoChanges(from_active_directory=True, allowed_roles=Role.USER)
OLD_PHOTO = reports.A_PHOTO
CONTOSO_SITE = RootSite(site_collection=SiteCollection(hostname="contoso.sharepoint.com"))
NOT_ALLOWED = Refused(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.")
EARLIER = reports.ON_PREMISES
SINCE = reports.NOT_OWNER

READ = tuple(map(Scope.of_graph, ("User.Read", "GroupMember.Read.All", "RoleManagement.Read.Directory")))
SWITCH = (Scope.of_graph("Group-OnPremisesSyncBehavior.ReadWrite.All"),)
HERE = "https://syncdoctor.contoso.com/auth/start?tx=5d1c"
GRANT = "https://login.microsoftonline.com/contoso.com/v2.0/adminconsent?client_id=1b2c3d4e-0000-4000-8000-1a2b3c4d5e6f"


class EraseGroup(Remedy):
    """A remedy that can't be taken back, of which the bot has none: its texts are nobody's to translate."""

    scope: ClassVar = "Group.ReadWrite.All"
    role: ClassVar = NAMES[Role.GROUPS]
    danger: ClassVar = Danger.FINAL
    group_name: str

    @property
    def button(self) -> Text:
        return Text("Delete the group for good")

    @property
    def warning(self) -> Text:
        return Text("Files, conversations and access go with it.")

    @property
    def changes(self) -> tuple[Change, ...]:
        return (Change(Text("State"), Text("active"), Text("deleted")),)

    def steps(self) -> tuple[Write | Ask, ...]:
        return (Write("DELETE", "/groups/x"),)


def nonces() -> Callable[[], str]:
    """Different, but always the same ones."""
    numbers = count(1)
    return lambda: f"{next(numbers):022}"


def answered(report: Report, lead: Text | None = None, *, reasons: bool = False) -> Callable[[Voice], Card]:
    return lambda voice: answer(report, NOW, voice, nonces(), lead, reasons=reasons)


def differing(report: Report, works_for: Report) -> Callable[[Voice], Card]:
    return lambda voice: difference(report, works_for, voice, nonces())


def confirming(remedy: Remedy, problem: Text | None = None) -> Callable[[Voice], Card]:
    return lambda voice: confirm(ABOUT, "group_managed_on_premises", remedy, NONCE, voice, problem)


def performed(
    remedy: Remedy, how: Outcome, after: Report = EARLIER, refused: Refused | None = None
) -> Callable[[Voice], Card]:
    question = reports.asking(Symptom.GROUP_MEMBERS)
    action = Action(question, "group_managed_on_premises", remedy, PERSON, "a:1", NONCE, {})
    return lambda voice: outcome(Performed(ACTION, action, how, refused, after), NONCE, voice)


def candidates(kind: SubjectKind, *hits: Mapping[str, Any]) -> Sequence[Candidate]:
    """What a search found, the last of it in the recycle bin."""
    ids = (f"{number:08d}-0000-4000-8000-000000000000" for number in count(1))
    found = [{"id": id, **hit} for id, hit in zip(ids, hits, strict=False)]
    made = [SUBJECTS[kind].candidate(hit, deleted=hit is found[-1]) for hit in found]
    return [each for each in made if each]


UNIFIED = {"groupTypes": ["Unified"], "mailEnabled": True, "resourceProvisioningOptions": ["Team"]}
NAMESAKES = candidates(
    SubjectKind.GROUP,
    {"displayName": "Marketing", "mail": "marketing@contoso.com", **UNIFIED},
    {"displayName": "Marketing", "securityEnabled": True, "onPremisesSyncEnabled": True},
    {"displayName": "Marketing DK", "mailEnabled": True, "mail": "marketing-dk@contoso.com"},
    {"displayName": "Marketing (old) [2019] with quite a long name that has to wrap", "securityEnabled": True},
)
TWO_LEES = candidates(
    SubjectKind.USER,
    {"displayName": "Lee Gu", "jobTitle": "Director", "mail": "lee@contoso.com"},
    {"displayName": "Lee Holm", "userPrincipalName": "lee.holm@contoso.com"},
)


SAMPLES: Mapping[str, Callable[[Voice], Card]] = {
    "answer-on-premises": answered(reports.ON_PREMISES),
    "answer-not-administrator": answered(reports.NOT_ADMINISTRATOR),
    "answer-not-owner": answered(reports.NOT_OWNER),
    "answer-not-owner-lee": answered(reports.NOT_OWNER_LEE),
    "answer-nothing-stops": answered(reports.NOTHING_STOPS),
    "answer-nothing-stops-adding": answered(reports.NOTHING_STOPS_ADDING),
    "answer-deleted": answered(reports.DELETED),
    "answer-several": answered(reports.SEVERAL),
    "answer-risk-only": answered(reports.RISK_ONLY),
    "answer-gaps": answered(reports.GAPS),
    "answer-vanished": answered(reports.VANISHED),
    "answer-probable": answered(reports.PROBABLE),
    "answer-role-not-active": answered(reports.ASLEEP),
    "answer-only-owners-see-it": answered(reports.ONLY_OWNERS_SEE_IT),
    "answer-licensed": answered(reports.LICENSED),
    "answer-rule-failed": answered(reports.RULE_FAILED, reasons=True),
    "answer-owners": answered(reports.WHO_OWNS_IT),
    "answer-owners-unseen": answered(reports.NOBODY_OWNS_IT),
    "answer-last-owner": answered(reports.LAST_OWNER),
    "answer-no-guests": answered(reports.NO_GUESTS),
    "answer-no-photo": answered(reports.NO_PHOTO),
    "answer-a-photo": answered(reports.A_PHOTO),
    "answer-on-its-way": answered(reports.ON_ITS_WAY),
    "answer-goes-back": answered(reports.GOES_BACK),
    "answer-left": answered(reports.LEFT),
    "answer-sync-runs": answered(reports.SYNC_RUNS),
    "answer-sync-stopped": answered(reports.SYNC_STOPPED),
    "answer-nasty-name": answered(reports.NASTY),
    "answer-stale-button": answered(reports.NOTHING_STOPS, STALE),
    "answer-clue": answered(reports.ON_PREMISES, clue(("error_on_premises_mastered",))),
    "difference": differing(reports.NOT_OWNER_LEE, reports.NOTHING_STOPS),
    "difference-none": differing(reports.ON_PREMISES, replace(reports.NOT_ADMINISTRATOR, person="Lee Gu")),
    "picker": lambda voice: picker(MEMBERS, "marketing", NAMESAKES, voice),
    "picker-people": lambda voice: picker(MEMBERS.model_copy(update={"slot": "other"}), "lee", TWO_LEES, voice),
    "confirm-move": confirming(TO_CLOUD),
    "confirm-owner": confirming(MAKE_OWNER),
    "confirm-ask": confirming(ASKING),
    "confirm-licenses": confirming(NO_LICENSES),
    "confirm-undo": lambda voice: confirm_undo(
        Undo(action=ACTION, about=ABOUT, names={"group_name": MARKETING}, nonce=NONCE, sure=True),
        ABOUT,
        TO_DIRECTORY,
        voice,
    ),
    "confirm-final": confirming(EraseGroup(group_name=MARKETING), NOT_THE_NAME),
    "outcome-done": performed(TO_CLOUD, Outcome.DONE, SINCE),
    "outcome-done-restored": performed(RESTORING, Outcome.DONE, reports.NOTHING_STOPS),
    "outcome-accepted": performed(TO_DIRECTORY, Outcome.ACCEPTED),
    "outcome-asked": performed(ASKING, Outcome.ACCEPTED, SINCE),
    "outcome-partly": performed(MAKE_OWNER, Outcome.PARTLY, SINCE, NOT_ALLOWED),
    "outcome-refused": performed(TO_CLOUD, Outcome.REFUSED, EARLIER, NOT_ALLOWED),
    "outcome-unknown": performed(TO_CLOUD, Outcome.UNKNOWN),
    "under-way": lambda voice: under_way(ABOUT, MARKETING, NOW, TO_DIRECTORY, voice),
    "later-shows": lambda voice: it_shows(reports.NOTHING_STOPS, None, voice),
    "photo-sync-through": lambda voice: it_is_through(OLD_PHOTO, voice),
    "photo-sync-not-yet": lambda voice: not_yet_through(OLD_PHOTO, "https://aka.ms/PillarPictureSync", voice),
    "photo-sync-confirm": lambda voice: confirm(
        About.of(OLD_PHOTO.question),
        "sharepoint_copy_is_old",
        START,
        NONCE,
        voice,
        beneath=Beneath(ways=in_sharepoint(CONTOSO_SITE)),
    ),
    "picture-refused": lambda voice: picture_refused(Refusal.HEIC, voice),
    "picture-not-fetched": lambda voice: picture_refused(None, voice),
    "photo-upload-confirm": lambda voice: confirm(
        About.of(OLD_PHOTO.question), "photo_can_be_set", UPLOAD, NONCE, voice, beneath=Beneath(PICTURE)
    ),
    "photo-remove-confirm": lambda voice: confirm(
        About.of(OLD_PHOTO.question), "photo_is_unwanted", REMOVE_PHOTO, NONCE, voice
    ),
    "photo-policy-confirm": lambda voice: confirm(
        About.of(OLD_PHOTO.question), "photo_policy_blocks", ALLOW_PHOTOS, NONCE, voice
    ),
    "later-not": lambda voice: it_does_not_show(reports.asking(Symptom.GROUP_MEMBERS), voice),
    "later-nobody-looks": lambda voice: look_yourself(reports.asking(Symptom.GROUP_MEMBERS), voice),
    "pressed-before": lambda voice: pressed_before(Outcome.DONE, ABOUT, voice),
    "working": working,
    "help": help_card,
    "about": lambda voice: about_card("Louise Holm", READ, voice, another_reader=True),
    "not-mine": not_mine,
    "not-found": lambda voice: not_found(SubjectKind.GROUP, "marketing dk", voice),
    "not-found-person": lambda voice: not_found(SubjectKind.USER, "lee", voice),
    "which-group": lambda voice: which(SubjectKind.GROUP, MEMBERS, voice),
    "which-person": lambda voice: which(SubjectKind.USER, Meant(symptom=Symptom.PHOTO_MISSING), voice),
    "no-people": no_people,
    "not-yet": lambda voice: not_yet(Symptom.PHOTO_STALE, voice),
    "nothing-there": lambda voice: nothing_there("yes", voice),
    "left-out": lambda voice: left_out(("Sales", "*Nord*"), voice),
    "unsure": lambda voice: unsure((Symptom.GROUP_EDIT, Symptom.GROUP_MEMBERS), MARKETING, voice),
    "failed-retry": lambda voice: failed("7K3Q-91", retry=True, voice=voice),
    "failed": lambda voice: failed("7K3Q-91", retry=False, voice=voice),
    "failed-after-a-change": lambda voice: failed("7K3Q-91", retry=True, changed=True, voice=voice),
    "failed-after-a-change-by-us": lambda voice: failed("7K3Q-91", retry=False, changed=True, voice=voice),
    "message-too-long": message_too_long,
    "bad-button": bad_button,
    "signed-out": signed_out,
    "signed-in": signed_in,
    "sign-in-cancelled": cancelled,
    "added": added,
    "no-account": no_account,
    "unread-picture": lambda voice: unread("picture", voice),
    "unread-file": lambda voice: unread("file", voice),
    "unread-message": lambda voice: unread("message", voice),
    "forgotten-altogether": forgotten_card,
    "sign-in": lambda voice: sign_in(HERE, voice),
    "consent": lambda voice: consent(READ, HERE, voice),
    "admin-consent": lambda voice: admin_consent(SWITCH, GRANT, voice, NONCE),
    "question-gone": question_gone,
    "noted": noted,
    "forgotten": forgotten,
    "welcome": welcome,
    "shared": lambda voice: shared(
        "Louise Holm", MARKETING, View(symptom=Symptom.GROUP_MEMBERS, entity=MARKETING), voice, ("29:1abc", "29:1def")
    ),
    "owner-request": lambda voice: owner_request(
        "Louise Holm", MARKETING, "change", "Add Søren Bang; he starts on Monday.", ACTION, NONCE, voice
    ),
    "owner-request-closed": lambda voice: owner_request_closed("done", voice),
    "request-answered": lambda voice: request_answered(MARKETING, "Mette Krogh", "done", voice),
    "request-granted": lambda voice: request_answered(MARKETING, "Mette Krogh", "done", voice, seen=True),
}
"""Name of a picture → the card."""
