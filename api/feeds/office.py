"""The office: what new telegrams change becomes proposals for staff, and goes out by itself where it may.

Everything it does may be done again: proposals and alerts have ids that come from the telegram. A telegram is
marked as handled only after staff have been told; until then every run tells it again.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

import structlog

from api.errors import LogUnavailableError
from api.feeds.drafts import Received, received
from api.feeds.poll import Poll, Poller, utc_now
from hazard.kinds import HazardKind
from hazard.official.jma import (
    AreaWatch,
    Official,
    Proposal,
    Status,
    fold_telegrams,
    propose,
    warnings_of,
)
from hazard.world.world import Warned

STATUSES = (Status.REAL, Status.TRAINING)
"""試験 is for machines only: staff never see it."""

log = structlog.get_logger("nigemichi.feeds")


class Inbox(Protocol):
    """Where the proposals of an area are kept for staff."""

    def put(self, proposal: Received) -> bool:
        """Keep a proposal; False if it was there already. LogUnavailableError if that is not certain."""
        ...


class Issuer(Protocol):
    """Brings an alert into force without anybody."""

    def issue(self, proposal: Received) -> bool:
        """Issue its draft; False if that was done before. LogUnavailableError if that is not certain."""
        ...


class Teller(Protocol):
    """Tells phones what the agency has in force."""

    def tell(self, before: Mapping[str, Warned], after: Mapping[str, Warned]) -> None:
        """Tell what is not told yet, and lift what has ended. LogUnavailableError if that is not certain."""
        ...


@dataclass(frozen=True, slots=True)
class Desk:
    """What the office has for one area.

    Attributes
    ----------
    watch : AreaWatch
    layers : frozenset of HazardKind
        Kinds with a mapped zone.
    inbox : Inbox
    issuer : Issuer or None
        None where nothing goes out by itself.
    teller : Teller or None
        None where phones are not told of the agency's own information.
    """

    watch: AreaWatch
    layers: frozenset[HazardKind]
    inbox: Inbox
    issuer: Issuer | None = None
    teller: Teller | None = None


class Office:
    """Tells staff what polls bring.

    Parameters
    ----------
    poller : Poller
    desks : sequence of Desk
    clock : callable
    """

    def __init__(
        self, poller: Poller, desks: Sequence[Desk], clock: Callable[[], datetime] = utc_now
    ) -> None:
        self._poller, self._desks, self._clock = poller, tuple(desks), clock
        self._before: Mapping[Status, Official] | None = None

    def handle(self, _: Poll) -> bool:
        """Tell staff of everything that is kept and not told yet; return whether that is certain."""
        memory = self._poller.memory
        waiting = memory.unhandled()
        if self._before is not None and not waiting:
            return True
        kept = self._poller.kept()
        if self._before is None:  # the first time: what holds is told again, and does no harm
            handled = [telegram for telegram in kept if telegram.head.digest not in waiting]
            self._before = {status: fold_telegrams(handled, status) for status in STATUSES}
            begun = [(Official(status), self._before[status]) for status in STATUSES]
        else:
            begun = []
        after = {status: fold_telegrams(kept, status) for status in STATUSES}
        steps = [*begun, *((self._before[status], after[status]) for status in STATUSES)]
        try:
            for old, new in steps:
                self._tell(old, new)
            self._pass_on(self._before[Status.REAL], after[Status.REAL])
        except LogUnavailableError as error:
            log.error("proposals wait for the log", why=str(error))
            return False
        memory.set_handled()
        self._before = after
        return True

    def _tell(self, old: Official, new: Official) -> None:
        for desk in self._desks:
            for proposal in propose(old, new, desk.watch):
                self._tell_one(desk, proposal)

    def _pass_on(self, old: Official, new: Official) -> None:
        for desk in self._desks:
            if desk.teller is not None:
                desk.teller.tell(warnings_of(old, desk.watch), warnings_of(new, desk.watch))

    def _tell_one(self, desk: Desk, proposal: Proposal) -> None:
        told = received(proposal, desk.layers, self._clock())
        if desk.inbox.put(told):
            log.info("proposal", area=told.area, id=told.id, name=proposal.name, change=proposal.change)
        if proposal.auto_issue and desk.issuer is not None and told.draft is not None:
            desk.issuer.issue(told)
