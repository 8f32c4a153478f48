"""Evacuation sites from their lists onto the streets."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from hazard.build.summary import Drop
from hazard.kinds import ExposureClass, HazardKind
from hazard.layers.classes import ClassRaster, classes_at
from hazard.layers.frame import BBox
from hazard.official.sites_csv import SiteList
from hazard.sites import MAX_SNAP_M, Site
from router.graph import CLOSED_DS, StreetGraph
from router.place.snap import SnapIndex
from router.profiles import durations, profile_named

SEARCH_M = 2_000
"""How far from a site the nearest street is looked for, to report how far it is."""


def gather_sites(lists: Sequence[SiteList], bbox: BBox) -> tuple[list[Site], list[Drop]]:
    """Join lists, leave out what is outside of the streets' box or repeats an id, and say so.

    The box is grown by the distance at which a site is still used.
    """
    sites = [site for one in lists for site in one.sites]
    unplaced = sum(len(one.without_position) for one in lists)
    inside = [site for site in sites if _is_inside(site, bbox)]
    by_id = {site.id: site for site in reversed(inside)}
    kept = list(by_id.values())[::-1]
    counts = Counter(
        {
            "evacuation sites without coordinates": unplaced,
            "evacuation sites outside of the streets": len(sites) - len(inside),
            "evacuation sites that repeat an id (the first holds)": len(inside) - len(kept),
        }
    )
    return kept, [Drop(what, count) for what, count in counts.items() if count]


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


def _is_inside(site: Site, bbox: BBox) -> bool:
    west, south, east, north = bbox
    dlat = MAX_SNAP_M / 111_000
    dlon = dlat / np.cos(np.radians(site.lat))
    return bool(west - dlon <= site.lon <= east + dlon and south - dlat <= site.lat <= north + dlat)
