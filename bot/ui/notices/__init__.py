"""Puts facts from the outbox into words, in their hearer's language, as things stand when sent.

Who may read what is asked anew here: a right may have ended since the fact was written. Somebody
without a right gets no words; a card that they still have says only where the report went.
"""

from bot.domain.clock import Clock
from bot.domain.notice import Notice, NoticeKind
from bot.services.house import House
from bot.services.work import Work
from bot.ui import door
from bot.ui.notices import of_reports, of_work, to_citizens
from bot.ui.notices.hearer import Hearer, alone
from bot.ui.screen import Rendered
from bot.ui.texts import Texts
from storage.errors import NoSuchFollowUp, NoSuchPerson, NoSuchReport
from storage.unit import Unit

_KINDS = {**to_citizens.KINDS, **of_reports.KINDS, **of_work.KINDS}
_PLAIN = {
    NoticeKind.CONSENT_EXPIRED: "consent-expired",
    NoticeKind.UNBOUND: "group-unbound",
}


class Notices:
    """What delivery asks for every fact that it is about to send."""

    def __init__(self, house: House, texts: Texts, clock: Clock) -> None:
        self._house = house
        self._texts = texts
        self._clock = clock

    async def render(self, notice: Notice, unit: Unit) -> Rendered | None:
        """Give the screens for one chat; None when there is nothing to say to it any more."""
        hearer = await Hearer.of(Work(self._house, unit, self._clock.now()), notice, self._texts)
        try:
            return await _hears(hearer, notice)
        except (NoSuchReport, NoSuchFollowUp, NoSuchPerson):
            return None


async def _hears(hearer: Hearer, notice: Notice) -> Rendered | None:
    if act := _KINDS.get(notice.kind):
        return await act(hearer, notice)
    if notice.kind is NoticeKind.UNBOUND and hearer.group:
        return None
    return alone(door.plain(hearer.say, _PLAIN[notice.kind]))
