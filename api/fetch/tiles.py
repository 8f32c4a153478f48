"""Fetch map tiles into a folder, politely: one at a time, none twice, and on from where it stopped.

The folder is what `hazard.official.tiles` reads without a network. A tile is written aside and renamed when
it is whole; where the service says 404, a mark is left, so that it is not asked again.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import requests

from api.fetch.ask import Asker, Check, Manners
from hazard.official.tiles.folder import none_path, tile_path
from hazard.official.tiles.grid import TileRange
from hazard.official.tiles.png import decode_png
from router.errors import InputError, Problem

HAZARD_URL = "https://disaportaldata.gsi.go.jp/raster/{layer}/{z}/{x}/{y}.png"
GSI_URL = "https://cyberjapandata.gsi.go.jp/xyz/{layer}/{z}/{x}/{y}.png"
SITES_URL = "https://cyberjapandata.gsi.go.jp/xyz/{layer}/{z}/{x}/{y}.geojson"
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class TileService:
    """Where tiles come from.

    Attributes
    ----------
    url : str
        With ``{layer} {z} {x} {y}``.
    check : callable
        Raises an InputError for a body that is not a whole tile.
    manners : Manners
    """

    url: str = HAZARD_URL
    check: Check = decode_png
    manners: Manners = field(default_factory=Manners)


@dataclass(frozen=True, slots=True)
class FetchCount:
    """What one call did: tiles fetched now, kept from before, and not existing at the service."""

    fetched: int
    kept: int
    missing: int


def fetch_tiles(
    folder: Path,
    layer: str,
    tiles: TileRange,
    service: TileService | None = None,
    progress: Progress = lambda done, total: None,
) -> FetchCount:
    """Fetch what the folder does not have yet.

    Parameters
    ----------
    folder : Path
        Cache; made if it is not there.
    layer : str
    tiles : TileRange
    service : TileService, optional
    progress : callable
        Called with (done, total) after every tile.

    Returns
    -------
    FetchCount

    Raises
    ------
    InputError
        If the server stays busy, breaks off, or answers something else. What was fetched stays; calling again
        goes on.
    """
    service = service or TileService()
    suffix = Path(urlsplit(service.url).path).suffix
    fetched = kept = missing = 0
    with requests.Session() as session:
        asker = Asker(session, service.manners)
        for done, (x, y) in enumerate(tiles, start=1):
            path = tile_path(folder, layer, tiles.zoom, x, y, suffix)
            if path.is_file() or none_path(path).is_file():
                kept += 1
            else:
                content = asker.ask(service.url.format(layer=layer, z=tiles.zoom, x=x, y=y), service.check)
                keep(path, content)
                fetched += content is not None
            missing += not path.is_file()
            progress(done, len(tiles))
    return FetchCount(fetched, kept, missing)


def fetch_layers(
    folder: Path,
    layers: Iterable[str],
    tiles: TileRange,
    service: TileService | None = None,
    progress: Progress = lambda done, total: None,
) -> dict[str, FetchCount]:
    """Fetch several layers one after the other; see `fetch_tiles`."""
    return {layer: fetch_tiles(folder, layer, tiles, service, progress) for layer in layers}


def keep(path: Path, content: bytes | None) -> None:
    """Keep an answer, or the mark that there is none; whole or not at all."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if content is None:
            none_path(path).touch()
            return
        aside = path.with_suffix(f"{path.suffix}.part")
        aside.write_bytes(content)
        aside.replace(path)
    except OSError as error:
        raise InputError(Problem(str(path), "", "a folder to keep answers in", str(error))) from error
