from dataclasses import dataclass, replace

import numpy as np
import pyproj
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from router.costs import EdgeCosts, plain_costs
from router.errors import InputError
from router.graph import CLOSED_DS, U32, StreetGraph
from router.place.snap import NOWHERE, Snap, SnapIndex, Snaps
from router.place.stops import Stops, stop_sources
from router.place.trace import Guide, Path, start, trace, trace_one
from router.search import certify, settle
from tests.maps import Town, draw
from tests.router.multigraphs import crooked


def guide_to(graph: StreetGraph, costs: EdgeCosts, *stops: tuple[int, int]) -> Guide:
    """Return a guide to stops given as (edge, offset in mm)."""
    edges, offsets = [edge for edge, _ in stops], [offset for _, offset in stops]
    goals = stop_sources(graph, costs, Stops(np.array(edges, np.int32), np.array(offsets, np.uint32)))
    field = settle(graph, costs.cost_ds, goals.sources)
    certify(graph, costs.cost_ds, goals.sources, field)
    return Guide(graph, costs, goals, field)


def at_pace(graph: StreetGraph) -> U32:
    """One metre per second."""
    return (graph.edge_length_mm // 100).astype(np.uint32)


def on(edge: int, offset_m: float) -> Snap:
    return Snap(edge, round(offset_m * 1000), 0, 0, 0)


def found(path: Path | None) -> Path:
    assert path is not None
    return path


def apart(a: tuple[int, int], b: tuple[int, int]) -> float:
    """Return metres on the ellipsoid."""
    return float(pyproj.Geod(ellps="WGS84").inv(a[0] / 1e7, a[1] / 1e7, b[0] / 1e7, b[1] / 1e7)[2])


def between(a: tuple[int, int], b: tuple[int, int], share: float) -> tuple[float, float]:
    return a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])


def around_the_block() -> Town:
    return draw("""
        A---B---C
        |   |   |
        D---E---F
    """)


def test_from_mid_edge_to_mid_edge() -> None:
    town = around_the_block()
    guide = guide_to(town.graph, plain_costs(at_pace(town.graph)), (town.edge("B", "C"), 40_000))
    path = found(trace_one(guide, on(town.edge("D", "A"), 70)))
    assert path.edges.tolist() == [town.edge("D", "A"), town.edge("A", "B"), town.edge("B", "C")]
    assert path.enter_mm.tolist() == [70_000, 0, 0]
    assert path.leave_mm.tolist() == [100_000, 100_000, 40_000]
    assert path.walked_mm.tolist() == [30_000, 100_000, 40_000]
    assert (path.cost_ds, path.duration_ds, path.length_mm, path.stop) == (1700, 1700, 170_000, 0)


@pytest.mark.parametrize(("offset_m", "first"), [(30, "EB"), (70, "EB"), (29, "BE")])
def test_the_way_begins_in_the_direction_that_is_cheaper(offset_m: int, first: str) -> None:
    town = around_the_block()
    # From B it is 100 m to the stop, from E 60 m + 100 m: from 30 m on, B wins, and at 30 m the smaller edge.
    guide = guide_to(town.graph, plain_costs(at_pace(town.graph)), (town.edge("D", "A"), 40_000))
    path = found(trace_one(guide, on(town.edge("E", "B"), offset_m)))
    if offset_m == 70:
        assert path.edges.tolist()[:2] == [town.edge("E", "B"), town.edge("B", "A")]
        assert path.cost_ds == 300 + 1000 + 600
    if offset_m == 29:
        assert path.edges.tolist()[0] == town.edge("B", "E")
        assert path.cost_ds == 290 + 1000 + 400
    assert path.stop == 0


def test_either_edge_of_a_street_means_the_same_place() -> None:
    town = around_the_block()
    guide = guide_to(town.graph, plain_costs(at_pace(town.graph)), (town.edge("B", "C"), 40_000))
    one = found(trace_one(guide, on(town.edge("D", "A"), 70)))
    two = found(trace_one(guide, on(town.edge("A", "D"), 30)))
    assert one.edges.tolist() == two.edges.tolist()
    assert one.enter_mm.tolist() == two.enter_mm.tolist()


