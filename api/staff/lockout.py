"""After failed proofs: wait, longer each time. Counted for the account and for the network it came from.

Somebody outside who fails on purpose must not lock an office out when it is needed. So failures from networks
from which the account has signed in before are counted apart from those of all others.
"""

import hashlib

from api.errors import LockedOutError
from api.live.store import Store
from api.push.limits import network_of
from router.errors import Problem

FREE = 3
"""Failures that cost nothing: people mistype."""
FIRST_S, MOST_S = 5, 900
NETWORK_FREE = 20
"""An office is one network."""
FORGET_S = 86_400
KNOWN_S = 90 * 86_400
TRY = """
-- KEYS[1], KEYS[2]: tries of the account, of the network
-- ARGV: now, free tries of each, first wait, most, seconds until all is forgotten
-- Gives the seconds to wait, else 0, and how often the account was tried before. A try counts before its
-- proof is looked at: many at once are no more than many one after another.
local now, waits = tonumber(ARGV[1]), 0
for i = 1, 2 do
  waits = math.max(waits, tonumber(redis.call('HGET', KEYS[i], 'until') or '0') - now)
end
local before = tonumber(redis.call('HGET', KEYS[1], 'count') or '0')
if waits > 0 then return {waits, before} end
for i = 1, 2 do
  local over = redis.call('HINCRBY', KEYS[i], 'count', 1) - tonumber(ARGV[1 + i])
  if over > 0 then
    local wait = math.min(tonumber(ARGV[5]), tonumber(ARGV[4]) * 2 ^ math.min(over - 1, 20))
    redis.call('HSET', KEYS[i], 'until', string.format('%d', now + wait))
  end
  redis.call('EXPIRE', KEYS[i], ARGV[6])
end
return {0, before}
"""
FORGET = """
-- KEYS: tries of the account, of the network, networks known of the account
-- ARGV: network, seconds to know it
redis.call('DEL', KEYS[1])
redis.call('HDEL', KEYS[2], 'until')
redis.call('HINCRBY', KEYS[2], 'count', -1)
redis.call('SADD', KEYS[3], ARGV[1])
redis.call('EXPIRE', KEYS[3], ARGV[2])
return 1
"""


class Lockout:
    """Who must wait."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def count(self, account: str, address: str, now_s: float) -> int:
        """Count a try; return how many of this account failed before it.

        Raises
        ------
        LockedOutError
            While the account or the network must wait; such a try counts nothing.
        """
        keys = self._keys(account, address)
        args = (int(now_s), FREE, NETWORK_FREE, FIRST_S, MOST_S, FORGET_S)
        wait_s, before = self._store.ask(lambda client: client.eval(TRY, 2, *keys, *args))
        if wait_s > 0:
            raise LockedOutError(Problem("sign in", "", "a pause after failures", f"{wait_s} s too early"))
        return int(before)

    def forget(self, account: str, address: str) -> None:
        """Forget an account's failures: it has proved itself. From now on the network is known."""
        keys = (*self._keys(account, address), _known(account))
        network = _short(network_of(address))
        self._store.ask(lambda client: client.eval(FORGET, 3, *keys, network, KNOWN_S))

    def _keys(self, account: str, address: str) -> tuple[str, str]:
        network = _short(network_of(address))
        known = self._store.ask(lambda client: client.sismember(_known(account), network))
        part = f":{network}" if known else ""
        return f"{{staff}}:tries:{_short(account)}{part}", f"{{staff}}:tries:net:{network}"


def _known(account: str) -> str:
    return f"{{staff}}:known:{_short(account)}"


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:32]
