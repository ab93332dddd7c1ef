"""The chat page: what people see of the sandbox's world in a browser, and what they do there."""

from bot.sandbox.page.site import ChatPage

__all__ = ["ChatPage"]
