"""Notices as the JSON that waits in the outbox."""

import json

from bot.domain.notice import Notice, NoticeKind
from bot.domain.people import ChatId
from bot.domain.report import FollowUpId, ReportId


def dump_notice(notice: Notice) -> bytes:
    """Write a notice, leaving out what is empty."""
    written: dict[str, str | int] = {"kind": notice.kind, "chat": notice.chat}
    if notice.report is not None:
        written["report"] = notice.report
    if notice.follow_up is not None:
        written["follow_up"] = notice.follow_up
    if notice.about:
        written["about"] = notice.about
    return json.dumps(written, ensure_ascii=False, separators=(",", ":")).encode()


def load_notice(payload: bytes) -> Notice:
    """Read what `dump_notice` wrote. Raises ValueError or KeyError for anything else."""
    written = json.loads(payload)
    report, follow_up = written.get("report"), written.get("follow_up")
    return Notice(
        kind=NoticeKind(written["kind"]),
        chat=ChatId(written["chat"]),
        report=None if report is None else ReportId(report),
        follow_up=None if follow_up is None else FollowUpId(follow_up),
        about=written.get("about", ""),
    )
