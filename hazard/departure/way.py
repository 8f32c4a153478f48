"""From a place on a street: which way to leave by, and how long one may still wait."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from hazard.departure.field import Departures
from hazard.departure.rules import DepartureRules
from router.graph import CLOSED_DS
from router.search.departure import NEVER_DS, earliest_arrival
from router.search.sources import Sources


@dataclass(frozen=True, slots=True)
class Leg:
    """A piece of an edge that is walked."""

    edge: int
    enter_mm: int
    leave_mm: int


@dataclass(frozen=True, slots=True)
class TimedWay:
    """One way to a goal.

    Attributes
    ----------
    legs : tuple of Leg
    stop : int
        Index of the goal.
    duration_ds : int
        Parts of edges rounded up.
    margin_ds : int or None
        Least time between leaving an edge and its closing; None where no edge of the way closes. Negative:
        too late.
    """

    legs: tuple[Leg, ...]
    stop: int
    duration_ds: int
    margin_ds: int | None


def safest_way(
    departures: Departures, edge: int, offset_mm: int, start_ds: int, rules: DepartureRules
) -> TimedWay | None:
    """Return the way to take from a place on a street.

    Of the ways that are in time and at most ``tolerance_pct`` longer than the quickest of them, the one with
    the largest margin (to a second); if none is in time, the way with the largest margin, late as it is.

    Parameters
    ----------
    departures : Departures
    edge, offset_mm : int
        The place (`router.place.snap.Snap`).
    start_ds : int
        Moment of the first step (`DepartureRules.start_ds`).
    rules : DepartureRules

    Returns
    -------
    TimedWay or None
        None where no goal can be reached at any time.
    """
    calm = calmest_way(departures, edge, offset_mm, start_ds)
    if calm is None or (calm.margin_ds is not None and calm.margin_ds < 0):
        return calm
    quick = quickest_way(departures, edge, offset_mm, start_ds)
    if quick is None or _is_near(calm, quick, rules):
        return calm
    if quick.margin_ds is None:
        return quick
    return _calmest_of_near(departures, edge, offset_mm, start_ds, quick, rules)


def _is_near(way: TimedWay, quick: TimedWay, rules: DepartureRules) -> bool:
    """Return whether a way is within the tolerance of the quickest."""
    return way.duration_ds * 100 <= quick.duration_ds * (100 + rules.tolerance_pct)


def _calmest_of_near(
    departures: Departures, edge: int, offset_mm: int, start_ds: int, quick: TimedWay, rules: DepartureRules
) -> TimedWay:
    """Return the way with the largest margin within the tolerance, by halving.

    A way has a margin of so much exactly if one may begin it so much later; and the later one begins, the
    longer is the quickest way in time.
    """
    best, low_s, high_s = quick, 0, (departures.latest.horizon_ds - start_ds) // 10
    while high_s - low_s > 1:
        middle_s = (low_s + high_s) // 2
        found = quickest_way(departures, edge, offset_mm, start_ds + 10 * middle_s)
        if found is not None and _is_near(found, quick, rules):
            best, low_s = found, middle_s
        else:
            high_s = middle_s
    return timed(departures, best.legs, best.stop, start_ds)


def calmest_way(departures: Departures, edge: int, offset_mm: int, start_ds: int) -> TimedWay | None:
    """Return the way by which one may wait longest; ties to the smaller edge, then to a goal beside it."""
    best: tuple[int, int, int, tuple[Leg, ...], int] | None = None
    for first, part, stop in _starts(departures, edge, offset_mm):
        floor = int(departures.floor_ds[first.edge]) if first.leave_mm > first.enter_mm else 0
        if stop is not None:
            found = (floor + part, first.edge, 0, (first,), stop)
        else:
            spent = int(departures.latest.spent_ds[departures.graph.head[first.edge]])
            if spent >= CLOSED_DS:
                continue
            found = (max(spent, floor) + part, first.edge, 1, (first,), -1)
        best = found if best is None or found[:3] < best[:3] else best
    if best is None:
        return None
    _, _, _, legs, stop = best
    if stop < 0:
        legs, stop = _follow(departures, legs)
    return timed(departures, legs, stop, start_ds)


def quickest_way(departures: Departures, edge: int, offset_mm: int, start_ds: int) -> TimedWay | None:
    """Return the way that arrives first among those in time; None if there is none."""
    best: TimedWay | None = None
    for first, part, stop in _starts(departures, edge, offset_mm):
        if stop is not None:
            way = timed(departures, (first,), stop, start_ds)
        else:
            found = _forward(departures, int(departures.graph.head[first.edge]), start_ds + part)
            if found is None:
                continue
            way = timed(departures, (first, *found[0]), found[1], start_ds)
        in_time = way.margin_ds is None or way.margin_ds >= 0
        if in_time and (best is None or way.duration_ds < best.duration_ds):
            best = way
    return best


def timed(departures: Departures, legs: tuple[Leg, ...], stop: int, start_ds: int) -> TimedWay:
    """Return a way with its duration and its least margin, when it is begun at ``start_ds``."""
    at_ds, margin = start_ds, None
    for leg in legs:
        at_ds += part_ds(departures, leg.edge, leg.leave_mm - leg.enter_mm)
        closes = int(departures.closing_ds[leg.edge])
        if closes < NEVER_DS and leg.leave_mm > leg.enter_mm:
            margin = closes - at_ds if margin is None else min(margin, closes - at_ds)
    return TimedWay(legs, stop, at_ds - start_ds, margin)


def part_ds(departures: Departures, edge: int, part_mm: int) -> int:
    """Return the time along a part of an edge, rounded up."""
    length_mm = int(departures.graph.edge_length_mm[edge])
    if part_mm == 0:
        return 0
    return -(-int(departures.duration_ds[edge]) * part_mm // length_mm)


def _starts(departures: Departures, edge: int, offset_mm: int) -> Iterator[tuple[Leg, int, int | None]]:
    """Yield (first leg, its time, goal on the street or None) in both directions; the smaller edge first.

    A direction that the profile cannot use has only legs without length: who stands at its end is already
    there.
    """
    graph = departures.graph
    length_mm = int(graph.edge_length_mm[edge])
    both = ((edge, offset_mm), (int(graph.twin[edge]), length_mm - offset_mm))
    for way, at_mm in sorted(both):
        is_open = int(departures.duration_ds[way]) < CLOSED_DS
        for stop_mm, stop in departures.stops_on.get(int(graph.edge_street[way]), ()):
            here_mm = stop_mm if graph.edge_forward[way] else length_mm - stop_mm
            if here_mm == at_mm or (here_mm > at_mm and is_open):
                yield Leg(way, at_mm, here_mm), part_ds(departures, way, here_mm - at_mm), stop
        if is_open or at_mm == length_mm:
            yield Leg(way, at_mm, length_mm), part_ds(departures, way, length_mm - at_mm), None


def _follow(departures: Departures, legs: tuple[Leg, ...]) -> tuple[tuple[Leg, ...], int]:
    """Follow the field from the head of the last leg to its goal."""
    graph, latest = departures.graph, departures.latest
    node, found = int(graph.head[legs[-1].edge]), list(legs)
    while (edge := int(latest.next_edge[node])) >= 0:
        found.append(Leg(edge, 0, int(graph.edge_length_mm[edge])))
        node = int(graph.head[edge])
    last, stop = _entry(departures, int(latest.source[node]))
    return (*found, last), stop


def _forward(departures: Departures, node: int, there_ds: int) -> tuple[tuple[Leg, ...], int] | None:
    """Return the legs and the goal of the earliest arrival from a node.

    The search knows when streets close, but not the goals' own. Where the goal's street closes before the
    earliest arrival, no way enters it there in time: it is searched again without that entry.
    """
    goals = departures.goals
    entries = np.arange(len(goals.sources))
    while len(entries):
        way = earliest_arrival(
            departures.graph,
            departures.duration_ds,
            departures.closing_ds,
            Sources(goals.sources.node[entries], goals.sources.cost_ds[entries]),
            node,
            there_ds,
            departures.quick,
        )
        if way is None:
            return None
        entry = int(entries[way.source])
        last, stop = _entry(departures, entry)
        if last.leave_mm == 0 or way.cost_ds <= int(departures.closing_ds[last.edge]):
            lengths = departures.graph.edge_length_mm
            return (*(Leg(edge, 0, int(lengths[edge])) for edge in way.edges), last), stop
        entries = entries[entries != entry]
    return None


def _entry(departures: Departures, source: int) -> tuple[Leg, int]:
    goals = departures.goals
    leg = Leg(int(goals.entry_edge[source]), 0, int(goals.entry_part_mm[source]))
    return leg, int(goals.entry_stop[source])
