"""Rasters: where their pixels are, and what streets and places read from them."""
