"""What Anonim hides, on a screen of its own in private."""

import html

from bot.services.revealing import Revealed
from bot.ui.screen import Screen, Slot
from bot.ui.texts import Speech


def revealed(say: Speech, revealed: Revealed) -> Screen:
    """The words that hide something, whole."""
    report = revealed.report
    words = [html.escape(text, quote=False) for text in revealed.words]
    lines = [say("case-revealed", number=report.number), *words]
    return Screen("\n\n".join(lines), slot=Slot.NOTICE, report=report.id)
