"""Depths become classes; GeoTIFFs of any CRS and nodata; what is not one is refused with every reason."""

import contextlib
from pathlib import Path

import numpy as np
import pytest
from affine import Affine
from pyproj import Transformer

from hazard.kinds import DEPTH_BOUNDS_M, ExposureClass
from hazard.layers.classes import class_of, classes_at, depth_classes, load_depths, rank_of
from hazard.layers.frame import check_raster
from router.errors import InputError
from tests.hazard.rasters import NODATA, PLANE, map_transform, write_tif
from tests.maps import ORIGIN_LAT_E7, ORIGIN_LON_E7

BBOX = (ORIGIN_LON_E7 / 1e7, ORIGIN_LAT_E7 / 1e7 - 0.002, ORIGIN_LON_E7 / 1e7 + 0.002, ORIGIN_LAT_E7 / 1e7)
CRSS = ["EPSG:4326", "EPSG:6668", "EPSG:3857", "EPSG:6690", "EPSG:2446", "EPSG:32653"]


def middle() -> tuple[np.ndarray, np.ndarray]:
    return np.array([(BBOX[0] + BBOX[2]) / 2]), np.array([(BBOX[1] + BBOX[3]) / 2])


def test_a_bound_belongs_to_the_class_above_it() -> None:
    for k, bound in enumerate(DEPTH_BOUNDS_M):
        below, at = depth_classes(np.array([np.nextafter(bound, 0), bound]))
        assert (below, at) == (k + 1, k + 2)


def test_no_depth_is_dry_and_no_number_is_unknown() -> None:
    found = depth_classes(np.array([0.0, -0.5, 1e-6, 99.0, np.nan]))
    assert found.tolist() == [0, 0, 1, 10, ExposureClass.UNKNOWN]


def test_ranks_are_classes_with_unknown_below_dry() -> None:
    classes = np.array([int(c) for c in ExposureClass], np.uint8)
    assert (class_of(rank_of(classes)) == classes).all()
    assert rank_of(np.array([255, 0, 1], np.uint8)).tolist() == [0, 1, 2]


@pytest.mark.parametrize("crs", CRSS)
@pytest.mark.parametrize("dtype", ["float32", "float64", "int16", "uint8"])
def test_any_crs_and_number_type_is_read(tmp_path: Path, crs: str, dtype: str) -> None:
    values = np.full((120, 120), 2, dtype)
    nodata = 255 if dtype == "uint8" else NODATA
    path = write_tif(tmp_path / "a.tif", values, crs, map_transform(crs, 10), nodata)
    assert classes_at([load_depths(path, BBOX)], *middle()).tolist() == [ExposureClass.UNDER_3_M]


@pytest.mark.parametrize(
    ("value", "nodata"), [(NODATA, NODATA), (np.nan, np.nan), (np.nan, None), (0.0, 0.0), (np.inf, None)]
)
def test_what_is_not_a_depth_is_unknown_never_dry(tmp_path: Path, value: float, nodata: float | None) -> None:
    values = np.full((120, 120), value, np.float32)
    path = write_tif(tmp_path / "a.tif", values, "EPSG:6690", map_transform("EPSG:6690", 10), nodata)
    assert classes_at([load_depths(path, BBOX)], *middle()).tolist() == [ExposureClass.UNKNOWN]


def test_outside_of_the_raster_is_unknown(tmp_path: Path) -> None:
    transform = map_transform("EPSG:6690", 10, west_m=50, north_m=0)
    path = write_tif(tmp_path / "a.tif", np.zeros((200, 200), np.float32), "EPSG:6690", transform)
    lon, lat = np.array([BBOX[0], BBOX[2]]), np.array([BBOX[1], BBOX[1]])
    assert classes_at([load_depths(path, BBOX)], lon, lat).tolist() == [
        ExposureClass.UNKNOWN,
        ExposureClass.DRY,
    ]


def test_scale_and_offset_are_applied(tmp_path: Path) -> None:
    import rasterio

    path = write_tif(
        tmp_path / "a.tif", np.full((120, 120), 15, np.int16), "EPSG:6690", map_transform("EPSG:6690", 10)
    )
    with rasterio.open(path, "r+") as dataset:
        dataset.scales, dataset.offsets = (0.1,), (-1.0,)
    assert classes_at([load_depths(path, BBOX)], *middle()).tolist() == [ExposureClass.UNDER_1_M]


def test_a_raster_that_says_so_holds_class_numbers(tmp_path: Path) -> None:
    import rasterio

    (lon,), (lat,) = middle()
    for value, expected in (
        (21, ExposureClass.ZONE_RED),
        (0, ExposureClass.DRY),
        (15, ExposureClass.UNKNOWN),
    ):
        path = write_tif(
            tmp_path / "a.tif", np.full((120, 120), value, np.uint8), PLANE, map_transform(PLANE, 10), 255
        )
        with rasterio.open(path, "r+") as dataset:
            dataset.update_tags(NIGEMICHI_SCALE="class")
        assert classes_at([load_depths(path, BBOX)], np.array([lon]), np.array([lat])).tolist() == [expected]


