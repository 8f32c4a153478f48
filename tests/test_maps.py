"""The drawn maps themselves: what other tests rely on."""

import numpy as np
import pytest

from router.classes import Flag, StreetClass
from tests.maps import draw


def test_a_small_town() -> None:
    town = draw(
        """
        A---B===C
        |   |   ~
        D---E###S   Z
        """,
        names={"AB": "本町通り", "ED": "川端"},
        climb_cm={"AB": 500},
    )
    graph = town.graph
    assert (graph.n_nodes, graph.n_streets, graph.n_edges) == (7, 7, 14)
    assert town.sites == (town.node["S"],)
    assert (graph.edge_length_mm == 100_000).all()
    assert town.marked("~").sum() == 1
    assert town.marked_edges("~").sum() == 2
    bridge, steps = town.edge("B", "C"), town.edge("E", "S")
    assert graph.edge_flags[bridge] == Flag.BRIDGE
    assert graph.edge_class[steps] == StreetClass.STEPS
    assert graph.edge_flags[steps] & Flag.STEPS
    assert graph.names[graph.street_name[graph.edge_street[town.edge("B", "A")]]] == "本町通り"
    assert graph.names[graph.street_name[graph.edge_street[town.edge("D", "E")]]] == "川端"
    assert graph.edge_climb_cm[town.edge("A", "B")] == 500
    assert graph.edge_climb_cm[town.edge("B", "A")] == 0
    assert graph.node_component[town.node["Z"]] == 1


def test_lengths_are_as_drawn() -> None:
    town = draw("""
        A-------B-C
        |
        |
        |
        D
    """)
    length = town.graph.edge_length_mm
    assert length[town.edge("A", "B")] == 200_000
    assert length[town.edge("B", "C")] == 50_000
    assert length[town.edge("A", "D")] == 200_000
    assert (draw("A---B", unit_m=10).graph.edge_length_mm == 10_000).all()


def test_one_way_streets_are_closed_to_cars_the_other_way() -> None:
    town = draw("""
        A->-B
        |   v
        C-<-D
    """)
    flags = town.graph.edge_flags
    for tail, head in ("AB", "BD", "DC"):
        assert not flags[town.edge(tail, head)] & Flag.NO_CARS
        assert flags[town.edge(head, tail)] & Flag.NO_CARS
    assert not flags[town.edge("A", "C")] & Flag.NO_CARS


def test_extra_streets_make_parallels_and_loops() -> None:
    town = draw("A---B", extra=[("A", "B", 250), ("A", "A", 90)])
    graph = town.graph
    assert sorted(graph.edge_length_mm.tolist()) == [90_000] * 2 + [100_000] * 2 + [250_000] * 2
    loops = np.flatnonzero(graph.tail == graph.head)
    assert graph.twin[loops[0]] == loops[1]


@pytest.mark.parametrize("wrong", ["A---", "A---B   -", "A---A", "A   |", "A-?-B"])
def test_a_wrong_drawing_is_refused(wrong: str) -> None:
    with pytest.raises(AssertionError):
        draw(wrong)
