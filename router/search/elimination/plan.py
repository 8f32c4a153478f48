"""The plan of elimination: everything that depends on the streets alone, found once."""

from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from router.graph import CLOSED_DS, I32, I64, U32, StreetGraph
from router.search.elimination.chains.kernels import find_chains, mark_inner
from router.search.elimination.order.kernels import (
    eliminate,
    find_levels,
    join_all,
    place_edges,
    place_slots,
    place_targets,
)

Index = NDArray[np.int64]
Integer = TypeVar("Integer", bound=np.integer[Any])


@dataclass(frozen=True, eq=False)
class Chains:
    """Runs of nodes with two edges (see ``chains.kernels`` for the layout). Read-only.

    Attributes
    ----------
    first_inner : uint32, (c + 1,)
        Inner nodes of chain ``c`` are ``first_inner[c] : first_inner[c + 1]``; one more piece than nodes.
    node : uint32
        Inner nodes.
    there, back : uint32
        Edges of the pieces, forward and backward.
    begin, end : uint32, (c,)
        Nodes at the two ends.
    word : uint32, (c,)
        Where in the costs of pairs the forward cost of the chain goes.
    chain_of, place_of : int32, (n,)
        Chain of an inner node (-1: none) and its place in it.
    """

    first_inner: U32
    node: U32
    there: U32
    back: U32
    begin: U32
    end: U32
    word: U32
    chain_of: I32
    place_of: I32


@dataclass(frozen=True, eq=False)
class Elimination:
    """What is left of a street graph when chains and nodes with few neighbours are taken out. Read-only.

    Attributes
    ----------
    chains : Chains
        Taken out first.
    sequence : uint32, (g,)
        Eliminated junctions, first to last; ``place`` is the inverse, int32 (n,), -1 elsewhere.
    group : int64, (., 5)
        Groups of junctions that are swept together (see ``sweeps.kernels``); ``group_of``: int32, (g,).
    up : uint32, (slots,)
        Neighbour at every slot.
    target : uint32
        For every two neighbours of an eliminated junction, where the cost of the way through it goes.
    there, back, missing : uint32, (pairs,)
        Edge of every pair in both directions; ``CLOSED_DS`` where there is none, else 0.
    parallel_word, parallel_there, parallel_back : uint32
        Further edges between the same two nodes.
    core : uint32
        Junctions that are left, with their arcs ``core_first``, ``core_head`` and ``core_word``.
    """

    chains: Chains
    sequence: U32
    place: I32
    group: I64
    group_of: I32
    up: U32
    target: U32
    there: U32
    back: U32
    missing: U32
    parallel_word: U32
    parallel_there: U32
    parallel_back: U32
    core: U32
    core_first: U32
    core_head: U32
    core_word: U32


def plan_elimination(graph: StreetGraph, largest_degree: int = 4) -> Elimination:
    """Find chains, the order of elimination and the core.

    Parameters
    ----------
    graph : StreetGraph
        The streets.
    largest_degree : int
        Junctions with more neighbours stay in the core; 2 or more. On Porto 3, 4, 5, 6 and 8 leave 17,250,
        10,996, 8,263, 6,653 and 5,345 of 71,673 junctions, and fields cost the same within 3 %.

    Returns
    -------
    Elimination
        The plan: 30 ms for 72,001 junctions, 50 ms for 325,215 nodes, 0.6 s for a grid of a million.
    """
    inner = mark_inner(graph.first_out, graph.head)
    first_piece, piece = _sorted_by_length(*find_chains(graph.first_out, graph.head, graph.twin, inner))
    begin, end = graph.tail[piece[first_piece[:-1]]], graph.head[piece[first_piece[1:] - 1]]
    tail, head = graph.tail, graph.head
    direct = np.flatnonzero((tail < head) & ~inner[tail] & ~inner[head])
    bridging = np.flatnonzero(begin != end)
    tails, heads = np.r_[tail[direct], begin[bridging]], np.r_[head[direct], end[bridging]]
    half = np.empty(len(tails), np.int32)
    order = _Order(graph.n_nodes, tails, heads, half, largest_degree)
    word = order.word_of_half
    chain_word = np.full(len(begin), 2 * order.n_pairs)  # a ring back to its begin offers to a spare pair
    chain_word[bridging] = word[half[len(direct) :]]
    chains = _chains(graph, first_piece, piece, begin, end, chain_word)
    return order.plan(graph, chains, direct, half[: len(direct)])


def _sorted_by_length(first: I32, piece: I32) -> tuple[Index, Index]:
    """Return the chains with the shortest first."""
    sizes = np.diff(first)
    by_length = np.argsort(sizes, kind="stable")
    sizes = sizes[by_length]
    moved = np.r_[0, np.cumsum(sizes)]
    old = np.repeat(first[:-1][by_length] - moved[:-1], sizes) + np.arange(len(piece))
    return moved, piece[old].astype(np.int64)


