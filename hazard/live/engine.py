"""The live engine: one immutable revision at a time, rebuilt aside, proved, and swapped by one reference."""

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TypeAlias

from hazard.conditions import CALM, Conditions
from hazard.engine.answer import answer_all
from hazard.engine.changes import NO_CHANGES, Changes
from hazard.engine.engine import official_order
from hazard.engine.plan import Plan, make_plan, remake_plan
from hazard.exposure import Exposure
from hazard.kinds import HazardKind
from hazard.live.costs import live_costs
from hazard.outcome import Outcome
from hazard.region import Region
from hazard.world import RegionInfo, World
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
    """

    world: World
    region: Region
    changes: Changes
    plans: Mapping[PlanKey, Plan]

    @property
    def number(self) -> int:
        """How many events it holds."""
        return self.world.revision


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
        prepare(region.graph)  # once, 60 ms for 72,001 nodes; every field takes 0.4 ms less
        self.index = SnapIndex(region.graph)
        self.info = RegionInfo(region.id, region.graph.digest)
        self.max_plans = max_plans
        self._layers = layers
        self._built = region
        world = World(self.info.area, self.info.graph)
        self._revision = Revision(world, region, NO_CHANGES, MappingProxyType({}))
        self._making = threading.Lock()

    @property
    def revision(self) -> Revision:
        """The revision that holds now."""
        return self._revision

    @property
    def region(self) -> Region:
        """The region as it is now."""
        return self._revision.region

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
            region = self._with_layers(before, world)
            changes = live_costs(region.graph, world)
            plans = {key: self._remade(before, plan, region, changes) for key, plan in before.plans.items()}
            self._revision = Revision(world, region, changes, MappingProxyType(plans))
            return self._revision

    def _remade(self, before: Revision, plan: Plan, region: Region, changes: Changes) -> Plan:
        same_layers = all(region.exposures.get(k) is before.region.exposures.get(k) for k in plan.kinds)
        if same_layers:
            try:
                return remake_plan(region, self.index, plan, changes)
            except CertificateError:
                pass
        return make_plan(region, self.index, plan.kinds, plan.profile, changes, plan.conditions)

    def _with_layers(self, before: Revision, world: World) -> Region:
        """Return the region with the layers of ``world``."""
        if world.real.layers == before.world.real.layers:
            return before.region
        exposures = dict(self._built.exposures)
        for kind, layer in world.real.layers.items():
            if layer.graph != self.info.graph:
                raise InputError(Problem("layers", kind, f"a layer of graph {self.info.graph}", layer.graph))
            kept = before.world.real.layers.get(kind) == layer
            exposures[kind] = before.region.exposures[kind] if kept else self._layers(kind, layer)
        return replace(self._built, exposures=MappingProxyType(exposures))
