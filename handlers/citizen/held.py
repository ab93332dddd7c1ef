"""What waited for consent: of the greetings among it one is answered, and none before a report."""

from collections.abc import Sequence

from bot.domain.smalltalk import Talk, small_talk
from bot.telegram.incoming import heard_in
from storage.stores.inbox import InboxRow

_OPENING = {Talk.GREETING, Talk.REPORTING, Talk.PLEADING}
"""What somebody says before they come to the point; the question of consent has greeted them."""


def without_greetings(rows: Sequence[InboxRow]) -> list[InboxRow]:
    """Leave out the greetings, or all but the last where nothing else was said."""
    told = [row for row in rows if not _greets(row)]
    return told or list(rows[-1:])


def _greets(row: InboxRow) -> bool:
    heard = heard_in(row.payload)
    if heard is None or heard.attachment or heard.pin or heard.unread or heard.reply_to:
        return False
    return heard.text == "/start" or small_talk(heard.text) in _OPENING
