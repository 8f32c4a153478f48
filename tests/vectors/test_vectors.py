"""The committed vectors are current (else run python -m tests.vectors.write), and leave no branch out."""

import gzip
import json
from collections import Counter
from typing import Any

import pytest

from hazard.thresholds import Thresholds, default_thresholds, thresholds_from
from tests.vectors.packs import unpack
from tests.vectors.write import HERE, TOWN, render


@pytest.fixture(scope="module")
def rendered() -> dict[str, bytes]:
    return render()


def read(name: str, content: bytes) -> Any:
    if name.endswith(("regions.gz", "areas.gz")):
        return unpack(content)
    return json.loads(gzip.decompress(content) if name.endswith(".gz") else content)


def test_committed_vectors_are_current(rendered: dict[str, bytes]) -> None:
    assert {path.name for path in HERE.iterdir() if path.suffix in (".json", ".gz")} == {
        *rendered,
        "decision.json.gz",
        "town.regions.gz",
    }
    for name, content in rendered.items():
        assert read(name, (HERE / name).read_bytes()) == read(name, content), name


def test_every_outcome_and_turn_is_there(rendered: dict[str, bytes]) -> None:
    regions = read(".gz", rendered["drawn.json.gz"]) | read(".gz", rendered["town.json.gz"])
    outcomes = [o for region in regions.values() for plan in region["plans"] for o in plan["outcomes"]]
    counted = Counter(outcome.get("reason", outcome["outcome"]) for outcome in outcomes)
    counted.update(step[0] for outcome in outcomes for step in outcome.get("steps", []))
    counted.update(key for outcome in outcomes for key, _ in outcome.get("exposure", []))
    for name in (
        "Route",
        "OutsideRegion",
        "NoRoadNearby",
        "no_site",
        "not_connected",
        "no_dry_way",
        "no_open_way",
    ):
        assert counted[name] > 3, (name, counted)
    for name in ("start", "straight", "left", "right", "arrive", "dry", "unknown", "1-3m", "zone_red"):
        assert counted[name] > 0, (name, counted)


def test_every_modifier_and_change_is_there(rendered: dict[str, bytes]) -> None:
    regions = read(".gz", rendered["drawn.json.gz"]) | read(".gz", rendered["town.json.gz"])
    plans = [plan for region in regions.values() for plan in region["plans"]]
    counted = Counter(name for plan in plans for name in plan["conditions"]["when"])
    counted.update(name for plan in plans for name, value in plan["changes"].items() if value)
    counted["left, never entered"] = sum(plan["guides"][2] is not None for plan in plans)
    for name in ("night", "snow", "ice", "closed_streets", "out", "penalty_ds", "left, never entered"):
        assert counted[name] > 10, (name, counted)
    assert default_thresholds().modifiers == read_town_thresholds().modifiers, "run tests.vectors.town"


def read_town_thresholds() -> Thresholds:
    folder = unpack((HERE / TOWN).read_bytes())["town"]
    return thresholds_from(json.loads(folder["thresholds.json"]))


def test_vectors_stay_small() -> None:
    assert sum(path.stat().st_size for path in HERE.iterdir() if path.suffix in (".json", ".gz")) < 1_000_000
