"""The table of moves: who may do what, when, and the picture of it in the README."""

import re
from collections import defaultdict
from pathlib import Path

import pytest

from bot.domain.moves import TABLE, Act, Move, Need, find_move, moves_open_to
from bot.domain.people import Role
from bot.domain.refusals import Refused, Why
from bot.domain.report import OPEN, Status

EVERYTHING = frozenset(Need)
README = Path(__file__).parents[2] / "README.md"


def allowed(act: Act, status: Status, role: Role) -> bool:
    return any(row.act is act and status in row.before and role in row.who for row in TABLE)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("act", Act)
def test_every_act_in_every_status_for_every_role_is_allowed_or_refused_with_a_reason(
    act: Act, status: Status, role: Role
) -> None:
    if allowed(act, status, role):
        move = find_move(act, status, frozenset({role}), EVERYTHING)

        assert status in move.before
        assert role in move.who
    else:
        with pytest.raises(Refused) as refused:
            find_move(act, status, frozenset({role}), EVERYTHING)

        assert refused.value.why in {Why.NOT_ALLOWED, Why.NOT_NOW}


@pytest.mark.parametrize("row", TABLE, ids=lambda row: f"{row.act}-{row.after}")
def test_a_move_without_what_it_needs_is_refused(row: Move) -> None:
    status, role = next(iter(row.before)), next(iter(row.who))

    for need in row.needs:
        with pytest.raises(Refused) as refused:
            find_move(row.act, status, frozenset({role}), EVERYTHING - {need})

        assert refused.value.why.startswith("needs-")


def test_no_act_has_two_rows_for_one_status_and_role() -> None:
    seen = set()
    for row in TABLE:
        for status in row.before:
            for role in row.who:
                assert (row.act, status, role) not in seen
                seen.add((row.act, status, role))


def test_an_open_report_can_always_be_withdrawn_and_archived() -> None:
    for status in OPEN:
        assert Act.WITHDRAW in moves_open_to(status, frozenset({Role.REPORTER}))
        assert Act.ARCHIVE in moves_open_to(status, frozenset({Role.ADMIN}))


def test_an_officers_hand_back_never_closes() -> None:
    rows = [row for row in TABLE if row.act is Act.HAND_BACK]

    assert {row.after for row in rows} == {Status.UNVERIFIED}


def test_nobody_but_the_reporter_says_that_it_is_solved() -> None:
    rows = [row for row in TABLE if row.after is Status.CLOSED_BY_REPORTER]

    assert {role for row in rows for role in row.who} == {Role.REPORTER}


def test_the_readmes_diagram_is_the_table() -> None:
    edges = defaultdict(set)
    for row in TABLE:
        for status in row.before:
            edges[status.name, (row.after or status).name].add(row.act.value)

    assert diagram() == dict(edges)


def diagram() -> dict[tuple[str, str], set[str]]:
    """Read the README's state diagram, frames spread out over the states inside."""
    text = README.read_text("utf-8").split("stateDiagram-v2", 1)[1].split("```", 1)[0]
    inside: dict[str, set[str]] = defaultdict(set)
    frames: list[str] = []
    edges: dict[tuple[str, str], set[str]] = defaultdict(set)
    for line in text.splitlines():
        if frame := re.match(r"\s*state (\w+) \{", line):
            frames.append(frame[1])
        elif line.strip() == "}":
            frames.pop()
        elif edge := re.match(r"\s*(\w+) --> (\w+): (.+)", line):
            for start in inside.get(edge[1], {edge[1]}):
                edges[start, edge[2]].update(edge[3].split(", "))
        elif state := re.match(r"\s*(\w+)\s*$", line):
            for frame_name in frames:
                inside[frame_name].add(state[1])
    return dict(edges)
