"""Who we are for push services (RFC 8292): one signed header for each of them, reused while it holds."""

import base64
import time
from collections.abc import Callable

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)
from py_vapid import Vapid02

from api.push.settings import PushSettings
from api.push.vault import secret_file
from router.errors import InputError, Problem

LIFE_S = 12 * 3600
"""RFC 8292 allows 24 hours; half of it forgives a clock that is wrong."""
RENEW_S = 3600
"""A header is renewed when it has less than this left."""
KEY_FILE = "vapid.pem"


class Signer:
    """Signs with our private key, and keeps the header of every origin."""

    def __init__(self, pem: bytes, contact: str, clock_s: Callable[[], float] = time.time) -> None:
        try:
            self._vapid = Vapid02.from_pem(pem)
        except Exception as error:  # py_vapid raises whatever its parts raise
            raise InputError(
                Problem("VAPID key", "", "a P-256 private key in PEM", "something else")
            ) from error
        self._contact = contact
        self._clock_s = clock_s
        self._headers: dict[str, tuple[int, str]] = {}

    @classmethod
    def open(cls, settings: PushSettings) -> "Signer":
        """Return the signer of the environment's key, or of the state folder's, made when there is none."""
        if settings.vapid_key is not None:
            return cls(settings.vapid_key.get_secret_value().encode(), settings.contact)
        return cls(secret_file(settings.state_dir / KEY_FILE, new_key), settings.contact)

    @property
    def public_key(self) -> str:
        """The public key as browsers want it (``applicationServerKey``): uncompressed point, base64url."""
        point = self._vapid.public_key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        return base64.urlsafe_b64encode(point).rstrip(b"=").decode()

    def header(self, origin: str) -> str:
        """Return the ``Authorization`` header for an origin (scheme, host and port)."""
        now_s = int(self._clock_s())
        until_s, header = self._headers.get(origin, (0, ""))
        if until_s - now_s < RENEW_S:
            until_s = now_s + LIFE_S
            claims = {"aud": origin, "exp": until_s, "sub": self._contact}
            header = str(self._vapid.sign(claims)["Authorization"])
            self._headers[origin] = (until_s, header)
        return header


def new_key() -> bytes:
    """Return a new private key in PEM."""
    key = ec.generate_private_key(ec.SECP256R1())
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
