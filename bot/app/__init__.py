"""The composition root: what one deployment is made of, put together."""

from bot.app.running import Bot, running

__all__ = ["Bot", "running"]
