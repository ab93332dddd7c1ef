"""Every language against every key and variable, Telegram's limits, and the manner of speaking."""

import re
from collections import Counter
from collections.abc import Set as AbstractSet
from datetime import date
from zoneinfo import ZoneInfo

import pytest

from bot.app import COMMANDS
from bot.domain.export import Form
from bot.domain.moves import Act
from bot.domain.notice import NoticeKind
from bot.domain.people import InvitationKind, Lack, Role
from bot.domain.refusals import Why
from bot.domain.report import ArchiveReason, Erasure, FollowUpKind, Status
from bot.domain.rules import Rule
from bot.domain.sector import Sector
from bot.domain.suggestion import Care, Emergency, ReasonKind
from bot.domain.topic import Topics
from bot.domain.tracking import looks_like_a_number
from bot.routing.catalogue import Catalogue
from bot.routing.dates import read_date
from bot.sandbox.model.entities import utf16_length
from bot.sandbox.model.html import parse_html
from bot.telegram.incoming import Unread
from bot.training.course import load_course
from bot.ui import draft, reports
from bot.ui.buttons.office import BackReason
from bot.ui.cards.words import _STATES
from bot.ui.queue import _KEYS
from bot.ui.texts import Html, Texts
from handlers.wiring import _COMMANDS
from tests.support.texts import asked, attributes_of, entries, families, literals, variables

LANGUAGES = ("id", "en", "jv")
TEXTS = Texts.load(ZoneInfo("Asia/Jakarta"))
KEYS = variables("id")

OFFICE = (
    "act-", "admins-", "announce-", "announced-officers", "button-announce-", "assess-",
    "chart-", "export-", "button-export-", "figures-", "period-",
    "button-days-", "button-this-", "button-last-",
    "button-next-chart", "agencies-", "back-", "case-", "compose-", "desk-", "group-", "help-",
    "keyword-", "why-", "button-keyword-", "refused-keyword-",
    "history-", "invite-", "let-in-", "moved-", "queue-", "revoke", "role-", "sector-", "staff-",
    "undelivered", "warned-", "days-off-",
    "button-day-off-", "said-unsolved-again", "welcome-",
    "said-guarded", "said-head", "said-rating", "said-reply",
    "said-unsolved", "button-admins", "button-agency-search", "button-answer", "button-approve",
    "button-archive", "button-reveal", "button-ask", "button-back-", "button-card", "button-desk-",
    "button-hand-back", "button-history", "button-invite-", "button-let-in", "button-more",
    "button-open", "button-pull-back", "button-reroute", "button-revoke", "button-send-reporter",
    "button-settle", "button-take", "button-whole", "share-", "note-", "handed-over",
    "taken-over", "button-hand-over", "button-next", "button-note", "button-previous",
    "merge-", "button-merge", "button-split", "button-voices",
    "button-share", "template-", "button-template-", "rules-",
    "button-rule-", "button-queue-", "digest-", "button-digest-",
    "closing-", "button-endorse", "button-return",
    "topic-", "topics-", "button-topics",
    "button-to-unit", "co-", "button-co-", "button-contribute",
    "button-to-unit", "training-", "button-training-",
)  # fmt: skip
"""What only officers, admins and groups read; Javanese may borrow it from Indonesian."""
OFFICE_EXACTLY = {
    "button-search",
    "button-unknown",
    "refused-not-your-agency",
    "refused-unread-period",
}

STEPS = {step.name for lesson in load_course() for step in lesson.steps}
ARCHIVE = {reason.name.lower().replace("_", "-") for reason in ArchiveReason}
FAMILIES: dict[str, AbstractSet[str]] = {
    "act-": set(Act),
    "archive-": ARCHIVE,
    "assess-": {"kept", "overridden", "handed-back"},
    "assess-plan-": {"stage", "goal", "programme", "indicator", "who", "when"},
    "assess-stage-": {"1", "2", "3", "4", "5", "6"},
    "back-reason-": set(BackReason),
    "button-archive-": ARCHIVE,
    "button-back-": set(BackReason),
    "button-export-": set(Form),
    "button-invite-": set(InvitationKind),
    "button-invite-more-": set(InvitationKind) - {InvitationKind.ADMIN},
    "button-rule-": set(Rule),
    "button-queue-": {*_KEYS.values(), "desk", "office"},
    "queue-head-": set(_KEYS.values()),
    "rules-": set(Rule),
    "topics-": set(Topics),
    "topics-lack-": set(Lack),
    "cannot-": set(Unread) - {Unread.TOO_LARGE},
    "care-": set(Care) - {Care.NONE},
    "case-erased-": set(Erasure),
    "case-said-": {kind.replace("_", "-") for kind in FollowUpKind},
    "case-state-": set(_STATES.values()),
    "command-": set(COMMANDS),
    "keyword-word-": {"add", "change", "remove", "history"},
    "why-": set(ReasonKind),
    "invite-link-": set(InvitationKind),
    "invite-word-": set(InvitationKind),
    "refused-": set(Why),
    "role-": {Role.OFFICER, Role.AGENCY_ADMIN, Role.ADMIN},
    "sector-": {*Sector, "lain"},
    **{f"training-{part}-": STEPS for part in ("task", "right", "instead")},
}
"""Keys that the code puts together, by what they begin with."""

