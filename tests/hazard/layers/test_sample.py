"""Exposure of streets against a brute-force sampler, in several CRS; several files; no gaps, no guesses."""

from pathlib import Path

import numpy as np
import pytest
import rasterio
from hypothesis import given, settings
from hypothesis import strategies as st
from pyproj import Transformer

from hazard.exposure import Exposure
from hazard.kinds import ExposureClass
from hazard.layers.classes import ClassRaster, depth_classes, load_depths
from hazard.layers.sample import expose
from hazard.layers.shapes import bbox_of, chunks, project, shapes_of
from router.graph import StreetGraph
from tests.hazard.rasters import NODATA, PLANE, column_m, map_transform, write_tif
from tests.hazard.regions import FLOOD, LANDSLIDE, TSUNAMI
from tests.maps import ORIGIN_LAT_E7, ORIGIN_LON_E7, Street, draw, make_graph

UNKNOWN = ExposureClass.UNKNOWN


def load(path: Path, graph: StreetGraph) -> ClassRaster:
    return load_depths(path, bbox_of(graph))


def crooked_streets(seed: int, count: int) -> StreetGraph:
    """Random crooked streets within a square of 600 m."""
    rng = np.random.default_rng(seed)

    def point() -> tuple[int, int]:
        x, y = rng.integers(0, 60_000, 2).tolist()
        return ORIGIN_LON_E7 + x, ORIGIN_LAT_E7 - y

    nodes = [point() for _ in range(count + 1)]
    streets = []
    for k in range(count):
        shape = [nodes[k], *(point() for _ in range(rng.integers(0, 5))), nodes[k + 1]]
        streets.append(Street(k, k + 1, 100_000, shape))
    return make_graph(nodes, streets)


def brute_force(graph: StreetGraph, path: Path) -> list[tuple[int, float]]:
    """Sample every segment a hundred times finer than a pixel; return (worst class, unknown share)."""
    with rasterio.open(path) as dataset:
        classes = depth_classes(np.where(dataset.read_masks(1) == 0, np.nan, dataset.read(1).astype(float)))
        to_crs = Transformer.from_crs(4326, dataset.crs.to_wkt(), always_xy=True)
        inverse, size = ~dataset.transform, dataset.transform.a
    found = []
    for k in range(graph.n_streets):
        worst, weights, unknown = -1, 0.0, 0.0
        span = range(graph.street_first_point[k], graph.street_first_point[k + 1] - 1)
        for i in span:
            lon, lat = graph.point_lon_e7[i : i + 2] / 1e7, graph.point_lat_e7[i : i + 2] / 1e7
            (x0, x1), (y0, y1) = to_crs.transform(lon, lat)
            n = max(2, int(np.hypot(x1 - x0, y1 - y0) / size * 100))
            for t in np.linspace(0, 1, n):
                col, row = inverse @ (x0 + t * (x1 - x0), y0 + t * (y1 - y0))
                inside = 0 <= col < classes.shape[1] and 0 <= row < classes.shape[0]
                c = int(classes[int(row), int(col)]) if inside else int(UNKNOWN)
                weight = np.hypot(x1 - x0, y1 - y0) / n
                weights += weight
                unknown += weight * (c == UNKNOWN)
                worst = max(worst, c) if c != UNKNOWN else worst
        found.append((worst if worst >= 0 else int(UNKNOWN), unknown / weights))
    return found


@pytest.mark.parametrize("crs", ["EPSG:6690", "EPSG:3857", "EPSG:6668"])
@pytest.mark.parametrize("seed", range(3))
def test_exposure_agrees_with_a_far_finer_sampler(tmp_path: Path, crs: str, seed: int) -> None:
    """Where depths are smooth, steps of a pixel find what steps of a hundredth find."""
    rng = np.random.default_rng(seed)
    graph = crooked_streets(seed, 25)
    coarse = rng.random((12, 12))
    values = np.kron(coarse, np.ones((12, 12))).astype(np.float32) * 6 - 1
    values[np.kron(rng.random((12, 12)), np.ones((12, 12))) < 0.3] = NODATA
    transform = map_transform(crs, 5, west_m=-20, north_m=20)
    exposure = expose(graph, TSUNAMI, [load(write_tif(tmp_path / "a.tif", values, crs, transform), graph)])
    expected = brute_force(graph, tmp_path / "a.tif")
    same = [int(exposure.worst_class[k]) == worst for k, (worst, _) in enumerate(expected)]
    assert sum(same) >= len(same) - 1
    for k, (worst, share) in enumerate(expected):
        assert exposure.worst_class[k] <= worst or worst == UNKNOWN, "never worse than what is there"
        assert abs(int(exposure.unknown_pct[k]) - share * 100) < 4
        assert exposure.unknown_pct[k] > 0 or share < 0.02


def test_samples_are_at_most_one_pixel_apart_and_hold_both_ends(tmp_path: Path) -> None:
    graph = crooked_streets(7, 40)
    values = np.zeros((90, 90), np.float32)
    raster = load(write_tif(tmp_path / "a.tif", values, "EPSG:6690", map_transform("EPSG:6690", 7)), graph)
    shapes = shapes_of(graph)
    pixels = project(shapes, [raster.frame])
    col, row = pixels[0]
    for chunk in chunks(shapes, pixels):
        a = shapes.start[chunk.at]
        x = col[a] + chunk.share * (col[a + 1] - col[a])
        y = row[a] + chunk.share * (row[a + 1] - row[a])
        within = chunk.at[1:] == chunk.at[:-1]
        assert np.hypot(np.diff(x), np.diff(y))[within].max() <= 1 + 1e-9
        assert (chunk.share[chunk.first] == 0).all()
        assert (chunk.share[chunk.first + chunk.parts] == 1).all()


