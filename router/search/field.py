"""Field: the cheapest way to the nearest source, from everywhere at once."""

import hashlib
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from router.arrays import freeze
from router.graph import I32, U32


@dataclass(frozen=True, eq=False)
class Field:
    """For every node: what the cheapest way costs, its first edge, and where it ends. Read-only.

    There is exactly one field for given costs and sources: ties break on the smallest edge id, so that any
    two machines agree to the digest.

    Attributes
    ----------
    cost_ds : uint32, (n,)
        Cost of the cheapest way to a source, its own cost included; ``CLOSED_DS`` where there is none (or
        where it would cost that much).
    next_edge : int32, (n,)
        Smallest edge id with which a cheapest way can begin; -1 at roots and where there is no way. A root is
        a node whose own source is as cheap as anything else.
    source : int32, (n,)
        Source at the end of the way that follows ``next_edge``; -1 where there is none.
    """

    cost_ds: U32
    next_edge: I32
    source: I32

    def __post_init__(self) -> None:
        arrays = {
            "cost_ds": (self.cost_ds, np.uint32),
            "next_edge": (self.next_edge, np.int32),
            "source": (self.source, np.int32),
        }
        freeze("field", len(self.cost_ds), arrays)

    @property
    def n_nodes(self) -> int:
        """Number of nodes."""
        return len(self.cost_ds)

    @cached_property
    def digest(self) -> str:
        """Hex sha256 over ``cost_ds``, ``next_edge`` and ``source``, little-endian, in that order."""
        digest = hashlib.sha256()
        digest.update(self.cost_ds.astype("<u4", copy=False).data)
        digest.update(self.next_edge.astype("<i4", copy=False).data)
        digest.update(self.source.astype("<i4", copy=False).data)
        return digest.hexdigest()
