"""Compiled grid: which segments touch a cell, and the nearest of them to a position.

A segment is named by its first point: segment ``i`` runs from point ``i`` to point ``i + 1`` of one street.
Around a position the ellipsoid is taken as flat, with the scale of both axes at that position.
"""

import math
from typing import NamedTuple

import numpy as np

from router.graph import F64, I32, I64, U8, U32
from router.kernel import Real, Whole, kernel
from router.place.plane.kernels import scale_mm_per_e7


class Cells(NamedTuple):
    """The grid: its frame (see `fill_grid`), the cells' first entries, and the entries."""

    grid: I64
    first: I32
    entries: I32


class Ground(NamedTuple):
    """What one may stand on: the streets' shapes, and which of their directions may be used (``ways``)."""

    lon_e7: I32
    lat_e7: I32
    point_street: I32
    point_offset_mm: U32
    street_edge: I32
    street_length_mm: U32
    twin: I32
    ways: U8


@kernel
def street_offsets(street_first_point: I32, street_length_mm: U32, lon_e7: I32, lat_e7: I32) -> U32:
    """Return the way along its street to every point, scaled so that the last is the street's length."""
    out = np.zeros(len(lon_e7), np.uint32)
    along = np.zeros(len(lon_e7), np.float64)
    for s in range(len(street_length_mm)):
        first, last = street_first_point[s], street_first_point[s + 1] - 1
        for i in range(first, last):
            east, north = scale_mm_per_e7((lat_e7[i] + lat_e7[i + 1]) * 0.5)
            dx = (np.int64(lon_e7[i + 1]) - lon_e7[i]) * east
            dy = (np.int64(lat_e7[i + 1]) - lat_e7[i]) * north
            along[i + 1] = along[i] + math.sqrt(dx * dx + dy * dy)
        for i in range(first + 1, last):
            if along[last] > 0.0:
                out[i] = np.uint32(math.floor(along[i] / along[last] * street_length_mm[s] + 0.5))
        out[last] = street_length_mm[s]
    return out


@kernel
def fill_grid(segments: I32, lon_e7: I32, lat_e7: I32, grid: I64) -> tuple[I32, I32]:
    """Return the cells' first entries and the entries: the segments whose box touches each cell.

    ``grid`` is (west, south, cell width, cell height, columns, rows), the first four in e7.
    """
    west, south, width, height, columns, rows = grid[0], grid[1], grid[2], grid[3], grid[4], grid[5]
    first = np.zeros(columns * rows + 1, np.int32)
    entries = np.empty(0, np.int32)
    for fill in range(2):
        for i in segments:
            c0 = (min(lon_e7[i], lon_e7[i + 1]) - west) // width
            c1 = (max(lon_e7[i], lon_e7[i + 1]) - west) // width
            r0 = (min(lat_e7[i], lat_e7[i + 1]) - south) // height
            r1 = (max(lat_e7[i], lat_e7[i + 1]) - south) // height
            for row in range(r0, r1 + 1):
                for cell in range(row * columns + c0, row * columns + c1 + 1):
                    if fill:
                        first[cell] -= 1
                        entries[first[cell]] = i
                    else:
                        first[cell] += 1
        if not fill:
            for cell in range(columns * rows):
                first[cell + 1] += first[cell]
            entries = np.empty(first[columns * rows], np.int32)
    return first, entries


@kernel
def nearest_on_segment(
    lon: Real, lat: Real, a_lon: Whole, a_lat: Whole, b_lon: Whole, b_lat: Whole, east: Real, north: Real
) -> tuple[Real, Real]:
    """Return (squared distance in mm², share of the segment) of the point of a-b nearest to a position."""
    px, py = (a_lon - lon) * east, (a_lat - lat) * north
    dx, dy = float(b_lon - a_lon) * east, float(b_lat - a_lat) * north
    square = dx * dx + dy * dy
    share: Real = 0.0
    if square > 0.0:
        share = min(1.0, max(0.0, -(px * dx + py * dy) / square))
    if share == 1.0:  # exactly the end, so that streets which meet there are equally far
        px, py = (b_lon - lon) * east, (b_lat - lat) * north
    else:
        px, py = px + share * dx, py + share * dy
    return px * px + py * py, share


