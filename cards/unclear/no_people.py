"""Somebody's account is to be deleted or brought back, which nothing here can do."""

from bot.texts import Voice, _
from cards import kit

# Unverified: the page's address is not in Microsoft's documentation.
DELETED_USERS = "https://entra.microsoft.com/#view/Microsoft_AAD_UsersAndTenants/UserManagementMenuBlade/~/DeletedUsers"
LEARN = "https://learn.microsoft.com/entra/fundamentals/users-restore"


def no_people(voice: Voice) -> kit.Card:
    """What can't be done here, who can do it, and where."""
    said = _("I can't delete people or bring them back yet, only groups.")
    who = _("A User Administrator can bring a deleted account back for 30 days, under Deleted users in Entra.")
    return kit.card(
        [
            kit.paragraph(said, voice),
            kit.paragraph(who, voice),
            kit.link(_("Open Deleted users in Entra"), DELETED_USERS, voice),
            kit.link(_("What Microsoft says about it"), LEARN, voice),
        ],
        said,
        voice,
    )
