"""Encryption at rest: AES-256-GCM with a key that Redis never sees."""

import base64
import binascii
import hashlib
import hmac
import os
from collections.abc import Callable
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from api.push.settings import PushSettings
from router.errors import InputError, NigemichiError, Problem

KEY_BYTES = 32
NONCE_BYTES = 12
TOKEN_BYTES = 16
ID_BYTES = 12
KEY_FILE = "push.key"


class UnreadableError(NigemichiError):
    """A stored record is damaged, or was encrypted with another key or for another place."""


class Vault:
    """Encrypts records, each bound to the name it is stored under; derives tokens and ids."""

    def __init__(self, key: bytes) -> None:
        if len(key) != KEY_BYTES:
            raise InputError(Problem("push key", "", f"{KEY_BYTES} bytes in base64url", f"{len(key)} bytes"))
        self._cipher = AESGCM(key)
        self._names = hmac.digest(key, b"nigemichi push names", "sha256")

    @classmethod
    def open(cls, settings: PushSettings) -> "Vault":
        """Return the vault of the environment's key, or of the state folder's, made when there is none."""
        if settings.key is not None:
            return cls(_decoded(settings.key.get_secret_value()))
        text = secret_file(settings.state_dir / KEY_FILE, lambda: base64.urlsafe_b64encode(os.urandom(32)))
        return cls(_decoded(text.decode()))

    def encrypt(self, plain: bytes, name: str) -> bytes:
        """Return ``plain`` as it may be stored under ``name``."""
        nonce = os.urandom(NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, plain, name.encode())

    def decrypt(self, stored: bytes, name: str) -> bytes:
        """Return what `encrypt` was given, or raise UnreadableError."""
        try:
            return self._cipher.decrypt(stored[:NONCE_BYTES], stored[NONCE_BYTES:], name.encode())
        except (InvalidTag, ValueError) as error:
            raise UnreadableError("a stored push record cannot be read") from error

    def token_of(self, area: str, endpoint: str) -> str:
        """Return the secret by which a phone changes and deletes its subscription: the same every time."""
        digest = self.pseudonym("token", area, endpoint)
        return base64.urlsafe_b64encode(digest[:TOKEN_BYTES]).rstrip(b"=").decode()

    def pseudonym(self, *parts: str) -> bytes:
        """Return 32 bytes that stand for ``parts`` and say nothing of them without the key."""
        return hmac.digest(self._names, "\0".join(parts).encode(), "sha256")


def id_of(token: str) -> str:
    """Return the id a subscription is stored under. Who reads the store cannot make the token of it."""
    digest = hashlib.sha256(token.encode()).digest()[:ID_BYTES]
    return base64.urlsafe_b64encode(digest).decode()


def secret_file(path: Path, make: Callable[[], bytes]) -> bytes:
    """Return a secret file's content; made with mode 0600 when there is none, by one process only."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    if not path.exists():
        aside = path.with_name(f".{path.name}.{os.getpid()}")
        descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(make())
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(aside, path)  # fails when another process was first: then its secret holds
        except FileExistsError:
            pass
        finally:
            aside.unlink()
    mode = path.stat().st_mode & 0o777
    if mode & 0o077:
        raise InputError(
            Problem(str(path), "mode", "0600: a secret that only its owner reads", f"{mode:04o}")
        )
    return path.read_bytes().strip()


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return b""