@kernel
def block_distance_mm(
    lon: Real, lat: Real, column: Whole, row: Whole, ring: Whole, grid: I64, east: Real, north: Real
) -> Real:
    """Return how far it is from a position to the edge of the block of cells inside ``ring``."""
    if ring == 0:
        return 0.0
    left: Real = lon - (grid[0] + (column - ring + 1) * grid[2])
    right = grid[0] + (column + ring) * grid[2] - lon
    below = lat - (grid[1] + (row - ring + 1) * grid[3])
    above = grid[1] + (row + ring) * grid[3] - lat
    inside: Real = min(min(left, right) * east, min(below, above) * north)
    return max(0.0, inside)


@kernel
def nearest_segment(
    lon: Real, lat: Real, limit_mm: Real, cells: Cells, ground: Ground
) -> tuple[Whole, Real, Real]:
    """Return (segment or -1, its share, distance in mm), nearest of the streets that have a way.

    Rings of cells are searched outward until what lies beyond cannot be nearer. Equal distances go to the
    street with the smaller forward edge.
    """
    grid, first, entries = cells.grid, cells.first, cells.entries
    lon_e7, lat_e7 = ground.lon_e7, ground.lat_e7
    point_street, street_edge, ways = ground.point_street, ground.street_edge, ground.ways
    east, north = scale_mm_per_e7(lat)
    column = math.floor((lon - grid[0]) / grid[2])
    row = math.floor((lat - grid[1]) / grid[3])
    columns, rows = grid[4], grid[5]
    ring = max(0, -column, column - columns + 1, -row, row - rows + 1)
    last_ring = max(column, columns - 1 - column, row, rows - 1 - row)
    best: Real = limit_mm * limit_mm
    best_share: Real = 0.0
    best_segment = -1
    while ring <= last_ring:
        reach = block_distance_mm(lon, lat, column, row, ring, grid, east, north)
        if reach * reach > best:
            break
        for r in range(max(0, row - ring), min(rows - 1, row + ring) + 1):
            step = 1 if abs(r - row) == ring else 2 * ring
            for c in range(column - ring, column + ring + 1, step):
                if c < 0 or c >= columns:
                    continue
                for entry in range(first[r * columns + c], first[r * columns + c + 1]):
                    i = entries[entry]
                    street = point_street[i]
                    if ways[street] == 0:
                        continue
                    square, share = nearest_on_segment(
                        lon, lat, lon_e7[i], lat_e7[i], lon_e7[i + 1], lat_e7[i + 1], east, north
                    )
                    if square > best:
                        continue
                    if square == best and best_segment >= 0:
                        rival = street_edge[point_street[best_segment]]
                        if street_edge[street] > rival or (
                            street_edge[street] == rival and i >= best_segment
                        ):
                            continue
                    best, best_segment, best_share = square, i, share
        ring += 1
    return best_segment, best_share, math.sqrt(best)


@kernel
def place_on(i: Whole, share: Real, ground: Ground) -> tuple[Whole, Whole, Whole, Whole]:
    """Return edge, offset on it, longitude and latitude (e7) of a share of segment ``i``."""
    street = ground.point_street[i]
    begin = np.int64(ground.point_offset_mm[i])
    along = begin + np.int64(math.floor(share * (np.int64(ground.point_offset_mm[i + 1]) - begin) + 0.5))
    edge = ground.street_edge[street]
    if ground.ways[street] & 1 == 0:
        edge, along = ground.twin[edge], np.int64(ground.street_length_mm[street]) - along
    lon = ground.lon_e7[i] + share * (float(ground.lon_e7[i + 1]) - ground.lon_e7[i])
    lat = ground.lat_e7[i] + share * (float(ground.lat_e7[i + 1]) - ground.lat_e7[i])
    return edge, along, np.int32(math.floor(lon + 0.5)), np.int32(math.floor(lat + 0.5))


@kernel
def snap_all(
    lon: F64, lat: F64, limit_mm: Real, cells: Cells, ground: Ground
) -> tuple[I32, U32, U32, I32, I32]:
    """Return edge, offset, distance and snapped position for every position (edge -1 where there is none)."""
    k = len(lon)
    edge, offset, distance = np.full(k, -1, np.int32), np.zeros(k, np.uint32), np.zeros(k, np.uint32)
    x, y = np.zeros(k, np.int32), np.zeros(k, np.int32)
    for q in range(k):
        i, share, away = nearest_segment(lon[q], lat[q], limit_mm, cells, ground)
        if i >= 0:
            edge[q], offset[q], x[q], y[q] = place_on(i, share, ground)
            distance[q] = np.uint32(math.floor(away + 0.5))
    return edge, offset, distance, x, y
