"""One street on the drawing board, and how a line is cut where something changes along it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from shapely import LineString, Point
from shapely.geometry.base import BaseGeometry
from shapely.ops import split


@dataclass(frozen=True, slots=True)
class Street:
    """A line with the tags of an OpenStreetMap way; only lines of one ``layer`` meet where they cross."""

    line: LineString
    tags: Mapping[str, str]
    layer: int = field(default=0)


def cut(line: LineString, zones: Sequence[BaseGeometry]) -> list[tuple[LineString, int]]:
    """Cut ``line`` at the borders of ``zones``: (piece, index of the zone that it is in, or -1), in order."""
    pieces = [line]
    for zone in zones:
        pieces = [part for piece in pieces for part in _split(piece, zone)]
    return [(piece, _zone_of(piece, zones)) for piece in pieces]


def _split(line: LineString, zone: BaseGeometry) -> list[LineString]:
    if not line.crosses(zone.boundary):
        return [line]
    parts = split(line, zone.boundary).geoms
    return [part for part in parts if isinstance(part, LineString) and part.length > 0.5]


def _zone_of(piece: LineString, zones: Sequence[BaseGeometry]) -> int:
    middle: Point = piece.interpolate(0.5, normalized=True)
    return next((k for k, zone in enumerate(zones) if zone.contains(middle)), -1)
