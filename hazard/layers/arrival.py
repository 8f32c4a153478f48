"""Rasters of arrival times of a published scenario, and the earliest arrival along every street.

Bridges are not lifted over the water here: a surge that runs up a river reaches the bridge when it is there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hazard.departure.arrival import Arrival
from hazard.kinds import HazardKind
from hazard.layers.frame import F64, BBox, Frame, check_raster, frame_of, opened, read_strip, strips
from hazard.layers.shapes import along, chunks, project, shapes_of
from router.errors import InputError, Problem
from router.graph import StreetGraph
from router.search.departure import NEVER_DS

LONGEST_S = 7 * 86_400
"""A week: no published scenario is longer."""


class ArrivalUnit(StrEnum):
    """Unit of the values of an arrival raster."""

    MINUTES = "min"
    SECONDS = "s"


_SECONDS = {ArrivalUnit.MINUTES: 60.0, ArrivalUnit.SECONDS: 1.0}
_UNIT_OF_NAME = {
    "min": ArrivalUnit.MINUTES,
    "minute": ArrivalUnit.MINUTES,
    "minutes": ArrivalUnit.MINUTES,
    "分": ArrivalUnit.MINUTES,
    "s": ArrivalUnit.SECONDS,
    "sec": ArrivalUnit.SECONDS,
    "second": ArrivalUnit.SECONDS,
    "seconds": ArrivalUnit.SECONDS,
    "秒": ArrivalUnit.SECONDS,
}


@dataclass(frozen=True, slots=True, eq=False)
class ArrivalRaster:
    """Arrival times over the region.

    Attributes
    ----------
    frame : Frame
    first_s : float32, (height * width,)
        Seconds after the scenario's start; infinite where no time is published.
    """

    frame: Frame
    first_s: NDArray[np.float32]

    def at_pixels(self, col: F64, row: F64) -> NDArray[np.float32]:
        """Return the times at pixel coordinates: infinite outside the raster."""
        cells, inside = self.frame.cells(col, row)
        return np.where(inside, self.first_s[cells], np.float32(np.inf))


def load_arrivals(path: Path, bbox: BBox, unit: ArrivalUnit | None = None) -> ArrivalRaster:
    """Read a GeoTIFF of arrival times over ``bbox``.

    Parameters
    ----------
    path : Path
    bbox : tuple of float
    unit : ArrivalUnit, optional
        Without it, that of the band (``units``); it must be told in one way or the other.

    Raises
    ------
    InputError
        As `hazard.layers.classes.load_depths`; or if the unit is not told, a time is negative or over a week.
    """
    check_raster(path)
    with opened(path) as dataset:
        told = unit or _unit_of(dataset, path)
        frame, window = frame_of(dataset, path, bbox)
        first_s = np.empty((frame.height, frame.width), np.float32)
        for rows, part in strips(window):
            seconds = read_strip(dataset, part) * _SECONDS[told]
            first_s[rows] = np.where(np.isnan(seconds), np.inf, seconds)
    known = first_s[np.isfinite(first_s)]
    if len(known) and (known.min() < 0 or known.max() > LONGEST_S):
        found = f"{known.min():g} to {known.max():g} seconds"
        raise InputError(Problem(str(path), "band 1", f"0 to {LONGEST_S} seconds (unit {told})", found))
    return ArrivalRaster(frame, first_s.ravel())


def arrive(graph: StreetGraph, kind: HazardKind, rasters: Sequence[ArrivalRaster], scenario: str) -> Arrival:
    """Return the earliest arrival along every street, sampled at most one pixel apart, rounded down.

    Parameters
    ----------
    graph : StreetGraph
    kind : HazardKind
    rasters : sequence of ArrivalRaster
        At least one; the earliest of several holds.
    scenario : str
        Name and year as published.

    Raises
    ------
    InputError
        If no street has a time.
    """
    shapes = shapes_of(graph)
    pixels = project(shapes, [raster.frame for raster in rasters])
    first_s = np.full(graph.n_streets, np.inf, np.float32)
    for chunk in chunks(shapes, pixels):
        earliest = np.full(len(chunk.at), np.inf, np.float32)
        for raster, (col, row) in zip(rasters, pixels, strict=True):
            found = raster.at_pixels(along(chunk, shapes, col), along(chunk, shapes, row))
            earliest = np.minimum(earliest, found)
        by_segment = np.minimum.reduceat(earliest, chunk.first)
        np.minimum.at(first_s, shapes.street[chunk.low : chunk.high], by_segment)
    known = np.isfinite(first_s)
    first_ds = np.full(graph.n_streets, NEVER_DS, np.uint32)
    first_ds[known] = np.floor(first_s[known].astype(np.float64) * 10).astype(np.uint32)
    return Arrival(kind, first_ds, scenario)


def _unit_of(dataset: Any, path: Path) -> ArrivalUnit:
    name = (dataset.units[0] or "").strip().lower()
    if name not in _UNIT_OF_NAME:
        expected = "a unit: minutes or seconds (of the band, or told with the file)"
        raise InputError(Problem(str(path), "band 1, unit", expected, repr(name)))
    return _UNIT_OF_NAME[name]
