"""`nigemichi build --place`: streets, tiles, elevation and lists in one command; resumed; offline."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.cli.main import app
from hazard.kinds import HazardKind
from hazard.region import load_region
from router.graph import NO_ELEVATION_CM
from tests.api.fetch.test_gather import FLAT, NAME, SITES, STAYS, WET, Everything
from tests.api.fetch.tile_server import TileServer
from tests.api.fetch.tile_server import serve as serve_tiles
from tests.api.overpass import PLACE as KOCHI
from tests.api.overpass import Loopback, elements_answer, place_answer, serve

WEST, SOUTH, EAST, NORTH = 133.5, 33.495, 133.506, 33.5
CORNERS = {1: (WEST, SOUTH), 2: (EAST, SOUTH), 3: (EAST, NORTH), 4: (WEST, NORTH)}
STREETS = [
    *({"type": "node", "id": i, "lon": lon, "lat": lat} for i, (lon, lat) in CORNERS.items()),
    {"type": "way", "id": 9, "nodes": [1, 2, 3, 4, 1], "tags": {"highway": "residential"}},
]
FLOOD = HazardKind.FLOOD


@pytest.fixture
def servers(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[tuple[Loopback, TileServer]]:
    """Serve everything on loopback, and tell it through the environment, as a user would."""
    ring = [[list(CORNERS[i]) for i in (1, 2, 3, 4, 1)]]
    place = KOCHI | {"geojson": {"type": "Polygon", "coordinates": ring}}
    streets = Loopback(overpass=[elements_answer(STREETS)], nominatim=[place_answer(place)])
    with serve(streets), serve_tiles() as tiles:
        tiles.answers = Everything({"/sites.csv": [SITES], "/shelters.csv": [STAYS]})
        base = f"http://127.0.0.1:{tiles.port}"
        for name, value in {
            "overpass_url": f"{streets.url}/api",
            "nominatim_url": streets.url,
            "hazard_url": tiles.url,
            "dem_url": tiles.url,
            "sites_url": f"{base}/sites.csv",
            "shelters_url": f"{base}/shelters.csv",
            "interval_s": "0",
            "pause_s": "0",
            "attempts": "2",
            "timeout_s": "5",
            "dem_sets": '["dem5a_png"]',
            "cache_dir": str(tmp_path / "cache"),
        }.items():
            monkeypatch.setenv(f"NIGEMICHI_FETCH_{name.upper()}", value)
        yield streets, tiles


def build(out: Path, *more: str) -> tuple[int, str]:
    arguments = ["build", str(out), "--name", "町", "--place", "高知市", "--hazard-tiles", NAME, "--no-tiles"]
    result = CliRunner().invoke(app, [*arguments, *more])
    return result.exit_code, result.output


def test_one_command_fetches_everything(servers: tuple[Loopback, TileServer], tmp_path: Path) -> None:
    code, said = build(tmp_path / "region", "--covered", f"flood={WEST},{SOUTH},{EAST},{NORTH}")
    assert code == 0, said
    region = load_region(tmp_path / "region")
    assert list(region.exposures) == [FLOOD]
    assert (region.graph.node_elevation_cm != NO_ELEVATION_CM).all()
    assert {site.name for site in region.sites} >= {"東小学校"}
    titles = {source.title: source for source in region.sources}
    assert {"OpenStreetMap", "重ねるハザードマップ", "標高タイル", "指定緊急避難場所データ"} <= titles.keys()
    assert all(source.licence and source.credit for source in region.sources)
    assert "取得" in (titles["重ねるハザードマップ"].date or "")
    assert "Sources and licences" in said
    assert all(word in said for word in ("ODbL 1.0", "公共データ利用規約"))
    assert json.loads((tmp_path / "cache/licences.json").read_text(encoding="utf-8"))


def test_again_asks_for_nothing_and_offline_works(
    servers: tuple[Loopback, TileServer], tmp_path: Path
) -> None:
    streets, tiles = servers
    assert build(tmp_path / "one")[0] == 0
    asked = (len(streets.queries), len(streets.places), len(tiles.asked))
    assert build(tmp_path / "two")[0] == 0
    assert build(tmp_path / "three", "--offline")[0] == 0
    assert (len(streets.queries), len(streets.places), len(tiles.asked)) == asked
    one, three = load_region(tmp_path / "one"), load_region(tmp_path / "three")
    assert one.graph.digest == three.graph.digest
    assert one.exposures[FLOOD].worst_class.tolist() == three.exposures[FLOOD].worst_class.tolist()


def test_a_broken_server_is_told_and_the_next_call_goes_on(
    servers: tuple[Loopback, TileServer], tmp_path: Path
) -> None:
    _, tiles = servers
    whole, calls = tiles.answers, []

    class Breaking(Everything):
        def get(self, path: str, default: object = None) -> list:  # type: ignore[override, type-arg]
            calls.append(path)
            return [None] if len(calls) > 2 else self[path]

    tiles.answers = Breaking()
    code, said = build(tmp_path / "region")
    assert code == 2
    assert "an answer within 2 attempts" in " ".join(said.split())
    assert not (tmp_path / "region").exists()
    tiles.answers = whole
    before = len(tiles.asked)
    assert build(tmp_path / "region")[0] == 0
    again = [path for _, path, _ in tiles.asked[before:]]
    assert not set(calls[:2]) & set(again), "what was whole is not asked for twice"


def test_a_busy_server_is_waited_for(servers: tuple[Loopback, TileServer], tmp_path: Path) -> None:
    _, tiles = servers
    busy = (429, {"Retry-After": "0"}, b"")
    turns: dict[str, list] = {}  # type: ignore[type-arg]

    class Busy(Everything):
        def get(self, path: str, default: object = None) -> list:  # type: ignore[override, type-arg]
            if path in self.keys():
                return self[path]
            return turns.setdefault(path, [busy, WET if NAME in path else FLAT])

    tiles.answers = Busy({"/sites.csv": [SITES], "/shelters.csv": [STAYS]})
    code, said = build(tmp_path / "region")
    assert code == 0, said


def test_a_server_that_drips_is_left_and_nothing_is_built(
    servers: tuple[Loopback, TileServer], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, tiles = servers
    tiles.slow_s = 0.05
    monkeypatch.setenv("NIGEMICHI_FETCH_TILE_TIMEOUT_S", "0.3")
    code, said = build(tmp_path / "region")
    assert code == 2
    assert "attempts" in said
    assert not (tmp_path / "region").exists()
    tiles.slow_s = 0.0
    monkeypatch.setenv("NIGEMICHI_FETCH_TILE_TIMEOUT_S", "5")
    assert build(tmp_path / "region")[0] == 0


def test_a_town_s_own_file_keeps_its_own_source(servers: tuple[Loopback, TileServer], tmp_path: Path) -> None:
    people = tmp_path / "people.csv"
    people.write_text("lon,lat,population\n133.503,33.4975,12\n")
    own = ("--population", str(people))
    code, said = build(tmp_path / "region", *own, "--source", f"{people}=人口||CC BY 4.0|高知市")
    assert code == 0, said
    told = {source.title: source for source in load_region(tmp_path / "region").sources}
    assert (told["人口"].date, told["人口"].credit) == (None, "高知市")
    assert "取得" in (told["OpenStreetMap"].date or "")


def test_an_environment_that_makes_no_sense_is_told(
    servers: tuple[Loopback, TileServer], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NIGEMICHI_FETCH_ATTEMPTS", "many")
    monkeypatch.setenv("NIGEMICHI_FETCH_HAZARD_ZOOM", "99")
    code, said = build(tmp_path / "region")
    assert code == 2
    assert "NIGEMICHI_FETCH_ATTEMPTS" in said
    assert "NIGEMICHI_FETCH_HAZARD_ZOOM" in said


def test_offline_without_a_cache_says_what_is_missing(
    servers: tuple[Loopback, TileServer], tmp_path: Path
) -> None:
    code, said = build(tmp_path / "region", "--offline", "--cache", str(tmp_path / "empty"))
    assert code == 2
    assert "sites.csv" in said
    assert not (tmp_path / "region").exists()
