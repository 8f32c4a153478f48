"""towns.json: 町丁目 with their outlines. Phones do not need it: an alert carries its own outline."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from hazard.region.layout import TOWNS, TOWNS_VERSION
from hazard.region.model import Town
from hazard.region.save import write_json
from router.errors import Problem, StoreError


def save_towns(folder: Path, towns: Iterable[Town]) -> None:
    """Write towns.json into a region folder that is being made."""
    rows = [{"name": town.name, "rings": town.rings} for town in towns]
    write_json(folder / TOWNS, {"version": TOWNS_VERSION, "towns": rows})


def towns_from_json(content: dict[str, Any], source: str) -> tuple[Town, ...]:
    """Return the towns of a file that `save_towns` wrote, or raise StoreError."""
    if content.get("version") != TOWNS_VERSION:
        raise StoreError(Problem(source, "version", str(TOWNS_VERSION), repr(content.get("version"))))
    return tuple(
        Town(str(row["name"]), tuple(tuple((int(x), int(y)) for x, y in ring) for ring in row["rings"]))
        for row in content["towns"]
    )
