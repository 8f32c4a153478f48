"""Maps drawn as text, and the street graphs they mean. For tests of every layer.

A small example, four characters per 100 m across and two lines per 100 m down::

    town = draw('''
        A---B===C
        |   |   ~
        D---E###S
    ''')
    town.node["E"]                    # node index of the junction E
    town.edge("A", "B")               # edge id of the edge from A to B
    town.marked("~")                  # bool, (n_streets,): the streets drawn with a ~
    town.sites                        # nodes drawn as S, in reading order
    town.graph                        # router.graph.StreetGraph

Junctions
    ``A`` … ``Z`` and ``0`` … ``9`` are junctions with a name, each used once; ``S`` marks a site and may be
    used many times; ``+`` is a junction without a name. A name alone on its own is an isolated junction.
Streets
    A run of street characters from one junction to the next, straight across or down. Every character of the
    run is a mark of that street:

    ====  ======================================================================================
    - |   plain
    =     bridge (Flag.BRIDGE)
    #     steps (StreetClass.STEPS, Flag.STEPS)
    ~     wet: only a mark, the hazard is yours to make of it
    x     blocked: only a mark
    :     unpaved path (StreetClass.PATH, Flag.UNPAVED, Flag.NO_CARS)
    %     tunnel (Flag.TUNNEL)
    _     underpass (Flag.UNDERPASS)
    > <   one-way for cars, across; v ^ the same, down (Flag.NO_CARS against it)
    ====  ======================================================================================

    ``A-~-B`` is one street of 100 m with the marks ``-`` and ``~``.
Lengths
    A street is as long as it is drawn: 100 m for 4 characters across or 2 lines down (``unit_m``), exactly.
More
    ``extra=[("A", "B", 250)]`` adds streets that cannot be drawn (parallel, loops), lengths in metres;
    ``names={"AB": "本町通り"}`` names streets by the ends; ``climb_cm={"AB": 500}`` makes A → B an ascent.

`make_graph` builds a StreetGraph from plain lists, for property tests.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from textwrap import dedent
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from router.classes import Flag, StreetClass
from router.graph import NO_ELEVATION_CM, StreetGraph

ORIGIN_LON_E7, ORIGIN_LAT_E7 = 1_335_000_000, 335_000_000
"""Top left corner of every map: 133.5 E, 33.5 N."""
EAST_E7_PER_M, NORTH_E7_PER_M = 107.68, 90.17
"""10^-7 degrees per metre at that place."""

NOTHING = Flag(0)
_ACROSS, _DOWN = set("-=#~x:%_<>"), set("|=#~x:%_v^")
_NODE = set("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+")
_FLAGS = {
    "=": Flag.BRIDGE,
    "#": Flag.STEPS | Flag.NO_CARS,
    ":": Flag.UNPAVED | Flag.NO_CARS,
    "%": Flag.TUNNEL,
    "_": Flag.UNDERPASS,
}
_CLASSES = {"#": StreetClass.STEPS, ":": StreetClass.PATH}


Scalar = TypeVar("Scalar", bound=np.generic)


@dataclass(frozen=True)
class Street:
    """A street for `make_graph`: points run from ``tail`` to ``head``, both ends included."""

    tail: int
    head: int
    length_mm: int
    points_e7: Sequence[tuple[int, int]] = ()
    street_class: StreetClass = StreetClass.RESIDENTIAL
    flags: Flag = NOTHING
    flags_back: Flag = NOTHING
    """Flags of the edge from head to tail."""
    climb_cm: int = 0
    climb_back_cm: int = 0
    name: str = ""


@dataclass(frozen=True)
class Town:
    """A drawn map."""

    graph: StreetGraph
    node: Mapping[str, int]
    sites: tuple[int, ...]
    marks: tuple[str, ...] = field(repr=False)
    """Per street, the characters it was drawn with."""

    def marked(self, mark: str) -> NDArray[np.bool_]:
        """Bool, (n_streets,): the streets drawn with this character."""
        return np.array([mark in marks for marks in self.marks], np.bool_)

    def marked_edges(self, mark: str) -> NDArray[np.bool_]:
        """Bool, (n_edges,): both edges of the streets drawn with this character."""
        return self.marked(mark)[self.graph.edge_street]

    def edge(self, tail: str, head: str) -> int:
        """Return the smallest edge id from one named junction to another."""
        return self.edge_between(self.node[tail], self.node[head])

    def edge_between(self, tail: int, head: int) -> int:
        """Return the smallest edge id from one node to another."""
        out = range(self.graph.first_out[tail], self.graph.first_out[tail + 1])
        return next(e for e in out if self.graph.head[e] == head)

    def lonlat(self, name: str) -> tuple[float, float]:
        """Return the position of a named junction in degrees."""
        v = self.node[name]
        return self.graph.node_lon_e7[v] / 1e7, self.graph.node_lat_e7[v] / 1e7


def draw(
    text: str,
    *,
    unit_m: int = 100,
    extra: Iterable[tuple[str, str, int]] = (),
    names: Mapping[str, str] | None = None,
    climb_cm: Mapping[str, int] | None = None,
) -> Town:
    """Read a drawn map (see the top of this file)."""
    rows = dedent(text).strip("\n").splitlines()
    found = {(r, c): sign for r, row in enumerate(rows) for c, sign in enumerate(row) if sign in _NODE}
    index = {at: i for i, at in enumerate(found)}
    letters = [sign for sign in found.values() if sign not in "+S"]
    assert len(set(letters)) == len(letters), "every letter is one junction; use + and S for more"
    node = {sign: index[at] for at, sign in found.items() if sign != "+"}
    where = [_position(r, c, unit_m) for r, c in found]
    label = {i: found[at] for at, i in index.items()}
    streets, marks = [], []
    for run in _runs(rows, index):
        street, run_marks = _street(run, unit_m, where, label, names or {}, climb_cm or {})
        streets.append(street)
        marks.append(run_marks)
    for a, b, length_m in extra:
        streets.append(_extra(node[a], node[b], length_m, where, (names or {}).get(a + b, "")))
        marks.append("")
    sites = tuple(i for at, i in index.items() if found[at] == "S")
    return Town(make_graph(where, streets), node, sites, tuple(marks))


def make_graph(nodes_e7: Sequence[tuple[int, int]], streets: Sequence[Street]) -> StreetGraph:
    """Build a StreetGraph; node and street ids are the positions in the lists."""
    names = ["", *dict.fromkeys(s.name for s in streets if s.name)]
    sides = [(s.tail, s.head, k, 0) for k, s in enumerate(streets)]
    sides += [(s.head, s.tail, k, 1) for k, s in enumerate(streets)]
    sides.sort()
    edge_of = {(k, back): e for e, (_, _, k, back) in enumerate(sides)}
    points = [_shape(s, nodes_e7) for s in streets]
    tails = np.array([side[0] for side in sides], np.int32)

    def per_edge(dtype: type[Scalar], forward: str, backward: str) -> NDArray[Scalar]:
        return np.array(
            [getattr(streets[k], backward if back else forward) for _, _, k, back in sides], dtype
        )

    flat = [point for shape in points for point in shape]
    return StreetGraph(
        node_lon_e7=np.array([x for x, _ in nodes_e7], np.int32),
        node_lat_e7=np.array([y for _, y in nodes_e7], np.int32),
        node_elevation_cm=np.full(len(nodes_e7), NO_ELEVATION_CM, np.int32),
        node_component=_components(len(nodes_e7), streets),
        first_out=np.searchsorted(tails, np.arange(len(nodes_e7) + 1)).astype(np.int32),
        tail=tails,
        head=np.array([side[1] for side in sides], np.int32),
        twin=np.array([edge_of[k, 1 - back] for _, _, k, back in sides], np.int32),
        edge_street=np.array([side[2] for side in sides], np.int32),
        edge_forward=np.array([side[3] == 0 for side in sides], np.bool_),
        edge_length_mm=per_edge(np.uint32, "length_mm", "length_mm"),
        edge_climb_cm=per_edge(np.uint32, "climb_cm", "climb_back_cm"),
        edge_class=per_edge(np.uint8, "street_class", "street_class"),
        edge_flags=per_edge(np.uint32, "flags", "flags_back"),
        street_first_point=np.cumsum([0, *map(len, points)]).astype(np.int32),
        point_lon_e7=np.array([x for x, _ in flat], np.int32),
        point_lat_e7=np.array([y for _, y in flat], np.int32),
        street_way_id=np.arange(1, len(streets) + 1, dtype=np.int64),
        street_name=np.array([names.index(s.name) for s in streets], np.int32),
        names=tuple(names),
    )


_Run = tuple[int, int, str, bool]


def _runs(rows: list[str], index: Mapping[tuple[int, int], int]) -> Iterable[_Run]:
    """Find every street: (tail, head, its characters, whether it runs across)."""
    used = set()
    for (r, c), tail in index.items():
        for signs, dr, dc in ((_ACROSS, 0, 1), (_DOWN, 1, 0)):
            run, y, x = "", r + dr, c + dc
            while y < len(rows) and x < len(rows[y]) and rows[y][x] in signs:
                run += rows[y][x]
                used.add((y, x))
                y, x = y + dr, x + dc
            if (y, x) in index and run:
                yield tail, index[y, x], run, dc == 1
            else:
                assert not run, f"the street at line {r}, column {c} ends nowhere"
    for r, row in enumerate(rows):
        for c, sign in enumerate(row):
            assert sign == " " or (r, c) in index or (r, c) in used, (
                f"{sign!r} at line {r}, column {c}: no street"
            )


def _street(
    run: _Run,
    unit_m: int,
    where: Sequence[tuple[int, int]],
    label: Mapping[int, str],
    names: Mapping[str, str],
    climb_cm: Mapping[str, int],
) -> tuple[Street, str]:
    tail, head, signs, across = run
    flags, street_class = Flag(0), StreetClass.RESIDENTIAL
    for sign in signs:
        flags |= _FLAGS.get(sign, Flag(0))
        street_class = _CLASSES.get(sign, street_class)
    against_forward = Flag.NO_CARS if set(signs) & set("<^") else Flag(0)
    against_back = Flag.NO_CARS if set(signs) & set(">v") else Flag(0)
    there, back = label[tail] + label[head], label[head] + label[tail]
    street = Street(
        tail,
        head,
        (len(signs) + 1) * unit_m * 1000 // (4 if across else 2),
        (where[tail], where[head]),
        street_class,
        flags | against_forward,
        flags | against_back,
        climb_cm.get(there, 0),
        climb_cm.get(back, 0),
        names.get(there, names.get(back, "")),
    )
    return street, signs


def _extra(tail: int, head: int, length_m: int, where: Sequence[tuple[int, int]], name: str) -> Street:
    """Return a street with a bulge to the right, so that it lies apart from the straight one."""
    (ax, ay), (bx, by) = where[tail], where[head]
    east, north = round(20 * EAST_E7_PER_M), round(20 * NORTH_E7_PER_M)
    bulge = [((ax + bx) // 2 + east, (ay + by) // 2 + north)]
    if tail == head:
        bulge.append((ax + east, ay - north))
    return Street(tail, head, length_m * 1000, (where[tail], *bulge, where[head]), name=name)


def _position(row: int, column: int, unit_m: int) -> tuple[int, int]:
    lon = ORIGIN_LON_E7 + round(column * unit_m / 4 * EAST_E7_PER_M)
    return lon, ORIGIN_LAT_E7 - round(row * unit_m / 2 * NORTH_E7_PER_M)


def _shape(street: Street, nodes_e7: Sequence[tuple[int, int]]) -> Sequence[tuple[int, int]]:
    return street.points_e7 or (nodes_e7[street.tail], nodes_e7[street.head])


def _components(n: int, streets: Sequence[Street]) -> NDArray[np.int32]:
    """Number the connected parts, largest first."""
    part = list(range(n))

    def top(v: int) -> int:
        while part[v] != v:
            v = part[v]
        return v

    for street in streets:
        part[top(street.head)] = top(street.tail)
    tops = [top(v) for v in range(n)]
    ranked = sorted(set(tops), key=lambda t: (-tops.count(t), t))
    return np.array([ranked.index(t) for t in tops], np.int32)
