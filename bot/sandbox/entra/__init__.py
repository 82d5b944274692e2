"""Microsoft Entra ID as far as the bot meets it: tokens, consent, pages, and errors in Microsoft's shape."""

from bot.sandbox.entra.entra import Entra
from bot.sandbox.entra.registration import AppRegistration

__all__ = ["AppRegistration", "Entra"]
