"""A monkey at every keyboard: nothing breaks, nobody is left without a way on, nothing is lost.

`MONKEY_STEPS` sets how many steps it takes; some hundreds by themselves, always the same.
"""

import asyncio
import math
import os
import tempfile
from collections.abc import Coroutine
from contextlib import ExitStack
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from structlog.testing import capture_logs

from bot.domain.report import Report, Status
from bot.routing.router import Router
from tests.support.leaps import LeapingClock
from tests.support.monkey import Monkey
from tests.support.stage import Stage, stage

STEPS = int(os.environ.get("MONKEY_STEPS", "450"))
_AT_A_TIME = min(STEPS, 225)
_LOOKS_EVERY = 10
_ASKS_EVERY = 15
_OFTEN = {
    "tells": 6,
    "says": 3,
    "says_in_group": 2,
    "commands": 3,
    "sends": 3,
    "presses_newest": 10,
    "works": 8,
    "presses_any": 2,
    "presses_old": 2,
    "forges": 2,
    "uses_keyboard": 1,
    "blocks": 1,
    "opens_link": 1,
    "stirs_group": 1,
    "lets_time_pass": 1,
}
"""How often which wish comes, beside the others."""
_KINDS = [kind for kind, times in _OFTEN.items() for _ in range(times)]
_WHO = st.integers(0, 7)
_PICK = st.integers(0, 999_999)

T = TypeVar("T")


class MonkeyBusiness(RuleBasedStateMachine):
    """One run: a fresh product, its people, and whatever they come to think of."""

    def __init__(self) -> None:
        super().__init__()
        self._open = ExitStack()
        self._logged = self._open.enter_context(capture_logs())
        folder = self._open.enter_context(tempfile.TemporaryDirectory())
        self._loop = asyncio.new_event_loop()
        self._open.callback(self._loop.close)
        self._over = asyncio.Event()
        self._clock = LeapingClock()
        self._steps = 0
        ready: asyncio.Future[Stage] = self._loop.create_future()
        self._playing = self._loop.create_task(self._plays(Path(folder), ready))
        self._monkey = Monkey(self._run(self._first(ready)), self._clock)
        self._run(self._monkey.arrives())

    async def _plays(self, folder: Path, ready: "asyncio.Future[Stage]") -> None:
        async with stage(folder, _router(), clock=self._clock) as scene:
            ready.set_result(scene)
            await self._over.wait()

    async def _first(self, ready: "asyncio.Future[Stage]") -> Stage:
        self._playing.add_done_callback(lambda _: ready.cancel())
        try:
            return await ready
        except asyncio.CancelledError:
            self._playing.result()
            raise

    def _run(self, doing: Coroutine[Any, Any, T]) -> T:
        return self._loop.run_until_complete(doing)

    @rule(kind=st.sampled_from(_KINDS), who=_WHO, pick=_PICK)
    def acts(self, kind: str, who: int, pick: int) -> None:
        """One wish of one of them, and all that comes of it."""
        self._run(self._monkey.acts(kind, who, pick))
        self._run(self._monkey.settled())
        self._steps += 1
        if self._steps % _ASKS_EVERY == 0:
            self._asks_for_a_way_on(pick % 8)

    def _asks_for_a_way_on(self, who: int) -> None:
        stuck = self._run(self._monkey.has_a_way_on(who))
        assert not stuck, f"no answer to plain words:\n{stuck}"

    @invariant()
    def the_product_runs_and_nothing_went_wrong(self) -> None:
        wrong = [entry for entry in self._logged if entry["log_level"] in {"error", "critical"}]
        assert not wrong, wrong[:3]
        if self._playing.done():
            self._playing.result()
        assert self._monkey.scene.sandbox.world.untaught == []

    @invariant()
    def every_press_is_answered(self) -> None:
        for press in self._monkey.presses:
            if not press.answered:
                self._run(_until(lambda press=press: press.answered))
            assert press.answered, press
        self._monkey.presses.clear()

    @invariant()
    def what_is_stored_makes_sense(self) -> None:
        if self._steps % _LOOKS_EVERY:
            return
        self._run(self._look())

    async def _look(self) -> None:
        scene = self._monkey.scene
        async with scene.app.storage.reading() as unit:
            assert await unit.inbox.parked() == []
            admins = await unit.access.admins()
            total = sum((await unit.reports.counts()).values())
            reports = await unit.reports.newest(1_000)
            assert len({report.number for report in reports}) == total == len(reports)
            assert {report.number for report in reports} <= self._monkey.numbers_told()
            for report in reports:
                lines = await unit.history.of_report(report.id)
                assert lines
                assert lines[-1].after == report.status
                for before, after in pairwise(lines):
                    assert after.before in {None, before.after}, (before, after)
        for report in reports:
            if report.status.is_open:
                assert admins or await self._is_owned(report), report

    async def _is_owned(self, report: Report) -> bool:
        if report.agency is None or report.status is Status.UNVERIFIED:
            return False
        async with self._monkey.scene.app.storage.reading() as unit:
            members = await unit.access.members(report.agency, covering=True)
            return bool(members or await unit.access.groups_covering(report.agency))

    def teardown(self) -> None:
        try:
            self._run(self._ends())
        finally:
            self._open.close()

    async def _ends(self) -> None:
        self._over.set()
        await self._playing


async def _until(so: Any) -> None:
    for _ in range(300):
        if so():
            return
        await asyncio.sleep(0.01)


@cache
def _router() -> Router:
    return Router.load()


TestMonkey = pytest.mark.timeout(max(120, STEPS))(MonkeyBusiness.TestCase)
TestMonkey.settings = settings(
    max_examples=math.ceil(STEPS / _AT_A_TIME),
    stateful_step_count=_AT_A_TIME,
    deadline=None,
    database=None,
    derandomize="MONKEY_STEPS" not in os.environ,
    phases=(Phase.generate, Phase.shrink),
    suppress_health_check=list(HealthCheck),
    print_blob=True,
)
