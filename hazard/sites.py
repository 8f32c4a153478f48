"""Evacuation sites (指定緊急避難場所): what they suit, where one reaches them, which contradict a layer."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from hazard.kinds import ExposureClass, HazardKind
from hazard.thresholds import Thresholds

MAX_SNAP_M = 200
"""A site farther than this from every usable street is reported and not used."""


@dataclass(frozen=True, slots=True)
class Site:
    """One evacuation site as published, placed on the streets.

    Attributes
    ----------
    id : str
        共通ID of the official list.
    name, address, remarks : str
        As published.
    lon, lat : float
        Degrees.
    kinds : tuple of HazardKind
        Hazards for which it is designated, in the official order.
    is_shelter : bool
        Whether the list marks it as being a designated shelter (指定避難所) too.
    capacity : int or None
        People; the official list does not tell it, the municipalities' own does.
    edge : int
        Edge of the nearest street that an adult can use; -1 where there is none within 2 km.
    offset_mm : int
        Along that edge.
    distance_m : float
        From the site to that street; infinite where there is none.
    class_at : mapping of HazardKind to ExposureClass
        What the layers say at the site; only kinds with a layer.
    """

    id: str
    name: str
    address: str
    lon: float
    lat: float
    kinds: tuple[HazardKind, ...]
    remarks: str = ""
    is_shelter: bool = False
    capacity: int | None = None
    edge: int = -1
    offset_mm: int = 0
    distance_m: float = float("inf")
    class_at: Mapping[HazardKind, ExposureClass] = field(default_factory=dict)

    @property
    def is_reachable(self) -> bool:
        """Whether a usable street is near enough."""
        return self.distance_m <= MAX_SNAP_M


@dataclass(frozen=True, slots=True)
class Conflict:
    """A site that is designated for a hazard and lies where that hazard is impassable.

    The designation is the law; the layer is the second check: staff must look at it (api shows the list).
    """

    site: Site
    kind: HazardKind
    class_at: ExposureClass


def conflicts_of(
    sites: Iterable[Site], kinds: Sequence[HazardKind], profile: str, thresholds: Thresholds
) -> list[Conflict]:
    """Return every designation for one of ``kinds`` that a layer contradicts for a profile."""
    return [
        Conflict(site, kind, site.class_at[kind])
        for site in sites
        for kind in kinds
        if kind in site.kinds
        and kind in site.class_at
        and thresholds.impassable(kind, profile, site.class_at[kind])
    ]


def usable_sites(
    sites: Sequence[Site], kinds: Sequence[HazardKind], profile: str, thresholds: Thresholds
) -> list[int]:
    """Return the indices of the sites that suit all of ``kinds`` at once for a profile.

    A site is used when it is designated for every kind, near a street, and outside the impassable zone of
    every kind. Where a layer says nothing about the site, the designation alone holds.
    """
    return [
        index
        for index, site in enumerate(sites)
        if site.is_reachable
        and all(kind in site.kinds for kind in kinds)
        and not conflicts_of([site], kinds, profile, thresholds)
    ]
