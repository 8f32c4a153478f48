"""What a region is, in memory."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, TypeAlias

from hazard.departure.arrival import Arrival
from hazard.exposure import Exposure
from hazard.indoor import Indoor
from hazard.kinds import HazardKind
from hazard.places import Place
from hazard.sites import Site
from hazard.thresholds import Thresholds
from router.graph import StreetGraph
from router.profiles import Profile, own_profiles

BBox: TypeAlias = tuple[float, float, float, float]
"""West, south, east, north in degrees."""
Ring: TypeAlias = tuple[tuple[int, int], ...]
"""Closed, longitude and latitude in 10^-7 degrees."""


@dataclass(frozen=True, slots=True)
class Town:
    """A 町丁目 (or a district that people know by name).

    Attributes
    ----------
    name : str
        As published.
    rings : tuple of Ring
        Its parts, without holes: what lies inside of a town and is not of it, an alert reaches too.
    """

    name: str
    rings: tuple[Ring, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """Where data comes from; shown wherever the data is shown.

    Attributes
    ----------
    title : str
    date : str or None
        As published: a day, a month or a year.
    licence, credit : str or None
    """

    title: str
    date: str | None = None
    licence: str | None = None
    credit: str | None = None


@dataclass(frozen=True, slots=True)
class About:
    """What a region is.

    Attributes
    ----------
    id : str
        Lower-case letters, digits and hyphens; part of addresses.
    name : str
        For people.
    fictional : bool
        Shown on every screen.
    created_at : datetime
        Aware.
    sources : tuple of Source
    """

    id: str
    name: str
    fictional: bool
    created_at: datetime
    sources: tuple[Source, ...]


@dataclass(frozen=True, eq=False)
class Region:
    """One loaded region. Everything in it is read-only; the arrays stay in the mapped files.

    Attributes
    ----------
    about : About
    bbox : tuple of float
        West, south, east, north of the streets in degrees.
    graph : StreetGraph
    exposures : mapping of HazardKind to Exposure
        Only kinds with a layer.
    sites : tuple of Site
    thresholds : Thresholds
    manifest : mapping
        manifest.json as it is.
    folder : Path or None
        Where it was loaded from.
    places : tuple of Place
        Shelters, welfare shelters, tsunami evacuation buildings: no general destinations.
    arrivals : mapping of HazardKind to Arrival
        Only kinds of which a published scenario with times was given.
    indoor : mapping of HazardKind to Indoor
        Only kinds with maps of collapse zones or durations.
    profiles : mapping of str to Profile
        Who walks, with the numbers that the region was built with.
    towns : tuple of Town
        町丁目 with their outlines; none where the region was built without.
    """

    about: About
    bbox: BBox
    graph: StreetGraph
    exposures: Mapping[HazardKind, Exposure]
    sites: tuple[Site, ...]
    thresholds: Thresholds
    manifest: Mapping[str, Any]
    folder: Path | None = None
    places: tuple[Place, ...] = ()
    arrivals: Mapping[HazardKind, Arrival] = field(default_factory=dict)
    indoor: Mapping[HazardKind, Indoor] = field(default_factory=dict)
    profiles: Mapping[str, Profile] = field(default_factory=own_profiles)
    towns: tuple[Town, ...] = ()

    @property
    def id(self) -> str:
        """The id, as in ``about``."""
        return self.about.id

    @property
    def name(self) -> str:
        """The name, as in ``about``."""
        return self.about.name

    @property
    def fictional(self) -> bool:
        """Whether the place exists only in our data."""
        return self.about.fictional

    @property
    def created_at(self) -> datetime:
        """When it was built."""
        return self.about.created_at

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where its data comes from."""
        return self.about.sources
