"""The drawing of the town: ground, roads, paths, quarters and places, in metres, as TOML."""
