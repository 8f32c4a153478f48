"""Other ways than the one that is told: a quicker one, one between both, and those to other sites.

None breaks what the told way keeps: an edge that is closed to it, because it is closed or because one who has
a dry way would enter the water, is closed here, too; by the clock only ways in time count.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from hazard.advise.clock import Clock
from hazard.advise.timed import Timed, route_of
from hazard.departure.field import make_departures
from hazard.departure.way import TimedWay, quickest_way, safest_way
from hazard.engine.answer import led_from, route_by
from hazard.engine.changes import with_penalties
from hazard.engine.plan import Plan
from hazard.engine.settles import settled, stops_of
from hazard.outcome import NoSafeRoute, Outcome, Route
from hazard.sites import Site
from router.costs import EdgeCosts
from router.graph import CLOSED_DS, U32
from router.place.kernels import parts_of
from router.place.stops import Stops, StopSources
from router.place.trace import Guide
from router.search.sources import Sources

N_SITES = 2
"""How many other sites are told."""


class AlternativeKind(StrEnum):
    """What a way is good for."""

    SAFEST = "safest"
    BALANCED = "balanced"
    QUICKER = "quicker"
    SITE = "site"


@dataclass(frozen=True, slots=True, eq=False)
class Alternative:
    """One way.

    Attributes
    ----------
    kind : AlternativeKind
        ``SAFEST``: the one that is told anyway; ``BALANCED``: time and exposure count half each;
        ``QUICKER``: it takes least time; ``SITE``: to another site.
    route : Route
    """

    kind: AlternativeKind
    route: Route


def alternatives(
    timed: Timed, plan: Plan, lon: float, lat: float, clock: Clock | None = None
) -> list[Alternative]:
    """Return the way that is told and the others, or nothing where none is told.

    Parameters
    ----------
    timed : Timed
        Of an engine.
    plan : Plan
    lon, lat : float
        Degrees.
    clock : Clock, optional
        When they set out; without it no time is looked at.

    Returns
    -------
    list of Alternative
        The safest, then the balanced one if its time lies between theirs, the quicker one if there is one,
        and up to `N_SITES` other sites, the best first. By the clock none is balanced: the water sets the
        times.
    """
    before = timed.engine.answer(plan, lon, lat)
    told = before if clock is None else timed.outcome(plan, before, lon, lat, clock)
    if not isinstance(told, Route):
        return []
    if clock is None or told.timing is None:
        others = _calm(timed, plan, lon, lat, told)
    else:
        others = _by_the_clock(timed, plan, before, lon, lat, told, clock)
    return [Alternative(AlternativeKind.SAFEST, told), *others]


def _calm(timed: Timed, plan: Plan, lon: float, lat: float, told: Route) -> Iterator[Alternative]:
    found = led_from(timed.engine.index, plan, lon, lat)
    if found is None:
        return
    snap, guide = found
    quick = route_by(plan, quickest_guide(plan, guide), snap)
    if quick is not None and quick.duration_s < told.duration_s:
        between = route_by(plan, balanced_guide(plan, guide), snap)
        if between is not None and quick.duration_s < between.duration_s < told.duration_s:
            yield Alternative(AlternativeKind.BALANCED, between)
        yield Alternative(AlternativeKind.QUICKER, quick)
    taken = [told.site.id]
    for _ in range(N_SITES):
        sites, fewer = guide_without(plan, guide, taken)
        route = route_by(replace(plan, sites=sites), fewer, snap) if sites else None
        if route is None:
            return
        yield Alternative(AlternativeKind.SITE, route)
        taken.append(route.site.id)


def quickest_guide(plan: Plan, guide: Guide) -> Guide:
    """Return what leads by the least time where a guide of the plan may lead; penalties of sites count."""
    return _guide_by(plan, guide, guide.costs.duration_ds)


def balanced_guide(plan: Plan, guide: Guide) -> Guide:
    """Return what leads by the mean of time and weighted cost, rounded up, where a guide may lead.

    Its ways are some of those of which none is both slower and more exposed than another
    (`router.search.pareto`).
    """
    cost, duration = guide.costs.cost_ds, guide.costs.duration_ds
    mean_ds = (cost.astype(np.int64) + duration + 1) // 2
    return _guide_by(plan, guide, np.where(cost < CLOSED_DS, mean_ds, duration).astype(np.uint32))


def _guide_by(plan: Plan, guide: Guide, along_ds: U32) -> Guide:
    """Return what leads by the least sum of ``along_ds`` where a guide of the plan may lead."""
    graph, duration = guide.graph, guide.costs.duration_ds
    open_ds = np.where(guide.costs.cost_ds < CLOSED_DS, along_ds, np.uint32(CLOSED_DS)).astype(np.uint32)
    costs, goals = EdgeCosts(open_ds, duration, along_ds), guide.goals
    edge = goals.entry_edge
    parts = parts_of(along_ds[edge], goals.entry_part_mm, graph.edge_length_mm[edge])
    entries = replace(goals, sources=Sources(goals.sources.node, parts))
    priced = with_penalties(entries, plan.sites, plan.changes.penalty_ds)
    found = settled(graph, costs, priced, guide.point_offset_mm)
    return replace(found, obeys_turns=guide.obeys_turns)


def guide_without(plan: Plan, guide: Guide, taken: list[str]) -> tuple[tuple[Site, ...], Guide]:
    """Return the sites of the plan but those that are taken, and what leads to them."""
    keep = np.array([site.id not in taken for site in plan.sites], np.bool_)
    goals, renumbered = guide.goals, np.cumsum(keep) - 1
    entries = keep[goals.entry_stop]
    fewer = StopSources(
        Stops(goals.stops.edge[keep], goals.stops.offset_mm[keep]),
        Sources(goals.sources.node[entries], goals.sources.cost_ds[entries]),
        renumbered[goals.entry_stop[entries]].astype(np.int32),
        goals.entry_edge[entries],
        goals.entry_part_mm[entries],
    )
    found = settled(guide.graph, guide.costs, fewer, guide.point_offset_mm)
    sites = tuple(site for site in plan.sites if site.id not in taken)
    return sites, replace(found, obeys_turns=guide.obeys_turns)


def _by_the_clock(
    timed: Timed, plan: Plan, before: Outcome, lon: float, lat: float, told: Route, clock: Clock
) -> Iterator[Alternative]:
    snap = timed.snap(plan, lon, lat)
    assert snap is not None
    assert isinstance(before, Route | NoSafeRoute)
    start_ds, departures = clock.start_ds(timed.rules), timed.escape(plan).site
    place, timing = (snap.edge, snap.offset_mm), timed.timing
    quick = quickest_way(departures, *place, start_ds)
    if quick is not None and -(-quick.duration_ds // 10) < told.duration_s:
        route = route_of(plan, before, quick, timing(plan, departures, snap, quick, start_ds))
        yield Alternative(AlternativeKind.QUICKER, route)
    sites = plan.sites
    taken = [told.site.id]
    for _ in range(N_SITES):
        sites = tuple(site for site in sites if site.id not in taken)
        fewer = make_departures(
            departures.graph, departures.duration_ds, departures.closing_ds, stops_of(sites)
        )
        way = safest_way(fewer, *place, start_ds, timed.rules) if sites else None
        if way is None or _is_late(way):
            return
        route = route_of(replace(plan, sites=sites), before, way, timing(plan, fewer, snap, way, start_ds))
        yield Alternative(AlternativeKind.SITE, route)
        taken.append(route.site.id)


def _is_late(way: TimedWay) -> bool:
    return way.margin_ds is not None and way.margin_ds < 0
