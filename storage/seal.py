"""Sealing of what is personal, and keyed fingerprints to find it again.

AES-256-GCM with a random nonce of 12 bytes; the place where a value stands (table.column) is bound
to it, so that a sealed value moved elsewhere no longer opens. Each purpose has a key of its own,
derived by HKDF-SHA256 from the one that the operator keeps.
"""

import base64
import binascii
import hmac
import os
import secrets
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from storage.errors import StorageError

KEY_LENGTH = 32
_NONCE_LENGTH = 12
_FORM = b"\x01"
"""First byte of every sealed value, so that another cipher can follow one day."""


class BrokenSeal(StorageError):
    """The value was sealed with another key, for another place, or was altered."""


class UnreadableKey(StorageError):
    """The text is not 32 bytes in urlsafe base64; the message never shows it."""


@dataclass(frozen=True, slots=True)
class Key:
    """The operator's key, 32 random bytes. Who loses it loses every sealed word."""

    _secret: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self._secret) != KEY_LENGTH:
            raise UnreadableKey(f"a key has {KEY_LENGTH} bytes")

    @classmethod
    def from_bytes(cls, secret: bytes) -> Self:
        """Raises UnreadableKey unless there are 32 bytes."""
        return cls(bytes(secret))

    @classmethod
    def from_text(cls, text: str) -> Self:
        """Read what `str(key)` wrote, or plain base64. Raises UnreadableKey."""
        urlsafe = text.strip().replace("+", "-").replace("/", "_")
        try:
            return cls(base64.b64decode(urlsafe, altchars=b"-_", validate=True))
        except (binascii.Error, ValueError):
            raise UnreadableKey("a key is 32 bytes in base64") from None

    @classmethod
    def generate(cls) -> Self:
        return cls(secrets.token_bytes(KEY_LENGTH))

    @classmethod
    def read(cls, path: Path) -> Self:
        """Raises FileNotFoundError, or UnreadableKey."""
        try:
            return cls.from_text(path.read_text(encoding="ascii"))
        except UnicodeDecodeError:
            raise UnreadableKey("a key is 32 bytes in base64") from None

    def write(self, path: Path) -> None:
        """Write a file that only its owner reads, down to the disk.

        Raises FileExistsError rather than replace a key that something may be sealed with.
        """
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(file, "w", encoding="ascii") as out:
            out.write(f"{self}\n")
            out.flush()
            os.fsync(out.fileno())
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)

    def derive(self, purpose: str) -> bytes:
        """Give 32 bytes that tell nothing of the key nor of another purpose's bytes."""
        kdf = HKDF(algorithm=SHA256(), length=KEY_LENGTH, salt=None, info=purpose.encode())
        return kdf.derive(self._secret)

    def __str__(self) -> str:
        return base64.urlsafe_b64encode(self._secret).decode("ascii")


class Seal:
    """Closes and opens values under one key."""

    def __init__(self, key: Key) -> None:
        self._key = key
        self._cipher = AESGCM(key.derive("seal"))
        self._markers: dict[str, hmac.HMAC] = {}
        """Begun with the key of their purpose, so that it is not prepared for every mark anew."""

    def seal(self, plain: bytes, bound_to: str) -> bytes:
        """Seal for one place, named table.column; 29 bytes longer than what went in."""
        nonce = os.urandom(_NONCE_LENGTH)
        return _FORM + nonce + self._cipher.encrypt(nonce, plain, bound_to.encode())

    def open(self, sealed: bytes, bound_to: str) -> bytes:
        """Raises BrokenSeal."""
        start = len(_FORM)
        nonce, closed = sealed[start : start + _NONCE_LENGTH], sealed[start + _NONCE_LENGTH :]
        if sealed[:start] != _FORM or len(nonce) != _NONCE_LENGTH:
            raise BrokenSeal(bound_to)
        try:
            return self._cipher.decrypt(nonce, closed, bound_to.encode())
        except (InvalidTag, ValueError):
            raise BrokenSeal(bound_to) from None

    def seal_text(self, plain: str, bound_to: str) -> bytes:
        return self.seal(to_bytes(plain), bound_to)

    def open_text(self, sealed: bytes, bound_to: str) -> str:
        """Raises BrokenSeal."""
        return from_bytes(self.open(sealed, bound_to))

    def fingerprint(self, text: str, purpose: str) -> bytes:
        """Give 32 bytes that are equal for equal text and purpose, and tell nothing without key."""
        begun = self._markers.get(purpose)
        if begun is None:
            marker = self._key.derive(f"fingerprint:{purpose}")
            begun = self._markers[purpose] = hmac.new(marker, digestmod=sha256)
        mark = begun.copy()
        mark.update(to_bytes(text))
        return mark.digest()


def to_bytes(text: str) -> bytes:
    """Encode any text; half a surrogate pair, which JSON may carry, comes back as it was."""
    return text.encode("utf-8", "surrogatepass")


def from_bytes(plain: bytes) -> str:
    return plain.decode("utf-8", "surrogatepass")
