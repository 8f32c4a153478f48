"""Routes by the clock: in time first, then the largest margin within the tolerance (docs/safest.md).

They replace the engine's least exposed route where a scenario with arrival times was published, for those
who stand in the zone, or where it is not known whether they do. Who stands outside stays outside.
"""

import threading
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Protocol

import numpy as np

from hazard.advise.clock import Clock
from hazard.advise.out import draw_way
from hazard.advise.ways import escape_of, timed_kind
from hazard.conditions import CALM, Conditions
from hazard.departure.escape import Escape
from hazard.departure.field import Departures
from hazard.departure.rules import DepartureRules
from hazard.departure.way import TimedWay, calmest_way, safest_way
from hazard.engine.answer import MAX_SNAP_M
from hazard.engine.plan import Plan
from hazard.engine.standing import Standing
from hazard.exposure import amounts_mm, marked_m, metres_by_class, unknown_mm
from hazard.kinds import ExposureClass, HazardKind
from hazard.outcome import NoRouteReason, NoSafeRoute, Outcome, Route, Timing
from hazard.region import Region
from router.place.snap import Snap, SnapIndex
from router.place.steps import describe

_MAX_ESCAPES = 16


class Answering(Protocol):
    """An engine: of a region as it was built, or as it is now."""

    @property
    def region(self) -> Region:
        """The region."""

    @property
    def index(self) -> SnapIndex:
        """Its snapping index."""

    def plan(
        self, kinds: Sequence[HazardKind | str], profile: str = "adult", conditions: Conditions = CALM
    ) -> Plan:
        """Return the plan that holds."""

    def answer(self, plan: Plan, lon: float, lat: float) -> Outcome:
        """Return the outcome for one position."""


