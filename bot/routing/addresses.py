"""Which words of a text belong to an address and so say nothing of the topic.

"RT 03 RW 05", "Jl. Melati", "Kelurahan Sukamaju": the word that opens an address is followed by a
number, or by a name that is neither a keyword nor an ordinary word. What stands right behind
"depan", "dekat" or "arah" tells where something is, too.
"""

from bot.routing.normalise import Words

_NUMBERED = frozenset(
    {"rt", "rw", "no", "nomor", "blok", "km", "gang", "gg", "kav", "lorong", "lr"}
)
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
_LONGEST_NAME = 2

_BESIDE = frozenset(
    {
        *("depan", "dekat", "samping", "sebelah", "belakang", "seberang", "sekitar", "pojok"),
        *("arah", "utara", "selatan", "timur", "barat", "perempatan", "pertigaan", "simpang", "jl"),
    }
)


def is_landmark(words: Words, first: int) -> bool:
    """Whether what begins at word `first` only tells where something is: "depan", "dekat", "jl"."""
    return first > 0 and words.surfaces[first - 1] in _BESIDE


def address_words(words: Words, known: frozenset[str]) -> set[int]:
    """The places of the words that open an address or name it; `known` words are no names."""
    found: set[int] = set()
    surfaces = words.surfaces
    for at in range(len(surfaces) - 1):
        head, following = surfaces[at], surfaces[at + 1]
        if head in _NUMBERED and following[0].isdigit():
            found.update((at, at + 1))
        elif head in _NAMED and _is_name(following, known):
            found.add(at)
            for place in range(at + 1, min(at + 1 + _LONGEST_NAME, len(surfaces))):
                if not _is_name(surfaces[place], known):
                    break
                found.add(place)
    return found


def _is_name(word: str, known: frozenset[str]) -> bool:
    return word not in known and word.isalpha() and len(word) > 2
