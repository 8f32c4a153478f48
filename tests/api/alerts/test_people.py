"""What people will be told to do, and who cannot make it: a drawn coast with homes on it."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from api.alerts.http.contract import PeopleModel
from api.alerts.http.people import people_of
from api.alerts.life.draft import Draft, Mark, Record
from api.alerts.life.machine import Stage
from api.alerts.preview import preview_of
from api.alerts.settings import AlertSettings
from hazard.decision.situation import TsunamiState
from hazard.departure.arrival import Arrival
from hazard.kinds import ExposureClass, HazardKind
from hazard.live import LiveEngine
from hazard.official.population.read import Population
from hazard.places import Place, PlaceCategory
from hazard.region import Region, save_population
from hazard.region.model import Town as Quarter
from hazard.world.events import Drawn, Extent
from hazard.world.world import Closure, State
from router.search.departure import NEVER_DS
from tests.hazard.regions import TSUNAMI, drawn_exposure, region_of, site_at
from tests.maps import draw

DAY, NIGHT = datetime(2026, 11, 24, 3, tzinfo=UTC), datetime(2026, 11, 24, 15, tzinfo=UTC)
"""Noon and midnight in Japan."""
COAST = draw(
    """
    A~~~B~~~C~~~D---S
                    |
    E---F===G-------H
    """,
    unit_m=300,
)
MINUTES = {"AB": 12, "BC": 16, "CD": 25}
HOMES = {"A": 100, "B": 40, "C": 7, "S": 1_000, "E": 3}
TSUNAMI_ORDER = Draft(
    kinds=(HazardKind.TSUNAMI,), grade=TsunamiState.MAJOR_WARNING, extent=Extent(zones=(HazardKind.TSUNAMI,))
)


def coast(folder: Path, **more: Any) -> Region:
    first = np.full(COAST.graph.n_streets, NEVER_DS, np.uint32)
    for (a, b), minute in MINUTES.items():
        first[int(COAST.graph.edge_street[COAST.edge(a, b)])] = minute * 600
    exposure = drawn_exposure(COAST, TSUNAMI, {"~": ExposureClass.UNDER_3_M, "=": ExposureClass.UNKNOWN})
    sites = [site_at(COAST.graph, node, number) for number, node in enumerate(COAST.sites)]
    places = np.array([COAST.lonlat(name) for name in HOMES])
    lon, lat = (np.round(places[:, i] * 1e7).astype(np.int32) for i in range(2))
    save_population(folder, Population(lon, lat, np.array(list(HOMES.values()), np.uint32), 0, "census.csv"))
    made = region_of(COAST.graph, [exposure], sites)
    arrivals = {TSUNAMI: Arrival(TSUNAMI, first, "架空の想定 2026")}
    return replace(made, arrivals=arrivals, folder=folder, **more)


def seen(
    made: Region, draft: Draft = TSUNAMI_ORDER, now: datetime = DAY, state: State | None = None
) -> PeopleModel:
    engine, mark = LiveEngine(made), Mark("sato", "佐藤", now, "write")
    record = Record(
        id="a", version=1, stage=Stage.DRAFT, draft=draft, alert="a", wrote=("sato",), history=(mark,)
    )
    settings = AlertSettings(public_url="https://a.example", sender="a@a.example", state_dir=Path())
    there = state or State()
    preview = preview_of(made, record, there, now, settings)
    return people_of(engine, record, preview, there, now)


def test_each_sort_of_place_gets_its_own_screen(tmp_path: Path) -> None:
    found = {screen.where: screen for screen in seen(coast(tmp_path)).screens}
    assert {where: (one.advice, one.residents) for where, one in found.items()} == {
        "zone": ("HighGround", 147),
        "unsurveyed": ("HighGround", 0),
        "outside": ("StayWhereYouAre", 1_003),
    }
    assert found["zone"].goal is None, "the edge of the zone has no name"
    whole = replace(TSUNAMI_ORDER, extent=Extent())
    everywhere = {screen.where: screen for screen in seen(coast(tmp_path), whole).screens}
    assert set(everywhere) == {"zone", "dry", "unsurveyed"}
    assert everywhere["dry"].advice == "StayWhereYouAre"
    assert everywhere["unsurveyed"].urgency > everywhere["dry"].urgency


def test_by_day_and_by_night_who_is_late(tmp_path: Path) -> None:
    # 300 m each; 5 min by day, 10 by night, and streets close 3 min before the water
    made = coast(tmp_path)
    by_day, by_night = seen(made), seen(made, now=NIGHT)
    assert (by_day.night, by_night.night) == (False, True)
    assert by_day.unable is not None
    assert by_night.unable is not None
    adult, older = by_day.unable
    assert (adult.profile, older.profile) == ("adult", "older")
    assert adult.late <= older.late
    assert adult.late <= by_night.unable[0].late
    assert by_night.unable[0].late == 140, "by night A and B are too far"
    assert adult.cut_off == older.cut_off == 0
    assert adult.scenario == "架空の想定 2026"


def test_where_they_live_and_which_building_would_do(tmp_path: Path) -> None:
    east, north = COAST.lonlat("B")
    corners = [(-0.001, -0.001), (0.001, -0.001), (0.001, 0.001), (-0.001, 0.001), (-0.001, -0.001)]
    ring = tuple((round((east + x) * 1e7), round((north + y) * 1e7)) for x, y in corners)
    tower = Place(site_at(COAST.graph, COAST.node["B"], 7), PlaceCategory.TSUNAMI_BUILDING, 5)
    made = coast(tmp_path, towns=(Quarter("川端3丁目", (ring,)),), places=(tower,))
    found = seen(made, now=NIGHT).unable
    assert found is not None
    assert found[0].towns == ["川端3丁目"]
    told = (found[0].late, found[0].by_building, found[0].buildings)
    assert told == (140, 40, ["第7避難場所"]), "who lives in it is up in it"


def test_a_closed_road_cuts_off_and_that_of_an_exercise_only_in_it(tmp_path: Path) -> None:
    made = coast(tmp_path)
    street = int(COAST.graph.edge_street[COAST.edge("C", "D")])
    closure = Closure(COAST.graph.digest, (street,), Drawn("streets"), "", None, DAY)
    played = replace(TSUNAMI_ORDER, drill=True)
    in_drill = seen(made, played, state=State(closures={"c": closure})).unable
    assert in_drill is not None
    assert in_drill[0].cut_off == 147
    real = seen(made).unable
    assert real is not None
    assert real[0].cut_off == 0


@pytest.mark.parametrize("kind", [HazardKind.EARTHQUAKE, HazardKind.LARGE_FIRE, HazardKind.VOLCANO])
def test_without_a_map_nobody_is_told_to_stay(tmp_path: Path, kind: HazardKind) -> None:
    found = seen(coast(tmp_path), Draft(kinds=(kind,)))
    assert [screen.where for screen in found.screens] == ["unsurveyed"]
    assert found.screens[0].advice != "StayWhereYouAre"
    assert found.unable is not None
    assert found.unable[0].late == 0


def test_without_a_population_only_the_screens(tmp_path: Path) -> None:
    made = replace(coast(tmp_path), folder=None)
    found = seen(made)
    assert found.unable is None
    assert {screen.residents for screen in found.screens} == {None}
