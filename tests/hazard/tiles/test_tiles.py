"""PMTiles: what is in them, that they are the same every time, and that nothing else is left on disk."""

import gzip
import json
import subprocess
from pathlib import Path

import numpy as np
import pytest
from pmtiles.reader import MmapSource, Reader

from hazard.kinds import ExposureClass, HazardKind
from hazard.layers.classes import load_depths
from hazard.layers.shapes import bbox_of
from hazard.sites import Site
from hazard.tiles import tippecanoe, write_tiles
from hazard.tiles.write import MARGIN_DEG, TilesSummary
from router.errors import InputError
from tests.hazard.rasters import map_transform, write_tif
from tests.maps import Town, draw

LAYERS = {"streets", "hazard", "sites", "area"}


@pytest.fixture
def town() -> Town:
    return draw(
        """
        A---B===C---D
        |   #   |   |
        E---F---G---H
        """,
        names={"AB": "本町通り"},
    )


def write(town: Town, path: Path, osm: Path | None = None) -> TilesSummary:
    """Write tiles of a drawn map: deep water in the west, unknown in the east, one site."""
    depth_m = np.zeros((120, 160), np.float32)
    depth_m[:, :60] = 2.0
    depth_m[:, 70:] = -9999
    tif = write_tif(path.parent.parent / "depth.tif", depth_m, "EPSG:6672", map_transform("EPSG:6672", 10))
    west, south, east, north = bbox_of(town.graph)
    box = (west - MARGIN_DEG, south - MARGIN_DEG, east + MARGIN_DEG, north + MARGIN_DEG)
    layers = {HazardKind.TSUNAMI: [load_depths(tif, box)]}
    site = Site(
        "E1", "松ヶ丘公園", "坂本", west, south, (HazardKind.TSUNAMI, HazardKind.FLOOD), is_shelter=True
    )
    return write_tiles(path, town.graph, layers, [site], osm)


def tile(path: Path, zoom: int, x: int, y: int) -> dict[str, list[dict[str, object]]]:
    """Return the features of a tile by layer, as tippecanoe's own decoder reads them."""
    with path.open("rb") as file:
        packed = Reader(MmapSource(file)).get(zoom, x, y)
    assert packed is not None
    raw = path.parent.parent / "tile.pbf"
    raw.write_bytes(gzip.decompress(packed))
    program = tippecanoe.PROGRAM.with_name("tippecanoe-decode")
    command = [program, str(raw), str(zoom), str(x), str(y)]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return {part["properties"]["layer"]: part["features"] for part in json.loads(said)["features"]}


def tile_over(lon: float, lat: float, zoom: int) -> tuple[int, int]:
    n = 2**zoom
    y = (1 - np.arcsinh(np.tan(np.radians(lat))) / np.pi) / 2
    return int((lon + 180) / 360 * n), int(y * n)


def folder_for(tmp_path: Path) -> Path:
    folder = tmp_path / "region"
    folder.mkdir()
    return folder


def test_tiles_hold_streets_zones_and_sites(town: Town, tmp_path: Path) -> None:
    path = folder_for(tmp_path) / "tiles.pmtiles"
    summary = write(town, path)
    assert summary.size_bytes == path.stat().st_size
    assert summary.features["streets"] == town.graph.n_streets
    lon, lat = (float(v[0]) / 1e7 for v in (town.graph.node_lon_e7, town.graph.node_lat_e7))
    layers = tile(path, 12, *tile_over(lon, lat, 12))
    assert set(layers) == {"hazard", "sites"}  # only small streets here: from zoom 13 on
    layers = tile(path, 14, *tile_over(lon, lat, 14))
    streets = {one["id"]: one["properties"] for one in layers["streets"]}  # type: ignore[index]
    assert len(streets) == town.graph.n_streets
    street = int(town.graph.edge_street[town.edge("A", "B")])
    assert streets[street] == {"class": "residential", "name": "本町通り"}
    assert streets[int(town.graph.edge_street[town.edge("B", "C")])]["bridge"] is True
    assert streets[int(town.graph.edge_street[town.edge("B", "F")])]["class"] == "steps"
    (site,) = layers["sites"]
    assert site["properties"] == {
        "id": "E1", "name": "松ヶ丘公園", "flood": True, "tsunami": True, "is_shelter": True
    }  # fmt: skip
    classes = {one["properties"]["class"] for one in layers["hazard"]}  # type: ignore[index]
    assert classes == {ExposureClass.UNDER_3_M, ExposureClass.UNKNOWN}


def test_same_bytes_wherever_they_are_made(town: Town, tmp_path: Path) -> None:
    first, second = tmp_path / "a" / "x" / "tiles.pmtiles", tmp_path / "b" / "long name" / "tiles.pmtiles"
    for path in (first, second):
        path.parent.mkdir(parents=True)
        write(town, path)
    assert first.read_bytes() == second.read_bytes()
    assert b"/" + tmp_path.name.encode() not in first.read_bytes()


def test_nothing_else_is_left(town: Town, tmp_path: Path) -> None:
    folder = folder_for(tmp_path)
    write(town, folder / "tiles.pmtiles")
    assert [path.name for path in folder.iterdir()] == ["tiles.pmtiles"]


def test_a_failure_leaves_the_old_file(town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = folder_for(tmp_path)
    old = folder / "tiles.pmtiles"
    old.write_bytes(b"old")
    broken = tmp_path / "broken.osm.pbf"
    broken.write_bytes(b"no pbf")
    with pytest.raises(InputError, match=r"broken\.osm\.pbf"):
        write(town, old, broken)
    monkeypatch.setattr(tippecanoe, "OPTIONS", ("--no-such-option",))
    with pytest.raises(InputError, match="tippecanoe: expected map tiles, found"):
        write(town, old)
    monkeypatch.setattr(tippecanoe, "PROGRAM", tmp_path / "absent")
    with pytest.raises(InputError, match="absent"):
        write(town, old)
    assert [path.name for path in folder.iterdir()] == ["tiles.pmtiles"]
    assert old.read_bytes() == b"old"


def test_the_town_has_all_layers(town_region: Path) -> None:
    with (town_region / "tiles.pmtiles").open("rb") as file:
        reader = Reader(MmapSource(file))
        header, metadata = reader.header(), reader.metadata()
    assert (header["min_zoom"], header["max_zoom"]) == (10, 16)
    assert {layer["id"] for layer in metadata["vector_layers"]} == LAYERS
    assert (town_region / "tiles.pmtiles").stat().st_size < 3_000_000
    x, y = tile_over(141.2995, 37.3045, 15)
    kinds = {one["properties"]["kind"] for one in tile(town_region / "tiles.pmtiles", 15, x, y)["area"]}  # type: ignore[index]
    assert {"residential", "building", "quarter"} <= kinds
