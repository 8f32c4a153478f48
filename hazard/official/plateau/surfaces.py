"""The polygons of a city object. Their heights are those of the water level, not depths."""

import numpy as np
import shapely
from lxml import etree
from numpy.typing import NDArray

from hazard.official.vector.xml import parts, text
from router.errors import InputError, Problem

DIMENSIONS = 3
"""EPSG:6697 has heights; PLATEAU writes them for EPSG:6668, too (0)."""


def polygons_of(member: etree._Element, source: str) -> list[shapely.Polygon]:
    """Return the polygons of a city object in longitude and latitude; slivers without area are left out.

    Raises
    ------
    InputError
        If a ring is not closed, or not made of positions.
    """
    found = []
    for polygon in parts(member, "Polygon"):
        shells = [
            _ring(ring, source) for shell in parts(polygon, "exterior") for ring in parts(shell, "posList")
        ]
        holes = [
            _ring(ring, source) for hole in parts(polygon, "interior") for ring in parts(hole, "posList")
        ]
        for shell in shells:
            try:
                shape = shapely.Polygon(shell, holes)
            except (ValueError, shapely.errors.ShapelyError) as error:
                raise InputError(Problem(source, "posList", "a closed ring", str(error)[:80])) from error
            if shape.area > 0:
                found.append(shape)
    return found


def _ring(element: etree._Element, source: str) -> NDArray[np.float64]:
    words = text(element).split()
    try:
        values = np.array(words, np.float64)
    except ValueError:
        values = np.empty(0)
    if len(values) < 4 * DIMENSIONS or len(values) % DIMENSIONS or not np.isfinite(values).all():
        expected = "four or more triples of latitude, longitude and height"
        raise InputError(Problem(source, "posList", expected, " ".join(words)[:60]))
    points: NDArray[np.float64] = values.reshape(-1, DIMENSIONS)[:, 1::-1]
    return points
