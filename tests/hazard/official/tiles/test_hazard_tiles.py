"""Hazard tiles: exact colours, and what is not there."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from hazard.kinds import ExposureClass, HazardKind
from hazard.layers.classes import classes_at
from hazard.layers.zones.zones import NO_VALUE, ZoneRole
from hazard.official.tiles.folder import none_path, tile_path
from hazard.official.tiles.grid import MAX_TILES, frame_of_tiles, tiles_over
from hazard.official.tiles.legends import DEPTHS, LAYERS, layer_named
from hazard.official.tiles.mosaic import classes_of_pixels, load_hazard_tiles
from hazard.official.tiles.png import decode_png
from router.errors import InputError
from tests.hazard.official.tiles.png_files import as_palette, as_rgb, as_rgba, encode, rgba

BBOX = (140.880, 37.040, 140.890, 37.048)
NAME = "01_flood_l2_shinsuishin_data"
RED, BLUE = (255, 183, 183, 255), (1, 2, 3, 255)


def put(folder: Path, x: int, y: int, content: bytes | None, zoom: int = 15) -> None:
    path = tile_path(folder, NAME, zoom, x, y)
    path.parent.mkdir(parents=True, exist_ok=True)
    none_path(path).touch() if content is None else path.write_bytes(content)


@pytest.mark.parametrize("form", [as_rgba, as_palette])
def test_png_forms(form: Callable[[NDArray[np.uint8]], bytes]) -> None:
    pixels = rgba({(3, 7): RED, (200, 255): BLUE, (0, 0): (255, 216, 192, 255)})
    np.testing.assert_array_equal(decode_png(form(pixels), "test"), pixels)


def test_png_without_alpha_is_opaque() -> None:
    pixels = decode_png(as_rgb(rgba({(3, 7): RED})), "test")
    assert pixels[7, 3].tolist() == list(RED)
    assert (pixels[..., 3] == 255).all()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<html>Too many requests</html>",
        b"\x89PNG\r\n\x1a\n",
        as_rgba(rgba({}))[:-40],
        encode(np.zeros((8, 8, 4), np.uint8), 6),
        encode(np.zeros((256, 256, 8), np.uint8), 6, bits=16),
    ],
)
def test_what_is_not_a_tile(content: bytes) -> None:
    with pytest.raises(InputError):
        decode_png(content, "test")


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_mutated_tiles(data: st.DataObject) -> None:
    content = bytearray(as_palette(rgba({(3, 7): RED})))
    for _ in range(data.draw(st.integers(1, 5))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        pixels = decode_png(bytes(content), "test")
    except InputError:
        return
    assert pixels.shape == (256, 256, 4)


@pytest.mark.parametrize(("colour", "worst"), DEPTHS.items())
def test_every_colour_of_the_depth_legend(colour: tuple[int, int, int], worst: int) -> None:
    classes, strange = classes_of_pixels(rgba({(0, 0): (*colour, 255)}), DEPTHS, surveyed=True)
    assert (classes[0, 0], classes[1, 1], strange) == (worst, ExposureClass.DRY, {})


def test_a_colour_that_is_nearly_right_is_unknown_and_reported() -> None:
    classes, strange = classes_of_pixels(rgba({(0, 0): (255, 183, 184, 255)}), DEPTHS, surveyed=True)
    assert classes[0, 0] == NO_VALUE
    assert strange == {"#ffb7b8": 1}


def test_mosaic(tmp_path: Path) -> None:
    tiles = tiles_over(BBOX, 15)
    assert (tiles.columns, tiles.rows) == (2, 2)
    corners = list(tiles)
    put(tmp_path, *corners[0], as_palette(rgba({(255, 255): RED})))
    put(tmp_path, *corners[1], None)
    put(tmp_path, *corners[2], as_rgba(rgba({})))
    put(tmp_path, *corners[3], as_rgba(rgba({(0, 0): BLUE})))
    raster, report = load_hazard_tiles(tmp_path, NAME, 15, BBOX, surveyed=True)
    assert (report.tiles, report.missing, report.unknown_colours) == (4, 1, {"#010203": 1})
    ranks = raster.ranks.reshape(512, 512)
    assert ranks[255, 255] == ExposureClass.UNDER_5_M + 1
    assert set(ranks[:256, 256:].ravel().tolist()) == {0}
    assert set(ranks[256:, :256].ravel().tolist()) == {1}
    assert ranks[256, 256] == 0
    _, silent = load_hazard_tiles(tmp_path, NAME, 15, BBOX)
    assert silent.missing == 1


def test_white_is_unknown_unless_the_area_was_surveyed(tmp_path: Path) -> None:
    for x, y in tiles_over(BBOX, 15):
        put(tmp_path, x, y, as_rgba(rgba({})))
    lon, lat = np.array([140.885]), np.array([37.044])
    for surveyed, worst in ((False, ExposureClass.UNKNOWN), (True, ExposureClass.DRY)):
        raster, _ = load_hazard_tiles(tmp_path, NAME, 15, BBOX, surveyed=surveyed)
        assert classes_at([raster], lon, lat).tolist() == [worst]


def test_tiles_that_were_never_fetched_are_an_error(tmp_path: Path) -> None:
    put(tmp_path, *next(iter(tiles_over(BBOX, 15))), as_rgba(rgba({})))
    with pytest.raises(InputError, match="3 of 4 were not fetched"):
        load_hazard_tiles(tmp_path, NAME, 15, BBOX)


@given(st.floats(122, 153), st.floats(20, 45), st.integers(2, 17))
def test_pixels_are_where_the_projection_says(lon: float, lat: float, zoom: int) -> None:
    tiles = tiles_over((lon, lat, lon + 1e-6, lat + 1e-6), zoom)
    column, row = frame_of_tiles(tiles, "test").pixels(np.array([lon]), np.array([lat]))
    scale = 256 * 2**zoom
    across = (lon + 180) / 360 * scale - tiles.west * 256
    down = (1 - np.arcsinh(np.tan(np.radians(lat))) / np.pi) / 2 * scale - tiles.north * 256
    np.testing.assert_allclose((column[0], row[0]), (across, down), atol=1e-5)
    assert 0 <= column[0] < 256 * tiles.columns
    assert 0 <= row[0] < 256 * tiles.rows


@pytest.mark.parametrize(
    "bbox", [(1, 1, 0, 2), (139, 36, 141, 38), (0, 0, float("nan"), 1), (0, 80, 1, 89), (200, 0, 201, 1)]
)
def test_areas_that_are_none_or_too_large(bbox: tuple[float, float, float, float]) -> None:
    with pytest.raises(InputError, match=f"{MAX_TILES}|west < east"):
        tiles_over(bbox, 16)


def test_layers() -> None:
    assert layer_named("01_flood_l2_shinsuishin_pref_data/07").id == NAME
    assert {layer.kind for layer in LAYERS.values()} == {
        HazardKind.FLOOD,
        HazardKind.LANDSLIDE,
        HazardKind.STORM_SURGE,
        HazardKind.TSUNAMI,
        HazardKind.INLAND_FLOOD,
    }
    assert layer_named("01_flood_l2_kaokutoukai_kagan_data").role is ZoneRole.COLLAPSE
    with pytest.raises(InputError, match="without legend"):
        layer_named("01_flood_l2_kaokutokai_kagan_data")
