"""From positions to outcomes: snap, choose the guide, trace, and say what the way is exposed to."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from hazard.costs import Bools
from hazard.engine.fallback import connected_snaps, open_snaps
from hazard.engine.plan import Plan
from hazard.exposure import amounts_mm, marked_m, metres_by_class, unknown_mm
from hazard.kinds import ExposureClass
from hazard.outcome import (
    DryGround,
    NoRoadNearby,
    NoRouteReason,
    NoSafeRoute,
    Outcome,
    OutsideRegion,
    Route,
)
from hazard.region import Region
from router.graph import CLOSED_DS, I64, U8
from router.place.plane import reach_deg
from router.place.snap import NOWHERE, Snap, SnapIndex, Snaps
from router.place.steps import Steps, describe
from router.place.trace import Guide, Paths, start, trace, trace_one

MAX_SNAP_M = 300
"""Farther from every usable street is NoRoadNearby; the region's box is wider by as much."""
SEARCH_M = 5_000
"""How far the nearest street is looked for, to tell how far it is."""


@dataclass(frozen=True, eq=False)
class Ways:
    """Ways of many places, and what they are exposed to.

    Attributes
    ----------
    paths : Paths
    steps : Steps
    amounts_mm : int64, (k, 256)
        Length by class.
    unknown_mm : int64, (k,)
    """

    paths: Paths
    steps: Steps
    amounts_mm: I64
    unknown_mm: I64


def answer_all(
    region: Region,
    index: SnapIndex,
    plan: Plan,
    lons: ArrayLike,
    lats: ArrayLike,
    places: Snaps | None = None,
) -> list[Outcome]:
    """Return the outcome for each position, in order.

    Parameters
    ----------
    region : Region
    index : SnapIndex
    plan : Plan
    lons, lats : array_like of float, (k,)
        Degrees.
    places : Snaps, (k,), optional
        Where they stand, closed streets included; without it on the nearest streets.

    Raises
    ------
    InputError
        Naming every position that is NaN or out of range.
    """
    lon, lat = np.asarray(lons, np.float64).ravel(), np.asarray(lats, np.float64).ravel()
    if places is None:
        nearest = index.snap(lon, lat, plan.ways, limit_m=MAX_SNAP_M)
        places = open_snaps(plan, index, nearest, lon, lat)
    first = _trace(plan, places)
    outside = _outside(region, lon, lat)
    lost = np.array([not outside[i] and first.is_lost(i) for i in range(len(lon))], np.bool_)
    moved = _trace(plan, connected_snaps(plan, index, first.snaps, lon, lat, lost)) if lost.any() else first
    outcomes: list[Outcome] = []
    for i in range(len(lon)):
        traced = moved if lost[i] and moved.snaps.edge[i] != NOWHERE else first
        if outside[i]:
            outcomes.append(OutsideRegion(region.bbox))
        elif (snap := traced.snaps[i]) is None:
            outcomes.append(_no_road(index, plan, float(lon[i]), float(lat[i])))
        else:
            outcomes.append(_outcome(plan, snap, i, traced))
    return outcomes


def led_nowhere(region: Region, index: SnapIndex, plan: Plan, lons: ArrayLike, lats: ArrayLike) -> Bools:
    """Return for which positions `answer_all` finds no safe route, without putting the others into words.

    Parameters
    ----------
    region : Region
    index : SnapIndex
    plan : Plan
    lons, lats : array_like of float, (k,)
        Degrees.

    Returns
    -------
    bool, (k,)
        True where the outcome is `NoSafeRoute`: somebody stands on a street there, and nothing leads on.
    """
    lon, lat = np.asarray(lons, np.float64).ravel(), np.asarray(lats, np.float64).ravel()
    nearest = index.snap(lon, lat, plan.ways, limit_m=MAX_SNAP_M)
    first = _trace(plan, open_snaps(plan, index, nearest, lon, lat))
    lost = np.array([first.is_lost(i) for i in range(len(lon))], np.bool_) & ~_outside(region, lon, lat)
    if lost.any():
        moved = _trace(plan, connected_snaps(plan, index, first.snaps, lon, lat, lost))
        for i in np.flatnonzero(lost & (moved.snaps.edge != NOWHERE)).tolist():
            lost[i] = moved.is_lost(i)
    return lost


