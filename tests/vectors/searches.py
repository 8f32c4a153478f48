"""Small random multigraphs: loops, parallels, isolated nodes, costs near every limit, equal sources."""

import random
from typing import Any

import numpy as np

from router.graph import CLOSED_DS
from router.search import Sources, certify, settle
from tests.maps import Street, make_graph

N_SEARCHES = 120
EDGE_COSTS = (1, 1, 2, 3, 4, CLOSED_DS, CLOSED_DS, CLOSED_DS - 1, CLOSED_DS - 2, CLOSED_DS // 2, 65_536)
SOURCE_COSTS = (0, 0, 1, 5, 65_536, CLOSED_DS - 1, CLOSED_DS // 2)


def searches() -> list[dict[str, Any]]:
    dice = random.Random(20261124)
    return [_search(dice) for _ in range(N_SEARCHES)]


def _search(dice: random.Random) -> dict[str, Any]:
    n, narrow = dice.randint(1, 9), dice.random() < 0.5
    ends = [(dice.randrange(n), dice.randrange(n)) for _ in range(dice.randint(0, 2 * n))]
    graph = make_graph([(1000 * v, 0) for v in range(n)], [Street(a, b, 1000) for a, b in ends])
    choices = (1, 2, 3) if narrow else (*EDGE_COSTS, dice.randint(1, CLOSED_DS))
    cost = np.array([dice.choice(choices) for _ in range(graph.n_edges)], np.uint32)
    entries = [(dice.randrange(n), dice.choice(SOURCE_COSTS[: 4 if narrow else None])) for _ in range(4)]
    entries = entries[: dice.randint(0, 4)]
    sources = Sources(
        np.array([node for node, _ in entries], np.int32), np.array([own for _, own in entries], np.uint32)
    )
    field = settle(graph, cost, sources)
    certify(graph, cost, sources, field)
    return {
        "first_out": graph.first_out.tolist(),
        "head": graph.head.tolist(),
        "twin": graph.twin.tolist(),
        "edge_cost": cost.tolist(),
        "entries": [list(entry) for entry in entries],
        "cost": field.cost_ds.tolist(),
        "next_edge": field.next_edge.tolist(),
        "source": field.source.tolist(),
    }
