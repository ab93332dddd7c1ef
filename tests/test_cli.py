"""The command line, as an operator types it."""

import asyncio
import json
import re
import signal
import socket
from pathlib import Path

import aiohttp
import pytest
from typer.testing import CliRunner

from bot.cli import app
from bot.demo import demo_settings
from bot.routing.proofreading import broken_by
from bot.routing.router import Router
from bot.running import examine, explained, migrate
from bot.sandbox.server import Sandbox
from bot.settings import Settings
from storage.migrations import HEAD
from storage.seal import Key
from tests.support.databases import run_in, url_in
from tests.support.victim import command, command_line

RUNNER = CliRunner()
CONFIG = """
[telegram]
api_url = "http://127.0.0.1:{port}"
token = "{token}"
pace = "off"
[data]
folder = "{folder}"
database = "{database}"
key = "{key}"
[operator]
name = "Dinas Peragaan"
contact = "peragaan@contoh.id"
legal_basis = "UU 25/2009"
purpose = "meneruskan laporan"
retention_days = 365
official = true
[web]
port = 0
"""


def configured(folder: Path, sandbox: Sandbox, key: Key, database: str = "") -> Path:
    """Settings of a whole program, on the tests' own database or on one that is named."""
    path, data = folder / "config.toml", folder / "data"
    path.write_text(
        CONFIG.format(
            port=sandbox.port,
            token=sandbox.token,
            folder=data,
            database=database or url_in(data),
            key=key,
        )
    )
    return path


def test_route_says_the_agency_and_why() -> None:
    told = RUNNER.invoke(app, ["route", "Lampu jalan mati di depan SDN 3 Cibinong sejak Senin"])

    assert told.exit_code == 0
    assert "perhubungan" in told.stdout
    assert "Cibinong" in told.stdout


def test_route_answers_every_line_and_goes_on_after_a_broken_one() -> None:
    lines = [
        json.dumps({"id": 1, "text": "Jalan berlubang", "regency": "Kabupaten Bogor"}),
        "{broken",
        json.dumps({"id": 3, "text": "Lampu jalan mati"}),
        json.dumps({"id": 4, "text": "Lampu jalan mati", "lat": -6.48, "lon": 106.85}),
        json.dumps({"id": 5, "title": "tanpa isi"}),
        json.dumps({"id": 6, "text": "Lampu jalan mati", "lat": -96.48, "lon": 106.85}),
    ]

    told = RUNNER.invoke(app, ["route", "--jsonl"], input="\n".join(lines))
    answers = [json.loads(line) for line in told.stdout.splitlines()]

    assert [answer["id"] for answer in answers] == [1, None, 3, 4, 5, 6]
    assert answers[0]["suggestions"][0]["region"] == "32.01"
    assert answers[1]["error"].startswith("line 2: ")
    assert answers[2]["ask"] == "place"
    first = answers[2]["suggestions"][0]
    assert (first["agency"], first["name"], first["sector"]) == (
        None,
        "Dinas Perhubungan",
        "perhubungan",
    )
    assert answers[3]["suggestions"][0]["agency"].startswith("32.01/")
    assert "text" in answers[4]["error"]
    assert "-90 to 90" in answers[5]["error"]


def test_route_bears_what_is_no_text_and_no_json() -> None:
    lines = [
        b'{"id": "\\ud800", "text": "jalan rusak \\ud800"}',
        b'\xff{"id": 2}',
        b"[" * 100_000,
        b'{"id": 4, "text": "banjir", "lat": 1' + b"0" * 5_000 + b', "lon": 1}',
        b'\xef\xbb\xbf{"id": 5, "text": "banjir"}',
    ]

    told = RUNNER.invoke(app, ["route", "--jsonl"], input=b"\n".join(lines))
    answers = [json.loads(line) for line in told.stdout.splitlines()]

    assert told.exit_code == 0
    assert [answer["id"] for answer in answers] == ["\ud800", None, None, None, 5]
    assert ["error" in answer for answer in answers] == [False, True, True, True, False]


