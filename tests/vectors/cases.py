"""What the engine is asked in a region: hazards, conditions, what staff have changed, and for whom."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from hazard.conditions import CALM, Conditions
from hazard.engine.changes import NO_CHANGES, Changes
from hazard.kinds import HazardKind
from hazard.region import Region
from router.graph import CLOSED_DS

PENALTIES_DS = (1, 600, 6000, CLOSED_DS - 1)


@dataclass(frozen=True)
class Case:
    """One state of the world; one plan for each profile, all of them if none is named."""

    kinds: tuple[HazardKind, ...]
    conditions: Conditions = CALM
    changes: Changes = NO_CHANGES
    profiles: tuple[str, ...] = ()


def calm(*sets: Sequence[HazardKind]) -> tuple[Case, ...]:
    """Return cases in which nothing but hazards holds."""
    return tuple(Case(tuple(kinds)) for kinds in sets)


def conditions_to_json(conditions: Conditions) -> dict[str, Any]:
    return {
        "levels": {str(kind): level for kind, level in conditions.levels},
        "when": sorted(conditions.when),
        "pace_pct": conditions.pace_pct,
    }


def changes_to_json(changes: Changes) -> dict[str, Any]:
    return {
        "closed_streets": changes.closed_streets.tolist(),
        "out": sorted(changes.out),
        "penalty_ds": dict(changes.penalty_ds),
    }


def draw_changes(region: Region, dice: random.Random, closed_pct: int) -> Changes:
    """Return closed streets, and sites of which some are out and some cost more."""
    streets = range(region.graph.n_streets)
    closed = [street for street in streets if dice.randrange(100) < closed_pct]
    told = [(site.id, dice.randrange(10)) for site in region.sites]
    return Changes(
        np.array(closed, np.int32),
        frozenset(site for site, fate in told if fate < 2),
        {site: dice.choice(PENALTIES_DS) for site, fate in told if 2 <= fate < 5},
    )
