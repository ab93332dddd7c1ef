"""What somebody says who has told the place or the day wrong: "bukan di Cibinong, di Citeureup".

Whether the words name a place or a day is for the routing to say; this finds those that are meant.
"""

import re

MOST_WORDS = 12
"""More words tell a story."""
_MOST_MEANT = 6
_ADDING = frozenset({"juga", "jg", "lagi", "pula", "also", "again"})
"""Who says so tells of one more, and takes nothing back."""

_ADDRESSED = r"(?:pak|bu|bapak|ibu|min|admin|kak|mas|mbak|ya|deh)"
_SLIP = (
    r"(?:eh|oh|oalah|maaf|sori|sorry|ralat|koreksi|ternyata|salah(?!\s+sa?tu)(?:\s+(?:tulis|ketik"
    r"|tempat|lokasi|tanggal|hari))?|maksud(?:nya|ku|\s+(?:saya|sy|aku))|(?:se)?harusnya|hrsnya"
    r"|y(?:an)?g ben[ae]r|tepatnya|(?:tempat|lokasi|kejadian|alamat|waktu|tanggal)nya"
    r"|actually|i mean|correction)"
)
_OPENING = rf"(?:(?:{_SLIP}|{_ADDRESSED}|itu|ini|tadi)[\s,.:;]+)*"
DENYING = frozenset({"bukannya", "bukan", "bkn", "dudu", "sanes", "not"})
"""Words before the name of a place that say that it is another."""

_NOT = rf"(?:{'|'.join(sorted(DENYING, reverse=True))})"
_BUT = r"(?:tapi|tp|tetapi|melainkan|(?:se)?harusnya|y(?:an)?g ben[ae]r|ning|nanging|but)"
_END = re.compile(rf"(?:\s+(?:{_ADDRESSED}|ding|deng|dong|maksudnya|maksud saya))+$")
_DENIED = re.compile(
    rf"{_OPENING}{_NOT}\s+(?P<wrong>.+?)(?:\s+{_ADDRESSED})?"
    rf"(?:[\s,.;]+{_BUT}\s+(?P<but>.+)|[,;]\s*(?P<right>.+))"
)
_SLIPPED = re.compile(rf"{_OPENING}{_SLIP}[\s,.:;]+(?:{_ADDRESSED}[\s,.]+)*(?P<right>.+)")
_SINCE = re.compile(r"(?P<right>(?:sejak|semenjak|mulai|since)(?:\s+\S+){1,3})")


def read_correction(text: str) -> str:
    """The words for what is right instead; empty where a text corrects nothing."""
    said = text.lower().strip(" .!?\n")
    if "\n" in said or not 0 < len(said.split()) <= MOST_WORDS:
        return ""
    for form in (_DENIED, _SLIPPED, _SINCE):
        if found := form.fullmatch(said):
            named = found.groupdict()
            meant = _END.sub("", str(named.get("but") or named["right"]))
            adds = not _ADDING.isdisjoint(meant.split())
            return "" if adds or len(meant.split()) > _MOST_MEANT else meant
    return ""
