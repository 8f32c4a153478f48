"""Elevation of nodes, climb of edges: a plane is exact, bridges rise evenly, unknown stays unknown."""

from pathlib import Path

import numpy as np
import pytest

from hazard.layers.elevation import HeightRaster, load_heights, with_elevation
from hazard.layers.shapes import bbox_of
from router.graph import NO_ELEVATION_CM, StreetGraph
from tests.hazard.rasters import NODATA, PLANE, column_m, map_transform, write_tif
from tests.maps import Town, draw

PIXEL_M = 10


def heights(tmp_path: Path, graph: StreetGraph, values: np.ndarray, name: str = "dem.tif") -> HeightRaster:
    path = write_tif(tmp_path / name, values.astype(np.float32), PLANE, map_transform(PLANE, PIXEL_M))
    return load_heights(path, bbox_of(graph))


def slope(percent: float) -> np.ndarray:
    """Ground that rises eastward from the maps' corner; pixel centres are exact."""
    east_m = (np.arange(200) + 0.5) * PIXEL_M - 500
    return np.tile(east_m * percent / 100, (150, 1))


def climb_cm(town: Town, a: str, b: str) -> int:
    return int(town.graph.edge_climb_cm[town.edge(a, b)])


def with_dem(tmp_path: Path, town: Town, values: np.ndarray) -> Town:
    return Town(
        with_elevation(town.graph, [heights(tmp_path, town.graph, values)]), town.node, town.sites, town.marks
    )


def test_a_plane_is_climbed_exactly_one_way_and_not_the_other(tmp_path: Path) -> None:
    town = with_dem(tmp_path, draw("A---B---C"), slope(5))
    assert town.graph.node_elevation_cm[[town.node[name] for name in "ABC"]] == pytest.approx(
        [0, 500, 1000], abs=2
    )
    assert climb_cm(town, "A", "B") == pytest.approx(500, abs=2)
    assert climb_cm(town, "B", "A") == 0


def test_ups_and_downs_along_the_shape_are_summed_both_ways(tmp_path: Path) -> None:
    values = np.zeros((150, 200))
    values[:, column_m(40, PIXEL_M) : column_m(60, PIXEL_M)] = 3.0
    town = with_dem(tmp_path, draw("A---B"), values)
    assert climb_cm(town, "A", "B") == pytest.approx(300, abs=1)
    assert climb_cm(town, "B", "A") == pytest.approx(300, abs=1)
    assert town.graph.node_elevation_cm.tolist() == [0, 0]


@pytest.mark.parametrize("sign", ["=", "%"])
def test_a_bridge_or_tunnel_is_even_between_its_ends(tmp_path: Path, sign: str) -> None:
    values = slope(2)
    values[:, column_m(120, PIXEL_M) : column_m(280, PIXEL_M)] -= 40
    town = with_dem(tmp_path, draw("A---B" + sign * 3 + "C" + sign * 3 + "D---E"), values)
    assert climb_cm(town, "B", "C") == pytest.approx(200, abs=3)
    assert climb_cm(town, "C", "B") == 0
    assert town.graph.node_elevation_cm[town.node["C"]] == pytest.approx(400, abs=3)


def test_an_unknown_height_is_not_zero(tmp_path: Path) -> None:
    values = slope(5)
    values[:, column_m(150, PIXEL_M) :] = NODATA
    town = with_dem(tmp_path, draw("A---B---C---D"), values)
    a, b, c, d = (int(town.graph.node_elevation_cm[town.node[name]]) for name in "ABCD")
    assert (a, b) == pytest.approx((0, 500), abs=2)
    assert (c, d) == (NO_ELEVATION_CM, NO_ELEVATION_CM)
    assert climb_cm(town, "B", "C") == pytest.approx(250, abs=30), "as far as it is known"
    assert climb_cm(town, "C", "D") == 0


def test_the_first_model_that_knows_a_height_holds(tmp_path: Path) -> None:
    town = draw("A---B---C")
    fine = slope(1)
    fine[:, column_m(150, PIXEL_M) :] = NODATA
    rasters = [heights(tmp_path, town.graph, fine, "a.tif"), heights(tmp_path, town.graph, slope(9), "b.tif")]
    found = with_elevation(town.graph, rasters).node_elevation_cm
    assert found.tolist() == pytest.approx([0, 100, 1800], abs=5)


def test_heights_are_bilinear_and_known_only_inside(tmp_path: Path) -> None:
    town = draw("A---B")
    rng = np.random.default_rng(5)
    raster = heights(tmp_path, town.graph, rng.random((150, 200)))
    grid = raster.height_m.reshape(raster.frame.height, raster.frame.width)
    col, row = np.array([2.25, 0.1, -0.1, 1.5]), np.array([1.75, 0.2, 0.2, 1.5])
    found = raster.at_pixels(col, row)
    blend = (grid[1, 1] * 0.25 + grid[1, 2] * 0.75) * 0.75 + (grid[2, 1] * 0.25 + grid[2, 2] * 0.75) * 0.25
    assert found[0] == pytest.approx(blend, rel=1e-6)
    assert found[1] == pytest.approx(grid[0, 0])
    assert np.isnan(found[2])
    assert found[3] == pytest.approx(grid[1, 1])


@pytest.mark.data
def test_a_real_model_over_real_streets(data_dir: Path) -> None:
    from router.osm import build_graph, read_streets

    graph, _ = build_graph(read_streets(data_dir / "scale" / "poa.osm.pbf"))
    graph = with_elevation(graph, [load_heights(data_dir / "scale" / "poa_elevation.tif", bbox_of(graph))])
    known = graph.node_elevation_cm[graph.node_elevation_cm != NO_ELEVATION_CM]
    assert len(known) > 0.9 * graph.n_nodes
    assert known.min() >= 0
    assert 100_00 < known.max() < 400_00, "Morro Santana is 311 m"
    net_cm = graph.edge_climb_cm.astype(np.int64) - graph.edge_climb_cm[graph.twin]
    rise_cm = graph.node_elevation_cm[graph.head].astype(np.int64) - graph.node_elevation_cm[graph.tail]
    both = (graph.node_elevation_cm[graph.head] != NO_ELEVATION_CM) & (
        graph.node_elevation_cm[graph.tail] != NO_ELEVATION_CM
    )
    assert np.mean(np.abs(net_cm - rise_cm)[both] <= 2) > 0.99, "up less down is the difference of the ends"
