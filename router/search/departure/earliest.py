"""One start and one time: the earliest arrival while edges close."""

import numpy as np

from router.graph import U32, StreetGraph
from router.search.departure.latest import closing_floor
from router.search.field import Field
from router.search.guided import Way, way_to_source
from router.search.sources import Sources


def earliest_arrival(
    graph: StreetGraph,
    duration_ds: U32,
    closing_ds: U32,
    sources: Sources,
    start: int,
    start_ds: int,
    field: Field | None = None,
) -> Way | None:
    """Return the way by which one who leaves ``start`` at ``start_ds`` arrives first.

    A forward search, which shares only the streets with `latest_departures`. Both agree: there is a way
    that arrives by the horizon if, and only if, one leaves no later than the field says.

    Parameters
    ----------
    graph : StreetGraph
        The streets.
    duration_ds, closing_ds : uint32, (m,)
        As for `latest_departures`.
    sources : Sources
        Where ways end; a cost is time that passes between the node and the goal.
    start : int
        Node to start from.
    start_ds : int
        Moment of leaving.
    field : Field, optional
        Field of ``duration_ds`` without closings, which leads the search.

    Returns
    -------
    Way or None
        The way; its ``cost_ds`` is the moment of arrival. None if all ways are closed by then.
    """
    closing_floor(graph, duration_ds, closing_ds, sources, 0)
    bound_ds = np.zeros(graph.n_nodes, np.uint32) if field is None else field.cost_ds
    return way_to_source(graph, bound_ds, duration_ds, closing_ds, sources, start, start_ds)
