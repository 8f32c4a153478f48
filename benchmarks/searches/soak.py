"""Ten thousand random events on Porto: every repaired field against a new one; when repair stops paying."""

from pathlib import Path

import numpy as np

from benchmarks.harness import interleave
from benchmarks.searches.asked import table
from benchmarks.searches.porto import Town, towns
from router.graph import CLOSED_DS, U32
from router.search import Field, prepare, repair, settle

N_EVENTS, LARGEST_EVENT = 10_000, 400
SHARES_PCT = (0.01, 0.1, 0.5, 1, 2, 4, 8)


def run(data: Path) -> None:
    """Prove repair on the junctions; measure the share of edges above which a new field is faster on both."""
    both = towns(data)
    for town in both:
        prepare(town.graph)
    differing, last = soak(both[0])
    print(f"  {N_EVENTS:,} events on the {both[0].name}: {differing} fields differ from a new one")
    print(f"  edges changed at once: 1 to {LARGEST_EVENT}, closed, opened or dearer; last field {last}")
    rows = {f"{share} %": [compare(town, share) for town in both] for share in SHARES_PCT}
    head = ["share of the edges", *(f"{town.name}: ms of repair / new field (ratio)" for town in both)]
    print("\n" + table(head, rows))


def soak(town: Town) -> tuple[int, str]:
    """Apply one event after another; return how many fields differ, and the digest of the last."""
    graph, sources, rng = town.graph, town.sources, np.random.default_rng(6)
    now, field, differing = town.cost_ds, settle(graph, town.cost_ds, sources), 0
    for _ in range(N_EVENTS):
        after = event(town, now, int(rng.integers(1, LARGEST_EVENT + 1)), rng)
        field = repair(graph, field, now, after, sources)
        truth = settle(graph, after, sources)
        differing += not same(field, truth)
        now = after
    return differing, field.digest[:16]


def same(one: Field, other: Field) -> bool:
    """Compare to the bit."""
    return (
        np.array_equal(one.cost_ds, other.cost_ds)
        and np.array_equal(one.next_edge, other.next_edge)
        and np.array_equal(one.source, other.source)
    )


def event(town: Town, now: U32, size: int, rng: np.random.Generator) -> U32:
    """Return costs after something has happened along a stretch of the Hilbert curve, or anywhere."""
    graph, after = town.graph, now.copy()
    begin = int(rng.integers(0, graph.n_edges))
    near = np.arange(begin, begin + size) % graph.n_edges
    edges = near if rng.random() < 0.8 else rng.integers(0, graph.n_edges, size)
    usual = town.cost_ds[edges].astype(np.int64)
    other = np.minimum(usual * rng.integers(1, 9, size), CLOSED_DS)
    after[edges] = np.choose(rng.integers(0, 3, size), [usual, other, np.full(size, CLOSED_DS)])
    return after


def compare(town: Town, share_pct: float) -> str:
    """Time repair against a new field when that share of the edges changes in one place."""
    graph, rng = town.graph, np.random.default_rng(7)
    field = settle(graph, town.cost_ds, town.sources)
    size = max(1, int(graph.n_edges * share_pct / 100))
    events = [event(town, town.cost_ds, size, rng) for _ in range(9)]
    turns = {"repair": iter(events * 9), "new": iter(events * 9)}
    times = interleave(
        {
            "repair": lambda: repair(
                graph, field, town.cost_ds, next(turns["repair"]), town.sources, most_changed_pct=100
            ),
            "new": lambda: settle(graph, next(turns["new"]), town.sources),
        },
        18,
    )
    ratio = times["repair"].median / times["new"].median
    return f"{times['repair'].median:.2f} / {times['new'].median:.2f} ({ratio:.2f})"
