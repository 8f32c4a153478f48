"""The live engine: one immutable revision at a time, rebuilt aside, proved, and swapped by one reference."""

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType
from typing import TypeAlias

from hazard.conditions import CALM, Conditions
from hazard.engine.answer import answer_all
from hazard.engine.changes import NO_CHANGES, Changes
from hazard.engine.engine import official_order
from hazard.engine.plan import Plan, make_plan, remake_plan
from hazard.engine.standing import Standing, standings_at
from hazard.exposure import Exposure
from hazard.kinds import HazardKind
from hazard.live import placing
from hazard.live.costs import live_costs
from hazard.live.placing import Placement
from hazard.outcome import Outcome
from hazard.region import Region
from hazard.world import RegionInfo, World
from hazard.world.events import RoadClosed
from hazard.world.world import Layer
from router.errors import CertificateError, InputError, Problem
from router.place.snap import SnapIndex
from router.search import prepare

PlanKey: TypeAlias = tuple[tuple[HazardKind, ...], str, Conditions]
Layers: TypeAlias = Callable[[HazardKind, Layer], Exposure]
"""Gives the exposure that a layer names; InputError if it is not here."""


def no_layers(kind: HazardKind, layer: Layer) -> Exposure:
    """Know no replaced layer."""
    raise InputError(Problem("layers", kind, "a folder with replaced layers", layer.sha256))


@dataclass(frozen=True, eq=False)
class Revision:
    """A world and everything made of it. Never changed; a plan that is asked for later makes a new one.

    Attributes
    ----------
    world : World
    region : Region
        With the exposures that hold.
    changes : Changes
    plans : mapping of (kinds, profile, conditions) to Plan
    placement : Placement
        Closures of another street graph.
    missing : mapping of HazardKind to str
        Replaced layers that are not here, and why: what held before still holds.
    """

    world: World
    region: Region
    changes: Changes
    plans: Mapping[PlanKey, Plan]
    placement: Placement = field(default_factory=dict)
    missing: Mapping[HazardKind, str] = field(default_factory=dict)

    @property
    def number(self) -> int:
        """How many events it holds."""
        return self.world.revision

    @property
    def unplaced(self) -> tuple[str, ...]:
        """Real closures that are not, or not wholly, in the routes: for staff."""
        return placing.gaps(self.world, self.placement)


