"""Polygons with attributes, whatever file holds them: GeoJSON, GeoPackage, Shapefile, GML, zipped or not."""
