"""What staying indoors depends on, for every street: collapse zones and the time under water. Pure.

A home is judged by its street: what the worst point of the street is exposed to counts for all of it.
"""

from dataclasses import dataclass

import numpy as np

from hazard.kinds import HazardKind
from router.arrays import freeze, require
from router.graph import U8, U16

OUTSIDE, INSIDE, NOT_KNOWN = 0, 1, 255
"""Values of ``collapse``."""
DURATION_UNKNOWN_H = 2**16 - 1


@dataclass(frozen=True, eq=False)
class Indoor:
    """Collapse zones and durations of one kind along every street. Read-only.

    Attributes
    ----------
    kind : HazardKind
    collapse : uint8, (s,)
        家屋倒壊等氾濫想定区域: ``INSIDE`` if any part of the street is, ``OUTSIDE`` if all of it is known to
        be outside, else ``NOT_KNOWN``.
    duration_h : uint16, (s,)
        Upper bound of the longest published time under water along the street; 0 where all of it is known to
        stay dry; ``DURATION_UNKNOWN_H`` where it is not known.
    """

    kind: HazardKind
    collapse: U8
    duration_h: U16

    def __post_init__(self) -> None:
        owner = f"indoor {self.kind}"
        freeze(owner, len(self.collapse), {"collapse": (self.collapse, np.uint8)})
        freeze(owner, len(self.collapse), {"duration_h": (self.duration_h, np.uint16)})
        known = np.isin(self.collapse, (OUTSIDE, INSIDE, NOT_KNOWN))
        require(owner, [("collapse", f"{OUTSIDE}, {INSIDE} or {NOT_KNOWN}", known)])

    def collapse_at(self, street: int) -> bool | None:
        """Return whether a street is in a collapse zone; None where that is not known."""
        value = int(self.collapse[street])
        return None if value == NOT_KNOWN else value == INSIDE

    def duration_at(self, street: int) -> int | None:
        """Return the hours under water; None where they are not known."""
        value = int(self.duration_h[street])
        return None if value == DURATION_UNKNOWN_H else value
