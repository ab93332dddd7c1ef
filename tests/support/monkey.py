"""Eight people who say anything and press whatever is there, and what must hold all the same.

Citizens, two officers (one reads in private, one in a group), the admin of an agency, an admin,
somebody in the group without a right, and somebody who has not agreed to be known.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from datetime import timedelta
from typing import Any

from bot.domain.agency import AgencyCode
from bot.domain.people import InvitationKind
from bot.domain.tracking import read_tracking_number
from bot.sandbox.model.changes import Press
from bot.sandbox.model.messages import ButtonKind, Message
from bot.sandbox.people.group import Group
from bot.sandbox.people.person import Person
from tests.support.leaps import LeapingClock
from tests.support.office import UNCLEAR, files
from tests.support.said import FORGED, SAID, WORDS_AFTER
from tests.support.stage import Stage

ROADS = AgencyCode("32.01/pekerjaan-umum")
COMMANDS = (
    "start",
    "laporanku",
    "status",
    "batal",
    "bantuan",
    "help",
    "bahasa",
    "antrian",
    "riwayat",
    "undang",
    "instansi",
    "petugas",
    "cabut",
    "gabung",
    "libur",
    "template",
    "statistik",
    "lapor",
)
_NEWEST = 3
_TROUBLES = 8
_PLACES = ((-6.4817, 106.854), (-7.2575, 112.7521), (48.85, 2.35), (0.0, 0.0), (-6.2, 106.8))


class Monkey:
    """Acts, one step at a time; a number picks among what there is."""

    def __init__(self, scene: Stage, clock: LeapingClock) -> None:
        self.scene = scene
        self.clock = clock
        self.people: list[Person] = []
        self.presses: list[Press] = []
        self.group: Group | None = None
        self._album = 0

    async def arrives(self) -> None:
        """Everybody takes their place."""
        scene = self.scene
        sari, joko = await scene.citizen(), await scene.citizen("Joko", language="en")
        nita = scene.sandbox.person("<b>Nita</b> & \u202eatiN")
        budi, wati = await scene.officer(), await scene.agency_admin()
        tono, ratna = await scene.officer("Tono", ROADS), await scene.admin()
        tini = await scene.citizen("Tini")
        self.group = await scene.group("Dinas PUPR", [tono, tini], ROADS)
        self.people = [sari, joko, nita, budi, wati, tono, ratna, tini]
        for person, words in ((sari, SAID[0]), (tini, SAID[1]), (wati, UNCLEAR)):
            await files(person, words)

    async def acts(self, kind: str, who: int, pick: int) -> None:
        """Do one thing by its name."""
        await getattr(self, kind)(who, pick)

    async def tells(self, who: int, pick: int) -> None:
        """A citizen tells what is wrong."""
        person = self._free(who % 3)
        if person:
            await person.says(SAID[pick % _TROUBLES])

    async def works(self, who: int, pick: int) -> None:
        """Somebody at work presses what is before them."""
        await self.presses_newest(3 + who % 4, pick)

    async def says(self, who: int, pick: int) -> None:
        person, words = self._free(who), SAID[pick % len(SAID)]
        if person and words:
            await person.says(words, reply_to=self._answered(person, pick, private=True))

    async def says_in_group(self, who: int, pick: int) -> None:
        person, group = self.people[who], self.group
        if not self._inside(person) or group is None:
            return
        words = SAID[pick % len(SAID)]
        answered = self._answered(person, pick // 7, private=False)
        await person.says(words, reply_to=answered, chat=group, anonymous=pick % 11 == 0)

    async def commands(self, who: int, pick: int) -> None:
        person = self._free(who)
        if person is None:
            return
        name = COMMANDS[pick % len(COMMANDS)]
        words = (*WORDS_AFTER, *self._numbers())[pick // 31 :: len(COMMANDS)][:1]
        await person.says(f"/{name} {' '.join(words)}".strip())

    async def sends(self, who: int, pick: int) -> None:
        person = self._free(who)
        if person is None:
            return
        place = _PLACES[pick // 13 % len(_PLACES)]
        sends: tuple[Callable[[], Awaitable[Any]], ...] = (
            person.sends_photo,
            lambda: person.sends_photo(caption=SAID[pick % len(SAID)][:900]),
            lambda: self._sends_album(person, 2 + pick % 11),
            person.sends_document,
            lambda: person.sends_document(size=21 * 1024 * 1024),
            person.sends_video,
            person.sends_voice,
            person.sends_video_note,
            person.sends_sticker,
            person.sends_contact,
            person.sends_poll,
            lambda: person.sends_pin(*place, live=pick % 2 == 0),
            lambda: person.sends_pin(*place, reply_to=self._answered(person, pick, private=True)),
            lambda: person.forwards(SAID[pick % len(SAID)][:4000], "Pak Lurah"),
            lambda: self._edits(person, pick),
        )
        await sends[pick % len(sends)]()

    async def presses_newest(self, who: int, pick: int) -> None:
        """What a person would press: something under one of the newest messages."""
        person = self.people[who]
        shown = [m for m in self._seen(person) if m.keyboard]
        await self._press(person, shown[-_NEWEST:], pick)

    async def presses_any(self, who: int, pick: int) -> None:
        """Anything that was ever left with buttons."""
        person = self.people[who]
        await self._press(person, [m for m in self._seen(person) if m.keyboard], pick)

    async def presses_old(self, who: int, pick: int) -> None:
        """A button that was taken away since, by a client that still shows it."""
        person = self.people[who]
        old = [
            line.message
            for line in person.chat.lines
            if line.message and line.message.from_bot and line.message.keyboard
        ]
        await self._press(person, old, pick)

    async def forges(self, who: int, pick: int) -> None:
        """Data that no button bears, or that another person's button bears."""
        person = self.people[who]
        shown = [m for m in self._seen(person) if m.from_bot]
        if not shown:
            return
        others = [data for p in self.people for m in p.messages[-9:] for data in _inline(m)]
        datas = FORGED + tuple(others)
        message = shown[pick // 7 % len(shown)]
        self.presses.append(await person.presses_data(message, datas[pick % len(datas)]))

    async def uses_keyboard(self, who: int, pick: int) -> None:
        person = self._free(who)
        if person and person.chat.keyboard:
            buttons = person.chat.keyboard[1].buttons
            await person.presses(buttons[pick % len(buttons)].text, pin=_PLACES[pick % 5])

    async def blocks(self, who: int, pick: int) -> None:
        person = self.people[who]
        if person.chat.blocked:
            await person.unblocks()
        elif pick % 3 == 0 and person.chat.started:
            await person.blocks()

    async def opens_link(self, who: int, pick: int) -> None:
        """A link that was shown to somebody, spent or not."""
        links = [
            word
            for p in self.people
            for m in p.messages
            for word in m.text.split()
            if word.startswith("https://t.me/")
        ]
        person, group = self.people[who], self.group
        if not links or person.chat.blocked or group is None:
            return
        link = links[pick % len(links)]
        if "startgroup" in link and not self._inside(person):
            return
        await person.opens(link, chat=group)

    async def stirs_group(self, who: int, pick: int) -> None:
        """The bot is put out, muted, let back; the group is bound again sooner or later."""
        group, tono = self.group, self.people[5]
        if group is None:
            return
        if not group.has_bot:
            await group.adds_bot(tono)
            link = await self.scene.app.invite(InvitationKind.GROUP, ROADS)
            await tono.opens(link, chat=group)
        elif pick % 4 == 0:
            await group.removes_bot(self.people[who] if self._inside(self.people[who]) else tono)
        elif pick % 4 == 1:
            await group.silences_bot(tono)
        else:
            await group.promotes_bot(tono)

    async def lets_time_pass(self, who: int, pick: int) -> None:
        hours = (0.001, 0.01, 0.01, 1, 7, 25, 24 * 8)[pick % 7]
        self.clock.leap(timedelta(hours=hours, seconds=who))
        await asyncio.sleep(0.05)

    async def settled(self) -> None:
        """Everything is dealt with, what waits for the rest of an album or a text included."""
        async with asyncio.timeout(30):
            await self.scene.settled()

    async def has_a_way_on(self, who: int) -> str:
        """Say plain words and look for an answer; gives the end of the chat where none comes."""
        person = self.people[who]
        if person.chat.blocked:
            await person.unblocks()
        before = len(person.chat.lines)
        await person.says("Jalan berlubang di Cibinong, tolong diperbaiki")
        await self.settled()
        self.clock.leap(timedelta(seconds=2))
        await asyncio.sleep(0.01)
        await self.settled()
        since = [line for line in list(person.chat.lines)[before:] if line.message]
        answered = any(line.message and line.message.from_bot for line in since)
        waits = any("Setuju" in m.buttons for m in person.messages if m.keyboard)
        return "" if answered or waits else person.transcript()[-1500:]

    def numbers_told(self) -> set[str]:
        """Every number that the bot has ever told anybody in private."""
        lines = [line for person in self.people for line in person.chat.lines]
        told = [line.message for line in lines if line.message and line.message.from_bot]
        return {n for message in told if (n := read_tracking_number(message.text))}

    def _free(self, who: int) -> Person | None:
        person = self.people[who]
        return None if person.chat.blocked else person

    def _inside(self, person: Person) -> bool:
        return self.group is not None and self.group.chat.member(person.id) is not None

    def _seen(self, person: Person) -> list[Message]:
        """What stands before a person: their own chat, and the group for who is in it."""
        group = self.group.messages if self.group and self._inside(person) else []
        return [*group, *person.messages]

    def _answered(self, person: Person, pick: int, *, private: bool) -> Message | None:
        messages = person.messages if private else (self.group.messages if self.group else [])
        mine = [m for m in messages if m.from_bot]
        return mine[pick % len(mine)] if mine and pick % 3 == 0 else None

    def _numbers(self) -> Iterator[str]:
        for person in self.people:
            for message in person.messages[-20:]:
                if number := read_tracking_number(message.text):
                    yield number

    async def _press(self, person: Person, shown: list[Message], pick: int) -> None:
        if person.chat.blocked:
            shown = [m for m in shown if not m.chat.private]
        pairs = [(m, data) for m in shown for data in _inline(m)]
        if not pairs:
            return
        message, data = pairs[pick % len(pairs)]
        self.presses.append(await person.presses_data(message, data))

    async def _sends_album(self, person: Person, count: int) -> None:
        self._album += 1
        for number in range(count):
            data = b"%d of %d" % (number, self._album)
            await person.sends_photo(data=data, album=f"album {self._album}")

    async def _edits(self, person: Person, pick: int) -> None:
        own = [m for m in person.messages if m.sender.id == person.id and m.text and not m.media]
        if own:
            await person.edits(own[pick % len(own)], "Bukan itu maksud saya")


def _inline(message: Message) -> list[str]:
    buttons = message.keyboard.buttons if message.keyboard else ()
    return [b.value for b in buttons if b.kind is ButtonKind.CALLBACK]
