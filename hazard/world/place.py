"""Where an alert holds: areas, rings, mesh cells, zones of a hazard. In whole numbers, as on the phone."""

from collections.abc import Callable
from itertools import pairwise

from hazard.kinds import HazardKind
from hazard.official.population.mesh import MeshLevel, mesh_code
from hazard.world.events import Extent, Points
from router.errors import InputError

_LEVELS = {int(level): level for level in MeshLevel}


def holds_at(extent: Extent, lon_e7: int, lat_e7: int, is_wet: Callable[[HazardKind], bool]) -> bool:
    """Tell whether a place is in an extent.

    Towns by name come with their rings; where they come without, the place counts as inside.

    Parameters
    ----------
    extent : Extent
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
        any(is_inside(ring, lon_e7, lat_e7) for ring in extent.polygons)
        or any(_mesh(lon_e7, lat_e7, len(code)) == code for code in extent.meshes)
        or any(is_wet(kind) for kind in extent.zones)
    )


def is_inside(ring: Points, lon_e7: int, lat_e7: int) -> bool:
    """Tell whether a closed ring goes around a place; its edge counts as inside."""
    inside = False
    for (ax, ay), (bx, by) in pairwise(ring):
        turn = (bx - ax) * (lat_e7 - ay) - (lon_e7 - ax) * (by - ay)
        between = min(ax, bx) <= lon_e7 <= max(ax, bx) and min(ay, by) <= lat_e7 <= max(ay, by)
        if turn == 0 and between:
            return True
        if (ay <= lat_e7) != (by <= lat_e7) and (turn > 0 if by > ay else turn < 0):
            inside = not inside
    return inside


def _mesh(lon_e7: int, lat_e7: int, digits: int) -> str:
    """Return the code of the cell with so many digits; empty where there is none."""
    try:
        return mesh_code(lon_e7, lat_e7, _LEVELS[digits]) if digits in _LEVELS else ""
    except InputError:
        return ""
