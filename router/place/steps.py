"""Steps: what a person would count as one instruction, as data. Words are made elsewhere."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from router.arrays import Layout, freeze
from router.graph import I32, I64, U32
from router.place.trace import Guide, Path, Paths
from router.place.turns.kernels import SLIGHT_DEG, STRAIGHT_DEG, split_steps, sum_steps

SHARP_DEG = 135
U_TURN_DEG = 165


class Turn(StrEnum):
    """What to do where a step begins."""

    START = "start"
    STRAIGHT = "straight"
    SLIGHT_LEFT = "slight_left"
    LEFT = "left"
    SHARP_LEFT = "sharp_left"
    SLIGHT_RIGHT = "slight_right"
    RIGHT = "right"
    SHARP_RIGHT = "sharp_right"
    U_TURN = "u_turn"
    ARRIVE = "arrive"


@dataclass(frozen=True, slots=True)
class Step:
    """A stretch of a way that needs one instruction, at its beginning.

    Attributes
    ----------
    turn : Turn
        What to do. The first step of a way is START, the last is ARRIVE and has no edges.
    first, end : int
        Its edges are ``path.edges[first:end]``.
    length_mm : int
        How far to go before the next step.
    name : int
        Street name, an index into ``graph.names`` (0: none).
    turn_deg : int
        Change of direction, -180 … 180; right is positive.
    compass_deg : int
        Direction of its beginning, 0 … 359 clockwise from north.
    flags : int
        ``router.classes.Flag`` bits of any of its edges (the two ranks masked out).
    lon_e7, lat_e7 : int
        Where it begins.
    """

    turn: Turn
    first: int
    end: int
    length_mm: int
    name: int
    turn_deg: int
    compass_deg: int
    flags: int
    lon_e7: int
    lat_e7: int


@dataclass(frozen=True, eq=False)
class Steps:
    """The steps of many ways, packed. Read-only.

    With ``k`` ways and ``t`` steps in all:

    Attributes
    ----------
    first_step : int64, (k + 1,)
        Steps of way ``i`` are ``first_step[i] : first_step[i + 1]``; none where there is no way.
    first_edge : int64, (t,)
        First edge of a step, a position in ``Paths.edges``.
    length_mm : int64, (t,)
    name, turn_deg, compass_deg, lon_e7, lat_e7 : int32, (t,)
    flags : uint32, (t,)
        As in `Step`.
    """

    first_step: I64
    first_edge: I64
    length_mm: I64
    name: I32
    turn_deg: I32
    compass_deg: I32
    flags: U32
    lon_e7: I32
    lat_e7: I32

    def __post_init__(self) -> None:
        arrays: Layout = {
            "first_edge": (self.first_edge, np.int64),
            "length_mm": (self.length_mm, np.int64),
            "name": (self.name, np.int32),
            "turn_deg": (self.turn_deg, np.int32),
            "compass_deg": (self.compass_deg, np.int32),
            "flags": (self.flags, np.uint32),
            "lon_e7": (self.lon_e7, np.int32),
            "lat_e7": (self.lat_e7, np.int32),
        }
        freeze("steps", len(self.first_edge), arrays)
        self.first_step.setflags(write=False)

    def __len__(self) -> int:
        return len(self.first_step) - 1

    def __getitem__(self, i: int) -> tuple[Step, ...]:
        """Return the steps of way ``i``; none where there is no way."""
        span = slice(self.first_step[i], self.first_step[i + 1])
        first = self.first_edge[span]
        if len(first) == 0:
            return ()
        first = first - first[0]
        turns = [Turn.START, *map(turn_of, self.turn_deg[span][1:-1].tolist()), Turn.ARRIVE]
        columns = (
            self.length_mm,
            self.name,
            self.turn_deg,
            self.compass_deg,
            self.flags,
            self.lon_e7,
            self.lat_e7,
        )
        ends = [*first[1:].tolist(), int(first[-1])]
        rest = (column[span].tolist() for column in columns)
        return tuple(map(Step, turns, first.tolist(), ends, *rest))


def turn_of(turn_deg: int) -> Turn:
    """Return the kind of turn of a change of direction (-180 … 180, right is positive)."""
    size, left = abs(turn_deg), turn_deg < 0
    if size <= STRAIGHT_DEG:
        return Turn.STRAIGHT
    if size <= SLIGHT_DEG:
        return Turn.SLIGHT_LEFT if left else Turn.SLIGHT_RIGHT
    if size <= SHARP_DEG:
        return Turn.LEFT if left else Turn.RIGHT
    if size <= U_TURN_DEG:
        return Turn.SHARP_LEFT if left else Turn.SHARP_RIGHT
    return Turn.U_TURN


def describe(guide: Guide, paths: Paths) -> Steps:
    """Group the edges of many ways into steps.

    Edges follow each other within one step while they have the same name and none or all are steps, and while
    the way bends little, or bends where there is no other choice, and no other way out is clearly straighter.
    Crossings and other short nameless pieces in between do not count: what they link is compared.

    Parameters
    ----------
    guide : Guide
        What the ways were traced with.
    paths : Paths
        The ways.

    Returns
    -------
    Steps
        Per way its steps; every edge belongs to exactly one.
    """
    graph, shapes = guide.graph, guide.shapes
    pieces = (paths.edges, paths.enter_mm, paths.leave_mm)
    first_step, first, name, turn, compass = split_steps(
        paths.first_edge, *pieces, graph.edge_flags, graph.street_name, graph.first_out, shapes
    )
    length, flags, lon, lat = sum_steps(first_step, first, *pieces, graph.edge_flags, shapes)
    flags &= np.uint32(0xFFFF)
    return Steps(first_step, first, length, name, turn, compass, flags, lon, lat)


def steps_of(guide: Guide, path: Path) -> tuple[Step, ...]:
    """Return the steps of one way; see `describe`."""
    begin, drawn = np.array([0, len(path.edges)]), np.array([0, len(path.lon_e7)])
    one = Paths(
        begin,
        path.edges,
        path.enter_mm,
        path.leave_mm,
        drawn,
        path.lon_e7,
        path.lat_e7,
        np.array([path.cost_ds], np.uint32),
        np.array([path.duration_ds]),
        np.array([path.length_mm]),
        np.array([path.stop], np.int32),
    )
    return describe(guide, one)[0]
