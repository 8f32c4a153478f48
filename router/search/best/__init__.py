"""The best few different sites of every node.

"The nearest shelter is full, where else?" needs the second and third best from everywhere. The best are those
of the field. Between neighbours with the same best site the second best is handed on like a field; between
others, each offers the other its best. So every further rank is one more search, from the borders inward.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from router.arrays import freeze
from router.errors import CertificateError, InputError, Problem
from router.graph import CLOSED_DS, I32, U32, StreetGraph
from router.search.best.kernels import (
    mark_apart,
    offer_own,
    settle_own,
    split_edges,
    take_offers,
    tight_edges_beside,
)
from router.search.settle import lower, settle
from router.search.sources import Sources
from router.search.tight.kernels import NEVER, smallest_tight, spread_sources

__all__ = ["BestSites", "settle_best"]


@dataclass(frozen=True, eq=False)
class BestSites:
    """For every node its best different sites, best first. Read-only.

    Attributes
    ----------
    cost_ds : uint32, (k, n)
        Cost of the way to the site; ``CLOSED_DS`` where there are no more.
    site : int32, (k, n)
        The site at the end of the way that follows the next edges; -1 where there are no more.
    next_edge : int32, (k, n)
        Smallest edge with which a cheapest way to one more site can begin; -1 at the site itself.
    """

    cost_ds: NDArray[np.uint32]
    site: NDArray[np.int32]
    next_edge: NDArray[np.int32]

    def __post_init__(self) -> None:
        for array in (self.cost_ds, self.site, self.next_edge):
            array.setflags(write=False)


def settle_best(graph: StreetGraph, cost_ds: U32, sources: Sources, site: I32, k: int = 3) -> BestSites:
    """Return the best ``k`` different sites of every node.

    Parameters
    ----------
    graph : StreetGraph
        The streets.
    cost_ds : uint32, (m,)
        Cost of every edge.
    sources : Sources
        Where ways end.
    site : int32, (entries,)
        Site of every source entry, 0 or more; several entries may be ways into one site.
    k : int
        How many, 1 or more.

    Returns
    -------
    BestSites
        The sites; the first row is the field. Every row is proved, given the rows before.

    Raises
    ------
    InputError
        If costs, sources or sites do not fit.
    CertificateError
        If the search went wrong. Never seen; nothing unproved is handed out.
    """
    freeze("sites", len(sources), {"site": (site, np.int32)})
    if k < 1 or (len(site) and int(site.min()) < 0):
        raise InputError(Problem("best sites", "site, k", "sites of 0 or more, k of 1 or more", f"k = {k}"))
    field = settle(graph, cost_ds, sources)
    cost = np.full((k, graph.n_nodes), CLOSED_DS, np.uint32)
    sites, next_edge = np.full((k, graph.n_nodes), -1, np.int32), np.empty((k, graph.n_nodes), np.int32)
    cost[0], next_edge[0] = field.cost_ds, field.next_edge
    sites[0] = np.append(site, np.int32(-1))[field.source]
    further = _Further(graph, cost_ds, sources, site)
    for rank in range(1, k):
        further.settle(rank, cost, sites, next_edge)
    return BestSites(cost, sites, next_edge)


class _Further:
    """Searches for one rank after another."""

    def __init__(self, graph: StreetGraph, cost_ds: U32, sources: Sources, site: I32) -> None:
        self.graph = graph
        self.first, self.tail, self.head = (
            array.view(np.uint32) for array in (graph.first_out, graph.tail, graph.head)
        )
        self.cost_ds = cost_ds
        self.entries = sources.node.view(np.uint32), sources.cost_ds, site
        self.apart = np.zeros(graph.n_edges, np.uint32)
        self.offered, self.inner_cost = np.empty((2, graph.n_edges), np.uint32)
        self.tight = np.full(graph.n_edges + 3, NEVER, np.uint32)

    def settle(
        self, rank: int, cost: NDArray[np.uint32], site: NDArray[np.int32], next_edge: NDArray[np.int32]
    ) -> None:
        """Fill row ``rank`` of the three arrays, given the rows before."""
        ends = self.tail, self.head
        mark_apart(*ends, site[rank - 1], self.apart)
        self.offered[:] = self.apart
        split_edges(*ends, self.cost_ds, rank, cost, site, self.offered, self.inner_cost)
        offer_own(*self.entries, rank, cost, site)
        lower(self.graph, self.inner_cost, cost[rank])
        improvable = tight_edges_beside(*ends, self.inner_cost, self.offered, cost[rank], self.tight)
        n_hanging = smallest_tight(self.first, self.tight, cost[rank], next_edge[rank])
        too_dear, n_held = settle_own(*self.entries, rank, cost, site, next_edge[rank])
        if improvable or too_dear or n_hanging != n_held:
            raise CertificateError(f"sites of rank {rank + 1} are not the best that are left")
        onward = np.empty_like(next_edge[rank])
        take_offers(self.head, rank, next_edge[rank], site, self.inner_cost, onward)
        spread_sources(self.head, onward, site[rank])
