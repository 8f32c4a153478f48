"""Exposure of streets and of points to zones of one kind."""

from collections.abc import Sequence

import shapely

from hazard.exposure import Exposure
from hazard.kinds import HazardKind
from hazard.layers.sample import expose
from hazard.layers.shapes import bbox_of
from hazard.layers.zones.burn import burn
from hazard.layers.zones.zones import Zones
from router.graph import StreetGraph


def expose_zones(
    graph: StreetGraph, kind: HazardKind, zones: Sequence[Zones], covered: shapely.Geometry | None = None
) -> Exposure:
    """Return the exposure of every street to zones of one kind.

    Parameters
    ----------
    graph : StreetGraph
    kind : HazardKind
    zones : sequence of Zones
        Of that kind, role exposure or collapse.
    covered : Geometry, optional
        The surveyed area; without it everything outside of the zones is unknown.

    Returns
    -------
    Exposure
    """
    return expose(graph, kind, [burn(zones, bbox_of(graph), covered)])
