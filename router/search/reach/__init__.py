"""What a field says about a town: bands of time (逃げ地図), who depends on a street, what not to lose."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from router.arrays import freeze
from router.errors import InputError, Problem
from router.graph import CLOSED_DS, I64, U8, U32, StreetGraph
from router.search.field import Field
from router.search.reach.kernels import band_edges, find_cuts, sum_onward

__all__ = ["NO_WAY", "Cuts", "Flows", "cuts", "depend_on", "reach_bands"]

NO_WAY = 255
"""The band of an edge from which no source is reached."""


@dataclass(frozen=True)
class Flows:
    """How many people pass, if everybody follows the field.

    Attributes
    ----------
    at_node : int64, (n,)
        People who come to the node or start there.
    over_edge : int64, (m,)
        People who use the edge. Whoever lives behind it depends on it.
    """

    at_node: I64
    over_edge: I64


@dataclass(frozen=True)
class Cuts:
    """Places whose loss cuts others off.

    Attributes
    ----------
    bridge : bool, (m,)
        Edges of streets that are the only link between two parts (both edges of the street).
    articulation : bool, (n,)
        Nodes without which their part would fall apart.
    """

    bridge: NDArray[np.bool_]
    articulation: NDArray[np.bool_]


def reach_bands(graph: StreetGraph, cost_ds: U32, field: Field, width_ds: int = 1800) -> U8:
    """Return the band of every edge: how many whole ``width_ds`` its beginning is away over it.

    Parameters
    ----------
    graph : StreetGraph
        The streets.
    cost_ds : uint32, (m,)
        Cost of every edge.
    field : Field
        The field of these costs.
    width_ds : int
        Width of a band; three minutes, as on the maps that residents draw (逃げ地図).

    Returns
    -------
    uint8, (m,)
        0 for the first band, at most 254; ``NO_WAY`` where no source is reached.
    """
    if width_ds < 1:
        raise InputError(Problem("reach bands", "width_ds", "1 or more", str(width_ds)))
    band = np.empty(graph.n_edges, np.uint8)
    band_edges(graph.head, cost_ds, field.cost_ds, np.int64(width_ds), np.int64(NO_WAY - 1), band)
    return band


def depend_on(graph: StreetGraph, field: Field, people: I64) -> Flows:
    """Return how many people pass every node and edge on the ways of the field.

    Parameters
    ----------
    graph : StreetGraph
        The streets.
    field : Field
        Any field of the graph.
    people : int64, (n,)
        People who start at each node.

    Returns
    -------
    Flows
        Sums over everybody behind; people whom no way leads anywhere stay where they are.
    """
    freeze("people", graph.n_nodes, {"people": (people, np.int64)})
    at_node, over_edge = people.copy(), np.zeros(graph.n_edges, np.int64)
    reached = np.flatnonzero(field.cost_ds < CLOSED_DS)
    order = reached[np.argsort(field.cost_ds[reached], kind="stable")].astype(np.int32)
    sum_onward(graph.head, order, field.next_edge, at_node, over_edge)
    return Flows(at_node, over_edge)


def cuts(graph: StreetGraph, usable: NDArray[np.bool_] | None = None) -> Cuts:
    """Return the streets and nodes whose loss cuts others off.

    Parameters
    ----------
    graph : StreetGraph
        The streets.
    usable : bool, (m,), optional
        Edges that can be used; a street counts if either of its edges can.

    Returns
    -------
    Cuts
        Bridges and articulation nodes of the streets as they may be walked in some direction.
    """
    open_edges = np.ones(graph.n_edges, np.bool_) if usable is None else usable
    found = Cuts(np.zeros(graph.n_edges, np.bool_), np.zeros(graph.n_nodes, np.bool_))
    find_cuts(graph.first_out, graph.head, graph.twin, open_edges, found.bridge, found.articulation)
    return found
