"""The chat page: Teams as far as one needs it to try the bot, in a browser, without Teams."""

from bot.sandbox.page.chat import ChatPage

__all__ = ["ChatPage"]
