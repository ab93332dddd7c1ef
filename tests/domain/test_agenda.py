"""The clocks of a report: what runs, when somebody hears of it, and who."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.agency import AgencyCode
from bot.domain.agenda import Agenda
from bot.domain.clocks import ClockKind, Hearer, Moment, read_code
from bot.domain.deadlines import Terms, WorkingDays
from bot.domain.moves import Act
from bot.domain.people import PersonId, Role
from bot.domain.place import Place, RegionCode
from bot.domain.quiet import Quiet
from bot.domain.report import OPEN, HistoryLine, Report, ReportId, Status
from bot.domain.suggestion import Care, ReportClass
from bot.domain.tracking import TrackingNumber

WIB = ZoneInfo("Asia/Jakarta")
CALENDAR = WorkingDays(WIB)
AGENDA = Agenda(CALENDAR, Terms(), Quiet())
OFFICE, ABOVE, ADMINS, REPORTER = (
    Hearer.OFFICERS,
    Hearer.AGENCY_ADMINS,
    Hearer.ADMINS,
    Hearer.REPORTER,
)
AFTER = {
    Act.FILE: Status.UNVERIFIED,
    Act.VERIFY: Status.DISPATCHED,
    Act.REROUTE: Status.DISPATCHED,
    Act.HAND_BACK: Status.UNVERIFIED,
    Act.TAKE: Status.IN_PROGRESS,
    Act.ANSWER: Status.IN_PROGRESS,
    Act.SETTLE: Status.IN_PROGRESS,
    Act.ASK: Status.WAITING,
    Act.REPLY: Status.REPORTER_REPLIED,
    Act.REJECT: Status.REPORTER_REPLIED,
    Act.CONFIRM: Status.CLOSED_BY_REPORTER,
    Act.REOPEN: Status.REPORTER_REPLIED,
}


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=WIB)


class Story:
    """A report's life, told act by act, and played forward by the agenda."""

    def __init__(self, filed: str, agenda: Agenda = AGENDA, **facts: object) -> None:
        self.agenda = agenda
        self.lines: list[HistoryLine] = []
        report = Report(
            id=ReportId(1),
            number=TrackingNumber("LPR-7K3M-9QXD-4TC"),
            reporter=PersonId(1),
            report_class=ReportClass.COMPLAINT,
            status=Status.UNVERIFIED,
            title="Lampu taman",
            text="Lampu taman gelap",
            filed_at=at(filed),
            due_at=CALENDAR.after(at(filed), 3),
        )
        self.report = replace(report, **facts)  # type: ignore[arg-type]
        self.then(Act.FILE, filed)

    def then(self, act: Act, when: str, reason: str = "") -> "Story":
        moment, before = at(when), self.report.status
        after = AFTER.get(act, before)
        if before is Status.WAITING and after is not before:
            due = self.agenda.resumed(self.report, self.lines, moment)
            self.report = replace(self.report, due_at=due)
        if act is Act.VERIFY:
            due = CALENDAR.after(moment, 5)
            self.report = replace(self.report, due_at=due, agency=AgencyCode("32.01/perhubungan"))
        if act in {Act.ANSWER, Act.SETTLE}:
            answered = self.report.answered_at or moment
            settled = moment if act is Act.SETTLE else None
            self.report = replace(self.report, answered_at=answered, settled_at=settled)
        if act in {Act.REPLY, Act.REJECT, Act.REOPEN}:
            self.report = replace(self.report, settled_at=None)
        self.report = replace(self.report, status=after)
        line = HistoryLine(
            ReportId(1), moment, act, None, Role.SYSTEM, before, after, reason=reason
        )
        self.lines.append(line)
        return self

    def until(self, end: str) -> list[Moment]:
        """Let time pass, doing at each moment what is due, as the program does."""
        now, done = self.lines[-1].at, []
        while (then := self.agenda.next(self.report, self.lines, now)) and then[0] <= at(end):
            now = max(now, then[0])
            due = self.agenda.due(self.report, self.lines, now)
            assert due, f"at {now} something was announced, and nothing was due"
            done.append(due)
            if due.act in {Act.LAPSE, Act.EXPIRE}:
                self.report = replace(self.report, status=Status.CLOSED_BY_SYSTEM)
            status = self.report.status
            self.lines.append(
                HistoryLine(
                    ReportId(1), now, due.act, None, Role.SYSTEM, status, status, reason=due.code
                )
            )
        return done

    def told(self, end: str) -> list[tuple[str, str]]:
        return [
            (moment.code, moment.at.astimezone(WIB).strftime("%Y-%m-%d %H:%M"))
            for moment in self.until(end)
        ]


