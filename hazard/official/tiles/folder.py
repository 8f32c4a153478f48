"""A folder of tiles: ``layer/zoom/x/y.png``; an empty ``y.none`` where the service has no tile there.

What was never asked for has neither, and is an error: an interrupted download must not look like "no danger".
"""

from collections.abc import Iterator
from pathlib import Path

from hazard.official.tiles.grid import TileRange
from router.errors import InputError, Problem


def tile_path(folder: Path, layer: str, zoom: int, x: int, y: int, suffix: str = ".png") -> Path:
    """Return where a tile is kept."""
    return folder / layer / str(zoom) / str(x) / f"{y}{suffix}"


def none_path(path: Path) -> Path:
    """Return the mark that stands in place of a tile that does not exist (the service answered 404)."""
    return path.with_suffix(".none")


def read_tiles(
    folder: Path, layer: str, tiles: TileRange, suffix: str = ".png"
) -> Iterator[tuple[int, int, bytes | None]]:
    """Yield (x, y, content) of every tile of a range; None where the service has none.

    Raises
    ------
    InputError
        If tiles of the range were never fetched.
    """
    missing = [
        (x, y)
        for x, y in tiles
        if not (path := tile_path(folder, layer, tiles.zoom, x, y, suffix)).is_file()
        and not none_path(path).is_file()
    ]
    if missing:
        found = f"{len(missing)} of {len(tiles)} were not fetched, the first {missing[0][0]}/{missing[0][1]}"
        raise InputError(Problem(str(folder / layer), f"zoom {tiles.zoom}", "every tile of the area", found))
    for x, y in tiles:
        path = tile_path(folder, layer, tiles.zoom, x, y, suffix)
        yield x, y, path.read_bytes() if path.is_file() else None
