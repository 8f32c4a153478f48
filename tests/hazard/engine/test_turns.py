"""Banned turns: cars obey them, people on foot do not, and no field changes."""

from dataclasses import replace

import numpy as np

from hazard.engine import Engine
from hazard.outcome import Route
from tests.hazard.regions import TSUNAMI, drawn_engine
from tests.maps import draw

TOWN = draw("""
    A---B---C
    |   |   |
    D---E---S
""")


def way(engine: Engine, profile: str) -> tuple[int, list[int]]:
    """Return length and edges of the way from the middle of A-B."""
    lon, lat = TOWN.lonlat("A")
    outcome = engine.answer(engine.plan([TSUNAMI], profile), lon + 5e-4, lat)
    assert isinstance(outcome, Route)
    return outcome.length_m, outcome.edges.tolist()


def engines() -> tuple[Engine, Engine]:
    """Return the engine of the town, and that of the same town where the first turn of the way is banned."""
    free = drawn_engine(TOWN)
    here, there, *_ = way(free, "car")[1]
    banned = {"banned_from": np.array([here], np.int32), "banned_to": np.array([there], np.int32)}
    return free, Engine(replace(free.region, graph=replace(TOWN.graph, **banned)))


def test_a_car_drives_around_what_a_walker_passes() -> None:
    free, banning = engines()
    assert way(free, "adult") == way(banning, "adult")
    (length_m, edges), (around_m, around) = way(free, "car"), way(banning, "car")
    assert around_m == length_m
    assert edges != around
    assert around[:2] != edges[:2]


def test_no_field_changes() -> None:
    free, banning = engines()
    assert free.region.graph.digest == banning.region.graph.digest
    for profile in ("adult", "car"):
        plans = [engine.plan([TSUNAMI], profile) for engine in (free, banning)]
        assert plans[0].guide.field.digest == plans[1].guide.field.digest
        assert plans[0].dry_guide.field.digest == plans[1].dry_guide.field.digest
