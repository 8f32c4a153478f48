"""What a build is made from."""

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from hazard.kinds import OFFICIAL_NAME, HazardKind
from hazard.region import Source
from router.errors import InputError, Problem


@dataclass(frozen=True, slots=True)
class BuildInputs:
    """Everything that `build_region` needs.

    Attributes
    ----------
    out : Path
        The region folder to make; it must not exist, or be empty.
    name : str
        Name of the region, for people.
    osm : Path
        .osm.pbf, .osm, .osm.gz or .osm.bz2.
    created_at : datetime
        Aware; the build has no clock of its own for it.
    hazards : tuple of (HazardKind, Path)
        Depth rasters; several of one kind merge by the worst.
    shelters : tuple of Path
        Official lists of evacuation sites.
    municipality : str or None
        Five-digit code: read only the sites of this municipality.
    dem : tuple of Path
        Elevation models; where several know a height the first holds.
    id : str or None
        Lower-case letters, digits and hyphens; default: made from the folder's name.
    fictional : bool
        Marks a place that does not exist.
    thresholds : Path or None
        Override of hazard/thresholds.toml.
    sources : tuple of Source or None
        What the manifest lists; default: `default_sources`.
    tiles : bool
        Whether to make map tiles.
    """

    out: Path
    name: str
    osm: Path
    created_at: datetime
    hazards: tuple[tuple[HazardKind, Path], ...] = ()
    shelters: tuple[Path, ...] = ()
    municipality: str | None = None
    dem: tuple[Path, ...] = ()
    id: str | None = None
    fictional: bool = False
    thresholds: Path | None = None
    sources: tuple[Source, ...] | None = None
    tiles: bool = True

    @property
    def region_id(self) -> str:
        """The id, given or made from the folder's name."""
        if self.id is not None:
            return self.id
        return re.sub(r"[^a-z0-9]+", "-", self.out.resolve().name.lower()).strip("-") or "region"

    def check(self) -> None:
        """Raise an InputError with everything that is wrong with the options themselves."""
        problems = []
        if not self.name.strip():
            problems.append(Problem("--name", "", "a name", "nothing"))
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", self.region_id):
            problems.append(Problem("--id", "", "lower-case letters, digits and hyphens", repr(self.id)))
        if self.created_at.tzinfo is None:
            problems.append(Problem("created_at", "", "a time with its zone", str(self.created_at)))
        if self.out.exists() and not (self.out.is_dir() and not any(self.out.iterdir())):
            found = "a folder with files" if self.out.is_dir() else "a file"
            problems.append(Problem(str(self.out), "", "a folder that is new or empty", found))
        if problems:
            raise InputError(problems)


def default_sources(inputs: BuildInputs) -> tuple[Source, ...]:
    """Return what is known of the sources without being told: layers only by their file names."""
    sources = [Source(f"OpenStreetMap ({inputs.osm.name})", None, "ODbL 1.0", "© OpenStreetMap contributors")]
    sources += [Source(f"{OFFICIAL_NAME[kind]}: {path.name}") for kind, path in inputs.hazards]
    sources += [Source(f"標高: {path.name}") for path in inputs.dem]
    if inputs.shelters:
        sources.append(
            Source("指定緊急避難場所データ", None, "国土地理院コンテンツ利用規約", "国土地理院、市区町村")
        )
    return tuple(sources)
