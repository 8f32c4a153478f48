"""Everything about the searches, for both graphs of Porto, as tables that the docs can show."""

from pathlib import Path

from benchmarks.harness import Times, interleave
from benchmarks.searches import asked, peers, startup
from benchmarks.searches.contraction import Hierarchy
from benchmarks.searches.fields import fields, limits, more
from benchmarks.searches.lookups import lookups, repairs
from benchmarks.searches.porto import Town, towns
from router.search import settle
from router.search.elimination import plan_elimination

RUNS = 41
ALONE = ("own way", "all Pareto")
"""How cases of one start begin."""


def run(data: Path) -> None:
    """Print every table."""
    for name, found in peers.installed().items():
        print(f"  {name} {found}" if found else f"  {name}: NOT INSTALLED, so not compared")
    both = towns(data)
    measured = [_measure(town) for town in both]
    field_times, repair_times, lookup_times = ([parts[i] for parts in measured] for i in range(3))
    names = list(field_times[0])
    alone = [name for name in names if name.startswith(ALONE)]
    print(
        "\n"
        + asked.times_table(field_times, [n for n in names if n not in alone], "fields: median ms (best)")
    )
    print("\n" + asked.percentiles_table(field_times, alone, "one start: ms, p50 / p95 / p99"))
    print(
        "\n"
        + asked.percentiles_table(repair_times, list(repair_times[0]), "a disc of edges: ms, p50 / p95 / p99")
    )
    print("\n" + asked.times_table(lookup_times, list(lookup_times[0]), "in a batch: µs each (best)", 1000))
    every = [{**a, **b, **c} for a, b, c in zip(field_times, repair_times, lookup_times, strict=True)]
    print("\n" + asked.asked_table(every))
    startup.report(both)


def _measure(town: Town) -> tuple[dict[str, Times], dict[str, Times], dict[str, Times]]:
    """Return the times of fields, of repairs and of look-ups."""
    graph = town.graph
    plan, field = plan_elimination(graph), settle(graph, town.cost_ds, town.sources)
    print(f"\nPorto, {town.name}: {graph.n_nodes:,} nodes, {graph.n_edges:,} edges; core {len(plan.core):,}")
    hierarchy = Hierarchy(town) if peers.installed()["routingkit_cch"] else None
    ours = {**fields(town, plan, field), **limits(town, field), **more(town, field)}
    customise = {"RoutingKit CCH customise": hierarchy.customise} if hierarchy else {}
    times = interleave({**ours, **peers.searches(town), **customise}, RUNS)
    return times, repairs(town, field, hierarchy), lookups(town, hierarchy)
