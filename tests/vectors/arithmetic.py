"""Numbers in which two languages could differ: products beyond 2^53, and the last bit of plane geometry."""

import random
from typing import Any

from router.graph import CLOSED_DS
from router.place.kernels import part_ds
from router.place.plane import compass_deg, reach_deg, scale_mm_per_e7

N_PARTS, N_PLACES = 200, 120


def arithmetic() -> dict[str, Any]:
    dice = random.Random(20261124)
    lats = [-900_000_000, 0, 335_000_000, 900_000_000, *(dice.uniform(-9e8, 9e8) for _ in range(N_PLACES))]
    right = [(0.0, 1.0), (1.0, 1.0), (1.0, 0.0), (1.0, -1.0), (0.0, -1.0), (-1.0, 0.0), (-1e-30, 1.0)]
    vectors = right + [(dice.gauss(0, 1e5), dice.gauss(0, 1e5)) for _ in range(N_PLACES)]
    return {
        "parts": [[*numbers, int(part_ds(*numbers))] for numbers in (_part(dice) for _ in range(N_PARTS))],
        "scales": [[lat, *map(float, scale_mm_per_e7(lat))] for lat in lats],
        "directions": [[east, north, float(compass_deg(east, north))] for east, north in vectors],
        "reaches": [[lat, *reach_deg(lat, 300)] for lat in (0.0, 33.5, -67.25, 89.9, 90.0)],
    }


def _part(dice: random.Random) -> tuple[int, int, int]:
    """Draw cost, part and length; half of them make products beyond 2^53."""
    bits = dice.choice((10, 31))
    cost = dice.choice((1, CLOSED_DS - 1, CLOSED_DS, dice.randint(1, 2**bits - 1)))
    length = dice.choice((1, 2**32 - 1, dice.randint(1, 2 ** dice.choice((17, 32)) - 1)))
    return min(cost, CLOSED_DS), dice.choice((0, length, dice.randint(0, length))), length
