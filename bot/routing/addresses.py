"""Which words of a text belong to an address and so say nothing of the topic.

"RT 03 RW 05", "Jl. Melati", "Kelurahan Sukamaju": the word that opens an address is followed by a
number, or by a name that is neither a keyword nor an ordinary word. What stands right behind
"depan", "dekat" or "arah" tells where something is, too.
"""

from bot.routing.normalise import Words

NUMBERED = frozenset({"rt", "rw", "no", "nomor", "blok", "km", "gang", "gg", "kav", "lorong", "lr"})
_NAMED = frozenset(
    {
        *("jalan", "jl", "gang", "gg", "kelurahan", "kecamatan", "desa", "dusun", "dukuh", "blok"),
        *("perumahan", "perum", "komplek", "kompleks", "kampung", "kp", "perumnas", "pasar", "tpu"),
        *(
            "terminal",
            "stasiun",
            "jembatan",
            "smp",
            "sma",
            "smk",
            "sd",
            "smpn",
            "sman",
            "sdn",
            "smkn",
        ),
    }
)
_SUBJECTS = frozenset({"pasar", "terminal", "stasiun", "jembatan", "tpu"})
"""What is spoken of where it opens the text: "Terminal Purabaya kotor"."""

_LONGEST_NAME = 2

_BESIDE = frozenset(
    {
        *("depan", "dekat", "samping", "sebelah", "belakang", "seberang", "sekitar", "pojok"),
        *("arah", "utara", "selatan", "timur", "barat", "perempatan", "pertigaan", "simpang", "jl"),
        *("menuju", "sebelum", "halaman", "tikungan", "belokan"),
    }
)
_PART_OF_A_LANDMARK = frozenset({"kantor", "gedung", "pintu", "gerbang", "komplek", "kompleks"})


def is_landmark(words: Words, first: int) -> bool:
    """Whether what begins at word `first` only tells where something is: "depan kantor BPBD"."""
    before = first - 1
    if before > 0 and words.surfaces[before] in _PART_OF_A_LANDMARK:
        before -= 1
    return before >= 0 and words.surfaces[before] in _BESIDE


def address_words(words: Words, known: frozenset[str]) -> set[int]:
    """The places of the words that open an address or name it; `known` words are no names."""
    found: set[int] = set()
    surfaces = words.surfaces
    for at in range(len(surfaces) - 1):
        head, following = surfaces[at], surfaces[at + 1]
        if head in NUMBERED and following[0].isdigit():
            found.update((at, at + 1))
        elif head in _NAMED and _is_name(words, at + 1, known):
            if at == 0 and head in _SUBJECTS:
                continue
            found.add(at)
            for place in range(at + 1, min(at + 1 + _LONGEST_NAME, len(surfaces))):
                if not _is_name(words, place, known):
                    break
                found.add(place)
    return found


_OF_A_VERB = ("me", "di", "ber", "ter")


def _is_name(words: Words, place: int, known: frozenset[str]) -> bool:
    """Whether the word is nothing else, nor the verb of a known word ("dipaving", "merusak")."""
    word = words.surfaces[place]
    if word in known or not word.isalpha() or len(word) <= 2:
        return False
    return not (word.startswith(_OF_A_VERB) and words.stems[place] in known)
