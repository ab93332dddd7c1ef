"""The training: ten reports, done right, done wrong, left out, and what the trainer says."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.domain.moves import Act
from bot.routing.router import Router
from bot.sandbox.page import ChatPage
from bot.sandbox.people.group import Group
from bot.sandbox.people.person import Person
from bot.sandbox.people.sight import Patience
from bot.training.course import load_course
from bot.training.performing import set_up
from tests.support.stage import Stage, stage

COURSE = load_course()


@dataclass(slots=True)
class Class:
    """A learner before the page: the trainer's chat, and whoever they play."""

    scene: Stage
    trainer: Group
    page: ChatPage

    def person(self, name: str) -> Person:
        world = self.scene.sandbox.world
        user = next(user for user in world.users.values() if user.name == name)
        return Person(world, user)

    def told(self) -> str:
        """Everything that the trainer has said."""
        return "\n".join(message.text for message in self.trainer.messages)

    async def hears(self, text: str, times: int = 1) -> None:
        """Wait until the trainer has said something so often."""
        async with Patience(20, f"the learner waits for {text!r}", self.trainer.chat):
            while self.told().count(text) < times:
                await self.trainer.chat.pulse.wait()

    async def says(self, text: str) -> None:
        await self.person("Budi").says(text, chat=self.trainer)

    async def writes(self, who: Person, button: str, words: str) -> None:
        """Press a button of the newest card, write, and send it to the reporter."""
        await self.presses(who, button)
        await who.says(words)
        await self.presses(who, "Kirim ke pelapor")

    async def presses(self, who: Person, *labels: str) -> None:
        for label in labels:
            await self.scene.settled()
            await who.presses(label)
        await self.scene.settled()


@pytest.fixture
async def course(tmp_path: Path, router: Router) -> AsyncIterator[Class]:
    async with stage(tmp_path, router) as scene, asyncio.TaskGroup() as tasks:
        page = ChatPage(scene.sandbox, title="SP4N-LAPOR!")
        trainer = await set_up(scene.sandbox, scene.app, page, "id")
        group = next(chat for chat in scene.sandbox.world.chats.values() if chat.title == "Pelatih")
        running = tasks.create_task(trainer.run(COURSE))
        yield Class(scene, Group(scene.sandbox.world, group), page)
        running.cancel()


async def officers_part(course: Class) -> None:
    """The first seven reports, each step as it is wanted."""
    await course.hears("Laporan 1 dari 10")
    budi = course.person("Budi")
    await course.presses(budi, "Terima")
    await course.hears("Laporan 2 dari 10")
    await course.writes(budi, "Jawab", "Teknisi kami memperbaikinya sore ini juga.")
    await course.hears("Laporan 3 dari 10")
    await course.writes(budi, "Minta kelengkapan", "Rambu di dekat sekolah yang mana, Bu?")
    await course.hears("Dewi sudah membalas")
    await course.writes(budi, "Jawab", "Rambunya kami pasang lagi hari Kamis.")
    await course.hears("Laporan 4 dari 10")
    await course.presses(budi, "Bukan wewenang", "Wewenang instansi lain", "Tidak tahu")
    await course.hears("Laporan 5 dari 10")
    await course.writes(budi, "Selesai", "Zebra cross sudah kami cat ulang tadi pagi.")
    await course.hears("Laporan 6 dari 10")
    await course.writes(budi, "Selesai", "Lampunya sudah kami ganti semalam.")
    await course.hears("Bacalah apa yang masih kurang")
    await course.writes(budi, "Jawab", "Sisi selatan kami kerjakan besok pagi.")
    await course.hears("Laporan 7 dari 10")
    await course.presses(budi, "Lainnya", "Catatan internal")
    await budi.says("Polisi ikut menertibkan, kepastiannya besok.")
    await course.hears("Laporan 8 dari 10")


async def test_the_whole_course_done_right_is_praised_and_ends_with_a_summary(
    course: Class,
) -> None:
    await officers_part(course)
    ratna = course.person("Ratna")

    await course.presses(ratna, "Dinas Perhubungan")
    await course.hears("Laporan 9 dari 10")
    await course.presses(ratna, "Dinas Lingkungan Hidup")
    await course.hears("Laporan 10 dari 10")
    await course.presses(ratna, "Setujui")
    await course.hears("Latihan selesai")

    told = course.told()
    assert "Tepat sejak awal: 10 · setelah mencoba: 0 · dilewati: 0" in told
    assert sum(told.count(word) for word in ("Tepat.", "Tepat:", "Langkahnya tepat.")) == 12
    assert "Yang dibaca Pak Harun:\nLPR-" in told
    assert "“Teknisi kami memperbaikinya sore ini juga.”" in told
    assert "Mbak Lina tidak membaca apa-apa dari langkah ini." in told
    assert "dialihkan ke Dinas PUPR Kab. Bogor" in told


async def test_what_was_wrong_is_put_right_and_tried_again(course: Class) -> None:
    await course.hears("Laporan 1 dari 10")
    budi = course.person("Budi")
    await course.writes(budi, "Jawab", "Segera.")
    await course.hears("belum yang diminta")
    await course.hears("Laporan yang sama saya ajukan sekali lagi")
    await course.presses(budi, "Terima")
    await course.hears("Laporan 2 dari 10")
    await course.presses(budi, "Bukan wewenang", "Wewenang instansi lain", "Tidak tahu")
    await course.hears("Laporan yang sama saya ajukan sekali lagi", times=2)
    await course.writes(budi, "Jawab", "Segera diperbaiki.")

    await course.hears("Laporan 3 dari 10")

    told = course.told()
    assert "Yang diminta kali ini hanya menerima" in told
    assert "Satu saran: tulisan Anda pendek sekali." in told


async def test_hints_are_given_and_reports_left_out(course: Class) -> None:
    await course.hears("Laporan 1 dari 10")

    await course.says("Petunjuk")
    await course.hears("Yang diminta kali ini hanya menerima")
    await course.says("apa kabar")
    await course.hears("Pekerjaannya di chat Budi")
    for number in range(2, 11):
        await course.says("Lewati")
        await course.hears(f"Laporan {number} dari 10")
    await course.says("Lewati")
    await course.hears("Latihan selesai")

    assert "Yang dilewati: laporan 1, 2, 3, 4, 5, 6, 7, 8, 9, 10." in course.told()

    await course.says("Ulangi dari awal")
    await course.hears("Laporan 1 dari 10", times=2)


async def test_an_admins_wrong_choice_is_moved_and_then_right(course: Class) -> None:
    for number in range(1, 10):
        await course.hears(f"Laporan {number} dari 10")
        await course.says("Lewati")
    await course.hears("Laporan 10 dari 10")
    ratna = course.person("Ratna")

    await course.presses(ratna, "Cari")
    await ratna.says("dishub bogor")
    await course.presses(ratna, "Dinas Perhubungan Kab. Bogor")
    await course.hears("tidak boleh memeriksa dirinya sendiri")
    await course.presses(ratna, "Alihkan")
    await ratna.says("inspektorat bogor")
    await course.presses(ratna, "Inspektorat Kab. Bogor")
    await course.hears("Latihan selesai")

    assert "setelah mencoba: 1" in course.told()


def test_the_course_has_ten_reports_and_every_act_that_officers_and_admins_must_know() -> None:
    acts = {act for lesson in COURSE for step in lesson.steps for act in step.acts}

    assert len(COURSE) == 10
    assert {Act.TAKE, Act.ASK, Act.HAND_BACK, Act.ANSWER, Act.SETTLE, Act.VERIFY} <= acts
