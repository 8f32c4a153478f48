"""Elements as Overpass answers them (JSON) to an OpenStreetMap file."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import osmium
from osmium.osm import mutable

from router.errors import InputError, Problem
from router.store import renamed_aside

Element = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Fetched:
    """What was fetched.

    Attributes
    ----------
    path : Path
        The file.
    nodes, ways, relations : int
        How many it holds.
    """

    path: Path
    nodes: int
    ways: int
    relations: int


def write_elements(elements: Iterable[Element], path: Path) -> Fetched:
    """Write elements in the order that OpenStreetMap files have: by type, then by id, each once.

    Parameters
    ----------
    elements : iterable of mapping
        ``type``, ``id``, and ``lat`` and ``lon``, ``nodes`` or ``members``; ``tags`` where there are any.
    path : Path
        The file; its ending is its format.

    Returns
    -------
    Fetched
        How much was written.

    Raises
    ------
    InputError
        When an element is not one, or the file cannot be written.
    """
    by_type: dict[str, dict[int, Any]] = {"node": {}, "way": {}, "relation": {}}
    for element in elements:
        kind, number, made = _make(element)
        by_type[kind][number] = made
    with renamed_aside(path) as aside:
        _write(aside, by_type)
    return Fetched(path, *(len(by_type[kind]) for kind in ("node", "way", "relation")))


def _write(aside: Path, by_type: Mapping[str, Mapping[int, Any]]) -> None:
    try:
        with osmium.SimpleWriter(aside) as writer:
            adders = {"node": writer.add_node, "way": writer.add_way, "relation": writer.add_relation}
            for kind, add in adders.items():
                for _, made in sorted(by_type[kind].items()):
                    add(made)
    except RuntimeError as error:  # libosmium's word for a disk that refuses
        raise OSError(str(error)) from error


def _make(element: Element) -> tuple[str, int, Any]:
    """Return type, id and osmium's object of an element."""
    try:
        kind, number, tags = element["type"], int(element["id"]), dict(element.get("tags", {}))
        if kind == "node":
            place = (float(element["lon"]), float(element["lat"]))
            return kind, number, mutable.Node(id=number, version=1, tags=tags, location=place)
        if kind == "way":
            nodes = [int(node) for node in element["nodes"]]
            return kind, number, mutable.Way(id=number, version=1, tags=tags, nodes=nodes)
        if kind == "relation":
            members = [(m["type"][0], int(m["ref"]), str(m["role"])) for m in element["members"]]
            return kind, number, mutable.Relation(id=number, version=1, tags=tags, members=members)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise InputError(_unusable(element, f"{type(error).__name__} {error}")) from error
    raise InputError(_unusable(element, f"type {kind!r}"))


def _unusable(element: Element, found: str) -> Problem:
    expected = "a node with lat and lon, a way with nodes or a relation with members"
    return Problem("Overpass", f"element {str(element)[:80]}", expected, found)
