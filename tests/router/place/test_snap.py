import numpy as np
import pyproj
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from router.errors import InputError
from router.graph import StreetGraph
from router.place.snap import NOWHERE, Snap, SnapIndex, Snaps, point_offsets
from tests.maps import EAST_E7_PER_M, NORTH_E7_PER_M, Town, draw
from tests.router.multigraphs import crooked

GEOD = pyproj.Geod(ellps="WGS84")


def town() -> Town:
    return draw("""
        A---B---C
        |   |   |
        D---E---F
    """)


def near(town: Town, name: str, east_m: float = 0.0, north_m: float = 0.0) -> tuple[float, float]:
    lon, lat = town.lonlat(name)
    return lon + east_m * EAST_E7_PER_M / 1e7, lat + north_m * NORTH_E7_PER_M / 1e7


def by_brute_force(
    graph: StreetGraph, lon: float, lat: float, usable: NDArray[np.bool_]
) -> tuple[float, dict[int, float]]:
    """Return the smallest distance in mm to any usable street, and every street's distance.

    Scales come from pyproj's geodesic; segments are cut into pieces so small that only their ends matter.
    """
    east = GEOD.inv(lon, lat, lon + 1e-4, lat)[2] * 1000 / 1e3
    north = GEOD.inv(lon, lat, lon, lat + 1e-4)[2] * 1000 / 1e3
    distance = {}
    for street in np.flatnonzero(usable[graph.street_edge] | usable[graph.twin[graph.street_edge]]):
        points = slice(graph.street_first_point[street], graph.street_first_point[street + 1])
        x = (graph.point_lon_e7[points] - lon * 1e7) * east
        y = (graph.point_lat_e7[points] - lat * 1e7) * north
        share = np.linspace(0.0, 1.0, 2001)[:, None]
        dense_x, dense_y = x[:-1] + share * np.diff(x), y[:-1] + share * np.diff(y)
        distance[int(street)] = float(np.hypot(dense_x, dense_y).min())
    return min(distance.values()), distance


def test_a_position_beside_a_street() -> None:
    here = town()
    snap = SnapIndex(here.graph).snap_one(*near(here, "A", east_m=30, north_m=5))
    assert snap is not None
    assert here.graph.edge_street[snap.edge] == here.graph.edge_street[here.edge("A", "B")]
    assert here.graph.edge_forward[snap.edge]
    assert snap.offset_mm == pytest.approx(30_000, abs=20)
    assert snap.distance_mm == pytest.approx(5_000, abs=5)
    assert (snap.lon_e7 / 1e7, snap.lat_e7 / 1e7) == pytest.approx(near(here, "A", east_m=30), abs=2e-7)


def test_only_the_usable_direction_of_a_street_is_named() -> None:
    here = town()
    usable = np.zeros(here.graph.n_edges, np.bool_)
    usable[here.edge("B", "A")] = True
    snap = SnapIndex(here.graph).snap_one(*near(here, "A", east_m=30), usable)
    assert snap is not None
    assert snap.edge == here.edge("B", "A")
    assert snap.offset_mm == pytest.approx(70_000, abs=20)


def test_unusable_streets_are_passed_over_for_farther_ones() -> None:
    here = town()
    usable = np.ones(here.graph.n_streets, np.bool_)
    usable[here.graph.edge_street[here.edge("A", "B")]] = False
    index = SnapIndex(here.graph)
    for form in (usable, usable[here.graph.edge_street], index.ways(usable)):
        snap = index.snap_one(*near(here, "A", east_m=40, north_m=-5), form)
        assert snap is not None
        assert snap.distance_mm == pytest.approx(40_000, abs=40)
    nothing = np.zeros(here.graph.n_streets, np.bool_)
    assert index.snap_one(*near(here, "A"), nothing) is None


def test_the_limit_is_kept_to_the_metre() -> None:
    here = town()
    index = SnapIndex(here.graph)
    where = near(here, "B", north_m=100)
    assert index.snap_one(*where, limit_m=99) is None
    assert index.snap_one(*where, limit_m=101) is not None
    far = near(here, "B", north_m=30_000)
    assert index.snap_one(*far) is None
    found = index.snap_one(*far, limit_m=31_000)
    assert found is not None
    assert found.distance_mm == pytest.approx(30_000_000, rel=1e-3)


