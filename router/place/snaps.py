"""Places on streets: one, or many at once."""

from dataclasses import dataclass

import numpy as np

from router.arrays import freeze
from router.graph import I32, I64, U32

NOWHERE = -1
"""``edge`` of a position with no usable street within the limit."""


@dataclass(frozen=True, slots=True)
class Snap:
    """A place on an edge.

    Attributes
    ----------
    edge : int
        The street's forward edge, or the other if only that is usable.
    offset_mm : int
        From the edge's tail along the edge; 0 … ``edge_length_mm``.
    distance_mm : int
        From the position to the place.
    lon_e7, lat_e7 : int
        The place.
    """

    edge: int
    offset_mm: int
    distance_mm: int
    lon_e7: int
    lat_e7: int


@dataclass(frozen=True, eq=False)
class Snaps:
    """Many snaps, one per position and in the same order; ``edge`` is -1 where there is none. Read-only.

    Attributes
    ----------
    edge : int32, (k,)
    offset_mm, distance_mm : uint32, (k,)
    lon_e7, lat_e7 : int32, (k,)
        As in `Snap`.
    """

    edge: I32
    offset_mm: U32
    distance_mm: U32
    lon_e7: I32
    lat_e7: I32

    def __post_init__(self) -> None:
        arrays = {
            "edge": (self.edge, np.int32),
            "offset_mm": (self.offset_mm, np.uint32),
            "distance_mm": (self.distance_mm, np.uint32),
            "lon_e7": (self.lon_e7, np.int32),
            "lat_e7": (self.lat_e7, np.int32),
        }
        freeze("snaps", len(self.edge), arrays)

    def __len__(self) -> int:
        return len(self.edge)

    def __getitem__(self, i: int) -> Snap | None:
        """Return snap ``i``, or None where there is none."""
        if self.edge[i] == NOWHERE:
            return None
        return Snap(
            int(self.edge[i]),
            int(self.offset_mm[i]),
            int(self.distance_mm[i]),
            int(self.lon_e7[i]),
            int(self.lat_e7[i]),
        )

    def take(self, rows: I64) -> "Snaps":
        """Return these rows, in their order; a row of -1 is nowhere."""
        return Snaps(
            np.append(self.edge, np.int32(NOWHERE))[rows],
            np.append(self.offset_mm, np.uint32(0))[rows],
            np.append(self.distance_mm, np.uint32(0))[rows],
            np.append(self.lon_e7, np.int32(0))[rows],
            np.append(self.lat_e7, np.int32(0))[rows],
        )

    @classmethod
    def of(cls, *snaps: Snap) -> "Snaps":
        """Gather single snaps."""
        return cls(
            np.array([s.edge for s in snaps], np.int32),
            np.array([s.offset_mm for s in snaps], np.uint32),
            np.array([s.distance_mm for s in snaps], np.uint32),
            np.array([s.lon_e7 for s in snaps], np.int32),
            np.array([s.lat_e7 for s in snaps], np.int32),
        )
