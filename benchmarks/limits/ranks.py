"""From one node to one other, by Dijkstra rank: 2^k is the target's node that is the 2^k-th to be settled."""

import numpy as np

from benchmarks.harness import interleave
from benchmarks.searches import peers
from benchmarks.searches.asked import table
from benchmarks.searches.contraction import Hierarchy
from benchmarks.searches.porto import Town
from router.graph import CLOSED_DS
from router.search import Field, Sources, settle
from router.search.guided import own_way, way_to_source

TARGETS, SMALLEST = 12, 6


def report(town: Town) -> None:
    """Print, per rank: forward search, whole field, a way led by a field that is there, the hierarchy."""
    rng = np.random.default_rng(9)
    hierarchy = Hierarchy(town) if peers.installed()["routingkit_cch"] else None
    spent: dict[int, dict[str, list[float]]] = {}
    for target in rng.choice(np.unique(town.graph.tail), TARGETS).tolist():
        goal = Sources(np.array([target], np.int32), np.zeros(1, np.uint32))
        field = settle(town.graph, town.cost_ds, goal)
        order = np.argsort(field.cost_ds, kind="stable")
        n_reached = int((field.cost_ds < CLOSED_DS).sum())
        for k in range(SMALLEST, n_reached.bit_length()):
            one = _query(town, goal, field, int(order[2**k - 1]), hierarchy)
            for name, ms in one.items():
                spent.setdefault(k, {}).setdefault(name, []).append(ms)
    names = list(next(iter(spent.values())))
    rows = {f"2^{k}": [f"{np.median(row[name]):.3g}" for name in names] for k, row in sorted(spent.items())}
    pairs = min(len(row[names[0]]) for row in spent.values())
    print("\n" + table([f"{town.name}, rank (median ms of {pairs} pairs or more)", *names], rows))


def _query(
    town: Town, goal: Sources, field: Field, start: int, hierarchy: Hierarchy | None
) -> dict[str, float]:
    graph, cost_ds = town.graph, town.cost_ds
    blind, open_ds = np.zeros(graph.n_nodes, np.uint32), np.full(graph.n_edges, CLOSED_DS, np.uint32)
    cases = {
        "forward": lambda: way_to_source(graph, blind, cost_ds, open_ds, goal, start),
        "field": lambda: settle(graph, cost_ds, goal),
        "led by a field": lambda: own_way(graph, field, cost_ds, goal, start),
    }
    if hierarchy:
        cases["CCH"] = lambda: hierarchy.between(start, int(goal.node[0]))  # type: ignore[assignment, return-value]
        assert hierarchy.between(start, int(goal.node[0]))[0] == int(field.cost_ds[start])
    return {name: times.best for name, times in interleave(cases, 3).items()}
