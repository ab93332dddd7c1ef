"""What a handler is given: who is there, in which language, and the open work."""

from dataclasses import dataclass

from bot.domain.people import Actor, ChatId, Person
from bot.domain.step import Step
from bot.services.work import Work
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

    async def ask(self, step: Step) -> None:
        """Remember what the next words are meant for."""
        await self.work.unit.steps.save(step)

    async def done_asking(self) -> None:
        if self.step:
            await self.work.unit.steps.drop(self.person.id, self.chat)


def show(*screens: Screen, toast: str = "") -> Answer:
    return Answer(screens, toast)
