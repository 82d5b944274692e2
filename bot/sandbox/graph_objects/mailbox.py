"""The settings of a user's mailbox. https://learn.microsoft.com/graph/api/resources/mailboxsettings"""

from typing import Literal

from bot.sandbox.graph_objects.wire import ComplexValue

Day = Literal["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"]
Delivery = Literal["sendToDelegateAndInformationToPrincipal", "sendToDelegateAndPrincipal", "sendToDelegateOnly"]


class LocaleInfo(ComplexValue):
    """A language, e.g. locale `da-DK`."""

    display_name: str | None = None
    locale: str


class DateTimeTimeZone(ComplexValue):
    """A local time and the name of its time zone; the time has no offset of its own."""

    date_time: str
    time_zone: str | None = None


class AutomaticRepliesSetting(ComplexValue):
    """What the mailbox answers while its owner is away; messages are HTML."""

    external_audience: Literal["none", "contactsOnly", "all"] | None = None
    external_reply_message: str | None = None
    internal_reply_message: str | None = None
    scheduled_end_date_time: DateTimeTimeZone | None = None
    scheduled_start_date_time: DateTimeTimeZone | None = None
    status: Literal["disabled", "alwaysEnabled", "scheduled"] | None = None


class TimeZoneBase(ComplexValue):
    """A time zone by its Windows name."""

    name: str


class WorkingHours(ComplexValue):
    """When the owner works; times as `08:00:00.0000000`."""

    days_of_week: tuple[Day, ...] = ()
    end_time: str | None = None
    start_time: str | None = None
    time_zone: TimeZoneBase | None = None


class MailboxSettings(ComplexValue):
    """Everything Graph tells about how a mailbox behaves."""

    archive_folder: str | None = None
    automatic_replies_setting: AutomaticRepliesSetting | None = None
    date_format: str | None = None
    delegate_meeting_message_delivery_options: Delivery | None = None
    language: LocaleInfo | None = None
    time_format: str | None = None
    time_zone: str | None = None
    user_purpose: Literal["user", "linked", "shared", "room", "equipment", "others"] | None = None
    working_hours: WorkingHours | None = None
