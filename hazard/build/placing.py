"""Evacuation sites from their lists onto the streets."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from hazard.build.summary import Drop
from hazard.kinds import ExposureClass, HazardKind
from hazard.layers.classes import ClassRaster, classes_at
from hazard.layers.frame import BBox
from hazard.official.sites.merge import Double, merge_places
from hazard.official.sites.record import PlaceList, PlaceRecord
from hazard.places import Place, PlaceCategory
from hazard.sites import MAX_SNAP_M, Site
from router.graph import CLOSED_DS, StreetGraph
from router.place.snap import SnapIndex
from router.profiles import durations, profile_named

SEARCH_M = 2_000
"""How far from a site the nearest street is looked for, to report how far it is."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What all lists hold together, not yet on streets.

    Attributes
    ----------
    sites : list of Site
        Evacuation sites (指定緊急避難場所).
    places : list of Place
        Shelters, welfare shelters and tsunami buildings.
    dropped : list of Drop
        What was left out or merged, counted.
    doubles : tuple of Double
        Every merge.
    """

    sites: list[Site]
    places: list[Place]
    dropped: list[Drop]
    doubles: tuple[Double, ...]


def gather_sites(lists: Sequence[PlaceList], bbox: BBox) -> Gathered:
    """Join lists, leave out what is outside of the streets' box, merge doubles, and say so.

    The box is grown by the distance at which a site is still used.
    """
    inside = [[record for record in one.records if _is_inside(record, bbox)] for one in lists]
    merged = merge_places(inside)
    counts = Counter(
        {
            "places without coordinates": sum(len(one.without_position) for one in lists),
            "places outside of the streets": sum(len(one.records) for one in lists) - sum(map(len, inside)),
            "places that repeat an id (merged, the first holds)": sum(one.by_id for one in merged.doubles),
            "places of one name close by (merged, the first holds)": sum(
                not one.by_id for one in merged.doubles
            ),
            "merged places whose lists disagree (the first holds)": sum(
                bool(one.differences) for one in merged.doubles
            ),
        }
    )
    sites = [record.to_site() for record in merged.records if record.category is PlaceCategory.SITE]
    places = [record.to_place() for record in merged.records if record.category is not PlaceCategory.SITE]
    return Gathered(sites, places, [Drop(what, n) for what, n in counts.items() if n], merged.doubles)


def place_sites(
    graph: StreetGraph, sites: Sequence[Site], layers: Mapping[HazardKind, Sequence[ClassRaster]]
) -> list[Site]:
    """Snap sites to the nearest street that an adult can use, and read the layers where they stand."""
    lon = np.array([site.lon for site in sites], np.float64)
    lat = np.array([site.lat for site in sites], np.float64)
    usable = durations(graph, profile_named("adult")) < CLOSED_DS
    snaps = SnapIndex(graph).snap(lon, lat, usable, limit_m=SEARCH_M)
    classes = {kind: classes_at(rasters, lon, lat).tolist() for kind, rasters in layers.items()}
    placed = []
    for i, site in enumerate(sites):
        snap = snaps[i]
        class_at = {kind: ExposureClass(found[i]) for kind, found in classes.items()}
        if snap is None:
            placed.append(replace(site, class_at=class_at))
        else:
            distance_m = snap.distance_mm / 1000
            placed.append(
                replace(
                    site, edge=snap.edge, offset_mm=snap.offset_mm, distance_m=distance_m, class_at=class_at
                )
            )
    return placed


def place_places(
    graph: StreetGraph, places: Sequence[Place], layers: Mapping[HazardKind, Sequence[ClassRaster]]
) -> list[Place]:
    """Place shelters and buildings as `place_sites` places sites."""
    placed = place_sites(graph, [place.site for place in places], layers)
    return [replace(place, site=site) for place, site in zip(places, placed, strict=True)]


def _is_inside(site: PlaceRecord, bbox: BBox) -> bool:
    west, south, east, north = bbox
    dlat = MAX_SNAP_M / 111_000
    dlon = dlat / np.cos(np.radians(site.lat))
    return bool(west - dlon <= site.lon <= east + dlon and south - dlat <= site.lat <= north + dlat)
