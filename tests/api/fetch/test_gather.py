"""Everything for some streets in one call: fetched once, resumed, read without a network."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from api.fetch.ask import Manners
from api.fetch.gather import Gathered, Services, Wanted, bbox_of_streets, gather
from hazard.kinds import ExposureClass
from hazard.layers.classes import classes_at
from hazard.official.sites.read import read_places
from hazard.official.tiles.dem import load_dem_tiles
from hazard.official.tiles.mosaic import load_hazard_tiles
from router.errors import InputError
from tests.api.fetch.tile_server import Answer, TileServer, serve
from tests.hazard.build.sources import HEADER, ROWS
from tests.hazard.official.sites.lists import SHELTERS_HEADER, STAY
from tests.hazard.official.tiles.png_files import as_rgb, as_rgba, rgba
from tests.router.osm_files import grid, osm_xml

NAME = "01_flood_l2_shinsuishin_data"
WANTED = Wanted(hazard_layers=(NAME,), dem_sets=("dem5a_png",))
QUICK = Manners(interval_s=0.0, timeout_s=5.0, attempts=2, longest_pause_s=0.05)
BBOX = (133.5, 33.495, 133.506, 33.5)
WET = (200, {}, as_rgba(rgba({(x, y): (255, 183, 183, 255) for x in range(256) for y in range(256)})))
FLAT = (200, {}, as_rgb(np.full((256, 256, 4), 5, np.uint8)))
SITES = (200, {}, "\n".join([HEADER, *ROWS]).encode())
STAYS = (
    200,
    {},
    ("\n".join([",".join(SHELTERS_HEADER), ",".join(STAY.get(n, "") for n in SHELTERS_HEADER)])).encode(),
)


class Everything(dict[str, list[Answer | None]]):
    """Answers to every tile of the two layers, and the two lists."""

    def __missing__(self, path: str) -> list[Answer | None]:
        return [WET if NAME in path else FLAT]

    def get(self, path: str, default: object = None) -> list[Answer | None]:  # type: ignore[override]
        return self[path]


@pytest.fixture
def server() -> Iterator[TileServer]:
    with serve() as running:
        running.answers = Everything({"/sites.csv": [SITES], "/shelters.csv": [STAYS]})
        yield running


def services(server: TileServer) -> Services:
    base = f"http://127.0.0.1:{server.port}"
    return Services(server.url, server.url, f"{base}/sites.csv", f"{base}/shelters.csv", QUICK, QUICK)


def run(server: TileServer, folder: Path) -> Gathered:
    return gather(folder, BBOX, WANTED, services(server))


def test_the_folder_serves_every_reader_without_a_network(server: TileServer, tmp_path: Path) -> None:
    found = run(server, tmp_path)
    raster, _ = load_hazard_tiles(tmp_path / "hazard", NAME, WANTED.hazard_zoom, found.bbox)
    lon, lat = np.array([133.503]), np.array([33.4975])
    assert classes_at([raster], lon, lat).tolist() == [ExposureClass.UNDER_5_M]
    heights = load_dem_tiles(tmp_path / "dem", "dem5a_png", 15, found.bbox)
    assert np.isfinite(heights.height_m).all()
    assert [len(read_places(path).records) for path in found.lists] == [5, 1]
    assert (
        (tmp_path / "licences.json").read_text(encoding="utf-8").count("licence") == len(found.sources) == 4
    )


def test_nothing_is_asked_twice(server: TileServer, tmp_path: Path) -> None:
    run(server, tmp_path)
    asked = len(server.asked)
    again = run(server, tmp_path)
    assert len(server.asked) == asked
    assert {count.fetched for count in (*again.hazard.values(), *again.dem.values())} == {0}


def test_an_interrupted_call_goes_on(server: TileServer, tmp_path: Path) -> None:
    server.answers["/sites.csv"] = [(503, {}, b"")]
    with pytest.raises(InputError, match="503"):
        run(server, tmp_path)
    tiles = len(server.asked)
    assert not (tmp_path / "sites.csv").exists()
    server.answers["/sites.csv"] = [SITES]
    run(server, tmp_path)
    assert {path for _, path, _ in server.asked[tiles:]} == {"/sites.csv", "/shelters.csv"}


def test_only_what_is_wanted(server: TileServer, tmp_path: Path) -> None:
    wanted = replace(WANTED, hazard_layers=(), places=False)
    found = gather(tmp_path, BBOX, wanted, services(server))
    assert (found.hazard, found.lists, len(found.sources)) == ({}, (), 1)


def test_an_area_that_is_too_large_asks_nothing(server: TileServer, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="at most"):
        gather(tmp_path, (139.0, 36.0, 141.0, 38.0), WANTED, services(server))
    assert server.asked == []


def test_the_box_of_streets(tmp_path: Path) -> None:
    path = tmp_path / "town.osm"
    path.write_text(osm_xml(grid(7, 6), {1: ([1, 2], {"highway": "residential"})}), encoding="utf-8")
    assert bbox_of_streets(path) == pytest.approx((133.5, 33.495, 133.506, 33.5))
    path.write_text("<osm version='0.6'/>")
    with pytest.raises(InputError, match="with nodes"):
        bbox_of_streets(path)
    with pytest.raises(InputError):
        bbox_of_streets(tmp_path / "none.osm")
