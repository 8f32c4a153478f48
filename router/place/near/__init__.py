"""Candidates: where people may stand whose positions are known only so well.

A bridge and the street below it, two banks of a river, both sides of a railway: within the accuracy of a
phone the nearest street may be the wrong one, and the way from there is another. Two answers are right: ask
the person, or lead everybody as if they stood where the answer is worst (`Candidates.worst`).
"""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from router.arrays import freeze
from router.classes import Flag
from router.errors import InputError, Problem
from router.graph import I64, U32
from router.place.snaps import NOWHERE, Snap, Snaps

__all__ = ["Candidates", "Level", "levels_of"]


class Level(IntEnum):
    """Where a street runs, as far as its own tags tell."""

    BELOW = -1
    """In a tunnel or an underpass."""
    GROUND = 0
    ABOVE = 1
    """On a bridge."""


@dataclass(frozen=True, eq=False)
class Candidates:
    """Places for ``k`` positions, the nearest of each first. Read-only.

    Attributes
    ----------
    first : int64, (k + 1,)
        Places of position ``i`` are ``first[i] : first[i + 1]``; none where no street is near enough.
    snaps : Snaps, (q,)
        The places.
    level : int8, (q,)
        `Level` of each.
    """

    first: I64
    snaps: Snaps
    level: NDArray[np.int8]

    def __post_init__(self) -> None:
        freeze("candidates", len(self.snaps), {"level": (self.level, np.int8)})
        self.first.setflags(write=False)

    def __len__(self) -> int:
        return len(self.first) - 1

    def __getitem__(self, i: int) -> tuple[tuple[Snap, Level], ...]:
        """Return the places of position ``i`` with their levels."""
        found = ((self.snaps[at], Level(int(self.level[at]))) for at in range(*self._span(i)))
        return tuple((snap, level) for snap, level in found if snap is not None)

    @property
    def owner(self) -> I64:
        """int64, (q,): the position to which each place belongs."""
        return np.repeat(np.arange(len(self), dtype=np.int64), np.diff(self.first))

    def worst(self, cost_ds: U32) -> Snaps:
        """Return, per position, the place from which it costs most; nowhere where there is none.

        Of equal costs the nearer place holds. `router.graph.CLOSED_DS`, no way at all, is the most.

        Parameters
        ----------
        cost_ds : uint32, (q,)
            What the way from each place costs (`router.place.trace.start`).
        """
        if cost_ds.shape != (len(self.snaps),):
            raise InputError(Problem("candidates", "costs", f"{len(self.snaps)}", f"{cost_ds.shape}"))
        order = np.lexsort((np.arange(len(cost_ds)), -cost_ds.astype(np.int64), self.owner))
        some = np.flatnonzero(np.diff(self.first) > 0)
        rows = np.full(len(self), NOWHERE, np.int64)
        rows[some] = order[self.first[some]]
        return self.snaps.take(rows)

    def _span(self, i: int) -> tuple[int, int]:
        return int(self.first[i]), int(self.first[i + 1])


def levels_of(flags: U32) -> NDArray[np.int8]:
    """Return the level of edges with these flags; a bridge that is also a tunnel is above."""
    below = flags & np.uint32(Flag.TUNNEL | Flag.UNDERPASS) != 0
    above = flags & np.uint32(Flag.BRIDGE) != 0
    return np.where(above, Level.ABOVE, np.where(below, Level.BELOW, Level.GROUND)).astype(np.int8)
