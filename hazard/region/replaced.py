"""Replaced layers: exposure files that came after the build, kept beside the region's folder by their hash.

``shiranami`` has ``shiranami.layers/SHA256.nmg``. A file is what `save_layer` writes: an exposure file
(docs/formats.md, section 3) of one kind or more. It is checked when it is put, and again when it is used.
"""

import hashlib
import re
from pathlib import Path

from hazard.exposure import Exposure
from hazard.kinds import HazardKind
from hazard.region.layout import EXPOSURE_KIND, EXPOSURE_VERSION, exposure_arrays, file_facts
from hazard.region.model import Region
from hazard.world.world import Layer
from router.errors import InputError, Problem, StoreError
from router.graph import StreetGraph
from router.store import load_arrays, save_arrays, written_aside

MAX_BYTES = 1 << 30
_SHA256 = re.compile(r"[0-9a-f]{64}")


def save_layer(path: Path, graph: StreetGraph, exposure: Exposure) -> None:
    """Write the exposure of one kind as a file that can be put into a store."""
    ((_, worst_class, unknown_pct),) = exposure_arrays([exposure.kind])
    arrays = {worst_class: exposure.worst_class, unknown_pct: exposure.unknown_pct}
    save_arrays(path, EXPOSURE_KIND, EXPOSURE_VERSION, arrays, {"streets": graph.digest})


def load_layer(path: Path, graph: StreetGraph, kind: HazardKind) -> Exposure:
    """Read the exposure of one kind; StoreError if the file is damaged, of another graph, or lacks it."""
    ((_, worst_class, unknown_pct),) = exposure_arrays([kind])
    others = [name for _, *both in exposure_arrays(HazardKind) for name in both]
    wanted = [worst_class, unknown_pct]
    stored = load_arrays(path, EXPOSURE_KIND, EXPOSURE_VERSION, wanted, optional=others)
    if stored.meta.get("streets") != graph.digest:
        raise StoreError(Problem(str(path), "streets", f"the digest {graph.digest}", "another street map"))
    if len(stored.arrays[worst_class]) != graph.n_streets:
        found = str(len(stored.arrays[worst_class]))
        raise StoreError(Problem(str(path), kind, f"{graph.n_streets} streets", found))
    return Exposure(kind, stored.arrays[worst_class], stored.arrays[unknown_pct])


class LayerStore:
    """The replaced layers of one region on this machine. Calling it gives the layer that a world names.

    Parameters
    ----------
    region : Region
        Loaded from a folder.
    """

    def __init__(self, region: Region) -> None:
        assert region.folder is not None
        self._graph = region.graph
        self.folder = region.folder.absolute().with_name(region.folder.absolute().name + ".layers")

    def put(self, file: Path, kind: HazardKind) -> str:
        """Check a file and keep a copy of it; return its sha256. Once more changes nothing.

        Raises
        ------
        InputError, StoreError
            If it is not an exposure of ``kind`` on this region's streets. Nothing is kept then.
        """
        if not file.is_file() or file.stat().st_size > MAX_BYTES:
            raise InputError(Problem(str(file), "", f"a file of at most {MAX_BYTES} bytes", "another"))
        content = file.read_bytes()
        sha256 = hashlib.sha256(content).hexdigest()
        load_layer(file, self._graph, kind)
        self.folder.mkdir(exist_ok=True)
        if self.find(sha256) is None:
            with written_aside(self._path(sha256)) as out:
                out.write(content)
        return sha256

    def find(self, sha256: str) -> Path | None:
        """Return the file of that hash; None if it is not here."""
        path = self._path(sha256)
        return path if _SHA256.fullmatch(sha256) and path.is_file() else None

    def __call__(self, kind: HazardKind, layer: Layer) -> Exposure:
        """Return the exposure that ``layer`` names; InputError if it is not here, StoreError if damaged."""
        path = self.find(layer.sha256)
        if path is None:
            raise InputError(Problem(str(self.folder), "", f"the file {layer.sha256}.nmg", "no such file"))
        if file_facts(path)["sha256"] != layer.sha256:
            raise StoreError(Problem(str(path), "sha256", layer.sha256, "another: it is damaged"))
        return load_layer(path, self._graph, kind)

    def _path(self, sha256: str) -> Path:
        return self.folder / f"{sha256}.nmg"
