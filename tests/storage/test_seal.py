"""The key, the seal and the fingerprints."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.seal import BrokenSeal, Key, Seal, UnreadableKey

SEAL = Seal(Key.from_bytes(b"k" * 32))


@given(st.binary(max_size=2000))
def test_what_was_sealed_opens_as_it_was(plain: bytes) -> None:
    sealed = SEAL.seal(plain, "people.name")

    assert SEAL.open(sealed, "people.name") == plain
    assert len(sealed) == len(plain) + 29


def test_half_a_surrogate_pair_comes_back_as_it_was() -> None:
    text = "tolong \ud83d\x00 ya"

    assert SEAL.open_text(SEAL.seal_text(text, "drafts.payload"), "drafts.payload") == text
    assert SEAL.fingerprint(text, "chat") != SEAL.fingerprint("tolong ", "chat")


def test_the_same_words_look_different_each_time() -> None:
    assert SEAL.seal(b"sama", "people.name") != SEAL.seal(b"sama", "people.name")


def test_a_value_moved_to_another_column_does_not_open() -> None:
    sealed = SEAL.seal(b"Siti", "people.name")

    with pytest.raises(BrokenSeal):
        SEAL.open(sealed, "report_words.text")


def test_another_key_does_not_open() -> None:
    sealed = SEAL.seal(b"Siti", "people.name")

    with pytest.raises(BrokenSeal):
        Seal(Key.generate()).open(sealed, "people.name")


@given(st.integers(0, 32), st.integers(1, 255))
def test_an_altered_value_does_not_open(at: int, change: int) -> None:
    sealed = bytearray(SEAL.seal(b"Siti", "people.name"))
    sealed[at] ^= change

    with pytest.raises(BrokenSeal):
        SEAL.open(bytes(sealed), "people.name")


@pytest.mark.parametrize("sealed", [b"", b"\x01", b"\x01" + b"n" * 12, b"\x02" + b"n" * 60])
def test_what_is_no_sealed_value_does_not_open(sealed: bytes) -> None:
    with pytest.raises(BrokenSeal):
        SEAL.open(sealed, "people.name")


def test_fingerprints_are_equal_for_equal_text_purpose_and_key_only() -> None:
    mark = SEAL.fingerprint("700123456", "chat")

    assert mark == Seal(Key.from_bytes(b"k" * 32)).fingerprint("700123456", "chat")
    assert mark != SEAL.fingerprint("700123457", "chat")
    assert mark != SEAL.fingerprint("700123456", "pin")
    assert mark != Seal(Key.generate()).fingerprint("700123456", "chat")
    assert len(mark) == 32


def test_a_key_file_is_for_its_owner_alone_and_reads_back(tmp_path: Path) -> None:
    path = tmp_path / "key"
    key = Key.generate()

    key.write(path)

    assert path.stat().st_mode & 0o777 == 0o600
    assert Key.read(path) == key


def test_a_key_file_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "key"
    first = Key.generate()
    first.write(path)

    with pytest.raises(FileExistsError):
        Key.generate().write(path)

    assert Key.read(path) == first


def test_a_key_travels_as_text_and_hides_itself_otherwise() -> None:
    key = Key.generate()

    assert Key.from_text(f" {key}\n") == key
    assert str(key) not in repr(key)


@pytest.mark.parametrize("text", ["", "short", "!" * 44, "ä" * 44, "A" * 40, "A" * 48])
def test_a_key_that_cannot_be_read_is_refused_without_showing_it(text: str, tmp_path: Path) -> None:
    path = tmp_path / "key"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(UnreadableKey) as by_text:
        Key.from_text(text)
    with pytest.raises(UnreadableKey):
        Key.read(path)

    assert not text or text not in str(by_text.value)