def test_where_streets_meet_the_smallest_edge_is_taken() -> None:
    here = town()
    snap = SnapIndex(here.graph).snap_one(*near(here, "B", north_m=20))
    assert snap is not None
    meeting = [here.edge(a, b) for a, b in ("AB", "BC", "BE")]
    assert snap.edge == min(meeting)
    assert snap.offset_mm == 100_000


def test_positions_anywhere_on_earth_snap_nowhere_without_harm() -> None:
    here = town()
    lons, lats = [-180.0, 180.0, 0.0, 133.5, -46.5], [-90.0, 90.0, 0.0, -33.5, -33.5]
    snaps = SnapIndex(here.graph).snap(lons, lats)
    assert snaps.edge.tolist() == [NOWHERE] * 5
    assert [snaps[i] for i in range(len(snaps))] == [None] * 5


def test_a_graph_without_streets() -> None:
    assert SnapIndex(draw("A").graph).snap_one(133.5, 33.5) is None


def test_every_bad_position_is_named() -> None:
    with pytest.raises(InputError) as error:
        SnapIndex(town().graph).snap([133.5, np.nan, 181.0, 133.5], [33.5, 33.5, 33.5, -91.0])
    assert [problem.where for problem in error.value.problems] == ["row 1", "row 2", "row 3"]
    with pytest.raises(InputError, match="as many longitudes"):
        SnapIndex(town().graph).snap([133.5], [33.5, 33.5])


def test_usable_of_a_wrong_shape_is_refused() -> None:
    index = SnapIndex(town().graph)
    for usable in (np.ones(3, np.bool_), np.ones(3, np.uint8)):
        with pytest.raises(InputError, match="usable"):
            index.snap_one(133.5, 33.5, usable)


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 2**32 - 1))
def test_agrees_with_brute_force(seed: int) -> None:
    rng = np.random.default_rng(seed)
    graph = crooked(seed, n_streets=int(rng.integers(1, 60)))
    usable = rng.random(graph.n_edges) < rng.choice([0.05, 0.6])
    usable[rng.integers(graph.n_edges)] = True
    lons = 135.0 + rng.uniform(-0.002, 0.006, 6)
    lats = 35.0 + rng.uniform(-0.002, 0.006, 6)
    snaps = SnapIndex(graph).snap(lons, lats, usable, limit_m=3000)
    for i in range(len(lons)):
        snap = snaps[i]
        assert snap is not None
        assert usable[snap.edge]
        nearest, distances = by_brute_force(graph, lons[i], lats[i], usable)
        # Pieces are at most 0.25 m; the sampled distance is never less than the true one.
        assert nearest - 60 <= snap.distance_mm <= nearest + 2
        assert distances[int(graph.edge_street[snap.edge])] <= nearest + 60
        assert 0 <= snap.offset_mm <= graph.edge_length_mm[snap.edge]
        away = GEOD.inv(lons[i], lats[i], snap.lon_e7 / 1e7, snap.lat_e7 / 1e7)[2] * 1000
        assert snap.distance_mm == pytest.approx(away, rel=1e-4, abs=12)


@settings(deadline=None, max_examples=20)
@given(st.integers(0, 2**32 - 1))
def test_points_of_a_street_snap_to_their_own_offset(seed: int) -> None:
    graph = crooked(seed, n_streets=4)
    index = SnapIndex(graph)
    snaps = index.snap(graph.point_lon_e7 / 1e7, graph.point_lat_e7 / 1e7)
    assert (snaps.distance_mm <= 1).all()
    street = np.repeat(np.arange(graph.n_streets), np.diff(graph.street_first_point))
    check = graph.edge_street[snaps.edge] == street
    check[graph.street_first_point[:-1]] = check[graph.street_first_point[1:] - 1] = False  # loops
    np.testing.assert_allclose(snaps.offset_mm[check], index.point_offset_mm[check], atol=2)


def test_offsets_of_points_rise_to_exactly_the_length_of_the_edge() -> None:
    graph = crooked(7)
    offset = point_offsets(graph)
    for street in range(graph.n_streets):
        own = offset[graph.street_first_point[street] : graph.street_first_point[street + 1]]
        assert own[0] == 0
        assert own[-1] == graph.edge_length_mm[graph.street_edge[street]]
        assert (np.diff(own.astype(np.int64)) >= 0).all()


def test_single_snaps_can_be_gathered() -> None:
    one, two = Snap(3, 10, 20, 30, 40), Snap(NOWHERE, 0, 0, 0, 0)
    snaps = Snaps.of(one, two)
    assert [snaps[0], snaps[1]] == [one, None]
