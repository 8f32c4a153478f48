"""A town's own CSV, read through a small mapping file.

The mapping says which column is what::

category = "tsunami_building"      # evacuation_site, shelter, welfare_shelter or tsunami_building
yes = ["1", "○", "有"]             # what means yes in the columns of hazards
no = ["", "0", "×", "ー"]          # and what means no; anything else is a mistake

[columns]
name = "名称"
lat = "lat"
lon = "lng"
address = "所在地"                 # the rest is optional
id = "番号"
capacity = "最大収容人数"
floors = "建物階数"
persons = "受入対象者"
remarks = "備考"

[kinds]                            # column of each hazard, or true: every row suits it
flood = "洪水"
tsunami = true
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hazard.kinds import HazardKind
from hazard.official.sites.record import PlaceList, PlaceRecord
from hazard.official.sites.table import Mistakes, column_name, position, read_rows, whole_number
from hazard.places import PlaceCategory
from router.errors import InputError, Problem

_NEEDED = ("name", "lat", "lon")
_OPTIONAL = ("address", "id", "capacity", "floors", "persons", "remarks")
_KEYS = frozenset({"category", "yes", "no", "columns", "kinds"})


@dataclass(frozen=True, slots=True)
class CsvMapping:
    """Which column is what.

    Attributes
    ----------
    columns : mapping of str to str
        Field of a record to column.
    kinds : mapping of HazardKind to (str or True)
        Column of flags; True where every row suits the hazard.
    category : PlaceCategory
    yes, no : frozenset of str
        Texts of flags.
    """

    columns: Mapping[str, str]
    kinds: Mapping[HazardKind, str | bool]
    category: PlaceCategory = PlaceCategory.SITE
    yes: frozenset[str] = field(default_factory=lambda: frozenset({"1", "○", "〇", "◯"}))
    no: frozenset[str] = field(default_factory=lambda: frozenset({"", "0", "×", "-", "ー", "－"}))


def read_mapping(path: Path) -> CsvMapping:
    """Read a mapping file.

    Raises
    ------
    InputError
        With everything that is wrong with it.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(Problem(str(path), "", "a mapping of columns (TOML)", str(error))) from error
    problems = [Problem(str(path), *wrong) for wrong in _wrong(table)]
    if problems:
        raise InputError(problems)
    given = {name: frozenset(table[name]) for name in ("yes", "no") if name in table}
    return CsvMapping(
        columns={name: column_name(column) for name, column in table["columns"].items()},
        kinds={
            HazardKind(kind): column_name(column) if isinstance(column, str) else column
            for kind, column in table.get("kinds", {}).items()
        },
        category=PlaceCategory(table.get("category", PlaceCategory.SITE)),
        **given,
    )


def read_mapped_csv(path: Path, mapping: CsvMapping) -> PlaceList:
    """Read a town's own list.

    Raises
    ------
    InputError
        Every wrong row and field (the first 20, and how many more).
    """
    mistakes = Mistakes(str(path))
    flags = [column for column in mapping.kinds.values() if isinstance(column, str)]
    records, unplaced = [], []
    for row, fields in read_rows(path, [*mapping.columns.values(), *flags], mistakes):
        values = {name: fields[column] for name, column in mapping.columns.items()}
        for column in flags:
            if fields[column] not in mapping.yes | mapping.no:
                mistakes.add(
                    row, column, f"one of {' '.join(sorted(mapping.yes | mapping.no))}", fields[column]
                )
        if not values["name"]:
            mistakes.add(row, mapping.columns["name"], "a text", "")
        if not values["lat"] and not values["lon"]:
            unplaced.append(values["name"])
            continue
        place = position(values["lon"], values["lat"], row, mistakes)
        if place is not None:
            records.append(_record(values, fields, mapping, place, f"{path.name}:{row}", str(path)))
    mistakes.raise_any()
    if not records and not unplaced:
        raise InputError(Problem(str(path), "", "at least one row", "none"))
    return PlaceList(tuple(records), tuple(unplaced))


def _record(
    values: Mapping[str, str],
    fields: Mapping[str, str],
    mapping: CsvMapping,
    place: tuple[float, float],
    default_id: str,
    source: str,
) -> PlaceRecord:
    suits = {
        kind: fields[column] in mapping.yes if isinstance(column, str) else column
        for kind, column in mapping.kinds.items()
    }
    return PlaceRecord(
        id=_id(values.get("id", ""), default_id),
        name=values["name"],
        address=values.get("address", ""),
        lon=place[0],
        lat=place[1],
        category=mapping.category,
        kinds=tuple(kind for kind in HazardKind if suits.get(kind)),
        is_shelter=mapping.category in (PlaceCategory.SHELTER, PlaceCategory.WELFARE),
        capacity=whole_number(values.get("capacity", "")),
        floors=whole_number(values.get("floors", "")),
        persons=values.get("persons", ""),
        remarks=values.get("remarks", ""),
        source=source,
    )


def _id(own: str, default: str) -> str:
    """Return a 共通ID as it is, and any other number with the file's name, so that lists do not collide."""
    if re.fullmatch(r"E[0-9]{5,}", own):
        return own
    return f"{default.rpartition(':')[0]}:{own}" if own else default


def _wrong(table: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    wrong = [(name, f"one of {', '.join(sorted(_KEYS))}", name) for name in sorted(table.keys() - _KEYS)]
    columns, kinds = table.get("columns", {}), table.get("kinds", {})
    if not isinstance(columns, dict) or not isinstance(kinds, dict):
        return [*wrong, ("columns, kinds", "tables", "something else")]
    known = {*_NEEDED, *_OPTIONAL}
    wrong += [
        (f"columns.{name}", "the name of a column", "nothing") for name in _NEEDED if name not in columns
    ]
    wrong += [
        (f"columns.{name}", f"a text under one of {', '.join(sorted(known))}", repr(column)[:60])
        for name, column in columns.items()
        if name not in known or not isinstance(column, str)
    ]
    wrong += [
        (f"kinds.{name}", f"a column or true under one of {', '.join(HazardKind)}", repr(column)[:60])
        for name, column in kinds.items()
        if name not in set(HazardKind) or not isinstance(column, str | bool)
    ]
    if table.get("category", "evacuation_site") not in set(PlaceCategory):
        wrong.append(("category", f"one of {', '.join(PlaceCategory)}", repr(table["category"])))
    for name in ("yes", "no"):
        texts = table.get(name, [])
        if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
            wrong.append((name, "a list of texts", repr(texts)[:60]))
    return wrong
