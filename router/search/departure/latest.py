"""The field of the last moment to leave."""

from dataclasses import dataclass

import numpy as np

from router.arrays import freeze, require
from router.errors import InputError, Problem
from router.graph import CLOSED_DS, I32, I64, U32, StreetGraph
from router.search.checks import check_search
from router.search.settle import cheapest_by_buckets
from router.search.sources import Sources
from router.search.tight import finish_field

NEVER_DS = CLOSED_DS
"""Closing time of an edge that does not close."""


@dataclass(frozen=True, eq=False)
class LatestDeparture:
    """For every node the last moment to leave for a source. Read-only.

    Attributes
    ----------
    horizon_ds : int
        Moment by which one must have arrived.
    spent_ds : uint32, (n,)
        How long before the horizon one must leave; ``CLOSED_DS`` where no moment is early enough.
    next_edge : int32, (n,)
        Smallest edge with which one who leaves at the last moment can begin; -1 at roots and where lost.
    source : int32, (n,)
        Where that way ends; -1 where lost.
    """

    horizon_ds: int
    spent_ds: U32
    next_edge: I32
    source: I32

    def __post_init__(self) -> None:
        arrays = {
            "spent_ds": (self.spent_ds, np.uint32),
            "next_edge": (self.next_edge, np.int32),
            "source": (self.source, np.int32),
        }
        freeze("latest departure", len(self.spent_ds), arrays)

    @property
    def leave_by_ds(self) -> I64:
        """int64, (n,): the last moment to leave; negative where it has passed at moment 0 or never was."""
        return np.int64(self.horizon_ds) - self.spent_ds

    def margin_ds(self, node: int, now_ds: int) -> int:
        """Return how long one may still wait at ``node`` at ``now_ds``; negative when it is too late."""
        return self.horizon_ds - int(self.spent_ds[node]) - now_ds


def latest_departures(
    graph: StreetGraph, duration_ds: U32, closing_ds: U32, sources: Sources, horizon_ds: int
) -> LatestDeparture:
    """Return the last moment to leave for the sources, from every node.

    Parameters
    ----------
    graph : StreetGraph
        The streets.
    duration_ds : uint32, (m,)
        Time along every edge, 1 or more; ``CLOSED_DS`` where it cannot be used.
    closing_ds : uint32, (m,)
        Moment at which the edge closes for good; ``NEVER_DS`` where it stays open.
    sources : Sources
        Where ways end; a cost is time that passes between the node and the goal.
    horizon_ds : int
        Moment by which one must have arrived, below ``CLOSED_DS``.

    Returns
    -------
    LatestDeparture
        The field, proved as `settle` does it.

    Raises
    ------
    InputError
        If the arrays or the horizon do not fit.
    """
    floor_ds = closing_floor(graph, duration_ds, closing_ds, sources, horizon_ds)
    spent = cheapest_by_buckets(graph, duration_ds, sources, floor_ds)
    next_edge, source = finish_field(graph, duration_ds, sources, spent, floor_ds)
    return LatestDeparture(horizon_ds, spent, next_edge, source)


def closing_floor(
    graph: StreetGraph, duration_ds: U32, closing_ds: U32, sources: Sources, horizon_ds: int
) -> U32:
    """Check the input; return, per edge, how long before the horizon it closes."""
    check_search(graph, duration_ds, sources)
    freeze("departure", graph.n_edges, {"closing_ds": (closing_ds, np.uint32)})
    if graph.n_edges and int(closing_ds.max()) > NEVER_DS:
        require("departure", [("closing_ds", f"0 … {NEVER_DS}", closing_ds <= NEVER_DS)])
    if not 0 <= horizon_ds < CLOSED_DS:
        raise InputError(Problem("departure", "horizon_ds", f"0 … {CLOSED_DS - 1}", str(horizon_ds)))
    horizon = np.uint32(horizon_ds)
    return horizon - np.minimum(closing_ds, horizon)
