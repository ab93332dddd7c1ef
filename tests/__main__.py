"""Everything that CI asks, in one command: `python -m tests`. Words after it go to pytest.

`python -m tests --postgresql` runs nothing but the tests, and all of them on PostgreSQL;
`python -m tests` runs there what speaks most with the database.

What is compiled once is kept beside its source, whatever the environment says: hundreds of programs
are started here, and each would compile everything anew.
"""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).parent.parent
_SCRIPTS = Path(sys.executable).parent
PACKAGES = ("bot", "handlers", "storage")
_COVERAGE = tuple(f"--cov={package}" for package in PACKAGES)
_NOT_ITS = ("codec", "copying", "plans", "seal", "strongbox")
"""Tests of the storage that speak with no database, or with SQLite alone."""
ON_POSTGRES = (
    "tests/storage",
    *(f"--ignore=tests/storage/test_{name}.py" for name in _NOT_ITS),
    "tests/services/test_at_once.py",
    "tests/services/test_voices.py",
    "tests/delivery/test_lost_chats.py",
    "tests/delivery/test_order.py",
    "tests/delivery/test_reading.py",
    "tests/scenes/test_killed.py",
    "tests/scenes/test_several.py",
    "tests/test_keeping.py::test_everything_moves_to_postgresql_by_one_command_once",
)
"""What speaks most with the database, in as much time as CI has for it."""
_ALL_ON_POSTGRES = "--postgresql"
_TESTS = ("pytest", "-n", "3", "--dist", "worksteal")
Check = tuple[str, tuple[str, ...]]
READ: tuple[Check, ...] = (
    ("Lint", ("ruff", "check", ".")),
    ("Format", ("ruff", "format", "--check", ".")),
    ("Types", ("mypy",)),
    ("Import contracts", ("lint-imports", "--no-logo")),
)
"""What reads the source only, one after another on one processor: tests run beside it."""
RUN: tuple[Check, ...] = (
    ("Tests on PostgreSQL", ("pytest", "-n", "2", "-q", *ON_POSTGRES)),
    ("Tests and coverage", (*_TESTS, *_COVERAGE)),
)


def main() -> int:
    """Run every check, also after one has failed.

    Gives the first failing exit code, or 0.
    """
    given = [word for word in sys.argv[1:] if word != _ALL_ON_POSTGRES]
    if _ALL_ON_POSTGRES in sys.argv:
        codes = [_run(("All tests on PostgreSQL", _TESTS), given)]
    else:
        with ThreadPoolExecutor(1) as beside:
            readings = [beside.submit(_read, check) for check in READ]
            ran = [_run(check, given) for check in RUN]
        codes = [reading.result() for reading in readings] + ran
        headings = [heading for heading, _ in READ + RUN]
        failed = [heading for heading, code in zip(headings, codes, strict=True) if code]
        if failed:
            print(f"\nFailed: {', '.join(failed)}", file=sys.stderr, flush=True)
    return next((code for code in codes if code), 0)


def _read(check: Check) -> int:
    """Says all at once what it has found, between the lines of the tests."""
    heading, command = check
    found = subprocess.run(
        [_SCRIPTS / command[0], *command[1:]],
        cwd=ROOT,
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    print(f"\n== {heading} ==\n{found.stdout}", end="", flush=True)
    return found.returncode


def _run(check: Check, words: list[str]) -> int:
    heading, command = check
    print(f"\n== {heading} ==", flush=True)
    chosen = {"PYTHONDONTWRITEBYTECODE": ""}
    if "PostgreSQL" in heading:
        chosen["TEST_DATABASE"] = "postgresql"
    return subprocess.run(
        [_SCRIPTS / command[0], *command[1:], *words],
        cwd=ROOT,
        check=False,
        env=os.environ | chosen,
    ).returncode


if __name__ == "__main__":
    raise SystemExit(main())
