"""Settings: what is read, and what stops the start."""

import base64
import re
from pathlib import Path

import pytest
from pydantic import BaseModel

from bot.settings import Settings, WrongSettings, key_bytes

EXAMPLE = Path(__file__).parent.parent / "config.example.toml"
SECRET = "a-secret-that-nobody-may-read"
KEY = base64.b64encode(bytes(range(32))).decode()


def config(folder: Path, text: str) -> Path:
    path = folder / "config.toml"
    path.write_text(text, encoding="utf-8")
    return path


def faults(folder: Path, text: str, **environ: str) -> list[tuple[str, int | None]]:
    with pytest.raises(WrongSettings) as stopped:
        Settings.load(config(folder, text), environ)
    return [(fault.key, fault.line) for fault in stopped.value.faults]


def sentence(folder: Path, text: str, **environ: str) -> str:
    with pytest.raises(WrongSettings) as stopped:
        Settings.load(config(folder, text), environ)
    return str(stopped.value)


def section(name: str) -> type[BaseModel]:
    found = Settings.model_fields[name].annotation
    assert isinstance(found, type)
    assert issubclass(found, BaseModel)
    return found


def test_without_a_file_every_setting_has_its_default() -> None:
    settings = Settings.load(None, {})

    assert settings == Settings()
    assert settings.telegram.api_url == "https://api.telegram.org"
    assert settings.clocks.settle_oversight_days == 60


def test_the_environment_wins_over_the_file_and_leaves_its_neighbours(tmp_path: Path) -> None:
    path = config(tmp_path, '[web]\nhost = "0.0.0.0"\nport = 9000\n')

    settings = Settings.load(path, {"LAPOR_WEB__PORT": "9001", "HOME": "/root"})

    assert (settings.web.host, settings.web.port) == ("0.0.0.0", 9001)


def test_the_agencies_that_take_part_can_be_listed_in_the_environment() -> None:
    settings = Settings.load(None, {"LAPOR_ROUTING__SCOPE": "3201, 3271"})

    assert settings.routing.scope == ("3201", "3271")


def test_settings_made_by_the_program_do_not_read_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LAPOR_WEB__PORT", "9001")

    settings = Settings()

    assert settings.web.port == 8081


def test_an_unknown_setting_is_named_with_its_line_and_the_nearest_that_exists(
    tmp_path: Path,
) -> None:
    text = '# ours\n\n[telegram]\nmode = "polling"\ntokn = "x"\n'

    told = sentence(tmp_path, text)

    assert told == "telegram.tokn (line 5): there is no such setting; here it may be token"


def test_an_unknown_table_is_named_with_its_line(tmp_path: Path) -> None:
    text = "[web]\nport = 8081\n\n[telegramm]\n"

    assert faults(tmp_path, text) == [("telegramm", 4)]


def test_an_unknown_variable_of_ours_is_named() -> None:
    with pytest.raises(WrongSettings) as stopped:
        Settings.load(None, {"LAPOR_TELEGRAM__TOKN": SECRET, "LAPOR_WEB": "{}"})

    assert [fault.key for fault in stopped.value.faults] == ["LAPOR_TELEGRAM__TOKN", "LAPOR_WEB"]
    assert "here it may be token" in str(stopped.value)


@pytest.mark.parametrize(
    ("text", "key", "line", "advice"),
    [
        ('[web]\nport = "http"\n', "web.port", 2, "write a whole number, without quotes"),
        ("[telegram]\nlisten_port = 0\n", "telegram.listen_port", 2, "write 1 or more"),
        ("[web]\nport = 70000\n", "web.port", 2, "write 65535 or less"),
        ("[operator]\nname = 7\n", "operator.name", 2, 'write it in quotes: "…"'),
        ('[operator]\nofficial = "maybe"\n', "operator.official", 2, "write true or false"),
        ("web = 3\n", "web", 1, "write a table, headed [web]"),
        ("[routing]\nscope = 3\n", "routing.scope", 2, "write a list"),
        ("[routing]\nscope = [\n 1,\n]\n", "routing.scope", 2, "write it in quotes"),
        ("[routing]\nmin_confidence = 2\n", "routing.min_confidence", 2, "write 1.0 or less"),
        ('[log]\nlevel = "loud"\n', "log.level", 2, "'debug', 'info', 'warning' or 'error'"),
        ('[texts]\ntimezone = "Mars/Base"\n', "texts.timezone", 2, "Asia/Jakarta"),
        ('[texts]\ndefault_language = "Indonesia"\n', "texts.default_language", 2, '"id"'),
        ('[telegram]\nmode = "webhook"\n', "telegram.webhook_url", 1, "https"),
        ('[telegram]\nmode = "webhook"\n', "telegram.webhook_secret", 1, "needs a secret"),
        ('[telegram]\napi_url = "http://example.org"\n', "telegram.api_url", 2, "write https"),
        ('[telegram]\npace = "off"\n', "telegram.pace", 2, 'write "telegram"'),
        ('[data]\nkey = "c2hvcnQ="\n', "data.key", 2, "write 32 random bytes in base64"),
        ('[data]\ndatabase = "mysql://x"\n', "data.database", 2, "sqlite+aiosqlite://"),
    ],
)
def test_a_wrong_value_is_named_with_its_line_and_with_what_to_write(
    tmp_path: Path, text: str, key: str, line: int, advice: str
) -> None:
    with pytest.raises(WrongSettings) as stopped:
        Settings.load(config(tmp_path, text), {})

    found = {(fault.key, fault.line): fault.what for fault in stopped.value.faults}
    assert advice in found[key, line]


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    text = '[web]\nport = "x"\n\n[log]\nlevel = "loud"\nlouder = true\n'

    found = faults(tmp_path, text, LAPOR_CLOCKS__VERIFY_DAYS="soon")

    assert sorted(found, key=str) == [
        ("LAPOR_CLOCKS__VERIFY_DAYS", None),
        ("log.level", 5),
        ("log.louder", 6),
        ("web.port", 2),
    ]


