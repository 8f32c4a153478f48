"""After failed proofs: wait, longer each time. Counted for the account and for the network it came from."""

import hashlib

from api.errors import LockedOutError
from api.push.limits import network_of
from api.staff.store import Store
from router.errors import Problem

FREE = 3
"""Failures that cost nothing: people mistype."""
FIRST_S, MOST_S = 5, 900
NETWORK_FREE = 20
"""An office is one network."""
FORGET_S = 86_400
FAIL = """
-- KEYS[1]: hash of failures; ARGV: now, free failures, first wait, most, seconds until all is forgotten
local count = redis.call('HINCRBY', KEYS[1], 'count', 1)
local over = count - tonumber(ARGV[2])
if over > 0 then
  local wait = math.min(tonumber(ARGV[4]), tonumber(ARGV[3]) * 2 ^ math.min(over - 1, 20))
  redis.call('HSET', KEYS[1], 'until', string.format('%d', tonumber(ARGV[1]) + wait))
end
redis.call('EXPIRE', KEYS[1], ARGV[5])
return count
"""


class Lockout:
    """Who must wait."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def check(self, account: str, address: str, now_s: float) -> None:
        """Raise LockedOutError while an account or a network must wait."""
        for key, _ in _keys(account, address):
            until = self._store.ask(lambda client, key=key: client.hget(key, "until"))  # type: ignore[misc]
            wait_s = int(until or 0) - int(now_s)
            if wait_s > 0:
                raise LockedOutError(
                    Problem("sign in", "", "a pause after failures", f"{wait_s} s too early")
                )

    def fail(self, account: str, address: str, now_s: float) -> None:
        """Count a failure."""
        for key, free in _keys(account, address):
            args = (int(now_s), free, FIRST_S, MOST_S, FORGET_S)
            self._store.ask(lambda client, key=key, args=args: client.eval(FAIL, 1, key, *args))  # type: ignore[misc]

    def forget(self, account: str) -> None:
        """Forget an account's failures: it has proved itself."""
        self._store.ask(lambda client: client.delete(_account_key(account)))


def _account_key(account: str) -> str:
    return f"staff:fail:account:{hashlib.sha256(account.encode()).hexdigest()[:32]}"


def _keys(account: str, address: str) -> tuple[tuple[str, int], tuple[str, int]]:
    network = hashlib.sha256(network_of(address).encode()).hexdigest()[:32]
    return (_account_key(account), FREE), (f"staff:fail:net:{network}", NETWORK_FREE)
