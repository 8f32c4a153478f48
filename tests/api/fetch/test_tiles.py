"""Fetching tiles from a server that is friendly, busy, slow and broken."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from api.fetch.ask import Manners
from api.fetch.file import fetch_file
from api.fetch.tiles import FetchCount, TileService, fetch_layers, fetch_tiles
from hazard.official.tiles.grid import tiles_over
from hazard.official.tiles.mosaic import load_hazard_tiles
from router.errors import InputError
from tests.api.fetch.tile_server import Answer, TileServer, serve
from tests.hazard.official.tiles.png_files import as_palette, rgba

BBOX = (140.880, 37.040, 140.890, 37.048)
TILES = tiles_over(BBOX, 15)
NAME = "01_flood_l2_shinsuishin_data"
TILE = as_palette(rgba({(3, 7): (255, 183, 183, 255)}))
GOOD = (200, {"Content-Type": "image/png"}, TILE)
QUICK = Manners(interval_s=0.0, timeout_s=2.0, attempts=3, longest_pause_s=0.05)


@pytest.fixture
def server() -> Iterator[TileServer]:
    with serve() as running:
        for x, y in list(TILES)[:3]:
            running.answers[f"/{NAME}/15/{x}/{y}.png"] = [GOOD]
        yield running


def service(server: TileServer, manners: Manners = QUICK) -> TileService:
    return TileService(url=server.url, manners=manners)


def first(server: TileServer) -> str:
    return next(iter(server.answers))


def test_fetch_then_offline(server: TileServer, tmp_path: Path) -> None:
    seen = []
    count = fetch_tiles(
        tmp_path, NAME, TILES, service(server), lambda done, total: seen.append((done, total))
    )
    assert count == FetchCount(fetched=3, kept=0, missing=1)
    assert seen == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert {agent for _, _, agent in server.asked} == {QUICK.user_agent}
    raster, report = load_hazard_tiles(tmp_path, NAME, 15, BBOX)
    assert (report.tiles, report.missing) == (4, 1)
    assert (raster.ranks == 8).sum() == 3


def test_nothing_is_asked_twice_not_even_what_is_not_there(server: TileServer, tmp_path: Path) -> None:
    fetch_tiles(tmp_path, NAME, TILES, service(server))
    again = fetch_layers(tmp_path, [NAME], TILES, service(server))
    assert again == {NAME: FetchCount(fetched=0, kept=4, missing=1)}
    assert set(server.count().values()) == {1}


def test_never_faster_than_the_interval(server: TileServer, tmp_path: Path) -> None:
    fetch_tiles(tmp_path, NAME, TILES, service(server, replace(QUICK, interval_s=0.05)))
    times = [at for at, _, _ in server.asked]
    assert times[-1] - times[0] >= 0.05 * (len(times) - 1) - 0.02


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_busy_server_is_asked_again(server: TileServer, tmp_path: Path, status: int) -> None:
    server.answers[first(server)] = [(status, {"Retry-After": "0"}, b""), (status, {}, b""), GOOD]
    assert fetch_tiles(tmp_path, NAME, TILES, service(server)).fetched == 3
    assert server.count()[first(server)] == 3


def test_retry_after_is_kept(server: TileServer, tmp_path: Path) -> None:
    server.answers[first(server)] = [(429, {"Retry-After": "1"}, b""), GOOD]
    fetch_tiles(tmp_path, NAME, TILES, service(server, replace(QUICK, longest_pause_s=0.2)))
    times = [at for at, path, _ in server.asked if path == first(server)]
    assert times[1] - times[0] >= 0.19


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        ((503, {}, b""), "within 3 attempts, found status 503"),
        (None, "within 3 attempts, found no whole answer"),
        ((403, {}, b""), "status 403"),
        ((200, {}, b"<html>"), "complete PNG tile"),
        ((200, {}, TILE[:-30]), "complete PNG tile"),
    ],
)
def test_what_was_fetched_stays_and_the_next_call_goes_on(
    server: TileServer, tmp_path: Path, answer: Answer | None, message: str
) -> None:
    third = list(server.answers)[2]
    server.answers[third] = [answer]
    with pytest.raises(InputError, match=message):
        fetch_tiles(tmp_path, NAME, TILES, service(server))
    assert sorted(path.suffix for path in tmp_path.rglob("*") if path.is_file()) == [".png", ".png"]
    server.answers[third] = [GOOD]
    assert fetch_tiles(tmp_path, NAME, TILES, service(server)) == FetchCount(fetched=1, kept=2, missing=1)


def test_a_server_that_drips_is_left(server: TileServer, tmp_path: Path) -> None:
    server.slow_s = 0.02
    with pytest.raises(InputError, match="no whole answer"):
        fetch_tiles(tmp_path, NAME, TILES, service(server, replace(QUICK, timeout_s=0.2, attempts=1)))


def test_no_server(tmp_path: Path) -> None:
    nobody = TileService(url="http://127.0.0.1:9/{layer}/{z}/{x}/{y}.png", manners=QUICK)
    with pytest.raises(InputError, match="ConnectionError"):
        fetch_tiles(tmp_path, NAME, TILES, nobody)


def test_a_folder_that_cannot_be_written(server: TileServer, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    with pytest.raises(InputError, match="a folder to keep answers in"):
        fetch_tiles(blocked, NAME, TILES, service(server))


def test_one_file_once(server: TileServer, tmp_path: Path) -> None:
    server.answers["/mergeFromCity_2.csv"] = [(200, {}, b"NO\n1\n")]
    url = f"http://127.0.0.1:{server.port}/mergeFromCity_2.csv"
    path = tmp_path / "cache" / "sites.csv"
    assert [fetch_file(url, path, QUICK), fetch_file(url, path, QUICK)] == [True, False]
    assert path.read_bytes() == b"NO\n1\n"
    with pytest.raises(InputError, match="404"):
        fetch_file(f"{url}.old", tmp_path / "other.csv", QUICK)
    assert not (tmp_path / "other.csv").exists()