def led_from(index: SnapIndex, plan: Plan, lon: float, lat: float) -> tuple[Snap, Guide] | None:
    """Return where somebody stands, as `answer_all` takes it, and who leads from there.

    Parameters
    ----------
    index : SnapIndex
    plan : Plan
    lon, lat : float
        Degrees.

    Returns
    -------
    (Snap, Guide) or None
        None where there is no street.
    """
    lons, lats = np.array([lon], np.float64), np.array([lat], np.float64)
    nearest = index.snap(lons, lats, plan.ways, limit_m=MAX_SNAP_M)
    traced = _trace(plan, open_snaps(plan, index, nearest, lons, lats))
    if traced.is_lost(0):
        moved = connected_snaps(plan, index, traced.snaps, lons, lats, np.ones(1, np.bool_))
        traced = _trace(plan, moved) if moved.edge[0] != NOWHERE else traced
    snap = traced.snaps[0]
    return None if snap is None else (snap, _guides(plan)[int(traced.stands[0])])


def route_by(plan: Plan, guide: Guide, snap: Snap) -> Route | None:
    """Return the route of a plan where another guide leads; None where that leads nowhere.

    Parameters
    ----------
    plan : Plan
        Its sites are those that the guide's stops stand for.
    guide : Guide
    snap : Snap
        Where they stand.
    """
    places = Snaps.of(snap)
    ways = _ways(plan, guide, places)
    if ways.paths[0] is None:
        return None
    outcome = _outcome(plan, snap, 0, Traced(places, np.zeros(1, np.uint8), {0: ways}))
    assert isinstance(outcome, Route)
    return outcome


@dataclass(frozen=True, eq=False)
class Traced:
    """Places on streets, and the ways from them.

    Attributes
    ----------
    snaps : Snaps
    stands : uint8, (k,)
        Which of ``ways`` is that of a place (see `_guides`).
    ways : mapping of int to Ways
        Only of guides that lead somebody.
    """

    snaps: Snaps
    stands: U8
    ways: Mapping[int, Ways]

    def of(self, i: int) -> Ways:
        """Return the ways among which is that of place ``i``."""
        return self.ways[int(self.stands[i])]

    def is_lost(self, i: int) -> bool:
        """Return whether place ``i`` is on a street from which there is no way."""
        return bool(self.snaps.edge[i] != NOWHERE) and self.of(i).paths[i] is None


def _trace(plan: Plan, snaps: Snaps) -> Traced:
    stands = _stands(plan, snaps)
    leading = set(stands[snaps.edge != NOWHERE].tolist())
    ways = {
        where: _ways(plan, guide, _only(snaps, stands == where))
        for where, guide in enumerate(_guides(plan))
        if where in leading
    }
    return Traced(snaps, stands, ways)


def _guides(plan: Plan) -> tuple[Guide, Guide, Guide]:
    """Return who leads those who stand in the zone, on a dry street, and where nobody may enter."""
    return plan.guide_outside, plan.dry_guide, plan.guide


def _stands(plan: Plan, snaps: Snaps) -> U8:
    """Return which of `_guides` leads from each snap."""
    stands = np.zeros(len(snaps), np.uint8)
    somewhere = snaps.edge != NOWHERE
    streets = plan.guide.graph.edge_street[snaps.edge[somewhere]]
    inside = np.zeros(len(streets), np.bool_) if plan.no_entry is None else plan.no_entry[streets]
    dry = plan.combined.worst_class[streets] == ExposureClass.DRY
    stands[somewhere] = np.where(inside, np.uint8(2), dry.astype(np.uint8))
    return stands


def _outside(region: Region, lon: np.ndarray, lat: np.ndarray) -> Bools:
    """Return where positions are outside the region's box, grown by the snapping distance."""
    west, south, east, north = region.bbox
    margin_lon, margin_lat = reach_deg((south + north) / 2, MAX_SNAP_M)
    inside_lon = (lon >= west - margin_lon) & (lon <= east + margin_lon)
    inside_lat = (lat >= south - margin_lat) & (lat <= north + margin_lat)
    outside: Bools = ~(inside_lon & inside_lat)
    return outside


