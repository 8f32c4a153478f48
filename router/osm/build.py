"""Streets as read into a ``StreetGraph``: a pure function, the same on every run and machine."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from router.classes import Flag
from router.errors import InputError, Problem
from router.graph import I32, NO_ELEVATION_CM, U8, U32, StreetGraph
from router.osm.contract import Contracted, Pieces, contract
from router.osm.kerbs import kerb_pieces
from router.osm.kernels import hilbert_keys, lowest_connected
from router.osm.read import RawStreets
from router.osm.report import BuildReport, report_build, walkable_ways
from router.osm.rules import DropReason, Walkable
from router.osm.segments import Segments, cut_ways
from router.osm.turns import Ends, ban_turns


@dataclass(frozen=True, eq=False)
class _Kinds:
    """What streets are, numbered: the columns of every kind, and for each verdict its two kinds.

    ``of_verdict`` and ``of_verdict_back`` have a second row: the same with a raised kerb at an end.
    """

    street_class: U8
    flags: U32
    name: I32
    names: tuple[str, ...]
    of_verdict: I32
    of_verdict_back: I32


def build_graph(raw: RawStreets) -> tuple[StreetGraph, BuildReport]:
    """Build the graph of everything that one may walk on.

    Parameters
    ----------
    raw : RawStreets
        Ways as read by ``read_streets``.

    Returns
    -------
    StreetGraph
        Contracted to junctions, nodes along a Hilbert curve. Elevations are unknown, climbs 0.
    BuildReport
        What was used and what was left out.

    Raises
    ------
    InputError
        When there is no street to walk on.
    """
    segments = cut_ways(raw)
    walkable = walkable_ways(raw)[segments.way]
    if not walkable.any():
        raise InputError(Problem(raw.source, "", "streets that one may walk on", _instead(raw)))
    kinds = _number_kinds(raw)
    kerb = kerb_pieces(raw, segments)[walkable]
    order, pieces = _order_pieces(raw, segments, walkable, kerb, kinds)
    streets = contract(pieces)
    way_of_piece = raw.way_id[segments.way[walkable]]
    way_id, last_way_id = way_of_piece[streets.piece], way_of_piece[streets.last_piece]
    graph = _assemble(streets, kinds, way_id, raw.node_lon_e7[order], raw.node_lat_e7[order])
    banned = ban_turns(graph, Ends(raw.node_id[order][streets.junction], way_id, last_way_id), raw.turns)
    graph = replace(graph, banned_from=banned.tail_edge, banned_to=banned.head_edge)
    return graph, report_build(raw, segments, graph, banned)


def _instead(raw: RawStreets) -> str:
    reasons = sorted({verdict.value for verdict in raw.verdicts if isinstance(verdict, DropReason)})
    return f"{len(raw.way_id)} ways, none of them usable ({'; '.join(reasons) or DropReason.NO_SHAPE})"


def _number_kinds(raw: RawStreets) -> _Kinds:
    """Number every (class, flags, name) in a fixed order."""
    walkable = [verdict for verdict in raw.verdicts if isinstance(verdict, Walkable)]
    along = [
        (int(w.street_class), w.forward | kerb, w.backward | kerb, w.name)
        for kerb in (0, int(Flag.RAISED_KERB))
        for w in walkable
    ]
    against = [(kind, backward, forward, name) for kind, forward, backward, name in along]
    names = ("", *sorted({name for *_, name in along} - {""}))
    rows = sorted({*along, *against})
    number = {row: index for index, row in enumerate(rows)}
    of_verdict = np.full((2, 2, len(raw.verdicts)), -1, np.int32)
    used = [index for index, verdict in enumerate(raw.verdicts) if isinstance(verdict, Walkable)]
    numbers = [[number[row] for row in along], [number[row] for row in against]]
    of_verdict[:, :, used] = np.reshape(numbers, (2, 2, len(used)))
    name_index = {name: index for index, name in enumerate(names)}
    return _Kinds(
        np.array([row[0] for row in rows], np.uint8),
        np.array([row[1] for row in rows], np.uint32),
        np.array([name_index[row[3]] for row in rows], np.int32),
        names,
        of_verdict[0],
        of_verdict[1],
    )


def _order_pieces(
    raw: RawStreets,
    segments: Segments,
    walkable: NDArray[np.bool_],
    kerb: NDArray[np.bool_],
    kinds: _Kinds,
) -> tuple[NDArray[np.integer], Pieces]:
    """Return the used nodes along the Hilbert curve, and the walkable pieces between them."""
    tail, head = segments.tail[walkable], segments.head[walkable]
    used = np.unique(np.concatenate((tail, head)))
    # One cell is 2 x 10^-7 degrees; equal cells keep the order of the node ids (the sort is stable).
    x = (raw.node_lon_e7[used].astype(np.int64) + 1_800_000_000) >> 1
    y = (raw.node_lat_e7[used].astype(np.int64) + 900_000_000) >> 1
    order = used[np.argsort(hilbert_keys(x, y), kind="stable")]
    place = np.full(len(raw.node_id), -1, np.int32)
    place[order] = np.arange(len(order), dtype=np.int32)
    verdict, kerb_row = raw.way_verdict[segments.way[walkable]], kerb.astype(np.intp)
    pieces = Pieces(
        len(order),
        place[tail],
        place[head],
        kinds.of_verdict[kerb_row, verdict],
        kinds.of_verdict_back[kerb_row, verdict],
        segments.length_m[walkable],
    )
    return order, pieces


def _assemble(
    streets: Contracted, kinds: _Kinds, way_id: NDArray[np.int64], lon_e7: I32, lat_e7: I32
) -> StreetGraph:
    """Lay the streets out as a graph: two edges each, sorted by (tail, head, street, direction)."""
    n, s = len(streets.junction), len(streets.piece)
    low = np.searchsorted(streets.junction, streets.point[streets.first_point[:-1]])
    high = np.searchsorted(streets.junction, streets.point[streets.first_point[1:] - 1])
    tail, head = np.concatenate((low, high)), np.concatenate((high, low))
    street = np.concatenate((np.arange(s), np.arange(s))).astype(np.int32)
    against = np.repeat((False, True), s)
    order = np.lexsort((against, street, head, tail))
    place = np.empty(2 * s, np.int32)
    place[order] = np.arange(2 * s, dtype=np.int32)
    kind = np.concatenate((streets.kind, streets.kind_back))[order]
    length_mm = np.maximum(np.rint(streets.length_m * 1000), 1).astype(np.uint32)
    return StreetGraph(
        node_lon_e7=lon_e7[streets.junction],
        node_lat_e7=lat_e7[streets.junction],
        node_elevation_cm=np.full(n, NO_ELEVATION_CM, np.int32),
        node_component=_number_parts(n, low.astype(np.int32), high.astype(np.int32)),
        first_out=np.searchsorted(tail[order], np.arange(n + 1)).astype(np.int32),
        tail=tail[order].astype(np.int32),
        head=head[order].astype(np.int32),
        twin=place[(order + s) % (2 * s)],
        edge_street=street[order],
        edge_forward=~against[order],
        edge_length_mm=length_mm[street[order]],
        edge_climb_cm=np.zeros(2 * s, np.uint32),
        edge_class=kinds.street_class[kind],
        edge_flags=kinds.flags[kind],
        street_first_point=streets.first_point,
        point_lon_e7=lon_e7[streets.point],
        point_lat_e7=lat_e7[streets.point],
        street_way_id=way_id,
        street_name=kinds.name[streets.kind],
        names=kinds.names,
    )


def _number_parts(n: int, tail: I32, head: I32) -> I32:
    """Number connected parts by falling node count; equal counts by their lowest node."""
    lowest = lowest_connected(n, tail, head)
    roots, part, count = np.unique(lowest, return_inverse=True, return_counts=True)
    rank = np.empty(len(roots), np.int32)
    rank[np.lexsort((roots, -count))] = np.arange(len(roots), dtype=np.int32)
    return rank[part]
