"""The life of one report in five acts, each of which may be disturbed at any call."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.domain.agency import AgencyCode
from bot.domain.people import ChatId
from bot.domain.report import Status
from bot.domain.tracking import read_tracking_number
from bot.sandbox.model.messages import Message
from bot.sandbox.people.person import Person
from bot.sandbox.people.sight import Patience
from tests.support.office import number_in
from tests.support.stage import STREET_LIGHTS, Stage

_PATIENCE = 30.0
_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
_WORDS = "Tolong dibantu di Cibinong"
_ANSWER = "Tim kami datang hari Rabu."
_RESULT = "Lampu sudah diganti."


@dataclass(slots=True)
class Cast:
    """The people of the office; the reporter is new in each story."""

    scene: Stage
    ratna: Person
    tono: Person
    budi: Person

    @classmethod
    async def of(cls, scene: Stage) -> "Cast":
        return cls(
            scene,
            await scene.admin(),
            await scene.officer("Tono", AgencyCode("32.01/pendidikan")),
            await scene.officer("Budi", STREET_LIGHTS),
        )


@dataclass(slots=True)
class Story:
    """One report, from its first word to its closing; acts are played in their order."""

    cast: Cast
    sari: Person
    number: str = ""

    @property
    def acts(self) -> dict[str, Callable[[], Awaitable[None]]]:
        return {
            "filing": self._files,
            "sending on": self._is_sent_on,
            "overriding": self._is_overridden,
            "answering": self._is_answered,
            "closing": self._is_closed,
        }

    async def wrong(self, acts_before: list[str]) -> list[str]:
        """What is not as it should be, at the end; `acts_before` is the history to be expected."""
        found = [] if await self._all_sent() else ["something was not sent"]
        async with self.cast.scene.app.storage.reading() as unit:
            known = await unit.people.with_chat(ChatId(self.sari.id))
            reports = await unit.reports.of_reporter(known.id, 0, 9) if known else []
            if [(r.status, r.agency) for r in reports] != [
                (Status.CLOSED_BY_REPORTER, STREET_LIGHTS)
            ]:
                found.append(f"reports: {[(str(r.status), r.agency) for r in reports]}")
            if await unit.inbox.waiting(9) or await unit.inbox.parked():
                found.append("an update was left or put aside")
        read = {n for m in self.sari.messages if m.from_bot and (n := read_tracking_number(m.text))}
        if len(read) != 1:
            found.append(f"{len(read)} numbers were read")
        history = await self.history()
        if acts_before and history != acts_before:
            found.append(f"history: {history}")
        return found

    async def _all_sent(self) -> bool:
        """Wait for what Telegram has asked to be patient with, too."""
        scene = self.cast.scene
        for _ in range(100):
            await scene.settled()
            async with scene.app.storage.reading() as unit:
                if await unit.outbox.next_due(_LONG_AGO) is None:
                    return True
            await asyncio.sleep(0.1)
        return False

    async def history(self) -> list[str]:
        """What happened to the report, in the order in which it did."""
        async with self.cast.scene.app.storage.reading() as unit:
            known = await unit.people.with_chat(ChatId(self.sari.id))
            reports = await unit.reports.of_reporter(known.id, 0, 9) if known else []
            return [str(line.act) for r in reports for line in await unit.history.of_report(r.id)]

    async def _files(self) -> None:
        sari = self.sari
        await sari.says(_WORDS)
        card = await sari.hears("Laporan Anda", timeout=_PATIENCE)
        await sari.presses("Kirim", on=card)
        self.number = number_in(await sari.hears("Laporan diterima", timeout=_PATIENCE))
        await self.cast.ratna.hears(self.number, timeout=_PATIENCE)

    async def _is_sent_on(self) -> None:
        ratna = self.cast.ratna
        await ratna.presses("Cari", on=await self._finds(ratna, "Cari"))
        await ratna.hears("Tulis nama instansi", timeout=_PATIENCE)
        await ratna.says("dinas pendidikan kabupaten bogor")
        await ratna.presses("Dinas Pendidikan Kab. Bogor", timeout=_PATIENCE)
        await self.sari.hears("meneruskan laporan Anda ke Dinas Pendidikan", timeout=_PATIENCE)
        await self.cast.tono.hears(self.number, timeout=_PATIENCE)

    async def _is_overridden(self) -> None:
        ratna = self.cast.ratna
        await ratna.presses("Alihkan", on=await self._finds(ratna, "Alihkan"))
        await ratna.hears("Tulis nama instansi", timeout=_PATIENCE)
        await ratna.says("dishub kabupaten bogor")
        await ratna.presses("Dinas Perhubungan Kab. Bogor", timeout=_PATIENCE)
        await self.sari.hears("dialihkan ke Dinas Perhubungan", timeout=_PATIENCE)
        await self.cast.budi.hears(self.number, timeout=_PATIENCE)

    async def _is_answered(self) -> None:
        await self._writes("Jawab", _ANSWER)
        await self.sari.hears(_ANSWER, timeout=_PATIENCE)

    async def _is_closed(self) -> None:
        await self._writes("Selesai", _RESULT)
        await self.sari.hears("sudah selesai", timeout=_PATIENCE)
        await self.sari.presses("Sudah selesai", timeout=_PATIENCE)
        await self.sari.hears("Bagaimana layanannya", timeout=_PATIENCE)

    async def _writes(self, button: str, words: str) -> None:
        budi = self.cast.budi
        await budi.presses(button, on=await self._finds(budi, button))
        await budi.hears("ulis", timeout=_PATIENCE) if button == "Jawab" else await budi.hears(
            "Apa hasilnya", timeout=_PATIENCE
        )
        await budi.says(words)
        await budi.hears("Begini pelapor membacanya", timeout=_PATIENCE)
        await budi.presses("Kirim ke pelapor", timeout=_PATIENCE)

    async def _finds(self, person: Person, button: str) -> Message:
        """Wait for the card of this report that has a button, and ask for it where it went."""
        asked = False
        async with Patience(_PATIENCE, f"{person.name} looks for [{button}]", person.chat):
            while True:
                own = [m for m in person.messages if m.keyboard and self.number in m.text]
                for message in reversed(own):
                    if button in message.buttons:
                        return message
                    if not asked and "Kartu laporan" in message.buttons:
                        asked = True
                        await person.presses("Kartu laporan", on=message)
                await person.chat.pulse.wait()
