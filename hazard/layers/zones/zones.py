"""Zones: polygons of one kind of hazard with a value each, as every reader of polygons returns them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

import numpy as np
import shapely
from numpy.typing import NDArray

from hazard.kinds import HazardKind
from router.errors import InputError, Problem
from router.graph import U8

Geometries: TypeAlias = NDArray[np.object_]

NO_VALUE = 255
"""Value of a polygon whose code no list explains (equal to ``ExposureClass.UNKNOWN``)."""


class ZoneRole(StrEnum):
    """What the values of zones are."""

    EXPOSURE = "exposure"
    """``ExposureClass`` of a depth or a warning zone."""
    COLLAPSE = "collapse"
    """家屋倒壊等氾濫想定区域: ``ExposureClass.ZONE_RED`` everywhere."""
    DURATION = "duration"
    """Rank of the time under water (``DURATION_H``)."""


DURATION_H: dict[int, int] = {1: 12, 2: 24, 3: 72, 4: 168, 5: 336, 6: 672, 7: 8760}
"""Upper bound in hours of each rank of 浸水継続時間 (A31a); the last has none and counts as a year."""


@dataclass(frozen=True, slots=True, eq=False)
class Zones:
    """Polygons of one kind and role.

    Attributes
    ----------
    kind : HazardKind
    role : ZoneRole
    geometries : object, (k,)
        Shapely polygons and multipolygons in longitude and latitude (EPSG:6668, WGS 84).
    values : uint8, (k,)
        By role; ``NO_VALUE`` where the code is not known.
    source : str
        The file.
    scenario : str
        Which scenario it shows, as published (想定最大規模, 計画規模 …); empty where the source does not say.
    """

    kind: HazardKind
    role: ZoneRole
    geometries: Geometries
    values: U8
    source: str
    scenario: str = ""

    def __post_init__(self) -> None:
        areal = np.isin(shapely.get_type_id(self.geometries), (3, 6))
        if self.values.dtype != np.uint8 or self.values.shape != self.geometries.shape or not areal.all():
            expected = f"polygons, and uint8 of shape {self.geometries.shape}"
            found = f"{self.values.dtype} of shape {self.values.shape}"
            raise InputError(Problem(self.source, f"zones {self.kind}", expected, found))
        self.geometries.setflags(write=False)
        self.values.setflags(write=False)


@dataclass(frozen=True, slots=True)
class ZoneReport:
    """What a reader used and what it left out.

    Attributes
    ----------
    source : str
    used : int
        Polygons with a known value.
    unknown_codes : mapping of str to int
        Polygons by ``field=value`` that no code list explains; their area counts as unknown.
    dropped : mapping of str to int
        Features left out, by reason.
    """

    source: str
    used: int
    unknown_codes: Mapping[str, int] = field(default_factory=dict)
    dropped: Mapping[str, int] = field(default_factory=dict)

    def __str__(self) -> str:
        parts = [f"{self.source}: {self.used} polygons"]
        parts += [f"{count} with unknown code {code}" for code, count in self.unknown_codes.items()]
        return ", ".join(parts + [f"{count} left out ({reason})" for reason, count in self.dropped.items()])


@dataclass(frozen=True, slots=True, eq=False)
class ZoneFile:
    """Everything that one file holds.

    Attributes
    ----------
    zones : tuple of Zones
        One for each kind, role and scenario.
    reports : tuple of ZoneReport
        One for each member of an archive.
    """

    zones: tuple[Zones, ...]
    reports: tuple[ZoneReport, ...]


def zones_of(file: ZoneFile, kind: HazardKind, role: ZoneRole = ZoneRole.EXPOSURE) -> Sequence[Zones]:
    """Return the zones of one kind and role."""
    return [zones for zones in file.zones if zones.kind is kind and zones.role is role]
