"""What the engine answers in a region, as plain JSON: plans with their fields, outcomes of many starts."""

import hashlib
import json
import random
from collections.abc import Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from hazard.engine.answer import answer_all
from hazard.engine.engine import official_order
from hazard.engine.plan import Plan, make_plan
from hazard.outcome import DryGround, NoRoadNearby, NoSafeRoute, Outcome, OutsideRegion, Route
from hazard.region import Region
from router.place.snap import SnapIndex
from router.place.trace import Guide
from router.profiles import durations
from tests.vectors.cases import Case, changes_to_json, conditions_to_json

Json: TypeAlias = Any
Start: TypeAlias = tuple[float, float]
SHORT = 16


def digest_of(*arrays: NDArray[Any]) -> str:
    """Return the beginning of the sha256 of the bytes of arrays."""
    digest = hashlib.sha256()
    for array in arrays:
        digest.update(np.ascontiguousarray(array).astype(array.dtype.newbyteorder("<")).tobytes())
    return digest.hexdigest()[:SHORT]


def expect_region(region: Region, cases: Sequence[Case], starts: Sequence[Start], *, whole: bool) -> Json:
    """Return all that is expected of a region.

    Parameters
    ----------
    region : Region
    cases : sequence of Case
    starts : sequence of (lon, lat)
    whole : bool
        Whether the ways of adults are written out; else, and for others, they are digests.
    """
    index, graph = SnapIndex(region.graph), region.graph
    walks = {
        name: digest_of(durations(graph, profile, pace_pct=73, night=True))
        for name, profile in region.profiles.items()
    }
    plans = [
        expect_plan(region, index, plan, starts, whole=whole and plan.profile == "adult")
        for case in cases
        for plan in plans_of(region, index, case)
    ]
    return {"starts": [list(start) for start in starts], "night_durations": walks, "plans": plans}


def plans_of(region: Region, index: SnapIndex, case: Case) -> list[Plan]:
    """Return the plans of a case, one for each profile."""
    profiles, kinds = case.profiles or tuple(region.profiles), official_order(case.kinds)
    return [make_plan(region, index, kinds, one, case.changes, case.conditions) for one in profiles]


def expect_plan(
    region: Region, index: SnapIndex, plan: Plan, starts: Sequence[Start], *, whole: bool
) -> Json:
    outcomes = answer_all(region, index, plan, [lon for lon, _ in starts], [lat for _, lat in starts])
    return {
        "kinds": [str(kind) for kind in plan.kinds],
        "profile": plan.profile,
        "conditions": conditions_to_json(plan.conditions),
        "changes": changes_to_json(plan.changes),
        "layers_missing": [str(kind) for kind in plan.layers_missing],
        "sites": digest_of(np.frombuffer(" ".join(site.id for site in plan.sites).encode(), np.uint8)),
        "guides": [
            None if guide is None else expect_guide(guide)
            for guide in (plan.guide, plan.dry_guide, plan.amid_guide)
        ],
        "connected": digest_of(plan.connected),
        "outcomes": [expect_outcome(outcome, whole) for outcome in outcomes],
    }


def expect_guide(guide: Guide) -> str:
    """Return one digest of costs, sources and field."""
    costs, sources, field = guide.costs, guide.goals.sources, guide.field
    return digest_of(
        costs.cost_ds,
        costs.duration_ds,
        costs.leave_ds,
        sources.node,
        sources.cost_ds,
        field.cost_ds,
        field.next_edge,
        field.source,
    )


def expect_outcome(outcome: Outcome, whole: bool) -> Json:
    name = type(outcome).__name__
    if isinstance(outcome, OutsideRegion):
        return {"outcome": name, "bbox": list(outcome.bbox)}
    if isinstance(outcome, NoRoadNearby):
        return {"outcome": name, "limit_m": outcome.limit_m, "distance_mm": to_mm(outcome.distance_m)}
    if isinstance(outcome, NoSafeRoute):
        return {
            "outcome": name,
            "reason": str(outcome.reason),
            "dry_ground": expect_ground(outcome.dry_ground),
            "start": [to_e7(outcome.start_lon), to_e7(outcome.start_lat)],
            "start_class": int(outcome.start_class),
            "start_distance_mm": to_mm(outcome.start_distance_m),
        }
    return {
        "outcome": name,
        "site": outcome.site.id,
        "duration_s": outcome.duration_s,
        "length_m": outcome.length_m,
        "cost_ds": outcome.cost_ds,
        "exposure": list(outcome.exposure.items()),
        "unknown_m": outcome.unknown_m,
        "steep_m": outcome.steep_m,
        "start_class": int(outcome.start_class),
        "start_distance_mm": to_mm(outcome.start_distance_m),
        **expect_way(outcome, whole),
    }


def expect_way(route: Route, whole: bool) -> Json:
    """Return edges, line and steps, written out or as one digest."""
    steps = [
        [
            str(step.turn),
            step.first,
            step.end,
            step.length_mm,
            step.name,
            step.turn_deg,
            step.compass_deg,
            step.flags,
            step.lon_e7,
            step.lat_e7,
        ]
        for step in route.steps
    ]
    line = np.stack([route.lon_e7, route.lat_e7], 1)
    if whole:
        return {"edges": route.edges.tolist(), "line": line.ravel().tolist(), "steps": steps}
    text = np.frombuffer(json.dumps(steps, separators=(",", ":")).encode(), np.uint8)
    return {"way": digest_of(route.edges, line, text)}


def expect_ground(ground: DryGround | None) -> Json:
    return None if ground is None else [to_e7(ground.lon), to_e7(ground.lat), ground.length_m]


def to_e7(degrees: float) -> int:
    return round(degrees * 1e7)


def to_mm(metres: float | None) -> int | None:
    return None if metres is None else round(metres * 1000)


def draw_starts(region: Region, seed: int, count: int) -> list[Start]:
    """Return random starts: near streets, exactly at junctions and sites, off the streets, and outside."""
    dice, graph = random.Random(seed), region.graph
    lons, lats = graph.node_lon_e7.tolist(), graph.node_lat_e7.tolist()
    west, south, east, north = region.bbox
    starts: list[Start] = [(west - 0.5, south), (west, north), (east, (south + north) / 2)]
    starts += [(site.lon, site.lat) for site in region.sites[:2]]
    v = dice.randrange(len(lons))
    starts.append((lons[v] / 1e7, lats[v] / 1e7))
    while len(starts) < count:
        v = dice.randrange(len(lons))
        lon, lat = lons[v] / 1e7 + dice.gauss(0, 5e-4), lats[v] / 1e7 + dice.gauss(0, 5e-4)
        starts.append((round(lon, 7), round(lat, 7)))
    return starts
