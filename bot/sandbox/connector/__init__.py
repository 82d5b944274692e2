"""The Bot Connector as Teams runs it: conversations, activities both ways, and the tokens each side must show."""

from bot.sandbox.connector.board import Event
from bot.sandbox.connector.connector import Connector
from bot.sandbox.connector.conversations import Conversation
from bot.sandbox.connector.postman import Delivery

__all__ = ["Connector", "Conversation", "Delivery", "Event"]
