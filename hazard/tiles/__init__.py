"""Map tiles of a region: streets, hazard zones, sites and land, as one PMTiles file (docs/formats.md).

============ ====================================================================
module       what it does
============ ====================================================================
streets      the graph's streets as features
zones        class rasters as polygons, pixel by pixel, never interpolated
sites        evacuation sites as points
areas        water, land use, railway and place names of an OpenStreetMap file
sea          the sea as polygons, from a coastline
feature      one feature, written as a line of GeoJSON
tippecanoe   the program that makes the tiles
write        all of it together
============ ====================================================================
"""

from hazard.tiles.write import TilesSummary, write_tiles

__all__ = ["TilesSummary", "write_tiles"]
