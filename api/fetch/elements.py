"""Elements as Overpass answers them (JSON) to an OpenStreetMap file (XML).

Written as text and not through osmium: its writer aborts the process when the disk is full.
"""

import bz2
import gzip
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO
from xml.sax.saxutils import quoteattr

from router.errors import InputError, Problem
from router.store import written_aside

FORMATS = (".osm", ".osm.gz", ".osm.bz2")
"""Endings of the files that can be written."""

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<osm version="0.6" generator="nigemichi" copyright="OpenStreetMap and contributors" '
    'license="http://opendatacommons.org/licenses/odbl/1-0/">\n'
)
_NOT_IN_XML = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF))

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
        The file; its ending (``FORMATS``) is its format.

    Returns
    -------
    Fetched
        How much was written.

    Raises
    ------
    InputError
        When an element is not one, or the file cannot be written.
    """
    by_type: dict[str, dict[int, str]] = {"node": {}, "way": {}, "relation": {}}
    for element in elements:
        kind, number, text = _to_xml(element)
        by_type[kind][number] = text
    with written_aside(path) as file, _packed(file, path) as packed:
        packed.write(_HEAD.encode())
        for texts in by_type.values():
            packed.writelines(text.encode() for _, text in sorted(texts.items()))
        packed.write(b"</osm>\n")
    return Fetched(path, *(len(texts) for texts in by_type.values()))


def _packed(file: BinaryIO, path: Path) -> AbstractContextManager[Any]:
    """Return the file that packs what is written to it as the ending says."""
    if path.suffix == ".gz":
        return gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0)
    return bz2.BZ2File(file, "wb") if path.suffix == ".bz2" else nullcontext(file)


def _to_xml(element: Element) -> tuple[str, int, str]:
    """Return type, id and text of an element."""
    try:
        kind, number = element["type"], int(element["id"])
        inside = [*_INSIDE[kind](element), *_tags(element)]
        place = (
            f' lat="{float(element["lat"]):.7f}" lon="{float(element["lon"]):.7f}"' if kind == "node" else ""
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        expected = "a node with lat and lon, a way with nodes or a relation with members"
        found = f"{type(error).__name__} {error}"
        raise InputError(Problem("Overpass", f"element {str(element)[:80]}", expected, found)) from error
    return kind, number, f'<{kind} id="{number}" version="1"{place}>{"".join(inside)}</{kind}>\n'


def _nothing(_: Element) -> Iterator[str]:
    yield from ()


def _nodes(way: Element) -> Iterator[str]:
    for node in way["nodes"]:
        yield f'<nd ref="{int(node)}"/>'


def _members(relation: Element) -> Iterator[str]:
    for member in relation["members"]:
        kind, role = _quoted(member["type"]), _quoted(member["role"])
        yield f'<member type={kind} ref="{int(member["ref"])}" role={role}/>'


def _tags(element: Element) -> Iterator[str]:
    for key, value in element.get("tags", {}).items():
        yield f"<tag k={_quoted(key)} v={_quoted(value)}/>"


_INSIDE = {"node": _nothing, "way": _nodes, "relation": _members}


def _quoted(text: str) -> str:
    """Return an attribute's value between quotes, without what XML cannot hold."""
    return quoteattr(text.translate(_NOT_IN_XML))
