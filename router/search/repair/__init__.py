"""Repair: a field after a few edges have changed, in the time of what they concern.

A road is closed, another is open again: only the nodes whose best way has changed are settled anew. The
result is the field that `settle` would give, to the bit, ties included; where too much is concerned, it *is*
what `settle` gives.
"""

import numpy as np

from router.errors import CertificateError
from router.graph import I32, U32, StreetGraph
from router.search.checks import check_search
from router.search.field import Field
from router.search.repair.kernels import repair_arrays
from router.search.settle import settle
from router.search.sources import Sources

__all__ = ["repair", "repair_in_place"]

_MOST_CONCERNED_PCT = 15
"""Above this share of the nodes a new field is faster (docs/benchmarks.md, "Repair")."""


def repair(
    graph: StreetGraph,
    field: Field,
    before_ds: U32,
    after_ds: U32,
    sources: Sources,
    changed: I32 | None = None,
    most_changed_pct: int = 2,
) -> Field:
    """Return the field of ``after_ds``, given that of ``before_ds``.

    Parameters
    ----------
    graph : StreetGraph
        The streets.
    field : Field
        The field of ``before_ds`` and ``sources``. It is not touched; whoever reads it may go on.
    before_ds, after_ds : uint32, (m,)
        Costs of every edge before and after the event.
    sources : Sources
        Where ways end; the same as before.
    changed : int32, optional
        The edges that differ, if the caller knows them (each once); else both arrays are compared.
    most_changed_pct : int
        Share of the edges above which a new field is faster, so that one is settled.

    Returns
    -------
    Field
        Equal to ``settle(graph, after_ds, sources)``, proved where anything has changed.

    Raises
    ------
    InputError
        If costs or sources do not fit the graph.
    CertificateError
        If the repair went wrong. Never seen; nothing unproved is handed out.
    """
    if changed is None:
        check_search(graph, after_ds, sources)
        changed = np.flatnonzero(before_ds != after_ds).astype(np.int32)
    if 100 * len(changed) > most_changed_pct * graph.n_edges:
        return settle(graph, after_ds, sources)
    cost, next_edge, source = field.cost_ds.copy(), field.next_edge.copy(), field.source.copy()
    done = repair_in_place(graph, before_ds[changed], after_ds, sources, changed, (cost, next_edge, source))
    return Field(cost, next_edge, source) if done else settle(graph, after_ds, sources)


def repair_in_place(
    graph: StreetGraph,
    before_ds: U32,
    after_ds: U32,
    sources: Sources,
    changed: I32,
    arrays: tuple[U32, I32, I32],
) -> bool:
    """Write the repaired field over ``arrays``; False if too much is concerned (then they are half-written).

    Parameters
    ----------
    graph : StreetGraph
        The streets.
    before_ds : uint32, (changed,)
        Costs of the changed edges before the event.
    after_ds : uint32, (m,)
        Costs of all edges after it.
    sources : Sources
        Where ways end.
    changed : int32
        The edges that differ, each once.
    arrays : tuple of uint32, int32, int32 (n,)
        Cost, next edge and source of every node; nobody else may read them meanwhile.
    """
    room = 1024 + graph.n_nodes * _MOST_CONCERNED_PCT // 100
    streets = graph.first_out, graph.head, graph.twin
    outcome = repair_arrays(*streets, after_ds, changed, before_ds, *sources.held, *arrays, room)
    if outcome == 2:
        raise CertificateError(
            "a repaired field is not optimal: an edge improves a node, or nothing supports it"
        )
    return bool(outcome == 0)
