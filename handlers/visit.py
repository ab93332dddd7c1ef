"""What a handler is given: who is there, in which language, and the open work."""

from dataclasses import dataclass, replace

from bot.domain.agency import Agency, AgencyCode
from bot.domain.people import Actor, ChatId, Person
from bot.domain.refusals import Refused, Why
from bot.domain.step import Step, StepKind
from bot.services.work import Work
from bot.telegram.incoming import Heard
from bot.ui.screen import Answer, Screen
from bot.ui.texts import Speech, Texts

Shown = Screen | Answer | None
"""What a handler returns; None is silence on purpose."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One person in one chat, for one update."""

    work: Work
    texts: Texts
    say: Speech
    person: Person
    actor: Actor
    chat: ChatId
    step: Step | None
    thread: int | None = None
    """The topic of a group in which they are."""
    together: bool = False
    """What they say has waited for their consent beside other words: all of it is answered once."""

    async def ask(self, step: Step) -> None:
        """Remember what the next words are meant for."""
        await self.work.unit.steps.save(step, self.thread)

    async def holds(self, heard: Heard) -> bool:
        """Keep what came until it is said what it is about.

        Say whether that has been asked already: for the same album, or for the first half of a
        text that Telegram has cut.
        """
        held = self.loose
        step = held or Step(self.person.id, self.chat, StepKind.LOOSE)
        if heard.text:
            step = step.with_words(heard.text)
        if heard.attachment:
            step = step.with_attachment(heard.attachment)
        await self.ask(replace(step, reason=heard.album))
        return held is not None and (
            held.is_cut or (bool(heard.album) and held.reason == heard.album)
        )

    @property
    def loose(self) -> Step | None:
        """What is kept until it is said what it is about."""
        return self.step if self.step and self.step.kind is StepKind.LOOSE else None

    def agency(self, code: str) -> Agency:
        """The agency that a button names. Raises Refused (NEEDS_AGENCY) where there is none."""
        agency = self.work.records.agency(AgencyCode(code))
        if agency is None:
            raise Refused(Why.NEEDS_AGENCY)
        return agency

    async def done_asking(self) -> None:
        if self.step:
            await self.work.unit.steps.drop(self.person.id, self.chat, self.thread)


def show(*screens: Screen, toast: str = "") -> Answer:
    return Answer(screens, toast)
