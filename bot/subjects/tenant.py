"""The organisation itself as the subject of a question: does its directory sync run?"""

from collections.abc import Mapping
from typing import Any

from bot.model import Question, SubjectKind
from bot.reading import Readings
from bot.readings.tenant import DirectorySync
from bot.subjects.kind import Candidate, Kind, Way, Words
from bot.texts import Text, _


class TenantSubject(Kind):
    """The one organisation the person is in; it is never looked for."""

    kind = SubjectKind.TENANT
    itself = DirectorySync
    always = (DirectorySync,)
    gate = DirectorySync.scope
    words = Words(
        which=_("Which organisation is it about?"),
        field=_("Your organisation"),
        find=_("Look at your organisation"),
        which_of_these=_("Which organisation do you mean?"),
        several=lambda count, typed: _("{count} organisations fit “{entity}”.", count=count, entity=typed),
        not_found=lambda typed: _("I only see your own organisation, not “{entity}”.", entity=typed),
        hints=(),
        gone=_("I can't see your organisation."),
        gone_advice=_("Ask your IT support whether you may."),
    )

    def ways(self, typed: str) -> tuple[Way, ...]:
        """None: there is only the one."""
        return ()

    def candidate(self, hit: Mapping[str, Any], *, deleted: bool) -> Candidate | None:
        """Nothing a search could find."""
        return None

    def name(self, readings: Readings) -> str | None:
        """What the organisation is called."""
        match readings.get(DirectorySync):
            case DirectorySync(value=(organization, *_rest)):
                return organization.display_name
            case _:
                return None

    def describe(self, question: Question, readings: Readings) -> Text | None:
        """The organisation."""
        return _("Your organisation")
