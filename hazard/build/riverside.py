"""Streets beside water: within some metres of a river, a stream or a pond, as the streets' file draws it."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray

from hazard.layers.frame import BBox
from hazard.layers.shapes import shapes_of
from hazard.tiles.areas import area_features
from hazard.tiles.feature import Feature
from router.classes import Flag
from router.graph import StreetGraph

REACH_M = 20.0
"""From the drawn line or bank: a levee road lies on the bank, and a small river is drawn as its middle line.
Our choice."""
KINDS = frozenset({"river", "stream", "canal", "water"})
_DEGREE_M = 111_320.0


def with_riversides(graph: StreetGraph, osm: Path, bbox: BBox) -> StreetGraph:
    """Return the graph with ``Flag.RIVERSIDE`` on streets that come near water.

    Parameters
    ----------
    graph : StreetGraph
    osm : Path
        The file of the streets; nothing is flagged where it has no water.
    bbox : tuple of float
    """
    water = [shapely.geometry.shape(dict(one.geometry)) for one in area_features(osm, bbox) if _is_water(one)]
    near = beside(graph, np.array(water, object))
    flags = np.where(near[graph.edge_street], np.uint32(Flag.RIVERSIDE), np.uint32(0))
    return replace(graph, edge_flags=graph.edge_flags | flags)


def beside(graph: StreetGraph, water: NDArray[np.object_]) -> NDArray[np.bool_]:
    """bool, (s,): streets of which some part is within `REACH_M` of any of the geometries (degrees)."""
    near = np.zeros(graph.n_streets, np.bool_)
    if not len(water):
        return near
    shapes = shapes_of(graph)
    lat = float(np.mean(shapes.lat))
    scale = np.array([_DEGREE_M * np.cos(np.radians(lat)), _DEGREE_M])
    points = np.column_stack([shapes.lon, shapes.lat]) * scale
    segments = shapely.linestrings(np.stack([points[shapes.start], points[shapes.start + 1]], axis=1))
    banks = shapely.transform(water, lambda degrees: degrees * scale)
    tree = shapely.STRtree(list(np.atleast_1d(np.asarray(segments, object))))
    found = tree.query(banks, predicate="dwithin", distance=REACH_M)[1]
    near[shapes.street[found]] = True
    return near


def _is_water(feature: Feature) -> bool:
    return feature.properties.get("kind") in KINDS
