"""The last moment to leave, before the water of a published scenario arrives (docs/safest.md)."""
