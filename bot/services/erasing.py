"""Erasing what is personal: at somebody's wish, when it was kept long enough, after a restore.

- A wish withdraws what is open by the normal move, so that the officers' cards tell it, and empties
  every report of that person: words, title, place, files, both sides' words on it, its PIN. The
  report stays as facts that are nobody's. Then the person is emptied too, and may begin anew.
- Others who report the same problem keep their reports and what they were told: the oldest speaks
  for an open one, and from one that is over each goes on alone.
- What an office has in its chats is emptied there as well: cards show their facts, every other
  message of the report says only that it is erased, and files are taken away. Out of a bot's reach
  are voice notes after two days, and what somebody has saved.
- Who holds an office keeps it, with name and chat, until an admin takes it away.
- A wish is in the ledger before it is committed (see storage.ledger). What the calendar erases
  needs no ledger: after a restore the same calendar erases it again.
- Withdrawing the consent alone is no different thing: without consent nothing may be kept, and
  without anything kept there is nothing left to consent to.
"""

import json
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import structlog

from bot.domain.moves import Act
from bot.domain.notice import Notice, NoticeKind, Urgency
from bot.domain.people import SYSTEM, Actor, ChatId, Person, PersonId, Role
from bot.domain.report import Erasure, Report, ReportId
from bot.services.casework import Casework
from bot.services.hearing import Hearing
from bot.services.house import House
from bot.services.moving import Mover
from bot.services.parting import keep_words
from storage.database import Storage
from storage.stores.anchors import CARD_SLOTS, FILE_SLOT, Anchor
from storage.unit import Unit

AT_ONCE = 20
"""How many reports, and how many people, the calendar erases in one unit of work."""
GONE = "erased"
"""The error of a message that waited to be sent and was about an erased report."""


@dataclass(frozen=True, slots=True)
class Erased:
    """What came of a wish."""

    reports: int
    in_office: bool
    """They hold an office and keep it."""


class Erasing:
    """Takes away, in the unit that asks for it."""

    def __init__(self, house: House, unit: Unit, now: datetime) -> None:
        self._house = house
        self._unit = unit
        self._now = now
        self._hearing = Hearing(unit, now)

    async def wish(self, person: PersonId) -> Erased:
        """Do what somebody has asked for and confirmed. Raises OSError where the ledger fails."""
        found = await self._unit.people.get(person)
        erased = await self.person(found, self._now)
        await self._unit.erasures.sign(found.chat, self._now)
        return erased

    async def person(self, person: Person, until: datetime) -> Erased:
        """Erase a person and every report that they filed until a moment."""
        mine = await self._unit.reports.filed_by(person.id, until)
        casework = Casework(self._house, self._unit, self._now)
        for report in mine:
            if report.status.is_open:
                await casework.withdraw(Actor(person.id), report.id)
        for report in mine:
            await self._report(report.id, person, Erasure.WISH)
        in_office = await self._unit.erasures.person(person, self._now)
        await self._drop_words_under_way({report.id for report in mine})
        return Erased(len(mine), in_office)

    async def expire(self) -> int:
        """Erase some of what was kept long enough, and say how much that was."""
        days = self._house.operator.retention_days
        if not days:
            return 0
        before = self._now - timedelta(days=days)
        ended = await self._unit.erasures.ended(before, AT_ONCE)
        for number in ended:
            report = await self._unit.reports.get(number)
            reporter = await self._unit.people.get(report.reporter)
            await self._report(number, reporter, Erasure.TERM)
        silent = await self._unit.erasures.silent(before, AT_ONCE)
        for person in silent:
            await self._unit.erasures.person(await self._unit.people.get(person), self._now)
        return len(ended) + len(silent)

    async def _report(self, number: ReportId, reporter: Person, why: Erasure) -> None:
        await self._let_voices_go(number)
        shown = await self._shown_to_offices(number, reporter)
        report = await self._unit.reports.get(number)
        await self._unit.examples.unlink([number])
        await self._unit.erasures.report(report, reporter, why, self._now)
        await Mover(self._unit, self._now).note(
            report, Act.ERASE, SYSTEM, Role.SYSTEM, report.status, report.agency, why
        )
        urgency = Urgency.NOTICE if why is Erasure.WISH else Urgency.ANNOUNCEMENT
        for notice in shown:
            await self._hearing.tell(notice, urgency=urgency)

    async def _let_voices_go(self, number: ReportId) -> None:
        """Let each report that this one still speaks for go on alone."""
        report = await self._unit.reports.get(number)
        mover = Mover(self._unit, self._now)
        for voice in await self._unit.reports.voices(number):
            await keep_words(self._unit, report, voice)
            alone = await self._unit.reports.save(replace(voice, joined_to=None))
            await mover.note(
                alone, Act.SPLIT, SYSTEM, Role.SYSTEM, voice.status, alone.agency, report.number
            )

    async def _shown_to_offices(self, number: ReportId, reporter: Person) -> list[Notice]:
        """What must change in the offices' chats: the newest cards, and every other message.

        What a voice said stands in messages of the report that speaks for it; whose words which of
        them bears is not known, so all are emptied, and the card says again what is still there.
        """
        notices = []
        newest: dict[tuple[ChatId, str], Anchor] = {}
        there = await self._unit.anchors.of_report(number)
        others = [each for each in there if each.slot not in CARD_SLOTS]
        for card in (each for each in there if each.slot in CARD_SLOTS):
            place = card.chat, card.slot
            if place in newest:
                others.append(newest[place])
            newest[place] = card
        kinds = {"card": NoticeKind.CARD, "admin_card": NoticeKind.ADMIN_CARD}
        for chat, slot in newest:
            notices.append(Notice(kinds[slot], chat, number))
        for main in await self._unit.erasures.beside(number):
            own = await self._reporters(main)
            around = await self._unit.anchors.of_report(main)
            others += [a for a in around if a.slot not in CARD_SLOTS and a.chat not in own]
        for each in others:
            if each.chat != reporter.chat and each.report is not None:
                about = (
                    f"{each.message}>{FILE_SLOT}" if each.slot == FILE_SLOT else str(each.message)
                )
                notices.append(Notice(NoticeKind.ERASED, each.chat, each.report, about=about))
        return notices

    async def _reporters(self, main: ReportId) -> set[ChatId]:
        """The chats of who reports the same problem."""
        together: list[Report] = [
            await self._unit.reports.get(main),
            *await self._unit.reports.voices(main),
        ]
        return {(await self._unit.people.get(each.reporter)).chat for each in together}

    async def _drop_words_under_way(self, reports: Collection[ReportId]) -> None:
        """Take back what waits to be sent or is being written about erased reports, by whomever."""
        if not reports:
            return
        await self._unit.steps.drop_about(reports)
        for row in await self._unit.outbox.waiting_screens():
            if json.loads(row.payload)["screen"].get("report") in reports:
                await self._unit.outbox.give_up(row.id, GONE, self._now)


async def follow_ledger(house: House, storage: Storage, now: datetime) -> int:
    """Do again the erasures that this database does not know of, and say how many it did.

    It knows all of them unless it was restored from a copy, or the program died in the middle.
    """
    async with storage.reading() as unit:
        owed = await unit.erasures.owed()
        named = await unit.erasures.named_by(owed) if owed else []
    if not owed:
        return 0
    for number, at in named:
        async with storage.unit() as unit:
            person = await unit.people.get(number)
            await Erasing(house, unit, now).person(person, at)
    async with storage.unit() as unit:
        await unit.erasures.follow(max(wish.at for wish in owed))
    structlog.get_logger("erasing").info("ledger followed", lines=len(owed), people=len(named))
    return len(named)
