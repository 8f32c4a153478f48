"""Answers on the fictional town: whatever the outcome, the contract holds and its numbers agree."""

from pathlib import Path

import numpy as np
import orjson
import pytest

from api.answers import EMPTY, to_answer, to_answers
from api.contract import RouteAnswer
from api.needs import Need, read_need
from hazard.engine import Engine
from hazard.kinds import CLASS_NAME
from hazard.region import load_region

CONTRACT = [
    "outcome",
    "hazard",
    "profile",
    "shelter",
    "duration_s",
    "length_m",
    "cost_ds",
    "exposure",
    "geometry",
    "steps",
    "unknown_m",
    "steep_m",
    "region",
    "advice",
]
"""The keys of issue 2, in their order; later ones follow."""


@pytest.fixture(scope="module")
def engine(town_region: Path) -> Engine:
    return Engine(load_region(town_region))


@pytest.fixture(scope="module")
def places(engine: Engine) -> tuple[np.ndarray, np.ndarray]:
    """Return places all over the town's box and somewhat beyond it."""
    west, south, east, north = engine.region.bbox
    rng = np.random.default_rng(7)
    return rng.uniform(west - 0.01, east + 0.01, 400), rng.uniform(south - 0.01, north + 0.01, 400)


def need_of(hazard: str, profile: str = "adult", lang: str = "ja") -> Need:
    return read_need(hazard, profile, lang, "test")


@pytest.mark.parametrize(
    "need",
    [
        need_of("tsunami"),
        need_of("flood,landslide", "wheelchair", "en"),
        need_of("volcano"),
        need_of("large_fire,tsunami", "car"),
    ],
    ids=lambda need: f"{need.hazard}-{need.profile}",
)
def test_every_answer_keeps_the_contract(
    engine: Engine, places: tuple[np.ndarray, np.ndarray], need: Need
) -> None:
    plan = engine.plan(need.kinds, need.profile)
    for answer in to_answers(engine, plan, need, *places):
        assert list(answer) == list(EMPTY)
        assert list(answer)[: len(CONTRACT)] == CONTRACT
        checked = RouteAnswer.model_validate(answer)
        assert orjson.loads(orjson.dumps(answer)) == answer
        assert checked.fictional
        assert "架空" in checked.advice
        assert (checked.outcome == "Route") == (checked.shelter is not None)


def test_numbers_of_a_route_agree(engine: Engine, places: tuple[np.ndarray, np.ndarray]) -> None:
    need = need_of("tsunami")
    keys = {name.key for name in CLASS_NAME.values()}
    routes = 0
    for raw in to_answers(engine, engine.plan(need.kinds), need, *places):
        answer = RouteAnswer.model_validate(raw)
        if answer.outcome != "Route":
            continue
        routes += 1
        assert answer.exposure is not None
        assert answer.steps is not None
        assert answer.length_m is not None
        assert answer.duration_s is not None
        assert answer.cost_ds is not None
        assert sum(answer.exposure.values()) == answer.length_m
        assert answer.exposure.keys() <= keys
        assert abs(sum(step.length_m for step in answer.steps) - answer.length_m) <= len(answer.steps)
        assert answer.steps[0].turn == "start"
        assert answer.steps[-1].turn == "arrive"
        assert answer.cost_ds >= (answer.duration_s - 1) * 10
    assert routes > 100


def test_all_outcomes_occur_and_one_by_one_equals_all_at_once(
    engine: Engine, places: tuple[np.ndarray, np.ndarray]
) -> None:
    need = need_of("tsunami", "wheelchair", "en")
    together = list(to_answers(engine, engine.plan(need.kinds, need.profile), need, *places))
    outcomes = {answer["outcome"] for answer in together}
    assert outcomes == {"Route", "NoSafeRoute", "OutsideRegion", "NoRoadNearby"}
    for i in range(0, len(together), 25):
        assert to_answer(engine, need, float(places[0][i]), float(places[1][i])) == together[i]


def test_dry_places_are_not_told_to_leave_at_once(
    engine: Engine, places: tuple[np.ndarray, np.ndarray]
) -> None:
    need = need_of("tsunami")
    for answer in to_answers(engine, engine.plan(need.kinds), need, *places):
        if answer["outcome"] != "Route":
            continue
        dry = answer["start"]["exposure"] == "dry"
        assert ("浸水想定区域の外です" in answer["advice"]) == dry
        assert ("高い所へ今すぐ歩く" in answer["advice"]) == (not dry)
        assert "車は使わない" in answer["advice"]


def test_hazard_without_a_layer_is_unknown_everywhere(engine: Engine) -> None:
    west, south, east, north = engine.region.bbox
    answer = to_answer(engine, need_of("earthquake"), (west + east) / 2, (south + north) / 2)
    assert answer["outcome"] == "Route"
    assert answer["layers_missing"] == ["earthquake"]
    assert answer["exposure"] == {"unknown": answer["length_m"]}
    assert "未調査です（安全とは言えません）" in answer["advice"]
