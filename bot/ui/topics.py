"""Topics in an agency's group: which one a message about a report belongs into, and its name."""

import html
from dataclasses import replace

from bot.domain.moves import Act
from bot.domain.people import Group, Lack
from bot.domain.report import Report
from bot.domain.topic import Topics, subject_of
from bot.services.records import masked
from bot.services.topics import TRIED_AGAIN_AFTER
from bot.services.work import Work
from bot.ui.screen import Rendered, Screen, TopicWish
from bot.ui.texts import Html, Speech
from storage.stores.anchors import Anchor

_SENT_ON = {Act.VERIFY, Act.REROUTE, Act.TO_UNIT}
LONGEST = 128
"""Signs of a topic's name (Bot API, createForumTopic)."""


async def thread_of(work: Work, group: Group, report: Report) -> int | None:
    """Where news of a report stands: in its topic, else where the group wants its cards."""
    subject = subject_of(await _kept(work, group), report)
    known = await work.unit.topics.of(group.chat, subject) if subject else None
    return known.thread if known else group.topic


async def card_in(
    work: Work,
    say: Speech,
    group: Group,
    report: Report,
    screen: Screen,
    old: Anchor | None,
    *,
    gone: bool,
) -> Rendered:
    """A card in its topic, which is made first, opened again, or closed where the work is over.

    The work is over in a group from which the report is `gone`. A card that stands elsewhere is
    left for a new one.
    """
    edit = old.message if old else None
    over = gone or not report.status.is_open or report.joined_to is not None
    wish = await _wish(work, say, group, report, over=over, gone=gone)
    if wish is None:
        return Rendered((screen,), edit, old.thread if old else group.topic)
    if old and wish.thread is not None and (old.thread == wish.thread or over):
        return Rendered((screen,), edit, old.thread, wish)
    pinned = replace(screen, pinned=wish.closable and not over)
    return Rendered((pinned,), None, wish.thread or group.topic, wish, edit)


async def _wish(
    work: Work, say: Speech, group: Group, report: Report, *, over: bool, gone: bool
) -> TopicWish | None:
    """None where nothing has a topic of its own, or none can be made just now."""
    wordless = gone or report.erased is not None
    # A name with somebody's words must go, whatever has a topic of its own by now.
    subject = subject_of(Topics.REPORT if wordless else await _kept(work, group), report)
    if subject is None:
        return None
    known = await work.unit.topics.of(group.chat, subject)
    if known is None and (over or _must_wait(work, group)):
        return None
    closable = subject.startswith("report:")
    closed = known is not None and known.closed
    reopens = closed and not over
    name = _name(work, say, report, closable=closable)
    return TopicWish(
        subject=subject,
        name=say("topic-name-gone", number=report.number) if gone else name,
        thread=known.thread if known else None,
        reopens=reopens,
        closes=closable and over and not closed,
        closable=closable,
        renames=wordless or reopens or (closable and await _has_moved(work, report)),
    )


async def _has_moved(work: Work, report: Report) -> bool:
    """Whether the sector that the name of a guarded report shows may be another by now."""
    if not report.guarded:
        return False
    lines = await work.unit.history.of_report(report.id)
    return sum(line.act in _SENT_ON for line in lines) > 1


async def _kept(work: Work, group: Group) -> Topics:
    return (await work.unit.rules.of(group.agency)).topics


def _must_wait(work: Work, group: Group) -> bool:
    """Whether it has been tried in vain a short while ago."""
    if not group.lacks & {Lack.MANAGE, Lack.FORUM} or group.lacks_since is None:
        return False
    return work.now - group.lacks_since < TRIED_AGAIN_AFTER


def _name(work: Work, say: Speech, report: Report, *, closable: bool) -> str:
    """Plain words; of a guarded report no more than its card in a group shows."""
    if not closable:
        agency = work.records.agency(report.agency)
        return agency.short[:LONGEST] if agency else say("someone")
    if report.guarded or report.erased:
        about = say(f"sector-{report.sector or 'lain'}")
    else:
        about = Html(html.escape(masked(report).title, quote=False))
    name = html.unescape(say("topic-name", number=report.number, title=about))
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}…"
