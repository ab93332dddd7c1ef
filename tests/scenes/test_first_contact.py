"""First contact: consent, and what waited for it."""

from datetime import timedelta

import pytest

from bot.domain.people import ChatId
from tests.support.stage import Stage


async def test_words_before_consent_become_the_draft_after_setuju(scene: Stage) -> None:
    sari = scene.sandbox.person("Sari")

    await sari.says("Lampu jalan mati di depan SDN 3 Cibinong sejak Senin")
    asked = await sari.hears("Setuju?")
    await sari.presses("Setuju")
    card = await sari.hears("Diteruskan ke")

    assert "menyimpan" in asked.text
    assert "Lampu jalan mati di depan SDN 3 Cibinong sejak Senin" in card.text
    assert "Dinas Perhubungan Kab. Bogor" in card.text


async def test_before_consent_nobody_exists_for_us(scene: Stage) -> None:
    sari = scene.sandbox.person("Sari")

    await sari.says("Jalan rusak di Cibinong")
    await sari.hears("Setuju?")
    await scene.settled()

    async with scene.app.storage.reading() as unit:
        assert await unit.people.with_chat(ChatId(sari.id)) is None


async def test_after_tidak_the_words_are_gone_and_the_bot_says_so(scene: Stage) -> None:
    sari = scene.sandbox.person("Sari")
    await sari.says("Jalan rusak di Cibinong")
    await sari.hears("Setuju?")

    await sari.presses("Tidak")
    answer = await sari.hears("hapus")
    await scene.settled()

    assert "tidak ada yang kami simpan" in answer.text
    async with scene.app.storage.reading() as unit:
        assert await unit.people.with_chat(ChatId(sari.id)) is None
        assert await unit.inbox.held(f"p{sari.id}") == []


@pytest.mark.parametrize("opening", [("halo", "mau lapor"), ("/start", "halo", "tolong")])
async def test_a_report_after_greetings_is_answered_by_its_card_alone(
    scene: Stage, opening: tuple[str, ...]
) -> None:
    sari = scene.sandbox.person("Sari")
    for words in (*opening, "Lampu jalan mati di depan SDN 3 Cibinong"):
        await sari.says(words)
    await sari.hears("Setuju?")

    await sari.presses("Setuju")
    await sari.hears("Diteruskan ke")
    await scene.settled()

    thanks, card = [message.text for message in sari.messages if message.from_bot]
    assert "tercatat" in thanks
    assert "Diteruskan ke" in card
    async with scene.app.storage.reading() as unit:
        assert await unit.inbox.held(f"p{sari.id}") == []


async def test_fragments_that_waited_become_one_draft_and_are_answered_once(scene: Stage) -> None:
    sari = scene.sandbox.person("Sari")
    for words in ("asalamualaikum", "nak", "jalan", "jalan rusak", "sdh lama"):
        await sari.says(words)
    await sari.hears("Setuju?")

    await sari.presses("Setuju")
    asked = await sari.hears("Di mana kejadiannya?")
    await scene.settled()
    await sari.says("cibinong")
    card = await sari.hears("Laporan Anda")

    assert len([m for m in sari.messages if m.from_bot and m.id <= asked.id]) == 2
    assert "jalan\njalan rusak\nsdh lama" in card.text
    assert "asalamualaikum" not in card.text


async def test_a_danger_among_what_waited_is_answered_at_once(scene: Stage) -> None:
    sari = scene.sandbox.person("Sari")
    for words in ("tolong", "ada kebakaran di pasar Cibinong", "apinya besar"):
        await sari.says(words)
    await sari.hears("Setuju?")

    await sari.presses("Setuju")
    number = await sari.hears("113")
    card = await sari.hears("Laporan Anda")

    assert number.id < card.id


async def test_greetings_alone_are_greeted_once_after_setuju(scene: Stage) -> None:
    sari = scene.sandbox.person("Sari")
    for words in ("/start", "halo", "mau lapor"):
        await sari.says(words)
    await sari.hears("Setuju?")

    await sari.presses("Setuju")
    await sari.hears("Ceritakan")
    await scene.settled()

    assert len([message for message in sari.messages if message.from_bot]) == 2


async def test_baca_dulu_shows_who_answers_for_the_data(scene: Stage) -> None:
    sari = scene.sandbox.person("Sari")
    await sari.says("Halo")
    await sari.hears("Setuju?")

    await sari.presses("Baca dulu")
    full = await sari.hears("Pengelola")

    assert "Dinas Peragaan" in full.text
    assert "tidak terenkripsi dari ujung ke ujung" in full.text
    assert "Setuju" in full.buttons


async def test_an_album_before_consent_is_asked_about_once(scene: Stage) -> None:
    sari = scene.sandbox.person("Sari")

    for number in range(3):
        await sari.sends_photo(data=b"photo %d" % number, album="a1")
    await sari.hears("Setuju?")
    await scene.settled()

    questions = [m for m in sari.messages if m.from_bot and "Setuju?" in m.text]
    assert len(questions) == 1


async def test_what_nobody_agreed_to_is_emptied_after_a_day(scene: Stage) -> None:
    sari = scene.sandbox.person("Sari")
    await sari.says("Jalan rusak di Cibinong")
    await sari.hears("Setuju?")
    await scene.settled()

    later = scene.app.clock.now() + timedelta(hours=25)
    async with scene.app.storage.unit() as unit:
        lanes = await unit.inbox.empty_held(later - timedelta(hours=24))

    assert lanes == [f"p{sari.id}"]
    async with scene.app.storage.reading() as unit:
        assert await unit.inbox.held(f"p{sari.id}") == []


async def test_a_known_citizen_is_greeted_in_two_lines(scene: Stage) -> None:
    sari = await scene.citizen()

    await sari.says("Selamat pagi min")
    answer = await sari.hears()

    assert answer.text.splitlines()[0] == "Ada yang ingin Anda laporkan?"
    assert not await _has_draft(scene, sari.id)


async def test_an_english_speaker_is_met_in_english(scene: Stage) -> None:
    john = scene.sandbox.person("John", language="en-GB")

    await john.says("The street light is broken")
    asked = await john.hears()

    assert "I agree" in asked.buttons


async def _has_draft(scene: Stage, chat: int) -> bool:
    async with scene.app.storage.reading() as unit:
        person = await unit.people.with_chat(ChatId(chat))
        return person is not None and await unit.drafts.of(person.id) is not None
