"""Candidates: places separated by a level, a wall or water, on drawn maps."""

import heapq

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from router.classes import Flag
from router.errors import InputError
from router.graph import CLOSED_DS, StreetGraph
from router.place.near import Level, levels_of
from router.place.snap import NOWHERE, SnapIndex
from tests.maps import EAST_E7_PER_M, NORTH_E7_PER_M, Town, draw
from tests.router.multigraphs import crooked


def near(town: Town, name: str, east_m: float = 0.0, north_m: float = 0.0) -> tuple[float, float]:
    lon, lat = town.lonlat(name)
    return lon + east_m * EAST_E7_PER_M / 1e7, lat + north_m * NORTH_E7_PER_M / 1e7


def streets_of(town: Town, *pairs: str) -> list[int]:
    return [int(town.graph.edge_street[town.edge(*pair)]) for pair in pairs]


def found_streets(town: Town, places: tuple[tuple[object, Level], ...]) -> list[int]:
    return [int(town.graph.edge_street[snap.edge]) for snap, _ in places]  # type: ignore[attr-defined]


def test_bridge_above_and_street_below_are_two_places_with_their_levels() -> None:
    town = draw(
        """
        A=======B
        C_______D
        """,
        unit_m=100,
        extra=[("B", "D", 400)],
    )
    index = SnapIndex(town.graph)
    lon, lat = near(town, "A", east_m=100, north_m=-20)
    alone = index.candidates(lon, lat, 5.0)[0]
    assert found_streets(town, alone) == streets_of(town, "AB")
    both = index.candidates(lon, lat, 12.0)[0]
    assert found_streets(town, both) == streets_of(town, "AB", "CD")
    assert [level for _, level in both] == [Level.ABOVE, Level.BELOW]
    assert [snap.distance_mm for snap, _ in both] == pytest.approx([20_000, 30_000], abs=30)
    assert both[0][0] == index.snap_one(lon, lat)


def test_streets_that_meet_nearby_are_one_place() -> None:
    town = draw("""
        A---B---C
            |
            D
    """)
    index = SnapIndex(town.graph)
    lon, lat = near(town, "B", east_m=5, north_m=-8)
    assert found_streets(town, index.candidates(lon, lat, 50.0)[0]) == streets_of(town, "BD")
    apart = index.candidates(lon, lat, 50.0, apart_m=0.0)[0]
    assert found_streets(town, apart) == streets_of(town, "BD", "BC", "AB")


def test_two_banks_of_a_river_are_two_places_unless_a_bridge_is_near() -> None:
    far = draw("""
        A---B---C---D---E
                        |
        F---G---H---I---J
    """)
    here = near(far, "A", east_m=50, north_m=-45)
    two = SnapIndex(far.graph).candidates(*here, 30.0)[0]
    assert found_streets(far, two) == streets_of(far, "AB", "FG")
    bridged = draw(
        """
        A=B---C---D---E
        = =           |
        F=G---H---I---J
    """,
        unit_m=40,
    )
    one = SnapIndex(bridged.graph).candidates(*near(bridged, "A", east_m=10, north_m=-18), 30.0)[0]
    assert len(one) == 1


def test_what_is_not_usable_is_neither_a_place_nor_a_way_between_places() -> None:
    town = draw("""
        A---B
        |   #
        C---D
    """)
    index = SnapIndex(town.graph)
    here = near(town, "B", east_m=-20, north_m=-50)
    assert found_streets(town, index.candidates(*here, 40.0, apart_m=150.0)[0]) == streets_of(town, "BD")
    no_steps = ~town.marked("#")
    lower = index.candidates(*here, 10.0, no_steps, apart_m=150.0)[0]
    assert found_streets(town, lower) == streets_of(town, "AB", "CD")
    assert len(index.candidates(*here, 10.0, no_steps, apart_m=400.0)[0]) == 1


def test_one_accuracy_for_each_position_and_nowhere() -> None:
    town = draw("""
        A---B

        C---D
    """)
    index = SnapIndex(town.graph)
    lon, lat = near(town, "A", east_m=50, north_m=-40)
    found = index.candidates([lon, lon, lon + 1.0], [lat, lat, lat], [5.0, 40.0, 40.0])
    assert [len(found[i]) for i in range(3)] == [1, 2, 0]
    assert found.owner.tolist() == [0, 1, 1]
    assert len(index.candidates([lon, lon], [lat, lat], 40.0, most=1).snaps) == 2


