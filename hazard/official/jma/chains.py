"""Telegrams on tsunami, joined by earthquake: see the rules in `hazard.official.jma.official`."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from hazard.official.jma.contents.tsunami import Observed, Tsunami, TsunamiArea
from hazard.official.jma.parse import Cancelled, Telegram
from hazard.official.jma.telegram import Head

WARNING = "VTSE41"
"""The kind that sets what is in force, for every area at once."""

Said = tuple[Tsunami, Head]


@dataclass(slots=True)
class _Chain:
    """Telegrams that still count for one event (or several that were answered together), oldest first."""

    event_ids: set[str]
    forecasts: list[Said] = field(default_factory=list)
    observed: list[Said] = field(default_factory=list)
    cancelled: list[Head] = field(default_factory=list)

    def areas(self) -> dict[str, tuple[TsunamiArea, Head]]:
        """Return the newest word on each area; of two warnings that stand side by side the graver one."""
        found: dict[str, tuple[TsunamiArea, Head]] = {}
        for tsunami, head in self.forecasts:
            for area in tsunami.forecasts:
                before = found.get(area.area.code)
                if before is None or head.kind != WARNING or area.grade.rank >= before[0].grade.rank:
                    found[area.area.code] = (area, head)
        return found


@dataclass(frozen=True, slots=True)
class Chains:
    """What all events together say.

    Attributes
    ----------
    areas : tuple of (TsunamiArea, Head)
        By area code, in force or lifted; the gravest where several events name one area.
    observed : tuple of (Observed, Head)
        By station code.
    needed : tuple of Head
        Telegrams without which this could not be folded again.
    """

    areas: tuple[tuple[TsunamiArea, Head], ...]
    observed: tuple[tuple[Observed, Head], ...]
    needed: tuple[Head, ...]


def tsunami_chains(telegrams: Iterable[Telegram]) -> Chains:
    """Fold telegrams of one status.

    Parameters
    ----------
    telegrams : iterable of Telegram
        VTSE41, VTSE51, VTSE52 and their 取消, oldest first.
    """
    chains: list[_Chain] = []
    for telegram in telegrams:
        chain = _joined(chains, telegram.head)
        if isinstance(telegram.content, Cancelled):
            _cancel(chain, telegram.head)
        elif isinstance(telegram.content, Tsunami):
            _add(chain, telegram.content, telegram.head)
    needed = [
        head
        for c in chains
        for head in (*(h for _, h in c.forecasts), *(h for _, h in c.observed), *c.cancelled)
    ]
    return Chains(_gravest(chains), _stations(chains), tuple(needed))


def _joined(chains: list[_Chain], head: Head) -> _Chain:
    """Return the chain of a telegram; chains that it joins become one. Without an event, all share one."""
    ids = set(head.event_ids) or {""}
    chain = _Chain(set(ids))
    for other in [c for c in chains if c.event_ids & ids]:
        chains.remove(other)
        chain.event_ids |= other.event_ids
        chain.forecasts += other.forecasts
        chain.observed += other.observed
        chain.cancelled += other.cancelled
    chain.forecasts.sort(key=lambda said: said[1].age_key)
    chain.observed.sort(key=lambda said: said[1].age_key)
    chains.append(chain)
    return chain


def _cancel(chain: _Chain, head: Head) -> None:
    """Take back what telegrams of a kind said; without its warning an event has nothing in force."""
    gone = {WARNING, "VTSE51"} if head.kind == WARNING else {head.kind}
    chain.forecasts = [said for said in chain.forecasts if said[1].kind not in gone]
    chain.observed = [said for said in chain.observed if said[1].kind != head.kind]
    chain.cancelled = [head]


def _add(chain: _Chain, tsunami: Tsunami, head: Head) -> None:
    if head.kind == WARNING:
        chain.forecasts, chain.cancelled = [], []
    if tsunami.forecasts:
        chain.forecasts = [said for said in chain.forecasts if said[1].kind != head.kind]
    if tsunami.forecasts or head.kind == WARNING:
        chain.forecasts.append((tsunami, head))
    if tsunami.observed:
        chain.observed = [said for said in chain.observed if said[1].kind != head.kind]
        chain.observed.append((tsunami, head))


def _gravest(chains: list[_Chain]) -> tuple[tuple[TsunamiArea, Head], ...]:
    found: dict[str, tuple[TsunamiArea, Head]] = {}
    for chain in chains:
        for code, (area, head) in chain.areas().items():
            if code not in found or area.grade.rank > found[code][0].grade.rank:
                found[code] = (area, head)
    return tuple(found[code] for code in sorted(found))


def _stations(chains: list[_Chain]) -> tuple[tuple[Observed, Head], ...]:
    said = sorted((s for chain in chains for s in chain.observed), key=lambda s: s[1].age_key)
    found = {o.station.code: (o, head) for tsunami, head in said for o in tsunami.observed}
    return tuple(found[code] for code in sorted(found))
