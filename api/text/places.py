"""Where somebody is, as they write it: longitude and latitude, or the name of a district or a site."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

import shapely

from hazard.region import Region

NUMBERS = re.compile(r"(-?\d{1,3}(?:\.\d+)?)[\s,、]+(-?\d{1,2}(?:\.\d+)?)")
MOST_PLACES = 12
"""More are no choice."""
MIN_CHARS = 2
"""A single character is in every second name."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place that was found.

    Attributes
    ----------
    name : str
    lon, lat : float
        Degrees.
    """

    name: str
    lon: float
    lat: float


def find_places(region: Region, text: str) -> tuple[Place, ...]:
    """Return the places that a text may mean: one, several of whose names it is a part, or none.

    Parameters
    ----------
    region : Region
    text : str
        As it was typed; full-width digits and letters are understood.
    """
    wanted = " ".join(unicodedata.normalize("NFKC", text).split())
    numbers = NUMBERS.fullmatch(wanted)
    if numbers is not None:
        lon, lat = (float(part) for part in numbers.groups())
        return (Place(f"{lon:g}, {lat:g}", lon, lat),) if abs(lon) <= 180 and abs(lat) <= 90 else ()
    if len(wanted) < MIN_CHARS:
        return ()
    known = {place.name: place for place in _places(region)}
    exact = [place for name, place in known.items() if _folded(name) == _folded(wanted)]
    if exact:
        return (exact[0],)
    return tuple(place for name, place in known.items() if _folded(wanted) in _folded(name))[:MOST_PLACES]


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).replace(" ", "").casefold()


def _places(region: Region) -> Iterator[Place]:
    """Yield districts, sites and other places with names; the same name later counts for nothing more."""
    for town in reversed(region.towns):
        inside = shapely.MultiPolygon([shapely.Polygon(ring) for ring in town.rings]).representative_point()
        yield Place(town.name, inside.x / 1e7, inside.y / 1e7)
    yield from (Place(site.name, site.lon, site.lat) for site in region.sites)
    yield from (Place(one.site.name, one.site.lon, one.site.lat) for one in region.places)
