"""Evacuation sites: their grounds, and the kinds of hazard that each is designated for."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import shapely
from shapely import Polygon
from shapely.affinity import rotate

from hazard.kinds import ExposureClass, HazardKind
from hazard.town import plan
from hazard.town.hazards import Layers
from hazard.town.terrain import CELL_M, F64, Terrain

SAFE_DEPTH_M = 0.02
HIGH_M = 20.0
"""Ground so high is designated for inland flooding although nobody surveyed it."""


@dataclass(frozen=True, slots=True)
class TownSite:
    """A site with the kinds that it is designated for."""

    place: plan.Place
    kinds: frozenset[HazardKind]
    elevation_m: float


def grounds(place: plan.Place, terrain: Terrain) -> Polygon:
    """Return the grounds of a place: a rectangle that lies along the contour or the coast."""
    x, y = place.at
    width, depth = place.size_m
    at_x, at_y = np.array([x - 60, x + 60, x, x]), np.array([y, y, y - 60, y + 60])
    west, east, south, north = terrain.at(at_x, at_y)
    turn = np.degrees(np.arctan2(-(east - west), max(abs(north - south), 6.0)))
    box = shapely.box(x - width / 2, y - depth / 2, x + width / 2, y + depth / 2)
    return rotate(box, float(np.clip(turn, -35, 35)))


def designate(layers: Layers, terrain: Terrain) -> list[TownSite]:
    """Return all sites with their kinds."""
    return [_designated(place, layers, terrain) for place in plan.PLACES]


def _designated(place: plan.Place, layers: Layers, terrain: Terrain) -> TownSite:
    height_m = float(terrain.at(np.array([place.at[0]]), np.array([place.at[1]]))[0])
    kinds = {kind for kind, fit in _fits(place, layers, height_m) if fit}
    kinds |= {HazardKind(name) for name in place.also}
    return TownSite(place, frozenset(kinds), round(height_m, 1))


def _fits(place: plan.Place, layers: Layers, height_m: float) -> Iterator[tuple[HazardKind, bool]]:
    """Return each kind and whether the place is outside its zone, in the order of the official list."""
    row = int((plan.NORTH_M - place.at[1]) // CELL_M)
    column = int((place.at[0] - plan.WEST_M) // CELL_M)
    around = np.s_[row - 2 : row + 3, column - 2 : column + 3]
    yield HazardKind.FLOOD, _dry(layers.flood_m[around])
    yield HazardKind.LANDSLIDE, bool((layers.landslide[around] == ExposureClass.DRY).all())
    yield HazardKind.STORM_SURGE, _dry(layers.storm_surge_m[around])
    yield HazardKind.EARTHQUAKE, place.open_air or place.capacity >= 250
    yield HazardKind.TSUNAMI, _dry(layers.tsunami_m[around])
    yield HazardKind.LARGE_FIRE, place.open_air and place.capacity >= 300
    yield HazardKind.INLAND_FLOOD, height_m > HIGH_M or _dry(layers.inland_flood_m[around])


def _dry(depth_m: F64) -> bool:
    """Whether a patch is surveyed and out of the water."""
    return bool((np.abs(depth_m) <= SAFE_DEPTH_M).all())
