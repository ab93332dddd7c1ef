"""What the trainer says: the next report, what was right, what to try instead, and the end."""

from collections.abc import Sequence

from bot.domain.moves import Act
from bot.ui.texts import Html, Speech

_LONGEST_READ = 900
"""Letters of what a reporter has read that are quoted."""


def hello(say: Speech, officer: str, agency: str, admin: str) -> Html:
    return say("training-hello", officer=officer, agency=agency, admin=admin)


def task(say: Speech, step: str, reporter: str) -> Html:
    """What is wanted of the report that lies there."""
    return say(f"training-task-{step}", reporter=reporter)


def report(
    say: Speech, place: tuple[int, int], number: str, told: tuple[str, str, str], step: str
) -> Html:
    """A new report: its place in the course, who works on it, who wrote it, and what."""
    who, reporter, text = told
    count, total = place
    head = say("training-report", count=count, total=total, name=who, number=number)
    said = say("training-wrote", reporter=reporter, text=text)
    return _together(head, said, task(say, step, reporter))


def right(say: Speech, step: str, reporter: str, read: Sequence[str], *, thin: bool) -> Html:
    """Why it was right, how it could be better, and what the reporter has read of it."""
    parts = [say(f"training-right-{step}", reporter=reporter)]
    if thin:
        parts.append(say("training-thin"))
    parts.append(_read(say, reporter, read))
    return _together(*parts)


def instead(say: Speech, step: str, reporter: str, act: Act | None = None) -> Html:
    """What to try, and how what was done is written down; without an act, a hint alone."""
    tip = say(f"training-instead-{step}", reporter=reporter)
    if act is None:
        return tip
    return _together(say("training-wrong", act=say(f"act-{act}")), tip)


def wrong(say: Speech, step: str, act: Act, reporter: str, read: Sequence[str]) -> Html:
    """What to try instead, and what the reporter has read meanwhile."""
    return _together(instead(say, step, reporter, act), _read(say, reporter, read))


def anew(say: Speech, number: str) -> Html:
    return say("training-anew", number=number)


def skipped(say: Speech) -> Html:
    return say("training-skipped")


def not_here(say: Speech, who: str) -> Html:
    """Something was written to the trainer that is work, or no word of theirs."""
    return say("training-not-here", name=who)


def end(say: Speech, right_at_once: int, after_a_try: int, left_out: Sequence[int]) -> Html:
    """How it went; the reports to look at again by their numbers."""
    parts = [say("training-end", count=right_at_once, times=after_a_try, whole=len(left_out))]
    if left_out:
        parts.append(say("training-end-skipped", text=", ".join(map(str, left_out))))
    parts.append(say("training-end-then"))
    return _together(*parts)


def keys(say: Speech, *, over: bool) -> tuple[Html, ...]:
    """The labels of the buttons under the trainer's chat."""
    if over:
        return (say("button-training-again"),)
    return (say("button-training-hint"), say("button-training-skip"))


def _read(say: Speech, reporter: str, read: Sequence[str]) -> Html:
    if not read:
        return say("training-read-nothing", reporter=reporter)
    text = "\n\n".join(read)
    if len(text) > _LONGEST_READ:
        text = f"{text[:_LONGEST_READ]}…"
    return say("training-read", reporter=reporter, text=text)


def _together(*parts: str) -> Html:
    return Html("\n\n".join(parts))
