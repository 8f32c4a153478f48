"""Plan: everything that one set of hazards and one profile need, settled and certified once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from hazard.conditions import CALM, Conditions
from hazard.costs import (
    Bools,
    street_weights,
    weighted_costs,
)
from hazard.engine.changes import NO_CHANGES, Changes
from hazard.engine.settles import Ground, dry_first, settled, stops_of
from hazard.exposure import Combined, Exposure, combine, unknown_exposure
from hazard.kinds import HazardKind
from hazard.modifiers import street_rules
from hazard.region import Region
from hazard.sites import Site, usable_sites
from router.costs import EdgeCosts, plain_costs
from router.errors import InputError, Problem
from router.graph import CLOSED_DS, U8
from router.place.snap import SnapIndex
from router.place.stops import Stops, stop_sources
from router.place.trace import Guide
from router.profiles import durations
from router.search.settle import settle


@dataclass(frozen=True, eq=False)
class Plan:
    """Fields and costs for (kinds, profile). Built by `make_plan`, then only read.

    Attributes
    ----------
    kinds : tuple of HazardKind
        Active at once, in the official order.
    profile : str
    layers_missing : tuple of HazardKind
        Those of ``kinds`` for which the region has no layer.
    combined : Combined
        Exposure of all kinds together.
    sites : tuple of Site
        The usable sites; a stop's index is the index of its site.
    ways : uint8, (s,)
        Which directions of each street the profile can use (`SnapIndex.ways`).
    guide : Guide
        The second settle (see `hazard.costs`): leads everybody who does not stand on a dry street. Its costs
        and its field are the ones that are exported and that the phone recomputes.
    dry_guide : Guide
        The first settle, with every wet edge closed: leads those who stand on a dry street. At nodes with a
        dry way both fields are equal.
    changes : Changes
        What was closed, and which sites were out, when the fields were settled.
    conditions : Conditions
        Under which it was made.
    amid_guide : Guide or None
        Where streets are left but never entered (`hazard.modifiers`): leads those who stand in the zone, but
        not on such a street. None where there are none; then ``guide`` leads them.
    no_entry : bool, (s,), or None
        Those streets.
    shut : bool, (s,), or None
        Streets that nobody enters under these conditions.
    steep : bool, (s,), or None
        Streets whose grade is marked for this profile.
    """

    kinds: tuple[HazardKind, ...]
    profile: str
    layers_missing: tuple[HazardKind, ...]
    combined: Combined
    sites: tuple[Site, ...]
    ways: U8
    guide: Guide
    dry_guide: Guide
    changes: Changes = NO_CHANGES
    conditions: Conditions = CALM
    amid_guide: Guide | None = None
    no_entry: Bools | None = None
    shut: Bools | None = None
    steep: Bools | None = None

    @property
    def guide_outside(self) -> Guide:
        """Leads those who stand neither on a dry street nor on one that is never entered."""
        return self.amid_guide or self.guide

    @property
    def costs(self) -> EdgeCosts:
        """Costs of the second settle."""
        return self.guide.costs

    @property
    def has_dry_way(self) -> Bools:
        """bool, (n,): nodes from which a site is reached without any wet street."""
        reached: Bools = self.dry_guide.field.cost_ds < CLOSED_DS
        return reached

    def site_of_node(self, node: int) -> Site | None:
        """Return the site to which the field leads from a node; None where it leads nowhere."""
        entry = int(self.guide.field.source[node])
        return None if entry < 0 else self.sites[int(self.guide.goals.entry_stop[entry])]

    @cached_property
    def connected(self) -> U8:
        """uint8, (s,): directions of streets from which streets lead to a usable site, whatever is closed.

        As `SnapIndex.ways`, for the profile alone: no hazard, level or event closes anything here.
        """
        graph, duration_ds = self.guide.graph, self.guide.costs.duration_ds
        plain = plain_costs(duration_ds)
        goals = stop_sources(graph, plain, stops_of(self.sites))
        leads = settle(graph, duration_ds, goals.sources).cost_ds[graph.head] < CLOSED_DS
        leads |= np.isin(graph.edge_street, graph.edge_street[goals.entry_edge])
        leads &= duration_ds < CLOSED_DS
        forward = graph.street_edge
        there, back = leads[forward].astype(np.uint8), leads[graph.twin[forward]].astype(np.uint8)
        ways: U8 = there | back << np.uint8(1)
        return ways

    @cached_property
    def to_dry_ground(self) -> Guide:
        """The least exposed ways to streets known to be dry, settled when first asked for."""
        graph, weighted_ds = self.guide.graph, self.guide.costs.leave_ds
        costs = EdgeCosts(weighted_ds, self.guide.costs.duration_ds, weighted_ds)
        edges = np.flatnonzero(self.combined.dry[graph.edge_street] & (weighted_ds < CLOSED_DS))
        begins = np.concatenate([edges, graph.twin[edges]]).astype(np.int32)
        _, one_each = np.unique(graph.tail[begins], return_index=True)
        stops = Stops(begins[one_each], np.zeros(len(one_each), np.uint32))
        goals, obeys = stop_sources(graph, costs, stops), self.guide.obeys_turns
        return settled(graph, costs, goals, self.guide.point_offset_mm, obeys_turns=obeys)


def make_plan(
    region: Region,
    index: SnapIndex,
    kinds: Sequence[HazardKind],
    profile: str,
    changes: Changes = NO_CHANGES,
    conditions: Conditions = CALM,
) -> Plan:
    """Settle and certify the fields of a plan.

    Parameters
    ----------
    region : Region
    index : SnapIndex
        Of the region's graph.
    kinds : sequence of HazardKind
        At least one, all active at once.
    profile : str
    changes : Changes
        What holds besides the region itself.
    conditions : Conditions
        Levels in force, the hour, the weather, the own pace.

    Returns
    -------
    Plan

    Raises
    ------
    InputError
        For an unknown profile.
    CertificateError
        If a field is not optimal: the plan is not used.
    """
    if profile not in region.profiles:
        raise InputError(Problem("profile", "", "one of " + ", ".join(region.profiles), repr(profile)))
    exposures = exposures_of(region, kinds)
    ground = _ground(region, index, exposures, profile, conditions)
    sites = _sites(region, kinds, profile, changes)
    guides = dry_first(ground, sites, changes, None)
    return Plan(
        kinds=tuple(kinds),
        profile=profile,
        layers_missing=tuple(kind for kind in kinds if kind not in region.exposures),
        combined=ground.combined,
        sites=sites,
        ways=index.ways(ground.duration_ds < CLOSED_DS),
        guide=guides.everybody,
        dry_guide=guides.dry,
        changes=changes,
        conditions=conditions,
        amid_guide=guides.amid,
        no_entry=ground.no_entry if ground.no_entry.any() else None,
        shut=ground.shut,
        steep=ground.steep,
    )


def _ground(
    region: Region, index: SnapIndex, exposures: Sequence[Exposure], profile: str, conditions: Conditions
) -> Ground:
    """Return what the settles share: durations, weights, and what the modifiers close."""
    graph, thresholds = region.graph, region.thresholds
    walker = region.profiles[profile]
    duration_ds = durations(graph, walker, pace_pct=conditions.pace_pct, night=conditions.night)
    weights = street_weights(exposures, thresholds)
    rules = street_rules(thresholds.modifiers, graph, exposures, weights, profile, conditions)
    weighted_ds = weighted_costs(graph, duration_ds, rules.weight_pct)
    combined = combine(exposures)
    return Ground(
        graph,
        index,
        duration_ds,
        weighted_ds,
        combined,
        rules.shut,
        rules.no_entry,
        walker.drives,
        rules.steep if rules.steep.any() else None,
    )


def remake_plan(region: Region, index: SnapIndex, before: Plan, changes: Changes) -> Plan:
    """Return a plan after changes: the same one where they do not concern it, else with new certified fields.

    Parameters
    ----------
    region : Region
        With the exposures that ``before`` was made with.
    index : SnapIndex
    before : Plan
        Not touched: whoever reads it may go on.
    changes : Changes

    Raises
    ------
    CertificateError
        If a field is not optimal: ``before`` is all there is.
    """
    sites = before.sites
    if not changes.sites_as(before.changes):
        sites = _sites(region, before.kinds, before.profile, changes)
    same_penalties = all(
        changes.penalty_ds.get(site.id) == before.changes.penalty_ds.get(site.id) for site in sites
    )
    if changes.closes_as(before.changes) and sites == before.sites and same_penalties:
        return replace(before, changes=changes)
    costs, none = before.guide.costs, np.zeros(region.graph.n_streets, np.bool_)
    ground = Ground(
        before.guide.graph,
        index,
        costs.duration_ds,
        costs.leave_ds,
        before.combined,
        none if before.shut is None else before.shut,
        none if before.no_entry is None else before.no_entry,
        region.profiles[before.profile].drives,
    )
    guides = dry_first(ground, sites, changes, before)
    return replace(
        before,
        sites=sites,
        guide=guides.everybody,
        dry_guide=guides.dry,
        amid_guide=guides.amid,
        changes=changes,
    )


def _sites(region: Region, kinds: Sequence[HazardKind], profile: str, changes: Changes) -> tuple[Site, ...]:
    usable = usable_sites(region.sites, kinds, profile, region.thresholds)
    return tuple(region.sites[i] for i in usable if region.sites[i].id not in changes.out)


def exposures_of(region: Region, kinds: Sequence[HazardKind]) -> list[Exposure]:
    """Return one exposure per kind; a kind without a layer is unknown everywhere."""
    n_streets = region.graph.n_streets
    return [region.exposures.get(kind) or unknown_exposure(kind, n_streets) for kind in kinds]
