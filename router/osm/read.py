"""Read the streets of an OpenStreetMap file into arrays, in at most six passes over the file."""

from array import array
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import numpy as np
import osmium
from osmium.filter import EntityFilter, KeyFilter
from osmium.osm import ALL, NODE, RELATION, WAY, Location, Node, Relation, Way, osm_entity_bits

from router.errors import InputError, Problem
from router.graph import I32, I64
from router.osm.rules import KERB_KEYS, KEYS, Verdict, is_raised_kerb, judge
from router.osm.turns import TURN_KEYS, TurnReason, TurnRule, judge_turn

FORMATS = (".osm.pbf", ".osm", ".osm.gz", ".osm.bz2")
"""Endings of the files that can be read."""
_EXPECTED = "an OpenStreetMap file (" + ", ".join(FORMATS) + ")"
_MOST_PROBLEMS = 10
_ENTITY = {Node: NODE, Way: WAY, Relation: RELATION}
Element = TypeVar("Element", Node, Way, Relation)
_UNDEFINED = 2**31 - 1
"""Coordinate of a node without a position, in osmium."""


@dataclass(frozen=True, eq=False)
class RawStreets:
    """Every way with a ``highway`` tag, as arrays. Ways and nodes are in the order of their ids.

    Attributes
    ----------
    source : str
        The file.
    node_id : int64, (n,)
        The nodes that the ways use and the file has, rising.
    node_lon_e7, node_lat_e7 : int32, (n,)
        Where they are.
    way_id : int64, (w,)
        The ways, rising.
    way_first_ref : int64, (w + 1,)
        Nodes of way ``k`` are ``ref_node[way_first_ref[k] : way_first_ref[k + 1]]``.
    ref_node : int32, (r,)
        Index of a node, or -1 where the file does not have it.
    way_verdict : int32, (w,)
        Index into ``verdicts``.
    verdicts : tuple of Verdict
        What ways are on foot, or why they are left out.
    turns : tuple of TurnRule or TurnReason
        What turn restrictions mean for cars, or why that is not known; by rising relation id.
    kerb_node : int32, (k,)
        Indices of the nodes with a raised kerb, rising.
    """

    source: str
    node_id: I64
    node_lon_e7: I32
    node_lat_e7: I32
    way_id: I64
    way_first_ref: I64
    ref_node: I32
    way_verdict: I32
    verdicts: tuple[Verdict, ...]
    turns: tuple[TurnRule | TurnReason, ...] = ()
    kerb_node: I32 = field(default_factory=lambda: np.empty(0, np.int32))


def read_streets(path: str | Path) -> RawStreets:
    """Read the streets of an OpenStreetMap file.

    Parameters
    ----------
    path : str or Path
        An .osm.pbf, .osm, .osm.gz or .osm.bz2 file. The order of its contents does not matter.

    Returns
    -------
    RawStreets
        Independent of the format and the order of the file.

    Raises
    ------
    InputError
        When the file is missing, empty, damaged or of another format, has no ways with a ``highway`` tag, or
        a street has a node outside the world.
    """
    source = Path(path)
    _check_file(source)
    with _osmium_problems(source):
        ways = _read_ways(source)
        if not ways.ids:
            raise InputError(Problem(str(source), "", "ways with a highway tag", "none"))
        ids, first, refs, verdict = ways.sorted()
        nodes = _read_nodes(source, np.unique(refs))
        turns = _read_turns(source)
        kerbs = _read_kerbs(source)
    node_id, lon_e7, lat_e7 = nodes
    position = np.searchsorted(node_id, refs).clip(max=max(len(node_id) - 1, 0))
    present = node_id[position] == refs if len(node_id) else np.zeros(len(refs), bool)
    ref_node = np.where(present, position, -1).astype(np.int32)
    verdicts = tuple(ways.verdicts)
    kerb_node = np.flatnonzero(np.isin(node_id, kerbs)).astype(np.int32)
    return RawStreets(
        str(source), node_id, lon_e7, lat_e7, ids, first, ref_node, verdict, verdicts, turns, kerb_node
    )


def _check_file(source: Path) -> None:
    if not source.exists():
        raise InputError(Problem(str(source), "", _EXPECTED, "no such file"))
    if not source.is_file():
        raise InputError(Problem(str(source), "", _EXPECTED, "not a file"))
    if not source.name.endswith(FORMATS):
        raise InputError(Problem(str(source), "", _EXPECTED, f"a file named {source.name}"))
    if source.stat().st_size == 0:
        raise InputError(Problem(str(source), "", _EXPECTED, "an empty file"))


@contextmanager
def _osmium_problems(source: Path) -> Iterator[None]:
    """Turn what osmium and the disk complain about into one kind of error."""
    try:
        yield
    except (RuntimeError, OSError, ValueError, osmium.InvalidLocationError) as error:
        found = f"{error or type(error).__name__} (damaged, cut short or another format?)"
        raise InputError(Problem(str(source), "", _EXPECTED, found)) from error


