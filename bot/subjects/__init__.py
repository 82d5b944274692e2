"""The kinds of directory object a question can be about; what is particular to one stands in its file."""

from collections.abc import Mapping

from bot.model import SubjectKind
from bot.subjects.group import GroupSubject
from bot.subjects.kind import Candidate, Fit, Kind, Way, Words
from bot.subjects.tenant import TenantSubject
from bot.subjects.user import UserSubject

__all__ = ["SUBJECTS", "Candidate", "Fit", "Kind", "Way", "Words"]

SUBJECTS: Mapping[SubjectKind, Kind] = {kind.kind: kind for kind in (GroupSubject(), UserSubject(), TenantSubject())}
