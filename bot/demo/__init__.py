"""A server full of people in a browser page, with the real bot and a real case in it, and no Discord."""

from bot.demo._serving import running, serve

__all__ = ["running", "serve"]
