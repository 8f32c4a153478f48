"""Live costs: from the real state of a world to what it changes in costs and sources. Pure."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain
from types import MappingProxyType

import numpy as np

from hazard.engine.changes import NO_CHANGES, Changes
from hazard.live.placing import Placement
from hazard.world.world import SiteStatus, World
from router.graph import StreetGraph

NOTHING_PLACED: Placement = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class StatusRule:
    """What a status does to a site: takes it ``out``, or costs ``penalty_ds`` more."""

    out: bool
    penalty_ds: int
    source: str


@cache
def status_rules() -> Mapping[SiteStatus, StatusRule]:
    """Return the table of sites.toml."""
    table = tomllib.loads((files("hazard.live") / "sites.toml").read_text(encoding="utf-8"))
    return MappingProxyType({status: StatusRule(**table["status"][status]) for status in SiteStatus})


def live_costs(graph: StreetGraph, world: World, placement: Placement = NOTHING_PLACED) -> Changes:
    """Return what the real state of a world changes. Exercises change nothing.

    Closures of another street graph hold where ``placement`` puts them, else nowhere. Street numbers that the
    graph does not have are left out.

    Parameters
    ----------
    graph : StreetGraph
    world : World
    placement : Placement

    Returns
    -------
    Changes
    """
    placed = [closure.streets for closure in world.real.closures.values() if closure.graph == graph.digest]
    placed += [found.streets for (drill, _), found in placement.items() if not drill]
    closed = np.unique(np.fromiter(chain.from_iterable(placed), np.int32))
    closed = closed[closed < graph.n_streets]
    rules = status_rules()
    told = {site: rules[state.status] for site, state in world.real.sites.items()}
    out = frozenset(site for site, rule in told.items() if rule.out)
    penalty_ds = {site: rule.penalty_ds for site, rule in told.items() if rule.penalty_ds and not rule.out}
    if not (len(closed) or out or penalty_ds):
        return NO_CHANGES
    closed.setflags(write=False)
    return Changes(closed, out, MappingProxyType(penalty_ds))
