"""The regions that are served, opened once: their engines, their manifests, their files."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Self

import anyio.to_thread
import orjson
import structlog

from api.answers import sources_of
from api.contract import RegionSummary, Source
from api.errors import UnknownFileError, UnknownRegionError
from api.http.files.ranged import StoredFile
from api.quoting import quoted
from hazard.advise import Advisor
from hazard.kinds import HazardKind
from hazard.live import LiveEngine
from hazard.region import Region, load_region
from hazard.region.replaced import LayerStore
from router.errors import InputError, Problem

MANIFEST = "manifest.json"
SHA_CHARS = 16
"""How much of a file's sha256 is in its address."""
MEDIA_TYPES = {".json": "application/json", ".pmtiles": "application/vnd.pmtiles"}

log = structlog.get_logger("nigemichi.http")


@dataclass(frozen=True, slots=True)
class Served:
    """One region and what is told about it.

    Attributes
    ----------
    engine : LiveEngine
    files : mapping of (str, str) to StoredFile
        By the first `SHA_CHARS` of the sha256, and the name.
    manifest : bytes
        The manifest, with the address of every file added.
    manifest_etag : str
    summary : RegionSummary
    advisor : Advisor
        Decisions, and routes by the clock.
    layers : LayerStore
        Exposures that came after the build.
    """

    engine: LiveEngine
    files: Mapping[tuple[str, str], StoredFile]
    manifest: bytes
    manifest_etag: str
    summary: RegionSummary
    advisor: Advisor
    layers: LayerStore

    @classmethod
    def of(cls, region: Region, max_plans: int) -> Self:
        """Prepare a loaded region."""
        files = MappingProxyType(dict(_files(region)))
        manifest = orjson.dumps(_manifest(region))
        etag = f'"{hashlib.sha256(manifest).hexdigest()[:32]}"'
        layers = LayerStore(region)
        engine = LiveEngine(region, max_plans, layers)
        advisor = Advisor(engine)
        engine.also_renew(advisor.timed.renew)
        return cls(engine, files, manifest, etag, _summary(region), advisor, layers)

    def file(self, sha16: str, name: str) -> StoredFile:
        """Return a file by its address, or raise UnknownFileError."""
        found = self.files.get((sha16, name))
        if found is None:
            where = f"{sha16}/{name}"
            raise UnknownFileError(Problem("request", "file", "a file listed in the manifest", quoted(where)))
        return found

    def layer(self, sha256: str) -> StoredFile:
        """Return the file of a replaced layer, or raise UnknownFileError."""
        path = self.layers.find(sha256)
        if path is None:
            raise UnknownFileError(Problem("request", "layer", "a layer that is kept here", quoted(sha256)))
        return StoredFile(path, sha256, path.stat().st_size, "application/octet-stream")


class Shelf:
    """Served regions by id; the first is the default."""

    def __init__(self, served: Iterable[Served]) -> None:
        self.served = {one.summary.id: one for one in served}

    @classmethod
    def open(cls, folders: Iterable[Path], max_plans: int) -> Self:
        """Load and verify every region, or raise one InputError with what is wrong with any of them."""
        regions: list[Region] = []
        problems: list[Problem] = []
        for folder in folders:
            try:
                regions.append(load_region(folder))
            except InputError as error:
                problems += error.problems
        problems += _twins(regions)
        if problems:
            raise InputError(problems)
        return cls(Served.of(region, max_plans) for region in regions)

    def find(self, region: str | None) -> Served:
        """Return the region of that id (the default for None), or raise UnknownRegionError."""
        if region is None and self.served:
            return next(iter(self.served.values()))
        found = self.served.get(region or "")
        if found is None:
            expected = "one of " + ", ".join(self.served) if self.served else "a region, but none is served"
            raise UnknownRegionError(Problem("request", "region", expected, quoted(region)))
        return found

    async def warm(self) -> None:
        """Settle one plan for each region, so that nobody waits for the compiler."""
        for one in self.served.values():
            await anyio.to_thread.run_sync(_warm, one.engine)
            log.info("region ready", region=one.summary.id)


def _warm(engine: LiveEngine) -> None:
    """Settle for the first kind with a layer, and answer once in the middle of the region."""
    kind = next(iter(engine.region.exposures), HazardKind.EARTHQUAKE)
    west, south, east, north = engine.region.bbox
    engine.answer(engine.plan([kind]), (west + east) / 2, (south + north) / 2)


def _twins(regions: Iterable[Region]) -> Iterator[Problem]:
    """Yield a problem for every region whose id is taken."""
    seen: dict[str, Path | None] = {}
    for region in regions:
        if region.id in seen:
            expected = f"another id than that of {seen[region.id]}"
            yield Problem(str(region.folder), "id", expected, quoted(region.id))
        seen.setdefault(region.id, region.folder)


def _files(region: Region) -> Iterator[tuple[tuple[str, str], StoredFile]]:
    assert region.folder is not None
    for name, facts in region.manifest["files"].items():
        path = region.folder / name
        media_type = MEDIA_TYPES.get(path.suffix, "application/octet-stream")
        file = StoredFile(path, facts["sha256"], facts["bytes"], media_type)
        yield (file.sha256[:SHA_CHARS], name), file


def _manifest(region: Region) -> dict[str, Any]:
    """Return the manifest with an address for every file."""
    files = {
        name: {**facts, "path": f"/v1/regions/{region.id}/files/{facts['sha256'][:SHA_CHARS]}/{name}"}
        for name, facts in region.manifest["files"].items()
    }
    return {**region.manifest, "files": files}


def _summary(region: Region) -> RegionSummary:
    return RegionSummary(
        id=region.id,
        name=region.name,
        fictional=region.fictional,
        built_at=region.created_at.isoformat(timespec="seconds"),
        bbox=list(region.bbox),
        hazards=[str(kind) for kind in HazardKind if kind in region.exposures],
        profiles=list(region.profiles),
        manifest=f"/v1/regions/{region.id}/manifest",
        sources=[Source.model_validate(source) for source in sources_of(region)],
    )
