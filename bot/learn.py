"""What `lapor-bot learn` does: by the running program where there is one, else by itself."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from rich.table import Table

from bot.app import unserved
from bot.orders import Given, OrderRefused, give
from bot.services.lessons import Learned, Lessons, NoSuchVersion
from bot.settings import Settings
from storage.seal import Key

ORDER = "learn"


async def obey(lessons: Lessons, given: Given) -> dict[str, Any]:
    """Carry one order out. Raises OrderRefused."""
    number = given.get("version")
    try:
        match given["act"]:
            case "show":
                return _plain(await lessons.show(number))
            case "hold":
                await lessons.hold()
                return {"done": "Held: suggestions stay as they are, examples are collected."}
            case "apply":
                return {"done": f"Applied: {await lessons.apply()} examples learned."}
            case "back":
                left_out = await lessons.back(number or 0)
                return {"done": f"Back at version {number}: {left_out} examples left out."}
            case act:
                raise OrderRefused(f"there is no order {act}")
    except NoSuchVersion as absent:
        raise OrderRefused(f"There is no way back to version {number}: see learn show.") from absent


async def order(
    settings: Settings, key: Key, act: str, version: int | None = None
) -> dict[str, Any]:
    """Give the order. Raises OrderRefused, and storage's errors where no program runs."""
    given = {"act": act, "version": version}
    told = await give(Path(settings.data.folder), ORDER, given)
    if told is not None:
        return told
    async with unserved(settings, key=key) as lessons:
        return await obey(lessons, given)


def print_out(told: dict[str, Any], out: Callable[[Any], None]) -> None:
    """Put what `show` told on the screen."""
    held = f", held, {told['waiting']} examples wait" if told["held"] else ""
    out(f"Routing {told['router']}, {told['learned']} examples learned{held}.")
    versions = Table("version", "made", "by", "examples")
    for each in told["versions"]:
        versions.add_row(*(str(each[name]) for name in ("id", "at", "kind", "examples")))
    if told["versions"]:
        out(versions)
    since = told["since"]
    words = Table("word", "sector", f"version {since}" if since else "at first", "now")
    for word, sector, before, after in told["changes"]:
        words.add_row(word, sector, f"{before:+.1f}", f"{after:+.1f}")
    out(words if told["changes"] else "No word that five reporters used has changed.")
    for name in ("whole", "latest"):
        count, catalogue, learning = told[name]
        if count:
            out(
                f"{'Replay' if name == 'whole' else 'Newest quarter'}, {count} examples: "
                f"catalogue alone {catalogue / count:.1%}, with learning {learning / count:.1%}"
            )


def _plain(learned: Learned) -> dict[str, Any]:
    return {
        "router": learned.router,
        "held": learned.held,
        "learned": learned.learned,
        "waiting": learned.waiting,
        "versions": [
            {
                "id": each.id,
                "at": each.at.isoformat(timespec="minutes"),
                "kind": each.kind.value,
                "examples": each.examples,
            }
            for each in learned.versions
        ],
        "since": learned.since.id if learned.since else None,
        "changes": [
            [each.word, each.sector.value, each.before, each.after] for each in learned.changes
        ],
        **{
            name: [replay.examples, replay.by_catalogue, replay.by_learning]
            for name, replay in (("whole", learned.whole), ("latest", learned.latest))
        },
    }
