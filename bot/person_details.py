"""What about a person a question is of: which of their details, and where somebody sees it."""

from collections.abc import Mapping
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from bot.texts import Text, _


class Property(StrEnum):
    """A detail of a person, by Microsoft Graph's name for it.

    https://learn.microsoft.com/graph/api/resources/user#properties
    """

    NAME = "displayName"
    TITLE = "jobTitle"
    DEPARTMENT = "department"
    MANAGER = "manager"
    OFFICE = "officeLocation"
    PHONE = "businessPhones"
    MOBILE = "mobilePhone"
    MAIL = "mail"
    ADDRESS = "streetAddress"
    COMPANY = "companyName"
    EMPLOYEE_ID = "employeeId"
    ABOUT_ME = "aboutMe"
    SKILLS = "skills"
    BIRTHDAY = "birthday"
    INTERESTS = "interests"
    PROJECTS = "pastProjects"
    SCHOOLS = "schools"


class Place(StrEnum):
    """Where somebody sees it, as far as that makes a difference."""

    DELVE = "delve"
    TEAMS = "teams"
    OUTLOOK = "outlook"
    SHAREPOINT = "sharepoint"
    WEB_PART = "web_part"
    """A page's web part for people, or for an organisation chart."""
    ONLY_ME = "only_me"
    """Whoever asks sees it, and others don't."""


class Detail(BaseModel):
    """What was said of a person's details; strict, because a button carries it."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    property: Property | None = None
    place: Place | None = None


CALLED: Mapping[Property | None, Text] = {
    None: _("the details"),
    Property.NAME: _("the name"),
    Property.TITLE: _("the job title"),
    Property.DEPARTMENT: _("the department"),
    Property.MANAGER: _("the manager"),
    Property.OFFICE: _("the office"),
    Property.PHONE: _("the phone number"),
    Property.MOBILE: _("the mobile number"),
    Property.MAIL: _("the e-mail address"),
    Property.ADDRESS: _("the address"),
    Property.COMPANY: _("the company name"),
    Property.EMPLOYEE_ID: _("the employee number"),
    Property.ABOUT_ME: _("the text about oneself"),
    Property.SKILLS: _("the skills"),
    Property.BIRTHDAY: _("the birthday"),
    Property.INTERESTS: _("the interests"),
    Property.PROJECTS: _("the projects"),
    Property.SCHOOLS: _("the education"),
}
"""What people call it, to stand within a sentence."""

BY_ONESELF = frozenset(
    {
        Property.ABOUT_ME,
        Property.SKILLS,
        Property.BIRTHDAY,
        Property.INTERESTS,
        Property.PROJECTS,
        Property.SCHOOLS,
    }
)
"""What people fill in themselves, on their profile card.

https://support.microsoft.com/office/edit-your-profile-in-microsoft-365-e7056090-56d4-4b81-bb3f-b6af31089ebe
"""

SENSITIVE = frozenset({Property.PHONE, Property.MOBILE})
"""What only few may change of an administrator, because it may be used to prove who somebody is.

https://learn.microsoft.com/graph/api/resources/users#who-can-perform-sensitive-actions
"""
