"""Where an alert holds: whole areas, rings, mesh cells, zones of a hazard. Pure, in whole numbers."""

from collections.abc import Callable
from itertools import pairwise

from hazard.kinds import HazardKind
from hazard.official.population.mesh import MeshLevel, mesh_code
from hazard.world.events import Extent, Points
from router.errors import InputError


def holds_at(extent: Extent, lon_e7: int, lat_e7: int, is_wet: Callable[[HazardKind], bool]) -> bool:
    """Return whether a place is in an extent.

    Towns by name come with their rings; where they come without, the place counts as inside.

    Parameters
    ----------
    extent : Extent
        The union of its parts; without any the whole area.
    lon_e7, lat_e7 : int
        Degrees times 10^7.
    is_wet : callable
        Whether the street there is in the mapped zone of a kind, or not known to be outside.
    """
    if not (extent.meshes or extent.polygons or extent.zones):
        return True
    if extent.towns and not extent.polygons:
        return True
    return (
        any(_is_inside(ring, lon_e7, lat_e7) for ring in extent.polygons)
        or any(_is_in_cell(code, lon_e7, lat_e7) for code in extent.meshes)
        or any(is_wet(kind) for kind in extent.zones)
    )


def _is_inside(ring: Points, lon: int, lat: int) -> bool:
    """Return whether a closed ring goes around a place; its edge counts as inside."""
    inside = False
    for (ax, ay), (bx, by) in pairwise(ring):
        turn = (bx - ax) * (lat - ay) - (lon - ax) * (by - ay)
        if turn == 0 and min(ax, bx) <= lon <= max(ax, bx) and min(ay, by) <= lat <= max(ay, by):
            return True
        if (ay <= lat) != (by <= lat) and (turn > 0 if by > ay else turn < 0):
            inside = not inside
    return inside


def _is_in_cell(code: str, lon_e7: int, lat_e7: int) -> bool:
    try:
        return mesh_code(lon_e7, lat_e7, MeshLevel(len(code))) == code
    except (InputError, ValueError):
        return False
