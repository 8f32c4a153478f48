"""Houses along the streets, and the buildings on the grounds of the sites."""

from collections.abc import Iterator, Sequence

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import LineString, Polygon, STRtree
from shapely.affinity import scale
from shapely.geometry.base import BaseGeometry

from hazard.town import plan
from hazard.town.land import Area
from hazard.town.streets.street import Street
from hazard.town.terrain import F64

FRONTED = frozenset(
    {"residential", "living_street", "pedestrian", "primary", "secondary", "tertiary", "unclassified"}
)
PITCH_M = 17.0
"""From one house to the next."""
CLEAR_M = 3.2
"""Least distance of a house from the middle of a street."""
SHARE = 0.86
"""The other plots are gardens and parking places."""
GROUND_SHARE = {
    "school": (0.55, 0.18),
    "hall": (0.7, 0.6),
    "tower": (0.7, 0.7),
    "shrine": (0.3, 0.3),
    "temple": (0.4, 0.4),
}


def houses(
    streets: Sequence[Street], built: BaseGeometry, kept_free: BaseGeometry, rng: np.random.Generator
) -> list[Area]:
    """Return houses along both sides of the streets.

    Parameters
    ----------
    streets : sequence of Street
    built : geometry
        Where there may be houses.
    kept_free : geometry
        Where there are none: site grounds, railway.
    rng : numpy Generator
    """
    fronted = [s for s in streets if s.tags["highway"] in FRONTED and s.layer == 0 and s.line.length > 25]
    plots = np.concatenate([_plots(street.line, _width(street), rng) for street in fronted])
    shapely.prepare(built)
    shapely.prepare(kept_free)
    plots = plots[shapely.contains(built, plots) & ~shapely.intersects(kept_free, plots)]
    lines = [street.line for street in streets]
    _, near = STRtree(plots).query(lines, predicate="dwithin", distance=CLEAR_M)
    free = np.ones(len(plots), np.bool_)
    free[near] = False
    return [Area(plot, {"building": "house"}) for plot in _apart(plots[free])]


def site_buildings(grounds: Sequence[tuple[plan.Place, Polygon]]) -> Iterator[Area]:
    """Return the schools, halls, towers, shrines and temples themselves."""
    for place, shape in grounds:
        if place.ground in GROUND_SHARE:
            wide, deep = GROUND_SHARE[place.ground]
            levels = {"building:levels": "5"} if place.ground == "tower" else {}
            yield Area(scale(shape, wide, deep), {"building": "yes", **levels})


def _width(street: Street) -> float:
    return float(street.tags.get("width", "4"))


def _plots(line: LineString, width_m: float, rng: np.random.Generator) -> NDArray[np.object_]:
    """Return rectangles along both sides of a line."""
    regular = np.arange(9, line.length - 6, PITCH_M)
    at = np.concatenate([regular, regular]) + rng.uniform(-2, 2, 2 * len(regular))
    side = np.repeat([-1.0, 1.0], len(at) // 2)
    taken = rng.random(len(at)) < SHARE
    at, side = at[taken], side[taken]
    here = shapely.get_coordinates(shapely.line_interpolate_point(line, at))
    there = shapely.get_coordinates(shapely.line_interpolate_point(line, at + 1.0))
    step = there - here
    along = step / np.maximum(np.hypot(step[:, 0], step[:, 1]), 1e-6)[:, None]
    across = np.column_stack([-along[:, 1], along[:, 0]]) * side[:, None]
    half_long, half_deep = rng.uniform(4.0, 6.3, len(at)), rng.uniform(4.0, 5.8, len(at))
    middle = here + across * (width_m / 2 + 2.2 + half_deep + rng.uniform(0, 2.5, len(at)))[:, None]
    return _boxes(middle, along * half_long[:, None], across * half_deep[:, None])


def _boxes(middle: F64, along: F64, across: F64) -> NDArray[np.object_]:
    a, b = along - across, along + across
    rings = np.stack([middle - b, middle + a, middle + b, middle - a, middle - b], axis=1).round(2)
    return np.asarray(shapely.polygons(rings), np.object_).reshape(-1)


def _apart(plots: NDArray[np.object_]) -> list[Polygon]:
    """Return plots of which no two are closer than a metre: the first come stay."""
    first, second = STRtree(plots).query(plots, predicate="dwithin", distance=1.0)
    earlier: dict[int, list[int]] = {}
    for i, j in zip(first.tolist(), second.tolist(), strict=True):
        if j < i:
            earlier.setdefault(i, []).append(j)
    kept: set[int] = set()
    for i in range(len(plots)):
        if not any(j in kept for j in earlier.get(i, ())):
            kept.add(i)
    return [plots[i] for i in sorted(kept)]
