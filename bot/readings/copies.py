"""What SharePoint has of a person beside what Microsoft Entra has."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.person_details import CALLED, Detail, Place, Property
from bot.reading import Unreadable
from bot.readings.profile import IN_SHAREPOINT, Details, Manager, SharePointDetails
from bot.readings.sharepoint import CLAIM
from bot.texts import Value, _

OF_THEIR_OWN = frozenset({Place.TEAMS, Place.OUTLOOK, Place.ONLY_ME})
"""Places that SharePoint's copy explains nothing of."""


@dataclass(frozen=True, slots=True)
class Copy:
    """One detail, as each of the two has it; "" where it has none."""

    of: Property
    entra: str
    sharepoint: str

    @property
    def differs(self) -> bool:
        """Whether they aren't the same; nobody sees a difference in upper and lower case or blanks."""
        return " ".join(self.entra.split()).casefold() != " ".join(self.sharepoint.split()).casefold()


def copies(
    detail: Detail | None, details: Details, manager: Manager | Unreadable | None, profile: SharePointDetails
) -> Iterator[Copy]:
    """What is asked about, or everything SharePoint takes over; without the manager where that can't be read."""
    asked = detail.property if detail else None
    for property, key in IN_SHAREPOINT.items():
        if asked not in {None, property} or (property is Property.MANAGER and isinstance(manager, Unreadable)):
            continue
        kept = profile.said(key)
        if property is Property.MANAGER:
            above = manager.user_principal_name if isinstance(manager, Manager) else None
            yield Copy(property, above or "", kept.removeprefix(CLAIM))
        else:
            yield Copy(property, details.said(property), kept)


def differing(found: Iterator[Copy], *, cleared: bool) -> tuple[Copy, ...]:
    """Those that differ: `cleared` where Microsoft Entra has nothing any more, or where it has something else."""
    return tuple(copy for copy in found if copy.differs and (not copy.entra) is cleared)


def takes_over(detail: Detail | None) -> bool:
    """Whether SharePoint's copy has a say: its own places, of something it takes over."""
    if detail is None:
        return True
    return detail.place not in OF_THEIR_OWN and (detail.property is None or detail.property in IN_SHAREPOINT)


def manager_gap(detail: Detail | None, manager: Manager | Unreadable | None) -> Unreadable | None:
    """The manager, where that was asked about too and couldn't be read."""
    asked = detail is None or detail.property in {None, Property.MANAGER}
    return manager if asked and isinstance(manager, Unreadable) else None


def entras(found: tuple[Copy, ...]) -> Value:
    """What Microsoft Entra has of each."""
    return values(tuple((copy.of, copy.entra) for copy in found))


def sharepoints(found: tuple[Copy, ...]) -> Value:
    """What SharePoint has of each."""
    return values(tuple((copy.of, copy.sharepoint) for copy in found))


def values(found: tuple[tuple[Property, str], ...]) -> Value:
    """One value by itself, several with what they are."""
    if len(found) == 1:
        return found[0][1] or _("nothing")
    return tuple(_("{value} ({property})", value=said or _("nothing"), property=CALLED[each]) for each, said in found)
