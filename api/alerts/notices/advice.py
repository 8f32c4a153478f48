"""Whose advice a change of roads or sites changes: two settled fields compared, cell by cell.

A cell is concerned when for a share of its streets the way, its end or its length has changed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from api.alerts.extent.cells import cell_numbers, codes_of
from hazard.engine.plan import Plan
from router.graph import CLOSED_DS, I32, I64, StreetGraph

SHARE = 0.05
"""Of a cell's streets: one street in twenty, so that a closed alley does not wake a square kilometre."""
LONGER_DS, LONGER = 600, 1.1
"""Told to be longer: by a minute and by a tenth, in the cost that the search minimises."""
MOST = 0.5
"""What is told as the effect holds for this share of the changed streets."""


class Effect(StrEnum):
    """What became of the way from a street; the worst first. Values are keys of the tables of sentences."""

    NONE = "none"
    SITE = "site"
    LONGER = "longer"
    WAY = "way"


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of a graph's streets.

    Attributes
    ----------
    codes : tuple of str
    of_street : int64, (s,)
        Index into ``codes``.
    n_streets : int64, (c,)
    """

    codes: tuple[str, ...]
    of_street: I64
    n_streets: I64


@dataclass(frozen=True, slots=True)
class Advice:
    """What changed.

    Attributes
    ----------
    meshes : tuple of str
        Cells concerned.
    effect : Effect
        The worst that holds for half of their changed streets.
    """

    meshes: tuple[str, ...]
    effect: Effect


@lru_cache(maxsize=8)
def cells_of(graph: StreetGraph) -> Cells:
    """Return in which cell each street begins."""
    tail = graph.tail[graph.street_edge]
    numbers, of_street = np.unique(
        cell_numbers(graph.node_lon_e7[tail], graph.node_lat_e7[tail]), return_inverse=True
    )
    # `codes_of` sorts by code; the order of numbers is kept here
    codes = tuple(codes_of([number])[0] for number in numbers.tolist())
    return Cells(codes, of_street.astype(np.int64), np.bincount(of_street, minlength=len(codes)))


def compare(graph: StreetGraph, before: Plan, after: Plan, within: frozenset[str]) -> Advice | None:
    """Return which cells of ``within`` are concerned, None if none is.

    Parameters
    ----------
    graph : StreetGraph
    before, after : Plan
        For the same kinds and profile.
    within : frozenset of str
        Where alerts are in force.
    """
    tail = graph.tail[graph.street_edge]
    effects = _effects(before, after, tail)
    cells = cells_of(graph)
    changed = np.zeros(len(tail), np.bool_)
    for mask in effects.values():
        changed |= mask
    by_cell = np.bincount(cells.of_street[changed], minlength=len(cells.codes))
    concerned = (by_cell > 0) & (by_cell >= SHARE * cells.n_streets)
    concerned &= np.array([code in within for code in cells.codes], np.bool_)
    if not concerned.any():
        return None
    here = changed & concerned[cells.of_street]
    meshes = tuple(code for code, told in zip(cells.codes, concerned, strict=True) if told)
    return Advice(meshes, _worst(effects, here))


def join(advices: Sequence[Advice]) -> Advice:
    """Return several as one: all cells, and the worst effect."""
    meshes = tuple(sorted({mesh for advice in advices for mesh in advice.meshes}))
    return Advice(meshes, min((advice.effect for advice in advices), key=list(Effect).index))


def _effects(before: Plan, after: Plan, tail: I32) -> Mapping[Effect, NDArray[np.bool_]]:
    """Return, street by street, each effect where it is the worst."""
    old, new = before.guide.field, after.guide.field
    old_ds, new_ds = old.cost_ds[tail].astype(np.int64), new.cost_ds[tail].astype(np.int64)
    had, has = old_ds < CLOSED_DS, new_ds < CLOSED_DS
    lost, both = had & ~has, had & has
    other = both & (_sites(before, tail) != _sites(after, tail))
    longer = both & ~other & (new_ds >= old_ds + LONGER_DS) & (new_ds >= old_ds * LONGER)
    way = ((old.next_edge[tail] != new.next_edge[tail]) | (old_ds != new_ds)) & ~lost & ~other & ~longer
    return {Effect.NONE: lost, Effect.SITE: other, Effect.LONGER: longer, Effect.WAY: way & (had | has)}


def _sites(plan: Plan, tail: I32) -> NDArray[np.object_]:
    """Return the id of the site to which each street leads; empty where none."""
    ids = np.array([*(site.id for site in plan.sites), ""], np.object_)
    entry = plan.guide.field.source[tail]
    stops = plan.guide.goals.entry_stop
    found: NDArray[np.object_] = ids[np.where(entry < 0, -1, stops[entry] if len(stops) else -1)]
    return found


def _worst(effects: Mapping[Effect, NDArray[np.bool_]], here: NDArray[np.bool_]) -> Effect:
    total, reached = int(np.count_nonzero(here)), 0
    for effect, mask in effects.items():
        reached += int(np.count_nonzero(mask & here))
        if effect is not Effect.WAY and reached >= MOST * total:
            return effect
    return Effect.WAY
