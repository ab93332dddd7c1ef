"""Facts from the outbox, in words, for who may read them when they are sent."""

import pytest

from bot.domain.keywords import KeywordWish
from bot.domain.notice import Notice, NoticeKind
from bot.domain.people import Actor, ChatId, Lack
from bot.domain.report import ArchiveReason, Attachment, FileKind, FollowUpKind, ReportId
from bot.domain.sector import Sector
from bot.services.hearing import OPENED
from bot.ui.screen import Rendered, Screen, Slot
from tests.support.bureau import LAMP, SCHOOLS, STREET_LIGHTS, Bureau

PHOTO = Attachment(FileKind.PHOTO, "file-9", "unique-9")


def only(rendered: Rendered | None) -> Screen:
    assert rendered is not None
    (screen,) = rendered.screens
    return screen


def labels(screen: Screen) -> list[str]:
    return [choice.label for row in screen.buttons for choice in row]


async def test_every_kind_of_notice_can_be_put_into_words(office: Bureau) -> None:
    sari, budi = await office.person("Sari"), await office.person("Budi", STREET_LIGHTS)
    ratna = await office.person("Ratna", admin=True)
    report = await office.filed(sari)
    async with office.work() as work:
        actor = await work.actor(budi.id)
        answer = (await work.casework.answer(actor, report.id, "Besok")).follow_up
        reply = (await work.casework.reply(Actor(sari.id), report.id, "Baik")).follow_up
        await work.intake.tell(sari.id, "Jalan berlubang di Cibinong")
        wish = KeywordWish(Sector.SOCIAL_AID, "plang hijau", 4.0)
        asked = work.keywords.asked(ratna.id, ratna.chat, wish)
        await work.unit.steps.save(asked)
    assert answer
    assert reply
    notices = {
        NoticeKind.ANSWERED: Notice(NoticeKind.ANSWERED, sari.chat, report.id, answer.id),
        NoticeKind.ASKED: Notice(NoticeKind.ASKED, sari.chat, report.id, answer.id),
        NoticeKind.SETTLED: Notice(NoticeKind.SETTLED, sari.chat, report.id, answer.id),
        NoticeKind.SENT_ON: Notice(NoticeKind.SENT_ON, sari.chat, report.id),
        NoticeKind.REROUTED: Notice(NoticeKind.REROUTED, sari.chat, report.id),
        NoticeKind.TAKEN: Notice(NoticeKind.TAKEN, sari.chat, report.id),
        NoticeKind.ARCHIVED: Notice(
            NoticeKind.ARCHIVED, sari.chat, report.id, about=ArchiveReason.SARA.name
        ),
        NoticeKind.MERGED: Notice(NoticeKind.MERGED, sari.chat, report.id),
        NoticeKind.PARTED: Notice(NoticeKind.PARTED, sari.chat, report.id),
        NoticeKind.JOINED_BY: Notice(NoticeKind.JOINED_BY, sari.chat, report.id, about=SCHOOLS),
        NoticeKind.STEPPED_OUT: Notice(NoticeKind.STEPPED_OUT, sari.chat, report.id, about=SCHOOLS),
        NoticeKind.PIN_USED: Notice(NoticeKind.PIN_USED, sari.chat, report.id),
        NoticeKind.KEYWORD_TRIED: Notice(NoticeKind.KEYWORD_TRIED, ratna.chat, about=asked.reason),
        NoticeKind.CARD: Notice(NoticeKind.CARD, budi.chat, report.id),
        NoticeKind.ADMIN_CARD: Notice(NoticeKind.ADMIN_CARD, ratna.chat, report.id),
        NoticeKind.REPORTER_SAID: Notice(NoticeKind.REPORTER_SAID, budi.chat, report.id, reply.id),
        NoticeKind.DRAFT_CARD: Notice(NoticeKind.DRAFT_CARD, sari.chat),
        NoticeKind.UNDELIVERED: Notice(
            NoticeKind.UNDELIVERED, ratna.chat, report.id, about=STREET_LIGHTS
        ),
        NoticeKind.LET_IN: Notice(
            NoticeKind.LET_IN, ratna.chat, about=f"{sari.id}>{STREET_LIGHTS}"
        ),
        NoticeKind.TOPICS_LACK: Notice(
            NoticeKind.TOPICS_LACK, ratna.chat, about=f"{STREET_LIGHTS}>{Lack.PIN}"
        ),
        NoticeKind.WELCOME: Notice(NoticeKind.WELCOME, sari.chat, about=f"in>{STREET_LIGHTS}"),
        NoticeKind.CONSENT_EXPIRED: Notice(NoticeKind.CONSENT_EXPIRED, ChatId(1)),
        NoticeKind.OWN_COPY: Notice(NoticeKind.OWN_COPY, sari.chat),
        NoticeKind.ERASED: Notice(NoticeKind.ERASED, budi.chat, report.id, about="9"),
        NoticeKind.FIGURES: Notice(NoticeKind.FIGURES, ratna.chat, about="d30>>"),
        NoticeKind.UNBOUND: Notice(NoticeKind.UNBOUND, ChatId(-100)),
    }

    said = {kind: only(await office.rendered(notice)).text for kind, notice in notices.items()}

    assert all(said.values())
    assert set(NoticeKind) - set(said) == {
        NoticeKind.HANDED_OVER,
        NoticeKind.TAKEN_OVER,
        NoticeKind.PROPOSED,
        NoticeKind.RETURNED,
        NoticeKind.DIGEST,
        NoticeKind.MOVED_AWAY,
        NoticeKind.CLOSED,
        NoticeKind.REMINDED,
        NoticeKind.LATE,
        NoticeKind.DELAYED,
        NoticeKind.TAKEN_OVER,
        NoticeKind.HANDED_OVER,
        NoticeKind.PROPOSED,
        NoticeKind.RETURNED,
        NoticeKind.WARNED,
        NoticeKind.CHART,
        NoticeKind.ANNOUNCED,
        NoticeKind.ANNOUNCE_PROGRESS,
        NoticeKind.ASSESSMENT,
        NoticeKind.EXPORT_PROGRESS,
        NoticeKind.EXPORT_READY,
    }


