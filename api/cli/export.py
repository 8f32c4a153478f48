"""`nigemichi export`: the graph, its costs and its field as CSV, for others to check with their own tools."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any

import numpy as np
import typer

from api.cli.folders import new_folder
from api.cli.group import err
from api.needs import read_need
from hazard.advise import Timed
from hazard.departure.field import Departures
from hazard.engine import Engine, Plan
from hazard.kinds import CLASS_NAME
from hazard.region import load_region
from router.classes import StreetClass
from router.graph import CLOSED_DS, I32

EXAMPLE = "nigemichi export build/kochi --hazard tsunami --profile adult --out build/kochi-csv"
NODE_COLUMNS = ("node", "lon", "lat", "cost_ds", "next_edge", "shelter_id", "leave_by_ds")
EDGE_COLUMNS = (
    "edge",
    "tail",
    "head",
    "length_mm",
    "climb_cm",
    "class",
    "flags",
    "exposure_class",
    "unknown_pct",
    "duration_ds",
    "cost_ds",
    "closed",
    "osm_way",
    "closes_ds",
)
SOURCE_COLUMNS = ("node", "cost_ds", "shelter_id", "edge")
TIMED_COLUMNS = ("node", "duration_ds", "shelter_id", "edge", "closes_ds")


def export(
    region: Annotated[Path, typer.Argument(help="Region folder made by `nigemichi build`.")],
    hazard: Annotated[str, typer.Option(help="Hazard kind, or several joined by commas.")],
    out: Annotated[Path, typer.Option(metavar="DIR", help="Folder for the files; new or empty.")],
    profile: Annotated[str, typer.Option(help="adult, child, older, wheelchair, group or car.")] = "adult",
) -> None:
    """Write nodes.csv, edges.csv and sources.csv, from which anybody can compute our field again.

    cost_ds of a node is the least sum of cost_ds over edges that are not closed, to a node of sources.csv,
    plus that source's own cost_ds. Costs and durations are deciseconds; 2147483647 stands for closed or not
    reached, and next_edge is -1 where a site is entered, or none reached.

    Where a scenario (想定) with arrival times was given, closes_ds is when an edge closes after its start,
    safety margin taken off (2147483647: never; 0: shut from the beginning), and leave_by_ds the last moment
    to leave a node for a site, empty where no street of some way closes or no moment is early enough;
    timed_sources.csv says how long entering a site takes, whatever the exposure.
    """
    need = read_need(hazard, profile, "ja", "command line")
    engine = Engine(load_region(region))
    plan = engine.plan(need.kinds, need.profile)
    timed = Timed(engine)
    times = timed.escape(plan).site if timed.applies(plan) else None
    tables = [
        ("nodes.csv", NODE_COLUMNS, node_rows(plan, times)),
        ("edges.csv", EDGE_COLUMNS, edge_rows(plan, times)),
        ("sources.csv", SOURCE_COLUMNS, source_rows(plan)),
    ]
    if times is not None:
        tables.append(("timed_sources.csv", TIMED_COLUMNS, timed_rows(plan, times)))
    with new_folder(out) as folder:
        counts = [(name, write_table(folder / name, columns, rows)) for name, columns, rows in tables]
    for name, count in counts:
        err.print(f"{out / name}: {count:,} rows")


def node_rows(plan: Plan, times: Departures | None) -> Iterator[tuple[Any, ...]]:
    """Return the rows of nodes.csv."""
    graph, field = plan.guide.graph, plan.guide.field
    ids = _shelter_ids(plan)
    columns = (
        range(graph.n_nodes),
        _degrees(graph.node_lon_e7),
        _degrees(graph.node_lat_e7),
        field.cost_ds.tolist(),
        field.next_edge.tolist(),
        (ids[entry] if entry >= 0 else "" for entry in field.source.tolist()),
        _leave_by(graph.n_nodes, times),
    )
    return zip(*columns, strict=True)


def edge_rows(plan: Plan, times: Departures | None) -> Iterator[tuple[Any, ...]]:
    """Return the rows of edges.csv."""
    graph, costs, street = plan.guide.graph, plan.costs, plan.guide.graph.edge_street
    classes = plan.combined.worst_class[street].tolist()
    key = {int(which): name.key for which, name in CLASS_NAME.items()}
    columns = (
        range(graph.n_edges),
        graph.tail.tolist(),
        graph.head.tolist(),
        graph.edge_length_mm.tolist(),
        graph.edge_climb_cm.tolist(),
        (StreetClass(which).name.lower() for which in graph.edge_class.tolist()),
        graph.edge_flags.tolist(),
        (key[which] for which in classes),
        plan.combined.unknown_pct[street].tolist(),
        costs.duration_ds.tolist(),
        costs.cost_ds.tolist(),
        (costs.cost_ds >= CLOSED_DS).astype(np.uint8).tolist(),
        graph.street_way_id[street].tolist(),
        _closes(plan, times),
    )
    return zip(*columns, strict=True)


def _closes(plan: Plan, times: Departures | None) -> list[int]:
    """Return when edges close; 0 where they are shut from the beginning, whatever the scenario does."""
    if times is None:
        return [CLOSED_DS] * plan.guide.graph.n_edges
    shut = (times.duration_ds == CLOSED_DS) & (plan.costs.duration_ds < CLOSED_DS)
    closes: list[int] = np.where(shut, np.uint32(0), times.closing_ds).tolist()
    return closes


def source_rows(plan: Plan) -> Iterator[tuple[Any, ...]]:
    """Return the rows of sources.csv: entering a site from a node costs so much, along this last edge."""
    goals = plan.guide.goals
    columns = (
        goals.sources.node.tolist(),
        goals.sources.cost_ds.tolist(),
        _shelter_ids(plan),
        goals.entry_edge.tolist(),
    )
    return zip(*columns, strict=True)


def timed_rows(plan: Plan, times: Departures) -> Iterator[tuple[Any, ...]]:
    """Return the rows of timed_sources.csv: how long a site takes from a node, and when its street closes."""
    goals = times.goals
    closes = np.where(goals.entry_part_mm > 0, times.closing_ds[goals.entry_edge], np.uint32(CLOSED_DS))
    columns = (
        goals.sources.node.tolist(),
        goals.sources.cost_ds.tolist(),
        [plan.sites[stop].id for stop in goals.entry_stop.tolist()],
        goals.entry_edge.tolist(),
        closes.tolist(),
    )
    return zip(*columns, strict=True)


def _leave_by(n_nodes: int, times: Departures | None) -> list[int | str]:
    """Return the last moments to leave; empty where there is none, or nothing limits it."""
    if times is None:
        return [""] * n_nodes
    latest = times.latest
    closing = times.closing_ds[times.closing_ds < CLOSED_DS]
    last_ds = int(closing.max()) if len(closing) else -1
    limited = (latest.leave_by_ds >= 0) & (latest.leave_by_ds <= last_ds)
    pairs = zip(latest.leave_by_ds.tolist(), limited.tolist(), strict=True)
    return [moment if is_limited else "" for moment, is_limited in pairs]


def write_table(path: Path, columns: Sequence[str], rows: Iterable[tuple[Any, ...]]) -> int:
    """Write a CSV file with a header and return how many rows it has."""
    count = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        for count, row in enumerate(rows, start=1):  # noqa: B007 (counts)
            writer.writerow(row)
    return count


def _degrees(e7: I32) -> Iterator[str]:
    """Return degrees with all seven decimals."""
    return (f"{value / 1e7:.7f}" for value in e7.tolist())


def _shelter_ids(plan: Plan) -> list[str]:
    """Return the site of every entry."""
    return [plan.sites[stop].id for stop in plan.guide.goals.entry_stop.tolist()]