def _only(snaps: Snaps, keep: Bools) -> Snaps:
    """Return the same snaps, nowhere except where ``keep``."""
    edge = np.where(keep, snaps.edge, np.int32(NOWHERE))
    return Snaps(edge, snaps.offset_mm, snaps.distance_mm, snaps.lon_e7, snaps.lat_e7)


def _ways(plan: Plan, guide: Guide, places: Snaps) -> Ways:
    paths = trace(guide, places)
    streets = guide.graph.edge_street[paths.edges]
    lengths_mm = (paths.leave_mm - paths.enter_mm).astype(np.int64)
    owner = np.repeat(np.arange(len(paths)), np.diff(paths.first_edge))
    return Ways(
        paths,
        describe(guide, paths),
        amounts_mm(plan.combined, streets, lengths_mm, owner, len(paths)),
        unknown_mm(plan.combined, streets, lengths_mm, owner, len(paths)),
    )


def _no_road(index: SnapIndex, plan: Plan, lon: float, lat: float) -> NoRoadNearby:
    snap = index.snap_one(lon, lat, plan.ways, limit_m=SEARCH_M)
    return NoRoadNearby(MAX_SNAP_M, None if snap is None else snap.distance_mm / 1000)


def _outcome(plan: Plan, snap: Snap, i: int, traced: Traced) -> Outcome:
    street = plan.guide.graph.edge_street[snap.edge]
    start_class = ExposureClass(int(plan.combined.worst_class[street]))
    ways = traced.of(i)
    path = ways.paths[i]
    if path is None:
        return _no_safe_route(plan, snap, start_class)
    length_m = (path.length_mm + 500) // 1000
    return Route(
        site=plan.sites[path.stop],
        duration_s=-(-path.duration_ds // 10),
        length_m=length_m,
        cost_ds=path.cost_ds,
        exposure=metres_by_class(ways.amounts_mm[i], length_m),
        unknown_m=-(-int(ways.unknown_mm[i]) // 1000),
        start_class=start_class,
        start_distance_m=snap.distance_mm / 1000,
        edges=path.edges,
        lon_e7=path.lon_e7,
        lat_e7=path.lat_e7,
        steps=ways.steps[i],
        layers_missing=plan.layers_missing,
        steep_m=marked_m(
            plan.steep, plan.guide.graph.edge_street[path.edges], path.walked_mm.astype(np.int64)
        ),
    )


def _no_safe_route(plan: Plan, snap: Snap, start_class: ExposureClass) -> NoSafeRoute:
    return NoSafeRoute(
        reason=_reason(plan, snap, start_class),
        dry_ground=_dry_ground(plan, snap),
        start_class=start_class,
        start_lon=snap.lon_e7 / 1e7,
        start_lat=snap.lat_e7 / 1e7,
        start_distance_m=snap.distance_mm / 1000,
        layers_missing=plan.layers_missing,
    )


def _reason(plan: Plan, snap: Snap, start_class: ExposureClass) -> NoRouteReason:
    """Return why there is no route: the ways that exist tell what is in their way."""
    if not plan.sites:
        return NoRouteReason.NO_SITE
    if plan.connected[plan.guide.graph.edge_street[snap.edge]] == 0:
        return NoRouteReason.NOT_CONNECTED
    led_in = int(start(plan.guide, Snaps.of(snap)).cost_ds[0]) < CLOSED_DS
    if led_in and start_class == ExposureClass.DRY:
        return NoRouteReason.NO_DRY_WAY
    return NoRouteReason.NO_OPEN_WAY


def _dry_ground(plan: Plan, snap: Snap) -> DryGround | None:
    """Return where one stands, if that is dry, else the end of the least exposed way to a dry street."""
    if plan.combined.dry[plan.guide.graph.edge_street[snap.edge]]:
        return DryGround(snap.lon_e7 / 1e7, snap.lat_e7 / 1e7, 0)
    path = trace_one(plan.to_dry_ground, snap)
    if path is None:
        return None
    return DryGround(path.lon_e7[-1] / 1e7, path.lat_e7[-1] / 1e7, (path.length_mm + 500) // 1000)
