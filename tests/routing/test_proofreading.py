"""Whoever edits a data file is told every slip, with file and line, and what to do."""

import shutil
from pathlib import Path

import pytest

from bot.routing.proofreading import faults_in
from bot.routing.regions import DATA

SLIPS = (
    ("topics/pos.txt", "4,5: surat hilang", "a weight must stand before the colon"),
    ("topics/pos.txt", "name 4: kantor surat", 'with "nama "'),
    ("topics/pos.txt", "9: surat hilang", "from -5 to 5"),
    ("topics/pos.txt", "4: kurir ungu; kurir hijau", "parted by commas"),
    ("topics/pos.txt", "4: yang di", "only filler words"),
    ("topics/pos.txt", "4:", "no keyword stands behind the colon"),
    ("topics/pos.txt", "4: kurir ungu, kurir ungu", "stands already in topics/pos.txt:"),
    ("duties.txt", "pu_jalan: daerah", "perhaps 'pu_jalan_air' is meant"),
    ("duties.txt", "pos > pos-indonesiaa: kurir ungu", "perhaps 'pos-indonesia' is meant"),
    ("duties.txt", "pos > daerah/kurir: kurir ungu", "there is no unit 'kurir'"),
    ("duties.txt", "pos > daerah: kurir ungu", "no unit has the duty pos"),
    ("duties.txt", "pos daerah", "sector > recipient: words"),
    ("neighbours.txt", "pos: telkomm", "perhaps 'telkom' is meant"),
    ("class_words.txt", "aspirasi dua: kurir ungu", "a weight must stand behind 'aspirasi'"),
    ("danger_words.txt", "114: kurir ungu", "there is no danger '114'"),
    ("care_words.txt", "perbuatn: kurir ungu", "perhaps 'perbuatan' is meant"),
    ("shorthand.txt", "kurir ungu", "yg = yang"),
    ("categories.csv", "A,B,sosiall,x", "perhaps 'sosial' is meant"),
    ("categories.csv", "A,B,sosial,x,y", "5 columns instead of 4"),
    ("agencies_national.csv", "x,kementrian,X,X,,,lain,", "no kind of agency 'kementrian'"),
    ("local_units.csv", "x,,kabupatn,Dinas X {place},X,x,sosial", "'kabupaten' is meant"),
    ("local_units.csv", "y,,kota,Dinas X {tempat},X,x,sosial", "no placeholder 'tempat'"),
    ("local_units.csv", "z,,kota,Dinas X {place},X,x,", "has no sector"),
    ("local_exceptions.csv", "77/x,X,X,x,sosial", "no region or agency '77'"),
    ("local_governments.csv", "99.99,kota,Pemerintah Kota X,", "there is no region '99.99'"),
    ("calibration.txt", "cold bias", "the file is damaged"),
    ("regions.csv", "99.01,Kabupaten X,-6.4,106.8", "has no line above it"),
    ("regions.csv", "99,X,6.4,-106.8", "does not lie in Indonesia"),
    ("place_names.csv", "x,99.99,X", "there is no region '99.99'"),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the data files."""
    return Path(shutil.copytree(DATA, tmp_path / "data"))


def appended(path: Path, *lines: str) -> int:
    """Write lines to the end of a file; the number of the first of them."""
    before = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join((*before, *lines, "")), encoding="utf-8")
    return len(before) + 1


def test_the_files_that_are_delivered_have_no_fault() -> None:
    assert [str(fault) for fault in faults_in()] == []


@pytest.fixture(scope="module")
def told_of_slips(tmp_path_factory: pytest.TempPathFactory) -> dict[int, list[str]]:
    """What is told of each slip, all of them made at once."""
    folder = Path(shutil.copytree(DATA, tmp_path_factory.mktemp("slips") / "data"))
    made = [f"{file}:{appended(folder / file, line)}" for file, line, _ in SLIPS]
    found = faults_in(folder)
    return {at: [f.what for f in found if f.where == where] for at, where in enumerate(made)}


@pytest.mark.parametrize("at", range(len(SLIPS)), ids=[line for _, line, _ in SLIPS])
def test_a_slip_is_told_with_its_file_and_line(
    told_of_slips: dict[int, list[str]], at: int
) -> None:
    [told] = told_of_slips[at]

    assert SLIPS[at][2] in told


def test_all_slips_are_told_at_once(folder: Path) -> None:
    (folder / "topics" / "pos.txt").rename(folder / "topics" / "poss.txt")
    (folder / "neutral.txt").unlink()
    (folder / "fillers.txt").write_bytes(b"yang\ncaf\xe9\n")
    (folder / "regency_polygons.jsonl.gz").write_bytes(b"cut")

    told = [str(fault) for fault in faults_in(folder)]

    assert told == [
        "topics/poss.txt: there is no sector 'poss', perhaps 'pos' is meant",
        "topics/pos.txt: the file is missing: bring it back, or no report can be about pos",
        "neutral.txt: the file is missing: bring it back from the release",
        "fillers.txt:2: a letter is not in UTF-8: save the file as UTF-8",
        "regency_polygons.jsonl.gz: the file is missing or damaged: bring it back from the release",
    ]


def test_a_keyword_that_is_read_like_another_is_told(folder: Path) -> None:
    path = folder / "topics" / "pos.txt"
    number = appended(path, "4: kurir ungu", "2: kurir yang ungu")

    [fault] = faults_in(folder)

    assert fault.where == f"topics/pos.txt:{number + 1}"
    assert f"is read like 'kurir ungu' in topics/pos.txt:{number}, which" in fault.what
