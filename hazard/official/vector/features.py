"""What a file of polygons holds, before anybody knows what its attributes mean."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError, ProjError

from router.errors import InputError, Problem

Geometries: TypeAlias = NDArray[np.object_]
Column: TypeAlias = tuple[str, ...]

SAME_DEGREES = frozenset({4326, 4612, 6668, 6697})
"""WGS 84 and the Japanese geodetic systems: degrees that need no conversion here (JGD2000 differs by the
movement of the ground since, metres at most after 2011)."""


@dataclass(frozen=True, slots=True, eq=False)
class Features:
    """Polygons in longitude and latitude, and their attributes as text.

    Attributes
    ----------
    source : str
        File, and member of an archive.
    geometries : object, (k,)
        Shapely polygons and multipolygons.
    columns : mapping of str to tuple of str
        By attribute name; empty text where there is no value, whole numbers without a point.
    dropped : mapping of str to int
        Features that were left out, by reason.
    """

    source: str
    geometries: Geometries
    columns: Mapping[str, Column]
    dropped: Mapping[str, int] = field(default_factory=dict)


def make_features(
    source: str, geometries: Geometries, columns: Mapping[str, Sequence[object]], crs: str | None
) -> Features:
    """Check and convert what a driver read: polygons only, degrees, attributes as text.

    Raises
    ------
    InputError
        If there is no CRS, one that has no degrees, or positions that are not on the Earth.
    """
    types = shapely.get_type_id(geometries)
    empty = shapely.is_empty(geometries) | (types < 0)
    areal = np.isin(types, (3, 6)) & ~empty
    dropped = Counter({"no geometry": int(empty.sum()), "not a polygon": int((~areal & ~empty).sum())})
    kept = _in_degrees(source, shapely.force_2d(geometries[areal]), crs)
    rows = np.flatnonzero(areal).tolist()
    texts = {name: tuple(text_of(values[i]) for i in rows) for name, values in columns.items()}
    return Features(source, kept, texts, +dropped)


def text_of(value: object) -> str:
    """Return an attribute as text: codes read as 2, 2.0, "2" or "２" are all "2"; nothing is empty."""
    if value is None:
        return ""
    if isinstance(value, float | np.floating):
        if np.isnan(value):
            return ""
        return str(int(value)) if float(value).is_integer() else repr(float(value))
    return str(value).strip()


def _in_degrees(source: str, geometries: Geometries, crs: str | None) -> Geometries:
    if len(geometries) == 0:
        return geometries
    if crs is None:
        raise InputError(Problem(source, "CRS", "a coordinate reference system", "none"))
    geometries = _converted(source, geometries, crs)
    coordinates = shapely.get_coordinates(geometries)
    low, high = coordinates.min(axis=0), coordinates.max(axis=0)
    on_earth = bool(np.isfinite(coordinates).all() and (np.abs([low, high]) <= (180, 90)).all())
    if not on_earth:
        found = f"{low[0]:g}, {low[1]:g} to {high[0]:g}, {high[1]:g}"
        raise InputError(Problem(source, "positions", "longitude and latitude in degrees", found))
    return geometries


def _converted(source: str, geometries: Geometries, crs: str) -> Geometries:
    try:
        system = CRS.from_user_input(crs)
        if system.to_epsg() in SAME_DEGREES:
            return geometries
        transformer = Transformer.from_crs(system, 6668, always_xy=True)
        moved: Geometries = shapely.transform(
            geometries, lambda points: np.column_stack(transformer.transform(points[:, 0], points[:, 1]))
        )
    except (CRSError, ProjError) as error:
        problem = Problem(source, "CRS", "one that longitude and latitude convert to", str(error))
        raise InputError(problem) from error
    return moved