@dataclass
class _Ways:
    """Ways while they are read."""

    ids: "array[int]" = field(default_factory=lambda: array("q"))
    sizes: "array[int]" = field(default_factory=lambda: array("q"))
    refs: "array[int]" = field(default_factory=lambda: array("q"))
    verdict: "array[int]" = field(default_factory=lambda: array("i"))
    verdicts: list[Verdict] = field(default_factory=list)
    known: dict[tuple[tuple[str, str], ...], int] = field(default_factory=dict)

    def add(self, way: Way, tags: Iterable[tuple[str, str]]) -> None:
        """Keep a way, judged by these tags."""
        key = tuple((key, value) for key, value in tags if key in KEYS)
        if key not in self.known:
            self.known[key] = len(self.verdicts)
            self.verdicts.append(judge(dict(key)))
        refs = [node.ref for node in way.nodes]
        self.ids.append(way.id)
        self.sizes.append(len(refs))
        self.refs.extend(refs)
        self.verdict.append(self.known[key])

    def sorted(self) -> tuple[I64, I64, I64, I32]:
        """Return ids, first refs, refs and verdicts by rising id; of equal ids the first one read stays."""
        ids, kept = np.unique(np.frombuffer(self.ids, np.int64), return_index=True)
        sizes = np.frombuffer(self.sizes, np.int64)
        start = np.concatenate(([0], np.cumsum(sizes)))[kept]
        size = sizes[kept]
        first = np.concatenate(([0], np.cumsum(size)))
        every = np.arange(first[-1]) - np.repeat(first[:-1], size) + np.repeat(start, size)
        refs = np.frombuffer(self.refs, np.int64) if self.refs else np.empty(0, np.int64)
        verdict = np.frombuffer(self.verdict, np.int32)[kept]
        return ids, first, refs[every], verdict


def _read_ways(source: Path) -> _Ways:
    """Read ways with a ``highway`` tag, and the outer rings of areas whose relation has it."""
    ways = _Ways()
    rings = _outer_rings(source)
    for way in _scan(source, Way, KeyFilter("highway")):
        ways.add(way, way.tags)
        rings.pop(way.id, None)
    if rings:
        for way in _scan(source, Way):
            if way.id in rings:
                ways.add(way, rings[way.id])
    return ways


def _scan(source: Path, kind: type[Element], *filters: KeyFilter) -> Iterator[Element]:
    """Yield the objects of one type that pass the filters and are not deleted."""
    processor = osmium.FileProcessor(source, _entities(source, kind))
    for one in (EntityFilter(_ENTITY[kind]), *filters):
        processor.with_filter(one)
    for item in processor:
        if isinstance(item, kind) and item.visible:
            yield item


def _entities(source: Path, kind: type[Element]) -> osm_entity_bits:
    """Return what to have osmium read.

    Of XML all: it stops at the first way when only nodes are wanted, and Overpass likes to write ways first.
    """
    return _ENTITY[kind] if source.name.endswith(".pbf") else ALL


def _outer_rings(source: Path) -> dict[int, list[tuple[str, str]]]:
    """Return the tags of the area for every way that bounds a ``highway`` area."""
    rings: dict[int, list[tuple[str, str]]] = {}
    for area in _scan(source, Relation, KeyFilter("highway")):
        if area.tags.get("type") == "multipolygon":
            tags = [(key, value) for key, value in area.tags]
            members = (
                member for member in area.members if member.type == "w" and member.role in ("outer", "")
            )
            rings.update({member.ref: tags for member in members if member.ref not in rings})
    return rings


def _read_turns(source: Path) -> tuple[TurnRule | TurnReason, ...]:
    """Return what turn restrictions say of cars; those that say nothing are left out."""
    found: dict[int, TurnRule | TurnReason] = {}
    for relation in _scan(source, Relation, KeyFilter(*TURN_KEYS)):
        members = [(member.type, member.ref, member.role) for member in relation.members]
        judged = judge_turn({tag.k: tag.v for tag in relation.tags}, members)
        if judged is not None:
            found.setdefault(relation.id, judged)
    return tuple(found[number] for number in sorted(found))


def _read_kerbs(source: Path) -> list[int]:
    """Return the ids of the nodes with a raised kerb."""
    nodes = _scan(source, Node, KeyFilter(*KERB_KEYS))
    return [node.id for node in nodes if is_raised_kerb({tag.k: tag.v for tag in node.tags})]


def _read_nodes(source: Path, wanted: I64) -> tuple[I64, I32, I32]:
    """Return ids, longitudes and latitudes of the wanted nodes that have a position, by rising id."""
    ids, lons, lats = array("q"), array("i"), array("i")
    wrong: list[Problem] = []
    for node, place in _places(source, wanted):
        if place.valid():
            ids.append(node)
            lons.append(place.x)
            lats.append(place.y)
        else:
            wrong.append(_outside(source, node, place.x, place.y))
    if wrong:
        raise InputError(sorted(wrong, key=str)[:_MOST_PROBLEMS])
    node_id, kept = np.unique(np.array(ids, np.int64), return_index=True)
    return node_id, np.array(lons, np.int32)[kept], np.array(lats, np.int32)[kept]


def _places(source: Path, wanted: I64) -> Iterator[tuple[int, Location]]:
    """Yield the wanted nodes that have a position, in any order.

    osmium's table of locations is filled without Python in between (Porto: 0.03 s instead of 0.5 s). What it
    does not find is looked for one by one: negative ids of editors such as JOSM, and files not sorted by id.
    """
    table = osmium.index.create_map("flex_mem")
    handler = osmium.NodeLocationsForWays(table)
    handler.apply_nodes_to_ways = False
    with osmium.io.Reader(source, _entities(source, Node)) as reader:
        osmium.apply(reader, handler)
    missing = set(wanted[wanted < 0].tolist())
    for node in wanted[wanted >= 0].tolist():
        try:
            yield node, table.get(node)
        except KeyError:
            missing.add(node)
    if missing:
        found = ((node.id, node.location) for node in _scan(source, Node) if node.id in missing)
        yield from (item for item in found if item[1].x != _UNDEFINED)


def _outside(source: Path, node: int, lon_e7: int, lat_e7: int) -> Problem:
    expected = "longitude within ±180 and latitude within ±90"
    return Problem(str(source), f"node {node}", expected, f"lon {lon_e7 / 1e7}, lat {lat_e7 / 1e7}")
