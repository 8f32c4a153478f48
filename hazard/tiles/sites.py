"""Evacuation sites as map features, with their place in the list as feature id."""

from collections.abc import Iterator, Sequence

from hazard.sites import Site
from hazard.tiles.feature import Feature, Property

LAYER = "sites"
MIN_ZOOM = 10


def site_features(sites: Sequence[Site]) -> Iterator[Feature]:
    """Return every site: ``id``, ``name``, and ``true`` for each kind that it is designated for."""
    for number, site in enumerate(sites):
        properties: dict[str, Property] = {"id": site.id, "name": site.name}
        properties |= {kind.value: True for kind in site.kinds}
        if site.is_shelter:
            properties["is_shelter"] = True
        geometry = {"type": "Point", "coordinates": [site.lon, site.lat]}
        yield Feature(LAYER, geometry, properties, MIN_ZOOM, number)