@pytest.mark.parametrize(("place_m", "tail", "head", "enter_m"), [(20, "A", "B", 20), (90, "B", "A", 10)])
def test_straight_along_the_street_to_a_stop_on_it(place_m: int, tail: str, head: str, enter_m: int) -> None:
    town = around_the_block()
    guide = guide_to(town.graph, plain_costs(at_pace(town.graph)), (town.edge("B", "A"), 40_000))
    path = found(trace_one(guide, on(town.edge("A", "B"), place_m)))
    assert path.edges.tolist() == [town.edge(tail, head)]
    assert path.enter_mm.tolist() == [enter_m * 1000]
    assert path.length_mm == abs(60 - place_m) * 1000
    assert path.cost_ds == abs(60 - place_m) * 10
    assert len(path.lon_e7) == 2


def test_standing_on_the_stop() -> None:
    town = around_the_block()
    guide = guide_to(town.graph, plain_costs(at_pace(town.graph)), (town.edge("A", "B"), 60_000))
    path = found(trace_one(guide, on(town.edge("A", "B"), 60)))
    assert (path.cost_ds, path.duration_ds, path.length_mm, len(path.edges)) == (0, 0, 0, 1)
    assert path.lon_e7[0] == path.lon_e7[1]


def test_standing_on_a_junction_that_is_the_stop() -> None:
    town = around_the_block()
    guide = guide_to(town.graph, plain_costs(at_pace(town.graph)), (town.edge("A", "B"), 100_000))
    for edge, offset_m in ((town.edge("B", "E"), 0), (town.edge("E", "B"), 100)):
        path = found(trace_one(guide, on(edge, offset_m)))
        assert (path.cost_ds, path.length_mm, len(path.edges), path.stop) == (0, 0, 1, 0)


def test_a_first_edge_of_no_length_is_left_out() -> None:
    town = around_the_block()
    guide = guide_to(town.graph, plain_costs(at_pace(town.graph)), (town.edge("B", "C"), 40_000))
    path = found(trace_one(guide, on(town.edge("D", "A"), 100)))
    assert path.edges.tolist() == [town.edge("A", "B"), town.edge("B", "C")]
    assert path.length_mm == 140_000


def test_the_longer_way_round_where_the_street_is_closed_between_place_and_stop() -> None:
    """Cars on a one-way street: the stop is behind."""
    town = draw("""
        A->-B
        ^   v
        C-<-D
    """)
    pace = at_pace(town.graph)
    against = town.graph.edge_flags != 0
    costs = plain_costs(np.where(against, np.uint32(CLOSED_DS), pace))
    guide = guide_to(town.graph, costs, (town.edge("A", "B"), 40_000))
    path = found(trace_one(guide, on(town.edge("A", "B"), 70)))
    ring = ["AB", "BD", "DC", "CA", "AB"]
    assert path.edges.tolist() == [town.edge(*pair) for pair in ring]
    assert path.length_mm == 370_000


def test_a_closed_edge_is_left_from_where_one_stands_but_never_entered() -> None:
    town = draw("""
        A---B~~~C---S
        |           |
        D---E---F---G
    """)
    pace = at_pace(town.graph)
    wet = town.marked_edges("~")
    costs = EdgeCosts(np.where(wet, np.uint32(CLOSED_DS), pace), pace, np.where(wet, pace * 5, pace))
    guide = guide_to(town.graph, costs, (town.edge("C", "S"), 100_000))
    outside = found(trace_one(guide, on(town.edge("A", "B"), 90)))
    assert outside.length_mm == 90_000 + 500_000
    inside = found(trace_one(guide, on(town.edge("B", "C"), 40)))
    assert inside.edges.tolist() == [town.edge("B", "C"), town.edge("C", "S")]
    assert (inside.cost_ds, inside.duration_ds) == (5 * 600 + 1000, 600 + 1000)
    # Nearer to B, but all the way round from there.
    assert found(trace_one(guide, on(town.edge("B", "C"), 10))).edges[0] == town.edge("B", "C")


