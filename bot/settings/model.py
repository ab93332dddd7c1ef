"""Reads config.toml and the environment into Settings."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Self

from pydantic import ValidationError
from pydantic_settings import (
    BaseSettings,
    EnvSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from bot.settings.faults import (
    Fault,
    KeyPath,
    WrongSettings,
    advice,
    advice_on_unknown,
    lines_of,
    paths_of,
)
from bot.settings.sections import Clocks, Data, Log, Operator, Routing, Telegram, Texts, Web

PREFIX = "LAPOR_"
NESTED = "__"


class Settings(BaseSettings):
    """All settings.

    Made directly it holds what it is given and the defaults: it reads no file, no environment.
    """

    model_config = SettingsConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)

    telegram: Telegram = Telegram()
    data: Data = Data()
    operator: Operator = Operator()
    routing: Routing = Routing()
    clocks: Clocks = Clocks()
    texts: Texts = Texts()
    web: Web = Web()
    log: Log = Log()

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],  # noqa: ARG003
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return (init_settings,)

    @classmethod
    def load(cls, path: Path | None, environ: Mapping[str, str]) -> Self:
        """Read the file, if any, and the environment, which wins.

        Raises WrongSettings with every fault found.
        """
        text = _text_of(path)
        written = _tables_of(text, path)
        given, faults = _variables_of(cls, environ)
        try:
            settings = cls.model_validate(_merged(written, given))
        except ValidationError as error:
            lines, outside = lines_of(text), set(paths_of(given))
            for one in error.errors(include_input=False, include_url=False):
                found = tuple(str(part) for part in one["loc"][:2])
                what = advice(one["type"], found, one.get("ctx", {}), cls)
                faults.append(_fault(found, what, lines, outside))
        if faults:
            raise WrongSettings(faults)
        return settings

    def missing_to_run(self) -> list[Fault]:
        """What `lapor-bot run` needs beside what has a default, and does not find."""
        telegram, data, operator = self.telegram, self.data, self.operator
        wanted = {
            "telegram.token": (telegram.token, "write the bot's token from BotFather"),
            "data.key_file": (
                data.key_file or data.key,
                "name the file with the sealing key, or give the key itself in LAPOR_DATA__KEY",
            ),
            "operator.name": (operator.name, "name who answers for the data"),
            "operator.contact": (operator.contact, "say where people reach the operator"),
            "operator.legal_basis": (operator.legal_basis, "name the law that the bot works under"),
            "operator.purpose": (operator.purpose, "say in one sentence what the data is for"),
            "operator.retention_days": (
                operator.retention_days,
                "say how many days personal data is kept after closing",
            ),
        }
        return [Fault(key, None, what) for key, (value, what) in wanted.items() if not value]


def _text_of(path: Path | None) -> str:
    if path is None:
        return ""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise WrongSettings([Fault(str(path), None, f"cannot be read: {reason}")]) from None


def _tables_of(text: str, path: Path | None) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"at line (\d+)", str(error))
        line = int(place[1]) if place else text.count("\n") + 1
        what = "is not TOML here: a quote, a bracket or an = is missing, or a name stands twice"
        raise WrongSettings([Fault(str(path), line, what)]) from None


def _variables_of(
    known: type[BaseSettings], environ: Mapping[str, str]
) -> tuple[dict[str, Any], list[Fault]]:
    """What the environment gives, as tables, and a fault for each variable that nothing reads."""
    ours = {name.lower(): text for name, text in environ.items() if name.upper().startswith(PREFIX)}
    read: dict[str, str | None] = {}
    faults: list[Fault] = []
    for name in sorted(ours):
        path = tuple(name.removeprefix(PREFIX.lower()).split(NESTED))
        if unknown := advice_on_unknown(path, known):
            faults.append(Fault(name.upper(), None, unknown))
        else:
            read[name] = ours[name]
    source = EnvSettingsSource(known, env_prefix=PREFIX, env_nested_delimiter=NESTED)
    source.env_vars = read
    return source(), faults


def _merged(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    both = dict(below)
    for name, table in above.items():
        under = below.get(name, {})
        both[name] = {**under, **table} if isinstance(under, Mapping) else under
    return both


def _fault(path: KeyPath, what: str, lines: Mapping[KeyPath, int], outside: set[KeyPath]) -> Fault:
    if path in outside:
        return Fault(PREFIX + NESTED.join(path).upper(), None, what)
    return Fault(".".join(path), lines.get(path) or lines.get(path[:1]), what)
