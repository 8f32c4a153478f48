"""Whose ways change: small maps on which the answer can be read off. Cells are 1 km."""

from dataclasses import replace

import numpy as np

from api.alerts.notices.advice import Advice, Effect, cells_of, compare, join
from api.alerts.notices.plans import Plans, conditions_of
from api.alerts.notices.standing import Standing
from api.push.notice import Group
from hazard.engine.changes import NO_CHANGES, Changes
from hazard.engine.plan import Plan, make_plan
from hazard.kinds import HazardKind
from hazard.official.population.mesh import mesh_code
from hazard.region import Region
from hazard.world.events import Extent
from hazard.world.world import Alert
from router.place.snap import SnapIndex
from tests.api.alerts.office import Clock
from tests.hazard.regions import TSUNAMI, drawn_exposure, region_of, site_at
from tests.maps import Town, draw

LONG = draw(
    """
    S---A---B---C---D---E---S
    """,
    unit_m=900,
)
NOW = Clock().now
ALERT = Alert((TSUNAMI,), None, Extent(), {}, None, "大津波警報", NOW, NOW, 1)
STANDING = Standing(1, {(False, "a"): ALERT})


def region(town: Town) -> Region:
    sites = [site_at(town.graph, node, number) for number, node in enumerate(town.sites)]
    return region_of(town.graph, [drawn_exposure(town, TSUNAMI, {})], sites)


def changes(town: Town, *pairs: str, out: frozenset[str] = frozenset()) -> Changes:
    streets = sorted(int(town.graph.edge_street[town.edge(*pair)]) for pair in pairs)
    closed = np.array(streets, np.int32)
    closed.setflags(write=False)
    return Changes(closed, out)


def plan(town: Town, made: Changes = NO_CHANGES) -> Plan:
    where = region(town)
    return make_plan(where, SnapIndex(where.graph), [TSUNAMI], "adult", made)


def everywhere(town: Town) -> frozenset[str]:
    return frozenset(cells_of(town.graph).codes)


def cell(town: Town, name: str) -> str:
    node = town.node[name]
    return mesh_code(int(town.graph.node_lon_e7[node]), int(town.graph.node_lat_e7[node]), 8)  # type: ignore[arg-type]


def test_only_who_went_that_way_is_concerned() -> None:
    advice = compare(LONG.graph, plan(LONG), plan(LONG, changes(LONG, "AB")), everywhere(LONG))
    assert advice is not None
    assert cell(LONG, "B") in advice.meshes
    assert cell(LONG, "D") not in advice.meshes, "they go to the other site, as before"
    assert advice.effect is Effect.SITE


def test_nothing_changes_nothing() -> None:
    assert compare(LONG.graph, plan(LONG), plan(LONG), everywhere(LONG)) is None


def test_only_where_an_alert_is_in_force() -> None:
    after = plan(LONG, changes(LONG, "AB"))
    assert compare(LONG.graph, plan(LONG), after, frozenset({cell(LONG, "D")})) is None


def test_no_way_left_is_the_worst() -> None:
    every = [a + b for a, b in zip("ABCD", "BCDE", strict=True)]
    shut = changes(LONG, *every, out=frozenset({"S0", "S1"}))
    advice = compare(LONG.graph, plan(LONG), plan(LONG, shut), everywhere(LONG))
    assert advice is not None
    assert advice.effect is Effect.NONE


def test_a_detour_to_the_same_site_is_longer() -> None:
    town = draw(
        """
        S---A---B---C
            |   |
            +---+
        """,
        unit_m=300,
    )
    advice = compare(town.graph, plan(town), plan(town, changes(town, "AB")), everywhere(town))
    assert advice is not None
    assert advice.effect is Effect.LONGER


def test_one_street_in_a_crowd_wakes_nobody() -> None:
    rows = ["S" + "---+" * 12]
    for _ in range(8):
        rows += ["|   " * 13, "+" + "---+" * 12]
    rows += ["|", "A"]
    town = draw("\n".join(rows), unit_m=60)
    end = int(town.graph.edge_street[town.graph.first_out[town.node["A"]]])
    closed = np.array([end], np.int32)
    closed.setflags(write=False)
    assert len(cells_of(town.graph).codes) <= 4
    assert compare(town.graph, plan(town), plan(town, Changes(closed)), everywhere(town)) is None


def test_steps_concern_who_can_use_them() -> None:
    town = draw(
        """
        S#######A---B
        |       |
        +---+---+
        """,
        unit_m=300,
    )
    where = region(town)
    plans = Plans(where, SnapIndex(where.graph))
    steps = next(street for street in range(town.graph.n_streets) if "#" in town.marks[street])
    closed = np.array([steps], np.int32)
    closed.setflags(write=False)
    found = plans.advices(NO_CHANGES, replace(STANDING, changes=Changes(closed)))
    assert set(found) == {Group.FOOT}, "neither wheelchairs nor cars went that way"


def test_without_a_real_alert_nothing_is_compared() -> None:
    where = region(LONG)
    plans = Plans(where, SnapIndex(where.graph))
    shut = changes(LONG, "AB")
    assert plans.advices(NO_CHANGES, Standing(1, {}, None, shut)) == {}
    assert plans.advices(NO_CHANGES, Standing(1, {(True, "a"): ALERT}, None, shut)) == {}
    assert plans.advices(shut, replace(STANDING, changes=shut)) == {}


def test_several_groups_are_joined_with_the_worst_effect() -> None:
    one, other = Advice(("b", "a"), Effect.WAY), Advice(("c", "a"), Effect.NONE)
    assert join([one, other]) == Advice(("a", "b", "c"), Effect.NONE)


def test_levels_close_what_they_close_for_both_sides() -> None:
    flood = replace(ALERT, kinds=(HazardKind.FLOOD, HazardKind.LANDSLIDE), level=4)
    worse = replace(flood, kinds=(HazardKind.FLOOD,), level=5)
    assert dict(conditions_of([flood, worse, ALERT]).levels) == {HazardKind.FLOOD: 5, HazardKind.LANDSLIDE: 4}
