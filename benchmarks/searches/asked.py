"""What was asked of the searches, and the tables that the docs show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks.harness import Times

BUCKET, FIELD, NEW = "bucket search: costs", "bucket field: proved, edges and sources", "new weights: costs"
PROVED = "new weights: costs and next edges, proved"
PASS, ORDER = "limit: one pass over all edges", "limit: Dijkstra told the order"


@dataclass(frozen=True)
class Asked:
    """A ratio of two cases, and its bounds for the two graphs; none where nothing was asked."""

    above: str
    below: str
    bounds: tuple[float, ...] = ()
    at_most: bool = False

    def row(self, times: Sequence[Mapping[str, Times]]) -> list[str] | None:
        """Return what was asked, the ratios of medians and of best runs, and the verdict."""
        if any(name not in one for one in times for name in (self.above, self.below)):
            return None
        pairs = [(one[self.above], one[self.below]) for one in times]
        medians, best = [a.median / b.median for a, b in pairs], [a.best / b.best for a, b in pairs]
        shown = f"{_pair(medians)} ({_pair(best)})"
        if not self.bounds:
            return ["", shown, ""]
        sign = "≤ " if self.at_most else ""
        verdicts = [self._holds(*pair) for pair in zip(medians, self.bounds, strict=True)]
        told = "met" if all(verdicts) else " / ".join("met" if ok else "**missed**" for ok in verdicts)
        return [sign + _pair(self.bounds), shown, told]

    def _holds(self, ratio: float, bound: float) -> bool:
        return ratio <= bound if self.at_most else ratio >= bound


ASKED = (
    Asked("scipy", NEW, (7, 13)),
    Asked("scipy", PROVED),
    Asked("RoutingKit CCH customise", NEW, (8, 8)),
    Asked("RoutingKit CCH customise", PROVED),
    Asked(ORDER, NEW, (1.0, 1.5)),
    Asked("limit: the same without branches", NEW),
    Asked(NEW, PASS, (4.7, 2.5), at_most=True),
    Asked("pandana", BUCKET, (300, 300)),
    Asked("RoutingKit CCH nearest of 50 with path", "position to route with geometry", (30, 25)),
    Asked("RoutingKit CCH partial update, there and back", "repair in place, there and back", (9, 2.8)),
    Asked("latest departure, 30 % of edges closing", FIELD, (1.3, 1.3), at_most=True),
    Asked("certificate of a finished field", FIELD, (0.3, 0.3), at_most=True),
    Asked("best three sites", FIELD, (3.5, 3.5), at_most=True),
    Asked("best three sites, prepared", FIELD, (3.5, 3.5), at_most=True),
    *(Asked(peer, BUCKET) for peer in ("scipy", "edsger", "networkit", "rustworkx", "igraph", "networkx")),
)


def table(head: Sequence[str], rows: Mapping[str, Sequence[str]]) -> str:
    """Return a table in Markdown."""
    lines = [head, ["---"] * len(head), *([name, *cells] for name, cells in rows.items())]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def times_table(
    times: Sequence[Mapping[str, Times]], names: Sequence[str], head: str, factor: float = 1.0
) -> str:
    """Return the median and the best of each case on both graphs."""
    rows = {name: [_spread(one[name], factor) for one in times] for name in names if name in times[0]}
    return table([head, "junctions", "all nodes"], rows)


def percentiles_table(times: Sequence[Mapping[str, Times]], names: Sequence[str], head: str) -> str:
    """Return p50, p95 and p99 of each case on both graphs."""
    rows = {
        name: [" / ".join(_digits(one[name].percentile(p)) for p in (50, 95, 99)) for one in times]
        for name in names
        if name in times[0]
    }
    return table([head, "junctions", "all nodes"], rows)


def asked_table(times: Sequence[Mapping[str, Times]]) -> str:
    """Return what was asked and what holds; a ratio with an absent peer is left out, as the peer is named."""
    rows = {f"{one.above} / {one.below}": one.row(times) for one in ASKED}
    head = ["ratio (junctions / all nodes)", "asked", "medians (best runs)", ""]
    return table(head, {name: row for name, row in rows.items() if row is not None})


def _spread(times: Times, factor: float) -> str:
    return f"{_digits(times.median * factor)} ({_digits(times.best * factor)})"


def _pair(values: Sequence[float]) -> str:
    return " / ".join(_digits(value) for value in values)


def _digits(value: float) -> str:
    """Return three digits that count."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