def test_a_rotated_raster_is_read_where_it_is(tmp_path: Path) -> None:
    rotated = map_transform("EPSG:6690", 10) @ Affine.translation(-20, -20) @ Affine.rotation(30)
    to_crs = Transformer.from_crs(4326, 6690, always_xy=True)
    (lon,), (lat,) = middle()
    col, row = ~rotated @ to_crs.transform(lon, lat)
    values = np.zeros((200, 200), np.float32)
    values[int(row) :] = 2
    raster = load_depths(write_tif(tmp_path / "a.tif", values, "EPSG:6690", rotated), BBOX)
    x, y = zip(rotated @ (col, int(row) + 1.5), rotated @ (col, int(row) - 1.5), strict=True)
    lons, lats = to_crs.transform(x, y, direction="INVERSE")
    found = classes_at([raster], np.array(lons), np.array(lats))
    assert found.tolist() == [ExposureClass.UNDER_3_M, ExposureClass.DRY]


def test_a_large_raster_is_read_in_strips_and_only_where_the_streets_are(tmp_path: Path) -> None:
    values = np.zeros((3000, 3000), np.float32)
    values[:, 1500:] = 4
    path = write_tif(tmp_path / "a.tif", values, PLANE, map_transform(PLANE, 1, -1500, 1000))
    raster = load_depths(path, BBOX)
    assert raster.frame.height < 300
    lon, lat = middle()
    lons = np.array([BBOX[0] - 2e-5, BBOX[0] + 2e-5])
    assert classes_at([raster], lons, np.repeat(lat, 2)).tolist() == [0, ExposureClass.UNDER_5_M]
    assert len(lon) == 1


def problems_of(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        load_depths(path, BBOX)
    assert all(problem.source == str(path) for problem in caught.value.problems)
    return str(caught.value)


def test_every_fault_of_a_raster_is_named(tmp_path: Path) -> None:
    path = write_tif(
        tmp_path / "a.tif", np.zeros((3, 9, 9), np.complex64), None, map_transform(PLANE, 10), None
    )
    text = problems_of(path)
    assert "coordinate reference system, found none" in text
    assert "one band, found 3" in text
    assert "real numbers, found complex64" in text


def test_a_raster_elsewhere_is_refused_with_both_extents(tmp_path: Path) -> None:
    transform = map_transform("EPSG:6690", 10, west_m=50_000)
    path = write_tif(tmp_path / "a.tif", np.zeros((9, 9), np.float32), "EPSG:6690", transform)
    text = problems_of(path)
    assert "a raster over the streets (133.5" in text
    assert "EPSG:6690" in text


def test_a_crs_of_nowhere_is_refused(tmp_path: Path) -> None:
    local = 'LOCAL_CS["site grid",UNIT["metre",1],AXIS["x",EAST],AXIS["y",NORTH]]'
    path = write_tif(tmp_path / "a.tif", np.zeros((9, 9), np.float32), local, map_transform("EPSG:6690", 10))
    assert "longitude and latitude convert to" in problems_of(path)


def test_a_missing_empty_foreign_or_truncated_file_is_refused(tmp_path: Path) -> None:
    rng = np.random.default_rng(1)
    path = write_tif(
        tmp_path / "a.tif",
        rng.random((400, 400)).astype(np.float32),
        "EPSG:6690",
        map_transform("EPSG:6690", 5),
    )
    whole = path.read_bytes()
    for content in (b"", b"lon,lat\n1,2\n", whole[:200], whole[: len(whole) // 2], whole[:8] + b"\xff" * 400):
        path.write_bytes(content)
        assert "a complete GeoTIFF" in problems_of(path)
    path.unlink()
    assert "no such file" in problems_of(path)
    with pytest.raises(InputError):
        check_raster(tmp_path)


def test_mutated_files_are_read_or_refused(tmp_path: Path) -> None:
    """Nothing but an InputError comes out of a damaged file; most mutations hit the tags at its start."""
    rng = np.random.default_rng(0)
    values = rng.random((60, 60)).astype(np.float32)
    path = write_tif(tmp_path / "a.tif", values, "EPSG:6690", map_transform("EPSG:6690", 20))
    whole = path.read_bytes()
    for _ in range(300):
        content = bytearray(whole)
        for at in rng.integers(0, rng.choice([900, len(whole)]), rng.integers(1, 7)).tolist():
            content[at] = int(rng.integers(256))
        path.write_bytes(content[: int(rng.choice([len(whole), rng.integers(len(whole))], p=[0.8, 0.2]))])
        with contextlib.suppress(InputError):
            assert len(load_depths(path, BBOX).ranks)


def test_a_raster_too_fine_for_memory_is_refused(tmp_path: Path) -> None:
    import rasterio

    transform = map_transform("EPSG:6690", 0.002)
    profile = {"width": 10**6, "height": 10**6, "count": 1, "dtype": "uint8", "tiled": True}
    with rasterio.open(
        tmp_path / "a.tif",
        "w",
        driver="GTiff",
        crs="EPSG:6690",
        transform=transform,
        sparse_ok=True,
        **profile,
    ):
        pass
    with pytest.raises(InputError, match="pixels over the streets"):
        load_depths(tmp_path / "a.tif", (BBOX[0] - 0.004, BBOX[1], BBOX[2], BBOX[3] + 0.004))
