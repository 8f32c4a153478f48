"""What the manifest says of a region besides its files: counts, and what is known of each hazard."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from hazard.build.inputs import BuildInputs
from hazard.build.summary import ExposureShares, SiteCounts, count_places
from hazard.departure.arrival import Arrival
from hazard.indoor import Indoor
from hazard.kinds import HazardKind
from hazard.official.population.read import Population
from hazard.official.tiles.legends import layer_named
from hazard.places import Place
from hazard.sites import Site
from router.osm import BuildReport


class Made(Protocol):
    """What was made of the inputs."""

    @property
    def arrivals(self) -> Sequence[Arrival]:
        """Arrival times of kinds with a scenario."""

    @property
    def indoor(self) -> Sequence[Indoor]:
        """Collapse zones and durations."""

    @property
    def sites(self) -> Sequence[Site]:
        """Evacuation sites."""

    @property
    def places(self) -> Sequence[Place]:
        """Shelters and tsunami buildings."""


def manifest_facts(
    inputs: BuildInputs,
    report: BuildReport,
    made: Made,
    counts: Iterable[SiteCounts],
    shares: Iterable[ExposureShares],
    population: Population | None,
) -> dict[str, Any]:
    """Return ``counts`` and ``hazards`` of the manifest (docs/formats.md)."""
    share_of = {one.kind: one.share for one in shares}
    times = {one.kind: one.scenario for one in made.arrivals}
    shown = dict(inputs.scenarios)
    indoor = {one.kind for one in made.indoor}
    hazards = {
        str(one.kind): {
            "layer": one.kind in share_of,
            "files": list(_files(inputs, one.kind)),
            "share": {key: round(share, 6) for key, share in share_of.get(one.kind, {}).items()},
            "scenario": times.get(one.kind),
            "scenario_shown": times.get(one.kind) or shown.get(one.kind),
            "indoor": one.kind in indoor,
            "sites": one.flagged,
            "sites_usable": one.usable,
            "sites_in_conflict": len(one.conflicts),
        }
        for one in counts
    }
    return {"counts": _counts(report, made, population), "hazards": hazards}


def _counts(report: BuildReport, made: Made, population: Population | None) -> Mapping[str, Any]:
    return {
        "nodes": report.nodes,
        "edges": report.edges,
        "streets": report.streets,
        "street_m": round(report.street_length_m),
        "sites": len(made.sites),
        "places": count_places(made.places),
        "people": None if population is None else population.total,
    }


def _files(inputs: BuildInputs, kind: HazardKind) -> Iterator[str]:
    """Yield the names of a kind's sources."""
    yield from (path.name for one, path in inputs.hazards if one == kind)
    for tiles in inputs.hazard_tiles:
        yield from (name for name in tiles.layers if layer_named(name).kind == kind)
    yield from (one.path.name for one in inputs.arrivals if one.kind == kind)
