"""The code tables of codes.toml, and how a code and its official name together give a level.

A table never makes a warning milder than its own name says: the higher level counts. A code that is not in a
table is in force, without a level unless its name has one, and marked as not known.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from re import compile as pattern
from typing import Any

from hazard.kinds import HazardKind

_TABLES: dict[str, Any] = tomllib.loads(Path(__file__).with_name("codes.toml").read_text(encoding="utf-8"))
_LEVEL_IN_NAME = pattern("レベル([１-５])")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a code means.

    Attributes
    ----------
    level : int or None
        警戒レベル (or 噴火警戒レベル) 1 to 5; None where the name has no level.
    kinds : tuple of HazardKind
        Kinds of hazard that it concerns, in their order; empty for wind, snow, waves …
    lifted : bool
        The code itself says that nothing is in force.
    known : bool
        The code is in the table.
    """

    level: int | None
    kinds: tuple[HazardKind, ...]
    lifted: bool
    known: bool


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What a town is advised to consider; the decision is the mayor's.

    Attributes
    ----------
    name : str
        Official name of the 避難情報.
    level : int or None
        警戒レベル 3 to 5; None for tsunami and volcano, which have no such number.
    basis : str
        Citation.
    """

    name: str
    level: int | None
    basis: str


def meaning(table: str, code: str, name: str) -> Meaning:
    """Return what a code with a name means.

    Parameters
    ----------
    table : str
        ``weather``, ``transitional``, ``landslide_alert``, ``river`` or ``volcano``.
    code, name : str
        As in the telegram.
    """
    entry: Mapping[str, Any] | None = _TABLES[table].get(code)
    named = level_in_name(name)
    if entry is None:
        return Meaning(named, (), lifted=False, known=False)
    lifted = bool(entry.get("lifted")) and (named is None or name.endswith("解除"))
    level = max(named or 0, entry.get("level", 0)) or None
    return Meaning(None if lifted else level, kinds_of(entry.get("kinds", ())), lifted, known=True)


def level_in_name(name: str) -> int | None:
    """Return the level that an official name begins with (レベル４大雨危険警報); None where it has none."""
    found = _LEVEL_IN_NAME.match(name)
    return None if found is None else "０１２３４５".index(found[1])


def kinds_of(names: Iterable[str]) -> tuple[HazardKind, ...]:
    """Return hazard kinds in their own order, each once."""
    wanted = set(names)
    return tuple(kind for kind in HazardKind if kind.value in wanted)


def transitional_kinds(condition: str) -> tuple[HazardKind, ...]:
    """Return the kinds that the Condition of a transitional 大雨警報 names; may be none."""
    table: Mapping[str, list[str]] = _TABLES["transitional_conditions"]
    return kinds_of(kind for word, kinds in table.items() if word in condition for kind in kinds)


def bulletin_kinds(tags: Iterable[str]) -> tuple[HazardKind, ...]:
    """Return the kinds that the tags of a bulletin concern; may be none."""
    table: Mapping[str, list[str]] = _TABLES["bulletin_tags"]
    return kinds_of(kind for tag in tags for kind in table.get(tag, ()))


def kind_of_title(title: str) -> str:
    """Return the data type of a Control/Title; empty when it is not known."""
    return str(_TABLES["titles"].get(title, ""))


def reason_not_for_us(kind: str) -> str:
    """Return why a kind of telegram is not read; empty when it is read."""
    return str(_TABLES["not_for_us"].get(kind, ""))


def is_read(data_type: str) -> bool:
    """Tell whether telegrams of a data type, as it stands in a file name (``VXKO50``), are read at all."""
    known: Iterable[str] = _TABLES["titles"].values()
    kind = data_type[:4] if data_type[:4] in known else data_type
    return kind in known and not reason_not_for_us(kind)


def is_lifted_status(status: str) -> bool:
    """Tell whether a Kind/Status says that a warning is not in force."""
    return status in _TABLES["lifted_status"]


def tsunami_grade(code: str) -> str:
    """Return the grade of a tsunami code; empty when it is not known."""
    return str(_TABLES["tsunami"].get(code, {}).get("grade", ""))


def suggestion(key: str) -> Suggestion | None:
    """Return what is suggested for ``level_4``, ``tsunami_warning``, ``volcano_5``; None for the milder."""
    entry = _TABLES["suggestion"].get(key)
    return None if entry is None else Suggestion(entry["name"], entry.get("level"), entry["basis"])
