"""Accounts: the hash ``staff:accounts``. Passwords are kept as argon2id, secrets of codes encrypted."""

import base64
import hashlib
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any, Self

import orjson

from api.errors import ConflictError
from api.live.store import Store
from api.push.vault import Vault
from api.quoting import quoted
from api.staff.roles import EVERYWHERE, Principal, Role
from router.errors import InputError, Problem

KEY = "staff:accounts"
ID_FORM = re.compile(r"[a-z0-9][a-z0-9._-]{1,39}", re.ASCII)
AREA_FORM = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
NAME_CHARS = 60
SEALED = "sealed:"
"""What a secret begins with once it is encrypted; no base32 does."""


@dataclass(frozen=True, slots=True)
class Account:
    """A person who acts for areas.

    Attributes
    ----------
    id : str
        What is typed to sign in: 2 to 40 of a-z 0-9 . _ -
    name : str
        What colleagues see.
    role : Role
    areas : tuple of str
    password : str
        argon2id, with its parameters and salt.
    totp : str or None
        Secret of one-time codes, encrypted as it is kept (`Accounts.secret_of`); in base32 only where an
        account is on its way to be kept. None only below approver.
    disabled : bool
    """

    id: str
    name: str
    role: Role
    areas: tuple[str, ...]
    password: str
    totp: str | None = None
    disabled: bool = False

    @property
    def proof(self) -> str:
        """What changes with the password and the secret: a session begun before such a change ends."""
        return hashlib.sha256(f"{self.password} {self.totp}".encode()).hexdigest()[:16]

    @property
    def principal(self) -> Principal:
        """Who this is once signed in."""
        return Principal(self.id, self.name, self.role, self.areas)

    def to_json(self) -> bytes:
        """Return it as it is kept."""
        return orjson.dumps(asdict(self))

    @classmethod
    def from_json(cls, stored: bytes) -> Self:
        """Return what `to_json` was called on."""
        row: Mapping[str, Any] = orjson.loads(stored)
        return cls(**{**row, "role": Role(row["role"]), "areas": tuple(row["areas"])})


class Accounts:
    """All accounts.

    Parameters
    ----------
    store : Store
    vault : Vault
        What secrets of one-time codes are encrypted with: the same for all hosts and for `nigemichi staff`.
    """

    def __init__(self, store: Store, vault: Vault) -> None:
        self._store, self._vault = store, vault

    def find(self, id_: str) -> Account | None:
        """Return an account, or None."""
        stored = self._store.ask(lambda client: client.hget(KEY, id_))
        return None if stored is None else self._read(stored)

    def secret_of(self, account: Account) -> str | None:
        """Return the secret of an account's one-time codes in base32; None where it has none.

        Raises
        ------
        UnreadableError
            When it was encrypted with another key.
        """
        if account.totp is None or not account.totp.startswith(SEALED):
            return account.totp
        sealed = base64.urlsafe_b64decode(account.totp.removeprefix(SEALED))
        return self._vault.decrypt(sealed, _place(account.id)).decode()

    def get(self, id_: str) -> Account:
        """Return an account, or raise InputError."""
        found = self.find(id_)
        if found is None:
            raise _unknown(id_)
        return found

    def all(self) -> list[Account]:
        """Return every account by id."""
        stored = self._store.ask(lambda client: client.hvals(KEY))
        return sorted(map(self._read, stored), key=lambda account: account.id)

    def add(self, account: Account) -> None:
        """Keep a new account.

        Raises
        ------
        InputError
            When something in it is not as it must be.
        ConflictError
            When there is one of that id.
        """
        _check(account)
        sealed = self._sealed(account).to_json()
        if not self._store.ask(lambda client: client.hsetnx(KEY, account.id, sealed)):
            raise ConflictError(Problem("account", "id", "a new one", quoted(account.id)))

    def change(self, id_: str, **changed: Any) -> Account:
        """Change fields of an account; it must exist. InputError when something is not as it must be then."""

        def made(old: bytes | None) -> bytes:
            if old is None:
                raise _unknown(id_)
            then = replace(Account.from_json(old), **changed)
            _check(then)
            return self._sealed(then).to_json()

        self._store.change(KEY, id_, made)
        return self.get(id_)

    def _read(self, stored: bytes) -> Account:
        """Return an account as it is kept; a secret that is still plain is encrypted at this moment."""
        account = Account.from_json(stored)
        if account.totp is None or account.totp.startswith(SEALED):
            return account
        return self.change(account.id)

    def _sealed(self, account: Account) -> Account:
        if account.totp is None or account.totp.startswith(SEALED):
            return account
        sealed = self._vault.encrypt(account.totp.encode(), _place(account.id))
        return replace(account, totp=SEALED + base64.urlsafe_b64encode(sealed).decode())


def _place(id_: str) -> str:
    """Return the name that a secret is bound to: of no use for another account."""
    return f"staff totp {id_}"


def _unknown(id_: str) -> InputError:
    return InputError(Problem("account", "id", "an account", quoted(id_)))


def _check(account: Account) -> None:
    """Raise InputError with everything that is not as it must be."""
    problems = [Problem("account", where, expected, found) for where, expected, found in _wrong(account)]
    if problems:
        raise InputError(problems)


def _wrong(account: Account) -> list[tuple[str, str, str]]:
    wrong = []
    if not ID_FORM.fullmatch(account.id):
        wrong.append(("id", "2 to 40 of a-z 0-9 . _ -", quoted(account.id)))
    if not 1 <= len(account.name.strip()) <= NAME_CHARS or not account.name.isprintable():
        wrong.append(("name", f"1 to {NAME_CHARS} characters", quoted(account.name)))
    if not account.areas or not all(
        area == EVERYWHERE or AREA_FORM.fullmatch(area) for area in account.areas
    ):
        wrong.append(("areas", f"ids of areas, or {EVERYWHERE}", quoted(list(account.areas))))
    if account.role.needs_code and account.totp is None:
        wrong.append(("totp", f"a secret: {account.role} signs in with one-time codes", "none"))
    return wrong
