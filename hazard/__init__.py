"""Hazards: their data, what they do to streets and sites, and the safest way (layer below api)."""
