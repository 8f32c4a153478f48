"""Streets of a place or a box from the network, as an ordinary OpenStreetMap file.

osmnx finds the place (Nominatim) and asks Overpass for every ``highway``, area relations included; the
elements are written as they came, so that ``router.osm`` reads them exactly as it reads any other file.
"""

from api.fetch.area import fetch_bbox, fetch_place
from api.fetch.elements import Fetched
from api.fetch.settings import FetchSettings

__all__ = ["FetchSettings", "Fetched", "fetch_bbox", "fetch_place"]
