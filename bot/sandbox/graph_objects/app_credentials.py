"""How an app proves who it is; never the secret itself."""

from bot.sandbox.graph_objects.wire import ComplexValue, Guid, Timestamp


class KeyCredential(ComplexValue):
    """A certificate. https://learn.microsoft.com/graph/api/resources/keycredential"""

    custom_key_identifier: str | None = None
    display_name: str | None = None
    end_date_time: Timestamp | None = None
    key: None = None
    key_id: Guid
    start_date_time: Timestamp | None = None
    type: str | None = None
    usage: str | None = None


class PasswordCredential(ComplexValue):
    """A client secret; Graph shows its text once, when it is made.

    https://learn.microsoft.com/graph/api/resources/passwordcredential
    """

    custom_key_identifier: str | None = None
    display_name: str | None = None
    end_date_time: Timestamp | None = None
    hint: str | None = None
    key_id: Guid
    secret_text: None = None
    start_date_time: Timestamp | None = None
