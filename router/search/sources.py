"""Sources: where a search starts, which is where the ways of all people end."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from router.arrays import freeze, require
from router.graph import CLOSED_DS, I32, U32


@dataclass(frozen=True, eq=False)
class Sources:
    """Entries ``0 … k - 1``; the index of an entry is the source id that a field reports. Read-only.

    Several entries may lie at one node: the cheapest holds, and of equals the one with the smaller index.

    Attributes
    ----------
    node : int32, (k,)
        Node of the entry.
    cost_ds : uint32, (k,)
        What it still costs from that node to the goal (0 or more, below ``CLOSED_DS``).
    """

    node: I32
    cost_ds: U32

    def __post_init__(self) -> None:
        freeze(
            "sources", len(self.node), {"node": (self.node, np.int32), "cost_ds": (self.cost_ds, np.uint32)}
        )
        require(
            "sources",
            [
                ("node", "0 or more", self.node >= 0),
                ("cost_ds", f"0 … {CLOSED_DS - 1}", self.cost_ds < CLOSED_DS),
            ],
        )

    @cached_property
    def held(self) -> tuple[I32, U32, I32]:
        """The entries that hold: their nodes, rising, their costs and their indices."""
        order = np.lexsort((self.cost_ds, self.node))
        source: I32 = order[np.diff(self.node[order], prepend=-1) > 0].astype(np.int32)
        return self.node[source], self.cost_ds[source], source

    def __len__(self) -> int:
        return len(self.node)
