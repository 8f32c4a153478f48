"""Pieces contracted to streets between junctions.

A *junction* is a node where other than two pieces meet, or where class, flags or name change. A ring
without a junction becomes a loop at its lowest node. Nothing of the shape is lost.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from router.graph import I32
from router.osm.kernels import pass_nodes, sum_blocks, walk_streets


@dataclass(frozen=True, eq=False)
class Pieces:
    """Straight pieces between neighbouring nodes.

    Attributes
    ----------
    n_nodes : int
        Nodes are ``0 .. n_nodes - 1``.
    tail, head : int32, (k,)
        Ends of a piece; never equal.
    kind, kind_back : int32, (k,)
        What the piece is from tail to head, and from head to tail. Equal numbers may be joined.
    length_m : float64, (k,)
        Lengths.
    """

    n_nodes: int
    tail: I32
    head: I32
    kind: I32
    kind_back: I32
    length_m: NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Contracted:
    """Streets between junctions, ordered by their lower end, then the other, then the order of the pieces.

    Attributes
    ----------
    junction : int32, (n,)
        Nodes that are junctions, rising.
    first_point : int32, (s + 1,)
        Nodes of street ``k`` are ``point[first_point[k] : first_point[k + 1]]``.
    point : int32, (p,)
        Nodes along the streets, both ends included. The first is the lower end.
    kind, kind_back : int32, (s,)
        What the street is along its points, and against them.
    piece, last_piece : int32, (s,)
        The first and the last piece of the street.
    length_m : float64, (s,)
        Lengths.
    """

    junction: I32
    first_point: I32
    point: I32
    kind: I32
    kind_back: I32
    piece: I32
    last_piece: I32
    length_m: NDArray[np.float64]


def contract(pieces: Pieces) -> Contracted:
    """Join pieces to streets.

    Parameters
    ----------
    pieces : Pieces
        Every piece is used exactly once.

    Returns
    -------
    Contracted
        Parallel streets and loops are kept.
    """
    tail = _interleave(pieces.tail, pieces.head)
    head = _interleave(pieces.head, pieces.tail)
    kind = _interleave(pieces.kind, pieces.kind_back)
    half = np.argsort(tail, kind="stable").astype(np.int32)
    first_half = np.searchsorted(tail[half], np.arange(pieces.n_nodes + 1)).astype(np.int32)
    passed = pass_nodes(first_half, half, kind)
    chain, first_chain = walk_streets(first_half, half, head, passed)
    length_m = sum_blocks(first_chain, pieces.length_m[chain >> 1])

    begin, last = chain[first_chain[:-1]], chain[first_chain[1:] - 1]
    order = np.lexsort((begin, head[last], tail[begin]))
    first_point, point = _points(chain, first_chain, tail, head, order)
    return Contracted(
        np.flatnonzero(~passed & (np.diff(first_half) > 0)).astype(np.int32),
        first_point,
        point,
        kind[begin[order]],
        kind[last[order] ^ 1],
        begin[order] >> 1,
        last[order] >> 1,
        length_m[order],
    )


def _interleave(even: I32, odd: I32) -> I32:
    return np.stack((even, odd), axis=1).ravel()


def _points(chain: I32, first_chain: I32, tail: I32, head: I32, order: NDArray[np.intp]) -> tuple[I32, I32]:
    """Return where the points of each street (in ``order``) begin, and all points."""
    size = np.diff(first_chain)[order]
    first_point = np.concatenate(([0], np.cumsum(size + 1))).astype(np.int32)
    within = np.arange(size.sum()) - np.repeat(np.cumsum(size) - size, size)
    halves = chain[within + np.repeat(first_chain[:-1][order], size)]
    point = np.empty(first_point[-1], np.int32)
    point[first_point[:-1]] = tail[chain[first_chain[:-1][order]]]
    point[within + np.repeat(first_point[:-1] + 1, size)] = head[halves]
    return first_point, point