def test_a_file_that_is_not_toml_is_named_with_the_line(tmp_path: Path) -> None:
    found = faults(tmp_path, '[web]\nport = 8081\nhost = "127.0.0.1\n')

    assert [line for _, line in found] == [3]


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(WrongSettings, match="cannot be read: No such file"):
        Settings.load(tmp_path / "config.toml", {})


@pytest.mark.parametrize("url", ["http://127.0.0.1:9000", "http://localhost:9000", "http://[::1]"])
def test_the_pace_can_be_switched_off_towards_this_machine(tmp_path: Path, url: str) -> None:
    path = config(tmp_path, f'[telegram]\napi_url = "{url}"\npace = "off"\n')

    settings = Settings.load(path, {})

    assert settings.telegram.pace == "off"


def test_no_secret_is_ever_shown(tmp_path: Path) -> None:
    text = (
        f'[telegram]\ntoken = "{SECRET}"\nmode = "webhook"\nwebhook_secret = "{SECRET}!"\n'
        f'webhook_url = "{SECRET}"\n[data]\ndatabase = "{SECRET}"\nkey = "{SECRET}"\n'
    )
    right = Settings.load(None, {"LAPOR_TELEGRAM__TOKEN": SECRET, "LAPOR_DATA__KEY": KEY})

    told = sentence(tmp_path, text) + sentence(tmp_path, f'[telegram]\ntoken = "{SECRET}\n')

    assert SECRET not in told
    assert SECRET not in f"{right!r} {right} {right.telegram!r}"
    assert KEY not in f"{right!r} {right} {right.data!r}"
    assert right.telegram.token is not None
    assert right.telegram.token.get_secret_value() == SECRET


def test_what_running_needs_is_named(tmp_path: Path) -> None:
    half = Settings.load(config(tmp_path, '[operator]\nname = "Dinas Contoh"\n'), {})

    missing = [fault.key for fault in half.missing_to_run()]

    assert missing == [
        "telegram.token",
        "data.key_file",
        "operator.contact",
        "operator.legal_basis",
        "operator.purpose",
        "operator.retention_days",
    ]


def test_the_database_lies_in_the_folder_unless_a_url_is_given(tmp_path: Path) -> None:
    plain = Settings.load(None, {"LAPOR_DATA__FOLDER": str(tmp_path)})
    other = Settings.load(None, {"LAPOR_DATA__DATABASE": "postgresql+asyncpg://lapor@127.0.0.1/l"})

    assert plain.data.database_url == f"sqlite+aiosqlite:///{tmp_path}/lapor.db"
    assert other.data.database_url == "postgresql+asyncpg://lapor@127.0.0.1/l"


def test_a_key_is_32_bytes_in_base64() -> None:
    assert key_bytes(f"{KEY}\n") == bytes(range(32))
    with pytest.raises(ValueError, match="32 random bytes"):
        key_bytes("not base64!")


def test_the_example_holds_every_setting_under_its_sentence() -> None:
    shown: dict[str, dict[str, str]] = {}
    table, above = "", ""
    for line in EXAMPLE.read_text(encoding="utf-8").splitlines():
        if heading := re.fullmatch(r"\[(\w+)\]", line):
            table = heading[1]
            shown[table] = {}
        elif setting := re.match(r"#?(\w+) = ", line):
            shown[table][setting[1]] = above.removeprefix("# ")
        above = line

    assert shown == {
        name: {key: field.description for key, field in section(name).model_fields.items()}
        for name in Settings.model_fields
    }


def test_the_example_as_it_stands_is_the_defaults() -> None:
    assert Settings.load(EXAMPLE, {}) == Settings()


def test_the_example_loads_with_every_line_in_use(tmp_path: Path) -> None:
    text = re.sub(r"^#(?=\w)", "", EXAMPLE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    text = text.replace("what openssl rand -hex 32 gives", "ab" * 32)
    text = text.replace("what openssl rand -base64 32 gives", KEY)

    settings = Settings.load(config(tmp_path, text), {})

    assert settings.missing_to_run() == []
