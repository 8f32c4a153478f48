"""Which graphs have been prepared for fast fields. Kept beside the graph, and gone with it."""

from weakref import WeakKeyDictionary

from router.graph import StreetGraph
from router.search.elimination import Elimination, plan_elimination

_PLANS: WeakKeyDictionary[StreetGraph, Elimination] = WeakKeyDictionary()


def prepare(graph: StreetGraph) -> None:
    """Plan the elimination of a graph, so that `settle` takes half the time from now on.

    Worth it for every graph that is settled more than about fifty times (on Porto: 20 ms for 71,673
    junctions, 50 ms for 308,354 nodes). The fields are the same to the bit.

    Parameters
    ----------
    graph : StreetGraph
        The streets.
    """
    plan_of(graph, make=True)


def plan_of(graph: StreetGraph, *, make: bool = False) -> Elimination | None:
    """Return the plan of a prepared graph; None if it has none and none is to be made."""
    plan = _PLANS.get(graph)
    if plan is None and make:
        plan = _PLANS[graph] = plan_elimination(graph)
    return plan
