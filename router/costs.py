"""EdgeCosts: what is minimised, what people are told, and what it costs to leave an edge."""

from dataclasses import dataclass

import numpy as np

from router.arrays import freeze, require
from router.graph import CLOSED_DS, U32


@dataclass(frozen=True, eq=False)
class EdgeCosts:
    """Costs of every edge for one profile and one state of the world. All arrays are read-only.

    Attributes
    ----------
    cost_ds : uint32, (m,)
        What is minimised, in deciseconds: 1 or more, or ``CLOSED_DS`` where nobody may enter.
    duration_ds : uint32, (m,)
        What people are told: time along the whole edge. ``CLOSED_DS`` where the profile cannot go at all.
    leave_ds : uint32, (m,)
        Cost of the whole edge to somebody who already stands on it. Equal to ``cost_ds`` where that is open;
        below ``CLOSED_DS`` on an edge that is closed to others but may be left; ``CLOSED_DS`` where the
        profile can never go that way.
    """

    cost_ds: U32
    duration_ds: U32
    leave_ds: U32

    def __post_init__(self) -> None:
        arrays = {
            "cost_ds": (self.cost_ds, np.uint32),
            "duration_ds": (self.duration_ds, np.uint32),
            "leave_ds": (self.leave_ds, np.uint32),
        }
        freeze("edge costs", len(self.cost_ds), arrays)
        in_range = f"1 … {CLOSED_DS}"
        closed, stuck = self.cost_ds == CLOSED_DS, self.leave_ds == CLOSED_DS
        require(
            "edge costs",
            [(name, in_range, (array >= 1) & (array <= CLOSED_DS)) for name, (array, _) in arrays.items()]
            + [
                ("leave_ds", "cost_ds where that is open", closed | (self.leave_ds == self.cost_ds)),
                ("duration_ds", "open where leave_ds is open", stuck | (self.duration_ds < CLOSED_DS)),
            ],
        )

    @property
    def n_edges(self) -> int:
        """Number of edges."""
        return len(self.cost_ds)


def plain_costs(duration_ds: U32) -> EdgeCosts:
    """Return costs without any penalty: the quickest way is the cheapest.

    Parameters
    ----------
    duration_ds : uint32, (m,)
        Time along every edge (``router.profiles.durations``); ``CLOSED_DS`` where it cannot be used.

    Returns
    -------
    EdgeCosts
        Costs that equal the durations.
    """
    return EdgeCosts(duration_ds, duration_ds, duration_ds)
