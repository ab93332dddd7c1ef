"""What somebody says who is shown an agency and knows better.

"Bukan dinas perhubungan, harusnya dinas lingkungan hidup", "ini urusan PLN": whether the names are
those of agencies is for the routing to say; a story may begin with the same words.
"""

import re
from dataclasses import dataclass

MOST_WORDS = 14
"""More words tell a story."""

_WRONG = r"(?:bukan(?:nya)?|bkn|jangan|salah|kok|not)"
_MEANT = r"(?:(?:se)?harusnya|hrsnya|(?:se)?mestinya|y(?:an)?g bene?r|should be)"
_RIGHT = rf"(?:{_MEANT}|melainkan|tapi|tp|but)"
_TO = (
    r"(?:(?:itu|ini|ya|masuk|dikirim|diteruskan|lapor|ke|kepada|sama|to|the|tanggung jawab|urusan"
    r"|(?:ke)?wewenang(?:an)?|tugas|bagian)(?:nya)?\s+)*"
)
_BREAK = r"[\s,.;?]+"
_BOTH = re.compile(rf"{_WRONG}\s+{_TO}(?P<wrong>.+?){_BREAK}{_RIGHT}\s+{_TO}(?P<right>.+)")
_TURNED = re.compile(rf"{_MEANT}\s+{_TO}(?P<right>.+?){_BREAK}{_WRONG}\s+{_TO}(?P<wrong>.+)")
_ONLY_RIGHT = re.compile(
    rf"(?:{_MEANT}\s+{_TO}"
    r"|(?:(?:ini|itu)\s+)?(?:urusan|(?:ke)?wewenang(?:an)?|tugas|bagian)(?:nya)?\s+"
    r"|(?:kirim(?:kan)?|teruskan|laporkan|sampaikan)\s+(?:(?:aja|saja)\s+)?(?:ke|kepada)\s+)"
    r"(?P<right>.+)"
)
_ONLY_WRONG = re.compile(rf"(?:(?:ini|itu)\s+)?{_WRONG}\s+{_TO}(?P<wrong>.+)")
_BEFORE = re.compile(r"^(?:(?:eh|maaf|pak|bu|min|loh|lho|salah|ini|itu|tolong|mohon)[\s,]+)+")
_NOTHING = frozenset(
    ["itu", "ini", "instansi", "instansinya", "dinas", "dinasnya", "situ", "yang", "nya"]
)


@dataclass(frozen=True, slots=True)
class Objection:
    """The words for the agency that it is not, and for the one that it is; one may be empty."""

    wrong: str = ""
    right: str = ""

    @property
    def denies_by_name(self) -> bool:
        """Whether it says which agency it is not, and not only "bukan dinas itu"."""
        return not set(self.wrong.split()) <= _NOTHING


def read_objection(text: str) -> Objection | None:
    """Read a correction of the agency; None where the words have not its form."""
    said = text.lower().strip(" .!?\n")
    if not 0 < len(said.split()) <= MOST_WORDS or "\n" in said:
        return None
    for words in dict.fromkeys((said, _BEFORE.sub("", said))):
        for form in (_BOTH, _TURNED, _ONLY_RIGHT, _ONLY_WRONG):
            if found := form.fullmatch(words):
                named = found.groupdict()
                return Objection(named.get("wrong", ""), named.get("right", ""))
    return None
