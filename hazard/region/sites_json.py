"""Evacuation sites as rows of sites.json, other places as rows of places.json, and back."""

from collections.abc import Mapping
from typing import Any

from hazard.kinds import ExposureClass, HazardKind
from hazard.places import Place, PlaceCategory
from hazard.sites import Site


def site_to_json(site: Site) -> dict[str, Any]:
    """Return a site as it is stored in sites.json."""
    row = {
        name: getattr(site, name) for name in ("id", "name", "address", "lon", "lat", "remarks", "capacity")
    }
    return row | {
        "kinds": [str(kind) for kind in site.kinds],
        "is_shelter": site.is_shelter,
        "edge": site.edge,
        "offset_mm": site.offset_mm,
        "distance_m": None if site.edge < 0 else site.distance_m,
        "class_at": {str(kind): int(c) for kind, c in site.class_at.items()},
    }


def site_from_json(row: Mapping[str, Any]) -> Site:
    """Return the site that `site_to_json` stored; KeyError, TypeError or ValueError if it is not one."""
    given = dict(row)
    given["kinds"] = tuple(HazardKind(kind) for kind in row["kinds"])
    given["class_at"] = {HazardKind(kind): ExposureClass(c) for kind, c in row["class_at"].items()}
    given["distance_m"] = float("inf") if row["distance_m"] is None else float(row["distance_m"])
    return Site(**given)


def place_to_json(place: Place) -> dict[str, Any]:
    """Return a place as it is stored in places.json: the row of a site and what it is."""
    facts = {"category": str(place.category), "floors": place.floors, "persons": place.persons}
    return site_to_json(place.site) | facts


def place_from_json(row: Mapping[str, Any]) -> Place:
    """Return the place that `place_to_json` stored; KeyError, TypeError or ValueError if it is not one."""
    given = dict(row)
    category, floors, persons = (given.pop(name) for name in ("category", "floors", "persons"))
    return Place(site_from_json(given), PlaceCategory(category), floors, persons)
