"""The tables of config.toml, each setting with its default, its limits and its sentence."""

import base64
import binascii
import ipaddress
import re
from datetime import time
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    SecretStr,
    ValidationInfo,
    field_validator,
)
from pydantic_settings import NoDecode

Port = Annotated[int, Field(ge=1, le=65535)]
Days = Annotated[int, Field(ge=1, le=3650)]


def on_loopback(url: str) -> bool:
    """Whether the server of this address is this machine."""
    host = urlsplit(url).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def key_bytes(text: str) -> bytes:
    """The 32 bytes of a sealing key in base64, as it stands in its file or setting.

    Raises ValueError, which says nothing of the key.
    """
    try:
        key = base64.b64decode(text.strip().replace("-", "+").replace("_", "/"), validate=True)
    except binascii.Error:
        key = b""
    if len(key) != 32:
        raise ValueError("write 32 random bytes in base64")
    return key


class Section(BaseModel):
    """A table of config.toml."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)


class Telegram(Section):
    token: SecretStr | None = Field(
        None,
        description="The bot's token from BotFather; better kept in LAPOR_TELEGRAM__TOKEN.",
        examples=["123456:your-token"],
    )
    mode: Literal["polling", "webhook"] = Field(
        "polling", description="How updates arrive: polling asks Telegram, webhook is called by it."
    )
    api_url: str = Field(
        "https://api.telegram.org", description="The Bot API server, without a slash at the end."
    )
    webhook_url: str | None = Field(
        None,
        description="The public https address that Telegram calls in webhook mode.",
        examples=["https://bot.example.go.id/telegram"],
        validate_default=True,
    )
    webhook_secret: SecretStr | None = Field(
        None,
        description="What proves that a call is Telegram's: 16 to 256 of A-Z, a-z, 0-9, _ and -.",
        examples=["what openssl rand -hex 32 gives"],
        validate_default=True,
    )
    listen_host: str = Field(
        "127.0.0.1", description="The address on which the webhook listens, behind your proxy."
    )
    listen_port: Port = Field(8443, description="The port on which the webhook listens.")
    pace: Literal["telegram", "off"] = Field(
        "telegram",
        description="The pace of sending; off only measures, on an API server on this machine.",
    )

    @field_validator("api_url")
    @classmethod
    def _address(cls, url: str) -> str:
        parts = urlsplit(url)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise ValueError("write an address such as https://api.telegram.org")
        if parts.scheme == "http" and not on_loopback(url):
            raise ValueError("write https: the token would travel readable")
        return url.rstrip("/")

    @field_validator("webhook_url")
    @classmethod
    def _public(cls, url: str | None, info: ValidationInfo) -> str | None:
        if url is None and info.data.get("mode") != "webhook":
            return None
        parts = urlsplit(url or "")
        allowed = parts.scheme == "https" or on_loopback(info.data.get("api_url", ""))
        if not parts.hostname or not allowed:
            raise ValueError(
                "webhook mode needs the public address that Telegram calls, with https"
            )
        return url

    @field_validator("webhook_secret")
    @classmethod
    def _provable(cls, secret: SecretStr | None, info: ValidationInfo) -> SecretStr | None:
        if secret is None and info.data.get("mode") != "webhook":
            return None
        text = secret.get_secret_value() if secret else ""
        if not re.fullmatch(r"[A-Za-z0-9_-]{16,256}", text):
            raise ValueError(
                "webhook mode needs a secret: write 16 to 256 of A-Z, a-z, 0-9, _ and -"
            )
        return secret

    @field_validator("pace")
    @classmethod
    def _kept(cls, pace: str, info: ValidationInfo) -> str:
        if pace == "off" and not on_loopback(info.data.get("api_url", "")):
            raise ValueError('write "telegram": without a pace Telegram would lock the bot out')
        return pace


class Data(Section):
    folder: Path = Field(
        Path("data"), description="The folder of the database, the attachments and the lock."
    )
    database: SecretStr | None = Field(
        None,
        description="The database's URL; without it SQLite in the folder.",
        examples=["postgresql+asyncpg://lapor:password@127.0.0.1/lapor"],
    )
    key_file: Path | None = Field(
        None,
        description="The file with the key that seals personal data: 32 bytes in base64.",
        examples=["/etc/lapor/seal.key"],
    )
    key: SecretStr | None = Field(
        None,
        description="The same key itself, instead of key_file; best kept in LAPOR_DATA__KEY.",
        examples=["what openssl rand -base64 32 gives"],
    )

    @field_validator("database")
    @classmethod
    def _known(cls, url: SecretStr | None) -> SecretStr | None:
        known = ("sqlite+aiosqlite://", "postgresql+asyncpg://")
        if url is not None and not url.get_secret_value().startswith(known):
            raise ValueError(f"write a URL that begins with {known[0]} or {known[1]}")
        return url

    @field_validator("key")
    @classmethod
    def _long_enough(cls, key: SecretStr | None) -> SecretStr | None:
        if key is not None:
            key_bytes(key.get_secret_value())
        return key

    @property
    def database_url(self) -> str:
        """The URL for SQLAlchemy; it may hold a password."""
        if self.database is not None:
            return self.database.get_secret_value()
        return f"sqlite+aiosqlite:///{(self.folder / 'lapor.db').absolute()}"


class Operator(Section):
    name: str = Field(
        "",
        description="Who runs the bot and answers for the data: the data controller.",
        examples=["Dinas Kominfo Kabupaten Contoh"],
    )
    contact: str = Field(
        "",
        description="Where people reach the operator about their data.",
        examples=["ppid@example.go.id"],
    )
    legal_basis: str = Field(
        "", description="The law that the bot works under.", examples=["UU 25/2009"]
    )
    purpose: str = Field(
        "",
        description="What the data is for, in one plain sentence.",
        examples=["Menyampaikan laporan Anda kepada instansi yang berwenang."],
    )
    retention_days: Days | None = Field(
        None, description="How many days personal data is kept after closing.", examples=[730]
    )
    official: bool = Field(
        False, description="Whether this is an official service; if not, the bot says so."
    )


class Routing(Section):
    min_confidence: float = Field(
        0.55, ge=0, le=1, description="Below this confidence, 0 to 1, an admin chooses the agency."
    )
    scope: Annotated[tuple[str, ...], NoDecode] = Field(
        (), description="The codes of the agencies that take part; empty is the whole nation."
    )

    @field_validator("scope", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        if isinstance(value, str):
            return tuple(code.strip() for code in value.split(",") if code.strip())
        return value


class Clocks(Section):
    verify_days: Days = Field(3, description="Working days until a report is sent on.")
    first_answer_days: Days = Field(5, description="Working days until the first follow-up.")
    reporter_silence_days: Days = Field(
        10, description="Calendar days of a reporter's silence after which a report closes."
    )
    complete_days: Days = Field(
        10, description="Days a reporter has to complete a report before it is archived."
    )
    settle_information_days: Days = Field(
        5, description="Working days to settle a request for information."
    )
    settle_plain_days: Days = Field(14, description="Working days to settle a plain complaint.")
    settle_oversight_days: Days = Field(
        60, description="Working days to settle a complaint about wrongdoing."
    )
    reopen_days: Days = Field(
        10, description="Calendar days after closing in which the reporter may open it again."
    )
    quiet_from: time = Field(
        time(20), description="From this time of day on nobody is reminded of anything."
    )
    quiet_to: time = Field(
        time(7), description="What would have come at night comes at this time of day."
    )


class Texts(Section):
    default_language: str = Field(
        "id",
        pattern="^[a-z]{2,3}$",
        description="The language of whoever has none that the bot speaks.",
    )
    timezone: str = Field(
        "Asia/Jakarta", description="The time zone of dates, working days and clocks."
    )

    @field_validator("timezone")
    @classmethod
    def _exists(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (ValueError, OSError, KeyError):
            raise ValueError("write a time zone such as Asia/Jakarta or Asia/Jayapura") from None
        return name


class Web(Section):
    host: str = Field("127.0.0.1", description="The address of the health page.")
    port: int = Field(8081, ge=0, le=65535, description="The port of the health page; 0 for none.")


class Log(Section):
    level: Literal["debug", "info", "warning", "error"] = Field(
        "info", description="The least that is logged."
    )
    style: Literal["plain", "json"] = Field(
        "plain", description="How a line is written: plain for people, json for machines."
    )
