"""The shared vectors: what Python and TypeScript must both decide (tests/vectors/decision.json.gz)."""

import random
from typing import Any

from hazard.decision.coding import decision_to_json, situation_to_json
from hazard.decision.decide import decide
from hazard.decision.situation import (
    Here,
    InForce,
    Party,
    Place,
    ProfileName,
    Situation,
    TsunamiState,
    Way,
    Ways,
    Whereabouts,
)
from hazard.kinds import WATER, ExposureClass, HazardKind
from tests.hazard.decision.examples import CHAPTERS

N_RANDOM = 240
DEPTHS = [worst for worst in ExposureClass if worst < ExposureClass.ZONE_YELLOW]
ZONES = [ExposureClass.DRY, ExposureClass.ZONE_YELLOW, ExposureClass.ZONE_RED]


def build_vectors() -> dict[str, Any]:
    """Return every worked example, and random situations from a fixed seed."""
    dice = random.Random(20261124)
    examples = [
        {"title": f"{chapter}: {example.title}", **_vector(example.situation)}
        for chapter, examples in CHAPTERS.items()
        for example in examples
    ]
    drawn = [{"title": f"random {i}", **_vector(draw_situation(dice))} for i in range(N_RANDOM)]
    return {"format": 1, "vectors": examples + drawn}


def _vector(situation: Situation) -> dict[str, Any]:
    return {"situation": situation_to_json(situation), "decision": decision_to_json(decide(situation))}


def draw_situation(dice: random.Random) -> Situation:
    kinds = tuple(dice.sample(list(HazardKind), dice.randint(1, 3)))
    return Situation(
        kinds=kinds,
        place=_draw_place(dice),
        party=_draw_party(dice),
        here={kind: _draw_here(dice, kind) for kind in kinds if dice.random() < 0.9},
        in_force={kind: _draw_force(dice, kind) for kind in HazardKind if dice.random() < 0.25},
        ways=Ways(
            dice.random() < 0.8,
            *(Way(dice.randint(30, 3000), dice.choice([None, dice.randint(-900, 1800)])) for _ in range(3)),
        )
        if dice.random() < 0.7
        else Ways(dice.random() < 0.5),
        night=dice.random() < 0.3,
    )


def _maybe(dice: random.Random, *values: Any) -> Any:
    return dice.choice([None, *values])


def _draw_place(dice: random.Random) -> Place:
    return Place(
        dice.choice(list(Whereabouts)),
        _maybe(dice, -1, 1, 2, 3, 5, 9),
        _maybe(dice, None, 40, 60, 320, 1100),
        *(_maybe(dice, True, False) for _ in range(5)),
    )


def _draw_party(dice: random.Random) -> Party:
    return Party(
        dice.choice(list(ProfileName)),
        _maybe(dice, True, False),
        *(dice.random() < 0.2 for _ in range(3)),
        _maybe(dice, True, False),
        _maybe(dice, 12, 72, 200),
    )


def _draw_here(dice: random.Random, kind: HazardKind) -> Here:
    worst = dice.choice([ExposureClass.UNKNOWN, *(DEPTHS if kind in WATER else ZONES)])
    return Here(worst, _maybe(dice, True, False, False), _maybe(dice, 12, 24, 72, 168))


def _draw_force(dice: random.Random, kind: HazardKind) -> InForce:
    return InForce(
        _maybe(dice, *range(6)),
        _maybe(dice, *range(6)),
        _maybe(dice, *TsunamiState) if kind is HazardKind.TSUNAMI else None,
        _maybe(dice, *range(1, 6)) if kind is HazardKind.VOLCANO else None,
        dice.random() < 0.15,
        dice.random() < 0.15,
    )
