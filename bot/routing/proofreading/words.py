"""The words: keywords of the topics, who answers for them, and the tables of phrases."""

from collections.abc import Callable, Collection, Iterable
from collections.abc import Set as AbstractSet

from bot.domain.sector import Sector
from bot.routing.catalogue_files import UnitPattern
from bot.routing.classify import CLASSES
from bot.routing.duties import LOCAL, PROVINCIAL
from bot.routing.lexicon import BrokenTopicsError, Keyword, keywords_of
from bot.routing.normalise import Reader
from bot.routing.proofreading.copy import SECTORS, Copy, number

WITHOUT_KEYWORDS = frozenset({Sector.LOCAL_GOVERNMENT, Sector.SECRETARIAT})
"""Sectors that no words speak for."""

_PUNCTUATION = frozenset(';:|/!?"()[]')


def topics(copy: Copy) -> set[Sector]:
    """The keywords of each sector: read, and none of them twice."""
    reader = Reader.load()
    found: set[Sector] = set()
    for path in sorted((copy.folder / "topics").glob("*.txt")):
        name = f"topics/{path.name}"
        if not copy.known(name, "sector", path.stem, SECTORS):
            continue
        sector = Sector(path.stem)
        found.add(sector)
        first: dict[tuple[str, ...], tuple[str, Keyword]] = {}
        for where, line in copy.lines(name):
            for keyword in _keywords(copy, sector, where, line):
                _keyword(copy, reader, where, keyword, first)
    for sector in Sector:
        if sector not in found | WITHOUT_KEYWORDS:
            copy.wrong(
                f"topics/{sector}.txt",
                f"the file is missing: bring it back, or no report can be about {sector}",
            )
    return found


def _keywords(copy: Copy, sector: Sector, where: str, line: str) -> list[Keyword]:
    try:
        found = list(keywords_of(sector, line, where))
    except BrokenTopicsError as broken:
        copy.wrong(where, str(broken).removeprefix(f"{where}: "))
        return []
    if not found:
        copy.wrong(where, "no keyword stands behind the colon: write some, or take the line out")
    return found


def _keyword(
    copy: Copy,
    reader: Reader,
    where: str,
    keyword: Keyword,
    first: dict[tuple[str, ...], tuple[str, Keyword]],
) -> None:
    if odd := _PUNCTUATION & set(keyword.term):
        copy.wrong(
            where, f"{keyword.term!r} holds {min(odd)!r}: keywords are parted by commas alone"
        )
        return
    parts = reader.term(keyword.term)
    if not parts:
        copy.wrong(where, f"{keyword.term!r} is only filler words, which are not read: take it out")
        return
    bare = keyword.term.replace("=", "")
    same = first.setdefault((bare,), (where, keyword))
    if same[1] is not keyword:
        copy.wrong(where, f"{bare!r} stands already in {same[0]}: take one of them out")
        return
    read_as = ("", *(part.surface for part in parts))
    alike = first.setdefault(read_as, (where, keyword))
    if alike[1].weight != keyword.weight:
        copy.wrong(
            where,
            f"{bare!r} is read like {alike[1].term!r} in {alike[0]}, which has another weight: "
            "take one of them out",
        )


def duties(
    copy: Copy,
    nationals: Collection[str],
    patterns: Collection[UnitPattern],
    only_here: Collection[Sector],
    spoken_for: AbstractSet[Sector],
) -> None:
    """Who answers: each recipient must be an agency, or a level that has a unit for it."""
    name = "duties.txt"
    usual: set[str] = set()
    units = {pattern.code for pattern in patterns}
    held = {
        LOCAL: {*_held(patterns), *only_here, Sector.DISTRICT_OFFICE, Sector.LOCAL_GOVERNMENT},
        PROVINCIAL: _held(pattern for pattern in patterns if "provinsi" in pattern.levels),
    }
    for where, line in copy.lines(name):
        head, _, rest = line.partition(":")
        sector, moves, recipient = (part.strip() for part in head.partition(">"))
        if not rest.strip():
            copy.wrong(where, 'a line is "sector: recipient" or "sector > recipient: words, words"')
            continue
        if not copy.known(where, "sector", sector, SECTORS):
            continue
        if not moves:
            usual.add(sector)
            recipient = rest.strip()
        level, _, unit = recipient.partition("/")
        if level not in held:
            copy.known(where, "agency", recipient, nationals and {*nationals, *held})
        elif unit:
            copy.known(where, "unit", unit, units)
        elif patterns and sector not in held[level]:
            copy.wrong(where, f"no unit has the duty {sector}: add it to a line of local_units.csv")
    if name not in copy.unread:
        for sector in sorted(spoken_for - usual - {Sector.OTHER}):
            copy.wrong(name, f'nobody answers for {sector}: add a line "{sector}: daerah"')


def _held(patterns: Iterable[UnitPattern]) -> set[Sector]:
    return {sector for pattern in patterns for sector in pattern.sectors}


def neighbours(copy: Copy) -> None:
    for where, line in copy.lines("neighbours.txt"):
        sector, _, names = line.partition(":")
        for each in (sector, *names.split(",")):
            copy.known(where, "sector", each.strip(), SECTORS)


Head = Callable[[Copy, str, str], None]


def headed(copy: Copy, name: str, head: Head) -> None:
    """A file of lines "head: phrase, phrase"."""
    for where, line in copy.lines(name):
        before, colon, rest = line.partition(":")
        if not colon or not rest.strip():
            copy.wrong(where, "a line is a head, a colon, and words")
        else:
            head(copy, where, before.strip())


def one_of(kind: str, known: Iterable[str]) -> Head:
    all_known = frozenset(known)

    def check(copy: Copy, where: str, head: str) -> None:
        copy.known(where, kind, head, all_known)

    return check


def class_head(copy: Copy, where: str, head: str) -> None:
    name, _, weight = head.partition(" ")
    if copy.known(where, "class", name, CLASSES.keys()) and number(weight) is None:
        copy.wrong(where, f"a weight must stand behind {name!r}: a number like 2 or 2.5")


def calibration(copy: Copy) -> None:
    for where, line in copy.lines("calibration.txt"):
        kind, _, rest = line.partition(" ")
        if kind not in {"cold", "learned"} or number(rest.rpartition(" ")[2]) is None:
            copy.wrong(where, "the file is damaged: bring it back from the release")


def shorthand(copy: Copy) -> None:
    for where, line in copy.lines("shorthand.txt"):
        written, equals, full = (part.strip() for part in line.partition("="))
        if not (written and equals and full):
            copy.wrong(where, 'a line is "yg = yang": what is written, "=", and the full words')
