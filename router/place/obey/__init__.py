"""Ways of cars past the turns that they may not make.

The field of a profile knows nothing of turns: it is the same for cars as if there were no restriction. So its
costs are bounds from below, and a way along it that makes no banned turn is the cheapest of all. Where it
makes one, an A* over edges (what one has driven last decides what one may drive next) finds the cheapest way
that makes none, and looks at little more than that way, because the field leads it.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from router.costs import EdgeCosts
from router.graph import I32, I64, U32, StreetGraph
from router.place.kernels import Lead, Shapes
from router.place.obey.kernels import Bans, drive
from router.place.snaps import Snaps
from router.search.sources import Sources

__all__ = ["Packed", "Turning", "obey"]

Packed = tuple[I64, I32, U32, U32, U32, I32]
"""Where each way's edges begin, the edges, where each is entered and left, what ways cost, their stops."""


@dataclass(frozen=True, eq=False)
class Turning:
    """Streets on which some turns are banned, and what leads there.

    Attributes
    ----------
    graph : StreetGraph
    costs : EdgeCosts
    sources : Sources
        The entries of stops.
    shapes : Shapes
    lead : Lead
    """

    graph: StreetGraph
    costs: EdgeCosts
    sources: Sources
    shapes: Shapes
    lead: Lead

    @cached_property
    def bans(self) -> Bans:
        """What the compiled search needs besides."""
        graph, node = self.graph, self.sources.node
        by_node = np.argsort(node, kind="stable").astype(np.int32)
        return Bans(
            graph.banned_from,
            graph.banned_to,
            graph.first_out,
            self.costs.cost_ds,
            self.costs.leave_ds,
            by_node,
            node[by_node],
            self.sources.cost_ds,
        )


def obey(streets: Turning, places: Snaps, packed: Packed) -> Packed:
    """Return the ways with those that make a banned turn replaced by the cheapest that make none.

    Parameters
    ----------
    streets : Turning
    places : Snaps
        Where the ways begin.
    packed : Packed
        Ways along the field.

    Returns
    -------
    Packed
        No edges, ``CLOSED_DS`` and stop -1 where no way obeys. Of equally cheap ways the one that the search
        settles first: by cost so far and what the field says is left, then by the smaller edge.
    """
    begin, edges, enter, leave, cost, stop = packed
    wrong = _breaking(streets.graph, begin, edges)
    if len(wrong) == 0:
        return packed
    cost, stop, size = cost.copy(), stop.copy(), np.diff(begin)
    cuts = begin[1:-1]
    all_edges, all_enter, all_leave = np.split(edges, cuts), np.split(enter, cuts), np.split(leave, cuts)
    for i in wrong.tolist():
        start = int(places.edge[i]), int(places.offset_mm[i])
        way = drive(*start, streets.shapes, streets.lead, streets.bans)
        all_edges[i], all_enter[i], all_leave[i], cost[i], stop[i] = way
        size[i] = len(all_edges[i])
    begin = np.zeros(len(size) + 1, np.int64)
    np.cumsum(size, out=begin[1:])
    return begin, np.concatenate(all_edges), np.concatenate(all_enter), np.concatenate(all_leave), cost, stop


def _breaking(graph: StreetGraph, begin: I64, edges: I32) -> NDArray[np.intp]:
    """Return the ways that make a banned turn."""
    if len(edges) < 2:
        return np.empty(0, np.intp)
    turn = edges[:-1].astype(np.int64) << 32 | edges[1:]
    banned = graph.banned_from.astype(np.int64) << 32 | graph.banned_to
    at = np.searchsorted(banned, turn).clip(max=len(banned) - 1)
    owner = np.repeat(np.arange(len(begin) - 1), np.diff(begin))
    breaks = (banned[at] == turn) & (owner[:-1] == owner[1:])
    return np.unique(owner[:-1][breaks])
