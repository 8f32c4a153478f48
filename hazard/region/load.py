"""Load a region and verify every byte of it."""

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from hazard.departure.arrival import Arrival
from hazard.exposure import Exposure
from hazard.indoor import Indoor
from hazard.kinds import HazardKind
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
    PLACES,
    PROFILES,
    PROFILES_VERSION,
    REQUIRED_FILES,
    SITES,
    STREETS,
    THRESHOLDS,
    TOWNS,
    arrival_array,
    exposure_arrays,
    file_facts,
    indoor_arrays,
)
from hazard.region.model import About, Region, Source, Town
from hazard.region.sites_json import place_from_json, site_from_json
from hazard.region.towns import towns_from_json
from hazard.thresholds import thresholds_from
from router.errors import InputError, Problem, StoreError
from router.graph import StreetGraph
from router.profiles import Profile, profile_from_json
from router.store import load_arrays, load_graph


def load_region(folder: str | Path) -> Region:
    """Load a region and verify every file of it against the manifest.

    Parameters
    ----------
    folder : str or Path
        A folder that `hazard.build.build_region` made.

    Returns
    -------
    Region

    Raises
    ------
    StoreError
        When a file is missing, damaged, of another version or not one of ours; it names the file.
    """
    folder = Path(folder)
    manifest = _load_manifest(folder / MANIFEST)
    _verify_files(folder, manifest["files"])
    graph = load_graph(folder / STREETS)
    try:
        return Region(
            about=_about(manifest),
            bbox=tuple(manifest["bbox"]),
            graph=graph,
            exposures=_load_exposures(folder / EXPOSURE, graph, manifest),
            sites=tuple(site_from_json(row) for row in _load_json(folder / SITES)["sites"]),
            thresholds=thresholds_from(_load_json(folder / THRESHOLDS), str(folder / THRESHOLDS)),
            manifest=manifest,
            folder=folder,
            places=_load_places(folder, manifest),
            arrivals=_load_arrivals(folder / ARRIVAL, graph, manifest),
            indoor=_load_indoor(folder / INDOOR, graph, manifest),
            profiles=_load_profiles(folder / PROFILES),
            towns=_load_towns(folder, manifest),
        )
    except StoreError:
        raise
    except (KeyError, TypeError, ValueError, InputError) as error:
        raise StoreError(Problem(str(folder), "", "a region of this version", repr(error))) from error


def _load_json(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_bytes())
    except (OSError, ValueError) as error:
        raise StoreError(Problem(str(path), "", "a JSON file", str(error))) from error
    if not isinstance(content, dict):
        raise StoreError(Problem(str(path), "", "a JSON object", type(content).__name__))
    return content


def _load_profiles(path: Path) -> dict[str, Profile]:
    content = _load_json(path)
    if content["version"] != PROFILES_VERSION:
        raise StoreError(Problem(str(path), "version", str(PROFILES_VERSION), repr(content["version"])))
    return {row["name"]: profile_from_json(row) for row in content["profiles"]}


def _load_manifest(path: Path) -> dict[str, Any]:
    """Return the manifest; only its form is checked here."""
    if not path.is_file():
        raise StoreError(Problem(str(path), "", "the manifest of a region", "no such file"))
    manifest = _load_json(path)
    for key, want in (("format", FORMAT), ("version", FORMAT_VERSION)):
        if manifest.get(key) != want:
            raise StoreError(Problem(str(path), key, repr(want), repr(manifest.get(key))))
    files = manifest.get("files")
    if not isinstance(files, dict) or not set(REQUIRED_FILES) <= files.keys():
        raise StoreError(Problem(str(path), "files", ", ".join(REQUIRED_FILES), repr(files)[:200]))
    return manifest


def _verify_files(folder: Path, files: Mapping[str, Any]) -> None:
    problems = []
    for name, facts in files.items():
        path = folder / name
        if Path(name).name != name or not path.is_file():
            problems.append(Problem(str(path), "", "a file of the region", "no such file"))
            continue
        found = file_facts(path)
        problems += [
            Problem(str(path), key, str(facts.get(key)), str(value))
            for key, value in found.items()
            if not isinstance(facts, dict) or facts.get(key) != value
        ]
    if problems:
        raise StoreError(problems)