LONG = {"consent-full", "help-admin"}
"""What may be longer than sixty words, because somebody asked to read it all."""
TOASTS = {
    "press-unknown", "compose-none", "case-toast-taken", "case-toast-opened", "desk-toast-routed",
    "keyword-toast-undone",
    "desk-toast-pulled", "group-in-already", "group-asked", "group-stranger",
    "group-stranger-any", "group-stale", "revoked", "days-off-removed",
    "share-toast-handed", "template-toast-gone", "closing-toast-endorsed",
    *(f"refused-{why}" for why in Why),
}  # fmt: skip
TELEGRAMS_BUTTONS = {
    "Mulai", "Start", "Topik", "Topics", "Kelola Topik", "manage topics", "Sematkan Pesan",
    "pin messages",
}  # fmt: skip
OFFICE_WORDS = re.compile(
    r"disposisi|tindak\s?lanjut|wewenang|tunda|\bremit\b|follow(ed)? up|reassign", re.IGNORECASE
)
NUMBERS = {"count", "times", "stars", "percent", "whole", "tenth"}
LONGEST_AGENCY = max((agency.short for agency in Catalogue.load().top_agencies()), key=len)
REALISTIC: dict[str, str | int | date] = {
    "agency": f"Dinas Pemberdayaan Perempuan dan Perlindungan Anak {LONGEST_AGENCY}",
    "basis": "Pasal 20 ayat (2) huruf a Undang-Undang Nomor 27 Tahun 2022",
    "contact": "pengaduan@kabupaten.example, (021) 555-0123",
    "day": date(2026, 9, 30),
    "days": 730,
    "files": "2 foto, 1 video",
    "latitude": "-6.48521",
    "left": "12 hari kerja lagi",
    "link": "https://t.me/lapor_bot?startgroup=abcdefghijklmnopqrstuvwxyz",
    "longitude": "106.85432",
    "most": "10",
    "name": "Raden Roro Sri Wahyuningsih Kusumawardhani Hadiningrat",
    "number": "LPR-7K3M-9QXD-4TC",
    "pin": "482913",
    "place": "Kel. Cibinong, Kec. Cibinong, Kab. Bogor, Jawa Barat",
    "reasons": "lampu jalan dan Cibinong",
    "state": "ya",
    "text": "Lampu jalan di depan sekolah mati. " * 60,
    "title": "Lampu jalan mati di depan SDN 3 Cibinong sejak Senin malam",
}
HOSTILE = "<b>Siti</i> & Co. </code> &amp; " + "panjang" * 20

every_language = pytest.mark.parametrize("language", LANGUAGES)


def filled(key: str) -> dict[str, str | int | date]:
    return {name: 7 if name in NUMBERS else REALISTIC.get(name, "kata lain") for name in KEYS[key]}


def said(language: str, key: str) -> str:
    return TEXTS.speech(language)(key, **filled(key))


def read(language: str, key: str) -> str:
    """The text as it stands on a phone."""
    return parse_html(said(language, key))[0]


def for_office(key: str) -> bool:
    return key.startswith(OFFICE) or key in OFFICE_EXACTLY


def for_citizens() -> list[str]:
    return [key for key in KEYS if not for_office(key)]


def test_every_text_file_is_a_language_that_is_tested() -> None:
    assert set(TEXTS.languages) == set(LANGUAGES)


@every_language
def test_no_key_stands_twice(language: str) -> None:
    counts = Counter(key for key, _ in entries(language))

    assert [key for key, count in counts.items() if count > 1] == []


def test_english_is_complete() -> None:
    assert set(variables("en")) == set(KEYS)


def test_javanese_has_all_that_a_citizen_reads() -> None:
    javanese = set(variables("jv"))

    assert set(for_citizens()) - javanese == set()
    assert javanese - set(KEYS) == set()


@every_language
def test_a_text_has_the_same_variables_in_every_language(language: str) -> None:
    there = variables(language)

    assert {key: names for key, names in there.items() if names != KEYS[key]} == {}


def test_the_keys_that_are_put_together_are_known_here() -> None:
    assert families() == set(FAMILIES)


@pytest.mark.parametrize("family", FAMILIES)
def test_each_member_of_a_closed_set_has_its_text(family: str) -> None:
    assert [key for end in FAMILIES[family] if (key := f"{family}{end}") not in KEYS] == []


def test_every_text_that_is_asked_for_is_there_with_its_variables() -> None:
    calls = asked()

    unfilled = [
        call
        for call in calls
        if "**" not in call.filled and KEYS.get(call.key, frozenset({"?"})) - call.filled
    ]
    assert len(calls) > 100
    assert unfilled == []


def test_no_text_is_left_over() -> None:
    put_together = {f"{family}{end}" for family, ends in FAMILIES.items() for end in ends}

    assert set(KEYS) - literals() - put_together == set()


def test_every_status_has_its_words_for_citizens_and_for_the_office() -> None:
    assert set(reports._STATES) == set(Status)
    assert set(_STATES) == set(Status)


