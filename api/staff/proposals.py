"""What official feeds propose: the hash ``{AREA}:proposals``. Staff decide; the official text stays."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from typing import Any, Self

import orjson

from api.errors import UnknownProposalError
from api.live.store import Store
from api.quoting import quoted
from api.staff.reports import Verdict
from hazard.world.codec.write import moment_text
from router.errors import Problem

KEEP = 200
"""Newest that are listed."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a telegram proposes.

    Attributes
    ----------
    id : str
        The same on every host: a telegram proposes once.
    area, source : str
    received_at : datetime
    text : str
        The official words, unchanged.
    facts : mapping
        JSON: what was read out of it.
    draft : mapping or None
        An alert to begin with, as ``POST …/alerts`` takes it.
    verdict : Verdict
    by : str
        Who decided.
    """

    id: str
    area: str
    source: str
    received_at: datetime
    text: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    draft: Mapping[str, Any] | None = None
    verdict: Verdict = Verdict.OPEN
    by: str = ""

    def to_json(self) -> bytes:
        """Return it as it is kept."""
        return orjson.dumps({**asdict(self), "received_at": moment_text(self.received_at)})

    @classmethod
    def from_json(cls, stored: bytes) -> Self:
        """Return what `to_json` was called on."""
        row: dict[str, Any] = orjson.loads(stored)
        moment = datetime.fromisoformat(row["received_at"])
        return cls(**{**row, "received_at": moment, "verdict": Verdict(row["verdict"])})


@dataclass(frozen=True, slots=True)
class FeedHealth:
    """How the last look at the official feeds went.

    Attributes
    ----------
    checked_at : datetime
    failures : list of str
        What is tried again.
    problems : list of str
        What could not be read: look at the official source itself.
    told : bool
        Whether all that came is among the proposals.
    """

    checked_at: datetime
    failures: list[str]
    problems: list[str]
    told: bool


class Proposals:
    """The proposals of one area."""

    def __init__(self, store: Store, area: str) -> None:
        self._store, self._key = store, f"{{{area}}}:proposals"
        self._feeds = f"{{{area}}}:feeds"

    def put(self, proposal: Proposal) -> bool:
        """Keep a new proposal; False when it was there, whatever became of it."""
        content = proposal.to_json()
        return bool(self._store.ask(lambda client: client.hsetnx(self._key, proposal.id, content)))

    def all(self) -> list[Proposal]:
        """Return them, the newest first."""
        found = [Proposal.from_json(one) for one in self._store.ask(lambda client: client.hvals(self._key))]
        return sorted(found, key=lambda one: one.received_at, reverse=True)[:KEEP]

    def get(self, id_: str) -> Proposal:
        """Return a proposal, or raise UnknownProposalError."""
        stored = self._store.ask(lambda client: client.hget(self._key, id_))
        if stored is None:
            raise UnknownProposalError(Problem("request", "proposal", "a proposal of this area", quoted(id_)))
        return Proposal.from_json(stored)

    def decide(self, id_: str, verdict: Verdict, by: str) -> Proposal:
        """Give a verdict; it may be changed."""
        found = self.get(id_)

        def made(stored: bytes | None) -> bytes:
            proposal = found if stored is None else Proposal.from_json(stored)
            return replace(proposal, verdict=verdict, by=by).to_json()

        self._store.change(self._key, id_, made)
        return self.get(id_)

    def set_feeds(self, health: FeedHealth) -> None:
        """Keep how the last look at the feeds went."""
        content = orjson.dumps({**asdict(health), "checked_at": moment_text(health.checked_at)})
        self._store.ask(lambda client: client.set(self._feeds, content))

    def feeds(self) -> FeedHealth | None:
        """Return how the last look at the feeds went; None where nobody looks."""
        stored = self._store.ask(lambda client: client.get(self._feeds))
        if stored is None:
            return None
        row: dict[str, Any] = orjson.loads(stored)
        return FeedHealth(**{**row, "checked_at": datetime.fromisoformat(row["checked_at"])})
