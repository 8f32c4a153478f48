"""The settles of a plan: dry first, never entered, and everybody. Certified before they are used."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from hazard.costs import Bools, amid_costs, dry_costs, dry_first_costs, entering, entry_costs
from hazard.engine.changes import Changes, same_sources, with_closed, with_penalties
from hazard.exposure import Combined
from hazard.sites import Site
from router.costs import EdgeCosts
from router.graph import CLOSED_DS, U32, StreetGraph
from router.place.snap import SnapIndex
from router.place.stops import Stops, StopSources, stop_sources
from router.place.trace import Guide
from router.search.certify import certify
from router.search.repair import repair
from router.search.settle import settle


class Before(Protocol):
    """The guides of the plan before."""

    @property
    def guide(self) -> Guide:
        """Of everybody."""

    @property
    def dry_guide(self) -> Guide:
        """Of those on dry streets."""

    @property
    def amid_guide(self) -> Guide | None:
        """Of those in the zone, where streets are never entered."""


@dataclass(frozen=True, eq=False)
class Ground:
    """What the settles of a plan share."""

    graph: StreetGraph
    index: SnapIndex
    duration_ds: U32
    weighted_ds: U32
    combined: Combined
    shut: Bools
    no_entry: Bools
    drives: bool
    steep: Bools | None = None


@dataclass(frozen=True, eq=False)
class Guides:
    """The settles of a plan, see `Plan`."""

    dry: Guide
    amid: Guide | None
    everybody: Guide


def dry_first(ground: Ground, sites: Sequence[Site], changes: Changes, before: Before | None) -> Guides:
    """Settle twice (docs/decisions/0004-dry-first.md); once between where streets are never entered."""
    graph, duration_ds, weighted_ds = ground.graph, ground.duration_ds, ground.weighted_ds
    wet_edge, no_entry = ground.combined.wet[graph.edge_street], ground.no_entry[graph.edge_street]
    closed = changes.closed_edges(graph) | ground.shut[graph.edge_street]
    stops, offsets = stops_of(sites), ground.index.point_offset_mm

    def guide(costs: EdgeCosts, entries: EdgeCosts, old: Guide | None) -> Guide:
        alike, entries = entries is costs, with_closed(entries, closed)
        costs = entries if alike else with_closed(costs, closed)
        goals = with_penalties(stop_sources(graph, entries, stops), sites, changes.penalty_ds)
        return settled(graph, costs, goals, offsets, old, obeys_turns=ground.drives)

    first = dry_costs(duration_ds, weighted_ds, wet_edge | no_entry)
    dry = guide(first, first, before.dry_guide if before else None)
    dry_way, amid = dry.field.cost_ds < CLOSED_DS, None
    entries = entry_costs(graph, duration_ds, weighted_ds, wet_edge, dry_way)
    second = dry_first_costs(graph, duration_ds, weighted_ds, wet_edge, dry_way)
    if no_entry.any():
        between = amid_costs(graph, duration_ds, weighted_ds, wet_edge, no_entry, dry_way)
        amid = guide(between, with_closed(entries, no_entry), before.amid_guide if before else None)
        has_way = amid.field.cost_ds < CLOSED_DS
        entries = with_closed(entries, no_entry & has_way[graph.tail])
        second = with_closed(second, entering(graph, no_entry, has_way))
    return Guides(dry, amid, guide(second, entries, before.guide if before else None))


def settled(
    graph: StreetGraph,
    costs: EdgeCosts,
    goals: StopSources,
    point_offset_mm: U32 | None,
    before: Guide | None = None,
    *,
    obeys_turns: bool = False,
) -> Guide:
    """Settle, or repair the field before where the sources are the same, and certify."""
    if before is not None and same_sources(before.goals.sources, goals.sources):
        field = repair(graph, before.field, before.costs.cost_ds, costs.cost_ds, goals.sources)
    else:
        field = settle(graph, costs.cost_ds, goals.sources)
    certify(graph, costs.cost_ds, goals.sources, field)
    return Guide(graph, costs, goals, field, point_offset_mm, obeys_turns)


def stops_of(sites: Sequence[Site]) -> Stops:
    """Return the stops of sites, in their order."""
    return Stops(
        np.array([site.edge for site in sites], np.int32),
        np.array([site.offset_mm for site in sites], np.uint32),
    )
