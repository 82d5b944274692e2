"""The person's mailbox, as far as it says where it is."""

from bot.reading import Ids, Reading
from bot.texts import _


class MailboxSettings(Reading):
    """The asker's own mailbox; 404 when it isn't in Exchange Online. Nobody's but one's own may be asked for so.

    https://learn.microsoft.com/graph/api/user-get-mailboxsettings
    """

    path = "/me/mailboxSettings"
    scope = "MailboxSettings.Read"
    words = _("where the mailbox is")

    user_purpose: str | None = None

    @classmethod
    def known(cls, ids: Ids) -> "MailboxSettings | None":
        """Nothing to ask about others."""
        return None if ids.subject == ids.asker else cls()