def _chains(
    graph: StreetGraph, first_piece: Index, piece: Index, begin: I32, end: I32, word: Index
) -> Chains:
    n_chains = len(begin)
    first_inner = first_piece - np.arange(n_chains + 1)
    last = np.zeros(len(piece), np.bool_)
    last[first_piece[1:] - 1] = True
    node = graph.head[piece[~last]]
    chain_of, place_of = np.full(graph.n_nodes, -1, np.int32), np.full(graph.n_nodes, -1, np.int32)
    chain_of[node] = np.repeat(np.arange(n_chains), np.diff(first_inner))
    place_of[node] = np.arange(len(node)) - first_inner[chain_of[node]]
    return Chains(
        frozen_u32(first_inner),
        frozen_u32(node),
        frozen_u32(piece),
        frozen_u32(graph.twin[piece]),
        frozen_u32(begin),
        frozen_u32(end),
        frozen_u32(word),
        frozen(chain_of, np.int32),
        frozen(place_of, np.int32),
    )


class _Order:
    """The elimination of the junctions, and where every pair and slot is kept."""

    def __init__(self, n_nodes: int, tails: I32, heads: I32, half: I32, largest_degree: int) -> None:
        room = len(tails) + (largest_degree + 1) * n_nodes
        link, other = np.empty(2 * room, np.int32), np.empty(2 * room, np.int32)
        start, degree = np.full(n_nodes, -1, np.int32), np.zeros(n_nodes, np.int32)
        slot = np.empty((largest_degree + 1) * n_nodes, np.int32)
        target = np.empty(largest_degree * (largest_degree + 1) // 2 * n_nodes, np.int32)
        n_pairs = join_all(tails, heads, start, link, other, degree, half)
        sequence, first_slot, n_pairs = eliminate(
            start, link, other, degree, n_pairs, largest_degree, slot, target
        )
        self.other, self.n_pairs, self.n_slots = other, int(n_pairs), int(first_slot[-1])
        self.core = np.flatnonzero(degree > 0)
        self._group(sequence, first_slot, slot[: self.n_slots], n_nodes)
        self.word_of_half = np.empty(2 * self.n_pairs, np.int64)
        self.up = np.empty(self.n_slots, np.int64)
        self.target = np.empty(int((self.degree * (self.degree - 1) // 2).sum()), np.int64)
        rows = (self.by_group, self.group, self.group_of, self.word_of_half)
        self.left = place_slots(first_slot, slot, other[: 2 * self.n_pairs], *rows, self.up)
        place_targets(first_slot, target, *rows, self.target)

    def _group(self, sequence: I32, first_slot: I32, slot: I32, n_nodes: int) -> None:
        """Sort by level, number of neighbours and node; cut into groups of the same."""
        level = find_levels(sequence, first_slot, slot, self.other, n_nodes).astype(np.int64)
        degree = np.diff(first_slot)
        self.by_group = np.lexsort((sequence, degree, level))
        self.sequence, self.degree = sequence[self.by_group], degree[self.by_group].astype(np.int64)
        key = level[self.by_group] * 64 + self.degree
        first = np.flatnonzero(np.diff(key, prepend=-1))
        size, d = np.diff(np.r_[first, len(key)]), self.degree[first]
        slots, targets = np.r_[0, np.cumsum(size * d)], np.r_[0, np.cumsum(size * (d * (d - 1) // 2))]
        self.group = np.stack([first, size, d, slots[:-1], targets[:-1]], axis=1)
        self.group_of = np.repeat(np.arange(len(first)), size)

    def plan(self, graph: StreetGraph, chains: Chains, direct: Index, half: I32) -> Elimination:
        """Return the plan, with the edges of every pair and the arcs of the core."""
        word = self.word_of_half[half]
        there, back = np.zeros((2, self.n_pairs + 1), np.uint32)
        missing = np.full(self.n_pairs + 1, CLOSED_DS, np.uint32)
        more = place_edges(word, direct, graph.twin, there, back, missing)
        place = np.full(graph.n_nodes, -1)
        place[self.sequence] = np.arange(len(self.sequence))
        return Elimination(
            chains,
            frozen_u32(self.sequence),
            frozen(place, np.int32),
            frozen(self.group, np.int64),
            frozen(self.group_of, np.int32),
            frozen_u32(self.up),
            frozen_u32(self.target),
            frozen_u32(there),
            frozen_u32(back),
            frozen_u32(missing),
            frozen_u32(more[0]),
            frozen_u32(more[1]),
            frozen_u32(more[2]),
            *map(frozen_u32, self._core_arcs(graph.n_nodes)),
        )

    def _core_arcs(self, n_nodes: int) -> tuple[Index, Index, Index, Index]:
        """Return nodes, first arcs, heads and words of the core; arcs lead backward, as the search does."""
        number = np.full(n_nodes, -1)
        number[self.core] = np.arange(len(self.core))
        halves = np.r_[2 * self.left, 2 * self.left + 1]
        at, head = number[self.other[halves ^ 1]], number[self.other[halves]]
        by_node = np.lexsort((head, at))
        first = np.searchsorted(at[by_node], np.arange(len(self.core) + 1))
        return self.core, first, head[by_node], self.word_of_half[halves ^ 1][by_node]


def frozen(array: NDArray[np.integer[Any]], dtype: type[Integer]) -> NDArray[Integer]:
    """Return the array as ``dtype``, contiguous and read-only."""
    copy = np.ascontiguousarray(array, dtype)
    copy.setflags(write=False)
    return copy


def frozen_u32(array: NDArray[np.integer[Any]]) -> U32:
    """Return the array as uint32, contiguous and read-only."""
    return frozen(array, np.uint32)
