"""Proofs of who somebody is: passwords as argon2id, one-time codes as TOTP (RFC 6238, 30 s, 6 digits)."""

import hmac
from functools import cache
from threading import BoundedSemaphore

import pyotp
from argon2 import PasswordHasher
from argon2.exceptions import VerificationError

from api.errors import BusyError
from router.errors import InputError, Problem

LEAST_CHARS, MOST_CHARS = 12, 200
ISSUER = "Nigemichi"
STEP_S = 30
WINDOW = 1
"""Steps before and after that count too: clocks differ."""
AT_ONCE, PATIENCE_S = 2, 5.0
"""Passwords looked at at the same time (each takes 64 MiB), and how long others wait for their turn."""
_hasher = PasswordHasher()
_turns = BoundedSemaphore(AT_ONCE)


def hash_password(password: str) -> str:
    """Return what is kept of a password. InputError when it is too short or too long."""
    if not LEAST_CHARS <= len(password) <= MOST_CHARS:
        expected = f"{LEAST_CHARS} to {MOST_CHARS} characters"
        raise InputError(Problem("account", "password", expected, f"{len(password)}"))
    return _hasher.hash(password)


def matches(kept: str | None, password: str) -> bool:
    """Whether a password is the one kept. Without one (None) it takes as long, and never is.

    BusyError when many sign in at once.
    """
    if not _turns.acquire(timeout=PATIENCE_S):
        raise BusyError("too many sign in at once")
    try:
        return _hasher.verify(kept or _nobodys(), password) and kept is not None
    except VerificationError:
        return False
    finally:
        _turns.release()


@cache
def _nobodys() -> str:
    return _hasher.hash("the password of an account that does not exist")


def new_secret() -> str:
    """Return a new secret of one-time codes: base32."""
    return pyotp.random_base32()


def secret_uri(account: str, secret: str) -> str:
    """Return what an authenticator app scans."""
    return pyotp.TOTP(secret).provisioning_uri(name=account, issuer_name=ISSUER)


def step_of(secret: str, code: str, now_s: float) -> int | None:
    """Return the step whose code this is, near now; None if there is none."""
    otp = pyotp.TOTP(secret)
    current = int(now_s) // STEP_S
    found = None
    for step in range(current - WINDOW, current + WINDOW + 1):
        if hmac.compare_digest(otp.at(step * STEP_S), code):
            found = step
    return found
