"""Settings: config.toml, and over it the environment.

`LAPOR_TELEGRAM__TOKEN` in the environment is `token` under `[telegram]` in the file.
Plain data. Every fault is told at once, with the key and its line, and with what to write instead;
what was written is never repeated, for it may be a secret.
"""

from bot.settings.faults import Fault, WrongSettings
from bot.settings.model import Settings
from bot.settings.sections import (
    Clocks,
    Data,
    Log,
    Operator,
    Routing,
    Telegram,
    Texts,
    Web,
    key_bytes,
)

__all__ = [
    "Clocks",
    "Data",
    "Fault",
    "Log",
    "Operator",
    "Routing",
    "Settings",
    "Telegram",
    "Texts",
    "Web",
    "WrongSettings",
    "key_bytes",
]
