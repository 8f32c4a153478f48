"""Every search over every storage: arrays in memory, and arrays mapped read-only from a file."""

from collections.abc import Callable
from dataclasses import astuple, is_dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from router.graph import CLOSED_DS, StreetGraph
from router.search import Field, Sources, certify, prepare, repair, settle, settle_many
from router.search.best import settle_best
from router.search.departure import earliest_arrival, latest_departures
from router.search.guided import own_way
from router.search.pareto import pareto_ways
from router.search.reach import cuts, depend_on, reach_bands
from router.store import load_arrays, load_graph, save_arrays, save_graph
from tests.router.multigraphs import Case, random_case

Algorithm = Callable[[Case, Field], Any]


def changed(case: Case) -> np.ndarray:
    after = case.cost_ds.copy()
    after[::40] = CLOSED_DS
    after.setflags(write=False)
    return after


def closing(case: Case) -> np.ndarray:
    return np.full(case.graph.n_edges, 9_000, np.uint32)


def prepared(case: Case, field: Field) -> Field:
    prepare(case.graph)
    return settle(case.graph, case.cost_ds, case.sources)


ALGORITHMS: dict[str, Algorithm] = {
    "buckets": lambda case, field: field,
    "elimination": prepared,
    "many": lambda case, field: settle_many(case.graph, [case.cost_ds] * 3, [case.sources] * 3, 2),
    "certificate": lambda case, field: certify(case.graph, case.cost_ds, case.sources, field),
    "repair": lambda case, field: repair(
        case.graph, field, case.cost_ds, changed(case), case.sources, most_changed_pct=100
    ),
    "best": lambda case, field: settle_best(
        case.graph, case.cost_ds, case.sources, np.arange(len(case.sources), dtype=np.int32)
    ),
    "latest departure": lambda case, field: latest_departures(
        case.graph, case.cost_ds, closing(case), case.sources, 20_000
    ),
    "earliest arrival": lambda case, field: earliest_arrival(
        case.graph, case.cost_ds, closing(case), case.sources, 0, 0, field
    ),
    "own way": lambda case, field: own_way(
        case.graph, field, case.cost_ds, case.sources, 5, np.arange(9, dtype=np.int32), 1200
    ),
    "Pareto": lambda case, field: pareto_ways(
        case.graph, (case.cost_ds, case.sources, field), (case.cost_ds, case.sources, field), 5
    ),
    "bands": lambda case, field: reach_bands(case.graph, case.cost_ds, field),
    "flows": lambda case, field: depend_on(case.graph, field, np.ones(case.graph.n_nodes, np.int64)),
    "cuts": lambda case, field: cuts(case.graph),
}


def mapped(case: Case, folder: Path) -> Case:
    """Return the same case, every array of which lies in a mapped file."""
    save_graph(folder / "streets.nmg", case.graph)
    arrays = {"cost_ds": case.cost_ds, "node": case.sources.node, "extra_ds": case.sources.cost_ds}
    save_arrays(folder / "costs.nmg", "costs", 1, arrays)
    stored = load_arrays(folder / "costs.nmg", "costs", 1, list(arrays)).arrays
    graph: StreetGraph = load_graph(folder / "streets.nmg")
    for array in (graph.first_out, graph.head, *stored.values()):
        assert not array.flags.writeable
        assert not array.flags.owndata
    return Case(graph, stored["cost_ds"], Sources(stored["node"], stored["extra_ds"]))


def in_memory(case: Case, folder: Path) -> Case:
    return case


def plain(result: Any) -> Any:
    """Return a result as lists and numbers, so that two may be compared."""
    if isinstance(result, np.ndarray):
        return result.tolist()
    if is_dataclass(result) and not isinstance(result, type):
        return plain(astuple(result))
    if isinstance(result, list | tuple):
        return [plain(part) for part in result]
    return result


@pytest.mark.parametrize("name", ALGORITHMS)
@pytest.mark.parametrize("store", [in_memory, mapped])
def test_storage_changes_no_result(name: str, store: Callable[[Case, Path], Case], tmp_path: Path) -> None:
    case = random_case(3)
    before = case.cost_ds.copy()
    expected = plain(ALGORITHMS[name](case, settle(case.graph, case.cost_ds, case.sources)))
    again = store(random_case(3), tmp_path)
    field = settle(again.graph, again.cost_ds, again.sources)
    assert plain(ALGORITHMS[name](again, field)) == expected
    np.testing.assert_array_equal(again.cost_ds, before)