def sent_on(filed: str = "2026-11-23T09:00", agenda: Agenda = AGENDA, **facts: object) -> Story:
    return Story(filed, agenda, **facts).then(Act.VERIFY, filed)


@pytest.mark.parametrize(
    ("story", "until", "told"),
    [
        pytest.param(
            Story("2026-11-23T09:00"),
            "2026-11-28T00:00",
            [
                ("verify-50", "2026-11-25 12:00"),
                ("verify-80", "2026-11-26 09:36"),
                ("verify-100", "2026-11-27 07:00"),
            ],
            id="the admins have three working days to send it on",
        ),
        pytest.param(
            sent_on(),
            "2026-12-04T00:00",
            [
                ("answer-50", "2026-11-26 12:00"),
                ("answer-80", "2026-11-30 07:00"),
                ("answer-100", "2026-12-01 07:00"),
                ("answer-101", "2026-12-02 07:00"),
            ],
            id="the agency has five working days for its first answer",
        ),
        pytest.param(
            sent_on().then(Act.ANSWER, "2026-11-24T10:00").then(Act.REPLY, "2026-11-24T12:00"),
            "2026-12-16T00:00",
            [
                ("settle-50", "2026-12-03 07:00"),
                ("settle-80", "2026-12-09 07:00"),
                ("settle-100", "2026-12-14 07:00"),
                ("settle-101", "2026-12-15 07:00"),
            ],
            id="and fourteen for the solution",
        ),
        pytest.param(
            sent_on(report_class=ReportClass.INFORMATION)
            .then(Act.ANSWER, "2026-11-24T10:00")
            .then(Act.REPLY, "2026-11-24T12:00"),
            "2026-12-01T23:00",
            [
                ("settle-50", "2026-11-26 12:00"),
                ("settle-80", "2026-11-30 07:00"),
                ("settle-100", "2026-12-01 07:00"),
            ],
            id="five where somebody asks for information",
        ),
        pytest.param(
            sent_on().then(Act.ANSWER, "2026-11-24T10:00"),
            "2026-12-05T00:00",
            [
                ("silence-50", "2026-11-29 10:00"),
                ("silence-80", "2026-12-02 10:00"),
                ("settle-50", "2026-12-03 07:00"),
                ("silence-100", "2026-12-04 10:00"),
            ],
            id="a reporter's silence after an answer ends it after ten days",
        ),
        pytest.param(
            sent_on().then(Act.SETTLE, "2026-11-24T10:00"),
            "2027-03-01T00:00",
            [
                ("silence-50", "2026-11-29 10:00"),
                ("silence-80", "2026-12-02 10:00"),
                ("silence-100", "2026-12-04 10:00"),
            ],
            id="while the agency holds it solved nobody hurries the agency",
        ),
        pytest.param(
            sent_on().then(Act.ASK, "2026-11-24T10:00"),
            "2027-03-01T00:00",
            [
                ("complete-50", "2026-12-02 07:00"),
                ("complete-80", "2026-12-07 07:00"),
                ("complete-100", "2026-12-09 07:00"),
            ],
            id="what the reporter does not complete in ten working days is archived",
        ),
        pytest.param(
            sent_on().then(Act.ASK, "2026-11-25T10:00").then(Act.REPLY, "2026-12-01T10:00"),
            "2026-12-10T00:00",
            [
                ("answer-50", "2026-12-02 12:00"),
                ("answer-80", "2026-12-04 07:00"),
                ("answer-100", "2026-12-07 07:00"),
                ("answer-101", "2026-12-08 07:00"),
            ],
            id="the clock goes on later by the four working days that the reporter took",
        ),
        pytest.param(
            sent_on("2026-03-16T09:00"),
            "2026-04-02T00:00",
            [
                ("answer-50", "2026-03-26 12:00"),
                ("answer-80", "2026-03-30 07:00"),
                ("answer-100", "2026-03-31 07:00"),
                ("answer-101", "2026-04-01 07:00"),
            ],
            id="no working day passes between Nyepi and the joint leave of Idul Fitri",
        ),
        pytest.param(
            sent_on()
            .then(Act.SETTLE, "2026-11-25T10:00")
            .then(Act.CONFIRM, "2026-11-26T10:00")
            .then(Act.REOPEN, "2026-12-14T10:00"),
            "2026-12-17T00:00",
            [("settle-100", "2026-12-15 07:00"), ("settle-101", "2026-12-16 07:00")],
            id="reopened after its date it is late from the next working day on",
        ),
        pytest.param(
            sent_on().then(Act.HAND_BACK, "2026-11-24T10:00"),
            "2026-12-02T00:00",
            [
                ("verify-50", "2026-11-26 12:00"),
                ("verify-80", "2026-11-27 09:36"),
                ("verify-100", "2026-11-30 07:00"),
                ("answer-100", "2026-12-01 07:00"),
            ],
            id="handed back the admins' clock begins, and the promised answer holds",
        ),
    ],
)
def test_who_is_told_what_and_when(story: Story, until: str, told: list[tuple[str, str]]) -> None:
    assert story.told(until) == told


