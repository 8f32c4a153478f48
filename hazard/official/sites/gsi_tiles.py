"""国土地理院 GeoJSON tiles of evacuation sites: ``skhb01`` … ``skhb08``, one a hazard, zoom 10."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from hazard.kinds import HazardKind
from hazard.layers.frame import BBox
from hazard.official.sites.record import PlaceList, PlaceRecord
from hazard.official.tiles.folder import read_tiles
from hazard.official.tiles.grid import tiles_over
from hazard.places import PlaceCategory
from router.errors import InputError, Problem

ZOOM = 10
SITE_LAYERS = {f"skhb{number:02d}": kind for number, kind in enumerate(HazardKind, start=1)}
"""The layers are numbered in the order of the official columns."""
_KINDS = tuple(HazardKind)


def load_site_tiles(folder: Path, bbox: BBox) -> PlaceList:
    """Load the sites in ``bbox`` from a folder of tiles (filled by `api.fetch`).

    A site stands in the layer of every hazard that it suits, with all eight flags each time: it is one
    record.

    Raises
    ------
    InputError
        If tiles were never fetched, or one is damaged.
    """
    found: dict[tuple[str, float, float], PlaceRecord] = {}
    tiles = tiles_over(bbox, ZOOM)
    west, south, east, north = bbox
    for layer, kind in SITE_LAYERS.items():
        for x, y, content in read_tiles(folder, layer, tiles, ".geojson"):
            for record in parse_tile(content or b"", kind, f"{folder / layer}/{ZOOM}/{x}/{y}.geojson"):
                key = (record.name, record.lon, record.lat)
                known = found.setdefault(key, record)
                kinds = tuple(k for k in _KINDS if k in known.kinds or k in record.kinds)
                found[key] = replace(known, kinds=kinds)
    inside = [each for each in found.values() if west <= each.lon <= east and south <= each.lat <= north]
    return PlaceList(tuple(inside))


def parse_tile(content: bytes, kind: HazardKind, source: str) -> list[PlaceRecord]:
    """Return the sites of one tile of the layer of ``kind``; none for an empty tile.

    Raises
    ------
    InputError
        If it is not a feature collection of points with a name.
    """
    if not content:
        return []
    try:
        features = json.loads(content)["features"]
        return [_record(feature, kind, source) for feature in features]
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError) as error:
        expected = "a GeoJSON tile of points with name, address and disaster1 to disaster8"
        raise InputError(Problem(source, "", expected, f"{type(error).__name__}: {error}"[:120])) from error


def check_tile(content: bytes, source: str) -> None:
    """Raise an InputError unless the content is a whole tile of sites."""
    parse_tile(content, HazardKind.FLOOD, source)


def _record(feature: Mapping[str, Any], kind: HazardKind, source: str) -> PlaceRecord:
    values = feature["properties"]
    lon, lat = (float(number) for number in feature["geometry"]["coordinates"][:2])
    name = str(values["name"])
    if not (name and -180 <= lon <= 180 and -90 <= lat <= 90):
        raise ValueError(f"{name!r} at {lon}, {lat}")
    return PlaceRecord(
        id=f"gsi:{round(lon * 1e7)}:{round(lat * 1e7)}:{name}",
        name=name,
        address=str(values.get("address") or ""),
        lon=lon,
        lat=lat,
        category=PlaceCategory.SITE,
        kinds=tuple(dict.fromkeys([kind, *_flags(values)])),
        remarks=str(values.get("remarks") or ""),
        source=source,
    )


def _flags(values: Mapping[str, Any]) -> Iterator[HazardKind]:
    for number, kind in enumerate(_KINDS, start=1):
        if str(values.get(f"disaster{number}", "")) == "1":
            yield kind
