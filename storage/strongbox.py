"""An encrypted file: read and written as a stream, and refused where one byte is not as it was.

A line in clear says how the key is made: scrypt of a passphrase, or HKDF of the 32 bytes in a key
file, with a fresh salt either way, so no two files share a key. Chunks of 1 MiB follow, each sealed
with AES-256-GCM; its nonce is its place and whether it is the last, so that chunks cannot be left
out, swapped or cut off. The first chunk holds a few facts as JSON.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from storage.errors import NoCopy
from storage.seal import Key

MAGIC = b"lapor-bot backup 1\n"
CHUNK = 1 << 20
_TAG = 16
_LENGTH = 32
_WORK = {"n": 1 << 17, "r": 8, "p": 1}
"""128 MiB and about half a second, once a file."""
_FACTS = 4096
_LONGEST_LINE = 1000
_DAMAGED = "The backup is damaged: copy the file here again, or restore an older one."
_CUT_OFF = "The backup ends too early: copy the file here again, or restore an older one."


@dataclass(frozen=True, slots=True)
class Passphrase:
    """What somebody types."""

    words: str = field(repr=False)
    kind = "scrypt"
    mismatch = "This is not the passphrase of this backup, or the file is damaged: try again."

    def key(self, salt: bytes) -> bytes:
        kdf = Scrypt(salt=salt, length=_LENGTH, **_WORK)
        return kdf.derive(self.words.encode())


@dataclass(frozen=True, slots=True)
class KeyFile:
    """What stands in a file: 32 bytes in base64."""

    secret: Key
    kind = "key"
    mismatch = "This is not the key file of this backup, or the file is damaged."

    def key(self, salt: bytes) -> bytes:
        kdf = HKDF(algorithm=SHA256(), length=_LENGTH, salt=salt, info=b"backup")
        return kdf.derive(self.secret.derive("backup"))


Secret = Passphrase | KeyFile


def kind_of(path: Path) -> str | None:
    """What opens a file, "scrypt" or "key"; None where it is not encrypted. Raises NoCopy."""
    with path.open("rb") as file:
        if file.read(len(MAGIC)) != MAGIC:
            return None
        return str(_stated(file.readline(_LONGEST_LINE))["kdf"])


def write(
    target: BinaryIO, secret: Secret, facts: dict[str, Any], content: BinaryIO
) -> Iterator[int]:
    """Encrypt a few facts, at most 4,000 characters of JSON, and the content.

    It goes on as long as it is asked how many bytes are done.
    """
    salt = os.urandom(16)
    header = MAGIC + json.dumps({"kdf": secret.kind, "salt": salt.hex()}).encode() + b"\n"
    target.write(header)
    cipher = AESGCM(secret.key(salt))
    first = json.dumps(facts).encode().ljust(_FACTS)
    target.write(cipher.encrypt(_nonce(0, last=False), first, header))
    place, chunk = 1, content.read(CHUNK)
    while True:
        following = content.read(CHUNK)
        target.write(cipher.encrypt(_nonce(place, last=not following), chunk, header))
        yield (place - 1) * CHUNK + len(chunk)
        if not following:
            return
        place, chunk = place + 1, following


def read(source: BinaryIO, secret: Secret) -> tuple[dict[str, Any], Iterator[bytes]]:
    """Give the facts, and the content piece by piece.

    Raises NoCopy, the content too, half-way or at its end: what was read until then is to be
    thrown away.
    """
    magic = source.read(len(MAGIC))
    line = source.readline(_LONGEST_LINE)
    stated = _stated(line)
    cipher, header = AESGCM(secret.key(bytes.fromhex(stated["salt"]))), magic + line
    sealed = source.read(_FACTS + _TAG)
    if len(sealed) < _FACTS + _TAG:
        raise NoCopy(_CUT_OFF)
    try:
        first = cipher.decrypt(_nonce(0, last=False), sealed, header)
    except InvalidTag:
        raise NoCopy(secret.mismatch) from None
    return json.loads(first), _chunks(source, cipher, header)


def _chunks(source: BinaryIO, cipher: AESGCM, header: bytes) -> Iterator[bytes]:
    place, sealed = 1, source.read(CHUNK + _TAG)
    while True:
        following = source.read(CHUNK + _TAG)
        try:
            yield cipher.decrypt(_nonce(place, last=not following), sealed, header)
        except (InvalidTag, ValueError):
            # What was the last chunk of all has been cut off; or this one has, somewhere inside.
            raise NoCopy(_DAMAGED if following else _CUT_OFF) from None
        if not following:
            return
        place, sealed = place + 1, following


def _stated(line: bytes) -> dict[str, str]:
    try:
        stated = json.loads(line)
        bytes.fromhex(stated["salt"])
    except (ValueError, KeyError, TypeError):
        raise NoCopy(_DAMAGED) from None
    if stated.get("kdf") not in {Passphrase.kind, KeyFile.kind}:
        raise NoCopy("The backup was encrypted by a newer lapor-bot: restore it with that.")
    return {name: str(value) for name, value in stated.items()}


def _nonce(place: int, *, last: bool) -> bytes:
    return place.to_bytes(11, "big") + bytes([last])
