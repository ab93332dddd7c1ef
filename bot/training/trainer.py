"""The trainer: sets one report after another, looks at what was done, and says so.

- A step that was wrong costs nothing: the trainer says what to try. When the report has gone where
  the wanted step cannot be made any more, the same is filed again.
- What a reporter has read since is quoted, so that nobody has to change seats to see it.
- Two words work in the trainer's own chat, as buttons: a hint, and the next report.
"""

from dataclasses import dataclass, field

from bot.domain.moves import Act, moves_open_to
from bot.domain.report import HistoryLine
from bot.sandbox.model.changes import Change, ChangeKind
from bot.sandbox.model.chats import Membership, Status, User
from bot.sandbox.model.html import parse_html
from bot.sandbox.model.messages import Button, ButtonKind, Message, ReplyKeyboard
from bot.sandbox.people.group import Group
from bot.sandbox.server import Sandbox
from bot.training.course import Desk, Lesson, Step, Worth, is_thin
from bot.training.room import ADMIN, OFFICER, Filed, Room
from bot.ui import training
from bot.ui.texts import Html, Speech

_TRAINER = User(7_900_000_002, "Pelatih", is_bot=True)


@dataclass(slots=True)
class Marks:
    """How the course has gone so far."""

    at_once: int = 0
    after_a_try: int = 0
    skipped: list[int] = field(default_factory=list)


class Skipped(Exception):
    """The learner goes on to the next report."""


class Trainer:
    """Leads through the course, again and again if that is wished."""

    def __init__(self, sandbox: Sandbox, room: Room, group: Group, say: Speech) -> None:
        self._world = sandbox.world
        self._room = room
        self._group = group
        self._say = say
        self._changes = sandbox.world.subscribe()
        self._quoted = 0
        seat = Membership(_TRAINER, Status.MEMBER)
        self._world.set_member(group.chat, seat, _TRAINER, announce=False)

    async def run(self, course: tuple[Lesson, ...]) -> None:
        """Go on until cancelled."""
        agency = self._room.agency_of_the_officer
        while True:
            self._tell(training.hello(self._say, OFFICER, agency, ADMIN))
            marks = Marks()
            for number, lesson in enumerate(course, 1):
                try:
                    tries = await self._teach(lesson, (number, len(course)))
                except Skipped:
                    marks.skipped.append(number)
                    self._tell(training.skipped(self._say))
                else:
                    marks.at_once += tries == 0
                    marks.after_a_try += tries > 0
            ended = training.end(self._say, marks.at_once, marks.after_a_try, marks.skipped)
            self._tell(ended, over=True)
            await self._until_again()

    async def _teach(self, lesson: Lesson, place: tuple[int, int]) -> int:
        """Set a report and see it through; gives how often something else was tried first."""
        learner = await self._room.desk(lesson.desk)
        filed = await self._file(lesson)
        told = (learner.name, lesson.reporter, lesson.words)
        number = str(filed.report.number)
        first = lesson.steps[0]
        self._tell(training.report(self._say, place, number, told, first.name))
        tries = seen = at = 0
        while at < len(lesson.steps):
            step = lesson.steps[at]
            line = await self._next_act(filed, seen, lesson.desk, step)
            seen += 1
            worth = step.worth(line)
            if worth is Worth.RIGHT:
                await self._praise(filed, step, line)
                at += 1
                if at < len(lesson.steps):
                    name = lesson.steps[at].name
                    self._tell(training.task(self._say, name, lesson.reporter))
            elif worth is Worth.WRONG:
                tries += 1
                await self._correct(filed, step, line)
                if not await self._can_still(filed, lesson.desk, step):
                    filed = await self._file(lesson)
                    seen = at = 0
                    self._tell(training.anew(self._say, str(filed.report.number)))
        return tries

    async def _file(self, lesson: Lesson) -> Filed:
        filed = await self._room.file(lesson)
        self._read(filed)
        return filed

    async def _praise(self, filed: Filed, step: Step, line: HistoryLine) -> None:
        await self._room.settled()
        read = self._read(filed)
        thin = is_thin(line, await self._room.words(line))
        await self._room.react(filed, step)
        read = read or self._read(filed)
        self._read(filed)
        name = filed.reporter.name
        self._tell(training.right(self._say, step.name, name, read, thin=thin))

    async def _correct(self, filed: Filed, step: Step, line: HistoryLine) -> None:
        await self._room.settled()
        act, name = Act(line.act), filed.reporter.name
        self._tell(training.wrong(self._say, step.name, act, name, self._read(filed)))

    async def _can_still(self, filed: Filed, desk: Desk, step: Step) -> bool:
        """Whether the wanted step can be made where the report is now."""
        now = await self._room.report(filed.report.id)
        there = desk is Desk.ADMIN or now.agency == filed.report.agency
        return there and bool(moves_open_to(now.status, frozenset({desk.role})) & step.acts)

    async def _next_act(self, filed: Filed, seen: int, desk: Desk, step: Step) -> HistoryLine:
        """Wait for the next thing that a learner does to the report."""
        while True:
            lines = await self._room.lines(filed.report.id)
            if len(lines) > seen:
                return lines[seen]
            change = await self._changes.get()
            if said := self._said_to_the_trainer(change):
                hint, skip = (str(key) for key in training.keys(self._say, over=False))
                if said == skip:
                    raise Skipped
                tip = training.instead(self._say, step.name, filed.reporter.name)
                who = self._room.learners[desk].name
                self._tell(tip if said == hint else training.not_here(self._say, who))

    async def _until_again(self) -> None:
        (again,) = training.keys(self._say, over=True)
        while self._said_to_the_trainer(await self._changes.get()) != str(again):
            pass

    def _said_to_the_trainer(self, change: Change) -> str:
        message = change.message
        if change.chat is not self._group.chat or change.kind is not ChangeKind.SENT:
            return ""
        return "" if message is None or message.sender.is_bot else message.text.strip()

    def _read(self, filed: Filed) -> list[str]:
        """What the bot has sent to the reporter since the last time that this was asked."""
        reporter = filed.reporter
        sent = [m for m in reporter.messages if m.from_bot and m.id > self._quoted]
        self._quoted = max((m.id for m in sent), default=self._quoted)
        return [m.text for m in sent if m.text]

    def _tell(self, words: Html, *, over: bool = False) -> None:
        text, entities = parse_html(words)
        labels = training.keys(self._say, over=over)
        row = tuple(Button(str(label), ButtonKind.TEXT) for label in labels)
        self._world.post(
            Message(
                id=0,
                chat=self._group.chat,
                sender=_TRAINER,
                date=self._world.clock.now(),
                text=text,
                entities=entities,
                markup=ReplyKeyboard((row,)),
            )
        )
