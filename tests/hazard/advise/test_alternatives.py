"""Other ways on drawn maps: theory says which is quicker, which site is next, and what is never offered."""

from dataclasses import replace

import numpy as np

from hazard.advise import Clock, Timed
from hazard.advise.alternatives import AlternativeKind, alternatives
from hazard.departure.arrival import Arrival
from hazard.departure.rules import DepartureRules
from hazard.engine import Engine
from hazard.kinds import ExposureClass
from hazard.region import Region
from router.search.departure import NEVER_DS
from tests.hazard.regions import TSUNAMI, drawn_exposure, region_of, site_at
from tests.maps import Town, draw

ROUND = draw("""
    A~~~B~~~C
    ~       ~
    P~~~Q   ~
    x       ~
    S~~~~~~~D
""")
ROW = draw("S---A~~~B~~~C---S-------S")
THREE = draw(
    "\n".join(["A~~~~~~~~~~~B", *["~           ~"] * 11, "PxxxxxxxxxxxS", ":           :", "C:::::::::::D"])
)
"""From P 300 m through deep water, 500 m through knee-deep, 1,500 m through shallow water."""
SAFEST, BALANCED, QUICKER, SITE = AlternativeKind


def region(town: Town) -> Region:
    """Return a map whose ~ are shallow, whose : are knee-deep and whose x are deep."""
    marks = {"~": ExposureClass.UNDER_10_CM, ":": ExposureClass.UNDER_50_CM, "x": ExposureClass.UNDER_3_M}
    sites = [site_at(town.graph, node, number) for number, node in enumerate(town.sites)]
    return region_of(town.graph, [drawn_exposure(town, TSUNAMI, marks)], sites)


def found_from(
    made: Region, lon: float, lat: float, clock: Clock | None = None
) -> list[tuple[str, str, int]]:
    """Return kind, site and metres of every way."""
    timed = Timed(Engine(made), DepartureRules(margin_s=0))
    plan = timed.engine.plan([TSUNAMI])
    ways = alternatives(timed, plan, lon, lat, clock)
    return [(one.kind, one.route.site.id, one.route.length_m) for one in ways]


def middle(town: Town, a: str, b: str) -> tuple[float, float]:
    """Return a position in the middle of a street."""
    (lon_a, lat_a), (lon_b, lat_b) = town.lonlat(a), town.lonlat(b)
    return (lon_a + lon_b) / 2, (lat_a + lat_b) / 2


def test_the_quicker_way_is_the_deep_one() -> None:
    assert found_from(region(ROUND), *middle(ROUND, "P", "Q")) == [
        (SAFEST, "S0", 50 + 100 + 200 + 200 + 200),
        (QUICKER, "S0", 50 + 100),
    ]


def test_between_the_safest_and_the_quickest_way_lies_a_balanced_one() -> None:
    lon, lat = THREE.lonlat("P")
    assert found_from(region(THREE), lon - 1e-4, lat) == [
        (SAFEST, "S0", 1500),
        (BALANCED, "S0", 500),
        (QUICKER, "S0", 300),
    ]


def test_what_is_closed_for_the_told_way_is_closed_for_the_others() -> None:
    """From the dry street no way leads through the water, however quick."""
    assert found_from(region(ROW), *middle(ROW, "C", "B"))[0][0] == SAFEST
    lon, lat = ROW.lonlat("A")
    assert found_from(region(ROW), lon - 2e-4, lat) == [(SAFEST, "S0", 81)]


def test_other_sites_come_in_their_order() -> None:
    lon, lat = ROW.lonlat("C")
    assert [found[:2] for found in found_from(region(ROW), lon + 2e-4, lat)] == [(SAFEST, "S1"), (SITE, "S2")]


def test_by_the_clock_only_ways_in_time_are_told() -> None:
    made = region(ROW)
    first = np.full(made.graph.n_streets, NEVER_DS, np.uint32)
    for ends in ("AB", "BC"):
        first[int(made.graph.edge_street[ROW.edge(*ends)])] = 1_500
    made = replace(made, arrivals={TSUNAMI: Arrival(TSUNAMI, first, "県の想定 2022年")})
    lon, lat = middle(ROW, "B", "C")
    early = found_from(made, lon, lat, Clock(delay_s=0))
    late = found_from(made, lon, lat, Clock(since_s=60, delay_s=0))
    assert [found[:2] for found in early] == [(SAFEST, "S1"), (SITE, "S0"), (SITE, "S2")]
    assert [found[:2] for found in late] == [(SAFEST, "S1"), (SITE, "S2")]


def test_where_no_way_is_told_there_is_no_other() -> None:
    assert found_from(replace(region(ROW), sites=()), *ROW.lonlat("A")) == []
    assert found_from(region(ROW), 0.0, 0.0) == []
