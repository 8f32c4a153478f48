"""How many people live where an alert holds, by the population that the region was built with."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray

from api.alerts.extent.outline import Outline
from hazard.exposure import unknown_exposure
from hazard.kinds import ExposureClass, HazardKind
from hazard.official.population.read import Population
from hazard.region import Region, load_population
from router.graph import U8


@dataclass(frozen=True, eq=False)
class Homes:
    """Where people live: points, or the middles of cells, and what is known of them.

    Attributes
    ----------
    people : Population
    points : object, (k,)
        In local metres (`Ground`).
    inside : bool, (k,)
        Where the alert holds. In a zone are those whose nearest street is in it: a zone is known along
        streets only.
    street : int64, (k,)
        The nearest street.
    """

    people: Population
    points: NDArray[np.object_]
    inside: NDArray[np.bool_]
    street: NDArray[np.int64]

    def count(self, where: NDArray[np.bool_]) -> int:
        """Return how many people live there; ``where``: bool, (k,)."""
        return int(self.people.people[where].sum(dtype=np.int64))


@lru_cache(maxsize=16)
def homes_in(outline: Outline) -> Homes | None:
    """Return where people live; None where no population is known."""
    folder = outline.region.folder
    people = None if folder is None else _population(folder)
    if people is None:
        return None
    ground = outline.ground
    xy = ground.to_xy(np.stack([people.lon_e7, people.lat_e7], 1))
    points: NDArray[np.object_] = np.asarray(shapely.points(xy))
    _, street = ground.tree.query_nearest(points, all_matches=False)
    if outline.is_all:
        return Homes(people, points, np.ones(len(points), np.bool_), street)
    shapely.prepare(outline.shape)
    inside = np.atleast_1d(shapely.intersects(outline.shape, points)) | outline.in_zone[street]
    return Homes(people, points, inside, street)


def residents(outline: Outline) -> int | None:
    """Return the people whose home is inside; None where no population is known."""
    homes = homes_in(outline)
    return None if homes is None else homes.count(homes.inside)


def unsurveyed(outline: Outline, kinds: Sequence[HazardKind]) -> int | None:
    """Return how many of the residents live where nobody knows of a hazard: to them the page says so.

    They count by their nearest street, of which no part was surveyed for one of ``kinds``.
    """
    homes = homes_in(outline)
    if homes is None:
        return None
    unknown = worst_of(outline.region, kinds) == ExposureClass.UNKNOWN
    return homes.count(homes.inside & unknown[homes.street])


def worst_of(region: Region, kinds: Sequence[HazardKind]) -> U8:
    """Return what is told of each street: uint8, (s,), of `ExposureClass`.

    The worst of all kinds; unknown where one of them was not surveyed, as far as nothing worse is known; dry
    only where all of the street is known to be outside of every zone.
    """
    told = np.zeros(region.graph.n_streets, np.uint8)
    unknown = np.zeros(region.graph.n_streets, np.bool_)
    for kind in kinds:
        exposure = region.exposures.get(kind) or unknown_exposure(kind, region.graph.n_streets)
        is_unknown = exposure.worst_class == ExposureClass.UNKNOWN
        unknown |= is_unknown | ((exposure.worst_class == ExposureClass.DRY) & (exposure.unknown_pct > 0))
        told = np.maximum(told, np.where(is_unknown, np.uint8(0), exposure.worst_class))
    told[unknown & (told == ExposureClass.DRY)] = ExposureClass.UNKNOWN
    return told


@lru_cache(maxsize=8)
def _population(folder: Path) -> Population | None:
    return load_population(folder)
