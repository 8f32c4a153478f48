"""Modifiers: what levels, the hour and the weather do to streets with certain marks. Pure, in integers.

They are the ``[modifier.NAME]`` of thresholds.toml: all numbers are there, with their sources.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hazard.conditions import Conditions, When
from hazard.exposure import Exposure, is_wet
from hazard.kinds import CLASS_NAME, ExposureClass, HazardKind
from router.classes import INCLINE_SHIFT, WIDTH_SHIFT, Flag, StreetClass
from router.errors import Problem
from router.graph import StreetGraph

Streets = NDArray[np.bool_]
NOTHING = Flag(0)
CLOSE, NO_ENTRY = "close", "no_entry"
EFFECTS = ("weight_pct", CLOSE, NO_ENTRY)
MAX_WEIGHT_PCT = 10_000
_CLASS_OF_KEY = {name.key: one for one, name in CLASS_NAME.items() if one != ExposureClass.UNKNOWN}
_KEYS = frozenset(
    {
        "flags",
        "classes",
        "max_width_rank",
        "min_incline_rank",
        "min_grade_permille",
        "grade_from_m",
        "in_zone",
        "from_class",
        "kinds",
        "from_level",
        "when",
        "profiles",
        "source",
        *EFFECTS,
    }
)


@dataclass(frozen=True, slots=True)
class Modifier:
    """One rule: streets that carry any of the marks, while all of the circumstances hold.

    Attributes
    ----------
    name : str
    flags : Flag
    classes : frozenset of StreetClass
    max_width_rank, min_incline_rank : int
        Known width ranks up to the first, incline ranks from the second; 0 = no mark.
    min_grade_permille, grade_from_m : int
        Mark: an average grade by the elevation model from the first on, up or down, of streets at least as
        long as the second; 0 = no mark.
    in_zone : bool
        Of the marked streets only those that are known to be inside the mapped zone of one of ``kinds``.
    from_class : ExposureClass or None
        Mark: known exposure to one of ``kinds`` of this class or a worse one.
    kinds : frozenset of HazardKind
        Circumstance: one of them is active; empty: any.
    from_level : int
        Circumstance: for an active one of ``kinds`` this level is in force; 0 = any.
    when : When or None
        Circumstance.
    profiles : frozenset of str
        Circumstance; empty: all.
    weight_pct : int
        Time counts so many percent of what it counts otherwise; 100 for the other effects.
    close : bool
        Nobody enters; whoever is there leaves.
    no_entry : bool
        Left, never entered by anybody who has a way that does not enter (see `hazard.costs`).
    """

    name: str
    flags: Flag = NOTHING
    classes: frozenset[StreetClass] = frozenset()
    max_width_rank: int = 0
    min_incline_rank: int = 0
    min_grade_permille: int = 0
    grade_from_m: int = 0
    in_zone: bool = False
    from_class: ExposureClass | None = None
    kinds: frozenset[HazardKind] = frozenset()
    from_level: int = 0
    when: When | None = None
    profiles: frozenset[str] = frozenset()
    weight_pct: int = 100
    close: bool = False
    no_entry: bool = False

    def holds(self, kinds: Sequence[HazardKind], profile: str, conditions: Conditions) -> bool:
        """Return whether all circumstances hold."""
        active = [kind for kind in kinds if not self.kinds or kind in self.kinds]
        levels = [conditions.level(kind) for kind in active]
        return (
            bool(active)
            and (not self.from_level or max(levels) >= self.from_level)
            and (self.when is None or self.when in conditions.when)
            and (not self.profiles or profile in self.profiles)
        )

    def streets(self, graph: StreetGraph, exposures: Sequence[Exposure]) -> Streets:
        """bool, (s,): the streets that carry any of the marks, in the zone where that is asked for."""
        flags = graph.edge_flags[graph.street_edge]
        found: Streets = (flags & np.uint32(self.flags)) != 0
        if self.classes:
            found |= np.isin(graph.edge_class[graph.street_edge], sorted(self.classes))
        width, incline = (flags >> WIDTH_SHIFT) & 0b111, (flags >> INCLINE_SHIFT) & 0b11
        found |= (width > 0) & (width <= self.max_width_rank)
        if self.min_incline_rank:
            found |= incline >= self.min_incline_rank
        found |= self.steep(graph)
        worst = [one.worst_class for one in exposures if not self.kinds or one.kind in self.kinds]
        if self.from_class is not None:
            for classes in worst:
                found |= (classes != ExposureClass.UNKNOWN) & (classes >= self.from_class)
        if self.in_zone:
            found &= np.any([is_wet(classes) for classes in worst], axis=0)
        return found

    def steep(self, graph: StreetGraph) -> Streets:
        """bool, (s,): the streets that carry the mark of a grade; climbs are sums of ascents."""
        if not self.min_grade_permille:
            return np.zeros(graph.n_streets, np.bool_)
        there = graph.street_edge
        climb_cm = np.maximum(graph.edge_climb_cm[there], graph.edge_climb_cm[graph.twin[there]])
        length_mm = graph.edge_length_mm[there].astype(np.int64)
        grade = climb_cm.astype(np.int64) * 10_000 // length_mm.clip(1)
        found: Streets = (grade >= self.min_grade_permille) & (length_mm >= self.grade_from_m * 1000)
        return found


@dataclass(frozen=True, slots=True, eq=False)
class StreetRules:
    """What all modifiers together do under some conditions.

    Attributes
    ----------
    weight_pct : int64, (s,)
    shut, no_entry : bool, (s,)
    steep : bool, (s,)
        What a modifier marks by its grade: told to those who are led over it.
    """

    weight_pct: NDArray[np.int64]
    shut: Streets
    no_entry: Streets
    steep: Streets


def street_rules(
    modifiers: Sequence[Modifier],
    graph: StreetGraph,
    exposures: Sequence[Exposure],
    weight_pct: NDArray[np.int64],
    profile: str,
    conditions: Conditions,
) -> StreetRules:
    """Apply modifiers to the weights of streets.

    For each modifier that holds, in the order of the table, ``weight = ceil(weight * weight_pct / 100)``.

    Parameters
    ----------
    modifiers : sequence of Modifier
    graph : StreetGraph
    exposures : sequence of Exposure
        Of all active kinds.
    weight_pct : int64, (s,)
        `hazard.costs.street_weights`.
    profile : str
    conditions : Conditions

    Returns
    -------
    StreetRules
    """
    kinds = [exposure.kind for exposure in exposures]
    weight = weight_pct.copy()
    shut, no_entry, steep = np.zeros((3, graph.n_streets), np.bool_)
    for modifier in modifiers:
        if not modifier.holds(kinds, profile, conditions):
            continue
        streets = modifier.streets(graph, exposures)
        weight = np.where(streets, (weight * modifier.weight_pct + 99) // 100, weight)
        shut |= streets & modifier.close
        no_entry |= streets & modifier.no_entry
        steep |= modifier.steep(graph)
    return StreetRules(weight, shut, no_entry, steep)


def modifiers_from(table: Mapping[str, Any]) -> tuple[Modifier, ...]:
    """Return the modifiers of a table that `modifier_problems` found nothing wrong with."""
    return tuple(_modifier(name, entry) for name, entry in table.items())


def modifier_problems(table: Any, source: str) -> Iterator[Problem]:
    """Yield what is wrong with a table of modifiers."""
    if not isinstance(table, dict):
        yield Problem(source, "modifier", "a table of tables", repr(table)[:80])
        return
    for name, entry in table.items():
        where = f"[modifier.{name}]"
        if not isinstance(entry, dict) or not str(entry.get("source", "")).strip():
            yield Problem(source, where, "a table with its source text", repr(entry)[:80])
            continue
        if name.isdecimal():
            yield Problem(source, where, "a name that is no number: JavaScript reorders those", name)
        for key in sorted(entry.keys() - _KEYS):
            yield Problem(source, f"{where} {key}", f"one of {', '.join(sorted(_KEYS))}", key)
        if sum(key in entry for key in EFFECTS) != 1:
            yield Problem(source, where, f"exactly one of {', '.join(EFFECTS)}", ", ".join(entry))
        try:
            _modifier(name, entry)
        except (KeyError, ValueError, TypeError) as error:
            yield Problem(source, where, "known flags, classes, kinds and whole numbers", repr(error))


def _modifier(name: str, entry: Mapping[str, Any]) -> Modifier:
    """Build a modifier; KeyError, TypeError or ValueError if the entry is wrong."""
    flags = NOTHING
    for flag in entry.get("flags", ()):
        flags |= Flag[flag]
    return Modifier(
        name=name,
        flags=flags,
        classes=frozenset(StreetClass[one] for one in entry.get("classes", ())),
        max_width_rank=_whole(entry, "max_width_rank", 0, 4, 0),
        min_incline_rank=_whole(entry, "min_incline_rank", 0, 3, 0),
        min_grade_permille=_whole(entry, "min_grade_permille", 0, 1000, 0),
        grade_from_m=_whole(entry, "grade_from_m", 0, 1000, 0),
        in_zone=_flag(entry, "in_zone"),
        from_class=_CLASS_OF_KEY[entry["from_class"]] if "from_class" in entry else None,
        kinds=frozenset(HazardKind(kind) for kind in entry.get("kinds", ())),
        from_level=_whole(entry, "from_level", 0, 5, 0),
        when=When(entry["when"]) if "when" in entry else None,
        profiles=frozenset(entry.get("profiles", ())),
        weight_pct=_whole(entry, "weight_pct", 100, MAX_WEIGHT_PCT, 100),
        close=_flag(entry, CLOSE),
        no_entry=_flag(entry, NO_ENTRY),
    )


def _whole(entry: Mapping[str, Any], key: str, low: int, high: int, default: int) -> int:
    value = entry.get(key, default)
    if type(value) is not int or not low <= value <= high:
        raise ValueError(f"{key} = {value!r} is not a whole number in {low} … {high}")
    return value


def _flag(entry: Mapping[str, Any], key: str) -> bool:
    value = entry.get(key, False)
    if type(value) is not bool:
        raise ValueError(f"{key} = {value!r} is neither true nor false")
    return value
