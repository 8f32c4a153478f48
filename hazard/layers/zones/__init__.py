"""Polygons with a class each, and their burning into a raster of classes."""
