"""The oracle for water that moves: Kochi with a synthetic scenario, from the files that are exported.

`nigemichi build --arrival`, `export`, `route` and `decide`, against a forward walk that knows nothing but the
CSV files: 500 points, the route in time or not, the last moment to leave, and the decision.
"""

import csv
import heapq
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
import rasterio
from typer.testing import CliRunner

from api.cli.main import app
from hazard.advise import Advisor, Ask, Clock, Timed
from hazard.decision.advice import Advice
from hazard.decision.situation import InForce, TsunamiState
from hazard.engine import Engine
from hazard.kinds import ExposureClass, HazardKind
from hazard.outcome import NoRouteReason, NoSafeRoute, Route
from hazard.region import load_region
from router.graph import CLOSED_DS
from tests.hazard.departure.test_escape import write_synthetic_arrivals

pytestmark = [pytest.mark.data, pytest.mark.xdist_group("kochi")]

TSUNAMI = HazardKind.TSUNAMI
SCENARIO = "合成（試験用）2026年"
N_POINTS = 500
WARNED = {TSUNAMI: InForce(tsunami=TsunamiState.MAJOR_WARNING)}
Goals = dict[int, list[tuple[int, int]]]


@dataclass(frozen=True)
class World:
    """What the exported files say, and the engine that they are held against."""

    engine: Engine
    out: dict[int, list[tuple[int, int, int]]]
    """Node to (head, duration, closing) of every edge out of it."""
    sites: Goals
    """Node to (time on the last edge, its closing)."""
    open_ground: set[int]
    leave_by: dict[int, int]


def run(*arguments: object) -> str:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    assert result.exit_code == 0, result.output
    return result.stdout


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def world(data_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> World:
    folder = tmp_path_factory.mktemp("kochi-time")
    depths = data_dir / "kochi/tsunami_depth_25m.tif"
    with rasterio.open(depths) as dataset:
        assert dataset.count == 1
    arrivals = write_synthetic_arrivals(depths, folder / "arrival.tif")
    run(
        "build", folder / "region", "--name", "高知市", "--municipality", "39201", "--no-tiles",
        "--osm", data_dir / "kochi/kochi.osm.pbf", "--hazard", f"tsunami={depths}",
        "--arrival", f"tsunami={arrivals}:min", "--scenario", f"tsunami={SCENARIO}",
        "--shelters", data_dir / "shelters/mergeFromCity_2.csv.gz",
    )  # fmt: skip
    run("export", folder / "region", "--hazard", "tsunami", "--out", folder / "csv")
    nodes, edges, sources = (rows(folder / f"csv/{name}.csv") for name in ("nodes", "edges", "timed_sources"))
    out: dict[int, list[tuple[int, int, int]]] = {int(row["node"]): [] for row in nodes}
    for row in edges:
        if int(row["duration_ds"]) < CLOSED_DS:
            edge = (int(row["head"]), int(row["duration_ds"]), int(row["closes_ds"]))
            out[int(row["tail"])].append(edge)
    sites: Goals = {}
    for row in sources:
        sites.setdefault(int(row["node"]), []).append((int(row["duration_ds"]), int(row["closes_ds"])))
    ground = {
        int(row["tail"])
        for row in edges
        if int(row["closes_ds"]) == CLOSED_DS and int(row["duration_ds"]) < CLOSED_DS
    }
    leave_by = {int(row["node"]): int(row["leave_by_ds"]) for row in nodes if row["leave_by_ds"]}
    return World(Engine(load_region(folder / "region")), out, sites, ground, leave_by)


def walk(world: World, node: int, start_ds: int, *, to_sites: bool) -> int | None:
    """Return when one who leaves ``node`` then arrives first; None if every way closes before."""
    done: set[int] = set()
    heap, best = [(start_ds, node)], None
    while heap:
        now, here = heapq.heappop(heap)
        if best is not None and now >= best:
            return best
        if here in done:
            continue
        done.add(here)
        if not to_sites and here in world.open_ground:
            return now
        for time, closes in world.sites.get(here, ()) if to_sites else ():
            if now + time <= closes:
                best = now + time if best is None else min(best, now + time)
        for head, duration, closes in world.out[here]:
            if now + duration <= closes and head not in done:
                heapq.heappush(heap, (now + duration, head))
    return best


def test_route_last_moment_and_decision_agree_with_a_forward_walk(world: World) -> None:
    graph, dice = world.engine.region.graph, np.random.default_rng(27)
    timed, advisor = Timed(world.engine), Advisor(world.engine)
    plan = world.engine.plan([TSUNAMI])
    seen: set[str] = set()
    checked = 0
    for node in dice.permutation(np.flatnonzero(graph.node_component == 0)).tolist():
        lon, lat = graph.node_lon_e7[node] / 1e7, graph.node_lat_e7[node] / 1e7
        snap = timed.snap(plan, lon, lat)
        assert snap is not None
        outcome = world.engine.answer(plan, lon, lat)
        assert isinstance(outcome, Route | NoSafeRoute)
        if outcome.start_class == ExposureClass.DRY or node not in (
            graph.tail[snap.edge],
            graph.head[snap.edge],
        ):
            continue
        since_s, checked = int(dice.integers(0, 3600)), checked + 1
        clock, start_ds = Clock(since_s), 10 * (since_s + 300)
        seen.add(_check(world, node, timed.outcome(plan, outcome, lon, lat, clock), start_ds))
        advised = advisor.advise(lon, lat, Ask(in_force=WARNED, since_s=since_s))
        way_out = any(walk(world, node, start_ds, to_sites=to) is not None for to in (True, False))
        assert (advised.decision.advice is Advice.TOO_LATE) == (not way_out)
        assert advised.scenario == SCENARIO
        seen.add(str(advised.decision.advice))
        if checked == N_POINTS:
            break
    assert checked == N_POINTS
    assert seen >= {"Route", NoRouteReason.OUT_OF_TIME, Advice.TOO_LATE, Advice.HIGH_GROUND}


def _check(world: World, node: int, outcome: object, start_ds: int) -> str:
    there = walk(world, node, start_ds, to_sites=True)
    last = world.leave_by.get(node)
    if last is not None:
        assert walk(world, node, last, to_sites=True) is not None
        assert walk(world, node, last + 1, to_sites=True) is None
    if isinstance(outcome, Route):
        assert there is not None
        assert outcome.timing is not None
        quickest_s = -(-(there - start_ds) // 10)
        assert outcome.timing.margin_s is None or outcome.timing.margin_s >= 0
        assert quickest_s <= outcome.duration_s <= quickest_s * 1.25 + 1
        if outcome.timing.leave_by_s is not None:
            assert outcome.timing.leave_by_s == (last or 0) // 10
        return "Route"
    assert isinstance(outcome, NoSafeRoute)
    assert there is None
    return str(outcome.reason)
