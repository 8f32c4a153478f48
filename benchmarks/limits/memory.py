"""What stays in memory beyond the mapped region."""

import ctypes
import gc
import resource
import tracemalloc
from pathlib import Path

import numpy as np

from benchmarks.searches.asked import table
from benchmarks.searches.porto import Town
from router.costs import plain_costs
from router.search import settle
from router.search.elimination import plan_elimination

N_SETS = 24
NODE_BYTES, EDGE_BYTES = 60, 30


def report(town: Town) -> None:
    """Print the resident bytes of one live set (costs, durations, leaving costs, field) and of the plan."""
    graph, cost_ds = town.graph, town.cost_ds
    settle(graph, cost_ds, town.sources)
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)  # else the sets would lie in what earlier cases have left behind
    before = _resident_bytes()
    kept = []
    for _ in range(N_SETS):
        costs = plain_costs(cost_ds.copy())
        own = costs.cost_ds, costs.duration_ds.copy(), costs.leave_ds.copy()
        kept.append((own, settle(graph, own[0], town.sources)))
    one = (_resident_bytes() - before) / N_SETS
    tracemalloc.start()
    settle(graph, cost_ds, town.sources)
    scratch = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    plan = _bytes_of(plan_elimination(graph))
    allowed = NODE_BYTES * graph.n_nodes + EDGE_BYTES * graph.n_edges
    an_edge = (one - 12 * graph.n_nodes) / graph.n_edges
    rows = {
        "one live set, resident: costs, durations, leaving, field": one,
        "plan of elimination, shared by all sets": plan,
        "arrays while one is settled, then given back": scratch,
    }
    cells = {name: [f"{taken / 1e6:.2f}"] for name, taken in rows.items()}
    cells["set and plan / 60 a node + 30 an edge"] = [f"{(one + plan) / allowed:.2f}"]
    cells["set, plan and passing arrays / the same"] = [f"{(one + plan + scratch) / allowed:.2f}"]
    cells["bytes of a set: an edge, beside 12 a node"] = [f"{an_edge:.1f}"]
    print("\n" + table([f"{town.name}: memory", "MB"], cells))


def _resident_bytes() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()


def _bytes_of(thing: object) -> int:
    """Return the bytes of all arrays of a dataclass, those of its parts too."""
    if isinstance(thing, np.ndarray):
        return int(thing.nbytes)
    return sum(map(_bytes_of, vars(thing).values())) if hasattr(thing, "__dataclass_fields__") else 0