def test_a_stop_on_a_closed_street_is_not_reached_from_outside_but_at_its_junction() -> None:
    town = draw("A---B~~~C---D")
    pace = at_pace(town.graph)
    wet = town.marked_edges("~")
    costs = EdgeCosts(np.where(wet, np.uint32(CLOSED_DS), pace), pace, pace)
    guide = guide_to(town.graph, costs, (town.edge("B", "C"), 50_000))
    assert len(guide.goals.sources) == 0
    assert trace_one(guide, on(town.edge("A", "B"), 50)) is None
    assert found(trace_one(guide, on(town.edge("B", "C"), 10))).length_mm == 40_000
    at_junction = guide_to(town.graph, costs, (town.edge("B", "C"), 100_000))
    assert trace_one(at_junction, on(town.edge("A", "B"), 50)) is None
    assert found(trace_one(at_junction, on(town.edge("C", "D"), 50))).length_mm == 50_000


def test_of_equal_stops_the_first_and_of_equal_ways_the_smallest_edge() -> None:
    town = draw("A---B---C")
    middle = (town.edge("A", "B"), 50_000)
    guide = guide_to(
        town.graph, plain_costs(at_pace(town.graph)), middle, middle, (town.edge("B", "C"), 50_000)
    )
    # From B, all three are 50 m away. On the street A-B the field is followed over its smaller edge …
    assert found(trace_one(guide, on(town.edge("A", "B"), 100))).stop == 0
    # … and on the street B-C the smaller edge leads straight to the third.
    assert found(trace_one(guide, on(town.edge("C", "B"), 100))).stop == 2
    assert found(trace_one(guide, on(town.edge("B", "A"), 90))).stop == 0


def test_parts_are_rounded_up() -> None:
    town = draw("A---B")
    costs = plain_costs(np.full(2, 7, np.uint32))
    guide = guide_to(town.graph, costs, (town.edge("A", "B"), 100_000))
    assert found(trace_one(guide, on(town.edge("A", "B"), 99.999))).cost_ds == 1
    assert found(trace_one(guide, on(town.edge("A", "B"), 0))).cost_ds == 7
    assert found(trace_one(guide, on(town.edge("A", "B"), 71.428))).cost_ds == 3
    assert found(trace_one(guide, on(town.edge("A", "B"), 71.429))).cost_ds == 2


def test_a_part_of_the_largest_edge_does_not_wrap() -> None:
    graph = draw("A---B").graph
    long = replace(graph, edge_length_mm=np.full(2, 2**32 - 1, np.uint32))
    guide = guide_to(long, plain_costs(np.full(2, CLOSED_DS - 1, np.uint32)), (0, 2**32 - 1))
    path = found(trace_one(guide, Snap(0, 1, 0, 0, 0)))
    assert (path.cost_ds, path.length_mm) == (CLOSED_DS - 1, 2**32 - 2)


def test_the_line_follows_the_shape_and_is_cut_at_both_ends() -> None:
    town = draw("A---B", extra=[("A", "B", 250)])
    graph = town.graph
    bulge = int(np.flatnonzero(graph.edge_length_mm == 250_000)[0])
    guide = guide_to(graph, plain_costs(at_pace(graph)), (bulge, 200_000))
    path = found(trace_one(guide, on(bulge, 50)))
    points = slice(*graph.street_first_point[graph.edge_street[bulge] : graph.edge_street[bulge] + 2])
    a, top, b = zip(graph.point_lon_e7[points].tolist(), graph.point_lat_e7[points].tolist(), strict=True)
    line = list(zip(path.lon_e7.tolist(), path.lat_e7.tolist(), strict=True))
    assert len(line) == 3
    up, down = apart(a, top), apart(top, b)
    before = 50 / 250 * (up + down) / up
    after = (200 / 250 * (up + down) - up) / down
    assert line[0] == pytest.approx(between(a, top, before), abs=2)
    assert line[1] == top
    assert line[2] == pytest.approx(between(top, b, after), abs=2)


