"""Shared vectors: what Python and TypeScript must both compute, to the decisecond, the edge and the branch.

================  ==================================================================================
file              what it holds
================  ==================================================================================
arithmetic.json   parts of edges near and beyond 2^53, scales and directions, to the last bit
live.json         closures and sites' states, and what they change
worlds.json.gz    lists of events, the digests of the worlds that they make, and what these change
searches.json.gz  small random multigraphs with costs near every limit, and their fields
drawn.regions.gz  the drawn maps as region folders
drawn.json.gz     what the engine answers in them, under levels, weather and closures too
town.regions.gz   the fictional town as it once was: an input, kept although the town goes on growing
town.json.gz      what the engine answers in it
advised.areas.gz  regions with times, buildings and what staying indoors depends on
advised.json.gz   decisions and other ways in them, and where alerts and warnings hold
replaced.json.gz  newer layers as phones fetch them, and what is decided with them
decision.json.gz  situations and decisions (tests/hazard/decision/vectors.py)
================  ==================================================================================

``python -m tests.vectors.write`` writes all but the kept town and the decisions again, ``…town`` keeps the
town as it is now, and ``…real DATA`` writes Kochi's and Porto's into build/vectors: they are never committed.
The tests in pwa/src/core/vectors run whatever there is.
"""
