"""The rules of the house that neither lint nor the import contracts can hold."""

import ast
import asyncio
import re
import socket
import sys
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest

from storage import migrations
from tests.lock import LOCK, TESTS_ONLY, entries

ROOT = Path(__file__).parent.parent
SHIPPED = ("bot", "handlers", "storage")
LONGEST = 350
STANDING_APART = {"bot.settings", "bot.sandbox"}


def modules(*folders: str) -> list[Path]:
    return [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]


def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", re.split(r"[\[<>=!~; ]", name)[0]).lower()


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def lines_of_code(path: Path) -> int:
    lines = path.read_text(encoding="utf-8").splitlines()
    return sum(1 for line in lines if line.strip() and not line.lstrip().startswith("#"))


def shown(paths: list[Path]) -> list[str]:
    return [str(path.relative_to(ROOT)) for path in paths]


def test_nothing_is_tested_with_recorded_calls() -> None:
    banned = "unittest" + ".mock"

    found = [path for path in modules(*SHIPPED, "tests") if banned in set(imported(path))]

    assert shown(found) == []


def test_nothing_is_left_for_later() -> None:
    mark = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")

    found = [
        path for path in modules(*SHIPPED, "tests") if mark.search(path.read_text(encoding="utf-8"))
    ]

    assert shown(found) == []


def test_every_module_says_what_it_is_for() -> None:
    found = [
        path
        for path in modules(*SHIPPED)
        if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]

    assert shown(found) == []


def test_no_file_needs_a_table_of_contents() -> None:
    found = {
        str(path.relative_to(ROOT)): lines_of_code(path)
        for path in modules(*SHIPPED, "tests")
        if not {"data", "versions"} & set(path.parts) and lines_of_code(path) > LONGEST
    }

    assert found == {}


def test_no_name_hides_what_a_file_is_for() -> None:
    empty = {"manager", "helper", "helpers", "utils", "util", "common", "base", "core", "misc"}

    found = [
        path
        for path in modules(*SHIPPED, "tests")
        if empty & set(re.split(r"[_/.]", str(path.relative_to(ROOT).with_suffix(""))))
    ]

    assert shown(found) == []


def test_every_room_has_its_place_in_the_layers() -> None:
    contracts = project()["tool"]["importlinter"]["contracts"]
    layers = " ".join(next(one for one in contracts if one["id"] == "layers")["layers"])
    placed = set(re.findall(r"[\w.]+", layers)) | STANDING_APART
    rooms = {
        f"bot.{path.stem}"
        for path in (ROOT / "bot").iterdir()
        if path.suffix == ".py" or (path / "__init__.py").exists()
    } - {"bot.__init__"}

    assert rooms - placed == set()


def test_every_file_that_ships_beside_the_code_is_packed() -> None:
    patterns = project()["tool"]["setuptools"]["package-data"]["*"]

    found = [
        path
        for folder in SHIPPED
        for path in sorted((ROOT / folder).rglob("*"))
        if path.is_file() and path.suffix not in {".py", ".pyc"}
        if not any(fnmatch(path.name, pattern) for pattern in patterns)
    ]

    assert shown(found) == []


def test_every_library_that_is_imported_is_asked_for() -> None:
    asked = {plain(name) for name in project()["project"]["dependencies"]}
    owners = packages_distributions()
    ours = {*SHIPPED, *sys.stdlib_module_names}

    foreign = {name.split(".")[0] for path in modules(*SHIPPED) for name in imported(path)} - ours

    unasked = {
        name for name in foreign if not asked & {plain(owner) for owner in owners.get(name, [])}
    }
    assert unasked == set()


def test_the_lock_holds_everything_that_is_asked_for() -> None:
    upper, lower = LOCK.read_text(encoding="utf-8").split(TESTS_ONLY)
    extras = project()["project"]["optional-dependencies"]
    run = {plain(name) for name in [*project()["project"]["dependencies"], *extras["build"]]}
    tests = {plain(name) for name in extras["dev"]}

    assert run - set(entries(upper)) == set()
    assert tests - set(entries(upper)) - set(entries(lower)) == set()


def test_every_file_in_the_lock_has_its_hash_and_names_no_server() -> None:
    text = LOCK.read_text(encoding="utf-8")

    unchecked = [name for name, entry in entries(text).items() if "--hash=sha256:" not in entry]

    assert unchecked == []
    assert "://" not in text


def test_what_is_installed_is_the_lock_and_not_what_came_out_since() -> None:
    """Without `--no-deps` pip resolves an extra of a locked package to its newest release."""
    told = [(ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "Dockerfile")]

    installs = [part for text in told for part in re.split(r"\n|&&", text) if "--require-" in part]

    assert len(installs) == 3
    assert [part for part in installs if "--no-deps" not in part] == []


def test_a_test_cannot_connect_beyond_this_machine(ways_out: list[str]) -> None:
    with socket.socket() as sock, pytest.raises(ConnectionRefusedError):
        sock.connect(("192.0.2.1", 443))
    with socket.socket(type=socket.SOCK_DGRAM) as sock, pytest.raises(ConnectionRefusedError):
        sock.sendto(b"x", ("192.0.2.1", 53))

    assert ways_out == ["192.0.2.1", "192.0.2.1"]
    ways_out.clear()


async def test_a_test_cannot_look_a_name_up_or_open_a_stream(ways_out: list[str]) -> None:
    with pytest.raises(ConnectionRefusedError):
        await asyncio.open_connection("example.org", 443)
    with pytest.raises(ConnectionRefusedError):
        await asyncio.open_connection("192.0.2.1", 443)

    assert ways_out == ["example.org", "192.0.2.1"]
    ways_out.clear()


def test_the_steps_of_the_tables_are_numbered_without_a_gap_or_a_double() -> None:
    folder = ROOT / "storage" / "migrations" / "versions"
    numbers = sorted(path.name[:4] for path in folder.glob("[0-9]*.py"))

    assert numbers == [f"{n:04d}" for n in range(1, len(numbers) + 1)]
    assert numbers[-1] == migrations.HEAD