@every_language
@pytest.mark.parametrize("emergency", Emergency)
def test_danger_names_the_telephone_number_that_helps(language: str, emergency: Emergency) -> None:
    shown = draft.danger(TEXTS.speech(language), emergency)

    assert f"<b>{emergency}</b>" in shown.text
    assert "<b>112</b>" in shown.text


def test_every_kind_of_news_is_put_into_words() -> None:
    told = {kind.name for kind in NoticeKind}

    assert told - attributes_of("NoticeKind") == set()


@every_language
@pytest.mark.parametrize("key", KEYS)
def test_what_people_write_formats_nothing_and_is_shown_as_written(language: str, key: str) -> None:
    harmless, hostile = filled(key), filled(key)
    for name in KEYS[key] - NUMBERS - {"day", "days", "latitude", "longitude"}:
        harmless[name], hostile[name] = "Siti", HOSTILE
    say = TEXTS.speech(language)

    plain, formats = parse_html(say(key, **hostile))

    assert Counter(each.type for each in formats) == Counter(
        each.type for each in parse_html(say(key, **harmless))[1]
    )
    assert plain.replace(HOSTILE, "Siti") == parse_html(say(key, **harmless))[0]


@every_language
def test_every_text_fits_a_message(language: str) -> None:
    assert [key for key in KEYS if utf16_length(read(language, key)) > 4096] == []


@every_language
def test_a_buttons_label_fits_a_phone(language: str) -> None:
    labels = {key: said(language, key) for key in KEYS if key.startswith("button-")}
    del labels["button-revoke"], labels["button-keyword-undo"]

    assert {key: label for key, label in labels.items() if not 0 < len(label) <= 24} == {}
    assert {key: label for key, label in labels.items() if "<" in label or "&" in label} == {}


@every_language
def test_the_small_window_over_a_button_holds_its_text_without_html(language: str) -> None:
    words = {key: said(language, key) for key in TOASTS}

    assert {key: text for key, text in words.items() if utf16_length(text) > 200} == {}
    assert {key: text for key, text in words.items() if "<" in text or "&" in text} == {}


@every_language
def test_the_menu_of_commands_is_plain_and_short(language: str) -> None:
    words = [said(language, f"command-{name}") for name in COMMANDS]

    assert [text for text in words if "<" in text or len(text) > 60] == []


@every_language
def test_nothing_is_exclaimed_but_the_name(language: str) -> None:
    shouted = [key for key in KEYS if "!" in said(language, key).replace("SP4N-LAPOR!", "")]

    assert shouted == []


@every_language
def test_citizens_never_read_office_words(language: str) -> None:
    assert [key for key in for_citizens() if OFFICE_WORDS.search(said(language, key))] == []


@every_language
def test_messages_stay_under_sixty_words(language: str) -> None:
    quoting = {key for key in KEYS if "text" in KEYS[key]}

    long = {key for key in KEYS if len(read(language, key).split()) > 60}

    assert long - quoting - LONG == set()


@every_language
def test_what_a_text_tells_people_to_press_is_a_button(language: str) -> None:
    say = TEXTS.speech(language)
    labels = {say(key) for key in KEYS if key.startswith("button-") and not KEYS[key]}

    told = {
        (key, label)
        for key in KEYS
        if key != "not-official"
        for label in re.findall(r"<i>(.*?)</i>", said(language, key))
    }

    assert {each for each in told if each[1] not in labels | TELEGRAMS_BUTTONS} == set()


@every_language
def test_every_command_in_a_text_is_understood(language: str) -> None:
    named = {
        (key, name)
        for key in KEYS
        if key not in {"case-map", *(f"invite-link-{kind}" for kind in InvitationKind)}
        for name in re.findall(r"(?<![\w<])/([a-z0-9_]+)", read(language, key))
    }

    assert {each for each in named if each[1] not in _COMMANDS} == set()


@every_language
@pytest.mark.parametrize("key", ["ask-when", "ask-when-again", "card-when"])
def test_every_example_of_a_day_is_understood(language: str, key: str) -> None:
    examples = re.findall("“(.*?)”", said(language, key))

    assert examples
    assert [each for each in examples if read_date(each, date(2026, 11, 30)) is None] == []


@every_language
def test_every_example_of_a_number_looks_like_one(language: str) -> None:
    examples = {number for key in KEYS for number in re.findall(r"LPR-[\w-]+", said(language, key))}

    assert examples
    assert [each for each in examples if not looks_like_a_number(each)] == []


@every_language
def test_a_stranger_cannot_tell_absent_from_not_theirs(language: str) -> None:
    assert said(language, "refused-not-found") == said(language, "refused-wrong-pin")


@every_language
def test_the_words_of_a_link_are_single_and_differ(language: str) -> None:
    say = TEXTS.speech(language)

    words = [say(f"invite-word-{kind}") for kind in InvitationKind]

    assert len(set(words)) == len(words)
    assert [word for word in words if not re.fullmatch("[a-z]+", word)] == []
    assert all(isinstance(word, Html) for word in words)
