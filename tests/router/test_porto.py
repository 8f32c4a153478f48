"""A real city: the field equals scipy's, and every route follows it."""

from pathlib import Path

import numpy as np
import pytest

from router.costs import plain_costs
from router.graph import CLOSED_DS, StreetGraph
from router.osm.build import build_graph
from router.osm.read import read_streets
from router.place.snap import SnapIndex
from router.place.steps import describe
from router.place.stops import Stops, stop_sources
from router.place.trace import Guide, trace
from router.profiles import durations, profile_named
from router.search import certify, settle
from tests.router.multigraphs import Case, by_scipy

pytestmark = pytest.mark.data


@pytest.fixture(scope="module")
def porto(data_dir: Path) -> StreetGraph:
    graph, _ = build_graph(read_streets(data_dir / "scale" / "porto.osm.pbf"))
    return graph


@pytest.mark.parametrize("profile", ["adult", "wheelchair", "car"])
def test_fields_equal_scipy_and_routes_sum_to_them(porto: StreetGraph, profile: str) -> None:
    rng = np.random.default_rng(1)
    costs = plain_costs(durations(porto, profile_named(profile)))
    usable = costs.leave_ds < CLOSED_DS
    edge = rng.choice(np.flatnonzero(usable), 50).astype(np.int32)
    offset = (rng.random(50) * porto.edge_length_mm[edge]).astype(np.uint32)
    goals = stop_sources(porto, costs, Stops(edge, offset))
    field = settle(porto, costs.cost_ds, goals.sources)
    certify(porto, costs.cost_ds, goals.sources, field)
    np.testing.assert_array_equal(field.cost_ds, by_scipy(Case(porto, costs.cost_ds, goals.sources)))

    index = SnapIndex(porto)
    node = rng.integers(0, porto.n_nodes, 2000)
    lons = porto.node_lon_e7[node] / 1e7 + rng.normal(0, 3e-4, 2000)
    lats = porto.node_lat_e7[node] / 1e7 + rng.normal(0, 3e-4, 2000)
    guide = Guide(porto, costs, goals, field, index.point_offset_mm)
    places = index.snap(lons, lats, usable)
    paths = trace(guide, places)
    steps = describe(guide, paths)
    reached = 0
    for i in range(len(paths)):
        path = paths[i]
        if path is None:
            continue
        reached += 1
        whole = costs.cost_ds[path.edges].astype(np.int64)
        walked, length = path.walked_mm.astype(np.int64), porto.edge_length_mm[path.edges].clip(1)
        assert path.cost_ds == (-(-whole * walked // length)).sum()
        assert (whole < CLOSED_DS).all()
        assert (porto.head[path.edges[:-1]] == porto.tail[path.edges[1:]]).all()
        assert path.length_mm == walked.sum() == sum(step.length_mm for step in steps[i])
    assert reached > 1500
