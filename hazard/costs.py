"""What exposure does to edge costs, and the rule "dry first". Pure, in integers: the phone computes the same.

*wet* means a known class of 1 or more; unknown is neither wet nor dry (docs/decisions/0004-dry-first.md).
"""

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from hazard.exposure import Exposure
from hazard.kinds import ExposureClass
from hazard.thresholds import Thresholds
from router.costs import EdgeCosts
from router.graph import CLOSED_DS, U32, StreetGraph

Bools: TypeAlias = NDArray[np.bool_]


def street_weights(exposures: Sequence[Exposure], thresholds: Thresholds) -> NDArray[np.int64]:
    """Return how much time on each street counts, in percent: the worst of all kinds.

    For each kind, with the weights ``w`` of its class and ``v`` of ``UNKNOWN``, and the unknown share ``u``::

        weight_pct = ceil(((100 - u) * w + u * max(w, v)) / 100)     where the class is known
        weight_pct = v                                               where it is unknown

    Parameters
    ----------
    exposures : sequence of Exposure
        At least one, all of the same streets.
    thresholds : Thresholds

    Returns
    -------
    int64, (s,)
        100 or more.
    """
    worst = np.full(len(exposures[0].worst_class), 100, np.int64)
    for exposure in exposures:
        table = thresholds.weight_pct[exposure.kind].astype(np.int64)
        known, unknown = table[exposure.worst_class], table[ExposureClass.UNKNOWN]
        share = exposure.unknown_pct.astype(np.int64)
        mixed = ((100 - share) * known + share * np.maximum(known, unknown) + 99) // 100
        weight = np.where(exposure.worst_class == ExposureClass.UNKNOWN, unknown, mixed)
        worst = np.maximum(worst, weight)
    return worst


def weighted_costs(graph: StreetGraph, duration_ds: U32, weight_pct: NDArray[np.int64]) -> U32:
    """Return weighted costs of edges: ``min(CLOSED_DS - 1, ceil(duration_ds * weight_pct / 100))``.

    Parameters
    ----------
    graph : StreetGraph
    duration_ds : uint32, (m,)
        ``CLOSED_DS`` where the profile cannot go; it stays so.
    weight_pct : int64, (s,)
        By street.

    Returns
    -------
    uint32, (m,)
    """
    time = duration_ds.astype(np.int64)
    cost = np.minimum((time * weight_pct[graph.edge_street] + 99) // 100, CLOSED_DS - 1)
    return np.where(duration_ds == CLOSED_DS, CLOSED_DS, cost).astype(np.uint32)


def dry_costs(duration_ds: U32, weighted_ds: U32, wet_edge: Bools) -> EdgeCosts:
    """Return the costs of the first settle: every wet edge is closed and cannot be left either.

    Parameters
    ----------
    duration_ds, weighted_ds : uint32, (m,)
    wet_edge : bool, (m,)

    Returns
    -------
    EdgeCosts
    """
    cost = np.where(wet_edge, np.uint32(CLOSED_DS), weighted_ds)
    return EdgeCosts(cost, duration_ds, cost)


def entry_costs(
    graph: StreetGraph, duration_ds: U32, weighted_ds: U32, wet_edge: Bools, has_dry_way: Bools
) -> EdgeCosts:
    """Return what it costs to enter edges when a site lies on them: wet edges from a dry way are closed.

    Parameters
    ----------
    graph : StreetGraph
    duration_ds, weighted_ds : uint32, (m,)
    wet_edge : bool, (m,)
    has_dry_way : bool, (n,)
        Nodes that the first settle reached.

    Returns
    -------
    EdgeCosts
        The sources of the second settle are made from these.
    """
    return _entered_not(wet_edge & has_dry_way[graph.tail], duration_ds, weighted_ds)


def dry_first_costs(
    graph: StreetGraph, duration_ds: U32, weighted_ds: U32, wet_edge: Bools, has_dry_way: Bools
) -> EdgeCosts:
    """Return the costs of the second settle: who has a dry way is never led off it.

    An edge out of a node with a dry way is closed if it is wet, or if its head has no dry way (possible only
    where streets are one-way for the profile). All other edges keep their weighted cost. Whoever already
    stands on an edge may leave it (``leave_ds``).

    Parameters
    ----------
    graph : StreetGraph
    duration_ds, weighted_ds : uint32, (m,)
    wet_edge : bool, (m,)
    has_dry_way : bool, (n,)
        Nodes that the first settle reached.

    Returns
    -------
    EdgeCosts
    """
    closed = has_dry_way[graph.tail] & (wet_edge | ~has_dry_way[graph.head])
    return _entered_not(closed, duration_ds, weighted_ds)


def _entered_not(closed: Bools, duration_ds: U32, weighted_ds: U32) -> EdgeCosts:
    """Return costs under which nobody enters the closed edges; whoever stands on one leaves it as before."""
    return EdgeCosts(np.where(closed, np.uint32(CLOSED_DS), weighted_ds), duration_ds, weighted_ds)


def amid_costs(
    graph: StreetGraph,
    duration_ds: U32,
    weighted_ds: U32,
    wet_edge: Bools,
    no_entry_edge: Bools,
    has_dry_way: Bools,
) -> EdgeCosts:
    """Return the costs of the settle between the two: dry first, and edges that are never entered are closed.

    It leads those who stand in the water, but not where nobody may enter; nobody leaves such an edge by it.

    Parameters
    ----------
    graph : StreetGraph
    duration_ds, weighted_ds : uint32, (m,)
    wet_edge, no_entry_edge : bool, (m,)
    has_dry_way : bool, (n,)

    Returns
    -------
    EdgeCosts
    """
    inside = np.where(no_entry_edge, np.uint32(CLOSED_DS), weighted_ds)
    return dry_first_costs(graph, duration_ds, inside, wet_edge, has_dry_way)


def entering(graph: StreetGraph, no_entry_edge: Bools, has_way: Bools) -> Bools:
    """bool, (m,): edges by which one who has a way without entering would enter, or lose that way.

    Parameters
    ----------
    graph : StreetGraph
    no_entry_edge : bool, (m,)
    has_way : bool, (n,)
        Nodes from which a site is reached without entering any of them.
    """
    lost: Bools = has_way[graph.tail] & (no_entry_edge | ~has_way[graph.head])
    return lost
