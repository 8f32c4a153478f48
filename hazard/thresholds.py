"""What exposure classes do to streets and people: one table, every number with its source."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hazard.kinds import CLASS_NAME, DEPTH_BOUNDS_M, WATER, ExposureClass, HazardKind
from hazard.modifiers import Modifier, modifier_problems, modifiers_from
from router.errors import InputError, Problem

DEFAULT_PATH = Path(__file__).with_name("thresholds.toml")
VERSION = 1
MAX_WEIGHT_PCT = 10_000
PROFILES = ("adult", "child", "older", "wheelchair", "group", "car")

_CLASS_OF_KEY = {name.key: c for c, name in CLASS_NAME.items()}
_GROUPS = ("water", "zone")
_SECTION_NAMES = frozenset(_GROUPS) | frozenset(HazardKind)


@dataclass(frozen=True, slots=True, eq=False)
class Thresholds:
    """Weights and bounds, resolved for every kind.

    Attributes
    ----------
    weight_pct : dict of HazardKind to uint32, (256,)
        Percent of the time that counts, by class; 100 = as it is.
    impassable_class : dict of (HazardKind, str) to ExposureClass
        From this class on a profile cannot move.
    table : dict
        The merged table with its source texts, as in thresholds.toml.
    modifiers : tuple of Modifier
        What levels, the hour and the weather do, in the order of the table.
    """

    weight_pct: Mapping[HazardKind, NDArray[np.uint32]]
    impassable_class: Mapping[tuple[HazardKind, str], ExposureClass]
    table: Mapping[str, Any]
    modifiers: tuple[Modifier, ...] = ()

    def impassable(self, kind: HazardKind, profile: str, exposure_class: int) -> bool:
        """Tell whether a known class is impassable for a profile. Unknown is not known to be."""
        if exposure_class == ExposureClass.UNKNOWN:
            return False
        return exposure_class >= self.impassable_class[kind, profile]


@cache
def default_thresholds() -> Thresholds:
    """Return the table that ships with the engine."""
    return load_thresholds()


def load_thresholds(override: Path | None = None) -> Thresholds:
    """Read thresholds.toml and, if given, an override file of the same form.

    Parameters
    ----------
    override : Path, optional
        Its entries replace single entries of the table.

    Returns
    -------
    Thresholds

    Raises
    ------
    InputError
        Every wrong entry, with the file, the entry, what was expected and what was found.
    """
    table = _read(DEFAULT_PATH)
    source = DEFAULT_PATH
    if override is not None:
        over = _read(override)
        _raise_if(_form_problems(over, str(override)))
        table, source = _merge(table, over), override
    return thresholds_from(table, str(source))


def thresholds_from(table: dict[str, Any], source: str = "thresholds") -> Thresholds:
    """Check a complete table and resolve it for every kind and profile."""
    _raise_if(_form_problems(table, source))
    _raise_if(_missing_problems(table, source))
    weights, bounds = table["weight"], table["impassable"]
    return Thresholds(
        {kind: _weights(weights[_group(kind)] | weights.get(kind, {})) for kind in HazardKind},
        {
            (kind, profile): _bound((bounds[_group(kind)] | bounds.get(kind, {}))[profile])
            for kind in HazardKind
            for profile in PROFILES
        },
        table,
        modifiers_from(table.get("modifier", {})),
    )


def _group(kind: HazardKind) -> str:
    return "water" if kind in WATER else "zone"


def _weights(section: Mapping[str, Any]) -> NDArray[np.uint32]:
    weights = np.zeros(256, np.uint32)
    for key, entry in section.items():
        weights[_CLASS_OF_KEY[key]] = entry["weight_pct"]
    weights.setflags(write=False)
    return weights


def _bound(entry: Mapping[str, Any]) -> ExposureClass:
    if "from_class" in entry:
        return _CLASS_OF_KEY[entry["from_class"]]
    return ExposureClass(DEPTH_BOUNDS_M.index(float(entry["from_m"])) + 2)


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(Problem(str(path), "", "a readable TOML file", str(error))) from error


def _merge(base: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """Return ``base`` with the sections of ``over`` laid over it, entry by entry."""
    merged: dict[str, Any] = {"version": base["version"]}
    for part in ("weight", "impassable"):
        sections, others = base[part], over.get(part, {})
        names = [*sections, *(name for name in others if name not in sections)]
        merged[part] = {name: sections.get(name, {}) | others.get(name, {}) for name in names}
    merged["modifier"] = base.get("modifier", {}) | over.get("modifier", {})
    return merged


def _raise_if(problems: Iterator[Problem]) -> None:
    found = list(problems)
    if found:
        raise InputError(found)


def _form_problems(table: Mapping[str, Any], source: str) -> Iterator[Problem]:
    """Yield what is wrong with the entries that are there."""
    if table.get("version") != VERSION:
        yield Problem(source, "version", str(VERSION), str(table.get("version", "nothing")))
    for name in table.keys() - {"version", "weight", "impassable", "modifier"}:
        yield Problem(source, name, "version, weight, impassable or modifier", "an unknown name")
    yield from modifier_problems(table.get("modifier", {}), source)
    for part, keys, check in (
        ("weight", _CLASS_OF_KEY.keys(), _weight_problem),
        ("impassable", set(PROFILES), _bound_problem),
    ):
        for name, section in _tables(table.get(part, {})):
            where = f"[{part}.{name}]"
            if name not in _SECTION_NAMES:
                yield Problem(source, where, "water, zone or a hazard kind", name)
            elif not isinstance(section, dict):
                yield Problem(source, where, "a table", repr(section))
            else:
                yield from _section_problems(source, where, section, set(keys), check)


def _tables(part: Any) -> list[tuple[str, Any]]:
    return list(part.items()) if isinstance(part, dict) else [("?", part)]


def _section_problems(
    source: str, where: str, section: Mapping[str, Any], keys: set[str], check: Any
) -> Iterator[Problem]:
    for key, entry in section.items():
        place = f"{where} {key}"
        if key not in keys:
            yield Problem(source, place, f"one of {', '.join(sorted(keys))}", key)
        elif not isinstance(entry, dict) or not str(entry.get("source", "")).strip():
            yield Problem(source, place, "a table with its source text", repr(entry))
        elif (found := check(entry)) is not None:
            yield Problem(source, place, *found)


def _weight_problem(entry: Mapping[str, Any]) -> tuple[str, str] | None:
    weight = entry.get("weight_pct")
    if type(weight) is int and 100 <= weight <= MAX_WEIGHT_PCT:
        return None
    return f"weight_pct, a whole number from 100 to {MAX_WEIGHT_PCT}", repr(weight)


def _bound_problem(entry: Mapping[str, Any]) -> tuple[str, str] | None:
    if ("from_m" in entry) == ("from_class" in entry):
        return "either from_m or from_class", repr(dict(entry))
    if "from_m" in entry:
        return (
            None if entry["from_m"] in DEPTH_BOUNDS_M else (f"one of {DEPTH_BOUNDS_M}", repr(entry["from_m"]))
        )
    wet = sorted(
        key for key, c in _CLASS_OF_KEY.items() if c not in (ExposureClass.DRY, ExposureClass.UNKNOWN)
    )
    return None if entry["from_class"] in wet else (f"one of {', '.join(wet)}", repr(entry["from_class"]))


def _missing_problems(table: Mapping[str, Any], source: str) -> Iterator[Problem]:
    """Yield the entries that a complete table needs and this one lacks."""
    for part, keys in (("weight", set(_CLASS_OF_KEY)), ("impassable", set(PROFILES))):
        for group in _GROUPS:
            missing = keys - set(table.get(part, {}).get(group, {}))
            if missing:
                yield Problem(source, f"[{part}.{group}]", ", ".join(sorted(missing)), "nothing")
