"""What was encrypted comes back whole or not at all."""

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage import strongbox
from storage.errors import NoCopy
from storage.seal import Key
from storage.strongbox import CHUNK, KeyFile, Passphrase, Secret

SECRET = KeyFile(Key.from_bytes(bytes(range(32))))
FACTS = {"key": "abc"}
_TAG = 16


def locked(content: bytes, secret: Secret = SECRET) -> bytes:
    box = io.BytesIO()
    for _ in strongbox.write(box, secret, FACTS, io.BytesIO(content)):
        pass
    return box.getvalue()


def unlocked(box: bytes, secret: Secret = SECRET) -> bytes:
    facts, content = strongbox.read(io.BytesIO(box), secret)
    assert facts == FACTS
    return b"".join(content)


@pytest.mark.parametrize("length", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK])
def test_content_of_any_length_comes_back(length: int) -> None:
    content = bytes(range(256)) * (length // 256) + bytes(length % 256)

    assert unlocked(locked(content)) == content


def test_a_passphrase_opens_what_it_closed_and_another_does_not() -> None:
    box = locked(b"isi", Passphrase("tiga kucing di atap"))

    assert unlocked(box, Passphrase("tiga kucing di atap")) == b"isi"
    with pytest.raises(NoCopy, match="not the passphrase"):
        unlocked(box, Passphrase("tiga kucing"))
    with pytest.raises(NoCopy, match="not the key file"):
        unlocked(box)


def test_no_two_files_look_alike_and_none_shows_its_content() -> None:
    first, second = locked(b"Jalan berlubang" * 100), locked(b"Jalan berlubang" * 100)

    assert first[200:] != second[200:]
    assert b"berlubang" not in first


BOX = locked(bytes(CHUNK) + b"akhir")


@given(st.integers(0, len(BOX) - 1), st.integers(1, 255))
def test_a_byte_that_is_not_as_it_was_is_noticed(place: int, change: int) -> None:
    box = bytearray(BOX)
    box[place] ^= change

    with pytest.raises(NoCopy):
        unlocked(bytes(box))


@given(st.integers(len(strongbox.MAGIC), len(BOX) - 1))
def test_a_file_that_is_cut_off_is_noticed_wherever_it_was_cut(length: int) -> None:
    with pytest.raises(NoCopy):
        unlocked(BOX[:length])


def test_a_file_cut_off_between_two_chunks_is_told_from_a_damaged_one() -> None:
    last = len(b"akhir") + _TAG

    with pytest.raises(NoCopy, match="ends too early"):
        unlocked(BOX[:-last])


def test_chunks_cannot_change_places() -> None:
    box = locked(b"a" * CHUNK + b"b" * CHUNK + b"c")
    head = len(box) - 1 - _TAG - 2 * (CHUNK + _TAG)
    size = CHUNK + _TAG
    swapped = box[:head] + box[head + size : head + 2 * size] + box[head : head + size]

    with pytest.raises(NoCopy, match="damaged"):
        unlocked(swapped + box[head + 2 * size :])


def test_a_file_says_what_opens_it(tmp_path: Path) -> None:
    (tmp_path / "box").write_bytes(BOX)
    (tmp_path / "note").write_text("belanja: beras, telur")

    assert strongbox.kind_of(tmp_path / "box") == "key"
    assert strongbox.kind_of(tmp_path / "note") is None