def test_nowhere_and_no_stops() -> None:
    town = around_the_block()
    guide = guide_to(town.graph, plain_costs(at_pace(town.graph)))
    paths = trace(guide, Snaps.of(on(0, 1), Snap(NOWHERE, 0, 0, 0, 0)))
    assert [paths[0], paths[1]] == [None, None]
    assert start(guide, Snaps.of(on(0, 1))).cost_ds.tolist() == [CLOSED_DS]


def test_places_and_stops_off_the_graph_are_refused() -> None:
    town = around_the_block()
    costs = plain_costs(at_pace(town.graph))
    guide = guide_to(town.graph, costs, (0, 0))
    for place in (Snap(99, 0, 0, 0, 0), Snap(-2, 0, 0, 0, 0), Snap(0, 100_001, 0, 0, 0)):
        with pytest.raises(InputError, match="places"):
            trace_one(guide, place)
    for stop in ((99, 0), (-1, 0), (0, 100_001)):
        with pytest.raises(InputError, match="stops"):
            guide_to(town.graph, costs, stop)


@dataclass(frozen=True)
class World:
    guide: Guide
    places: Snaps


def random_world(seed: int) -> World:
    """Return crooked streets, some edges closed or one-way, with stops and places, some at junctions."""
    rng = np.random.default_rng(seed)
    graph = crooked(seed, n_streets=int(rng.integers(1, 50)))
    m = graph.n_edges
    pace = rng.integers(1, [9, 90_000][seed % 2], m).astype(np.uint32)
    closed, stuck = rng.random(m) < 0.3, rng.random(m) < 0.1
    leave = np.where(closed, pace * np.uint32(3), pace)
    costs = EdgeCosts(
        np.where(closed | stuck, np.uint32(CLOSED_DS), pace),
        np.where(stuck, np.uint32(CLOSED_DS), pace),
        np.where(stuck, np.uint32(CLOSED_DS), leave),
    )

    def anywhere(k: int) -> list[tuple[int, int]]:
        edges = rng.integers(0, m, k)
        share = rng.choice([0.0, 1.0, rng.random(), rng.random()], k)
        offsets = np.round(share * graph.edge_length_mm[edges]).astype(np.int64)
        return list(zip(edges.tolist(), offsets.tolist(), strict=True))

    places = Snaps.of(*[Snap(edge, offset, 0, 0, 0) for edge, offset in anywhere(12)])
    return World(guide_to(graph, costs, *anywhere(int(rng.integers(1, 5)))), places)


