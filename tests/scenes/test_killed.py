"""The program is killed at the worst moments, and the citizen is unharmed."""

import asyncio
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.domain.tracking import read_tracking_number
from bot.sandbox.people.person import Person
from bot.sandbox.server import Sandbox
from storage.database import Storage
from storage.seal import Key, Seal
from tests.scenes.test_reporting import LAMP
from tests.support.databases import url_in
from tests.support.victim import victim

PATIENCE = 30.0
TOWNS = (
    *("Cibinong", "Kota Semarang", "Kota Surabaya", "Kota Medan", "Kota Palembang"),
    *("Kota Makassar", "Kota Bandung", "Kota Malang", "Kota Surakarta", "Kota Denpasar"),
    *("Kota Manado", "Kota Ambon", "Kota Kupang", "Kota Pontianak", "Kota Samarinda"),
    *("Kota Balikpapan", "Kota Jambi", "Kota Bengkulu", "Kota Mataram", "Kota Kendari"),
)
"""A trouble each: what is alike in one place would be offered to be joined."""


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox() as ready:
        yield ready


@pytest.fixture
def key() -> Key:
    return Key.generate()


async def agrees(person: Person) -> None:
    await person.says("/start")
    await person.presses("Setuju", timeout=PATIENCE)
    await person.hears("Ada yang ingin", timeout=PATIENCE)


async def reports_in(folder: Path, key: Key) -> int:
    storage = await Storage.open(url_in(folder), Seal(key), folder=folder)
    try:
        async with storage.reading() as unit:
            return sum((await unit.reports.counts()).values())
    finally:
        await storage.close()


def numbers(person: Person) -> set[str]:
    return {n for m in person.messages if m.from_bot and (n := read_tracking_number(m.text))}


async def test_a_draft_survives_sigkill(sandbox: Sandbox, tmp_path: Path, key: Key) -> None:
    sari = sandbox.person("Sari")
    async with victim(sandbox, tmp_path, key) as process:
        await agrees(sari)
        await sari.says(LAMP)
        await sari.hears("Diteruskan ke", timeout=PATIENCE)
        process.send_signal(signal.SIGKILL)
        await process.wait()

    await sari.says("Tiangnya juga miring")
    async with victim(sandbox, tmp_path, key):
        card = await sari.hears("Tiangnya juga miring", timeout=PATIENCE)
        await sari.presses("Kirim")
        await sari.hears("Nomor:", timeout=PATIENCE)

    assert LAMP in card.text
    assert len(numbers(sari)) == 1


async def test_a_receipt_that_was_committed_but_not_sent_arrives_after_the_restart(
    sandbox: Sandbox, tmp_path: Path, key: Key
) -> None:
    sari = sandbox.person("Sari")
    async with victim(sandbox, tmp_path, key, exit_before="Nomor:") as process:
        await agrees(sari)
        await sari.says(LAMP)
        await sari.hears("Diteruskan ke", timeout=PATIENCE)
        await sari.presses("Kirim")
        assert await asyncio.wait_for(process.wait(), PATIENCE) == 9
    silent = not sari.sees("Nomor:")

    async with victim(sandbox, tmp_path, key):
        await sari.hears("Nomor:", timeout=PATIENCE)

    assert silent
    assert len(numbers(sari)) == 1
    assert await reports_in(tmp_path, key) == 1


async def test_a_receipt_sent_but_not_marked_comes_again_with_the_same_number(
    sandbox: Sandbox, tmp_path: Path, key: Key
) -> None:
    sari = sandbox.person("Sari")
    async with victim(sandbox, tmp_path, key) as process:
        await agrees(sari)
        await sari.says(LAMP)
        await sari.hears("Diteruskan ke", timeout=PATIENCE)
        sandbox.faults.next("sendMessage", "accepted_then_reset")
        await sari.presses("Kirim")
        await sari.hears("Nomor:", timeout=PATIENCE)
        process.send_signal(signal.SIGKILL)
        await process.wait()

    async with victim(sandbox, tmp_path, key):
        await sari.says("/laporanku")
        await sari.hears("Laporan Anda (1)", timeout=PATIENCE)

    assert len(numbers(sari)) == 1
    assert await reports_in(tmp_path, key) == 1


async def test_everybody_who_wrote_during_the_crash_is_answered(
    sandbox: Sandbox, tmp_path: Path, key: Key
) -> None:
    people = [sandbox.person(f"Warga {number}") for number in range(20)]
    async with victim(sandbox, tmp_path, key) as process:
        for person in people:
            await agrees(person)
        for number, person in enumerate(people):
            await person.says(f"Lampu jalan mati di {TOWNS[number]} sejak Senin")
        await people[5].hears("Diteruskan ke", timeout=PATIENCE)
        process.send_signal(signal.SIGKILL)
        await process.wait()

    async with victim(sandbox, tmp_path, key):
        for person in people:
            await person.presses("Kirim", timeout=PATIENCE)
        for person in people:
            await person.hears("Nomor:", timeout=PATIENCE)

    assert all(len(numbers(person)) == 1 for person in people)
    assert await reports_in(tmp_path, key) == len(people)


async def test_a_start_while_telegram_is_away_waits_until_it_is_back(
    sandbox: Sandbox, tmp_path: Path, key: Key
) -> None:
    sari = sandbox.person("Sari")
    for method, fault in (("getMe", 502), ("deleteWebhook", "reset"), ("setMyCommands", 429)):
        sandbox.faults.next(method, fault)

    async with victim(sandbox, tmp_path, key):
        await agrees(sari)

    assert sandbox.faults.happened == 3
