"""How far it goes: many fields at once, larger graphs, single queries by rank, memory."""

from pathlib import Path

from benchmarks.limits import lanes, memory, ranks, scaling
from benchmarks.searches.porto import towns


def run(data: Path) -> None:
    """Print every table, for both graphs of Porto and for grids of one and five million nodes."""
    for town in towns(data):
        print(f"\nPorto, {town.name}: {town.graph.n_nodes:,} nodes, {town.graph.n_edges:,} edges")
        lanes.report(town)
        memory.report(town)
        ranks.report(town)
    scaling.report()
