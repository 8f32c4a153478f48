"""Whole numbers as bytes, and what can be foretold of shapes and lengths: compiled.

The predictions use only ``+ - * /``, floor and square root, which IEEE 754 rounds in one way: the same
numbers come out in Python and in TypeScript (``pwa/src/core/router/store/foretell.ts``).
"""

import math

import numpy as np

from router.graph import I32, I64, U8
from router.kernel import Real, Whole, kernel

RADIUS_M = 6378137.0
ECCENTRICITY_2 = 0.0066943799901413165
"""WGS 84."""
RADIANS_PER_E7 = 1.7453292519943295e-09


@kernel
def write_varints(values: I64) -> U8:
    """Return signed numbers, folded (0, -1, 1, -2 … → 0, 1, 2, 3 …), as LEB128: 7 bits a byte, low first."""
    size = 0
    for value in values:
        folded = np.uint64(2 * value) if value >= 0 else np.uint64(-2 * value - 1)
        size += 1
        while folded >= 128:
            folded >>= np.uint64(7)
            size += 1
    out = np.empty(size, np.uint8)
    at = 0
    for value in values:
        folded = np.uint64(2 * value) if value >= 0 else np.uint64(-2 * value - 1)
        while folded >= 128:
            out[at] = np.uint8(folded & np.uint64(127)) | np.uint8(128)
            folded >>= np.uint64(7)
            at += 1
        out[at] = np.uint8(folded)
        at += 1
    return out


@kernel
def read_varints(content: U8, count: int) -> I64:
    """Return ``count`` numbers; an empty array where the bytes are not exactly those numbers."""
    out = np.empty(count, np.int64)
    at, size = 0, len(content)
    for k in range(count):
        folded, shift = np.int64(0), 0
        while True:
            if at >= size or shift > 49:
                return np.empty(0, np.int64)
            byte = np.int64(content[at])
            at += 1
            folded |= (byte & 127) << shift
            if byte < 128:
                break
            shift += 7
        out[k] = -((folded + 1) >> 1) if folded & 1 else folded >> 1
    return out if at == size else np.empty(0, np.int64)


@kernel
def foretold_e7(before: Whole, last: Whole, end: Whole, left: Whole, first: bool) -> Whole:
    """Return where a shape's next point should lie on one axis: toward its end, and on as so far.

    Parameters
    ----------
    before, last, end : int64
        The point before the last one (any if there is none), the last one, and the end.
    left : int64
        Steps from the last point to the end.
    first : bool
        Whether the last point is the shape's first.
    """
    ahead = (end - last) // left
    if first:
        return last + ahead
    return last + (ahead + last - before) // 2


@kernel
def shape_residuals(first_point: I32, along: I32) -> I64:
    """Return what differs from the foretold, for every point inside of every street; one axis."""
    n_streets = len(first_point) - 1
    out = np.empty(len(along) - 2 * n_streets, np.int64)
    at = 0
    for street in range(n_streets):
        begin, end = np.int64(first_point[street]), np.int64(first_point[street + 1] - 1)
        for i in range(begin + 1, end):
            before, last, goal = np.int64(along[i - 2]), np.int64(along[i - 1]), np.int64(along[end])
            out[at] = along[i] - foretold_e7(before, last, goal, end - i + 1, i - 1 == begin)
            at += 1
    return out


@kernel
def shapes(first_point: I32, low_e7: I32, high_e7: I32, residuals: I64) -> I32:
    """Return one axis of all points from both ends of each street and the residuals between them."""
    n_streets = len(first_point) - 1
    along = np.empty(first_point[n_streets], np.int32)
    at = 0
    for street in range(n_streets):
        begin, end = np.int64(first_point[street]), np.int64(first_point[street + 1] - 1)
        along[begin], along[end] = low_e7[street], high_e7[street]
        for i in range(begin + 1, end):
            before, last, goal = np.int64(along[i - 2]), np.int64(along[i - 1]), np.int64(along[end])
            along[i] = residuals[at] + foretold_e7(before, last, goal, end - i + 1, i - 1 == begin)
            at += 1
    return along


@kernel
def sine(x: Real) -> Real:
    """Return the sine of at most a right angle, by its series."""
    z = x * x
    tail = -1 / 39916800 + z * (1 / 6227020800 - z / 1307674368000)
    return x * (1 + z * (-1 / 6 + z * (1 / 120 + z * (-1 / 5040 + z * (1 / 362880 + z * tail)))))


@kernel
def foretold_lengths_mm(first_point: I32, lon_e7: I32, lat_e7: I32) -> I64:
    """Return the length of every street on the ellipsoid, straight piece by straight piece."""
    n_streets = len(first_point) - 1
    out = np.empty(n_streets, np.int64)
    for street in range(n_streets):
        total = 0.0
        for i in range(first_point[street] + 1, first_point[street + 1]):
            s = float(sine((float(lat_e7[i - 1]) + float(lat_e7[i])) * (RADIANS_PER_E7 / 2)))
            w = 1 - ECCENTRICITY_2 * s * s
            root = math.sqrt(w)
            east = (float(lon_e7[i]) - float(lon_e7[i - 1])) * RADIANS_PER_E7 * (RADIUS_M / root)
            north = (float(lat_e7[i]) - float(lat_e7[i - 1])) * RADIANS_PER_E7
            north = north * (RADIUS_M * (1 - ECCENTRICITY_2) / (w * root))
            east = east * math.sqrt(1 - s * s)
            total += math.sqrt(east * east + north * north) * 1000
        out[street] = max(1, math.floor(total + 0.5))
    return out
