"""Fetch everything that belongs to some streets into one folder: hazard tiles, elevation, lists of places.

The folder is a cache: what is there is not asked for again, and an interrupted call goes on where it
stopped::

    FOLDER/hazard/{layer}/{z}/{x}/{y}.png      重ねるハザードマップ
    FOLDER/dem/{set}/{z}/{x}/{y}.png           国土地理院 標高タイル
    FOLDER/sites.csv, FOLDER/shelters.csv      国土地理院 指定緊急避難場所, 指定避難所
    FOLDER/licences.json                       what may be done with it, and what must be said
"""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path

import osmium

from api.fetch.ask import Manners
from api.fetch.file import FILE_MANNERS, SHELTERS_CSV_URL, SITES_CSV_URL, fetch_file
from api.fetch.tiles import GSI_URL, HAZARD_URL, FetchCount, TileService, fetch_tiles, keep
from hazard.layers.frame import BBox
from hazard.official.tiles.dem import DEM_ZOOM
from hazard.official.tiles.grid import TileRange, tiles_over
from hazard.official.tiles.legends import LAYERS
from hazard.region import Source
from router.errors import InputError, Problem

MARGIN_DEG = 0.004
"""The build reads layers a little beyond the streets (`hazard.tiles.write.MARGIN_DEG` and two pixels)."""
HAZARD_ZOOM = 15
"""4 m a pixel in Fukushima: the depth maps have a 5 m mesh."""
HAZARD_SOURCE = Source(
    "重ねるハザードマップ",
    None,
    "公共データ利用規約（第1.0版）",
    "「ハザードマップポータルサイト」を加工して作成",
)
DEM_SOURCE = Source("標高タイル", None, "国土地理院コンテンツ利用規約", "国土地理院")
SITES_SOURCE = Source("指定緊急避難場所データ", None, "国土地理院コンテンツ利用規約", "国土地理院、市区町村")
SHELTERS_SOURCE = Source("指定避難所データ", None, "国土地理院コンテンツ利用規約", "国土地理院、市区町村")

Progress = Callable[[str, int, int], None]
"""Called with what is fetched, how much is done, and of how much."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to fetch.

    Attributes
    ----------
    hazard_layers : tuple of str
        Layers of 重ねるハザードマップ.
    hazard_zoom : int
    dem_sets : tuple of str
        Elevation sets, the finest first.
    places : bool
        The two national lists.
    """

    hazard_layers: tuple[str, ...] = tuple(LAYERS)
    hazard_zoom: int = HAZARD_ZOOM
    dem_sets: tuple[str, ...] = ("dem5a_png", "dem_png")
    places: bool = True


@dataclass(frozen=True, slots=True)
class Services:
    """Where it comes from."""

    hazard_url: str = HAZARD_URL
    dem_url: str = GSI_URL
    sites_url: str = SITES_CSV_URL
    shelters_url: str = SHELTERS_CSV_URL
    tile_manners: Manners = field(default_factory=Manners)
    file_manners: Manners = FILE_MANNERS


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the folder holds now.

    Attributes
    ----------
    bbox : tuple of float
        The area, margin included.
    hazard, dem : dict of str to FetchCount
        By layer and set.
    lists : tuple of Path
        Lists of places.
    sources : tuple of Source
        For the manifest of a region.
    """

    bbox: BBox
    hazard: dict[str, FetchCount]
    dem: dict[str, FetchCount]
    lists: tuple[Path, ...]
    sources: tuple[Source, ...]


def gather(
    folder: Path,
    bbox: BBox,
    wanted: Wanted | None = None,
    services: Services | None = None,
    progress: Progress = lambda what, done, total: None,
) -> Gathered:
    """Fetch everything for an area.

    Parameters
    ----------
    folder : Path
        The cache; made if it is not there.
    bbox : tuple of float
        Of the streets (`bbox_of_streets`); grown by a margin.
    wanted : Wanted, optional
    services : Services, optional
    progress : callable

    Returns
    -------
    Gathered

    Raises
    ------
    InputError
        If a server does not give what it should. What was fetched stays; calling again goes on.
    """
    wanted, services = wanted or Wanted(), services or Services()
    west, south, east, north = bbox
    wide = (west - MARGIN_DEG, south - MARGIN_DEG, east + MARGIN_DEG, north + MARGIN_DEG)
    ranges = {name: tiles_over(wide, wanted.hazard_zoom) for name in wanted.hazard_layers}
    heights = {name: tiles_over(wide, DEM_ZOOM[name]) for name in wanted.dem_sets}
    hazard = _fetch_all(
        folder / "hazard", ranges, TileService(services.hazard_url, manners=services.tile_manners), progress
    )
    dem = _fetch_all(
        folder / "dem", heights, TileService(services.dem_url, manners=services.tile_manners), progress
    )
    lists = []
    for name, url in (("sites.csv", services.sites_url), ("shelters.csv", services.shelters_url)):
        if wanted.places:
            progress(name, 0, 1)
            fetch_file(url, folder / name, services.file_manners)
            progress(name, 1, 1)
            lists.append(folder / name)
    sources = _sources(wanted)
    rows = [asdict(source) for source in sources]
    keep(folder / "licences.json", (json.dumps(rows, ensure_ascii=False, indent=1) + "\n").encode())
    return Gathered(wide, hazard, dem, tuple(lists), sources)


def bbox_of_streets(path: Path) -> BBox:
    """Return the box around all nodes of an OpenStreetMap file.

    Raises
    ------
    InputError
        If it cannot be read, or has no nodes.
    """
    try:
        places = [
            (node.location.lon, node.location.lat)
            for node in osmium.FileProcessor(str(path), osmium.osm.NODE)
            if isinstance(node, osmium.osm.Node)
        ]
    except (RuntimeError, osmium.InvalidLocationError) as error:
        raise InputError(Problem(str(path), "", "an OpenStreetMap file", str(error))) from error
    if not places:
        raise InputError(Problem(str(path), "", "an OpenStreetMap file with nodes", "none"))
    lon, lat = zip(*places, strict=True)
    return min(lon), min(lat), max(lon), max(lat)


def _fetch_all(
    folder: Path, ranges: dict[str, TileRange], service: TileService, progress: Progress
) -> dict[str, FetchCount]:
    def tell(name: str) -> Callable[[int, int], None]:
        return lambda done, total: progress(name, done, total)

    return {name: fetch_tiles(folder, name, tiles, service, tell(name)) for name, tiles in ranges.items()}


def _sources(wanted: Wanted) -> tuple[Source, ...]:
    found = [(wanted.hazard_layers, HAZARD_SOURCE), (wanted.dem_sets, DEM_SOURCE)]
    found += [(("sites",) * wanted.places, SITES_SOURCE), (("shelters",) * wanted.places, SHELTERS_SOURCE)]
    return tuple(source for names, source in found if names)
