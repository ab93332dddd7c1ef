"""Scenes that print golden transcripts: what people read, word for word, in every language.

`python -m tests.scenes.golden` writes them anew, for a person to read as dialogue.
"""

import asyncio
import re
import sys
import tempfile
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.demo import AheadClock
from bot.domain.people import InvitationKind
from bot.routing.router import Router
from bot.sandbox.model.messages import Message
from bot.sandbox.people.group import Group
from bot.sandbox.people.person import Person
from bot.ui.texts import Speech, Texts
from tests.scenes import (
    golden_clocks,
    golden_keywords,
    golden_numbers,
    golden_office,
    golden_own_data,
    golden_partnering,
    golden_topics,
    golden_training,
    golden_voices,
    golden_words,
)
from tests.support.stage import STREET_LIGHTS, Stage, stage
from tests.support.steady import toasts_after_presses, without_passing_states

FOLDER = Path(__file__).parent / "transcripts"
LANGUAGES = ("id", "en")
WIB = ZoneInfo("Asia/Jakarta")
MONDAY = datetime(2026, 11, 23, 9, 12, tzinfo=WIB)
LAMP = "Lampu jalan mati di depan SDN 3 Cibinong sejak Senin"
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c636060"
    "6060000000050001a5f645400000000049454e44ae426082"
)


@dataclass(slots=True)
class Play:
    """A scene in one language; labels are named by their keys in the texts."""

    stage: Stage
    say: Speech
    say_in_groups: Speech
    chats: list[Person | Group]
    preludes: dict[int, str]
    """What stood in a chat before the scene began: links and consents."""

    async def person(self, name: str) -> Person:
        """Somebody who has agreed already; the transcript begins after that."""
        person = await self.newcomer(name)
        await self.says(person, "/start")
        await self.presses(person, "button-agree")
        self.begins(person)
        return person

    async def newcomer(self, name: str) -> Person:
        person = self.stage.sandbox.person(name, language=self.say.language)
        self.chats.append(person)
        return person

    async def admin(self, name: str = "Ratna") -> Person:
        person = await self.person(name)
        await person.opens(await self.stage.app.invite(InvitationKind.ADMIN))
        await self.stage.settled()
        self.begins(person)
        return person

    def begins(self, chat: Person | Group) -> None:
        """Leave out of the transcript what a chat has seen so far."""
        self.preludes[chat.id] = chat.transcript()

    async def office(self, *names: str) -> tuple[Group, list[Person]]:
        """The agency's group with its officers."""
        people = []
        for name in names or ("Budi",):
            officer = await self.person(name)
            link = await self.stage.app.invite(InvitationKind.OFFICER, STREET_LIGHTS)
            await officer.opens(link)
            await self.stage.settled()
            self.begins(officer)
            people.append(officer)
        group = await self.stage.group("Dishub Kab. Bogor", people)
        self.chats.append(group)
        self.begins(group)
        return group, people

    async def says(
        self,
        person: Person,
        text: str,
        *,
        to: Message | None = None,
        chat: Group | None = None,
    ) -> None:
        await person.says(text, reply_to=to, chat=chat)
        await self.stage.settled()

    async def shows(self, person: Person, count: int = 1) -> None:
        """Send photos, more than one as an album."""
        for number in range(count):
            await person.sends_photo(
                data=PICTURE + bytes([number]), album="album" if count > 1 else None
            )
        await self.stage.settled()
        await asyncio.sleep(1.6)
        await self.stage.settled()

    async def presses(
        self, person: Person, key: str, *, chat: Group | None = None, label: str = ""
    ) -> None:
        say = self.say_in_groups if chat else self.say
        await person.presses(label or str(say(key)), chat=chat)
        await self.stage.settled()

    def label(self, key: str, **words: str) -> str:
        return str(self.say(key, **words))

    async def files(self, person: Person, words: str = LAMP) -> None:
        await self.says(person, words)
        await self.presses(person, "button-send")

    def transcript(self) -> str:
        """Every chat of the scene, one after another, with what is random made the same."""
        parts = []
        for chat in self.chats:
            title = chat.title if isinstance(chat, Group) else chat.name
            told = chat.transcript().removeprefix(self.preludes.get(chat.id, "")).strip()
            if told:
                parts.append(f"## {title}\n\n{toasts_after_presses(told)}\n")
        text = without_passing_states("\n".join(parts))
        text = re.sub(r"LPR-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3}", "LPR-7K3M-9QXD-4TC", text)
        text = re.sub(r"LPR-[0-9A-Z-]*…", "LPR-7K3M…", text)
        text = re.sub(r"(?<![\w-])\d{6}(?![\w-])", "314159", text)
        text = re.sub(r"start=[\w-]+", "start=TOKEN", text)
        text = re.sub(r"\b[0-9a-f]{8}\+", "7c3f91d2+", text)
        return re.sub(
            r"\b09[.:]1\d\b", "09.12", re.sub(r"(/start(?:@\w+)?) \S+", r"\1 TOKEN", text)
        )