def test_chunks_hold_whole_streets_and_every_segment_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    graph = crooked_streets(3, 30)
    path = write_tif(
        tmp_path / "a.tif", np.zeros((90, 90), np.float32), "EPSG:6690", map_transform("EPSG:6690", 7)
    )
    raster = load(path, graph)
    whole = expose(graph, TSUNAMI, [raster])
    shapes = shapes_of(graph)
    pixels = project(shapes, [raster.frame])
    for size in (1, 50, 333):
        monkeypatch.setattr("hazard.layers.shapes._CHUNK_SAMPLES", size)
        spans = [(chunk.low, chunk.high) for chunk in chunks(shapes, pixels)]
        assert [span[0] for span in spans] == [0, *(span[1] for span in spans[:-1])]
        assert spans[-1][1] == len(shapes.start)
        assert {span[0] for span in spans} <= set(shapes.first.tolist())
        assert len(spans) > 3
        again = expose(graph, TSUNAMI, [raster])
        assert (again.worst_class == whole.worst_class).all()
        assert (again.unknown_pct == whole.unknown_pct).all()


def strip_of(tmp_path: Path, name: str, columns: dict[tuple[float, float], float], base: float) -> Path:
    """A raster of 10 m pixels with vertical strips (metres east of the map's corner) of other depths."""
    values = np.full((150, 200), base, np.float32)
    for (west, east), depth in columns.items():
        values[:, column_m(west, 10) : column_m(east, 10)] = depth
    return write_tif(tmp_path / name, values, PLANE, map_transform(PLANE, 10))


def exposure_along(graph: StreetGraph, *paths: Path) -> Exposure:
    return expose(graph, FLOOD, [load(path, graph) for path in paths])


def test_the_worst_class_along_the_street_holds(tmp_path: Path) -> None:
    town = draw("A---B---C")
    path = strip_of(tmp_path, "a.tif", {(150, 170): 0.7, (170, 180): 4.0}, 0.0)
    exposure = exposure_along(town.graph, path)
    assert exposure.worst_class.tolist() == [ExposureClass.DRY, ExposureClass.UNDER_5_M]
    assert exposure.unknown_pct.tolist() == [0, 0]


def test_the_unknown_share_is_told_and_rounded_up(tmp_path: Path) -> None:
    town = draw("A---B---C---D")
    path = strip_of(tmp_path, "a.tif", {(150, 180): NODATA, (190, 320): NODATA}, 0.0)
    exposure = exposure_along(town.graph, path)
    assert exposure.worst_class.tolist()[2] == UNKNOWN
    assert exposure.unknown_pct.tolist()[2] == 100
    assert 39 <= exposure.unknown_pct[1] <= 51, "30 of 100 m, and the last ten"
    assert exposure.worst_class[1] == ExposureClass.DRY


def test_several_files_merge_by_the_worst_and_are_unknown_only_together(tmp_path: Path) -> None:
    town = draw("A---B---C---D---E")
    a = strip_of(tmp_path, "a.tif", {(-20, 220): NODATA, (310, 420): 0.05}, 0.0)
    b = strip_of(tmp_path, "b.tif", {(-20, 120): NODATA, (120, 180): 0.7, (280, 420): NODATA}, 0.0)
    exposure = exposure_along(town.graph, a, b)
    assert exposure.worst_class.tolist() == [UNKNOWN, 5, 0, 1]
    assert exposure.unknown_pct[1] < 30
    assert exposure.unknown_pct.tolist()[2:] == [0, 0]


@settings(max_examples=30)
@given(st.integers(0, 10**6))
def test_any_two_rasters_are_as_bad_together_as_the_worse_of_them(seed: int) -> None:
    rng = np.random.default_rng(seed)
    graph = crooked_streets(seed % 5, 12)
    frame_source = map_transform("EPSG:6690", 10, -20, 20)
    rasters = [_in_memory(graph, rng, frame_source) for _ in range(2)]
    together = expose(graph, LANDSLIDE, rasters)
    alone = [expose(graph, LANDSLIDE, [raster]) for raster in rasters]
    classes = np.stack([one.worst_class + np.uint8(1) for one in alone])
    assert (together.worst_class + np.uint8(1) == classes.max(axis=0)).all()
    assert (together.unknown_pct <= np.stack([one.unknown_pct for one in alone]).min(axis=0)).all()


def _in_memory(graph: StreetGraph, rng: np.random.Generator, transform: object) -> ClassRaster:
    from hazard.layers.frame import Frame

    inverse = tuple(~transform)[:6]  # type: ignore[operator]
    to_crs = Transformer.from_crs(4326, 6690, always_xy=True)
    ranks = rng.integers(0, 11, 100 * 100).astype(np.uint8)
    return ClassRaster(Frame("memory", to_crs, inverse, 100, 100), ranks)  # type: ignore[arg-type]
