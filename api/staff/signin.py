"""Signing in: a password, a one-time code where the role needs one, and patience after failures."""

from dataclasses import dataclass

import structlog

from api.errors import SignInError
from api.live.follower import Clock, utc_now
from api.live.store import Store
from api.push.vault import UnreadableError, Vault
from api.staff.accounts import Account, Accounts
from api.staff.audit import SIGNING_IN, Audit
from api.staff.lockout import Lockout
from api.staff.proof import STEP_S, WINDOW, matches, step_of
from api.staff.sessions import Session, Sessions
from router.errors import Problem

USED_S = STEP_S * (2 * WINDOW + 2)
log = structlog.get_logger("nigemichi.staff")


@dataclass(frozen=True, slots=True)
class Given:
    """What somebody typed."""

    account: str
    password: str
    totp: str = ""


class SignIn:
    """Where people sign in and out.

    Parameters
    ----------
    store : Store
    vault : Vault
        See `Accounts`.
    clock : callable
    """

    def __init__(self, store: Store, vault: Vault, clock: Clock = utc_now) -> None:
        self._store, self._clock = store, clock
        self.accounts = Accounts(store, vault)
        self.audit = Audit(store, clock)
        self.sessions = Sessions(store, self.accounts)
        self._lockout = Lockout(store)

    def sign_in(self, given: Given, address: str) -> tuple[str, Session, Account]:
        """Return token, session and account.

        Raises
        ------
        LockedOutError
            While the account or the network must wait.
        SignInError
            For a wrong account, password or code: never which of them.
        """
        now_s = self._clock().timestamp()
        failures = self._lockout.count(given.account, address, now_s)
        account = self.accounts.find(given.account)
        good = matches(account.password if account else None, given.password)
        if account is None or not good or account.disabled or not self._proved(account, given.totp, now_s):
            self.audit.note(given.account[:40], SIGNING_IN, "sign-in refused", {})
            raise SignInError(
                Problem("sign in", "", "account, password and code that belong together", "others")
            )
        self.audit.note_all(account.principal, account.areas, "sign in", {"failures_before": failures})
        self._lockout.forget(account.id, address)
        token, session = self.sessions.begin(account, now_s)
        return token, session, account

    def _proved(self, account: Account, code: str, now_s: float) -> bool:
        """Whether the code is right and was not used before; where there is no secret, none is needed."""
        try:
            secret = self.accounts.secret_of(account)
        except UnreadableError:  # the server has another key than the one that it was kept with
            log.error(
                "secret of codes unreadable", account=account.id, fix="NIGEMICHI_PUSH_KEY, or staff reset"
            )
            return False
        if secret is None:
            return not account.role.needs_code
        step = step_of(secret, code, now_s)
        if step is None:
            return False
        key = f"staff:totp:{account.id}:{step}"
        return bool(self._store.ask(lambda client: client.set(key, "used", nx=True, ex=USED_S)))
