"""Write a region's files, and last the manifest that makes them a region."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np

from hazard.departure.arrival import Arrival
from hazard.exposure import Exposure
from hazard.indoor import Indoor
from hazard.places import Place
from hazard.region.layout import (
    ARRIVAL,
    ARRIVAL_KIND,
    ARRIVAL_VERSION,
    EXPOSURE,
    EXPOSURE_KIND,
    EXPOSURE_VERSION,
    FORMAT,
    FORMAT_VERSION,
    INDOOR,
    INDOOR_KIND,
    INDOOR_VERSION,
    MANIFEST,
    PACK,
    PLACES,
    PROFILES,
    PROFILES_VERSION,
    SITES,
    STREETS,
    THRESHOLDS,
    arrival_array,
    exposure_arrays,
    file_facts,
    indoor_arrays,
)
from hazard.region.model import About, BBox
from hazard.region.sites_json import place_to_json, site_to_json
from hazard.sites import Site
from hazard.thresholds import Thresholds
from router.graph import StreetGraph
from router.profiles import Profile, own_profiles, profile_to_json
from router.store import save_arrays, save_graph, written_aside
from router.store.pack import pack_graph


def save_files(
    folder: Path,
    graph: StreetGraph,
    exposures: Sequence[Exposure],
    sites: Sequence[Site],
    thresholds: Thresholds,
    places: Sequence[Place] = (),
    arrivals: Sequence[Arrival] = (),
    indoor: Sequence[Indoor] = (),
) -> None:
    """Write everything but manifest and tiles into a folder that exists, with our own profiles.

    Raises
    ------
    InputError
        When the disk refuses.
    """
    save_graph(folder / STREETS, graph)
    with written_aside(folder / PACK) as file:
        file.write(pack_graph(graph))
    arrays = {}
    by_kind = {exposure.kind: exposure for exposure in exposures}
    for kind, worst_class, unknown_pct in exposure_arrays(by_kind):
        arrays[worst_class], arrays[unknown_pct] = by_kind[kind].worst_class, by_kind[kind].unknown_pct
    save_arrays(folder / EXPOSURE, EXPOSURE_KIND, EXPOSURE_VERSION, arrays, {"streets": graph.digest})
    write_json(folder / SITES, {"sites": [site_to_json(site) for site in sites]})
    if places:
        write_json(folder / PLACES, {"places": [place_to_json(place) for place in places]})
    if arrivals:
        _save_arrivals(folder / ARRIVAL, graph, arrivals)
    if indoor:
        _save_indoor(folder / INDOOR, graph, indoor)
    write_json(folder / THRESHOLDS, dict(thresholds.table))
    save_profiles(folder, own_profiles())


def save_profiles(folder: Path, profiles: Mapping[str, Profile]) -> None:
    """Write who walks how fast, in place of our own."""
    rows = [profile_to_json(profile) for profile in profiles.values()]
    write_json(folder / PROFILES, {"version": PROFILES_VERSION, "profiles": rows})


def _save_arrivals(path: Path, graph: StreetGraph, arrivals: Sequence[Arrival]) -> None:
    arrays = {arrival_array(arrival.kind): arrival.first_ds for arrival in arrivals}
    scenarios = {str(arrival.kind): arrival.scenario for arrival in arrivals}
    save_arrays(
        path, ARRIVAL_KIND, ARRIVAL_VERSION, arrays, {"streets": graph.digest, "scenarios": scenarios}
    )


def _save_indoor(path: Path, graph: StreetGraph, indoor: Sequence[Indoor]) -> None:
    arrays: dict[str, np.ndarray] = {}
    for one in indoor:
        collapse, duration = indoor_arrays(one.kind)
        arrays[collapse], arrays[duration] = one.collapse, one.duration_h
    save_arrays(path, INDOOR_KIND, INDOOR_VERSION, arrays, {"streets": graph.digest})


def save_manifest(folder: Path, about: About, bbox: BBox, facts: Mapping[str, Any]) -> None:
    """Hash every file of the folder and write the manifest, which completes the region.

    Parameters
    ----------
    folder : Path
    about : About
    bbox : tuple of float
    facts : mapping
        ``counts`` and ``hazards`` (docs/formats.md).
    """
    files = {path.name: file_facts(path) for path in sorted(folder.iterdir()) if path.name != MANIFEST}
    manifest = {
        "format": FORMAT,
        "version": FORMAT_VERSION,
        "id": about.id,
        "name": about.name,
        "fictional": about.fictional,
        "bbox": list(bbox),
        "created_at": about.created_at.isoformat(timespec="seconds"),
        **facts,
        "sources": [asdict(source) for source in about.sources],
        "files": files,
    }
    write_json(folder / MANIFEST, manifest)


def write_json(path: Path, content: Mapping[str, Any]) -> None:
    """Write a JSON file aside and rename it."""
    text = json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
    with written_aside(path) as file:
        file.write(text.encode())
