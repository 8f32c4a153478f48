"""Sessions: short, kept by the hash of their token, ended by the clock, by signing out, with the account."""

import hashlib
import secrets
from dataclasses import dataclass, replace
from typing import Self

import orjson

from api.live.store import Store
from api.staff.accounts import Account, Accounts
from api.staff.roles import Principal

IDLE_S, LIFE_S = 15 * 60, 8 * 3_600
TOUCH_S = 30
TOKEN_BYTES = 32


@dataclass(frozen=True, slots=True)
class Session:
    """Somebody is signed in.

    Attributes
    ----------
    account : str
    proof : str
        Of the account (`Account.proof`) when it began.
    csrf : str
        What every change must bring besides the cookie.
    began_s, seen_s : int
    """

    account: str
    proof: str
    csrf: str
    began_s: int
    seen_s: int

    @property
    def ends_s(self) -> int:
        """When it ends if nothing more happens."""
        return min(self.seen_s + IDLE_S, self.began_s + LIFE_S)

    def to_json(self) -> bytes:
        """Return it as it is kept."""
        return orjson.dumps([self.account, self.proof, self.csrf, self.began_s, self.seen_s])

    @classmethod
    def from_json(cls, stored: bytes) -> Self:
        """Return what `to_json` was called on."""
        return cls(*orjson.loads(stored))


class Sessions:
    """All sessions."""

    def __init__(self, store: Store, accounts: Accounts) -> None:
        self._store, self._accounts = store, accounts

    def begin(self, account: Account, now_s: float) -> tuple[str, Session]:
        """Return the token of a new session, which is kept nowhere, and the session."""
        token = secrets.token_urlsafe(TOKEN_BYTES)
        session = Session(
            account.id, account.proof, secrets.token_urlsafe(TOKEN_BYTES), int(now_s), int(now_s)
        )
        self._keep(token, session)
        return token, session

    def find(self, token: str, now_s: float) -> tuple[Session, Principal] | None:
        """Return a session that holds and who it belongs to, as the account is now; else None."""
        stored = self._store.ask(lambda client: client.get(_key(token)))
        session = None if stored is None else Session.from_json(stored)
        if session is None or now_s >= session.ends_s:
            return None
        account = self._accounts.find(session.account)
        if account is None or account.disabled or account.proof != session.proof:
            return None
        if now_s - session.seen_s >= TOUCH_S:
            session = replace(session, seen_s=int(now_s))
            self._keep(token, session)
        return session, account.principal

    def end(self, token: str) -> None:
        """End a session; once more is no error."""
        self._store.ask(lambda client: client.delete(_key(token)))

    def _keep(self, token: str, session: Session) -> None:
        self._store.ask(lambda client: client.set(_key(token), session.to_json(), ex=LIFE_S))


def _key(token: str) -> str:
    return f"staff:session:{hashlib.sha256(token.encode()).hexdigest()}"
