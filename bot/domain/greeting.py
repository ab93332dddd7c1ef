"""Tells a greeting or a shrug from a report: nobody's "selamat pagi" becomes a draft."""

import re

_GREETING = re.compile(
    "p|halo|hallo|hai|hi|hello|hey|ping|tes|test|salam|permisi|punten|misi|kulonuwun|assalamualaikum"
    "|assalamu'alaikum|alaikum|wr|wb|selamat|pagi|siang|sore|malam|sugeng|enjing|enjang|sampurasun"
    "|wilujeng|good|morning|evening|afternoon|min|admin|bot|kak|pak|bu|bapak|ibu|mas|mbak|yth|semua"
    "|semuanya|terima|kasih|makasih|trims|thanks|thank|you|matur|nuwun|hatur|ok|oke|baik|ya|siap"
)
_MOST_WORDS = 6


def is_shrug(text: str) -> bool:
    """Say whether a text holds signs only: no letter and no digit of any script."""
    return bool(text) and not any(sign.isalnum() for sign in text)


def is_greeting(text: str) -> bool:
    """Say whether a text greets or thanks and tells nothing."""
    words = re.findall(r"[\w']+", text.lower())
    return 0 < len(words) <= _MOST_WORDS and all(_GREETING.fullmatch(word) for word in words)
