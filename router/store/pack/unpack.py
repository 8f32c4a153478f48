"""Bytes → a street graph."""

import zlib
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from router.errors import InputError, Problem, StoreError
from router.graph import I32, I64, StreetGraph
from router.store.pack.climbs import foretold_climbs_cm
from router.store.pack.kernels import foretold_lengths_mm, shapes
from router.store.pack.layout import from_bytes


def unpack_graph(content: bytes, source: str = "pack") -> StreetGraph:
    """Return the graph that `pack_graph` was given, with 0 for every way id (and so with another digest).

    Raises
    ------
    StoreError
        When the bytes are damaged.
    """
    facts, streams = from_bytes(content, source)
    try:
        return _graph(facts, streams)
    except (InputError, KeyError, ValueError, IndexError, TypeError, OverflowError) as error:
        raise StoreError(Problem(source, "", "a pack of streets", repr(error)[:300])) from error


def _graph(facts: Mapping[str, Any], streams: Mapping[str, I64]) -> StreetGraph:
    n, s = facts["nodes"], facts["streets"]
    begin, end = _topology(streams)
    lon, lat = _sums(streams["node_lon"]), _sums(streams["node_lat"])
    first = np.concatenate(([0], np.cumsum(streams["shape_inside"] + 2))).astype(np.int32)
    if len(lon) != n or len(begin) != s or first[-1] != facts["points"]:
        raise InputError(Problem("pack", "counts", f"{n} nodes, {s} streets", f"{len(lon)}, {len(begin)}"))
    point_lon = shapes(first, lon[begin], lon[end], streams["shape_lon"])
    point_lat = shapes(first, lat[begin], lat[end], streams["shape_lat"])
    length = (streams["street_length"] + foretold_lengths_mm(first, point_lon, point_lat)).astype(np.uint32)
    if zlib.crc32(length.astype("<u4").tobytes()) != facts["lengths_crc32"]:
        raise InputError(Problem("pack", "street_length", "lengths with the checksum", "others"))
    elevation = _sums(streams["node_elevation"])
    up, down = foretold_climbs_cm(elevation, begin, end)
    kinds = np.array(facts["kinds"], np.int64).reshape(-1, 4)[streams["kind"]]
    street, against = np.tile(np.arange(s, dtype=np.int32), 2), np.repeat((False, True), s)
    tail, head = np.concatenate((begin, end)), np.concatenate((end, begin))
    order = np.lexsort((against, street, head, tail))
    place = np.empty(2 * s, np.int32)
    place[order] = np.arange(2 * s, dtype=np.int32)
    first_out, heads = np.searchsorted(tail[order], np.arange(n + 1)).astype(np.int32), head[order]
    banned_from, banned_to = _turns(streams, first_out, heads)
    return StreetGraph(
        node_lon_e7=lon,
        node_lat_e7=lat,
        node_elevation_cm=elevation,
        node_component=_sums(streams["node_component"]),
        first_out=first_out,
        tail=tail[order],
        head=heads,
        twin=place[(order + s) % (2 * s)],
        edge_street=street[order],
        edge_forward=~against[order],
        edge_length_mm=length[street[order]],
        edge_climb_cm=np.concatenate((streams["climb"] + up, streams["climb_back"] + down))[order].astype(
            np.uint32
        ),
        edge_class=np.concatenate((kinds[:, 0], kinds[:, 1]))[order].astype(np.uint8),
        edge_flags=np.concatenate((kinds[:, 2], kinds[:, 3]))[order].astype(np.uint32),
        street_first_point=first,
        point_lon_e7=point_lon,
        point_lat_e7=point_lat,
        street_way_id=np.zeros(s, np.int64),
        street_name=_sums(streams["name"]),
        names=tuple(facts["names"]),
        banned_from=banned_from,
        banned_to=banned_to,
    )


def _turns(streams: Mapping[str, I64], first_out: I32, head: I32) -> tuple[I32, I32]:
    """Return the banned turns; none where the pack has none."""
    none = np.empty(0, np.int64)
    here, out = _sums(streams.get("turn_from", none)), streams.get("turn_to", none)
    return here, (first_out[head[here]] + out).astype(np.int32)


def _topology(streams: Mapping[str, I64]) -> tuple[I32, I32]:
    begin, end = _sums(streams["street_begin"]), streams["street_end"].copy()
    for street in range(len(begin)):
        again = street > 0 and begin[street] == begin[street - 1]
        end[street] += end[street - 1] if again else begin[street]
    return begin, end.astype(np.int32)


def _sums(steps: I64) -> NDArray[np.int32]:
    return np.cumsum(steps).astype(np.int32)
