"""Region folders in one compressed file: a line of JSON that says what follows, then the files in turn."""

import gzip
import json
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from hazard.exposure import Exposure
from hazard.kinds import HazardKind
from hazard.region import Region, load_region, save_files, save_manifest, save_profiles
from hazard.region.layout import ARRIVAL, INDOOR, MANIFEST, PLACES, REQUIRED_FILES

FILES = (*REQUIRED_FILES, PLACES, ARRIVAL, INDOOR)
Folder = Mapping[str, bytes]


def read_folder(folder: Path) -> Folder:
    """Return the files of a region that the engine needs (no tiles)."""
    manifest = json.loads((folder / MANIFEST).read_bytes())
    manifest["files"] = {name: manifest["files"][name] for name in FILES if name in manifest["files"]}
    files = {name: (folder / name).read_bytes() for name in manifest["files"]}
    return files | {MANIFEST: json.dumps(manifest, ensure_ascii=False).encode()}


def saved_folder(region: Region) -> Folder:
    """Return the files of a region in memory."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        exposures: list[Exposure] = list(region.exposures.values())
        more = (region.places, tuple(region.arrivals.values()), tuple(region.indoor.values()))
        save_files(folder, region.graph, exposures, region.sites, region.thresholds, *more)
        save_profiles(folder, region.profiles)
        hazards = {str(kind): _facts(region, kind) for kind in HazardKind}
        save_manifest(folder, region.about, region.bbox, {"counts": {}, "hazards": hazards})
        return read_folder(folder)


def _facts(region: Region, kind: HazardKind) -> dict[str, object]:
    """Return what the manifest says of a kind, as far as the engine reads it."""
    arrival = region.arrivals.get(kind)
    facts: dict[str, object] = {"layer": kind in region.exposures}
    if arrival is not None:
        facts["scenario"] = arrival.scenario
    return facts | ({"indoor": True} if kind in region.indoor else {})


@contextmanager
def loaded(folder: Folder) -> Iterator[Region]:
    """Load a region from files in memory; it lives as long as the context."""
    with tempfile.TemporaryDirectory() as name:
        for file, content in folder.items():
            (Path(name) / file).write_bytes(content)
        yield load_region(name)


def pack(folders: Mapping[str, Folder]) -> bytes:
    """Return folders by name as one file; equal folders give equal files."""
    index: dict[str, list[tuple[str, int]]] = {
        name: [(file, len(folder[file])) for file in sorted(folder)]
        for name, folder in sorted(folders.items())
    }
    body = b"".join(folders[name][file] for name, files in index.items() for file, _ in files)
    return gzip.compress(json.dumps(index).encode() + b"\n" + body, mtime=0)


def unpack(content: bytes) -> dict[str, Folder]:
    """Return what `pack` packed."""
    head, _, body = gzip.decompress(content).partition(b"\n")
    folders: dict[str, Folder] = {}
    at = 0
    for name, files in json.loads(head).items():
        folder = {}
        for file, size in files:
            folder[file] = body[at : at + size]
            at += size
        folders[name] = folder
    return folders
