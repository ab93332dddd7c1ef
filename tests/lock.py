"""Renews requirements.lock: `python -m tests.lock`.

One universal lock: above its middle line what runs the bot, below it what only the tests need.
It needs `uv` on the path, keeps the pins it finds (`--upgrade` lets them move), names no index.
It is whole, so it is installed with `--no-deps`: pip has nothing left to resolve.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
LOCK = ROOT / "requirements.lock"
TESTS_ONLY = "# tests only"
HEADER = "# Made by `python -m tests.lock` from pyproject.toml, with the hash of every file."


def resolved(output: Path, *arguments: str) -> dict[str, str]:
    """What uv pins: each name with its entry, markers and hashes included."""
    command = ["uv", "pip", "compile", "pyproject.toml", "--universal", "--generate-hashes"]
    command += ["--python-version", "3.11", "--no-header", "--no-annotate", "--no-emit-index-url"]
    command += ["--quiet", "--output-file", str(output), *arguments]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return entries(output.read_text())


def entries(text: str) -> dict[str, str]:
    """The entries of a lock by name; one name may stand there for several versions of Python."""
    found: dict[str, str] = {}
    for entry in re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE):
        if "==" in entry:
            name = entry.split("==")[0]
            found[name] = found.get(name, "") + entry.split("\n#")[0].rstrip() + "\n"
    return found


def main() -> None:
    """Write the lock."""
    with tempfile.TemporaryDirectory() as folder:
        pins, needed = Path(folder) / "pins.txt", Path(folder) / "needed.txt"
        if LOCK.exists():
            pins.write_text(LOCK.read_text())
        everything = resolved(pins, "--all-extras", *sys.argv[1:])
        run = resolved(needed, "--extra", "build", "--constraints", str(pins))
    upper = "".join(entry for name, entry in everything.items() if name in run)
    lower = "".join(entry for name, entry in everything.items() if name not in run)
    LOCK.write_text(f"{HEADER}\n{upper}{TESTS_ONLY}\n{lower}")


if __name__ == "__main__":
    main()
