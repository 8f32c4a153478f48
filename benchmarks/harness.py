"""Time several things in turn in one process, so that a busy machine is unfair to none of them.

What is counted is processor time of this process: on a shared machine the clock on the wall mostly tells when
the others had their turn (medians of 5 ms, one time slice, for what takes 1).
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Times:
    """Milliseconds of one case, one entry per run."""

    ms: NDArray[np.float64]

    @property
    def median(self) -> float:
        return float(np.median(self.ms))

    @property
    def best(self) -> float:
        """The fastest run: what is left when nobody else uses the machine."""
        return float(self.ms.min())

    def percentile(self, percent: float) -> float:
        return float(np.percentile(self.ms, percent))

    def __str__(self) -> str:
        p50, p95, p99 = (self.percentile(p) for p in (50, 95, 99))
        return f"{p50:9.3f} ms   best {self.best:9.3f}   p95 {p95:9.3f}   p99 {p99:9.3f}"


def interleave(
    cases: Mapping[str, Callable[[], Any]],
    runs: int,
    *,
    seconds_each: float = 4.0,
    clock: Callable[[], int] = time.process_time_ns,
) -> dict[str, Times]:
    """Run every case ``runs`` times, in turn; a slow one fewer times, at least three.

    The first run of each is not counted: it compiles. A fast case also runs once untimed before each timed
    run: otherwise it would begin with the caches full of what the slow case before it has left there.
    """
    fast = set()
    left = dict.fromkeys(cases, runs)
    for name, case in cases.items():
        begun = clock()
        case()
        took = (clock() - begun) / 1e9
        if took < 0.05:
            fast.add(name)
        left[name] = max(3, min(runs, int(seconds_each / max(took, 1e-9))))
    every = {name: max(1, runs // count) for name, count in left.items()}
    spent: dict[str, list[float]] = {name: [] for name in cases}
    for turn in range(runs):
        for name, case in cases.items():
            if turn % every[name] or len(spent[name]) >= left[name]:
                continue
            if name in fast:
                case()
            begun = clock()
            case()
            spent[name].append((clock() - begun) / 1e6)
    return {name: Times(np.array(times)) for name, times in spent.items()}
