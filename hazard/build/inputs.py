"""What a build is made from."""

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeAlias

from hazard.kinds import HazardKind
from hazard.layers.arrival import ArrivalUnit
from hazard.layers.frame import BBox
from hazard.region import Source
from router.errors import InputError, Problem

Area: TypeAlias = Path | BBox
"""A file of polygons, or a box."""


@dataclass(frozen=True, slots=True)
class ArrivalInput:
    """A raster of arrival times of one published scenario.

    Attributes
    ----------
    kind : HazardKind
    path : Path
    scenario : str
        Name and year as published; shown as 想定 beside every time.
    unit : ArrivalUnit or None
        None: the raster says it itself.
    """

    kind: HazardKind
    path: Path
    scenario: str
    unit: ArrivalUnit | None = None


@dataclass(frozen=True, slots=True)
class TileInput:
    """A folder of map tiles, as `api.fetch` fills it (hazard/official/tiles/folder.py).

    Attributes
    ----------
    folder : Path
    layers : tuple of str
        Layer ids of 重ねるハザードマップ.
    zoom : int
    """

    folder: Path
    layers: tuple[str, ...]
    zoom: int


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
        Depth rasters (GeoTIFF), or polygons of 国土数値情報, PLATEAU or any with a rule or an attribute;
        several of one kind merge by the worst.
    attributes : tuple of (Path, str)
        Attribute of a file of polygons in ``hazards`` that is of no official form: class keys or metres.
    hazard_tiles : tuple of TileInput
        Tiles of 重ねるハザードマップ.
    covered : tuple of (HazardKind, Area)
        Areas that were surveyed for a kind: outside of its zones they are dry.
    arrivals : tuple of ArrivalInput
    scenarios : tuple of (HazardKind, str)
        Name and year of the scenario that a kind's layer shows.
    shelters : tuple of Path
        Lists of evacuation sites, shelters and tsunami buildings, of any known form; earlier ones count for
        more.
    site_mappings : tuple of (Path, Path)
        A list of no known form, and which of its columns is what; or beside the list, with ``.toml`` added.
    site_tiles : Path or None
        Folder with GSI tiles of evacuation sites.
    municipality : str or None
        Five-digit code: read only the sites of this municipality.
    dem : tuple of Path
        Elevation models, GeoTIFF or folders of GSI tiles; where several know a height the first holds.
    population : Path or None
        CSV of points or of mesh cells.
    towns : Path or None
        Outlines of 町丁目 with their names.
    id : str or None
        Lower-case letters, digits and hyphens; default: made from the folder's name.
    fictional : bool
        Marks a place that does not exist.
    thresholds : Path or None
        Override of hazard/thresholds.toml.
    profiles : Path or None
        A table in place of router/profiles.toml: speeds, night, crowds.
    sources : tuple of Source or None
        What the manifest lists; default: `hazard.build.sources.default_sources`.
    file_sources : tuple of (Path, Source)
        Where single files come from, instead of what their form says.
    more_sources : tuple of Source
        Listed after those of the files.
    tiles : bool
        Whether to make map tiles.
    """

    out: Path
    name: str
    osm: Path
    created_at: datetime
    hazards: tuple[tuple[HazardKind, Path], ...] = ()
    attributes: tuple[tuple[Path, str], ...] = ()
    hazard_tiles: tuple[TileInput, ...] = ()
    covered: tuple[tuple[HazardKind, Area], ...] = ()
    arrivals: tuple[ArrivalInput, ...] = ()
    scenarios: tuple[tuple[HazardKind, str], ...] = ()
    shelters: tuple[Path, ...] = ()
    site_mappings: tuple[tuple[Path, Path], ...] = ()
    site_tiles: Path | None = None
    municipality: str | None = None
    dem: tuple[Path, ...] = ()
    population: Path | None = None
    towns: Path | None = None
    id: str | None = None
    fictional: bool = False
    thresholds: Path | None = None
    profiles: Path | None = None
    sources: tuple[Source, ...] | None = None
    file_sources: tuple[tuple[Path, Source], ...] = ()
    more_sources: tuple[Source, ...] = ()
    tiles: bool = True

    @property
    def region_id(self) -> str:
        """The id, given or made from the folder's name."""
        if self.id is not None:
            return self.id
        return re.sub(r"[^a-z0-9]+", "-", self.out.resolve().name.lower()).strip("-") or "region"

    @property
    def files(self) -> tuple[Path, ...]:
        """Every file and folder that is read, in the order of the fields."""
        one_each = (self.osm, self.site_tiles, self.population, self.towns)
        return (
            *(path for path in one_each if path is not None),
            *(path for _, path in self.hazards),
            *(one.path for one in self.arrivals),
            *self.shelters,
            *self.dem,
        )

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
        problems += self._scenario_problems()
        for path, source in self.file_sources:
            if path not in self.files:
                expected = "a file that the build reads"
                problems.append(Problem("--source", str(path), expected, f"the source {source.title!r}"))
        if problems:
            raise InputError(problems)

    def _scenario_problems(self) -> list[Problem]:
        """Return what is wrong with arrival times: each needs its scenario and a layer of its kind."""
        with_layer = {kind for kind, _ in self.hazards}
        problems = []
        for arrival in self.arrivals:
            where = f"{arrival.kind}={arrival.path}"
            if not arrival.scenario.strip():
                expected = f"--scenario {arrival.kind}=NAME, YEAR (as published)"
                problems.append(Problem("--arrival", where, expected, "no scenario"))
            if arrival.kind not in with_layer and not self.hazard_tiles:
                problems.append(Problem("--arrival", where, f"a layer of {arrival.kind} as well", "none"))
        return problems