Scene = Callable[[Play], Awaitable[None]]


async def first_contact(play: Play) -> None:
    sari = await play.newcomer("Sari")
    await play.says(sari, LAMP)
    await play.presses(sari, "button-read")
    await play.presses(sari, "button-agree")
    await play.presses(sari, "button-send")


async def consent_declined(play: Play) -> None:
    sari = await play.newcomer("Sari")
    await play.says(sari, LAMP)
    await play.presses(sari, "button-decline")


async def one_message_one_tap(play: Play) -> None:
    await play.office()
    sari = await play.person("Sari")
    await play.files(sari)


async def where_is_it(play: Play) -> None:
    sari = await play.person("Sari")
    await play.says(sari, "Sampah menumpuk sejak kemarin")
    await play.says(sari, "bogor")
    await play.presses(sari, "", label="Kab. Bogor")


async def place_unknown(play: Play) -> None:
    sari = await play.person("Sari")
    await play.says(sari, "Lampu jalan mati sejak kemarin")
    await play.says(sari, "dekat warung pak haji")
    await play.presses(sari, "button-place-unknown")
    await play.presses(sari, "button-send")


async def pictures_first(play: Play) -> None:
    sari = await play.person("Sari")
    await play.shows(sari, 3)
    await play.says(sari, LAMP)


async def not_sure(play: Play) -> None:
    sari = await play.person("Sari")
    await play.says(sari, "Tolong dibantu di Cibinong")
    await play.presses(sari, "button-pick-agency")
    await play.presses(sari, "button-search-agency")
    await play.says(sari, "dishub bogor")


async def danger(play: Play) -> None:
    sari = await play.person("Sari")
    await play.says(sari, "Ada kebakaran di pasar Cibinong")


async def an_accusation(play: Play) -> None:
    await play.admin()
    sari = await play.person("Sari")
    await play.files(sari, "Petugas dukcapil Kabupaten Bogor minta uang 200 ribu untuk KTP")


async def a_child_is_hurt(play: Play) -> None:
    sari = await play.person("Sari")
    await play.says(sari, "Anak tetangga saya di Cibinong sering dipukuli ayahnya")


async def the_switches(play: Play) -> None:
    group, _ = await play.office()
    assert group
    sari = await play.person("Sari")
    await play.says(sari, f"{LAMP}. Nomor saya 0812-3456-7890")
    no = play.label("word-no")
    await play.presses(sari, "", label=play.label("button-anonymous", state=no))
    await play.presses(sari, "", label=play.label("button-secret", state=no))
    await play.presses(sari, "button-send")


async def change_the_draft(play: Play) -> None:
    sari = await play.person("Sari")
    await play.says(sari, LAMP)
    await play.presses(sari, "button-edit")
    await play.presses(sari, "button-edit-when")
    await play.says(sari, "seminggu yang lalu")
    await play.presses(sari, "button-edit")
    await play.presses(sari, "button-edit-class")
    await play.presses(sari, "class-wish")
    await play.says(sari, "/batal")
    await play.presses(sari, "button-cancel-sure")


async def answered(play: Play) -> None:
    group, (budi,) = await play.office()
    sari = await play.person("Sari")
    await play.files(sari)
    await play.presses(budi, "button-take", chat=group)
    await play.says(budi, "Petugas mengganti lampu besok pagi.", to=group.latest, chat=group)
    await play.presses(budi, "button-send-reporter", chat=group)
    await play.says(sari, "Terima kasih, kami tunggu.", to=sari.latest)


async def asked_for_more(play: Play) -> None:
    group, (budi,) = await play.office()
    sari = await play.person("Sari")
    await play.files(sari)
    await play.presses(budi, "button-ask", chat=group)
    await play.says(budi, "Tiang yang sebelah mana?", to=group.latest, chat=group)
    await play.presses(budi, "button-send-reporter", chat=group)
    await play.says(sari, "Yang di kiri gerbang.", to=sari.latest)


async def not_ours(play: Play) -> None:
    ratna = await play.admin()
    group, (budi,) = await play.office()
    sari = await play.person("Sari")
    await play.files(sari)
    await play.presses(budi, "button-hand-back", chat=group)
    await play.presses(budi, "button-back-o", chat=group)
    await play.presses(budi, "button-search", chat=group)
    await play.says(budi, "dinas pu bogor", to=group.latest, chat=group)
    screen = next(m for m in reversed(group.messages) if m.keyboard)
    await play.presses(budi, "", label=screen.buttons[0], chat=group)
    await play.presses(ratna, "", label="Dinas PUPR Kab. Bogor")


