"""Region folders in one compressed file: a line of JSON that says what follows, then the files in turn."""

import gzip
import json
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from hazard.exposure import Exposure
from hazard.kinds import HazardKind
from hazard.region import Region, load_region, save_files, save_manifest
from hazard.region.layout import MANIFEST, REQUIRED_FILES

FILES = (MANIFEST, *REQUIRED_FILES)
Folder = Mapping[str, bytes]


def read_folder(folder: Path) -> Folder:
    """Return the files of a region that the engine needs (no tiles)."""
    files = {name: (folder / name).read_bytes() for name in FILES}
    manifest = json.loads(files[MANIFEST])
    manifest["files"] = {name: manifest["files"][name] for name in REQUIRED_FILES}
    return files | {MANIFEST: json.dumps(manifest, ensure_ascii=False).encode()}


def saved_folder(region: Region) -> Folder:
    """Return the files of a region in memory."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        exposures: list[Exposure] = list(region.exposures.values())
        save_files(folder, region.graph, exposures, region.sites, region.thresholds)
        hazards = {str(kind): {"layer": kind in region.exposures} for kind in HazardKind}
        save_manifest(folder, region.about, region.bbox, {"counts": {}, "hazards": hazards})
        return read_folder(folder)


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
