"""Lines and names on the map: streets, coastline, rivers, tide wall, railway, station, quarters."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import shapely
from shapely import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from hazard.town import plan
from hazard.town.shapes import LEVEE_M, Shapes
from hazard.town.streets.street import Street, cut

Coords = Sequence[tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class Line:
    """An OpenStreetMap way that is not an area."""

    coords: Coords
    tags: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Spot:
    """A node with tags."""

    xy: tuple[float, float]
    tags: Mapping[str, str]


def lines(shapes: Shapes, streets: Sequence[Street]) -> Iterator[Line]:
    """Return streets, coastline, rivers and railway."""
    for street in streets:
        yield Line(list(street.line.coords), street.tags)
    yield Line(list(shapes.coast.coords), {"natural": "coastline", "source": plan.NAME})
    for name, line, kind in (("藍川", shapes.river, "river"), ("北川", shapes.brook, "stream")):
        yield Line(list(inside(line, shapes.frame).coords), {"waterway": kind, "name": name})
    wall = inside(shapes.coast.offset_curve(28), shapely.box(-1480, 0, 330, 400))
    yield Line(
        list(wall.coords), {"man_made": "dyke", "barrier": "wall", "wall": "flood_wall", "name": "防潮堤"}
    )
    yield from _railway(shapes)


def _railway(shapes: Shapes) -> Iterator[Line]:
    tunnels = [shapely.box(a, 0, b, 3000) for a, b in plan.GROUND.rail_tunnels_x]
    zones = [*tunnels, shapes.river.buffer(LEVEE_M - 5)]
    for piece, index in cut(inside(shapes.rail, shapes.frame), zones):
        extra = {"embankment": "yes"}
        if index in (0, 1):
            extra = {"tunnel": "yes", "layer": "-2"}
        elif index == 2:
            extra = {"bridge": "yes", "layer": "1"}
        yield Line(list(piece.coords), {"railway": "rail", "name": "白波線", **extra})


def spots() -> Iterator[Spot]:
    """Return the station and the names of the quarters."""
    yield Spot(plan.GROUND.station, {"railway": "station", "name": "白波"})
    for district in plan.DISTRICTS[:-1]:
        middle = Polygon(district.outline or plan.GROUND.terrace).representative_point()
        yield Spot((middle.x, middle.y), {"place": "quarter", "name": district.name})


def inside(line: BaseGeometry, frame: Polygon) -> LineString:
    """Return the longest part of ``line`` in ``frame``."""
    shape = line.intersection(frame)
    parts = [part for part in getattr(shape, "geoms", [shape]) if isinstance(part, LineString)]
    return max(parts, key=lambda part: part.length)
