"""Streets beside water, as the streets' own file draws it."""

from dataclasses import replace
from pathlib import Path

import pytest

from hazard.build import BuildInputs, build_region
from hazard.engine import Engine
from hazard.region import load_region
from router.classes import Flag
from tests.hazard.build.sources import write_sources
from tests.router.osm_files import grid, osm_xml


@pytest.fixture
def inputs(tmp_path: Path) -> BuildInputs:
    return write_sources(tmp_path)


def beside(inputs: BuildInputs, waterway: list[int], tags: dict[str, str]) -> set[str]:
    """Return the names of the streets that are flagged when a waterway runs along those nodes."""
    nodes = grid(7, 6)
    ways = {
        1: ([1, 2, 3, 4, 5, 6, 7], {"highway": "residential", "name": "北"}),
        2: ([36, 37, 38, 39, 40, 41, 42], {"highway": "residential", "name": "南"}),
        3: ([1, 8, 15, 22, 29, 36], {"highway": "residential", "name": "西"}),
        9: (waterway, tags),
    }
    inputs.osm.write_text(osm_xml(nodes, ways), encoding="utf-8")
    build_region(replace(inputs, shelters=()))
    graph = load_region(inputs.out).graph
    flagged = graph.edge_flags[graph.street_edge] & Flag.RIVERSIDE != 0
    return {graph.names[name] for name in graph.street_name[flagged].tolist()}


def test_a_street_along_a_river_is_beside_it(inputs: BuildInputs) -> None:
    assert beside(inputs, [1, 2, 3, 4, 5, 6, 7], {"waterway": "river"}) == {"北", "西"}


def test_a_covered_river_and_a_street_far_away_are_not(inputs: BuildInputs) -> None:
    assert beside(inputs, [24, 25, 26], {"waterway": "stream", "tunnel": "culvert"}) == set()


def test_it_counts_in_a_flood(inputs: BuildInputs) -> None:
    beside(inputs, [1, 2, 3, 4, 5, 6, 7], {"waterway": "river"})
    plan = Engine(load_region(inputs.out)).plan(["tsunami"])
    graph, dry = plan.guide.graph, plan.combined.worst_class[plan.guide.graph.edge_street] == 0
    near = graph.edge_flags & Flag.RIVERSIDE != 0
    weights = plan.costs.leave_ds[dry] / plan.costs.duration_ds[dry]
    assert weights[near[dry]] == pytest.approx(1.5, rel=0.01)
    assert weights[~near[dry]] == pytest.approx(1, rel=0.01)
