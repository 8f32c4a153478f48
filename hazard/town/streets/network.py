"""The whole street network of the town."""

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from hazard.town.shapes import LEVEE_M, Shapes
from hazard.town.streets.local import grow_streets
from hazard.town.streets.roads import drawn_streets
from hazard.town.streets.street import Street
from hazard.town.streets.weave import weave
from hazard.town.terrain import Terrain


def build_streets(
    shapes: Shapes, terrain: Terrain, grounds: BaseGeometry, rng: np.random.Generator
) -> list[Street]:
    """Return all streets, woven together."""
    drawn = drawn_streets(shapes)
    grown = grow_streets(shapes, terrain, drawn, grounds, rng)
    rail = shapes.rail.intersection(shapely.box(-290, 0, 1690, 2000)).buffer(8)
    barrier = shapely.union_all([shapes.water, shapes.river.buffer(LEVEE_M - 6), rail, grounds])
    return weave([*drawn, *grown], barrier)
