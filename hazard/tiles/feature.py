"""One map feature: a line of GeoJSON with what tippecanoe must know about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

import orjson

Property: TypeAlias = str | int | bool
Geometry: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Feature:
    """A feature of one layer.

    Attributes
    ----------
    layer : str
        ``streets``, ``hazard``, ``sites`` or ``area``.
    geometry : mapping
        GeoJSON, degrees.
    properties : mapping
    min_zoom : int
        The first zoom at which it is in the tiles.
    id : int or None
        Number of the street or site, so that a page can mark it (feature state).
    """

    layer: str
    geometry: Geometry
    properties: Mapping[str, Property]
    min_zoom: int
    id: int | None = None

    def line(self) -> bytes:
        """Return the feature as one line of GeoJSON."""
        feature: dict[str, Any] = {
            "type": "Feature",
            "tippecanoe": {"layer": self.layer, "minzoom": self.min_zoom},
            "properties": self.properties,
            "geometry": self.geometry,
        }
        if self.id is not None:
            feature["id"] = self.id
        return orjson.dumps(feature, option=orjson.OPT_SERIALIZE_NUMPY | orjson.OPT_APPEND_NEWLINE)