def test_the_worst_place_holds_and_of_equals_the_nearest() -> None:
    town = draw("""
        A---B

        C---D
    """)
    index = SnapIndex(town.graph)
    lon, lat = near(town, "A", east_m=50, north_m=-40)
    found = index.candidates([lon, lon + 1.0, lon], [lat] * 3, [40.0, 0.0, 40.0])
    cost = np.array([3, CLOSED_DS, 7, 7], np.uint32)
    worst = found.worst(cost)
    streets = [None if worst[i] is None else int(town.graph.edge_street[worst.edge[i]]) for i in range(3)]
    assert streets == [*streets_of(town, "CD"), None, *streets_of(town, "AB")]
    assert worst.edge[1] == NOWHERE
    with pytest.raises(InputError, match="4"):
        found.worst(cost[:2])


def test_levels() -> None:
    flags = [Flag(0), Flag.BRIDGE, Flag.TUNNEL, Flag.UNDERPASS, Flag.BRIDGE | Flag.UNDERPASS]
    assert levels_of(np.array(flags, np.uint32)).tolist() == [0, 1, -1, -1, 1]


@pytest.mark.parametrize(
    "wrong", [{"accuracy_m": -1.0}, {"accuracy_m": float("nan")}, {"most": 0}, {"apart_m": -1.0}]
)
def test_a_bad_question_is_told(wrong: dict[str, float]) -> None:
    town = draw("A---B")
    with pytest.raises(InputError, match="candidates"):
        SnapIndex(town.graph).candidates(*near(town, "A"), **wrong)  # type: ignore[arg-type]


def by_brute_force(
    index: SnapIndex, lon: float, lat: float, accuracy_m: float, apart_m: float, usable: NDArray[np.bool_]
) -> list[tuple[int, int]]:
    """Return (street, distance) by snapping to every street alone and walking by heapq."""
    graph, kept = index.graph, list[tuple[int, int]]()
    alone = []
    for street in np.flatnonzero(usable).tolist():
        only = np.zeros(graph.n_streets, np.bool_)
        only[street] = True
        snap = index.snap_one(lon, lat, only)
        if snap is not None:
            alone.append((snap.distance_mm, int(graph.street_edge[street]), snap))
    alone.sort(key=lambda row: row[:2])
    walks: list[dict[int, int]] = []
    for distance, edge, snap in alone:
        if distance > alone[0][0] + accuracy_m * 1000 or len(kept) == 4:
            break
        ends = {int(graph.tail[snap.edge]): snap.offset_mm}
        rest = int(graph.edge_length_mm[snap.edge]) - snap.offset_mm
        ends[int(graph.head[snap.edge])] = min(rest, ends.get(int(graph.head[snap.edge]), rest))
        if all(min(walk.get(v, 10**9) + part for v, part in ends.items()) > apart_m * 1000 for walk in walks):
            kept.append((int(graph.edge_street[edge]), distance))
            walks.append(walked(graph, ends, usable))
    return kept


def walked(graph: StreetGraph, ends: dict[int, int], usable: NDArray[np.bool_]) -> dict[int, int]:
    done: dict[int, int] = {}
    heap = [(part, v) for v, part in ends.items()]
    heapq.heapify(heap)
    while heap:
        far, v = heapq.heappop(heap)
        if v in done:
            continue
        done[v] = far
        for e in range(graph.first_out[v], graph.first_out[v + 1]):
            if usable[graph.edge_street[e]]:
                heapq.heappush(heap, (far + int(graph.edge_length_mm[e]), int(graph.head[e])))
    return done


@settings(max_examples=80, deadline=None)
@given(
    st.integers(0, 10_000),
    st.integers(-20_000, 60_000),
    st.integers(-20_000, 60_000),
    st.sampled_from([0.0, 20.0, 100.0]),
    st.sampled_from([0.0, 60.0, 300.0]),
)
def test_candidates_are_those_of_brute_force(
    seed: int, east_e7: int, north_e7: int, accuracy_m: float, apart_m: float
) -> None:
    graph, rng = crooked(seed), np.random.default_rng(seed)
    index, usable = SnapIndex(graph), rng.random(graph.n_streets) < 0.3
    lon, lat = (1_350_000_000 + east_e7) / 1e7, (350_000_000 + north_e7) / 1e7
    found = index.candidates(lon, lat, accuracy_m, usable, apart_m=apart_m)[0]
    told = [(int(graph.edge_street[snap.edge]), snap.distance_mm) for snap, _ in found]
    assert told == by_brute_force(index, lon, lat, accuracy_m, apart_m, usable)
