"""What a build fetches first: streets, hazard tiles, elevation and lists, kept in a cache."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn

from api.cli.building.options import OSM_SOURCE
from api.cli.building.reading import BBox
from api.cli.group import err
from api.fetch import fetch_bbox, fetch_place
from api.fetch.environment import FetchEnvironment
from api.fetch.gather import Gathered, Wanted, bbox_of_streets, gather
from hazard.build import BuildInputs, TileInput, default_sources
from hazard.region import Source

FETCHED_NAME = "streets.osm"


@dataclass(frozen=True, slots=True)
class Order:
    """What to fetch.

    Attributes
    ----------
    place : str or None
    bbox : tuple of float or None
        One of them, or neither where the streets are at hand.
    layers : tuple of str
        Hazard tiles.
    dem : bool
    lists : bool
    cache : Path or None
    offline : bool
    """

    place: str | None = None
    bbox: BBox | None = None
    layers: tuple[str, ...] = ()
    dem: bool = False
    lists: bool = False
    cache: Path | None = None
    offline: bool = False

    @property
    def streets(self) -> bool:
        """Whether the streets are to be fetched."""
        return self.place is not None or self.bbox is not None

    @property
    def around(self) -> bool:
        """Whether anything besides the streets is wanted."""
        return bool(self.layers) or self.dem or self.lists


@contextmanager
def fetched(inputs: BuildInputs, order: Order) -> Iterator[BuildInputs]:
    """Give inputs with everything on disk, for as long as the build needs it."""
    environment = FetchEnvironment.read()
    cache = order.cache or environment.cache_dir
    with tempfile.TemporaryDirectory(prefix="nigemichi-") as folder:
        ready = inputs
        if order.streets:
            ready = replace(inputs, osm=_streets(Path(folder) / FETCHED_NAME, order, environment, cache))
        if order.around:
            ready = _with_area(ready, order, environment, cache)
        yield ready


def _streets(file: Path, order: Order, environment: FetchEnvironment, cache: Path) -> Path:
    settings = environment.streets(cache)
    with err.status(f"Fetching streets: {order.place or order.bbox}"):
        if order.place is not None:
            found = fetch_place(order.place, file, settings)
        else:
            found = fetch_bbox(order.bbox or (), file, settings)
    err.print(f"Fetched {found.nodes:,} nodes and {found.ways:,} ways")
    return file


def _with_area(inputs: BuildInputs, order: Order, environment: FetchEnvironment, cache: Path) -> BuildInputs:
    """Fetch what belongs to the streets, and add it to the inputs with its sources."""
    wanted = Wanted(order.layers, environment.hazard_zoom, environment.dem_sets * order.dem, order.lists)
    names = ("sites.csv", "shelters.csv") if order.lists else ()
    lists = tuple(cache / name for name in names)
    if not order.offline:
        gathered = _gather(cache, bbox_of_streets(inputs.osm), wanted, environment)
        lists = gathered.lists
    tiles = TileInput(cache / "hazard", order.layers, wanted.hazard_zoom)
    ready = replace(
        inputs,
        hazard_tiles=(*inputs.hazard_tiles, tiles) if order.layers else inputs.hazard_tiles,
        dem=(*inputs.dem, cache / "dem") if order.dem else inputs.dem,
        shelters=(*inputs.shelters, *lists),
    )
    own = default_sources(inputs)[0 if not order.streets else 1 :]
    given = () if inputs.sources is None else inputs.sources
    return replace(ready, sources=(*_dated(ready, own, cache), *given))


def _gather(cache: Path, bbox: BBox, wanted: Wanted, environment: FetchEnvironment) -> Gathered:
    columns = (TextColumn("{task.description:<40}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=err) as bars:
        tasks: dict[str, TaskID] = {}

        def update(what: str, done: int, total: int) -> None:
            if what not in tasks:
                tasks[what] = bars.add_task(what, total=total)
            bars.update(tasks[what], completed=done)

        return gather(cache, bbox, wanted, environment.services(), update)


def _dated(inputs: BuildInputs, own: tuple[Source, ...], cache: Path) -> Iterator[Source]:
    """Yield all sources; what was fetched has no date of its own, so it gets the day of fetching."""
    day = _day(cache / "licences.json")
    for source in default_sources(inputs):
        plain = OSM_SOURCE if source not in own and source.licence == OSM_SOURCE.licence else source
        yield source if source in own else replace(plain, date=source.date or day)


def _day(path: Path) -> str | None:
    if not path.is_file():
        return None
    return f"{datetime.fromtimestamp(path.stat().st_mtime, UTC):%Y-%m-%d}取得"
