"""How many people live where an alert holds, by the population that the region was built with."""

from functools import lru_cache
from pathlib import Path

import numpy as np
import shapely

from api.alerts.extent.outline import Outline
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
    if outline.is_all:
        return int(people.people.sum(dtype=np.int64))
    points = shapely.points(outline.ground.to_xy(np.stack([people.lon_e7, people.lat_e7], 1)))
    shapely.prepare(outline.shape)
    inside = np.atleast_1d(shapely.intersects(outline.shape, points))
    if outline.in_zone.any():
        of_point, street = outline.ground.tree.query_nearest(points, all_matches=False)
        inside[of_point] |= outline.in_zone[street]
    return int(people.people[inside].sum(dtype=np.int64))


@lru_cache(maxsize=8)
def _population(folder: Path) -> Population | None:
    return load_population(folder)