class Timed:
    """Outcomes by the clock for one region.

    Parameters
    ----------
    engine : Answering
    rules : DepartureRules
    """

    def __init__(self, engine: Answering, rules: DepartureRules | None = None) -> None:
        self.engine = engine
        self.rules = rules or DepartureRules()
        self._escapes: Mapping[int, tuple[Plan, Escape]] = {}
        self._making = threading.Lock()

    def applies(self, plan: Plan) -> bool:
        """Return whether a scenario with times was published for a kind of the plan."""
        return timed_kind(self.engine.region, plan.kinds) is not None

    def scenario(self, plan: Plan) -> str:
        """Return name and year of the scenario; empty where none has times."""
        kind = timed_kind(self.engine.region, plan.kinds)
        return "" if kind is None else self.engine.region.arrivals[kind].scenario

    def escape(self, plan: Plan) -> Escape:
        """Return the fields of a plan; they are kept as long as the plan is one of the last few."""
        found = self._kept(plan)
        if found is None:
            with self._making:  # many ask at once when a plan is new: one makes it
                found = self._kept(plan)
                if found is None:
                    found = escape_of(self.engine.region, plan, self.rules)
                    kept = list(self._escapes.items())[-(_MAX_ESCAPES - 1) :]
                    self._escapes = dict([*kept, (id(plan), (plan, found))])
        return found

    def renew(self, before: Plan, after: Plan) -> None:
        """Make the fields of a plan that takes the place of another, if those of that one were asked for."""
        if after is not before and self._kept(before) is not None:
            self.escape(after)

    def _kept(self, plan: Plan) -> Escape | None:
        found = self._escapes.get(id(plan))
        return found[1] if found is not None and found[0] is plan else None

    def snap(self, plan: Plan, lon: float, lat: float) -> Snap | None:
        """Return where somebody stands; None where there is no street."""
        return self.engine.index.snap_one(lon, lat, plan.ways, limit_m=MAX_SNAP_M)

    def outcome(self, plan: Plan, before: Outcome, lon: float, lat: float, clock: Clock) -> Outcome:
        """Return the outcome by the clock.

        Parameters
        ----------
        plan : Plan
        before : Outcome
            The engine's, which holds where there are no times, no street, or no danger.
        lon, lat : float
        clock : Clock
        """
        if not self.applies(plan) or not isinstance(before, Route | NoSafeRoute):
            return before
        snap = self.snap(plan, lon, lat)
        if snap is None or before.start_class == ExposureClass.DRY or not plan.sites:
            return before
        start_ds = clock.start_ds(self.rules)
        sites = self.escape(plan).site
        way = safest_way(sites, snap.edge, snap.offset_mm, start_ds, self.rules)
        if way is None:
            return before
        timing = self.timing(plan, sites, snap, way, start_ds)
        if way.margin_ds is not None and way.margin_ds < 0:
            return _too_late(before, timing)
        return route_of(plan, before, way, timing)

    def standings(self, plan: Plan, places: Sequence[Standing], clock: Clock) -> tuple[Standing, ...]:
        """Return places with the outcomes by the clock, each from where it is.

        Parameters
        ----------
        plan : Plan
        places : sequence of Standing
            With the engine's outcomes.
        clock : Clock
        """
        return tuple(
            replace(
                one,
                outcome=self.outcome(
                    plan, one.outcome, one.place.lon_e7 / 1e7, one.place.lat_e7 / 1e7, clock
                ),
            )
            for one in places
        )

    def timing(self, plan: Plan, departures: Departures, snap: Snap, way: TimedWay, start_ds: int) -> Timing:
        """Return how much time a way leaves."""
        calm = calmest_way(departures, snap.edge, snap.offset_mm, start_ds)
        last = None if calm is None or calm.margin_ds is None else (start_ds + calm.margin_ds) // 10
        margin = None if way.margin_ds is None else way.margin_ds // 10
        return Timing(self.scenario(plan), start_ds // 10, margin, last)


def route_of(plan: Plan, before: Route | NoSafeRoute, way: TimedWay, timing: Timing) -> Route:
    """Return a way by the clock as a route of the plan.

    Parameters
    ----------
    plan : Plan
        Its sites are those that the stop of the way stands for.
    before : Route or NoSafeRoute
        The engine's, from the same place.
    way : TimedWay
    timing : Timing
    """
    paths = draw_way(plan, way)
    path = paths[0]
    assert path is not None
    streets = plan.guide.graph.edge_street[paths.edges]
    lengths, owner = path.walked_mm.astype(np.int64), np.zeros(len(path.edges), np.intp)
    length_m = (path.length_mm + 500) // 1000
    return Route(
        site=plan.sites[way.stop],
        duration_s=-(-path.duration_ds // 10),
        length_m=length_m,
        cost_ds=path.cost_ds,
        exposure=metres_by_class(amounts_mm(plan.combined, streets, lengths, owner, 1)[0], length_m),
        unknown_m=-(-int(unknown_mm(plan.combined, streets, lengths, owner, 1)[0]) // 1000),
        start_class=before.start_class,
        start_distance_m=before.start_distance_m,
        edges=path.edges,
        lon_e7=path.lon_e7,
        lat_e7=path.lat_e7,
        steps=describe(plan.guide, paths)[0],
        layers_missing=before.layers_missing,
        timing=timing,
        steep_m=marked_m(plan.steep, streets, lengths),
    )


def _too_late(before: Route | NoSafeRoute, timing: Timing) -> NoSafeRoute:
    """Return that nothing is in time: nobody is sent on a way that the water reaches first."""
    if isinstance(before, NoSafeRoute):
        return replace(before, timing=timing)
    return NoSafeRoute(
        reason=NoRouteReason.OUT_OF_TIME,
        dry_ground=None,
        start_class=before.start_class,
        start_lon=before.lon_e7[0] / 1e7,
        start_lat=before.lat_e7[0] / 1e7,
        start_distance_m=before.start_distance_m,
        layers_missing=before.layers_missing,
        timing=timing,
    )
