"""What staff of an area work at, put together."""

import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import Self

from api.errors import RateLimitedError
from api.live.desk import Desk
from api.live.follower import Clock, Follower, utc_now
from api.live.log import EventLog
from api.live.store import Store
from api.push.limits import network_of
from api.push.setup import settings_of
from api.push.vault import Vault
from api.staff.proposals import Proposals
from api.staff.reports import Reports
from api.staff.signin import SignIn
from router.errors import Problem

REPORTS_A_MINUTE = 6
"""From one network."""


@dataclass(frozen=True, slots=True)
class AreaDesk:
    """What one area needs.

    Attributes
    ----------
    follower : Follower
    desk : Desk
    reports : Reports
    proposals : Proposals
    """

    follower: Follower
    desk: Desk
    reports: Reports
    proposals: Proposals


class Staff:
    """Signing in, and the desks of all areas.

    Parameters
    ----------
    store : Store
    vault : Vault
        What secrets of one-time codes are encrypted with.
    desks : mapping of str to AreaDesk
    clock : callable
    """

    def __init__(
        self, store: Store, vault: Vault, desks: Mapping[str, AreaDesk], clock: Clock = utc_now
    ) -> None:
        self.store, self.vault, self.clock = store, vault, clock
        self.desks = MappingProxyType(dict(desks))
        self.signin = SignIn(store, vault, clock)

    @classmethod
    def of(
        cls, state: Path | None, url: str | None, followers: Mapping[str, Follower], replicas: int = 0
    ) -> Self | None:
        """Prepare desks for every area that is followed; None where there is no log. Nothing is connected."""
        if url is None:
            return None
        store = Store(url)
        desks = {area: _desk(url, area, follower, store, replicas) for area, follower in followers.items()}
        return cls(store, Vault.open(settings_of(state)), desks)

    def admit_report(self, address: str, now: datetime) -> None:
        """Count a report from a network, kept as a pseudonym of a day, or raise RateLimitedError."""
        day, minute = f"{now:%Y%m%d}", f"{now:%H%M}"
        salt = secrets.token_bytes(16)
        self.store.ask(lambda client: client.set(f"staff:salt:{day}", salt, nx=True, ex=2 * 86_400))
        kept = self.store.ask(lambda client: client.get(f"staff:salt:{day}")) or salt
        who = hashlib.sha256(kept + network_of(address).encode()).hexdigest()[:24]
        key = f"staff:rate:{who}:{minute}"
        count = int(self.store.ask(lambda client: client.incr(key)))
        self.store.ask(lambda client: client.expire(key, 120))
        if count > REPORTS_A_MINUTE:
            raise RateLimitedError(
                Problem("request", "", f"at most {REPORTS_A_MINUTE} reports a minute", "more")
            )


def _desk(url: str, area: str, follower: Follower, store: Store, replicas: int) -> AreaDesk:
    desk = Desk(EventLog(url, area, replicas), follower.engine.region, lambda: follower.world)
    return AreaDesk(follower, desk, Reports(store, area), Proposals(store, area))
