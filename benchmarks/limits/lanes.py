"""Twenty-four fields: one by one, and at once."""

import time
from dataclasses import replace

import numpy as np

from benchmarks.harness import interleave
from benchmarks.searches.asked import table
from benchmarks.searches.porto import Town
from router.graph import CLOSED_DS
from router.search import prepare, settle_many

N_FIELDS = 24


def report(town: Town) -> None:
    """Print what 24 fields of different costs take: profiles times hazards."""
    rng = np.random.default_rng(8)
    costs = [
        np.minimum(
            town.cost_ds.astype(np.int64) * rng.integers(100, 160, len(town.cost_ds)) // 100, CLOSED_DS
        )
        for _ in range(N_FIELDS)
    ]
    costs_ds = [cost.astype(np.uint32) for cost in costs]
    sources = [town.sources] * N_FIELDS
    plain, fast = replace(town.graph), replace(town.graph)
    prepare(fast)
    cases = {
        "24 fields, not prepared, one by one": lambda: settle_many(plain, costs_ds, sources),
        "24 fields, not prepared, two threads": lambda: settle_many(plain, costs_ds, sources, 2),
        "24 fields, prepared, one by one": lambda: settle_many(fast, costs_ds, sources),
        "24 fields, prepared, two threads": lambda: settle_many(fast, costs_ds, sources, 2),
    }
    times = interleave(cases, 25, clock=time.perf_counter_ns)
    before = next(iter(times.values()))
    rows = {}
    for name, taken in times.items():
        gain = f"{before.median / taken.median:.2f} ({before.best / taken.best:.2f})"
        rows[name] = [f"{taken.median:.0f} ({taken.best:.0f})", gain]
    print("\n" + table([f"{town.name}, by the wall clock", "median ms (best)", "times as fast"], rows))
