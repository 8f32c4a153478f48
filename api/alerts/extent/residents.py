"""How many people live where an alert holds, by the population that the region was built with."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray

from api.alerts.extent.outline import Outline
from hazard.exposure import unknown_exposure
from hazard.kinds import ExposureClass, HazardKind
from hazard.official.population.read import Population
from hazard.region import load_population


def residents(outline: Outline) -> int | None:
    """Return the people whose point, or middle of the cell, is inside; None where no population is known.

    In a zone count those whose nearest street is in it: a zone is known along streets only.
    """
    folder = outline.region.folder
    people = None if folder is None else _population(folder)
    if people is None:
        return None
    _, inside = _points(outline, people)
    return int(people.people[inside].sum(dtype=np.int64))


def _points(outline: Outline, people: Population) -> tuple[NDArray[np.object_], NDArray[np.bool_]]:
    """Return the points of the population, and which of them are inside."""
    xy = outline.ground.to_xy(np.stack([people.lon_e7, people.lat_e7], 1))
    points: NDArray[np.object_] = np.asarray(shapely.points(xy))
    if outline.is_all:
        return points, np.ones(len(points), np.bool_)
    shapely.prepare(outline.shape)
    inside = np.atleast_1d(shapely.intersects(outline.shape, points))
    if outline.in_zone.any():
        of_point, street = outline.ground.tree.query_nearest(points, all_matches=False)
        inside[of_point] |= outline.in_zone[street]
    return points, inside


def unsurveyed(outline: Outline, kinds: Sequence[HazardKind]) -> int | None:
    """Return how many of the residents live where nobody knows of a hazard: to them the page says so.

    They count by their nearest street, of which no part was surveyed for one of ``kinds``.
    """
    region = outline.region
    people = None if region.folder is None else _population(region.folder)
    if people is None:
        return None
    points, inside = _points(outline, people)
    exposures = [
        region.exposures.get(kind) or unknown_exposure(kind, region.graph.n_streets) for kind in kinds
    ]
    unknown = np.any([one.worst_class == ExposureClass.UNKNOWN for one in exposures], axis=0)
    of_point, street = outline.ground.tree.query_nearest(points[inside], all_matches=False)
    return int(people.people[inside][of_point[unknown[street]]].sum(dtype=np.int64))


@lru_cache(maxsize=8)
def _population(folder: Path) -> Population | None:
    return load_population(folder)