async def test_an_answer_reaches_its_reporter_with_its_files(office: Bureau) -> None:
    sari, budi = await office.person("Sari"), await office.person("Budi", STREET_LIGHTS)
    report = await office.filed(sari)
    async with office.work() as work:
        actor = await work.actor(budi.id)
        await work.casework.answer(actor, report.id, "Besok <pagi>", (PHOTO,))
    (notice,) = [n for n in await office.waiting() if n.kind is NoticeKind.ANSWERED]

    screen = only(await office.rendered(notice))

    assert screen.text.splitlines() == [
        f"<code>{report.number}</code> · {LAMP}",
        "Dinas Perhubungan Kab. Bogor menjawab:",
        "“Besok &lt;pagi&gt;”",
    ]
    assert screen.files == (PHOTO,)
    assert labels(screen) == ["Balas", "Lihat laporan"]
    assert screen.report == report.id


async def test_a_closing_asks_the_reporter(office: Bureau) -> None:
    sari, budi = await office.person("Sari"), await office.person("Budi", STREET_LIGHTS)
    report = await office.filed(sari)
    async with office.work() as work:
        await work.casework.settle(await work.actor(budi.id), report.id, "Lampu sudah diganti.")
    (notice,) = [n for n in await office.waiting() if n.kind is NoticeKind.SETTLED]

    screen = only(await office.rendered(notice))

    assert screen.text.endswith("“Lampu sudah diganti.”\nBetul?")
    assert labels(screen) == ["Sudah selesai", "Belum selesai", "Lihat laporan"]


async def test_news_of_a_report_goes_to_its_reporter_only(office: Bureau) -> None:
    sari, joko = await office.person("Sari"), await office.person("Joko")
    report = await office.filed(sari)

    rendered = await office.rendered(Notice(NoticeKind.TAKEN, joko.chat, report.id))

    assert rendered is None


async def test_news_comes_in_the_hearers_language(office: Bureau) -> None:
    sari = await office.person("Sari")
    report = await office.filed(sari)
    async with office.work() as work:
        await work.access.speak(sari, "en")

    screen = only(await office.rendered(Notice(NoticeKind.TAKEN, sari.chat, report.id)))

    assert "Tuesday, 1 December 2026" in screen.text


async def test_a_card_that_is_there_is_changed_and_not_sent_again(office: Bureau) -> None:
    budi = await office.person("Budi", STREET_LIGHTS)
    report = await office.filed(await office.person("Sari"))
    await office.shown(budi.chat, 41, report, Slot.CARD)

    rendered = await office.rendered(Notice(NoticeKind.CARD, budi.chat, report.id))
    opened = await office.rendered(Notice(NoticeKind.CARD, budi.chat, report.id, about=OPENED))

    assert rendered
    assert rendered.edit == 41
    assert opened
    assert opened.edit is None


async def test_a_groups_cards_go_into_its_topic(office: Bureau) -> None:
    group = await office.group(topic=7)
    report = await office.filed(await office.person("Sari"))

    rendered = await office.rendered(Notice(NoticeKind.CARD, group.chat, report.id))

    assert rendered
    assert rendered.thread == 7
    assert LAMP in only(rendered).text


