"""Buttons that are old, forged, pressed twice or by the wrong person: answered, and harmless."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.domain.people import ChatId
from bot.sandbox.model.messages import Button, Message
from bot.sandbox.model.wire import user_json
from bot.sandbox.people.person import Person
from bot.ui.buttons import BUTTONS
from tests.support.odd import draft_words, from_bot, reports_of, unharmed
from tests.support.office import LAMP, card_in, files, told
from tests.support.stage import Stage

_HUGE = "9" * 40


@pytest.fixture(autouse=True)
async def _unharmed(scene: Stage) -> AsyncIterator[None]:
    yield
    await unharmed(scene)


@pytest.mark.parametrize(
    "data",
    [
        "",
        "x",
        ":::::",
        "d",
        "d:1",
        "d:1:s:s:s:s",
        "d:eins:s",
        f"d:{_HUGE}:s",
        "c:vielleicht",
        "r:-1:v",
        f"r:{_HUGE}:v",
        "a:1:o",
        "aq:0",
        "ai:officer:32.01/perhubungan",
        "ai:admin:-",
        f"av:{_HUGE}:-",
        "gl:1:32.01/perhubungan",
        "gi:32.01/perhubungan",
        "o:1:t",
        f"oq:{_HUGE}",
        "oq:-5",
        "oc:1:s",
        f"m:{_HUGE}",
        "m:-7",
        "ag:../../etc/passwd",
        "💥" * 16,
    ],
)
async def test_a_forged_button_is_answered_and_lets_nobody_in(scene: Stage, data: str) -> None:
    sari = await scene.citizen()
    await sari.says(LAMP)
    card = await sari.hears("Laporan Anda")

    press = await sari.presses_data(card, data)
    await sari.answered()
    await scene.settled()

    assert press.text or await sari.hears(timeout=0.1)
    assert await draft_words(scene, sari) == LAMP
    assert await _rights(scene, sari) == []


@pytest.mark.parametrize("tag", [button.tag for button in BUTTONS])
async def test_no_number_in_any_button_is_too_large_to_be_refused(scene: Stage, tag: str) -> None:
    ratna = await scene.admin()
    bearing = from_bot(ratna)[-1]

    for value in ("0", "-1", str(2**63), "1" + "0" * 30):
        for more in ("", ":0", f":{value}", ":x", ":a", ":s", ":32.01/perhubungan"):
            await ratna.presses_data(bearing, f"{tag}:{value}{more}")
            await ratna.answered()

    await unharmed(scene)


async def test_reports_of_others_cannot_be_reached_by_forged_buttons(scene: Stage) -> None:
    sari, joko = await scene.citizen(), await scene.citizen("Joko")
    number = await files(sari)
    (report,) = await reports_of(scene, sari)

    for act in "vapsuwy":
        await joko.presses_data(from_bot(joko)[-1], f"r:{report.id}:{act}")
        await joko.answered()
    for data in (f"rr:{report.id}:1", f"l:{report.id}", f"o:{report.id}:o", f"a:{report.id}:o"):
        await joko.presses_data(from_bot(joko)[-1], data)
        await joko.answered()
    await scene.settled()

    assert number not in told(joko)
    assert "Lampu" not in told(joko)
    assert (await reports_of(scene, sari)) == [report]


async def test_an_agency_that_does_not_exist_cannot_be_chosen(scene: Stage) -> None:
    sari = await scene.citizen()
    await sari.says(LAMP)
    card = await sari.hears("Laporan Anda")
    token = _data(card, "Kirim").split(":")[1]

    await sari.presses_data(card, f"da:{token}:99.99/khayalan")
    answer = await sari.hears("tidak ada di daftar")
    await sari.presses("Kirim")
    await sari.hears("Laporan diterima")

    assert "Cari dengan nama lain" in answer.text


@pytest.mark.parametrize("days", ["-1", "99999", "1000000000000"])
async def test_a_day_that_never_was_cannot_be_chosen(scene: Stage, days: str) -> None:
    sari = await scene.citizen()
    await sari.says("Lampu jalan mati di Cibinong")
    card = await sari.hears("Laporan Anda")
    token = _data(card, "Kirim").split(":")[1]

    await sari.presses_data(card, f"dw:{token}:{days}")
    await sari.hears("Tombol ini sudah lama")
    newest = await sari.hears("Laporan Anda")

    assert "Waktu:" not in newest.text


async def test_what_is_ones_own_is_not_shown_in_a_group_by_a_forged_button(scene: Stage) -> None:
    budi = await scene.officer()
    sari = await scene.citizen()
    group = await scene.group("Dishub Kab. Bogor", [budi, sari])
    number = await files(sari)
    card = await card_in(scene, group, number)
    await sari.says("Lampu jalan kedua juga mati di Cibinong, tolong dicek")
    await sari.hears("laporan yang mana")
    (report,) = await reports_of(scene, sari)

    for data in (f"r:{report.id}:p", f"r:{report.id}:v", "m:0", "l:0", "s:en", "c:y", "bogus"):
        press = await sari.presses_data(card, data)
        await sari.answered()
        await scene.settled()
        assert press.alert, data

    assert "PIN untuk" not in "\n".join(m.text for m in group.messages)
    assert "kedua" not in "\n".join(m.text for m in group.messages)


async def test_an_admins_desk_does_not_open_in_a_group(scene: Stage) -> None:
    ratna, budi = await scene.admin(), await scene.officer()
    group = await scene.group("Dishub Kab. Bogor", [budi, ratna])
    sari = await scene.citizen()
    number = await files(sari, LAMP, "Rahasia")
    card = await card_in(scene, group, number)
    (report,) = await reports_of(scene, sari)

    for data in (f"a:{report.id}:o", "aq:0", "ag:32.01/perhubungan", "ai:admin:-", "oq:0"):
        press = await ratna.presses_data(card, data)
        await ratna.answered()
        await scene.settled()
        assert press.alert, data

    in_group = "\n".join(m.text for m in group.messages)
    assert "SDN 3" not in in_group
    assert "t.me/" not in in_group


async def test_consent_pressed_twice_is_given_once(scene: Stage) -> None:
    sari = scene.sandbox.person("Sari")
    await sari.says(LAMP)
    asked = await sari.hears("Setuju?")
    yes = _data(asked, "Setuju")

    await asyncio.gather(*(sari.presses_data(asked, yes) for _ in range(3)))
    await sari.hears("Laporan Anda")
    await scene.settled()

    cards = [m for m in from_bot(sari) if m.text.startswith("Laporan Anda")]
    assert len(cards) == 1
    assert await draft_words(scene, sari) == LAMP


async def test_tidak_by_somebody_who_has_agreed_shows_where_they_are(scene: Stage) -> None:
    sari = scene.sandbox.person("Sari")
    await sari.says(LAMP)
    asked = await sari.hears("Setuju?")
    no = _data(asked, "Tidak")
    await sari.presses("Setuju")
    await sari.hears("Laporan Anda")

    await sari.presses_data(asked, no)
    await sari.hears("Tombol ini sudah lama")
    await sari.hears("Laporan Anda")

    assert await draft_words(scene, sari) == LAMP


async def test_an_old_card_shows_the_newest_state(scene: Stage) -> None:
    sari = await scene.citizen()
    await sari.says(LAMP)
    card = await sari.hears("Laporan Anda")
    send = _data(card, "Kirim")
    await sari.presses("Kirim")
    await sari.hears("Laporan diterima")

    await sari.presses_data(card, send)
    await sari.hears("Tombol ini sudah lama")
    newest = await sari.hears("Dikirim")

    assert newest.buttons
    assert len(await reports_of(scene, sari)) == 1


async def test_a_message_that_telegram_shows_no_more_can_still_be_pressed(scene: Stage) -> None:
    sari = await scene.citizen()
    await sari.says(LAMP)
    card = await sari.hears("Laporan Anda")
    press = scene.sandbox.world.press(sari.user, card, "Kirim", "unheard")
    gone = {"chat": {"id": sari.id, "type": "private"}, "message_id": card.id, "date": 0}
    scene.sandbox.updates.add(
        "callback_query",
        {
            "id": press.id,
            "from": user_json(sari.user),
            "message": gone,
            "chat_instance": "1",
            "data": _data(card, "Kirim"),
        },
        ("person", sari.id),
    )
    await scene.settled()

    assert len(await reports_of(scene, sari)) == 1


async def test_words_for_a_report_that_was_closed_meanwhile_are_kept(scene: Stage) -> None:
    sari = await scene.citizen()
    number = await files(sari)
    receipt = next(m for m in sari.messages if "Laporan diterima" in m.text)
    await sari.presses("Tambah keterangan")
    await sari.hears("Apa yang ingin Anda tambahkan")
    (report,) = await reports_of(scene, sari)
    await sari.presses_data(receipt, f"r:{report.id}:y")
    await sari.hears("sudah ditarik")

    await sari.says("Tiangnya sekarang juga miring di Cibinong", reply_to=receipt)
    await sari.hears("sudah berubah")
    await sari.hears(number)
    await sari.presses("Laporan baru")
    card = await sari.hears("Laporan Anda")

    assert "Tiangnya sekarang juga miring" in card.text


async def test_a_question_about_what_is_over_does_not_swallow_the_next_words(scene: Stage) -> None:
    budi, ratna = await scene.officer(), await scene.admin()
    sari = await scene.citizen()
    await files(sari)
    await budi.hears("baru")
    await budi.presses("Jawab")
    await budi.hears("Tulis jawaban")
    (report,) = await reports_of(scene, sari)
    await ratna.presses_data(from_bot(ratna)[-1], f"a:{report.id}:b")
    await scene.settled()

    await budi.says("Besok kami perbaiki.")
    await budi.hears()
    await budi.says("Jalan depan rumah saya berlubang di Cibinong")
    card = await budi.hears("Laporan Anda")

    assert "berlubang" in card.text


async def test_words_held_are_not_lost_by_looking_at_a_report(scene: Stage) -> None:
    sari = await scene.citizen()
    await files(sari)
    await sari.says("Tiangnya sekarang juga miring")
    await sari.hears("laporan yang mana")
    (report,) = await reports_of(scene, sari)
    question = from_bot(sari)[-1]

    await sari.presses_data(question, f"r:{report.id}:v")
    await sari.hears("Dikirim")
    await sari.presses_data(question, f"r:{report.id}:a")
    await sari.hears("laporan yang mana")
    await sari.presses("Lampu jalan mati")
    await sari.hears("Sudah ditambahkan")

    async with scene.app.storage.reading() as unit:
        (said,) = await unit.follow_ups.of_report(report.id)
    assert said.text == "Tiangnya sekarang juga miring"


async def test_a_link_works_once(scene: Stage) -> None:
    budi = await scene.officer()
    link = next(m.text for m in budi.messages if m.text.startswith("/start ")).split()[1]
    joko = await scene.citizen("Joko")

    await joko.says(f"/start {link}")
    answer = await joko.hears()

    assert "sudah dipakai" in answer.text
    assert await _rights(scene, joko) == []


async def test_a_link_ends_after_its_days(scene: Stage) -> None:
    from bot.domain.people import InvitationKind
    from bot.services.access import LINK_LASTS, Access

    joko = await scene.citizen("Joko")
    long_ago = scene.app.clock.now() - LINK_LASTS - timedelta(seconds=1)
    async with scene.app.storage.unit() as unit:
        access = Access(scene.app.house, unit, long_ago)
        token = await access.invite(None, InvitationKind.ADMIN, None)

    await joko.says(f"/start {token}")
    answer = await joko.hears()

    assert "lewat waktunya" in answer.text
    assert await _rights(scene, joko) == []


async def test_the_last_admin_cannot_be_shown_out(scene: Stage) -> None:
    ratna = await scene.admin()
    await ratna.says("/cabut admin")
    shown = await ratna.hears()
    revokes = next(b.value for m in from_bot(ratna) if m.id == shown.id for b in _buttons(m))

    await ratna.presses_data(shown, revokes)
    await ratna.answered()
    await scene.settled()

    assert await _rights(scene, ratna) == ["admin"]
    assert "Undang admin lain dulu" in told(ratna)


async def test_one_of_two_admins_can_be_shown_out(scene: Stage) -> None:
    ratna, dewi = await scene.admin(), await scene.admin("Dewi")
    async with scene.app.storage.reading() as unit:
        known = await unit.people.with_chat(ChatId(dewi.id))
        assert known is not None

    await ratna.presses_data(from_bot(ratna)[-1], f"av:{known.id}:-")
    await ratna.answered()
    await scene.settled()

    assert await _rights(scene, dewi) == []
    assert await _rights(scene, ratna) == ["admin"]


def _buttons(message: Message) -> tuple[Button, ...]:
    return message.keyboard.buttons if message.keyboard else ()


async def _rights(scene: Stage, person: Person) -> list[str]:
    async with scene.app.storage.reading() as unit:
        known = await unit.people.with_chat(ChatId(person.id))
        assert known is not None
        actor = await unit.access.actor(known.id)
    return [str(m.agency) for m in actor.memberships] + ["admin"] * actor.admin


def _data(message: Message, label: str) -> str:
    assert message.keyboard is not None
    return next(b.value for b in message.keyboard.buttons if b.text == label)
