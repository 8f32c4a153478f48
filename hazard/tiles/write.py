"""`write_tiles`: everything of a region that a map shows, as one PMTiles file."""

import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from hazard.kinds import HazardKind
from hazard.layers.classes import ClassRaster
from hazard.layers.frame import BBox
from hazard.layers.shapes import bbox_of
from hazard.sites import Site
from hazard.tiles.areas import area_features
from hazard.tiles.feature import Feature
from hazard.tiles.sites import site_features
from hazard.tiles.streets import street_features
from hazard.tiles.tippecanoe import make_tiles
from hazard.tiles.zones import zone_features
from router.graph import StreetGraph
from router.store.aside import renamed_aside

MARGIN_DEG = 0.003
"""Zones reach about 300 m beyond the streets: as far as a person may be from one and still get an answer."""


@dataclass(frozen=True, slots=True)
class TilesSummary:
    """What was written.

    Attributes
    ----------
    size_bytes : int
    features : dict
        Number of features of each layer.
    """

    size_bytes: int
    features: dict[str, int]


def write_tiles(
    path: Path,
    graph: StreetGraph,
    layers: Mapping[HazardKind, Sequence[ClassRaster]],
    sites: Sequence[Site],
    osm: Path | None = None,
) -> TilesSummary:
    """Write the map of a region. Equal inputs give equal bytes.

    Parameters
    ----------
    path : Path
        The file to write (``.pmtiles``); replaced when all went well, untouched otherwise.
    graph : StreetGraph
    layers : mapping of HazardKind to ClassRasters
        Rasters over the region; several of a kind merge by the worst.
    sites : sequence of Site
    osm : Path, optional
        The OpenStreetMap file, for water, land use and names.

    Returns
    -------
    TilesSummary

    Raises
    ------
    InputError
        When the OpenStreetMap file cannot be read, or the tiles cannot be made or written.
    """
    with (
        renamed_aside(path) as aside,
        tempfile.TemporaryDirectory(dir=path.parent, prefix=".part-tiles-") as work,
    ):
        folder = Path(work)
        counts = _write_features(folder / "features.geojsonl", _features(graph, layers, sites, osm))
        make_tiles(folder, "features.geojsonl", "tiles.pmtiles")
        (folder / "tiles.pmtiles").replace(aside)
    return TilesSummary(path.stat().st_size, counts)


def _features(
    graph: StreetGraph,
    layers: Mapping[HazardKind, Sequence[ClassRaster]],
    sites: Sequence[Site],
    osm: Path | None,
) -> Iterator[Feature]:
    west, south, east, north = bbox_of(graph)
    wide: BBox = (west - MARGIN_DEG, south - MARGIN_DEG, east + MARGIN_DEG, north + MARGIN_DEG)
    land = area_features(osm, wide) if osm is not None else ()
    return chain(land, zone_features(layers, wide), street_features(graph), site_features(sites))


def _write_features(path: Path, features: Iterator[Feature]) -> dict[str, int]:
    counts: Counter[str] = Counter()
    with path.open("wb") as file:
        for feature in features:
            file.write(feature.line())
            counts[feature.layer] += 1
    return dict(sorted(counts.items()))