def _about(manifest: Mapping[str, Any]) -> About:
    sources = tuple(Source(**source) for source in manifest["sources"])
    created_at = datetime.fromisoformat(manifest["created_at"])
    return About(manifest["id"], manifest["name"], bool(manifest["fictional"]), created_at, sources)


def _load_exposures(
    path: Path, graph: StreetGraph, manifest: Mapping[str, Any]
) -> dict[HazardKind, Exposure]:
    """Return the exposures of the kinds that the manifest says have a layer."""
    kinds = [HazardKind(kind) for kind, facts in manifest["hazards"].items() if facts["layer"]]
    names = exposure_arrays(kinds)
    wanted = [name for _, *both in names for name in both]
    stored = load_arrays(path, EXPOSURE_KIND, EXPOSURE_VERSION, wanted)
    if stored.meta.get("streets") != graph.digest:
        raise StoreError(Problem(str(path), "streets", f"the digest {graph.digest} of {STREETS}", "another"))
    exposures = {
        kind: Exposure(kind, stored.arrays[worst], stored.arrays[share]) for kind, worst, share in names
    }
    for exposure in exposures.values():
        _check_streets(path, exposure.kind, len(exposure.worst_class), graph)
    return exposures


def _load_places(folder: Path, manifest: Mapping[str, Any]) -> tuple[Place, ...]:
    if PLACES not in manifest["files"]:
        return ()
    return tuple(place_from_json(row) for row in _load_json(folder / PLACES)["places"])


def _load_towns(folder: Path, manifest: Mapping[str, Any]) -> tuple[Town, ...]:
    if TOWNS not in manifest["files"]:
        return ()
    return towns_from_json(_load_json(folder / TOWNS), str(folder / TOWNS))


def _load_arrivals(path: Path, graph: StreetGraph, manifest: Mapping[str, Any]) -> dict[HazardKind, Arrival]:
    """Return the arrival times of the kinds that the manifest names a scenario for."""
    if ARRIVAL not in manifest["files"]:
        return {}
    kinds = [HazardKind(kind) for kind, facts in manifest["hazards"].items() if facts.get("scenario")]
    stored = load_arrays(path, ARRIVAL_KIND, ARRIVAL_VERSION, [arrival_array(kind) for kind in kinds])
    if stored.meta.get("streets") != graph.digest:
        raise StoreError(Problem(str(path), "streets", f"the digest {graph.digest} of {STREETS}", "another"))
    scenarios = stored.meta["scenarios"]
    arrivals = {kind: Arrival(kind, stored.arrays[arrival_array(kind)], scenarios[kind]) for kind in kinds}
    for arrival in arrivals.values():
        _check_streets(path, arrival.kind, len(arrival.first_ds), graph)
    return arrivals


def _load_indoor(path: Path, graph: StreetGraph, manifest: Mapping[str, Any]) -> dict[HazardKind, Indoor]:
    """Return collapse zones and durations of the kinds that the manifest says have them."""
    if INDOOR not in manifest["files"]:
        return {}
    kinds = [HazardKind(kind) for kind, facts in manifest["hazards"].items() if facts.get("indoor")]
    wanted = [name for kind in kinds for name in indoor_arrays(kind)]
    stored = load_arrays(path, INDOOR_KIND, INDOOR_VERSION, wanted)
    if stored.meta.get("streets") != graph.digest:
        raise StoreError(Problem(str(path), "streets", f"the digest {graph.digest} of {STREETS}", "another"))
    found = {}
    for kind in kinds:
        collapse, duration = (stored.arrays[name] for name in indoor_arrays(kind))
        _check_streets(path, kind, len(collapse), graph)
        found[kind] = Indoor(kind, collapse, duration)
    return found


def _check_streets(path: Path, kind: HazardKind, n_found: int, graph: StreetGraph) -> None:
    if n_found != graph.n_streets:
        raise StoreError(Problem(str(path), kind, f"{graph.n_streets} streets", str(n_found)))
