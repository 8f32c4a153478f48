"""How often subscriptions may change. Network addresses are counted under a pseudonym of one minute."""

import ipaddress
import time
from collections.abc import Callable

from redis.asyncio import Redis

from api.errors import RateLimitedError
from api.push.settings import PushSettings
from api.push.store.names import prefix
from api.push.vault import Vault
from router.errors import Problem

WINDOW_S = 60


class Limits:
    """Counts in Redis, so that all server processes count together."""

    def __init__(
        self, redis: Redis, vault: Vault, settings: PushSettings, clock_s: Callable[[], float] = time.time
    ) -> None:
        self._redis = redis
        self._vault = vault
        self._settings = settings
        self._clock_s = clock_s

    async def check(self, area: str, client: str) -> None:
        """Count one change from an address, or raise RateLimitedError."""
        minute = str(int(self._clock_s()) // WINDOW_S)
        who = self._vault.pseudonym("client", minute, network_of(client)).hex()[:24]
        client_key, area_key = (f"{prefix(area)}rate:{name}" for name in (who, minute))
        async with self._redis.pipeline(transaction=True) as pipe:
            for key in (client_key, area_key):
                pipe.incr(key)
                pipe.expire(key, 2 * WINDOW_S)
            by_client, _, by_area, _ = await pipe.execute()
        if by_client > self._settings.client_per_minute:
            most, found = self._settings.client_per_minute, "more from this address"
        elif by_area > self._settings.area_per_minute:
            most, found = self._settings.area_per_minute, "more in this area"
        else:
            return
        raise RateLimitedError(Problem("request", "", f"at most {most} changes a minute", found))


def network_of(client: str) -> str:
    """Return what counts as one client: an IPv4 address, or the /64 of an IPv6 address."""
    try:
        ip = ipaddress.ip_address(client.partition("%")[0])
    except ValueError:
        return client
    if isinstance(ip, ipaddress.IPv6Address):
        return str(ip.ipv4_mapped or ipaddress.ip_network((ip, 64), strict=False).network_address)
    return str(ip)
