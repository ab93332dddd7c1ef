"""Typing works where a button is offered; what is said to the bot itself is no report."""

import pytest

from bot.domain.report import Status
from bot.sandbox.people.person import Person
from tests.support.odd import draft_words, from_bot, reports_of
from tests.support.office import LAMP, told
from tests.support.stage import Stage

HOLE = "Jalan berlubang di Cibinong depan pasar sejak Senin"


async def says(scene: Stage, person: Person, *texts: str) -> None:
    for text in texts:
        await person.says(text)
        await scene.settled()


@pytest.mark.parametrize("send", ["kirim", "Kirim aja", "ya", "oke", "sudah benar"])
async def test_a_report_is_filed_by_typing_what_the_button_says(scene: Stage, send: str) -> None:
    sari = await scene.citizen()

    await says(scene, sari, HOLE, send)

    (report,) = await reports_of(scene, sari)
    assert report.text == HOLE
    assert "Laporan diterima" in told(sari)


async def test_the_card_that_was_sent_by_typing_bears_no_button_any_more(scene: Stage) -> None:
    sari = await scene.citizen()

    await says(scene, sari, HOLE, "kirim")

    cards = [message for message in from_bot(sari) if "Laporan Anda" in message.text]
    assert [card.keyboard for card in cards] == [None]


async def test_switches_and_menus_are_typed_too(scene: Stage) -> None:
    sari = await scene.citizen()

    await says(scene, sari, HOLE, "anonim", "rahasia", "kirim")

    (report,) = await reports_of(scene, sari)
    assert (report.anonymous, report.secret, report.text) == (True, True, HOLE)


@pytest.mark.parametrize("said", ["anonim", "ga jadi anonim"])
async def test_who_says_twice_that_they_stay_unnamed_stays_so(scene: Stage, said: str) -> None:
    sari = await scene.citizen()

    await says(scene, sari, HOLE, "anonim", "rahasia", said, "rahasia", "kirim")

    (report,) = await reports_of(scene, sari)
    assert (report.anonymous, report.secret) == (said == "anonim", True)


async def test_a_second_press_on_a_card_that_has_not_changed_yet_hides_the_name_too(
    scene: Stage,
) -> None:
    sari = await scene.citizen()
    await says(scene, sari, HOLE)
    card = sari.screen
    assert card
    assert card.keyboard
    switch = next(button for button in card.keyboard.buttons if "Anonim" in button.text)

    await sari.presses_data(card, switch.value)
    await sari.presses_data(card, switch.value)
    await scene.settled()
    await says(scene, sari, "kirim")

    (report,) = await reports_of(scene, sari)
    assert report.anonymous


async def test_who_asks_in_their_story_not_to_be_named_is_not_named(scene: Stage) -> None:
    sari = await scene.citizen()

    await says(scene, sari, f"{HOLE}, tolong rahasiakan identitas saya pak")
    card = told(sari)
    await says(scene, sari, "kirim")

    (report,) = await reports_of(scene, sari)
    assert "Anonim: instansi tidak melihat siapa Anda" in card
    assert report.anonymous


@pytest.mark.parametrize("word", ["batal", "batalkan laporan saya", "kirim", "anonim"])
async def test_a_button_s_word_is_no_report_while_something_else_is_asked(
    scene: Stage, word: str
) -> None:
    sari = await scene.citizen()
    await says(scene, sari, HOLE)
    await sari.presses("Ubah")
    await sari.presses("Isi")
    await scene.settled()

    await says(scene, sari, word)

    drafted = await draft_words(scene, sari)
    filed = [report.text for report in await reports_of(scene, sari)]
    assert (drafted or filed[0]) == HOLE


@pytest.mark.parametrize("word", ["eh ga jadi batal", "tidak", "jangan dibuang"])
async def test_who_does_not_throw_away_after_all_keeps_the_report(scene: Stage, word: str) -> None:
    sari = await scene.citizen()

    await says(scene, sari, HOLE, "batal", word)

    assert await draft_words(scene, sari) == HOLE
    assert "Kirim" in sari.buttons