def test_sixty_working_days_for_a_report_that_accuses() -> None:
    story = sent_on(care=Care.ACCUSES).then(Act.ANSWER, "2026-11-24T10:00")

    clock = story.agenda.office_clock(story.report, story.lines)

    assert clock
    assert (clock.kind, clock.days) == (ClockKind.SETTLE, 60)
    assert CALENDAR.between(at("2026-11-23T09:00"), clock.due) == 60


@pytest.mark.parametrize(
    ("code", "hearers"),
    [
        ("answer-50", {OFFICE}),
        ("answer-80", {OFFICE, ABOVE}),
        ("answer-100", {OFFICE, ABOVE, REPORTER}),
        ("answer-101", {ADMINS}),
        ("answer-102", {OFFICE, ABOVE}),
    ],
)
def test_it_climbs_from_the_officer_to_the_agency_admin_to_the_admin(
    code: str, hearers: set[Hearer]
) -> None:
    told = sent_on().until("2027-01-01T00:00")

    assert next(moment.hearers for moment in told if moment.code == code) == hearers


def test_a_report_that_nobody_answers_is_told_of_again_every_ten_working_days() -> None:
    told = sent_on().told("2027-01-20T00:00")

    assert told[-3:] == [
        ("answer-102", "2026-12-16 07:00"),
        ("answer-103", "2027-01-04 07:00"),
        ("answer-104", "2027-01-19 07:00"),
    ]


def test_what_was_missed_becomes_one_moment_that_all_hear_who_should_have() -> None:
    story = sent_on()
    back = at("2026-12-03T10:00")

    due = story.agenda.due(story.report, story.lines, back)

    assert due
    assert (due.code, due.at) == ("answer-101", back)
    assert due.hearers == {OFFICE, ABOVE, ADMINS, REPORTER}


def test_back_in_the_night_the_program_waits_for_the_morning() -> None:
    story = sent_on()
    night = at("2026-12-03T22:30")

    due = story.agenda.due(story.report, story.lines, night)
    then = story.agenda.next(story.report, story.lines, night)

    assert due is None
    assert then
    assert min(then[0], at("2026-12-04T07:00")) == at("2026-12-04T07:00")


def test_the_reporter_is_told_once_that_their_agency_is_late() -> None:
    story = sent_on()
    first = story.until("2026-12-04T00:00")
    story.then(Act.ANSWER, "2026-12-04T09:00").then(Act.REPLY, "2026-12-04T10:00")

    later = story.until("2026-12-20T00:00")

    assert [moment.code for moment in first if REPORTER in moment.hearers] == ["answer-100"]
    assert "settle-100" in [moment.code for moment in later]
    assert [moment for moment in later if REPORTER in moment.hearers] == []


