"""The outbox on its way to Telegram, at Telegram's pace."""

from bot.delivery.delivery import Delivery
from bot.delivery.passage import Render
from bot.ui.screen import Rendered

__all__ = ["Delivery", "Render", "Rendered"]