async def test_a_yes_after_the_question_whether_to_throw_away_throws_away(scene: Stage) -> None:
    sari = await scene.citizen()

    await says(scene, sari, HOLE, "batal", "ya")

    assert await draft_words(scene, sari) is None
    assert await reports_of(scene, sari) == []


async def test_a_no_after_that_question_leads_back_to_the_card(scene: Stage) -> None:
    sari = await scene.citizen()

    await says(scene, sari, HOLE, "gak jadi", "kembali")

    assert await draft_words(scene, sari) == HOLE
    assert "Laporan Anda" in told(sari)


async def test_who_does_not_know_where_says_so_in_their_own_words(scene: Stage) -> None:
    sari = await scene.citizen()

    await says(scene, sari, "Jalan berlubang di depan pasar sejak Senin", "gak tau", "kirim")

    (report,) = await reports_of(scene, sari)
    assert report.place is None


async def test_one_of_two_places_is_chosen_by_the_word_that_parts_them(scene: Stage) -> None:
    sari = await scene.citizen()

    await says(scene, sari, "Jalan berlubang di depan pasar sejak Senin", "bogor", "yang kota")
    await says(scene, sari, "kota", "kirim")

    (report,) = await reports_of(scene, sari)
    assert report.place is not None
    assert report.place.label == "Kota Bogor"


async def test_what_resembles_a_report_is_joined_or_not_by_a_word(scene: Stage) -> None:
    sari, wati, tono = [await scene.citizen(name) for name in ("Sari", "Wati", "Tono")]
    await says(scene, sari, HOLE, "kirim")

    await says(scene, wati, HOLE, "kirim", "ikut")
    await says(scene, tono, HOLE, "kirim", "kirim")

    (first,), (joined,), (alone,) = [await reports_of(scene, who) for who in (sari, wati, tono)]
    assert joined.joined_to == first.id
    assert alone.joined_to is None


async def test_the_end_is_said_in_words(scene: Stage) -> None:
    sari, budi = await scene.citizen(), await scene.officer()
    await says(scene, sari, LAMP, "kirim")
    await budi.presses("Selesai")
    await scene.settled()
    await says(scene, budi, "Lampu sudah diganti.")
    await budi.presses("Kirim ke pelapor")
    await scene.settled()

    await says(scene, sari, "sudah beres", "5")

    (report,) = await reports_of(scene, sari)
    assert (report.status, report.rating) == (Status.CLOSED_BY_REPORTER, 5)


async def test_consent_is_given_by_a_word_and_the_word_is_no_report(scene: Stage) -> None:
    sari = scene.sandbox.person("Sari")

    await says(scene, sari, HOLE)
    before = await draft_words(scene, sari)
    await says(scene, sari, "setuju")

    assert before is None
    assert await draft_words(scene, sari) == HOLE
    assert await reports_of(scene, sari) == []


async def test_consent_is_refused_by_a_word_and_nothing_is_kept(scene: Stage) -> None:
    sari = scene.sandbox.person("Sari")

    await says(scene, sari, HOLE, "tidak")

    async with scene.app.storage.reading() as unit:
        assert await unit.inbox.held(f"p{sari.id}") == []
    assert "sudah kami hapus" in told(sari)


async def test_thanks_for_a_card_that_was_not_sent_are_no_part_of_it(scene: Stage) -> None:
    sari = await scene.citizen()

    await says(scene, sari, HOLE, "terima kasih")

    assert await draft_words(scene, sari) == HOLE
    assert "belum terkirim" in told(sari)


async def test_a_wish_to_be_erased_is_heard_while_a_draft_waits(scene: Stage) -> None:
    sari = await scene.citizen()

    await says(scene, sari, HOLE, "hapus data saya")

    assert "Hapus semua data Anda?" in told(sari)
    assert await draft_words(scene, sari) == HOLE


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("mau lapor dong", "Silakan. Ceritakan apa yang terjadi"),
        ("makasih min", "Sama-sama."),
        ("kapan laporan saya selesai?", "Anda belum punya laporan."),
        ("mau bicara sama orang", "dibaca dan dijawab oleh orang"),
        ("hapus semua data saya", "Hapus semua data Anda?"),
        ("caranya gimana?", "Cara melapor"),
    ],
)
async def test_what_is_said_to_the_bot_itself_is_answered_and_begins_no_report(
    scene: Stage, said: str, answer: str
) -> None:
    sari = await scene.citizen()

    await says(scene, sari, said)

    assert answer in told(sari)
    assert await draft_words(scene, sari) is None