async def solved_at_last(play: Play) -> None:
    group, (budi,) = await play.office()
    sari = await play.person("Sari")
    await play.files(sari)
    for words in ("Lampu sudah diganti.", "Kabelnya juga sudah diperbaiki."):
        await play.presses(budi, "button-settle", chat=group)
        await play.says(budi, words, to=group.latest, chat=group)
        await play.presses(budi, "button-send-reporter", chat=group)
        if words.startswith("Lampu"):
            await play.presses(sari, "button-unsolved")
            await play.says(sari, "Masih berkedip.")
    await play.presses(sari, "button-solved")
    await play.presses(sari, "", label="5")
    await play.says(sari, "Petugasnya ramah.")


async def a_loose_sentence(play: Play) -> None:
    sari = await play.person("Sari")
    await play.files(sari)
    await play.says(sari, "Sekarang dua lampu yang mati")
    await play.presses(sari, "", label="Lampu jalan mati")
    await play.says(sari, "/laporanku")


async def a_strangers_number(play: Play) -> None:
    sari, joni = await play.person("Sari"), await play.person("Joni")
    await play.files(sari)
    number = re.search(r"LPR-\S+", sari.transcript())
    assert number
    await play.says(joni, f"/status {number[0].strip('`')}")
    await play.presses(sari, "button-pin")
    pin = re.search(r": (\d{6})", sari.latest.text if sari.latest else "")
    assert pin
    await play.says(joni, f"{number[0].strip('`')} {pin[1]}")


async def two_officers_at_once(play: Play) -> None:
    group, (budi, wati) = await play.office("Budi", "Wati")
    sari = await play.person("Sari")
    await play.files(sari)
    card = group.screen
    assert card
    assert card.keyboard
    take = card.keyboard.buttons[0].value
    for officer in (budi, wati):
        await officer.presses_data(card, take)
        await play.stage.settled()
    assert (await wati.answered()).text


async def information(play: Play) -> None:
    sari = await play.person("Sari")
    await play.files(sari, "Permohonan informasi dan program magang di Lemhannas RI")


async def a_wish(play: Play) -> None:
    sari = await play.person("Sari")
    await play.files(sari, "Saya ingin ada taman bermain anak di Kecamatan Cibinong, Bogor")


async def nobody_there_yet(play: Play) -> None:
    ratna = await play.admin()
    sari = await play.person("Sari")
    await play.files(sari)
    await play.presses(ratna, "button-answer")
    await play.says(ratna, "Kata Dishub, lampu diganti hari Kamis.", to=ratna.latest)
    await play.presses(ratna, "button-send-reporter")


async def withdrawn(play: Play) -> None:
    sari = await play.person("Sari")
    await play.files(sari)
    await play.presses(sari, "button-view")
    await play.presses(sari, "button-withdraw")
    await play.presses(sari, "button-withdraw-sure")


SCENES: tuple[Scene, ...] = (
    first_contact,
    consent_declined,
    one_message_one_tap,
    where_is_it,
    place_unknown,
    pictures_first,
    not_sure,
    danger,
    an_accusation,
    a_child_is_hurt,
    the_switches,
    change_the_draft,
    answered,
    asked_for_more,
    not_ours,
    solved_at_last,
    a_loose_sentence,
    a_strangers_number,
    two_officers_at_once,
    information,
    a_wish,
    nobody_there_yet,
    withdrawn,
    *golden_keywords.SCENES,
    *golden_voices.SCENES,
    *golden_words.SCENES,
    *golden_office.SCENES,
    *golden_partnering.SCENES,
    *golden_topics.SCENES,
    *golden_clocks.SCENES,
    *golden_numbers.SCENES,
    *golden_training.SCENES,
    *golden_own_data.SCENES,
)


async def played(scene: Scene, language: str, router: Router, folder: Path) -> str:
    """Play a scene and give its transcript."""
    begin = golden_clocks.BEGINS.get(scene, MONDAY)
    async with stage(folder, router, clock=AheadClock(begin)) as ready:
        texts = Texts.load(WIB)
        play = Play(ready, texts.speech(language), texts.speech(texts.default), [], {})
        await scene(play)
        return play.transcript()


def path_of(scene: Scene, language: str) -> Path:
    return FOLDER / language / f"{scene.__name__}.md"


async def write_all(only: str = "") -> None:
    router = Router.load()
    for language in LANGUAGES:
        for scene in SCENES:
            path = path_of(scene, language)
            if only not in path.stem:
                continue
            with tempfile.TemporaryDirectory() as folder:
                text = await played(scene, language, router, Path(folder))
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
            print(path.relative_to(FOLDER))  # noqa: T201 - it is a command


if __name__ == "__main__":
    asyncio.run(write_all(*sys.argv[1:2]))
