"""The oracle: Kochi's exported files, recomputed by networkx as somebody would who has nothing else.

Costs of all nodes, and of 2,000 random starts, must be equal to the decisecond; every route's edges must be
connected, open, and sum to its cost.
"""

import csv
from dataclasses import dataclass
from pathlib import Path

import networkx as nx
import numpy as np
import pytest
from numpy.typing import NDArray
from typer.testing import CliRunner

from api.cli.main import app
from hazard.engine import Engine, Plan
from hazard.outcome import NoRoadNearby, NoSafeRoute, OutsideRegion, Route
from hazard.region import load_region
from router.graph import CLOSED_DS
from router.place.snap import Snap

pytestmark = [pytest.mark.data, pytest.mark.xdist_group("kochi")]

N_STARTS = 2000
DRY = ("dry", "unknown")
Row = dict[str, str]


@dataclass(frozen=True)
class Exported:
    """What `nigemichi export` wrote for one profile, with fields recomputed from it."""

    plan: Plan
    engine: Engine
    nodes: list[Row]
    edges: list[Row]
    cost: dict[int, int]
    dry_cost: dict[int, int]


def run(*arguments: object) -> None:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    assert result.exit_code == 0, result.output


@pytest.fixture(scope="module")
def kochi(data_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("kochi") / "region"
    run(
        "build", out, "--name", "高知市", "--municipality", "39201",
        "--osm", data_dir / "kochi/kochi.osm.pbf",
        "--hazard", f"tsunami={data_dir / 'kochi/tsunami_depth_25m.tif'}",
        "--shelters", data_dir / "shelters/mergeFromCity_2.csv.gz",
    )  # fmt: skip
    return out


@pytest.fixture(scope="module", params=["adult", "older", "wheelchair"])
def exported(
    kochi: Path, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Exported:
    out = tmp_path_factory.mktemp("export") / "csv"
    run("export", kochi, "--hazard", "tsunami", "--profile", request.param, "--out", out)
    nodes, edges, sources = (read(out / f"{name}.csv") for name in ("nodes", "edges", "sources"))
    engine = Engine(load_region(kochi))
    return Exported(
        engine.plan(["tsunami"], request.param),
        engine,
        nodes,
        edges,
        recompute([row for row in edges if row["closed"] == "0"], sources),
        recompute(
            [row for row in edges if row["closed"] == "0" and row["exposure_class"] in DRY],
            [
                row
                for row in sources
                if row["cost_ds"] == "0" or edges[int(row["edge"])]["exposure_class"] in DRY
            ],
        ),
    )


def read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def recompute(edges: list[Row], sources: list[Row]) -> dict[int, int]:
    """Return the cost of every node that reaches a source: networkx on the reversed, thinned graph."""
    reverse = nx.DiGraph()
    arcs = [(row["head"], row["tail"], int(row["cost_ds"])) for row in edges]
    arcs += [("site", row["node"], int(row["cost_ds"])) for row in sources]
    for start, end, cost in arcs:
        if not reverse.has_edge(start, end) or reverse[start][end]["cost"] > cost:
            reverse.add_edge(start, end, cost=cost)
    costs = nx.single_source_dijkstra_path_length(reverse, "site", weight="cost")
    return {int(node): cost for node, cost in costs.items() if node != "site"}


def test_every_node_costs_what_networkx_says(exported: Exported) -> None:
    ours = {int(row["node"]): int(row["cost_ds"]) for row in exported.nodes}
    reached = {node: cost for node, cost in ours.items() if cost < CLOSED_DS}
    assert len(reached) > 10_000
    assert reached == exported.cost


def test_nobody_with_a_dry_way_is_led_in(exported: Exported) -> None:
    assert exported.dry_cost
    assert {node: exported.cost[node] for node in exported.dry_cost} == exported.dry_cost


def test_starts_anywhere_cost_what_networkx_says(exported: Exported) -> None:
    lons, lats = random_starts(exported)
    outcomes = exported.engine.answers(exported.plan, lons, lats)
    seen: dict[type, int] = {}
    for lon, lat, outcome in zip(lons, lats, outcomes, strict=True):
        seen[type(outcome)] = seen.get(type(outcome), 0) + 1
        snap = exported.engine.index.snap_one(lon, lat, exported.plan.ways, limit_m=300)
        if snap is None:
            assert isinstance(outcome, NoRoadNearby | OutsideRegion)
            continue
        snap = at_the_mouth(exported, lon, lat, snap)
        best = expected_cost(exported, snap)
        if best is None and isinstance(outcome, Route):
            snap = moved(exported, lon, lat, snap)
            best = expected_cost(exported, snap)
        if best is None and (other := connected_place(exported, lon, lat, snap)) is not None:
            snap, best = other, expected_cost(exported, other)
        if isinstance(outcome, Route):
            assert outcome.cost_ds == best
            check_edges(exported, outcome, snap)
        else:
            assert isinstance(outcome, NoSafeRoute)
            assert best is None
    assert seen[Route] > 0.9 * N_STARTS


def at_the_mouth(exported: Exported, lon: float, lat: float, nearest: Snap) -> Snap:
    """Return the open street that is meant beside a shut one, an underpass in the zone: within 10 m more."""
    plan = exported.plan
    assert plan.shut is not None
    if not plan.shut[plan.guide.graph.edge_street[nearest.edge]]:
        return nearest
    ways = np.where(plan.shut, np.uint8(0), plan.ways)
    limit_m = (nearest.distance_mm + 10_000) / 1000
    return exported.engine.index.snap_one(lon, lat, ways, limit_m=limit_m) or nearest


def moved(exported: Exported, lon: float, lat: float, snap: Snap) -> Snap:
    """Return the connected street that is meant where the nearest leads nowhere: at most 30 m farther."""
    plan = exported.plan
    assert plan.connected[plan.guide.graph.edge_street[snap.edge]] == 0
    limit_m = snap.distance_mm / 1000 + 30
    found = exported.engine.index.snap_one(lon, lat, plan.connected, limit_m=limit_m)
    assert found is not None
    return found


def connected_place(exported: Exported, lon: float, lat: float, nearest: Snap) -> Snap | None:
    """Return the place meant when the nearest street leads nowhere even without any hazard.

    It is at most 30 m farther than the nearest, and nobody is moved from a dry street onto a wet one.
    """
    plan, streets = exported.plan, exported.plan.guide.graph.edge_street
    if plan.connected[streets[nearest.edge]]:
        return None
    limit_m = (nearest.distance_mm + 30_000) / 1000
    other = exported.engine.index.snap_one(lon, lat, plan.connected, limit_m=limit_m)
    if other is None:
        return None
    before, after = (exported.edges[snap.edge]["exposure_class"] for snap in (nearest, other))
    return None if before == "dry" and after not in DRY else other


def random_starts(exported: Exported) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return places within about 50 m of the streets' shapes, longitudes and latitudes."""
    graph, rng = exported.plan.guide.graph, np.random.default_rng(20261124)
    point = rng.integers(0, len(graph.point_lon_e7), N_STARTS)
    lon, lat = graph.point_lon_e7[point] / 1e7, graph.point_lat_e7[point] / 1e7
    return lon + rng.uniform(-5e-4, 5e-4, N_STARTS), lat + rng.uniform(-5e-4, 5e-4, N_STARTS)


def expected_cost(exported: Exported, snap: Snap) -> int | None:
    """Return the least cost from a place: either way along its street, or straight to a site on it."""
    plan, graph = exported.plan, exported.plan.guide.graph
    is_dry = exported.edges[snap.edge]["exposure_class"] == "dry"
    field = exported.dry_cost if is_dry else exported.cost
    options = []
    for edge, offset in both_ways(plan, snap.edge, snap.offset_mm):
        length, leave = int(graph.edge_length_mm[edge]), int(plan.costs.leave_ds[edge])
        if leave >= CLOSED_DS:
            continue
        if int(graph.head[edge]) in field:
            options.append(part(leave, length - offset, length) + field[int(graph.head[edge])])
        for site in plan.sites:
            for site_edge, site_offset in both_ways(plan, site.edge, site.offset_mm):
                if site_edge == edge and site_offset >= offset:
                    options.append(part(leave, site_offset - offset, length))
    return min(options, default=None)


def both_ways(plan: Plan, edge: int, offset_mm: int) -> list[tuple[int, int]]:
    length = int(plan.guide.graph.edge_length_mm[edge])
    return [(edge, offset_mm), (int(plan.guide.graph.twin[edge]), length - offset_mm)]


def part(cost: int, part_mm: int, length_mm: int) -> int:
    return -(-cost * part_mm // length_mm)


def check_edges(exported: Exported, route: Route, snap: Snap) -> None:
    """Connected, open (but for the first, which is left from where one stands), and summing to the cost."""
    plan, graph = exported.plan, exported.plan.guide.graph
    first, *rest = route.edges.tolist()
    start = dict(both_ways(plan, snap.edge, snap.offset_mm)).get(first, 0)  # else at the junction itself
    whole = int(graph.edge_length_mm[route.edges[-1]])
    goal = dict(both_ways(plan, route.site.edge, route.site.offset_mm)).get(int(route.edges[-1]), whole)
    assert [int(graph.tail[edge]) for edge in rest] == [int(graph.head[edge]) for edge in [first, *rest][:-1]]
    assert all(exported.edges[edge]["closed"] == "0" for edge in rest)
    length, leave = int(graph.edge_length_mm[first]), int(plan.costs.leave_ds[first])
    if not rest:
        assert route.cost_ds == part(leave, goal - start, length)
        return
    last_length, last_cost = int(graph.edge_length_mm[rest[-1]]), int(exported.edges[rest[-1]]["cost_ds"])
    middle = sum(int(exported.edges[edge]["cost_ds"]) for edge in rest[:-1])
    assert route.cost_ds == part(leave, length - start, length) + middle + part(last_cost, goal, last_length)