def test_rehearse_plays_a_file_and_counts(tmp_path: Path) -> None:
    file = tmp_path / "reports.csv"
    file.write_text(
        "title,text\n"
        "Lampu mati,Lampu jalan mati di depan SDN 3 Cibinong sejak Senin\n"
        "Jalan rusak,Jalan berlubang besar\n"
        'Panjang,"' + "Sampah menumpuk di pasar Cibinong. " * 200 + '"\n'
    )

    told = RUNNER.invoke(app, ["rehearse", str(file), "--json"])
    counted = json.loads(told.stdout.splitlines()[-1])

    assert told.exit_code == 0
    assert (counted["reports"], counted["filed"]) == (3, 3)
    assert (counted["lost"], counted["doubled"]) == (0, 0)
    assert counted["to_agency"] + counted["to_admin"] == 3


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("judul,isi\na,b\n", "no column named text"),
        ("title,text\n", "holds no reports"),
    ],
)
def test_rehearse_says_what_is_wrong_with_a_file(tmp_path: Path, content: str, words: str) -> None:
    file = tmp_path / "reports.csv"
    file.write_text(content)

    told = RUNNER.invoke(app, ["rehearse", str(file)])

    assert told.exit_code == 1
    assert words in told.stderr


def test_a_wrong_key_in_the_settings_stops_with_its_name_and_line(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text("[telegram]\nmode = 'polling'\ntokn = '1:a'\n")

    told = RUNNER.invoke(app, ["run", "--config", str(path)])

    assert told.exit_code == 1
    assert "telegram.tokn" in told.stderr
    assert "line 3" in told.stderr


def test_run_without_an_operator_is_refused_with_a_line_for_each_fault(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text("[telegram]\ntoken = '1:secret-of-the-bot'\n")

    told = RUNNER.invoke(app, ["run", "--config", str(path)])

    assert told.exit_code == 1
    assert len(told.stderr.splitlines()) >= 3
    assert "secret-of-the-bot" not in told.output + told.stderr


async def test_check_finds_everything_in_order(tmp_path: Path) -> None:
    async with Sandbox() as sandbox:
        path = configured(tmp_path, sandbox, Key.generate())

        code, out = await command("check", "--config", str(path))

    assert code == 0, out
    assert "lapor_latihan_bot" in out
    assert sandbox.token not in out


async def test_check_says_that_the_tables_are_those_of_a_newer_program(tmp_path: Path) -> None:
    key, data = Key.generate(), tmp_path / "data"
    data.mkdir()
    (data / "key").write_text(str(key))
    settings = Settings.model_validate(
        {"data": {"folder": data, "database": url_in(data), "key_file": data / "key"}}
    )
    await migrate(settings)
    await run_in(data, "UPDATE alembic_version SET version_num = '9999'")
    await run_in(data, f"UPDATE oldest_program SET step = '{HEAD}'")

    [found] = [finding for finding in await examine(settings) if finding.what == "database"]

    assert found.good
    assert "A newer lapor-bot has brought the tables to 9999" in found.words
    assert "Install the newer one here too." in found.words


async def test_check_names_each_fault_and_echoes_no_secret(tmp_path: Path) -> None:
    async with Sandbox() as sandbox:
        path = configured(tmp_path, sandbox, Key.generate())
        path.write_text(path.read_text().replace(sandbox.token, "123:wrong-token-entirely"))

        code, out = await command("check", "--config", str(path))

    assert code == 1
    assert "BotFather" in out
    assert "wrong-token-entirely" not in out


async def test_the_first_admin_comes_in_by_a_link_while_the_bot_runs(tmp_path: Path) -> None:
    async with Sandbox() as sandbox:
        path = configured(tmp_path, sandbox, Key.generate())
        code, out = await command("migrate", "--config", str(path))
        assert code == 0, out

        async with asyncio.timeout(60):
            serving = await asyncio.create_subprocess_exec(
                *command_line("run", "--config", str(path)),
                stderr=asyncio.subprocess.PIPE,
            )
            assert serving.stderr is not None
            while b"serving" not in await serving.stderr.readline():
                pass
            code, out = await command("invite", "admin", "--config", str(path))
            link = re.search(r"https://t\.me/\S+", out)
            assert link, out
            ratna = sandbox.person("Ratna")
            await ratna.opens(link[0])
            await ratna.presses("Setuju")
            await ratna.hears("Anda kini admin")
            serving.terminate()
            assert await serving.wait() == 0


async def test_an_invitation_without_a_running_bot_works_too(tmp_path: Path) -> None:
    async with Sandbox() as sandbox:
        path = configured(tmp_path, sandbox, Key.generate())

        code, out = await command("invite", "admin", "--config", str(path))

    assert code == 0
    assert "https://t.me/lapor_latihan_bot?start=" in out.replace("\n", "")


async def test_run_waits_for_telegram_and_can_be_stopped_while_it_waits(tmp_path: Path) -> None:
    async with Sandbox() as sandbox:
        sandbox.faults.next("getMe", 502, times=1000)
        path = configured(tmp_path, sandbox, Key.generate())

        async with asyncio.timeout(60):
            waiting = await asyncio.create_subprocess_exec(
                *command_line("run", "--config", str(path)),
                stderr=asyncio.subprocess.PIPE,
            )
            assert waiting.stderr is not None
            while b"telegram_away" not in await waiting.stderr.readline():
                pass
            waiting.terminate()

            assert await waiting.wait() == 0


@pytest.mark.parametrize("what", [[], ["--latihan"]], ids=["demo", "training"])
async def test_the_demo_opens_its_page_and_leaves_nothing_behind(what: list[str]) -> None:
    async with asyncio.timeout(60), aiohttp.ClientSession() as browser:
        playing = await asyncio.create_subprocess_exec(
            *command_line("demo", "--port", "0", *what), stdout=asyncio.subprocess.PIPE
        )
        assert playing.stdout is not None
        said = ""
        while "Ctrl-C" not in said:
            said += (await playing.stdout.readline()).decode()
        folder, url = re.findall(r": (\S+)\n", said)

        async with browser.get(url) as page:
            shown = page.status, await page.text()
        kept = Path(folder).exists()
        playing.send_signal(signal.SIGINT)
        code = await playing.wait()

    assert (code, shown[0]) == (0, 200)
    assert "SP4N-LAPOR!" in shown[1]
    assert (kept, Path(folder).exists()) == (True, False)


def test_a_port_that_is_taken_is_said_to_be_so() -> None:
    with socket.socket() as taken, socket.socket() as other:
        taken.bind(("127.0.0.1", 0))
        taken.listen()

        with pytest.raises(OSError, match="in use") as refused:
            other.bind(taken.getsockname())

    assert "choose another port" in explained(refused.value)


def test_a_month_turned_forward_in_the_demo_erases_nobody(tmp_path: Path) -> None:
    settings = demo_settings(Sandbox(), tmp_path)

    assert settings.operator.retention_days is not None
    assert settings.operator.retention_days > 6 * 31


def test_a_broken_data_file_stops_a_command_with_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise broken_by(ValueError("pos.txt:3: a weight must stand before the colon"))

    monkeypatch.setattr(Router, "load", broken)

    told = RUNNER.invoke(app, ["route", "Jalan rusak"])

    assert told.exit_code == 1
    assert told.stderr == (
        "✗ pos.txt:3: a weight must stand before the colon. "
        "`lapor-bot check` names every fault of the data files.\n"
    )


async def test_check_names_an_agency_that_is_near_one_that_is_none(tmp_path: Path) -> None:
    settings = Settings.model_validate(
        {"data": {"folder": tmp_path}, "routing": {"scope": ["32.01", "dishub kota bogor"]}}
    )

    found = [f for f in await examine(settings) if f.what == "routing.scope"]

    assert [finding.good for finding in found] == [True, False]
    assert found[0].words == "Pemerintah Kabupaten Bogor"
    assert 'perhaps "32.71/perhubungan" (Dinas Perhubungan Kota Bogor)' in found[1].words
