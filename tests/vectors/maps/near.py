"""Places that a vague position may mean, for both engines: the town, and maps with bridges and walls."""

import random
from collections.abc import Mapping
from typing import Any

import numpy as np

from hazard.region import Region
from router.place.snap import SnapIndex
from tests.vectors.maps.drawn import drawn_regions
from tests.vectors.packs import Folder, loaded

DOUBTS = (
    (0, 4, 100, 300),
    (30, 4, 100, 300),
    (120, 4, 40, 300),
    (500, 12, 250, 500),
    (2_000, 12, 1_000, 2_000),
)
"""(accuracy, most, apart, limit), metres but for the second."""
N_POSITIONS = 12
AROUND_E7 = 30_000
"""About 300 m beyond the streets."""


def near(town: Folder) -> Mapping[str, Any]:
    """Return, by region, positions and what may be meant by each of them."""
    found = {one.name: places_in(one.region) for one in drawn_regions()}
    with loaded(town) as region:
        return {**found, "town": places_in(region)}


def places_in(region: Region) -> list[dict[str, Any]]:
    """Return drawn positions with their places, by every doubt; every third street may not be used."""
    graph, index = region.graph, SnapIndex(region.graph)
    rng = random.Random(17)
    usable = np.arange(graph.n_streets) % 3 != 0
    rows = []
    for k in range(N_POSITIONS):
        lon = rng.randint(int(graph.node_lon_e7.min()) - AROUND_E7, int(graph.node_lon_e7.max()) + AROUND_E7)
        lat = rng.randint(int(graph.node_lat_e7.min()) - AROUND_E7, int(graph.node_lat_e7.max()) + AROUND_E7)
        for accuracy, most, apart, limit in DOUBTS:
            whole = (k + accuracy) % 2 == 0
            found = index.candidates(
                [lon / 1e7],
                [lat / 1e7],
                accuracy,
                None if whole else usable,
                most=most,
                apart_m=apart,
                limit_m=limit,
            )
            places = [
                [snap.edge, snap.offset_mm, snap.distance_mm, snap.lon_e7, snap.lat_e7]
                for snap, _ in found[0]
            ]
            doubt = [accuracy, most, apart, limit]
            rows.append({"at": [lon / 1e7, lat / 1e7], "whole": whole, "doubt": doubt, "places": places})
    return rows
