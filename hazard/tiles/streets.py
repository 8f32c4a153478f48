"""Streets as map features, with the number of the street as feature id."""

from collections.abc import Iterator

import numpy as np

from hazard.tiles.feature import Feature, Property
from router.classes import Flag, StreetClass
from router.graph import StreetGraph

LAYER = "streets"
MIN_ZOOM = {
    StreetClass.TRUNK: 10,
    StreetClass.PRIMARY: 10,
    StreetClass.SECONDARY: 11,
    StreetClass.TERTIARY: 12,
    StreetClass.RESIDENTIAL: 13,
    StreetClass.PEDESTRIAN: 13,
    StreetClass.LIVING_STREET: 13,
    StreetClass.TRACK: 13,
}
REST_MIN_ZOOM = 14
FLAGS = {
    "bridge": Flag.BRIDGE,
    "tunnel": Flag.TUNNEL,
    "underpass": Flag.UNDERPASS,
    "covered": Flag.COVERED,
    "steps": Flag.STEPS,
}


def street_features(graph: StreetGraph) -> Iterator[Feature]:
    """Return every street once: ``class``, ``name`` where it has one, and the flags that are set."""
    edges = graph.street_edge
    classes, flags = graph.edge_class[edges].tolist(), graph.edge_flags[edges].tolist()
    points = np.column_stack([graph.point_lon_e7, graph.point_lat_e7]) / 1e7
    first, names = graph.street_first_point.tolist(), graph.street_name.tolist()
    for street, (code, bits) in enumerate(zip(classes, flags, strict=True)):
        kind = StreetClass(code)
        properties: dict[str, Property] = {"class": kind.name.lower()}
        if names[street]:
            properties["name"] = graph.names[names[street]]
        properties |= {key: True for key, flag in FLAGS.items() if bits & flag}
        shape = points[first[street] : first[street + 1]].tolist()
        geometry = {"type": "LineString", "coordinates": shape}
        yield Feature(LAYER, geometry, properties, MIN_ZOOM.get(kind, REST_MIN_ZOOM), street)
