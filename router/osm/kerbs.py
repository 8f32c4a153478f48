"""Raised kerbs: the pieces of footways that people on wheels cannot take because of them."""

import numpy as np
from numpy.typing import NDArray

from router.classes import Flag, StreetClass
from router.osm.read import RawStreets
from router.osm.rules import Walkable
from router.osm.segments import Segments

_FOOTWAYS = frozenset(
    {
        StreetClass.PEDESTRIAN,
        StreetClass.FOOTWAY,
        StreetClass.PATH,
        StreetClass.STEPS,
        StreetClass.CYCLEWAY,
        StreetClass.BRIDLEWAY,
    }
)


def kerb_pieces(raw: RawStreets, segments: Segments) -> NDArray[np.bool_]:
    """Return which pieces end at a raised kerb: those of crossings; where none meets it, of every footway.

    The carriageway on which a crossing is drawn goes on as before.

    Parameters
    ----------
    raw : RawStreets
    segments : Segments
        Its pieces.

    Returns
    -------
    bool, (k,)
    """
    has_kerb, crossed = np.zeros((2, len(raw.node_id)), np.bool_)
    has_kerb[raw.kerb_node] = True
    ways = [
        one if isinstance(one, Walkable) and one.street_class in _FOOTWAYS else None for one in raw.verdicts
    ]
    of_piece = raw.way_verdict[segments.way]
    foot = np.array([way is not None for way in ways], np.bool_)[of_piece]
    is_crossing = [way is not None and bool(way.forward & Flag.CROSSING) for way in ways]
    crossing = np.array(is_crossing, np.bool_)[of_piece]
    for end in (segments.tail, segments.head):
        crossed[end[crossing]] = True
    tail, head = (has_kerb[end] & (crossing | ~crossed[end]) for end in (segments.tail, segments.head))
    found: NDArray[np.bool_] = foot & (tail | head)
    return found
