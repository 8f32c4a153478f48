"""Raster tiles as files: 重ねるハザードマップ and 国土地理院 elevation. Fetching them is `api.fetch`."""
