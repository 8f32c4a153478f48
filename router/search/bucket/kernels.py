"""Compiled bucket search.

One list per bucket inside a window that slides along the cost axis; whatever lies beyond the window waits in
a binary heap. Street costs are small, so the heap is nearly always empty; costs up to the limit only make it
busier. Nothing is sized by the largest cost, and nothing wraps: two numbers below 2^31 are added in uint32.

The inner loop has no branch that depends on costs: an arc that improves nothing writes its entry into a
dummy bucket and leaves the stack of free entries as it was. On Porto that is 1.5 times as fast as a jump
around the entry, which the processor guesses wrong every third time.
"""

import numpy as np
from numpy.typing import NDArray

from router.graph import CLOSED_DS, I64, U32
from router.kernel import Whole, kernel

U64 = NDArray[np.uint64]
WINDOW = 4096
"""Buckets in the window: 16 KB, a third of the first-level cache."""


@kernel
def pack_arcs(head: U32, twin: U32, cost_ds: U32, arcs: U64) -> tuple[Whole, Whole]:
    """Write, per edge v→u, the word ``cost of u→v << 32 | u``; return sum and number of open costs.

    The search walks backward: at v it needs the edges *into* v, which are the twins of v's own block.
    """
    total, n_open = np.uint64(0), np.uint64(0)
    for e in range(len(head)):
        cost = np.uint64(cost_ds[twin[e]])
        arcs[e] = (cost << np.uint64(32)) | np.uint64(head[e])
        is_open = np.uint64(cost < np.uint64(CLOSED_DS))
        total += cost * is_open
        n_open += is_open
    return total, n_open


@kernel
def pack_floors(twin: U32, floor_ds: U32, floor: U32) -> None:
    """Write, per edge v→u, the floor of u→v, as `pack_arcs` does with costs."""
    for e in range(len(twin)):
        floor[e] = floor_ds[twin[e]]


@kernel
def seed_costs(node: U32, node_cost: U32, cost: U32) -> U32:
    """Lower ``cost`` to that of the sources; return the nodes that hold one, each once."""
    seeds = np.empty(len(node), np.uint32)
    n_seeds = 0
    for k in range(len(node)):
        if node_cost[k] < cost[node[k]]:
            if cost[node[k]] == CLOSED_DS:
                seeds[n_seeds] = node[k]
                n_seeds += 1
            cost[node[k]] = node_cost[k]
    return seeds[:n_seeds]


@kernel
def heap_push(heap: I64, size: Whole, key: Whole) -> None:
    """Put ``key`` into the binary heap ``heap[:size]``; the caller adds one to ``size``."""
    i = size
    while i > 0:
        parent = (i - 1) >> 1
        if heap[parent] <= key:
            break
        heap[i] = heap[parent]
        i = parent
    heap[i] = key


@kernel
def heap_pop(heap: I64, size: Whole) -> Whole:
    """Take the smallest key out of ``heap[:size]``; the caller takes one from ``size``."""
    top: Whole = heap[0]
    last = heap[size - 1]
    i = 0
    while True:
        child = 2 * i + 1
        if child >= size - 1:
            break
        if child + 1 < size - 1 and heap[child + 1] < heap[child]:
            child += 1
        if heap[child] >= last:
            break
        heap[i] = heap[child]
        i = child
    heap[i] = last
    return top


@kernel
def bucket_search(
    first: U32, arcs: U64, floor: U32, cost: U32, seeds: U32, shift: Whole, room: Whole, max_pops: Whole
) -> bool:
    """Settle everything that the seeds reach.

    ``floor`` may be empty; else the way over arc ``i`` costs at least ``floor[i]`` before the arc itself.
    False if ``room`` entries were not enough or more than ``max_pops`` were taken out: then all costs so far
    are those of real ways, but perhaps not of the cheapest. An entry is ``next entry << 32 | node``; entry 0
    ends a list. One that is stale (its node has fallen into an earlier bucket since) is skipped.
    """
    width, half, one = np.uint32(shift), np.uint64(32), np.uint32(1)
    mask, window, beyond, dummy = (
        np.uint32(WINDOW - 1),
        np.uint32(WINDOW),
        np.uint32(WINDOW),
        np.uint32(WINDOW + 1),
    )
    bucket = np.zeros(WINDOW + 2, np.uint32)
    entry, free, heap = np.empty(room, np.uint64), np.empty(room, np.uint32), np.empty(room, np.int64)
    for i in range(room):
        free[i] = room - i
    unused, floored = np.int64(room - 2), len(floor) > 0
    n_free, n_far, pops, now = unused, 0, 0, np.uint32(0)
    if 2 * len(seeds) >= room:
        return False
    for i in range(len(seeds)):
        slot = np.uint32(cost[seeds[i]] >> width) if cost[seeds[i]] >> width < window else beyond
        k = free[n_free]
        n_free -= 1
        entry[k] = (np.uint64(bucket[slot]) << half) | np.uint64(seeds[i])
        bucket[slot] = k
    while pops <= max_pops:
        while bucket[beyond] != 0:
            k = bucket[beyond]
            u = np.uint32(entry[k])
            bucket[beyond] = np.uint32(entry[k] >> half)
            n_free += 1
            free[n_free] = k
            heap_push(heap, n_far, (np.int64(cost[u]) << 32) | np.int64(u))
            n_far += 1
        if n_free == unused:
            if n_far == 0:
                return True
            now = np.uint32(np.uint32(heap[0] >> 32) >> width)
        while n_far > 0 and np.uint32((np.uint32(heap[0] >> 32) >> width) - now) < window and n_free > 0:
            key = heap_pop(heap, n_far)
            n_far -= 1
            slot = np.uint32((np.uint32(key >> 32) >> width) & mask)
            k = free[n_free]
            n_free -= 1
            entry[k] = (np.uint64(bucket[slot]) << half) | np.uint64(key & 0x7FFFFFFF)
            bucket[slot] = k
        while bucket[now & mask] == 0:
            now = np.uint32(now + one)
        here = np.uint32(now & mask)
        while bucket[here] != 0:
            k = bucket[here]
            word = entry[k]
            bucket[here] = np.uint32(word >> half)
            n_free += 1
            free[n_free] = k
            v = np.uint32(word)
            settled = cost[v]
            if np.uint32(settled >> width) != now:
                continue
            pops += 1
            begin, end = first[v], first[np.uint32(v + one)]
            if n_free - n_far <= np.int64(end) - np.int64(begin):
                return False
            for i in range(begin, end):
                word = arcs[i]
                u = np.uint32(word)
                base = max(settled, floor[i]) if floored else settled
                total = np.uint32(base + np.uint32(word >> half))
                at, better = np.uint32(total >> width), total < cost[u]
                cost[u] = min(total, cost[u])
                slot = np.uint32(at & mask) if np.uint32(at - now) < window else beyond
                slot = slot if better else dummy
                k = free[n_free]
                entry[k] = (np.uint64(bucket[slot]) << half) | np.uint64(u)
                bucket[slot] = k
                n_free -= np.int64(better)
    return False
