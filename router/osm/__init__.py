"""OpenStreetMap files into street graphs.

``read_streets`` touches the disk; everything after it (``build_graph``) is a pure function of what was read.

========== ==============================================================
module     what it does
========== ==============================================================
read       file → ``RawStreets`` (every way with a ``highway`` tag, as arrays)
rules      tags of a way → what it is on foot, or why it is left out
flags      tags of a way → class, flag bits and ranks
values     widths, grades, layers: the written values as numbers
turns      turn restrictions → pairs of edges that no car may drive
segments   ways → straight pieces between neighbouring nodes, with lengths
contract   pieces → streets between junctions
build      streets → ``StreetGraph`` and ``BuildReport``
kernels    the compiled loops (Hilbert curve, walk along streets, parts)
========== ==============================================================
"""

from router.osm.build import build_graph
from router.osm.read import read_streets
from router.osm.report import BuildReport

__all__ = ["BuildReport", "build_graph", "read_streets"]