async def test_a_right_that_ended_before_sending_gives_no_words(office: Bureau) -> None:
    sari, ratna = await office.person("Sari"), await office.person("Ratna", admin=True)
    budi = await office.person("Budi", STREET_LIGHTS)
    report = await office.filed(sari)
    await office.shown(budi.chat, 41, report, Slot.CARD)
    async with office.work() as work:
        reply = (await work.casework.reply(Actor(sari.id), report.id, "Baik")).follow_up
        await work.access.revoke(await work.actor(ratna.id), budi.id, STREET_LIGHTS)
    assert reply

    card = await office.rendered(Notice(NoticeKind.CARD, budi.chat, report.id))
    said = await office.rendered(Notice(NoticeKind.REPORTER_SAID, budi.chat, report.id, reply.id))
    admin_card = await office.rendered(Notice(NoticeKind.ADMIN_CARD, budi.chat, report.id))

    assert LAMP not in only(card).text
    assert only(card).buttons == ()
    assert said is None
    assert admin_card is None


async def test_the_old_agency_is_told_once_that_a_report_has_moved(office: Bureau) -> None:
    ratna, budi = await office.person("R", admin=True), await office.person("Budi", STREET_LIGHTS)
    report = await office.filed(await office.person("Sari"))
    async with office.work() as work:
        await work.desk.route(await work.actor(ratna.id), report.id, SCHOOLS)
    told = [n for n in await office.waiting() if n.kind is NoticeKind.MOVED_AWAY]

    screen = only(await office.rendered(told[0]))

    assert [notice.chat for notice in told] == [budi.chat]
    assert "dialihkan ke Dinas Pendidikan Kab. Bogor" in screen.text


async def test_the_old_agency_does_not_read_who_has_a_guarded_report_now(office: Bureau) -> None:
    ratna, budi = await office.person("R", admin=True), await office.person("Budi", STREET_LIGHTS)
    report = await office.filed(await office.person("Sari"), secret=True)
    async with office.work() as work:
        await work.desk.route(await work.actor(ratna.id), report.id, SCHOOLS)

    screen = only(await office.rendered(Notice(NoticeKind.MOVED_AWAY, budi.chat, report.id)))

    assert "Pendidikan" not in screen.text
    assert report.number in screen.text


async def test_a_group_reads_no_words_of_a_guarded_report(office: Bureau) -> None:
    sari, group = await office.person("Sari"), await office.group()
    report = await office.filed(sari, secret=True)
    async with office.work() as work:
        reply = (
            await work.casework.reply(Actor(sari.id), report.id, "Gelap sekali", (PHOTO,))
        ).follow_up
    assert reply

    screen = only(
        await office.rendered(Notice(NoticeKind.REPORTER_SAID, group.chat, report.id, reply.id))
    )

    assert "Gelap" not in screen.text
    assert "Sari" not in screen.text
    assert screen.files == ()
    assert labels(screen) == ["Buka"]


async def test_an_anonymous_reporters_words_are_masked(office: Bureau) -> None:
    sari, budi = await office.person("Sari"), await office.person("Budi", STREET_LIGHTS)
    report = await office.filed(sari, anonymous=True)
    async with office.work() as work:
        reply = (
            await work.casework.reply(Actor(sari.id), report.id, "Telepon 081234567890")
        ).follow_up
    assert reply

    screen = only(
        await office.rendered(Notice(NoticeKind.REPORTER_SAID, budi.chat, report.id, reply.id))
    )

    assert "Telepon •••" in screen.text
    assert reply.kind is FollowUpKind.REPLY


@pytest.mark.parametrize("reason", ArchiveReason)
async def test_the_reporter_reads_why_a_report_was_archived(
    office: Bureau, reason: ArchiveReason
) -> None:
    sari, ratna = await office.person("Sari"), await office.person("Ratna", admin=True)
    report = await office.filed(sari)
    async with office.work() as work:
        await work.desk.archive(await work.actor(ratna.id), report.id, reason)
    (notice,) = [n for n in await office.waiting() if n.kind is NoticeKind.ARCHIVED]

    screen = only(await office.rendered(notice))

    key = f"archive-{reason.name.lower().replace('_', '-')}"
    assert office.say(key) in screen.text
    assert labels(screen) == ["Lihat laporan"]


async def test_a_request_to_be_let_in_goes_only_to_who_may_grant_it(office: Bureau) -> None:
    tini, budi = await office.person("Tini"), await office.person("Budi", STREET_LIGHTS)
    ratna = await office.person("Ratna", admin=True)
    about = f"{tini.id}>{STREET_LIGHTS}"

    asked = only(await office.rendered(Notice(NoticeKind.LET_IN, ratna.chat, about=about)))
    nothing = await office.rendered(Notice(NoticeKind.LET_IN, budi.chat, about=about))

    assert "Tini" in asked.text
    assert labels(asked) == ["Izinkan"]
    assert nothing is None


async def test_what_is_gone_is_not_spoken_of(office: Bureau) -> None:
    sari = await office.person("Sari")

    no_report = await office.rendered(Notice(NoticeKind.TAKEN, sari.chat, ReportId(999)))
    no_draft = await office.rendered(Notice(NoticeKind.DRAFT_CARD, sari.chat))

    assert no_report is None
    assert no_draft is None
