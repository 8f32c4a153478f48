"""The last moment to leave, and the earliest to arrive, while edges close for good at known times.

Times are deciseconds after one agreed moment. An edge must be left at its far end when it closes: whoever is
still on it is in the hazard. With ``L`` the last moment to leave a node and ``τ`` the duration of an edge::

    L(v) = max over edges v→w of min(L(w), close) - τ          L(site) = horizon - its cost

Counted back from the horizon, this is a field whose ways cost at least ``horizon - close`` before each edge.
Without closings it is ``horizon - field``.

========== ==========================================================================
module     what it does
========== ==========================================================================
latest     the last moment to leave, from everywhere at once, and margins
earliest   one start and one time: the earliest arrival under the same closings
========== ==========================================================================
"""

from router.search.departure.earliest import earliest_arrival
from router.search.departure.latest import NEVER_DS, LatestDeparture, latest_departures

__all__ = ["NEVER_DS", "LatestDeparture", "earliest_arrival", "latest_departures"]