@pytest.mark.parametrize(
    ("region", "morning"),
    [
        ("32.01", "2026-11-30T07:00+07:00"),
        ("73.71", "2026-11-30T07:00+08:00"),
        ("94.71", "2026-11-30T07:00+09:00"),
        ("51.71", "2026-11-30T07:00+08:00"),
    ],
)
def test_the_night_is_that_of_the_reporters_place(region: str, morning: str) -> None:
    story = sent_on("2026-11-24T09:00", place=Place("di sini", RegionCode(region)))
    story.then(Act.SETTLE, "2026-11-24T21:30")

    then = story.agenda.next(story.report, story.lines, at("2026-11-24T21:30"))

    assert then == (datetime.fromisoformat(morning), "silence-50")


def test_the_quiet_hours_are_as_configured() -> None:
    siesta = Agenda(CALENDAR, Terms(), Quiet(time(9), time(15)))
    never = Agenda(CALENDAR, Terms(), Quiet(time(0), time(0)))

    told = [
        sent_on(agenda=agenda).then(Act.SETTLE, "2026-11-24T10:00").told("2026-11-30T00:00")
        for agenda in (siesta, never)
    ]

    assert told == [
        [("silence-50", "2026-11-29 15:00")],
        [("silence-50", "2026-11-29 10:00")],
    ]


def test_nobody_is_told_twice_on_one_day_about_one_report() -> None:
    hurried = Agenda(CALENDAR, Terms(first_answer=1, reporter_silence=1), Quiet())
    story = sent_on(agenda=hurried).then(Act.SETTLE, "2026-11-23T09:00")

    told = story.told("2026-12-04T00:00")

    assert told == [("silence-80", "2026-11-24 07:00"), ("silence-100", "2026-11-25 07:00")]


def test_admins_who_stand_in_for_an_agency_hear_once_a_day_of_a_report_that_they_send_on() -> None:
    story = Story("2026-04-01T20:19").then(Act.VERIFY, "2026-04-03T12:26")
    story.then(Act.HAND_BACK, "2026-04-03T21:11")
    heard = story.told("2026-04-08T11:36")

    heard += story.then(Act.REROUTE, "2026-04-08T11:36").told("2026-04-09T12:00")

    assert heard[-2:] == [("verify-80", "2026-04-08 09:36"), ("answer-50", "2026-04-09 07:00")]


def test_who_heard_of_a_missed_moment_too_is_left_alone_that_day() -> None:
    story = sent_on(report_class=ReportClass.INFORMATION).then(Act.ANSWER, "2026-11-24T10:00")
    now = at("2026-12-02T10:30")
    late = story.agenda.due(story.report, story.lines, now)
    assert late
    assert REPORTER in late.hearers
    story.then(late.act, "2026-12-02T10:30", late.code)

    reminded = story.until("2026-12-04T09:00")

    assert [moment.at for moment in reminded if moment.code == "silence-80"] == [
        at("2026-12-03T07:00")
    ]


def test_a_day_off_that_was_added_makes_the_promise_later() -> None:
    story = sent_on()
    later = Agenda(WorkingDays(WIB, [at("2026-11-25T00:00").date()]), Terms(), Quiet())

    assert AGENDA.promised(story.report, story.lines) == story.report.due_at
    assert later.promised(story.report, story.lines).date() == at("2026-12-01T00:00").date()


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("answered", [False, True])
def test_every_open_report_has_a_next_moment_and_no_closed_one(
    status: Status, answered: bool
) -> None:
    story = Story("2026-11-23T09:00")
    answered_at = at("2026-11-24T09:00") if answered else None
    report = replace(story.report, status=status, answered_at=answered_at)

    for years in range(4):
        now = at("2026-11-24T10:00") + timedelta(days=365 * years)
        then = AGENDA.next(report, story.lines, now)

        assert (then is not None) == (status in OPEN)
        assert then is None or then[0] >= now


@pytest.mark.parametrize("text", ["", "o>32.01", "answer", "answer-", "nothing-50", "5"])
def test_other_reasons_are_no_moments(text: str) -> None:
    assert read_code(text) is None
