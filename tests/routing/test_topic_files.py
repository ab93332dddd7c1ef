"""The topic files are what a clerk may edit: they must say what they seem to say."""

from collections import defaultdict

import pytest

from bot.domain.agency import AgencyCode
from bot.domain.sector import Sector
from bot.routing import lexicon as lexicon_module
from bot.routing.catalogue import Catalogue
from bot.routing.duties import LOCAL, PROVINCIAL, Duties
from bot.routing.lexicon import BrokenTopicsError, Keyword, read_topics
from bot.routing.normalise import Reader, data_lines


@pytest.fixture(scope="module")
def keywords() -> list[Keyword]:
    return list(read_topics())


def test_every_sector_that_is_routed_to_has_keywords(keywords: list[Keyword]) -> None:
    silent = {Sector.LOCAL_GOVERNMENT, Sector.SECRETARIAT}

    assert {word.sector for word in keywords} == set(Sector) - silent


def test_no_keyword_stands_twice_in_a_sector(keywords: list[Keyword]) -> None:
    terms = [(word.sector, word.term.replace("=", "")) for word in keywords]

    assert sorted({pair for pair in terms if terms.count(pair) > 1}) == []


def test_no_keyword_shrinks_to_another_because_of_fillers(keywords: list[Keyword]) -> None:
    reader = Reader.load()
    read_alike: dict[tuple[str, ...], set[tuple[str, float]]] = defaultdict(set)
    for word in keywords:
        parts = tuple(part.surface for part in reader.term(word.term))
        read_alike[(word.sector.value, *parts)].add((word.term, word.weight))

    unlike = [said for said in read_alike.values() if len({weight for _, weight in said}) > 1]

    assert unlike == []


def test_no_phrase_of_several_words_is_left_with_one(keywords: list[Keyword]) -> None:
    reader = Reader.load()
    duties = [line.partition(":")[2] for line in data_lines("duties.txt") if ">" in line]
    phrases = [word.term for word in keywords]
    phrases += [t.strip() for line in data_lines("neutral.txt") + duties for t in line.split(",")]

    left = [each for each in phrases if len(each.split()) > 1 and len(reader.term(each)) == 1]

    assert left == []


@pytest.mark.parametrize("line", ["jalan rusak", "9: jalan", "x: jalan"])
def test_a_broken_line_is_named_with_its_file(
    line: str, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path_factory.mktemp("topics")
    (folder / "kominfo.txt").write_text(f"# words\n{line}\n", encoding="utf-8")
    monkeypatch.setattr(lexicon_module, "_TOPICS", folder)

    with pytest.raises(BrokenTopicsError, match=r"kominfo\.txt:2"):
        list(read_topics())


def test_every_recipient_in_the_duties_exists() -> None:
    catalogue = Catalogue.load()
    units = {pattern.code for pattern in catalogue.patterns}
    duties = Duties.load(Reader.load())
    named = [line.partition(":")[0].partition(">")[2].strip() for line in data_lines("duties.txt")]

    for recipient in {*filter(None, named), *duties.usual.values()}:
        level, _, unit = recipient.partition("/")
        if level in (LOCAL, PROVINCIAL):
            assert not unit or unit in units, recipient
        else:
            assert catalogue.agency(AgencyCode(recipient))


def test_every_sector_has_a_usual_recipient() -> None:
    duties = Duties.load(Reader.load())

    assert set(duties.usual) >= {word.sector for word in read_topics()} - {Sector.OTHER}


def test_every_name_of_an_agency_without_a_sector_says_which_agency() -> None:
    duties = Duties.load(reader := Reader.load())
    names = [word.term for word in read_topics() if word.sector is Sector.OTHER]

    meant = {name: duties.recipients(reader.read(name)).of(Sector.OTHER) for name in names}

    assert [name for name, recipient in meant.items() if recipient == LOCAL] == []
