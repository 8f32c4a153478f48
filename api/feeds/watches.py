"""The file that says what each area listens to (``NIGEMICHI_FEEDS_WATCH``): one ``[[watch]]`` an area.

::

    [[watch]]
    area = "shiranami"
    municipalities = ["07212"]
    tsunami_areas = ["250"]
    auto_tsunami = true
"""

import tomllib
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

from hazard.official.jma import AreaWatch
from router.errors import InputError, Problem

MAX_BYTES = 1 << 20
_FORMS = {field.name: getattr(field.type, "__name__", "") for field in fields(AreaWatch)}
_EXPECTED = {"int": "a whole number", "bool": "true or false", "tuple": "a list of texts", "str": "a text"}


def load_watches(path: Path) -> tuple[AreaWatch, ...]:
    """Read the file.

    Raises
    ------
    InputError
        With everything that is wrong with it: unknown names, values of another type, codes that are none, an
        area twice, no area at all.
    """
    try:
        content = path.read_bytes()
        if len(content) > MAX_BYTES:
            raise ValueError(f"more than {MAX_BYTES} bytes")
        table = tomllib.loads(content.decode())
    except (OSError, ValueError, RecursionError) as error:
        raise InputError(Problem(str(path), "", "a TOML file", str(error))) from error
    rows = table.get("watch")
    if set(table) != {"watch"} or not isinstance(rows, list) or not rows:
        raise InputError(
            Problem(str(path), "", "[[watch]] for each area, and nothing else", ", ".join(table))
        )
    problems: list[Problem] = []
    found: dict[str, AreaWatch] = {}
    for number, row in enumerate(rows, start=1):
        wrong = list(_wrong(f"{path}: watch {number}", row))
        if not wrong and row["area"] in found:
            wrong = [Problem(f"{path}: watch {number}", "area", "each area once", row["area"])]
        problems += wrong
        if not wrong:
            try:
                watch = AreaWatch(**{name: _frozen(value) for name, value in row.items()})
                found[watch.area] = watch
            except InputError as error:
                problems += error.problems
    if problems:
        raise InputError(problems)
    return tuple(found.values())


def _wrong(source: str, row: Any) -> Iterator[Problem]:
    if not isinstance(row, dict) or "area" not in row:
        yield Problem(source, "area", "the id of an area", "nothing")
        return
    for name, value in row.items():
        form = _FORMS.get(name, "")
        if not _fits(form, value):
            yield Problem(source, str(name), _EXPECTED.get(form, "no such name"), repr(value)[:80])


def _fits(form: str, value: Any) -> bool:
    if form == "tuple":
        return isinstance(value, list) and all(isinstance(one, str) for one in value)
    return type(value).__name__ == form


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
