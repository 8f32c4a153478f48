"""Compiled passes over chains.

A chain runs from ``y[0]`` over its inner nodes ``y[1] … y[k - 1]`` to ``y[k]`` and has ``k`` pieces. Inner
nodes of chain ``c`` are ``first_inner[c] : first_inner[c + 1]``; its pieces begin at ``first_inner[c] + c``.
Chains are sorted by length, so that the processor guesses the end of every loop right.
"""

import numpy as np
from numpy.typing import NDArray

from router.graph import CLOSED_DS, I32, U32
from router.kernel import Whole, kernel

Inner = NDArray[np.bool_]


@kernel
def mark_inner(first: I32, head: I32) -> Inner:
    """Return which nodes have exactly two edges, neither of them a loop."""
    inner = np.zeros(len(first) - 1, np.bool_)
    for v in range(len(first) - 1):
        e = first[v]
        inner[v] = first[v + 1] == e + 2 and head[e] != v and head[e + 1] != v
    return inner


@kernel
def walk_chain(
    edge: Whole, first: I32, head: I32, twin: I32, inner: Inner, piece: I32, n_pieces: np.int64
) -> np.int64:
    """Append the edges from ``edge`` to the next node that is not inner; return the number of pieces."""
    piece[n_pieces] = edge
    n_pieces += 1
    v = head[edge]
    while inner[v]:
        back = twin[edge]
        edge = first[v] + 1 if first[v] == back else first[v]
        piece[n_pieces] = edge
        n_pieces += 1
        v = head[edge]
    return n_pieces


@kernel
def find_chains(first: I32, head: I32, twin: I32, inner: Inner) -> tuple[I32, I32]:
    """Return (first piece of every chain, edges of the pieces).

    Every chain is found once. A ring of inner nodes is opened at its smallest, which is inner no longer.
    """
    n, done = len(first) - 1, np.zeros(len(first) - 1, np.bool_)
    first_piece, piece = np.zeros(len(head) + 1, np.int32), np.empty(len(head) + 1, np.int32)
    n_chains, n_pieces = 0, np.int64(0)
    for only_rings in (False, True):
        for v in range(n):
            if only_rings and inner[v] and not done[v]:
                inner[v] = False
            elif inner[v] or only_rings:
                continue
            for e in range(first[v], first[v + 1]):
                if not inner[head[e]] or done[head[e]]:
                    continue
                begin = n_pieces
                n_pieces = walk_chain(e, first, head, twin, inner, piece, n_pieces)
                for k in range(begin, n_pieces - 1):
                    done[head[piece[k]]] = True
                n_chains += 1
                first_piece[n_chains] = n_pieces
    return first_piece[: n_chains + 1].copy(), piece[:n_pieces].copy()


@kernel
def gather_pieces(there: U32, back: U32, edge_cost: U32, piece_cost: U32) -> None:
    """Write the costs of every piece, forward and backward, side by side."""
    for p in range(len(there)):
        piece_cost[2 * p] = edge_cost[there[p]]
        piece_cost[2 * p + 1] = edge_cost[back[p]]


@kernel
def sum_chains(first_inner: U32, piece_cost: U32, pair_word: U32, pair_cost: U32) -> None:
    """Offer the cost of every chain, both ways, to the pair of its ends.

    ``pair_word[c]`` is where the forward cost goes; the backward cost is its neighbour (last bit flipped).
    """
    closed, one = np.uint32(CLOSED_DS), np.uint32(1)
    for c in range(len(pair_word)):
        there, back = np.uint32(0), np.uint32(0)
        begin = np.int64(first_inner[c]) + c
        for p in range(begin, np.int64(first_inner[c + 1]) + c + 1):
            there = min(np.uint32(there + piece_cost[2 * p]), closed)
            back = min(np.uint32(back + piece_cost[2 * p + 1]), closed)
        word = pair_word[c]
        pair_cost[word] = min(pair_cost[word], there)
        pair_cost[word ^ one] = min(pair_cost[word ^ one], back)


@kernel
def push_to_ends(c: Whole, at: Whole, first_inner: U32, piece_cost: U32, own: Whole) -> tuple[Whole, Whole]:
    """Return what the ends of chain ``c`` pay to reach its inner node ``at``, which costs ``own``."""
    there, back, closed = np.int64(own), np.int64(own), np.int64(CLOSED_DS)
    begin, end = np.int64(first_inner[c]) + c, np.int64(first_inner[c + 1]) + c + 1
    for p in range(begin, begin + at + 1):
        there = min(there + np.int64(piece_cost[2 * p]), closed)
    for p in range(begin + at + 1, end):
        back = min(back + np.int64(piece_cost[2 * p + 1]), closed)
    return there, back


@kernel
def lift_chains(
    first_inner: U32, inner_node: U32, begin_node: U32, end_node: U32, piece_cost: U32, cost: U32
) -> None:
    """Offer both ends of every chain what its inner nodes cost."""
    for c in range(len(begin_node)):
        q = np.int64(first_inner[c])
        n_inner, p = np.int64(first_inner[c + 1]) - q, q + c
        there, back = np.uint32(CLOSED_DS), np.uint32(CLOSED_DS)
        for i in range(n_inner):
            far, near = inner_node[q + n_inner - 1 - i], inner_node[q + i]
            there = min(cost[far], np.uint32(there + piece_cost[2 * (p + n_inner - i)]))
            back = min(cost[near], np.uint32(back + piece_cost[2 * (p + i) + 1]))
        begin, end = begin_node[c], end_node[c]
        cost[begin] = min(cost[begin], np.uint32(there + piece_cost[2 * p]))
        cost[end] = min(cost[end], np.uint32(back + piece_cost[2 * (p + n_inner) + 1]))


@kernel
def sweep_chains(
    first_inner: U32,
    inner_node: U32,
    begin_node: U32,
    end_node: U32,
    piece_cost: U32,
    longest: Whole,
    cost: U32,
) -> None:
    """Settle the inner nodes of every chain between its two ends, whose costs are known."""
    onward = np.empty(longest, np.uint32)
    for c in range(len(begin_node)):
        q = np.int64(first_inner[c])
        n_inner, p = np.int64(first_inner[c + 1]) - q, q + c
        here = cost[end_node[c]]
        for i in range(n_inner - 1, -1, -1):
            here = min(cost[inner_node[q + i]], np.uint32(here + piece_cost[2 * (p + i + 1)]))
            onward[i] = here
        here = cost[begin_node[c]]
        for i in range(n_inner):
            here = min(onward[i], np.uint32(here + piece_cost[2 * (p + i) + 1]))
            cost[inner_node[q + i]] = here
