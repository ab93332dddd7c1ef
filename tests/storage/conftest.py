"""A storage of its own for every test, copied from one that was migrated once."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.domain.people import ChatId, Person
from storage.database import Storage
from storage.preparing import prepare
from storage.seal import Key, Seal
from tests.storage.examples import NOW
from tests.support.databases import POSTGRES, url_in


@pytest.fixture(scope="session")
def key() -> Key:
    return Key.from_bytes(bytes(range(32)))


@pytest.fixture(scope="session")
def seal(key: Key) -> Seal:
    return Seal(key)


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory, seal: Seal) -> Path:
    path = tmp_path_factory.mktemp("migrated") / "lapor.db"
    prepare(path, seal)
    return path


@pytest.fixture
def database(tmp_path: Path, migrated: Path) -> Path:
    """The file of the test's database."""
    if POSTGRES:
        pytest.skip("only SQLite keeps its data in a file of ours")
    path = tmp_path / "lapor.db"
    shutil.copy(migrated, path)
    return path


@pytest.fixture
def url(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    if POSTGRES:
        # Without a folder of its own a server's ledger stands where the program does.
        monkeypatch.chdir(tmp_path)
    else:
        request.getfixturevalue("database")
    return url_in(tmp_path)


@pytest.fixture
async def storage(url: str, seal: Seal) -> AsyncIterator[Storage]:
    opened = await Storage.open(url, seal)
    yield opened
    await opened.close()


@pytest.fixture
async def siti(storage: Storage) -> Person:
    async with storage.unit() as unit:
        return await unit.people.add(ChatId(700123456), "Siti Rahmawati", "id", NOW)


@pytest.fixture
async def budi(storage: Storage) -> Person:
    async with storage.unit() as unit:
        return await unit.people.add(ChatId(700654321), "Budi Santoso", "id", NOW)
