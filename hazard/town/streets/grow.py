"""Local streets grown from the main roads: two families of evenly spaced lines, along and across.

The method is that of evenly spaced streamlines (Jobard and Lefer, 1997): every line offers seeds for
neighbours at its own spacing, and a line ends where it would run beside another one. Here a line may also end
in a T where it meets another, as streets do.
"""

import math
from collections import deque
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from shapely import LineString

from hazard.town import plan
from hazard.town.streets.field import Direction
from hazard.town.terrain import CELL_M

STEP_M = 8.0
BUCKET_M = 32.0
ALONG, ACROSS = 0, 1
Point = tuple[float, float]
Seed = tuple[float, float, int]


@dataclass(frozen=True, slots=True)
class Spacing:
    """How dense a district is: metres between streets, and how often a street ends in a T."""

    along_m: float
    across_m: float
    tee: float


@dataclass
class Grower:
    """Grows lines into the cells where ``district`` is not 0 (index into ``spacings``)."""

    direction: Direction
    district: NDArray[np.uint8]
    spacings: tuple[Spacing, ...]
    rng: np.random.Generator
    lines: list[tuple[LineString, int]] = field(default_factory=list)
    _buckets: dict[tuple[int, int], list[tuple[float, float, float, int]]] = field(default_factory=dict)
    _seeds: deque[Seed] = field(default_factory=deque)
    _count: int = 0

    def add_road(self, line: LineString) -> None:
        """Take an existing road: others keep away from it, end in it or cross it, and start on it."""
        points = [_xy(line, at) for at in np.arange(0, line.length, STEP_M)]
        self._occupy(points)
        self._offer(points, None)

    def grow(self) -> None:
        """Grow until no seed is left."""
        while self._seeds:
            x, y, family = self._seeds.popleft()
            spacing = self._spacing(x, y)
            if spacing is None:
                continue
            points = self._trace(x, y, family, spacing)
            if len(points) * STEP_M < 0.75 * min(spacing.along_m, spacing.across_m):
                continue
            self._occupy(points)
            self._offer(points, family)
            self.lines.append((LineString(points), family))

    def _spacing(self, x: float, y: float) -> Spacing | None:
        row, column = int((plan.NORTH_M - y) // CELL_M), int((x - plan.WEST_M) // CELL_M)
        rows, columns = self.district.shape
        if not (0 <= row < rows and 0 <= column < columns):
            return None
        index = int(self.district[row, column])
        return self.spacings[index] if index else None

    def _trace(self, x: float, y: float, family: int, spacing: Spacing) -> list[Point]:
        """Return the line through a seed, both ways; empty where it is too near to a parallel one."""
        gap_m = spacing.along_m if family == ALONG else spacing.across_m
        heading = self._heading(x, y, family)
        if self._beside(x, y, heading, 0.62 * gap_m):
            return []
        ahead = self._walk(x, y, family, heading)
        back = self._walk(x, y, family, heading + math.pi)
        return [*reversed(back), (x, y), *ahead]

    def _walk(self, x: float, y: float, family: int, heading: float) -> list[Point]:
        points: list[Point] = []
        fresh = 4  # steps before a T is allowed, so that a line leaves the road that it starts on
        while len(points) < 160:
            turn = self._heading(x, y, family)
            heading = turn if math.cos(turn - heading) > 0 else turn + math.pi
            x, y = x + STEP_M * math.cos(heading), y + STEP_M * math.sin(heading)
            spacing = self._spacing(x, y)
            if spacing is None:
                break
            gap_m = spacing.along_m if family == ALONG else spacing.across_m
            if self._beside(x, y, heading, 0.5 * gap_m):
                break
            points.append((round(x, 2), round(y, 2)))
            fresh -= 1
            if fresh <= 0 and self._meets(x, y, heading):
                fresh = 4
                if self.rng.random() < spacing.tee:
                    break
        return points

    def _heading(self, x: float, y: float, family: int) -> float:
        return self.direction.angle(x, y) + (math.pi / 2 if family == ACROSS else 0.0)

    def _near(self, x: float, y: float, reach_m: float) -> list[tuple[float, float, float, int]]:
        rings = int(reach_m // BUCKET_M) + 1
        i, j = int(x // BUCKET_M), int(y // BUCKET_M)
        return [
            entry
            for a in range(i - rings, i + rings + 1)
            for b in range(j - rings, j + rings + 1)
            for entry in self._buckets.get((a, b), ())
            if (entry[0] - x) ** 2 + (entry[1] - y) ** 2 < reach_m * reach_m
        ]

    def _beside(self, x: float, y: float, heading: float, gap_m: float) -> bool:
        """Whether a line of nearly the same direction runs within ``gap_m``."""
        return any(abs(math.cos(entry[2] - heading)) > 0.82 for entry in self._near(x, y, gap_m))

    def _meets(self, x: float, y: float, heading: float) -> bool:
        """Whether a line of another direction has just been reached."""
        return any(abs(math.cos(entry[2] - heading)) < 0.7 for entry in self._near(x, y, 0.75 * STEP_M))

    def _occupy(self, points: list[Point]) -> None:
        self._count += 1
        for (x, y), heading in zip(points, _headings(points), strict=True):
            bucket = (int(x // BUCKET_M), int(y // BUCKET_M))
            self._buckets.setdefault(bucket, []).append((x, y, heading, self._count))

    def _offer(self, points: list[Point], family: int | None) -> None:
        """Offer seeds: across a line where streets may leave it, and beside it for its neighbours."""
        walked = {ALONG: self.rng.uniform(10, 40), ACROSS: self.rng.uniform(10, 40)}
        for (x, y), heading in zip(points, _headings(points), strict=True):
            spacing = self._spacing(x, y) or self.spacings[1]
            own = family if family is not None else self._family_of(x, y, heading)
            other = ACROSS if own == ALONG else ALONG
            gaps = {ALONG: spacing.along_m, ACROSS: spacing.across_m}
            for kind in (other, own):
                walked[kind] += STEP_M
                if walked[kind] < gaps[kind] * self.rng.uniform(0.85, 1.25):
                    continue
                walked[kind] = 0.0
                if kind == other:
                    self._seeds.append((x, y, other))
                else:
                    for side in (-1, 1):
                        away = heading + side * math.pi / 2
                        gap = gaps[own] * self.rng.uniform(0.9, 1.15)
                        self._seeds.append((x + gap * math.cos(away), y + gap * math.sin(away), own))

    def _family_of(self, x: float, y: float, heading: float) -> int:
        return ALONG if abs(math.cos(self.direction.angle(x, y) - heading)) > 0.71 else ACROSS


def _headings(points: list[Point]) -> list[float]:
    ends = [(points[max(0, k - 1)], points[min(len(points) - 1, k + 1)]) for k in range(len(points))]
    return [math.atan2(b[1] - a[1], b[0] - a[0]) for a, b in ends]


def _xy(line: LineString, at: float) -> Point:
    point = line.interpolate(at)
    return point.x, point.y
