"""Changes: what staff have done to streets and sites since the region was built. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from hazard.costs import Bools
from hazard.sites import Site
from router.costs import EdgeCosts
from router.graph import CLOSED_DS, I32, StreetGraph
from router.place.stops import StopSources
from router.search.sources import Sources

_NONE = np.zeros(0, np.int32)
_NONE.setflags(write=False)


@dataclass(frozen=True, eq=False)
class Changes:
    """Closed streets and sites that are not as published. Read-only.

    Attributes
    ----------
    closed_streets : int32, (k,)
        Rising, each once.
    out : frozenset of str
        Ids of sites that take nobody.
    penalty_ds : mapping of str to int
        What going to a site costs in addition, by its id; absent: nothing.
    """

    closed_streets: I32 = field(default_factory=lambda: _NONE)
    out: frozenset[str] = frozenset()
    penalty_ds: Mapping[str, int] = field(default_factory=dict)

    def closes_as(self, other: "Changes") -> bool:
        """Return whether both close the same streets."""
        return np.array_equal(self.closed_streets, other.closed_streets)

    def sites_as(self, other: "Changes") -> bool:
        """Return whether both say the same of all sites."""
        return (self.out, self.penalty_ds) == (other.out, other.penalty_ds)

    def closed_edges(self, graph: StreetGraph) -> Bools:
        """bool, (m,): the edges of the closed streets."""
        closed = np.zeros(graph.n_streets, np.bool_)
        closed[self.closed_streets] = True
        edges: Bools = closed[graph.edge_street]
        return edges


NO_CHANGES = Changes()
"""The region as it was built."""


def with_closed(costs: EdgeCosts, closed_edge: Bools) -> EdgeCosts:
    """Return costs with edges that nobody may enter; whoever stands there leaves as before.

    Parameters
    ----------
    costs : EdgeCosts
    closed_edge : bool, (m,)
    """
    if not closed_edge.any():
        return costs
    cost = np.where(closed_edge, np.uint32(CLOSED_DS), costs.cost_ds)
    return EdgeCosts(cost, costs.duration_ds, costs.leave_ds)


def with_penalties(goals: StopSources, sites: Sequence[Site], penalty_ds: Mapping[str, int]) -> StopSources:
    """Return the sources of stops, the k-th of which stands for the k-th site, with the sites' penalties.

    Whoever stands on the site's own street is led straight to it without looking at the penalty: another
    site is farther than this one for every walk that a penalty is made for.
    """
    if not any(site.id in penalty_ds for site in sites):
        return goals
    by_stop = np.array([penalty_ds.get(site.id, 0) for site in sites], np.int64)
    cost = np.minimum(goals.sources.cost_ds + by_stop[goals.entry_stop], CLOSED_DS - 1).astype(np.uint32)
    return replace(goals, sources=Sources(goals.sources.node, cost))


def same_sources(a: Sources, b: Sources) -> bool:
    """Return whether two searches start alike."""
    return np.array_equal(a.node, b.node) and np.array_equal(a.cost_ds, b.cost_ds)
