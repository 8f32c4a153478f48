"""The pack: what goes in comes out; it is small; damage is refused."""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import brotli
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from router.errors import StoreError
from router.graph import ARRAYS, StreetGraph
from router.store import load_graph
from router.store.pack import pack_graph, unpack_graph
from router.store.pack.kernels import read_varints, write_varints
from tests.maps import draw
from tests.router.multigraphs import Case, cases

MOST_BYTES_PER_EDGE = 4.5
"""The town is small and hilly; Kochi needs less than 4 (python -m benchmarks regions)."""
WIDEST = 2**47


def assert_equal(found: StreetGraph, wanted: StreetGraph) -> None:
    for name in ARRAYS:
        if name != "street_way_id":
            array = getattr(found, name)
            assert array.dtype == getattr(wanted, name).dtype
            np.testing.assert_array_equal(array, getattr(wanted, name), err_msg=name)
    assert found.names == wanted.names


@given(cases())
@settings(max_examples=60, deadline=None)
def test_any_graph_comes_back(case: Case) -> None:
    assert_equal(unpack_graph(pack_graph(case.graph)), case.graph)


def test_the_town_comes_back_in_few_bytes(town_region: Path) -> None:
    graph = load_graph(town_region / "streets.nmg")
    stored = (town_region / "streets.pack").read_bytes()
    assert stored == pack_graph(graph)
    assert_equal(unpack_graph(stored), graph)
    assert len(brotli.compress(stored, quality=11)) / graph.n_edges <= MOST_BYTES_PER_EDGE


@given(st.lists(st.integers(-WIDEST, WIDEST)))
def test_numbers_come_back(values: list[int]) -> None:
    numbers = np.array(values, np.int64)
    content = write_varints(numbers)
    np.testing.assert_array_equal(read_varints(content, len(values)), numbers)
    if values:
        assert len(read_varints(content[:-1], len(values))) == 0
        assert len(read_varints(np.append(content, np.uint8(0)), len(values))) == 0


def test_a_number_that_never_ends_is_refused() -> None:
    assert len(read_varints(np.full(40, 255, np.uint8), 1)) == 0


@given(case=cases(), data=st.data())
@settings(max_examples=150, deadline=None)
def test_damage_is_refused_or_gives_a_graph_that_was_verified(case: Case, data: st.DataObject) -> None:
    content = bytearray(pack_graph(case.graph))
    at = data.draw(st.integers(0, len(content) - 1))
    content[at] ^= data.draw(st.integers(1, 255))
    with suppress(StoreError):
        assert isinstance(unpack_graph(bytes(content)), StreetGraph)


@pytest.mark.parametrize(
    "content", [b"", b"\x89NMG", b"\x89NMGPACK", b"\x89NMGPACK\xff\xff\xff\xff{}", b"GIF89a"]
)
def test_what_is_no_pack_is_refused(content: bytes) -> None:
    with pytest.raises(StoreError, match=r"pack|header"):
        unpack_graph(content)


def test_banned_turns_are_packed_only_where_there_are_any() -> None:
    graph = draw("A---B---C\n    |    \n    D    ").graph
    assert b"turn_from" not in pack_graph(graph)
    turns = [
        (here, there)
        for here in range(graph.n_edges)
        for there in range(*graph.first_out[graph.head[here] : graph.head[here] + 2].tolist())
        if (here + there) % 2
    ]
    tails, heads = np.array(turns, np.int32).T
    again = unpack_graph(pack_graph(replace(graph, banned_from=tails.copy(), banned_to=heads.copy())))
    assert list(zip(again.banned_from.tolist(), again.banned_to.tolist(), strict=True)) == turns
    assert len(unpack_graph(pack_graph(graph)).banned_from) == 0
