"""Places that are no general destination: shelters, welfare shelters, tsunami evacuation buildings.

Evacuation sites (`hazard.sites`) are where one runs first; these are kept apart from them, in code and on
screen.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from hazard.kinds import HazardKind
from hazard.sites import Site


class PlaceCategory(StrEnum):
    """What a place is. The three are different things and are never mixed."""

    SITE = "evacuation_site"
    """指定緊急避難場所: run here first; designated for each hazard."""
    SHELTER = "shelter"
    """指定避難所: stay here later."""
    WELFARE = "welfare_shelter"
    """福祉避難所: for named persons by their own plan; never a general destination."""
    TSUNAMI_BUILDING = "tsunami_building"
    """津波避難ビル: when nothing higher is in time. Often not in the official list of sites."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place, placed on the streets like a site.

    Attributes
    ----------
    site : Site
        Name, position, capacity, and where one reaches it.
    category : PlaceCategory
        Not ``SITE``.
    floors : int or None
        Storeys of a tsunami building.
    persons : str
        受入対象者 of a welfare shelter, as published.
    """

    site: Site
    category: PlaceCategory
    floors: int | None = None
    persons: str = ""


def tsunami_buildings(places: Iterable[Place]) -> list[Site]:
    """Return the tsunami evacuation buildings that can be reached, for `hazard.departure.escape`."""
    return [
        place.site
        for place in places
        if place.category is PlaceCategory.TSUNAMI_BUILDING
        and place.site.is_reachable
        and HazardKind.TSUNAMI in place.site.kinds
    ]
