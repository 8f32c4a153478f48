"""Turn restrictions: relations of ``type=restriction`` to pairs of edges that no car may drive.

Their via is one node. Those through whole ways are not honoured and are reported; so is what holds only at
certain times, and what cannot be told for certain. People on foot are bound by none of them.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from router.classes import Flag
from router.graph import I32, I64, StreetGraph

_FOR_CARS = ("restriction:motorcar", "restriction:motor_vehicle", "restriction:vehicle", "restriction")
"""The most specific that is there holds."""
_TIMED = frozenset({*(f"{key}:conditional" for key in _FOR_CARS), "day_on", "hour_on", "day_off", "hour_off"})
_CARS = frozenset({"motorcar", "motor_vehicle", "vehicle"})
_TURNS = frozenset({"left_turn", "right_turn", "straight_on", "u_turn"})
_KINDS = frozenset({*(f"{rule}_{turn}" for rule in ("no", "only") for turn in _TURNS), "no_entry", "no_exit"})

TURN_KEYS = (*_FOR_CARS, *(f"{key}:conditional" for key in _FOR_CARS))
"""Keys of relations that may be turn restrictions for cars."""


class TurnReason(StrEnum):
    """Why a turn restriction is not honoured. The values are what people read."""

    VIA_WAYS = "through whole streets, not one junction"
    TIMED = "only at certain times"
    INCOMPLETE = "a member is not in the file or not in the graph"
    UNKNOWN = "of an unknown kind"
    UNCLEAR = "its streets do not begin or end at its junction"


@dataclass(frozen=True, slots=True)
class TurnRule:
    """A restriction that binds cars.

    Attributes
    ----------
    from_ways, to_ways : tuple of int
        Way ids; several of one of them in ``no_entry`` and ``no_exit``.
    via_node : int
        Node id.
    is_only : bool
        Whether nothing else may be driven (``only_…``), or just this not (``no_…``).
    """

    from_ways: tuple[int, ...]
    via_node: int
    to_ways: tuple[int, ...]
    is_only: bool


@dataclass(frozen=True, slots=True)
class Ends:
    """What the ends of streets were in the file.

    Attributes
    ----------
    node_id : int64, (n,)
        Node of every junction.
    first_way_id, last_way_id : int64, (s,)
        Way at the first point of every street, and at its last.
    """

    node_id: I64
    first_way_id: I64
    last_way_id: I64


@dataclass(frozen=True, slots=True)
class Banned:
    """Turns that no car may make, and what became of the restrictions.

    Attributes
    ----------
    tail_edge, head_edge : int32, (b,)
        From this edge into that one; sorted, each once.
    n_honoured : int
    left_out : mapping of TurnReason to int
    """

    tail_edge: I32
    head_edge: I32
    n_honoured: int
    left_out: Mapping[TurnReason, int]


def judge_turn(
    tags: Mapping[str, str], members: Sequence[tuple[str, int, str]]
) -> TurnRule | TurnReason | None:
    """Return what a relation says of cars; None if nothing.

    Parameters
    ----------
    tags : mapping of str to str
    members : sequence of (type, id, role)
        Type is ``n``, ``w`` or ``r``.
    """
    if tags.get("type") != "restriction" or _CARS & set(tags.get("except", "").replace(" ", "").split(";")):
        return None
    kind = next((tags[key] for key in _FOR_CARS if key in tags), None)
    if kind is None or _TIMED & set(tags):
        return TurnReason.TIMED if _TIMED & set(tags) else None
    if kind not in _KINDS:
        return TurnReason.UNKNOWN
    from_ways, to_ways = (
        tuple(ref for kind_of, ref, role in members if (kind_of, role) == ("w", wanted))
        for wanted in ("from", "to")
    )
    via = [(kind_of, ref) for kind_of, ref, role in members if role == "via"]
    if any(kind_of == "w" for kind_of, _ in via):
        return TurnReason.VIA_WAYS
    if not from_ways or not to_ways or len(via) != 1 or via[0][0] != "n":
        return TurnReason.INCOMPLETE
    return TurnRule(from_ways, via[0][1], to_ways, kind.startswith("only_"))


def ban_turns(graph: StreetGraph, ends: Ends, turns: Iterable[TurnRule | TurnReason]) -> Banned:
    """Find the edges of restrictions.

    Parameters
    ----------
    graph : StreetGraph
    ends : Ends
    turns : iterable of TurnRule or TurnReason
    """
    search = _Edges(graph, ends)
    banned: set[tuple[int, int]] = set()
    only: defaultdict[int, set[int]] = defaultdict(set)
    left_out: Counter[TurnReason] = Counter()
    n_honoured = 0
    for turn in turns:
        found = search.pairs(turn) if isinstance(turn, TurnRule) else turn
        if isinstance(found, TurnReason):
            left_out[found] += 1
            continue
        n_honoured += 1
        for here, there in found:
            if isinstance(turn, TurnRule) and turn.is_only:
                only[here].add(there)
            else:
                banned.add((here, there))
    for here, allowed in only.items():
        banned |= {(here, there) for there in search.out_of(int(graph.head[here])) if there not in allowed}
    tails, heads = np.array(sorted(banned), np.int32).reshape(-1, 2).T
    by_reason = {reason: left_out[reason] for reason in TurnReason if left_out[reason]}
    return Banned(tails.copy(), heads.copy(), n_honoured, by_reason)


class _Edges:
    """Edges that cars use, by the ways that they were at their junctions."""

    def __init__(self, graph: StreetGraph, ends: Ends) -> None:
        street, forward = graph.edge_street, graph.edge_forward
        self.graph = graph
        self.for_cars = graph.edge_flags & np.uint32(Flag.NO_CARS) == 0
        self.way_in = np.where(forward, ends.last_way_id[street], ends.first_way_id[street])
        self.way_out = np.where(forward, ends.first_way_id[street], ends.last_way_id[street])
        self.ways = set(ends.first_way_id.tolist()) | set(ends.last_way_id.tolist())
        self.node = {number: v for v, number in enumerate(ends.node_id.tolist())}

    def out_of(self, node: int) -> list[int]:
        """Return the edges out of a node."""
        edges = np.arange(self.graph.first_out[node], self.graph.first_out[node + 1])
        return [int(edge) for edge in edges[self.for_cars[edges]]]

    def pairs(self, rule: TurnRule) -> list[tuple[int, int]] | TurnReason:
        """Return the pairs of edges of a rule; none where cars come from nowhere or go nowhere anyhow."""
        node = self.node.get(rule.via_node)
        if node is None or not self.ways >= {*rule.from_ways, *rule.to_ways}:
            return TurnReason.INCOMPLETE
        every = np.arange(self.graph.first_out[node], self.graph.first_out[node + 1])
        into = self.graph.twin[every]
        here, there = list[int](), list[int]()
        for ways, edges, way_of, found in (
            (rule.from_ways, into, self.way_in, here),
            (rule.to_ways, every, self.way_out, there),
        ):
            for way in ways:
                touching = edges[way_of[edges] == way]
                usable = touching[self.for_cars[touching]].tolist()
                if len(touching) == 0 or len(usable) > 1:
                    return TurnReason.UNCLEAR
                found += usable
        return [(a, b) for a in here for b in there]
