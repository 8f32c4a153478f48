"""町丁目 as rings: what an event carries, so that phones need no outlines of their own."""

from collections.abc import Sequence
from dataclasses import replace

import shapely

from hazard.region import Region
from hazard.world.events import Extent, Points
from router.errors import InputError, Problem

STEPS_DEG = (0.0, 0.0001, 0.0002, 0.0005, 0.001)
"""How far outlines are simplified, up to about 100 m, until they are few enough points."""
MAX_RINGS, MAX_RING_POINTS = 50, 500
"""The log takes 50 rings; a ring of more points is no outline that anybody drew."""


def rings_of(region: Region, towns: Sequence[str]) -> list[Points]:
    """Return the outlines of towns by name, those that meet as one. Unknown names have none.

    Raises
    ------
    InputError
        If they are too many pieces for one alert.
    """
    wanted = set(towns)
    shapes = [shapely.Polygon(ring) for town in region.towns if town.name in wanted for ring in town.rings]
    whole = shapely.union_all(shapes)
    for step_deg in STEPS_DEG:
        parts = shapely.get_parts(shapely.simplify(whole, step_deg * 1e7))
        rings = [shapely.get_coordinates(shapely.get_exterior_ring(part)).tolist() for part in parts]
        if len(rings) <= MAX_RINGS and all(len(ring) <= MAX_RING_POINTS for ring in rings):
            return [tuple((round(lon), round(lat)) for lon, lat in ring) for ring in rings]
    raise InputError(Problem("extent", "towns", f"at most {MAX_RINGS} separate pieces", str(len(rings))))


def with_rings(region: Region, extent: Extent) -> Extent:
    """Return an extent with the outlines of its towns beside their names."""
    if not extent.towns:
        return extent
    return replace(extent, polygons=(*extent.polygons, *rings_of(region, extent.towns)))


def is_drawn(region: Region, extent: Extent) -> bool:
    """Tell whether part of an extent is shown on a map only: cells, and rings that are no towns'."""
    own = set(rings_of(region, extent.towns)) if extent.towns else set()
    return bool(extent.meshes) or any(ring not in own for ring in extent.polygons)
