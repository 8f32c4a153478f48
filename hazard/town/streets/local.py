"""Local streets: where they may run, how they grow, and what they are (lane, alley, steps, farm track)."""

from collections.abc import Sequence

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import LineString, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import substring

from hazard.town import plan
from hazard.town.shapes import LEVEE_M, Shapes, ring
from hazard.town.streets.field import Guide, build_direction
from hazard.town.streets.grow import ALONG, Grower, Spacing
from hazard.town.streets.street import Street
from hazard.town.terrain import Terrain, mask_of

GUIDES = frozenset({"primary", "secondary", "tertiary", "pedestrian"})
PIECE_M = 18.0
STEPS_GRADE = 0.19
"""A lane steeper than this (19 %) is built as steps, as in Japanese hill towns."""
TOO_STEEP = 0.5
Codes = NDArray[np.uint8]


def grow_streets(
    shapes: Shapes, terrain: Terrain, drawn: Sequence[Street], grounds: BaseGeometry, rng: np.random.Generator
) -> list[Street]:
    """Return the local streets of all districts.

    Parameters
    ----------
    shapes, terrain
        The town.
    drawn : sequence of Street
        Streets that exist already.
    grounds : geometry
        School grounds, parks and the like, which no street crosses.
    rng : numpy Generator
    """
    codes = _codes(shapes, terrain, grounds)
    spacings = tuple(Spacing(d.along_m, d.across_m, d.tee) for d in plan.DISTRICTS)
    direction = build_direction(_guides(shapes, drawn), terrain, rng)
    grower = Grower(direction, codes, (Spacing(1, 1, 0), *spacings), rng)
    for street in drawn:
        grower.add_road(street.line)
    grower.grow()
    namer = _Namer(rng)
    return [s for line, family in grower.lines for s in _streets(line, family, terrain, codes, namer)]


def _codes(shapes: Shapes, terrain: Terrain, grounds: BaseGeometry) -> Codes:
    """Return per cell the number of its district (1...), 0 where no street may run."""
    codes = np.zeros(terrain.land.shape, np.uint8)
    for index in reversed(range(len(plan.DISTRICTS))):
        district = plan.DISTRICTS[index]
        outline = Polygon(district.outline) if district.outline else shapes.terrace.buffer(-14)
        codes[mask_of(outline)] = index + 1
    rail = shapes.rail.intersection(shapely.box(-290, 0, 1690, 2000)).buffer(17)
    water = [
        shapes.river.buffer(LEVEE_M + 1),
        shapes.brook.buffer(12),
        *(ring(p).buffer(9) for p in plan.GROUND.ponds),
    ]
    blocked = mask_of(shapely.union_all([rail, *water, grounds]))
    shore = terrain.coast_m < 48
    farm = codes == len(plan.DISTRICTS)
    steep = terrain.slope() > np.where(farm, 0.07, TOO_STEEP)
    codes[blocked | shore | steep | ~terrain.land] = 0
    return codes


def _guides(shapes: Shapes, drawn: Sequence[Street]) -> list[Guide]:
    """Return what streets follow: roads, coast, railway, across the river; far from all, the field grid."""
    roads = [street for street in drawn if street.tags["highway"] in GUIDES and street.line.length > 60]
    return [
        *(Guide(road.line, 1.0, 250 if road.line.within(shapes.terrace) else 80) for road in roads),
        Guide(shapes.coast, 1.6, 130),
        Guide(shapes.river, -1.0, 110),
        Guide(shapes.rail, 1.0, 80),
        Guide(LineString([(-2500, 2280), (2500, 2680)]), 0.3, 5000),
    ]


class _Namer:
    """Gives each name of a district to one long street."""

    def __init__(self, rng: np.random.Generator) -> None:
        self.rng = rng
        self.left = {district.name: list(district.names) for district in plan.DISTRICTS}

    def name(self, district: plan.District, length_m: float) -> dict[str, str]:
        names = self.left[district.name]
        if length_m < 230 or not names:
            return {}
        return {"name": names.pop(int(self.rng.integers(len(names))))}


def _streets(line: LineString, family: int, terrain: Terrain, codes: Codes, namer: _Namer) -> list[Street]:
    """Return the street or streets of a grown line: cut where it becomes steps."""
    district = _district_at(line, codes)
    tags = _tags(district, family, line.length, namer.rng) | namer.name(district, line.length)
    if district.highway == "track":
        return [Street(line, tags)]
    return [
        Street(piece, _as_steps(tags, climb) if steep else tags)
        for piece, climb, steep in _grades(line, terrain)
    ]


def _district_at(line: LineString, codes: Codes) -> plan.District:
    middle = line.interpolate(0.5, normalized=True)
    code = codes[int((plan.NORTH_M - middle.y) // 10), int((middle.x - plan.WEST_M) // 10)]
    return plan.DISTRICTS[max(0, int(code) - 1)]


def _tags(district: plan.District, family: int, length_m: float, rng: np.random.Generator) -> dict[str, str]:
    """Return the tags of a local street; short cross lanes may be alleys for walkers."""
    whim = rng.random(4)
    if district.highway == "track":
        surface = "gravel" if whim[0] < 0.7 else "asphalt"
        return {"highway": "track", "surface": surface, "width": f"{district.width_m:g}", "lit": "no"}
    lit = {"lit": "yes" if whim[1] < district.lit else "no"}
    if family != ALONG and length_m < 110 and whim[0] < 0.3:
        return {"highway": "footway", "width": "1.5", "surface": "asphalt", **lit}
    width = max(1.8, district.width_m + (whim[2] - 0.5) * 2.2)
    highway = "living_street" if width < 2.7 else district.highway
    return {"highway": highway, "width": f"{width:.1f}", "surface": "asphalt", **lit}


def _grades(line: LineString, terrain: Terrain) -> list[tuple[LineString, float, bool]]:
    """Cut a line into runs of gentle and of steep grade: (piece, climb in metres, steep)."""
    count = max(1, round(line.length / PIECE_M))
    stops = np.linspace(0, line.length, count + 1)
    points = shapely.line_interpolate_point(line, stops)
    height = terrain.at(shapely.get_x(points), shapely.get_y(points))
    steep = np.abs(np.diff(height)) / np.diff(stops) > STEPS_GRADE
    starts = np.flatnonzero(np.diff(steep.astype(np.int8), prepend=2))
    ends = [*starts[1:], count]
    return [
        (LineString(substring(line, stops[a], stops[b]).coords), float(height[b] - height[a]), bool(steep[a]))
        for a, b in zip(starts, ends, strict=True)
    ]


def _as_steps(tags: dict[str, str], climb_m: float) -> dict[str, str]:
    """Return the tags of steps that climb ``climb_m`` (0.16 m a step)."""
    count = max(3, round(abs(climb_m) / 0.16))
    rail = {"handrail": "yes"} if count % 3 else {}
    name = {"name": tags["name"]} if "name" in tags else {}
    incline = "up" if climb_m > 0 else "down"
    return {
        "highway": "steps",
        "step_count": str(count),
        "incline": incline,
        "lit": tags["lit"],
        **rail,
        **name,
    }
