"""Water, land use, railway and place names: what an OpenStreetMap file has besides streets."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import orjson
import osmium
import shapely
from osmium.filter import KeyFilter
from osmium.osm import Area, Node, Way

from hazard.layers.frame import BBox
from hazard.tiles.feature import Feature, Property
from hazard.tiles.sea import sea_polygons
from router.errors import InputError, Problem

LAYER = "area"
KEYS = (
    "natural",
    "landuse",
    "leisure",
    "amenity",
    "building",
    "waterway",
    "railway",
    "man_made",
    "place",
    "water",
)

AREA_KINDS: dict[str, dict[str, str]] = {
    "natural": {
        "water": "water",
        "bay": "water",
        "wood": "wood",
        "scrub": "wood",
        "grassland": "grass",
        "beach": "beach",
        "sand": "beach",
        "wetland": "wetland",
    },
    "waterway": {"riverbank": "water", "dock": "water"},
    "landuse": {
        "reservoir": "water",
        "forest": "wood",
        "grass": "grass",
        "meadow": "grass",
        "cemetery": "grass",
        "religious": "grass",
        "farmland": "farmland",
        "orchard": "farmland",
        "residential": "residential",
        "retail": "commercial",
        "commercial": "commercial",
        "industrial": "industrial",
    },
    "leisure": {
        "park": "park",
        "garden": "park",
        "playground": "park",
        "pitch": "park",
        "nature_reserve": "wood",
    },
    "amenity": {"school": "school", "university": "school", "college": "school"},
    "man_made": {"breakwater": "pier", "pier": "pier", "embankment": "embankment"},
}
"""Tags of an area and what it is on the map; the first that fits holds."""
LINE_KINDS: dict[str, dict[str, str]] = {
    "waterway": {"river": "river", "canal": "river", "stream": "stream", "ditch": "stream"},
    "railway": {"rail": "rail", "light_rail": "rail", "tram": "rail"},
    "man_made": {"breakwater": "pier_line", "pier": "pier_line", "embankment": "embankment_line"},
}
POINT_KINDS: dict[str, dict[str, str]] = {
    "railway": {"station": "station", "halt": "station"},
    "place": {"town": "town", "village": "town", "suburb": "quarter", "quarter": "quarter",
              "neighbourhood": "quarter", "hamlet": "quarter"},
}  # fmt: skip
MIN_ZOOM = {"water": 10, "river": 10, "wood": 10, "farmland": 11, "residential": 11, "rail": 11, "town": 10,
            "station": 12, "quarter": 13, "building": 15, "stream": 13}  # fmt: skip
REST_MIN_ZOOM = 12
SEA_MARGIN_DEG = 0.01


def area_features(path: Path, bbox: BBox) -> Iterator[Feature]:
    """Return sea, land use, buildings, waterways, railways and place names of a file.

    Raises
    ------
    InputError
        When the file cannot be read.
    """
    coastline: list[shapely.LineString] = []
    try:
        yield from _read(path, coastline)
    except (RuntimeError, osmium.InvalidLocationError) as error:
        raise InputError(Problem(str(path), "", "an OpenStreetMap file", str(error))) from error
    west, south, east, north = bbox
    frame = shapely.box(
        west - SEA_MARGIN_DEG, south - SEA_MARGIN_DEG, east + SEA_MARGIN_DEG, north + SEA_MARGIN_DEG
    )
    for polygon in sea_polygons(coastline, frame):
        yield Feature(LAYER, shapely.geometry.mapping(polygon), {"kind": "sea"}, 10)


def _read(path: Path, coastline: list[shapely.LineString]) -> Iterator[Feature]:
    factory = osmium.geom.GeoJSONFactory()
    found = (
        osmium.FileProcessor(str(path))
        .with_locations()
        .with_areas(KeyFilter(*KEYS))
        .with_filter(KeyFilter(*KEYS))
    )
    for item in found:
        tags = {tag.k: tag.v for tag in item.tags}
        if isinstance(item, Node):
            point = {"type": "Point", "coordinates": [item.location.lon, item.location.lat]}
            yield from _feature(point, _kind(tags, POINT_KINDS), tags)
        elif isinstance(item, Area):
            yield from _area(item, factory, tags)
        elif isinstance(item, Way) and tags.get("natural") == "coastline":
            coastline.append(
                shapely.LineString([(node.lon, node.lat) for node in item.nodes if node.location.valid()])
            )
        elif isinstance(item, Way) and len(item.nodes) > 1 and not _underground(tags):
            kind = _kind(tags, LINE_KINDS)
            if kind and not item.is_closed():
                yield from _feature(orjson.loads(factory.create_linestring(item)), kind, tags)


def _area(item: Area, factory: osmium.geom.GeoJSONFactory, tags: Mapping[str, str]) -> Iterator[Feature]:
    """Return an area; nothing where its rings are broken, as a few always are in OpenStreetMap."""
    kind = _area_kind(tags)
    if not kind:
        return
    try:
        shape = factory.create_multipolygon(item)
    except RuntimeError:
        return
    yield from _feature(orjson.loads(shape), kind, tags)


def _kind(tags: Mapping[str, str], kinds: Mapping[str, Mapping[str, str]]) -> str:
    return next((kinds[key][tags[key]] for key in kinds if tags.get(key, "") in kinds[key]), "")


def _area_kind(tags: Mapping[str, str]) -> str:
    kind = _kind(tags, AREA_KINDS)
    return kind or ("building" if tags.get("building", "no") != "no" else "")


def _underground(tags: Mapping[str, str]) -> bool:
    return tags.get("tunnel", "no") != "no"


def _feature(geometry: Mapping[str, object], kind: str, tags: Mapping[str, str]) -> Iterator[Feature]:
    if kind:
        properties: dict[str, Property] = {"kind": kind}
        if "name" in tags:
            properties["name"] = tags["name"]
        if tags.get("bridge", "no") != "no":
            properties["bridge"] = True
        yield Feature(LAYER, geometry, properties, MIN_ZOOM.get(kind, REST_MIN_ZOOM))
