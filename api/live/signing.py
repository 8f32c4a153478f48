"""The key that signs the live state and the manifests of regions.

Phones, mirrors and shelter boxes check what it signed. A phone pins the key that it meets first; another one
is believed only by a notice that the pinned one signed.
"""

import base64
import binascii
import hashlib
import json
import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Self

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from router.errors import InputError, Problem
from router.store import written_aside

KEY_FILE = "signing-key"
NOTICES_FILE = "key-notices.json"
KEY_STATEMENT = b"nigemichi key\n"
MANIFEST_STATEMENT = b"nigemichi manifest\n"
"""Before what is signed, so that a signature of one thing is none of another."""
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
        if not path.exists():
            aside = _new_key(folder)
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

    def sign_manifest(self, sha256: str) -> str:
        """Return the signature of a region's manifest, which has this hash (hex)."""
        return self.sign(MANIFEST_STATEMENT + sha256.encode())

    def sign(self, content: bytes) -> str:
        """Return the signature of ``content``: 64 bytes, base64."""
        return base64.b64encode(self.private.sign(content)).decode()


@dataclass(frozen=True, slots=True)
class KeyNotice:
    """A key gives way to another.

    Attributes
    ----------
    from_key : str
        Id of the old key, which signed this.
    to_public_key : str
        The new key: 32 bytes, base64.
    at : datetime
    signature : str
        Of `KEY_STATEMENT` and the 32 bytes, by the old key: 64 bytes, base64.
    """

    from_key: str
    to_public_key: str
    at: datetime
    signature: str


def rotate_key(folder: Path, now: datetime) -> KeyNotice:
    """Make a new key the key of a state folder, with a notice signed by the old one.

    Servers use it from their next start. The notice is on disk before the key is: a phone that meets the new
    key can always learn of it.

    Raises
    ------
    InputError
        When the folder has no key, or a damaged one.
    """
    path = folder / KEY_FILE
    if not path.exists():
        raise InputError(Problem(str(path), "", "a key to replace", "no such file"))
    old = Signer.from_text(path.read_text(encoding="ascii", errors="replace"), str(path))
    aside = _new_key(folder)
    new = Signer.from_text(aside.read_text(encoding="ascii"), str(aside))
    raw = base64.b64decode(new.public_key)
    notice = KeyNotice(old.id, new.public_key, now, old.sign(KEY_STATEMENT + raw))
    rows = [_notice_row(one) for one in (*notices_in(folder), notice)]
    with written_aside(folder / NOTICES_FILE) as file:
        file.write(json.dumps(rows, indent=1).encode())
    aside.replace(path)
    return notice


def notices_in(folder: Path) -> tuple[KeyNotice, ...]:
    """Return the notices of a state folder, the oldest first.

    Raises
    ------
    InputError
        When their file is damaged.
    """
    path = folder / NOTICES_FILE
    if not path.exists():
        return ()
    try:
        rows = json.loads(path.read_bytes())
        return tuple(
            KeyNotice(row["from"], row["to_public_key"], datetime.fromisoformat(row["at"]), row["signature"])
            for row in rows
        )
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(Problem(str(path), "", "notices of keys", repr(error))) from error


def _notice_row(notice: KeyNotice) -> dict[str, str]:
    return {
        "from": notice.from_key,
        "to_public_key": notice.to_public_key,
        "at": notice.at.isoformat(timespec="seconds"),
        "signature": notice.signature,
    }


def _new_key(folder: Path) -> Path:
    """Write a new key beside its place; only this user can read it."""
    aside = folder / f".{KEY_FILE}.{os.getpid()}"
    with os.fdopen(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(base64.b64encode(os.urandom(KEY_BYTES)))
        os.fsync(file.fileno())
    return aside
