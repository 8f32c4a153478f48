"""What a build made, what it left out, and what it took."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from hazard.exposure import Combined, Exposure, amounts_mm
from hazard.kinds import CLASS_NAME, ExposureClass, HazardKind
from hazard.places import Place, PlaceCategory
from hazard.region import Source
from hazard.sites import Conflict, Site, conflicts_of, usable_sites
from hazard.thresholds import Thresholds
from hazard.tiles import TilesSummary
from router.graph import StreetGraph
from router.osm import BuildReport


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of a build and how long it took."""

    name: str
    seconds: float


@dataclass(frozen=True, slots=True)
class SiteCounts:
    """Evacuation sites of one kind, for the profile adult.

    Attributes
    ----------
    kind : HazardKind
    flagged : int
        Designated for the kind.
    usable : int
        Of these: near a street and not where the layer is impassable.
    conflicts : tuple of Conflict
        Designated, but the layer is impassable there: not used, for staff to look at.
    too_far : tuple of Site
        Farther than 200 m from every usable street: not used.
    """

    kind: HazardKind
    flagged: int
    usable: int
    conflicts: tuple[Conflict, ...]
    too_far: tuple[Site, ...]


@dataclass(frozen=True, slots=True)
class ExposureShares:
    """How much of the street length has which class, for one kind with a layer.

    Attributes
    ----------
    kind : HazardKind
    share : dict of str to float
        By class key, in the order of the classes; they sum to 1. Unknown shares of dry streets are unknown.
    """

    kind: HazardKind
    share: dict[str, float]


@dataclass(frozen=True, slots=True)
class Drop:
    """Something of the input that is not in the region.

    Attributes
    ----------
    what : str
        For people: what was left out and why.
    count : int
    length_m : float
        Of streets; 0 for other things.
    """

    what: str
    count: int
    length_m: float = 0.0


@dataclass(frozen=True, slots=True)
class BuildSummary:
    """The end of a build.

    Attributes
    ----------
    out : Path
    id, name : str
    nodes, edges, streets : int
    street_km : float
    sites : int
        All evacuation sites in the region.
    site_counts : tuple of SiteCounts
        All eight kinds, in the official order.
    exposures : tuple of ExposureShares
        Kinds with a layer.
    dropped : tuple of Drop
    report : BuildReport
        More about the streets.
    tiles : TilesSummary or None
        None when the build was asked for no tiles.
    stages : tuple of Stage
    peak_memory_bytes : int
        Of this process since it started.
    bytes : int
        Size of the folder.
    places : mapping of str to int
        Shelters, welfare shelters and tsunami buildings, by category.
    sources : tuple of Source
        As in the manifest.
    """

    out: Path
    id: str
    name: str
    nodes: int
    edges: int
    streets: int
    street_km: float
    sites: int
    site_counts: tuple[SiteCounts, ...]
    exposures: tuple[ExposureShares, ...]
    dropped: tuple[Drop, ...]
    report: BuildReport
    tiles: TilesSummary | None
    stages: tuple[Stage, ...]
    peak_memory_bytes: int
    bytes: int
    places: Mapping[str, int] = field(default_factory=dict)
    sources: tuple[Source, ...] = ()

    @property
    def seconds(self) -> float:
        """The whole build."""
        return sum(stage.seconds for stage in self.stages)


def count_sites(sites: Sequence[Site], thresholds: Thresholds) -> tuple[SiteCounts, ...]:
    """Count the sites of every kind, for the profile adult."""
    return tuple(_count_kind(sites, kind, thresholds) for kind in HazardKind)


def count_places(places: Sequence[Place]) -> dict[str, int]:
    """Count places by category, in the order of the categories."""
    counts = Counter(str(place.category) for place in places)
    return {str(category): counts[category] for category in PlaceCategory if counts[category]}


def share_exposure(graph: StreetGraph, exposures: Iterable[Exposure]) -> tuple[ExposureShares, ...]:
    """Return how much of the street length has which class."""
    streets = np.arange(graph.n_streets, dtype=np.int32)
    lengths_mm = graph.edge_length_mm[graph.street_edge].astype(np.int64)
    one = np.zeros(graph.n_streets, np.intp)
    shares = []
    for exposure in exposures:
        alone = Combined(exposure.worst_class, exposure.unknown_pct)
        amounts = amounts_mm(alone, streets, lengths_mm, one, 1)[0]
        total = int(amounts.sum())
        keys = {CLASS_NAME[c].key: int(amounts[c]) / total for c in ExposureClass if amounts[c]}
        shares.append(ExposureShares(exposure.kind, keys))
    return tuple(shares)


def drops_of(report: BuildReport) -> list[Drop]:
    """Return what the streets' file had and the graph has not."""
    drops = [Drop(f"ways: {drop.reason.value}", drop.ways, drop.length_m) for drop in report.dropped]
    if report.ways_cut:
        drops.append(Drop("ways cut where the file lacks their nodes", report.ways_cut))
    drops += [Drop(f"turn restrictions: {reason}", count) for reason, count in report.turns_left_out.items()]
    return drops


def _count_kind(sites: Sequence[Site], kind: HazardKind, thresholds: Thresholds) -> SiteCounts:
    flagged = [site for site in sites if kind in site.kinds]
    return SiteCounts(
        kind,
        len(flagged),
        len(usable_sites(flagged, [kind], "adult", thresholds)),
        tuple(conflicts_of(flagged, [kind], "adult", thresholds)),
        tuple(site for site in flagged if not site.is_reachable),
    )
