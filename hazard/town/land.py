"""Land use: what lies between the streets. Built-up land follows the streets, woods the hills."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import shapely
from shapely import Polygon
from shapely.geometry.base import BaseGeometry

from hazard.town import plan
from hazard.town.shapes import LEVEE_M, Shapes, ring
from hazard.town.streets.street import Street

LOCAL = frozenset({"residential", "living_street", "pedestrian", "steps"})
SHOPPING = ("白波銀座", "駅前通り")
BEACHES_X = ((-1570.0, 372.0), (1345.0, 1690.0))
LEAST_M2 = 900.0
GRID_M = 0.1
"""Corners lie on a grid that survives the way through degrees, so that rings stay valid."""


@dataclass(frozen=True, slots=True)
class Area:
    """A polygon with tags."""

    shape: Polygon
    tags: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Land:
    """What the land is used for, as shapes that do not overlap (``retail`` and ``quay`` lie on top).

    Attributes
    ----------
    built, wood, fields, levee, beach, retail, quay : geometry
    """

    built: BaseGeometry
    wood: BaseGeometry
    fields: BaseGeometry
    levee: BaseGeometry
    beach: BaseGeometry
    retail: BaseGeometry
    quay: BaseGeometry


def use_land(shapes: Shapes, streets: Sequence[Street]) -> Land:
    """Return the land use that goes with the streets."""
    shore = shapes.coast.buffer(34).intersection(shapes.land)
    beach = shore.intersection(shapely.union_all([shapely.box(a, -400, b, 400) for a, b in BEACHES_X]))
    levee = shapes.river.buffer(LEVEE_M + 9).intersection(shapes.land).difference(shapes.water)
    dry = shapes.land.intersection(shapes.frame).difference(shapely.union_all([shapes.water, levee, beach]))
    local = [s.line for s in streets if s.tags["highway"] in LOCAL and s.layer == 0]
    built = shapely.union_all(shapely.buffer(local, 40)).buffer(-16).intersection(dry)
    hills = shapely.union_all([ring(hill.outline) for hill in plan.GROUND.hills])
    wood = hills.difference(built.buffer(4)).difference(shapes.terrace.buffer(-40)).intersection(dry)
    salty = shapes.coast.buffer(60).union(Polygon(plan.GROUND.port).buffer(60))
    fields = dry.difference(shapely.union_all([built, wood, salty])).buffer(-6).buffer(6)
    shops = [street.line for street in streets if street.tags.get("name") in SHOPPING]
    centre = shapely.box(-400, 390, 400, 1000)
    retail = shapely.union_all(shapely.buffer(shops, 42)).intersection(built).intersection(centre)
    quay = Polygon(plan.GROUND.port).buffer(0).union(shapely.box(690, -20, 1335, 60)).intersection(dry)
    return Land(built, wood, fields, levee, beach, retail, quay)


def land_areas(shapes: Shapes, land: Land) -> Iterator[Area]:
    """Return water and land use as tagged polygons."""
    kinds: tuple[tuple[BaseGeometry, Mapping[str, str]], ...] = (
        (shapes.water, {"natural": "water"}),
        (land.wood, {"natural": "wood"}),
        (land.fields, {"landuse": "farmland", "crop": "rice"}),
        (land.built, {"landuse": "residential"}),
        (land.retail, {"landuse": "retail"}),
        (land.quay, {"landuse": "industrial", "industrial": "port"}),
        (land.levee, {"landuse": "grass"}),
        (land.beach, {"natural": "beach"}),
    )
    for shape, tags in kinds:
        on_grid = shapely.set_precision(shape.simplify(1.2), GRID_M)
        yield from (Area(part, tags) for part in polygons(on_grid))
    for points in plan.GROUND.breakwaters:
        yield Area(shapely.LineString(points).buffer(7, cap_style="flat"), {"man_made": "breakwater"})


GROUND_TAGS: dict[str, dict[str, str]] = {
    "school": {"amenity": "school"},
    "park": {"leisure": "park"},
    "hall": {"amenity": "community_centre"},
    "tower": {"amenity": "community_centre"},
    "shrine": {"amenity": "place_of_worship", "religion": "shinto", "landuse": "religious"},
    "temple": {"amenity": "place_of_worship", "religion": "buddhist", "landuse": "religious"},
}


def ground_areas(grounds: Sequence[tuple[plan.Place, Polygon]]) -> Iterator[Area]:
    """Return the grounds of the evacuation sites."""
    for place, shape in grounds:
        yield Area(shape, {**GROUND_TAGS[place.ground], "name": place.name})


def polygons(shape: BaseGeometry) -> list[Polygon]:
    """Return the parts of a shape that are areas, specks left out."""
    parts = shapely.get_parts(shape)
    return [part for part in parts if isinstance(part, Polygon) and part.area > LEAST_M2]
