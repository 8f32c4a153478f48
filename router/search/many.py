"""Many fields of one graph: profiles, hazards and scenarios at once."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from router.errors import InputError, Problem
from router.graph import U32, StreetGraph
from router.search.field import Field
from router.search.settle import settle
from router.search.sources import Sources


def settle_many(
    graph: StreetGraph, costs_ds: Sequence[U32], sources: Sequence[Sources], n_threads: int = 1
) -> list[Field]:
    """Return `settle` of every costs and sources, in order and the same to the bit.

    Kernels hold no lock, so that every thread keeps one core busy with whole fields. Interleaving several
    fields in memory was measured and does not pay (docs/benchmarks.md, lanes).

    Parameters
    ----------
    graph : StreetGraph
        The streets; prepared (`router.search.prepare`) where many fields are wanted.
    costs_ds : sequence of uint32, (m,)
        Costs of every edge, one array for each field.
    sources : sequence of Sources
        Where ways end, one for each field.
    n_threads : int
        Fields made at the same time; the number of free cores is best.

    Returns
    -------
    list of Field
        One for each, all proved.

    Raises
    ------
    InputError
        If there are not as many sources as costs, or any do not fit the graph.
    CertificateError
        If a search went wrong; no field is returned then.
    """
    if len(costs_ds) != len(sources) or n_threads < 1:
        expected = "as many sources as costs, and a thread or more"
        found = f"{len(sources)} sources, {len(costs_ds)} costs, {n_threads} threads"
        raise InputError(Problem("search", "", expected, found))
    if n_threads == 1 or len(costs_ds) < 2:
        return [settle(graph, cost_ds, goals) for cost_ds, goals in zip(costs_ds, sources, strict=True)]
    with ThreadPoolExecutor(n_threads) as threads:
        return list(threads.map(lambda cost_ds, goals: settle(graph, cost_ds, goals), costs_ds, sources))