class LiveEngine:
    """Answers for one region as it is now.

    Reading never waits and never sees a half: whoever took a revision keeps it.

    Parameters
    ----------
    region : Region
    max_plans : int
        The plan that was made first is dropped when there would be more.
    layers : Layers
        Where replaced layers come from.
    """

    def __init__(self, region: Region, max_plans: int = 64, layers: Layers = no_layers) -> None:
        prepare(region.graph)  # once, 30 ms for 72,001 nodes; every field takes 0.4 ms less
        self.index = SnapIndex(region.graph)
        self.info = RegionInfo(region.id, region.graph.digest)
        self.max_plans = max_plans
        self._layers = layers
        self._built = region
        world = World(self.info.area, self.info.graph)
        self._revision = Revision(world, region, NO_CHANGES, MappingProxyType({}))
        self._making = threading.Lock()
        self._renewers: list[Callable[[Plan, Plan], None]] = []

    def also_renew(self, renew: Callable[[Plan, Plan], None]) -> None:
        """Call ``renew(before, after)`` for every plan that is made anew, before anybody gets it."""
        self._renewers.append(renew)

    @property
    def revision(self) -> Revision:
        """The revision that holds now."""
        return self._revision

    @property
    def region(self) -> Region:
        """The region as it is now."""
        return self._revision.region

    def has_made(
        self, kinds: Sequence[HazardKind | str], profile: str = "adult", conditions: Conditions = CALM
    ) -> bool:
        """Return whether `current` gives a plan without making it."""
        return (official_order(kinds), profile, conditions) in self._revision.plans

    def current(
        self, kinds: Sequence[HazardKind | str], profile: str = "adult", conditions: Conditions = CALM
    ) -> tuple[Revision, Plan]:
        """Return the revision that holds now and its plan; the first to ask for a plan has it made.

        Raises
        ------
        InputError
            For an unknown kind or profile, or none.
        CertificateError
            If a field is not optimal; nothing is kept then.
        """
        key = (official_order(kinds), profile, conditions)
        revision = self._revision
        if key not in revision.plans:
            with self._making:
                revision = self._revision
                if key not in revision.plans:
                    made = make_plan(
                        revision.region, self.index, key[0], profile, revision.changes, conditions
                    )
                    kept = list(revision.plans.items())[max(0, len(revision.plans) - self.max_plans + 1) :]
                    plans = MappingProxyType(dict([*kept, (key, made)]))
                    self._revision = revision = replace(revision, plans=plans)
        return revision, revision.plans[key]

    def plan(
        self, kinds: Sequence[HazardKind | str], profile: str = "adult", conditions: Conditions = CALM
    ) -> Plan:
        """Return the plan that holds now (see `current`)."""
        return self.current(kinds, profile, conditions)[1]

    def answer(self, plan: Plan, lon: float, lat: float) -> Outcome:
        """Return the outcome for one position in degrees; InputError if it is NaN or out of range."""
        return answer_all(self._built, self.index, plan, [lon], [lat])[0]

    def standings(self, plan: Plan, lon: float, lat: float, accuracy_m: float) -> tuple[Standing, ...]:
        """Return the places where somebody may stand, the nearest first, and the answer from each."""
        return standings_at(self._built, self.index, plan, lon, lat, accuracy_m)

    def advance(self, world: World) -> Revision:
        """Make everything that ``world`` changes anew, prove it, and swap.

        A repaired field that fails its certificate is settled from the beginning once. If that fails too, the
        revision before stays.

        Parameters
        ----------
        world : World
            Of the same area and graph.

        Returns
        -------
        Revision
            The new one; it holds from now on.

        Raises
        ------
        CertificateError, InputError
            The revision before stays.
        """
        with self._making:
            before = self._revision
            region, missing = self._with_layers(before, world)
            placement = placing.place_all(region, self.index, world, before.placement)
            changes = live_costs(region.graph, world, placement)
            plans = {key: self._remade(before, plan, region, changes) for key, plan in before.plans.items()}
            for key, plan in plans.items():
                for renew in self._renewers:
                    renew(before.plans[key], plan)
            made = Revision(world, region, changes, MappingProxyType(plans), placement, missing)
            self._revision = made
            return made

    def can_mend(self) -> bool:
        """Return whether a layer that was missing is here now: advance to the same world again."""
        return any(
            not isinstance(self._layer(kind, self._revision.world.real.layers[kind]), str)
            for kind in self._revision.missing
        )

    def moved(self, now: datetime) -> list[RoadClosed]:
        """Return closures of another street graph as events on ours (see `hazard.live.placing`)."""
        return placing.moved(self._built, self._revision.placement, now)

    def _remade(self, before: Revision, plan: Plan, region: Region, changes: Changes) -> Plan:
        same_layers = all(region.exposures.get(k) is before.region.exposures.get(k) for k in plan.kinds)
        if same_layers:
            try:
                return remake_plan(region, self.index, plan, changes)
            except CertificateError:
                pass
        return make_plan(region, self.index, plan.kinds, plan.profile, changes, plan.conditions)

    def _with_layers(self, before: Revision, world: World) -> tuple[Region, Mapping[HazardKind, str]]:
        """Return the region with the layers of ``world``, and why which are missing."""
        if world.real.layers == before.world.real.layers and not before.missing:
            return before.region, before.missing
        exposures, missing = dict(self._built.exposures), {}
        for kind, layer in world.real.layers.items():
            kept = before.world.real.layers.get(kind) == layer and kind not in before.missing
            found = before.region.exposures[kind] if kept else self._layer(kind, layer)
            if not isinstance(found, str):
                exposures[kind] = found
                continue
            missing[kind] = found
            if kind in before.region.exposures:
                exposures[kind] = before.region.exposures[kind]
        return replace(self._built, exposures=MappingProxyType(exposures)), MappingProxyType(missing)

    def _layer(self, kind: HazardKind, layer: Layer) -> Exposure | str:
        """Return a layer, or why it cannot be used here."""
        if layer.graph != self.info.graph:
            return "it belongs to another street map"
        try:
            return self._layers(kind, layer)
        except InputError as error:
            return "; ".join(map(str, error.problems))
