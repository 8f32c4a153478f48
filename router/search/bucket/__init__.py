"""The plain search: a bucket queue over all nodes, cheapest first.

It needs no preparation, so it serves graphs that are searched once, and the small core that is left when
most nodes have been eliminated (``router.search.elimination``).
"""

import numpy as np
from numpy.typing import NDArray

from router.graph import CLOSED_DS, U32
from router.search.bucket.kernels import bucket_search, pack_arcs, pack_floors, seed_costs

__all__ = ["bucket_width_shift", "pack_arcs", "pack_floors", "search_buckets", "seed_costs"]


NO_FLOOR: U32 = np.empty(0, np.uint32)
NO_FLOOR.setflags(write=False)


def bucket_width_shift(mean_open_ds: float) -> int:
    """Return log2 of the bucket width for edges that cost this much on average.

    An eighth of the mean edge: on Porto a search then settles 0.4 % of the nodes twice, and the queue
    fits the first-level cache. Measured flat within 5 % between a sixteenth and a quarter.
    """
    return max(0, int(mean_open_ds / 8).bit_length() - 1)


def search_buckets(
    first: U32, arcs: NDArray[np.uint64], cost: U32, seeds: U32, shift: int, floor: U32 = NO_FLOOR
) -> None:
    """Lower ``cost`` to that of the cheapest way from the seeds along ``arcs``.

    Parameters
    ----------
    first : uint32, (n + 1,)
        Arcs of ``v`` are ``first[v] : first[v + 1]``.
    arcs : uint64
        ``cost of u→v << 32 | u`` for every arc of ``v`` (`pack_arcs`).
    cost : uint32, (n,)
        Costs known so far, changed in place: those of the seeds, ``CLOSED_DS`` elsewhere.
    seeds : uint32
        Nodes to begin with, each once.
    shift : int
        log2 of the bucket width. Too wide a bucket costs time, never exactness: when nodes are settled
        again and again, the search starts over with buckets one decisecond wide, where each is settled once.
    floor : uint32, optional
        Per arc: the way on from it counts as at least this much (see ``router.search.departure``).
    """
    room = 2 * len(seeds) + len(cost) // 8 + 4096
    while not bucket_search(
        first, arcs, floor, cost, seeds, shift, room, 4 * len(cost) + 1024 if shift else 2**62
    ):
        # What has been reached has the cost of a real way, so the search may go on from all of it.
        seeds = np.flatnonzero(cost < np.uint32(CLOSED_DS)).astype(np.uint32)
        room, shift = 2 * (room + len(seeds)), 0
