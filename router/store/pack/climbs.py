"""What streets climb at least."""

import numpy as np

from router.graph import I32, I64, NO_ELEVATION_CM


def foretold_climbs_cm(elevation_cm: I32, begin: I32, end: I32) -> tuple[I64, I64]:
    """Return the rise of every street from end to end, ahead and back; 0 where an elevation is unknown.

    Parameters
    ----------
    elevation_cm : int32, (n,)
        Of the nodes.
    begin, end : int32, (s,)
        First and last node of each street.

    Returns
    -------
    tuple of int64, (s,)
        Centimetres up from the first node to the last, and from the last to the first.
    """
    low, high = elevation_cm[begin].astype(np.int64), elevation_cm[end].astype(np.int64)
    known = (low != NO_ELEVATION_CM) & (high != NO_ELEVATION_CM)
    rise: I64 = np.where(known, high - low, 0)
    return np.maximum(rise, 0), np.maximum(-rise, 0)
