"""The key that signs the live state. Phones, mirrors and shelter boxes check what it signed."""

import base64
import binascii
import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from router.errors import InputError, Problem

KEY_FILE = "signing-key"
KEY_BYTES = 32
ID_CHARS = 16


@dataclass(frozen=True, slots=True)
class Signer:
    """An Ed25519 key. Its id is the beginning of the sha256 of the public key."""

    private: Ed25519PrivateKey

    @classmethod
    def from_text(cls, text: str, source: str) -> Self:
        """Read 32 bytes in base64. The message never holds what was found."""
        try:
            raw = base64.b64decode(text.strip(), validate=True)
        except (binascii.Error, ValueError):
            raw = b""
        if len(raw) != KEY_BYTES:
            raise InputError(Problem(source, "", f"{KEY_BYTES} bytes in base64", "something else"))
        return cls(Ed25519PrivateKey.from_private_bytes(raw))

    @classmethod
    def kept_in(cls, folder: Path) -> Self:
        """Return the key of a state folder, made at the first time; only this user can read it."""
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = folder / KEY_FILE
        aside = folder / f".{KEY_FILE}.{os.getpid()}"
        if not path.exists():
            with os.fdopen(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
                file.write(base64.b64encode(os.urandom(KEY_BYTES)))
                os.fsync(file.fileno())
            try:
                os.link(aside, path)  # fails where another process was first: its key holds
            except FileExistsError:
                pass
            finally:
                aside.unlink()
        return cls.from_text(path.read_text(encoding="ascii", errors="replace"), str(path))

    @property
    def public_key(self) -> str:
        """The public key: 32 bytes, base64."""
        return base64.b64encode(self._public_bytes).decode()

    @property
    def id(self) -> str:
        """How signatures name the key."""
        return hashlib.sha256(self._public_bytes).hexdigest()[:ID_CHARS]

    @property
    def _public_bytes(self) -> bytes:
        return self.private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)

    def sign(self, content: bytes) -> str:
        """Return the signature of ``content``: 64 bytes, base64."""
        return base64.b64encode(self.private.sign(content)).decode()
