"""The training: ten reports, done right, done wrong, left out, and what the trainer says."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.domain.moves import Act
from bot.routing.router import Router
from bot.sandbox.page import ChatPage
from bot.sandbox.people.group import Group
from bot.sandbox.people.person import Person
from bot.sandbox.people.sight import Patience
from bot.training.course import load_course
from bot.training.performing import set_up
from bot.ui import training
from bot.ui.texts import Texts
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

    async def moves(self, who: Person, words: str, agency: str) -> None:
        """Send a report that lies wrong to another agency."""
        await self.presses(who, "Alihkan")
        await who.says(words)
        await self.presses(who, agency)

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


BACK = ("Bukan wewenang", "Wewenang instansi lain", "Tidak tahu")
GOOD = "Kami kerjakan besok pagi, lalu kami kabari."


async def three_reports_tried_wrong(course: Class) -> None:
    await course.hears("Laporan 1 dari 10")
    budi = course.person("Budi")
    await course.writes(budi, "Jawab", GOOD)
    await course.hears("saya ajukan sekali lagi", times=1)
    await course.presses(budi, "Terima")
    await course.hears("Laporan 2 dari 10")
    await course.presses(budi, *BACK)
    await course.hears("saya ajukan sekali lagi", times=2)
    await course.writes(budi, "Jawab", GOOD)
    await course.hears("Laporan 3 dari 10")
    await course.writes(budi, "Selesai", GOOD)
    await course.hears("petugas di lapangan tidak bisa berangkat")
    await course.writes(budi, "Minta kelengkapan", "Sekolah yang mana?")
    await course.hears("Dewi sudah membalas")
    await course.presses(budi, *BACK)
    await course.hears("saya ajukan sekali lagi", times=3)
    await course.writes(budi, "Minta kelengkapan", "Sekolah yang mana?")
    await course.hears("Dewi sudah membalas", times=2)
    await course.writes(budi, "Jawab", GOOD)


async def four_more_tried_wrong(course: Class) -> None:
    budi = course.person("Budi")
    await course.hears("Laporan 4 dari 10")
    await course.writes(budi, "Jawab", GOOD)
    await course.hears("laporan kembali ke admin, dan tidak hilang")
    await course.presses(budi, *BACK)
    await course.hears("Laporan 5 dari 10")
    await course.writes(budi, "Jawab", GOOD)
    await course.hears("pelapor tidak ditanya apakah masalahnya selesai")
    await course.writes(budi, "Selesai", GOOD)
    await course.hears("Laporan 6 dari 10")
    await course.writes(budi, "Minta kelengkapan", "Lampu yang mana?")
    await course.hears("saya ajukan sekali lagi", times=4)
    await course.writes(budi, "Selesai", GOOD)
    await course.hears("Bacalah apa yang masih kurang")
    await course.writes(budi, "Minta kelengkapan", "Di sisi mana?")
    await course.hears("menunggu kabar tentang lampu di sisi selatan")
    await course.writes(budi, "Jawab", GOOD)
    await course.hears("Laporan 7 dari 10")
    await course.writes(budi, "Jawab", GOOD)
    await course.hears("hanya catatan untuk rekan")
    await course.presses(budi, "Lainnya", "Catatan internal")
    await budi.says("Polisi ikut menertibkan, kepastiannya besok.")
    await course.hears("Laporan 8 dari 10")


async def an_admins_three_tried_wrong(course: Class) -> None:
    ratna = course.person("Ratna")
    await course.presses(ratna, "Kantor Kec. Cibinong")
    await course.moves(ratna, "dishub bogor", "Dinas Perhubungan Kab. Bogor")
    await course.hears("Laporan 9 dari 10")
    await course.presses(ratna, "Dinas PUPR")
    await course.moves(ratna, "lingkungan hidup bogor", "Dinas Lingkungan Hidup Kab. Bogor")
    await course.hears("Laporan 10 dari 10")
    await course.presses(ratna, "Cari")
    await ratna.says("dishub bogor")
    await course.presses(ratna, "Dinas Perhubungan Kab. Bogor")
    await course.hears("tidak boleh memeriksa dirinya sendiri")
    await course.moves(ratna, "inspektorat bogor", "Inspektorat Kab. Bogor")


async def test_the_whole_course_done_wrong_first_is_put_right_step_by_step(
    course: Class,
) -> None:
    await three_reports_tried_wrong(course)
    await four_more_tried_wrong(course)
    await an_admins_three_tried_wrong(course)
    await course.hears("Latihan selesai")

    assert "Tepat sejak awal: 0 · setelah mencoba: 10 · dilewati: 0" in course.told()


async def test_an_answer_of_two_words_is_right_with_a_piece_of_advice(course: Class) -> None:
    await course.hears("Laporan 1 dari 10")
    await course.says("Lewati")
    await course.hears("Laporan 2 dari 10")

    await course.writes(course.person("Budi"), "Jawab", "Segera diperbaiki.")
    await course.hears("Laporan 3 dari 10")

    assert "Satu saran: tulisan Anda pendek sekali." in course.told()


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


def test_the_course_has_ten_reports_and_every_act_that_officers_and_admins_must_know() -> None:
    acts = {act for lesson in COURSE for step in lesson.steps for act in step.acts}

    assert len(COURSE) == 10
    assert {Act.TAKE, Act.ASK, Act.HAND_BACK, Act.ANSWER, Act.SETTLE, Act.VERIFY} <= acts


@pytest.mark.parametrize("language", ["id", "en"])
def test_everything_that_the_trainer_may_say_of_a_step_has_its_words(language: str) -> None:
    say = Texts.load(ZoneInfo("Asia/Jakarta")).speech(language)
    steps = [step for lesson in COURSE for step in lesson.steps]

    for step in steps:
        told = (
            training.task(say, step.name, "Sari"),
            training.right(say, step.name, "Sari", [], thin=True),
            training.instead(say, step.name, "Sari", Act.ANSWER),
        )

        assert all(told)
