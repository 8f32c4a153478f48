"""A process that makes one field and ends: `startup` measures it."""

import sys
import time

STAMPS = [int(sys.argv[2]), time.time_ns()]

from pathlib import Path  # noqa: E402 (what imports take is what is measured)

import numpy as np  # noqa: E402

from router.search import Sources, certify, settle  # noqa: E402
from router.store import load_arrays, load_graph  # noqa: E402

STAMPS.append(time.time_ns())
folder = Path(sys.argv[1])
graph = load_graph(folder / "streets.nmg")
given = load_arrays(folder / "search.nmg", "search", 1, ("cost_ds", "node")).arrays
sources = Sources(given["node"], np.zeros(len(given["node"]), np.uint32))
STAMPS.append(time.time_ns())
field = settle(graph, given["cost_ds"], sources)
STAMPS.append(time.time_ns())
certify(graph, given["cost_ds"], sources, field)
STAMPS.append(time.time_ns())
print(STAMPS)
