"""The streets that are drawn by hand: roads with bridges and tunnels, levee, railway and shore lines."""

from collections.abc import Iterator, Mapping

import shapely
from shapely import LineString
from shapely.geometry.base import BaseGeometry

from hazard.town import plan
from hazard.town.shapes import LEVEE_M, Shapes, smooth
from hazard.town.streets.street import Street, cut

BRIDGE = {"bridge": "yes", "layer": "1"}
TUNNEL = {"tunnel": "yes", "layer": "-1", "lit": "yes"}
RAIL_SIDE_M = 20.0
BRIDGE_NAMES = {
    "本町通り": "藍川橋",
    "海岸通り": "河口大橋",
    "北環状線": "新藍川橋",
    "上藍川通り": "上藍川橋",
    "北川街道": "北川橋",
}


def drawn_streets(shapes: Shapes) -> list[Street]:
    """Return every drawn street, cut where it becomes a bridge, a tunnel or an underpass."""
    streets = [street for road in plan.ROADS for street in _road(road, shapes)]
    streets += _levee(shapes)
    streets += _rail_side(shapes)
    streets += _rail_crossings(shapes)
    streets += _shore(shapes)
    return streets


def _road(road: plan.Road, shapes: Shapes) -> Iterator[Street]:
    line = smooth(road.points) if len(road.points) > 2 else LineString(road.points)
    zones, kinds = _zones(road, shapes)
    for piece, index in cut(line, zones):
        extra, layer = kinds[index] if index >= 0 else ({}, 0)
        named = {"bridge:name": BRIDGE_NAMES[road.name]} if layer > 0 and road.name in BRIDGE_NAMES else {}
        yield Street(piece, {**road.tags, **extra, **named}, layer)


def _zones(road: plan.Road, shapes: Shapes) -> tuple[list[BaseGeometry], list[tuple[Mapping[str, str], int]]]:
    """Return where this road is carried over or under something, and how."""
    zones: list[BaseGeometry] = [shapes.river.buffer(LEVEE_M - 9), shapes.brook.buffer(13)]
    kinds: list[tuple[Mapping[str, str], int]] = [(BRIDGE, 1), (BRIDGE, 1)]
    if road.name == "浜街道":
        west, east = plan.GROUND.road_tunnel_x
        zones.append(shapely.box(west, -500, east, 800))
        kinds.append(({**TUNNEL, "tunnel:name": "岬トンネル", "sidewalk": "right"}, -1))
    if road.name == "駅東通り":
        zones.append(shapes.rail.buffer(24))
        kinds.append(({**TUNNEL, "tunnel:name": "駅東地下道"}, -1))
    return zones, kinds


def _levee(shapes: Shapes) -> Iterator[Street]:
    """Roads on the crests of the levees, footpaths in the river bed, and the ways between them."""
    for side, name in ((-1, "川端通り"), (1, "東川端通り")):
        crest = _offset(shapes.river, side * (LEVEE_M + 2), 135, 3270)
        zones = [shapes.brook.buffer(13)]
        for piece, index in cut(crest, zones):
            urban = piece.interpolate(0.5, normalized=True).y < 1300
            tags = {"highway": "unclassified", "name": name, "width": "4.5", "surface": "asphalt"}
            tags |= {"lit": "yes" if urban else "no"} | (BRIDGE if index == 0 else {})
            yield Street(piece, tags, 1 if index == 0 else 0)
        path = _offset(shapes.river, side * 44, 230, 1700)
        yield Street(
            path, {"highway": "footway", "name": "藍川河川敷遊歩道", "surface": "gravel", "lit": "no"}
        )
        for at in range(60, int(path.length) - 20, 260):
            foot = path.interpolate(at)
            top = crest.interpolate(crest.project(foot))
            ramp = {"highway": "steps", "step_count": "22", "handrail": "yes"} if at % 520 == 60 else {}
            tags = {"highway": "footway", "incline": "up", "surface": "concrete", **ramp}
            yield Street(_through(foot.coords[0], top.coords[0]), tags)


def _rail_side(shapes: Shapes) -> Iterator[Street]:
    """Streets along both sides of the railway through the town, broken by the river."""
    for side in (-1, 1):
        line = shapes.rail.offset_curve(side * RAIL_SIDE_M)
        town = shapely.box(-285, 500, 1560, 1400).difference(shapes.river.buffer(LEVEE_M - 4))
        for piece in _lines(line.intersection(town)):
            yield Street(piece, {"highway": "residential", "width": "4", "surface": "asphalt", "lit": "yes"})


def _rail_crossings(shapes: Shapes) -> Iterator[Street]:
    """Level crossings, and pedestrian subways with steps at both ends."""
    for x in plan.GROUND.level_crossings_x:
        yield Street(
            _across_rail(shapes, x),
            {"highway": "residential", "width": "4", "surface": "asphalt", "lit": "yes"},
        )
    for x in plan.GROUND.subways_x:
        line = _across_rail(shapes, x)
        ends = shapes.rail.buffer(RAIL_SIDE_M - 9)
        for piece, index in cut(line, [ends]):
            if index == 0:
                yield Street(
                    piece, {"highway": "footway", "name": "駅前地下道", "width": "2.5", **TUNNEL}, -1
                )
            else:
                yield Street(piece, {"highway": "steps", "step_count": "20", "handrail": "yes", "lit": "yes"})


def _across_rail(shapes: Shapes, x: float) -> LineString:
    """Return the straight line at ``x`` from one rail-side street to the other, a little beyond both."""
    middle = float(shapely.get_y(shapes.rail.intersection(LineString([(x, 500), (x, 1500)]))))
    reach = RAIL_SIDE_M + 4
    return LineString([(x, round(middle - reach, 2)), (x, round(middle + reach, 2))])


def _shore(shapes: Shapes) -> Iterator[Street]:
    """The walk on the tide wall, and steps down to the shore road."""
    wall = shapes.coast.offset_curve(34).intersection(shapely.box(-1470, 0, 330, 400))
    walk = max(_lines(wall), key=lambda line: line.length)
    yield Street(
        walk, {"highway": "footway", "name": "防潮堤遊歩道", "width": "2", "surface": "concrete", "lit": "no"}
    )
    road = shapely.union_all([smooth(road.points) for road in plan.ROADS if road.name == "海岸通り"])
    for at in range(40, int(walk.length), 170):
        top = walk.interpolate(at)
        foot = road.interpolate(road.project(top))
        tags = {"highway": "steps", "step_count": "24", "handrail": "yes", "width": "2"}
        yield Street(_through(top.coords[0], foot.coords[0]), tags)


def _through(start: tuple[float, ...], end: tuple[float, ...]) -> LineString:
    """Return the straight line between two points, two metres longer at both ends so that it surely meets."""
    length = max(0.1, float(((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** 0.5))
    dx, dy = 2 * (end[0] - start[0]) / length, 2 * (end[1] - start[1]) / length
    return LineString([(start[0] - dx, start[1] - dy), (end[0] + dx, end[1] + dy)])


def _offset(line: LineString, distance_m: float, low_y: float, high_y: float) -> LineString:
    band = shapely.box(-3000, low_y, 3000, high_y)
    parts = _lines(line.offset_curve(distance_m).intersection(band))
    return max(parts, key=lambda part: part.length)


def _lines(shape: BaseGeometry) -> list[LineString]:
    parts = getattr(shape, "geoms", [shape])
    return [part for part in parts if isinstance(part, LineString) and part.length > 1]