@pytest.mark.parametrize(("signs", "answered"), [("👍👍👍", "Sama-sama"), ("?!", "Cara melapor")])
async def test_signs_that_mean_something_are_answered(
    scene: Stage, signs: str, answered: str
) -> None:
    sari = await scene.citizen()

    await sari.says(signs)

    assert answered in (await sari.hears()).text


@pytest.mark.parametrize("kept", ["gak jadi", "eh ga jadi nak", "lampunya di tiang 12"])
async def test_no_later_yes_throws_away_what_was_kept(scene: Stage, kept: str) -> None:
    sari = await scene.citizen()

    await says(scene, sari, HOLE, "batal", kept, "ya")

    (report,) = await reports_of(scene, sari)
    assert report.text.startswith(HOLE)


@pytest.mark.parametrize("send", ["kirim nak", "ya pak", "sdh", "uwis"])
async def test_a_button_is_named_in_everybodys_way(scene: Stage, send: str) -> None:
    sari = await scene.citizen()

    await says(scene, sari, HOLE, send)

    assert "Laporan diterima" in told(sari)


async def test_who_whispers_is_not_named(scene: Stage) -> None:
    sari = await scene.citizen()

    await says(scene, sari, HOLE, "rahasia ya nak, jangan bilang pak rt", "kirim")

    (report,) = await reports_of(scene, sari)
    assert report.anonymous


@pytest.mark.parametrize(
    ("command", "answer"),
    [("/lapor", "Silakan."), ("/laporan", "belum punya laporan"), ("/menu", "Cara melapor")],
)
async def test_commands_that_people_guess_are_known(
    scene: Stage, command: str, answer: str
) -> None:
    sari = await scene.citizen()

    await says(scene, sari, command)

    assert answer in told(sari)


async def test_a_slip_that_is_put_right_in_its_message_is_put_right_on_the_card(
    scene: Stage,
) -> None:
    sari = await scene.citizen()
    said = await sari.says("Lampu jalan mti di Cibinong")
    await says(scene, sari, "sudah seminggu")

    await sari.edits(said, "Lampu jalan mati di Citeureup")
    await scene.settled()
    await says(scene, sari, "kirim")

    (report,) = await reports_of(scene, sari)
    assert report.text == "Lampu jalan mati di Citeureup\nsudah seminggu"
    assert report.place
    assert "Citeureup" in report.place.label


async def test_who_would_like_to_report_again_is_not_asked_whether_it_is_new(scene: Stage) -> None:
    sari = await scene.citizen()
    await says(scene, sari, HOLE, "kirim")

    await says(scene, sari, "saya mau lapor lagi", "makasih", "Ada kebakaran di pasar Cibinong")
    answers = [message.text for message in from_bot(sari)][-4:]
    await says(scene, sari, "kirim")

    go_ahead, welcome, number, card = answers
    assert go_ahead.startswith("Silakan.")
    assert welcome.startswith("Sama-sama")
    assert "113" in number
    assert "Ada kebakaran" in card
    assert len(await reports_of(scene, sari)) == 2


async def test_danger_told_later_is_answered_with_a_number_first(scene: Stage) -> None:
    sari = await scene.citizen()

    await says(scene, sari, "Banjir di rumah saya di Cibinong", "kami terjebak banjir, tolong")

    *_, number, card = [message.text for message in from_bot(sari)]
    assert "112" in number
    assert "Laporan Anda" in card


async def test_who_is_beaten_reads_whom_to_call_before_any_question(scene: Stage) -> None:
    sari = await scene.citizen()

    await says(scene, sari, "Saya dipukul suami saya setiap hari")

    *_, number, question = [message.text for message in from_bot(sari)]
    assert "129" in number
    assert "Di mana kejadiannya?" in question


