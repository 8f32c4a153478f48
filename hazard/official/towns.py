"""Read outlines of 町丁目: 小地域 of the census (e-Stat), or any file of polygons with names."""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import shapely

from hazard.official.vector.features import Features
from hazard.official.vector.read import read_features
from hazard.region.model import Ring, Town
from router.errors import InputError, Problem

NAME_COLUMNS = ("S_NAME", "町丁目名", "町字名", "名称", "name", "NAME")
"""S_NAME is the census's. The first that a file has is used."""
SIMPLIFY_DEG = 0.00005
"""About 5 m: nobody tells on which side of a street they stand, and phones fetch every point of an alert."""
MIN_AREA_DEG2 = 1e-9
"""About 10 m²: a sliver."""
MAX_TOWNS = 5_000


def read_towns(path: Path) -> tuple[Town, ...]:
    """Return the towns of a file, by name; what has no name is left out.

    Neighbours are simplified together, so that they still meet without a gap.

    Raises
    ------
    InputError
        If the file is not one of polygons, has no column of names, or too many.
    """
    parts: dict[str, list[shapely.Geometry]] = defaultdict(list)
    for features in read_features(path):
        names = features.columns[_column(features)]
        for name, shape in zip(names, shapely.make_valid(features.geometries), strict=True):
            if name:
                parts[name].append(shape)
    if not 0 < len(parts) <= MAX_TOWNS:
        raise InputError(Problem(str(path), "names", f"1 to {MAX_TOWNS} towns", str(len(parts))))
    whole = [shapely.union_all(shapes) for shapes in parts.values()]
    simple = (
        shapely.coverage_simplify(whole, SIMPLIFY_DEG)
        if _fits(whole)
        else shapely.simplify(whole, SIMPLIFY_DEG)
    )
    towns = (Town(name, _rings(shape)) for name, shape in zip(parts, simple, strict=True))
    return tuple(sorted((town for town in towns if town.rings), key=lambda town: town.name))


def _column(features: Features) -> str:
    for name in NAME_COLUMNS:
        if name in features.columns:
            return name
    found = ", ".join(features.columns) or "none"
    raise InputError(Problem(features.source, "attributes", "one of " + ", ".join(NAME_COLUMNS), found))


def _fits(shapes: Sequence[shapely.Geometry]) -> bool:
    """Tell whether polygons meet without overlaps, as those of the census do."""
    return bool(shapely.coverage_is_valid(shapes)) and all(
        shapely.get_type_id(shape) in (3, 6) for shape in shapes
    )


def _rings(shape: shapely.Geometry) -> tuple[Ring, ...]:
    found = []
    for part in shapely.get_parts(shape):
        if shapely.get_type_id(part) == 3 and shapely.area(part) >= MIN_AREA_DEG2:
            points = shapely.get_coordinates(shapely.get_exterior_ring(part)) * 1e7
            found.append(tuple((round(lon), round(lat)) for lon, lat in points.tolist()))
    return tuple(found)
