"""Everything that CI asks, in one command: `python -m tests`. Words after it go to pytest.

`python -m tests --postgresql` runs nothing but the tests, and all of them on PostgreSQL;
`python -m tests` runs there what speaks most with the database.

What is compiled once is kept beside its source, whatever the environment says: hundreds of programs
are started here, and each would compile everything anew.
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
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
CHECKS = (
    ("Lint", ("ruff", "check", ".")),
    ("Format", ("ruff", "format", "--check", ".")),
    ("Types", ("mypy",)),
    ("Import contracts", ("lint-imports", "--no-logo")),
    ("Tests on PostgreSQL", ("pytest", "-n", "2", "-q", *ON_POSTGRES)),
    ("Tests and coverage", (*_TESTS, *_COVERAGE)),
)


def main() -> int:
    """Run every check, also after one has failed.

    Gives the first failing exit code, or 0.
    """
    scripts = Path(sys.executable).parent
    given = [word for word in sys.argv[1:] if word != _ALL_ON_POSTGRES]
    all_there = _ALL_ON_POSTGRES in sys.argv
    checks = (("All tests on PostgreSQL", _TESTS),) if all_there else CHECKS
    codes: list[int] = []
    for heading, (program, *arguments) in checks:
        print(f"\n== {heading} ==", flush=True)
        words = given if program == "pytest" else []
        chosen = {"PYTHONDONTWRITEBYTECODE": ""}
        if "PostgreSQL" in heading:
            chosen["TEST_DATABASE"] = "postgresql"
        run = subprocess.run(
            [scripts / program, *arguments, *words], cwd=ROOT, check=False, env=os.environ | chosen
        )
        codes.append(run.returncode)
    failed = [heading for (heading, _), code in zip(checks, codes, strict=True) if code]
    if failed:
        print(f"\nFailed: {', '.join(failed)}", file=sys.stderr, flush=True)
    return next((code for code in codes if code), 0)


if __name__ == "__main__":
    raise SystemExit(main())