@pytest.mark.parametrize(
    ("words", "agency"),
    [
        ("bukan dinas pupr, harusnya dinas lingkungan hidup", "Dinas Lingkungan Hidup"),
        ("harusnya bpbd", "BPBD Kab. Bogor"),
        ("ini urusan PLN", "PLN"),
    ],
)
async def test_who_knows_better_says_the_agency_in_their_own_words(
    scene: Stage, words: str, agency: str
) -> None:
    sari = await scene.citizen()
    await says(scene, sari, HOLE)

    await says(scene, sari, words)
    card = told(sari)
    await says(scene, sari, "kirim")

    (report,) = await reports_of(scene, sari)
    assert f"Pilihan Anda: {agency}" in card
    assert report.text == HOLE


async def test_who_only_knows_which_agency_it_is_not_is_shown_others(scene: Stage) -> None:
    sari = await scene.citizen()
    await says(scene, sari, HOLE)

    await says(scene, sari, "itu bukan tanggung jawab dinas pupr")

    assert "Siapa yang menurut Anda harus menjawab?" in told(sari)
    assert await draft_words(scene, sari) == HOLE


@pytest.mark.parametrize(
    "words", ["harusnya sudah diperbaiki dari dulu", "bukan pasar tapi jalan", "jangan lama lama"]
)
async def test_a_story_that_begins_like_an_objection_stays_a_story(
    scene: Stage, words: str
) -> None:
    sari = await scene.citizen()

    await says(scene, sari, HOLE, words)

    assert await draft_words(scene, sari) == f"{HOLE}\n{words}"


async def test_please_beside_a_draft_reminds_that_it_is_not_sent(scene: Stage) -> None:
    sari = await scene.citizen()

    await says(scene, sari, HOLE, "tolong ya pak")

    assert "belum terkirim" in told(sari)
    assert "Cara melapor" not in told(sari)


async def test_who_cannot_read_the_question_is_offered_their_language(scene: Stage) -> None:
    jane = await scene.citizen("Jane")

    await says(scene, jane, "There is a hole in the road in front of the market", "English please")

    assert "English" in jane.buttons


@pytest.mark.parametrize("words", ["batalkan laporan saya", "eh gak jadi", "batal"])
async def test_a_report_that_was_sent_is_taken_back_in_words(scene: Stage, words: str) -> None:
    sari = await scene.citizen()
    await says(scene, sari, HOLE, "kirim")

    await says(scene, sari, words)
    asked = list(sari.buttons)
    await says(scene, sari, "ya")

    (report,) = await reports_of(scene, sari)
    assert "Ya, tarik" in asked
    assert report.status is Status.ARCHIVED_BY_REPORTER


async def test_a_no_to_taking_it_back_shows_the_report_as_it_is(scene: Stage) -> None:
    sari = await scene.citizen()

    await says(scene, sari, HOLE, "kirim", "batalkan laporan saya", "tidak")

    (report,) = await reports_of(scene, sari)
    assert report.status.is_open
    assert "Tarik laporan" in sari.buttons


@pytest.mark.parametrize("words", ["status", "/status", "sudah sampai mana pak"])
async def test_who_asks_how_it_goes_without_a_number_sees_their_reports(
    scene: Stage, words: str
) -> None:
    sari = await scene.citizen()

    await says(scene, sari, HOLE, "kirim", words)

    assert "Laporan Anda (1)" in told(sari)


async def test_half_a_number_shows_the_report_that_has_it_and_nobody_else_s(scene: Stage) -> None:
    sari, joni = await scene.citizen(), await scene.citizen("Joni")
    await says(scene, sari, HOLE, "kirim")
    (report,) = await reports_of(scene, sari)
    part = report.number[:8]

    await says(scene, sari, f"laporan saya yang {part.lower()} gimana?")
    await says(scene, joni, f"laporan yang {part} gimana?")

    assert f"{report.number} · Pengaduan" in told(sari)
    assert report.number not in told(joni)


async def test_send_when_all_is_sent_shows_what_was_sent(scene: Stage) -> None:
    sari = await scene.citizen()

    await says(scene, sari, HOLE, "kirim", "kirim")

    assert "Sudah terkirim" in told(sari)
    assert len(await reports_of(scene, sari)) == 1
