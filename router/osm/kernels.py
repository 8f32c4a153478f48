"""Compiled loops of the build: Hilbert keys, walks along streets, sums, connected parts."""

import numpy as np
from numpy.typing import NDArray

from router.graph import F64, I32, I64
from router.kernel import kernel

Bool = NDArray[np.bool_]


@kernel
def hilbert_keys(x: I64, y: I64) -> I64:
    """Return places along the Hilbert curve of a square of 2^31 cells a side (``x``, ``y`` count cells)."""
    keys = np.empty(len(x), np.int64)
    for i in range(len(x)):
        a, b, key = x[i], y[i], 0
        side = 1 << 30
        while side > 0:
            right = 1 if a & side else 0
            upper = 1 if b & side else 0
            key += side * side * ((3 * right) ^ upper)
            if upper == 0:
                if right == 1:
                    a = (1 << 31) - 1 - a
                    b = (1 << 31) - 1 - b
                a, b = b, a
            side >>= 1
        keys[i] = key
    return keys


@kernel
def pass_nodes(first_half: I32, half: I32, half_kind: I32) -> Bool:
    """Return which nodes a street runs through: two pieces meet, and nothing about the street changes.

    Half ``2 k`` is piece ``k`` from tail to head, half ``2 k + 1`` the same from head to tail.
    """
    n = len(first_half) - 1
    passed = np.zeros(n, np.bool_)
    for v in range(n):
        first = first_half[v]
        if first_half[v + 1] - first == 2:
            out, back = half[first], half[first + 1]
            passed[v] = out >> 1 != back >> 1 and half_kind[out] == half_kind[back ^ 1]
    return passed


@kernel
def walk_street(
    start: int, first_half: I32, half: I32, half_head: I32, passed: Bool, seen: Bool, chain: I32, size: int
) -> int:
    """Append the halves of the street that begins with half ``start`` to ``chain``; return the new size."""
    h = start
    while True:
        seen[h >> 1] = True
        chain[size] = h
        size += 1
        v = half_head[h]
        if not passed[v]:
            return size
        first = first_half[v]
        h = half[first] if half[first] != h ^ 1 else half[first + 1]


@kernel
def walk_streets(first_half: I32, half: I32, half_head: I32, passed: Bool) -> tuple[I32, I32]:
    """Return the halves of all streets one after another, and where each street begins.

    A ring without junction becomes a loop at its lowest node: ``passed`` is cleared there (in place).
    """
    n, k = len(first_half) - 1, len(half_head) // 2
    seen = np.zeros(k, np.bool_)
    chain = np.empty(k, np.int32)
    first_chain = np.zeros(k + 1, np.int32)
    size, streets = 0, 0
    for rings in (False, True):
        for v in range(n):
            if passed[v] and not rings:
                continue
            for i in range(first_half[v], first_half[v + 1]):
                if not seen[half[i] >> 1]:
                    passed[v] = False
                    size = walk_street(half[i], first_half, half, half_head, passed, seen, chain, size)
                    streets += 1
                    first_chain[streets] = size
    return chain, first_chain[: streets + 1].copy()


@kernel
def sum_blocks(first: I32, value: F64) -> F64:
    """Return the sum of every block, added from left to right: the same on every machine."""
    total = np.zeros(len(first) - 1, np.float64)
    for block in range(len(total)):
        for i in range(first[block], first[block + 1]):
            total[block] += value[i]
    return total


@kernel
def root_of(parent: I32, v: int) -> int:
    """Return the root of ``v``, halving the path to it."""
    while parent[v] != v:
        parent[v] = parent[parent[v]]
        v = parent[v]
    return v


@kernel
def lowest_connected(n: int, tail: I32, head: I32) -> I32:
    """Return for every node the lowest node of its connected part."""
    parent = np.arange(n).astype(np.int32)
    for i in range(len(tail)):
        a, b = root_of(parent, tail[i]), root_of(parent, head[i])
        if a < b:
            parent[b] = a
        elif b < a:
            parent[a] = b
    for v in range(n):
        parent[v] = root_of(parent, v)
    return parent
