"""How long it takes to every site: on a drawn map by theory, in the town as each site's own field says."""

from dataclasses import replace
from pathlib import Path

import numpy as np

from hazard.advise.alternatives import guide_without
from hazard.engine import Engine
from hazard.engine.answer import led_from, route_by
from hazard.engine.reach import reach_sites
from hazard.kinds import ExposureClass, HazardKind
from hazard.region import load_region
from tests.hazard.regions import TSUNAMI, drawn_exposure, region_of, site_at
from tests.maps import draw

ROUND = draw("""
    A~~~B~~~C
    ~       ~
    P~~~Q   ~
    x       ~
    S~~~~~~~D   S---E
""")
MARKS = {"~": ExposureClass.UNDER_10_CM, "x": ExposureClass.UNDER_3_M}


def test_the_way_is_the_one_that_is_told_and_not_the_straight_line() -> None:
    sites = [site_at(ROUND.graph, node, number) for number, node in enumerate(ROUND.sites)]
    made = Engine(region_of(ROUND.graph, [drawn_exposure(ROUND, TSUNAMI, MARKS)], sites))
    lon, lat = ROUND.lonlat("Q")
    found = reach_sites(made.index, made.plan([TSUNAMI]), lon, lat)
    assert found is not None
    assert {site: reach.length_m for site, reach in found.items()} == {"S0": 100 + 100 + 200 + 200 + 200}


def test_there_is_none_where_there_is_no_street() -> None:
    sites = [site_at(ROUND.graph, node, number) for number, node in enumerate(ROUND.sites)]
    made = Engine(region_of(ROUND.graph, [], sites))
    assert reach_sites(made.index, made.plan([TSUNAMI]), 0.0, 0.0) is None


def test_every_site_of_a_town_is_as_far_as_its_own_field_says(town_region: Path) -> None:
    town = load_region(town_region)
    made, dice = Engine(town), np.random.default_rng(5)
    west, south, east, north = town.bbox
    compared = 0
    for kind in (HazardKind.TSUNAMI, HazardKind.FLOOD):
        plan = made.plan([kind])
        for _ in range(3):
            lon, lat = float(dice.uniform(west, east)), float(dice.uniform(south, north))
            led = led_from(made.index, plan, lon, lat)
            found = reach_sites(made.index, plan, lon, lat)
            assert (led is None) == (found is None)
            if led is None or found is None:
                continue
            for site in plan.sites:
                sites, guide = guide_without(
                    plan, led[1], [other.id for other in plan.sites if other.id != site.id]
                )
                route = route_by(replace(plan, sites=sites), guide, led[0])
                reach = found.get(site.id)
                assert (route is None) == (reach is None)
                if route is not None and reach is not None:
                    assert abs(reach.duration_s - route.duration_s) <= 2, (site.id, lon, lat)
                    compared += 1
    assert compared > 20
