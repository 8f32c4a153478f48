"""All ways from one start that are worth a thought: none is both slower and less safe than another.

Two fields, of duration and of cost, say exactly what is left of the way in either respect, so the search
looks at little else. The exact set may be long; `choose` names three of it.
"""

from dataclasses import dataclass

import numpy as np

from router.graph import CLOSED_DS, I32, U32, StreetGraph
from router.search.field import Field
from router.search.pareto.kernels import search_pareto
from router.search.sources import Sources

__all__ = ["Choice", "ParetoWay", "choose", "pareto_ways"]


@dataclass(frozen=True)
class ParetoWay:
    """One way of the set.

    Attributes
    ----------
    edges : tuple of int
        Edges from the start to the node of the source.
    duration_ds, cost_ds : int
        Time and cost of the whole way, the source's own included.
    source : int
        Index of the source.
    """

    edges: tuple[int, ...]
    duration_ds: int
    cost_ds: int
    source: int


@dataclass(frozen=True)
class Choice:
    """Three ways of a set, some of which may be the same.

    Attributes
    ----------
    safest, balanced, quickest : ParetoWay
        Of least cost; nearest to having both; of least duration.
    """

    safest: ParetoWay
    balanced: ParetoWay
    quickest: ParetoWay


def pareto_ways(
    graph: StreetGraph,
    duration: tuple[U32, Sources, Field],
    cost: tuple[U32, Sources, Field],
    start: int,
    closing_ds: U32 | None = None,
    start_ds: int = 0,
) -> list[ParetoWay]:
    """Return the exact set of ways from ``start`` over (duration, cost), quickest first.

    Parameters
    ----------
    graph : StreetGraph
        The streets.
    duration, cost : (uint32 (m,), Sources, Field)
        What every edge takes, where ways end and what that takes, and the field of both; once for durations,
        once for costs. The sources must be the same nodes in the same order.
    start : int
        Node to start from.
    closing_ds : uint32, (m,), optional
        Moment at which every edge closes for good (``CLOSED_DS``: never); its end must be reached by then.
    start_ds : int
        Moment of leaving.

    Returns
    -------
    list of ParetoWay
        One way for every pair of duration and cost that no other way beats; empty if there is none.
    """
    duration_ds, ends, durations = duration
    cost_ds, priced_ends, costs = cost
    closing = np.full(graph.n_edges, CLOSED_DS, np.uint32) if closing_ds is None else closing_ds
    entry_of, entry_next = _entries_by_node(graph.n_nodes, ends.node)
    room = 1 << 15
    while True:
        spent, paid = np.empty((2, room), np.int64)
        before, by, found = np.empty((3, room), np.int32)
        n_found = search_pareto(
            graph.first_out,
            graph.head,
            duration_ds,
            cost_ds,
            closing,
            durations.cost_ds,
            costs.cost_ds,
            entry_of,
            entry_next,
            ends.cost_ds,
            priced_ends.cost_ds,
            start,
            start_ds,
            spent,
            paid,
            before,
            by,
            found,
        )
        if n_found >= 0:
            return [
                ParetoWay(_edges(before, by, int(end)), int(spent[end]), int(paid[end]), -2 - int(by[end]))
                for end in found[:n_found]
            ]
        room *= 4


def choose(ways: list[ParetoWay]) -> Choice | None:
    """Return the safest, the quickest, and the way that gives up least of both; None if there are no ways.

    What a way gives up is how far it is from the best duration and from the best cost, each as a share of the
    span of the set. The balanced way has the smallest larger share; of equal ones, it is the safer.
    """
    if not ways:
        return None
    quickest, safest = ways[0], ways[-1]
    longer = max(1, safest.duration_ds - quickest.duration_ds)
    dearer = max(1, quickest.cost_ds - safest.cost_ds)

    def given_up(way: ParetoWay) -> tuple[int, int]:
        slower = (way.duration_ds - quickest.duration_ds) * dearer
        riskier = (way.cost_ds - safest.cost_ds) * longer
        return max(slower, riskier), way.cost_ds

    return Choice(safest, min(ways, key=given_up), quickest)


def _entries_by_node(n_nodes: int, node: I32) -> tuple[I32, I32]:
    """Return the first entry at every node and the next at the same node; -1: none."""
    first, following = np.full(n_nodes, -1, np.int32), np.full(len(node), -1, np.int32)
    for k in range(len(node) - 1, -1, -1):
        following[k] = first[node[k]]
        first[node[k]] = k
    return first, following


def _edges(before: I32, by: I32, end: int) -> tuple[int, ...]:
    label, edges = int(before[end]), []
    while by[label] >= 0:
        edges.append(int(by[label]))
        label = int(before[label])
    return tuple(reversed(edges))