def part_ds(whole_ds: int, part_mm: int, length_mm: int) -> int:
    if part_mm == 0:
        return 0
    return CLOSED_DS if whole_ds == CLOSED_DS else -(-whole_ds * part_mm // length_mm)


def cheapest(guide: Guide, edge: int, offset_mm: int) -> int:
    """Return the cost of the cheapest way from a place, by its definition."""
    graph, best = guide.graph, CLOSED_DS
    stops = guide.goals.stops
    for e, at in ((edge, offset_mm), (int(graph.twin[edge]), int(graph.edge_length_mm[edge]) - offset_mm)):
        length, leave = int(graph.edge_length_mm[e]), int(guide.costs.leave_ds[e])
        on_from_head = part_ds(leave, length - at, length) + int(guide.field.cost_ds[graph.head[e]])
        best = min(best, on_from_head)
        for stop_edge, stop_offset in zip(stops.edge.tolist(), stops.offset_mm.tolist(), strict=True):
            if graph.edge_street[stop_edge] == graph.edge_street[e]:
                there = stop_offset if stop_edge == e else length - stop_offset
                if there >= at:
                    best = min(best, part_ds(leave, there - at, length))
    return best


def check_path(guide: Guide, path: Path, edge: int, offset_mm: int) -> None:
    """Check that a way is connected, open, cut right, and sums to what it says."""
    graph, costs, stops = guide.graph, guide.costs, guide.goals.stops
    length = graph.edge_length_mm[path.edges]
    assert (graph.head[path.edges[:-1]] == graph.tail[path.edges[1:]]).all()
    assert (path.enter_mm[1:] == 0).all()
    assert (path.leave_mm[:-1] == length[:-1]).all()
    begins_here = graph.edge_street[path.edges[0]] == graph.edge_street[edge]
    if begins_here and path.enter_mm[0] > 0:
        at = offset_mm if path.edges[0] == edge else int(graph.edge_length_mm[edge]) - offset_mm
        assert path.enter_mm[0] == at
    walked = (path.leave_mm - path.enter_mm).tolist()
    assert min(walked) >= 0
    assert path.length_mm == sum(walked)
    on_first = costs.leave_ds if begins_here else costs.cost_ds
    per_edge = [int(on_first[path.edges[0]]), *costs.cost_ds[path.edges[1:]].tolist()]
    parts = list(zip(per_edge, walked, length.tolist(), strict=True))
    assert path.cost_ds == sum(part_ds(*part) for part in parts) < CLOSED_DS
    spans = zip(costs.duration_ds[path.edges].tolist(), walked, length.tolist(), strict=True)
    assert path.duration_ds == sum(part_ds(*span) for span in spans)
    ends = place(guide, int(path.edges[-1]), int(path.leave_mm[-1]))
    goal = place(guide, int(stops.edge[path.stop]), int(stops.offset_mm[path.stop]))
    assert (path.lon_e7[-1], path.lat_e7[-1]) == pytest.approx(ends, abs=2)
    assert ends == pytest.approx(goal, abs=2)
    assert (path.lon_e7[0], path.lat_e7[0]) == pytest.approx(place(guide, edge, offset_mm), abs=2)


def place(guide: Guide, edge: int, offset_mm: int) -> tuple[float, float]:
    graph = guide.graph
    street = graph.edge_street[edge]
    points = slice(graph.street_first_point[street], graph.street_first_point[street + 1])
    along = offset_mm if graph.edge_forward[edge] else int(graph.edge_length_mm[edge]) - offset_mm
    known = guide.shapes.point_offset_mm[points]
    return (
        float(np.interp(along, known, graph.point_lon_e7[points])),
        float(np.interp(along, known, graph.point_lat_e7[points])),
    )


@settings(deadline=None, max_examples=150)
@given(st.integers(0, 2**32 - 1))
def test_every_way_is_cheapest_connected_open_and_sums_to_its_cost(seed: int) -> None:
    world = random_world(seed)
    guide, places = world.guide, world.places
    paths, starts = trace(guide, places), start(guide, places)
    for i in range(len(places)):
        edge, offset_mm = int(places.edge[i]), int(places.offset_mm[i])
        truth = cheapest(guide, edge, offset_mm)
        assert starts.cost_ds[i] == truth
        path = paths[i]
        assert (path is None) == (truth == CLOSED_DS)
        if path is not None:
            assert path.cost_ds == truth
            check_path(guide, path, edge, offset_mm)


def test_a_batch_equals_single_answers() -> None:
    world = random_world(5)
    paths = trace(world.guide, world.places)
    for i in range(len(world.places)):
        snap, packed = world.places[i], paths[i]
        assert snap is not None
        single = trace_one(world.guide, snap)
        assert (single is None) == (packed is None)
        if single is not None and packed is not None:
            assert single.edges.tolist() == packed.edges.tolist()
            assert single.lon_e7.tolist() == packed.lon_e7.tolist()
            assert single.cost_ds == packed.cost_ds


def test_a_snapped_position_is_traced() -> None:
    town = around_the_block()
    guide = guide_to(town.graph, plain_costs(at_pace(town.graph)), (town.edge("B", "C"), 40_000))
    lon, lat = town.lonlat("D")
    snap = SnapIndex(town.graph).snap_one(lon, lat + 0.0004)
    assert snap is not None
    path = found(trace_one(guide, snap))
    assert (path.lon_e7[0], path.lat_e7[0]) == pytest.approx((snap.lon_e7, snap.lat_e7), abs=2)
