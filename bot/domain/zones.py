"""The three time zones of Indonesia, by the code of a province (Keppres 41/1987)."""

from zoneinfo import ZoneInfo

WIB = ZoneInfo("Asia/Jakarta")
WITA = ZoneInfo("Asia/Makassar")
WIT = ZoneInfo("Asia/Jayapura")
_WITA = frozenset({"51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76"})
"""Bali, Nusa Tenggara, South, East and North Kalimantan, Sulawesi."""
_WIT = frozenset({"81", "82", "91", "92", "93", "94", "95", "96", "97"})
"""Maluku and Papua."""
_WIB = frozenset(
    {"11", "12", "13", "14", "15", "16", "17", "18", "19", "21", "31", "32", "33", "34", "35", "36"}
    | {"61", "62"}
)
"""Sumatra, Java, West and Central Kalimantan."""


def zone_of(code: str | None) -> ZoneInfo | None:
    """Give the zone of a region or an agency whose code begins with a province's.

    None for a national agency, for no code, and for a province that the table does not know.
    """
    province = (code or "")[:2]
    if province in _WITA:
        return WITA
    if province in _WIT:
        return WIT
    return WIB if province in _WIB else None
