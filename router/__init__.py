"""Streets, people's speeds, integer costs and exact searches.

The core of the project, and the lowest of its layers: it has never heard of hazards, HTTP, Redis or clocks,
and touches no file but its own store. Values in, values out.

Where to start:

========================  ==================================================================================
`router.graph`            `StreetGraph`: the streets as frozen arrays
`router.profiles`         who walks: `Profile`, `durations`
`router.costs`            `EdgeCosts`: what is minimised, what people are told, what leaving an edge costs
`router.search`           `settle` → `Field` (the cheapest way to safety from everywhere), `certify`
`router.place`            `SnapIndex` (position → street), `Stops` (sites on streets), `trace`, steps
`router.osm`              OpenStreetMap → `StreetGraph`
`router.store`            graphs and arrays on disk, memory-mapped
========================  ==================================================================================
"""
