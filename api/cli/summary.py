"""The end of a build, as tables for people and as JSON."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from hazard.build import BuildSummary
from hazard.kinds import CLASS_NAME, OFFICIAL_NAME

MEGABYTE = 1_000_000
MAX_UNUSED = 20
"""A city can have hundreds of such sites: the table would hide the rest."""
CLASS_KEYS = tuple(name.key for name in CLASS_NAME.values())


def show_summary(summary: BuildSummary, console: Console) -> None:
    """Print ``summary``."""
    console.print(f"{summary.name} ({summary.id}) in {summary.out}", style="bold", markup=False)
    console.print(
        f"{summary.nodes:,} nodes, {summary.edges:,} edges, {summary.street_km:,.1f} km of streets in"
        f" {summary.report.components:,} parts, {summary.sites:,} sites, {summary.bytes / MEGABYTE:.1f} MB"
    )
    for table in (_sites(summary), _shares(summary), _unused(summary), _drops(summary), _sources(summary)):
        if table.row_count:
            console.print()
            console.print(table)
    console.print()
    stages = ", ".join(f"{stage.name} {stage.seconds:.1f}" for stage in summary.stages)
    peak = summary.peak_memory_bytes / MEGABYTE
    console.print(f"{summary.seconds:.1f} s ({stages}); peak memory {peak:,.0f} MB")


def summary_to_dict(summary: BuildSummary) -> dict[str, Any]:
    """Return ``summary`` as JSON tells it."""
    report = summary.report
    return {
        "out": str(summary.out),
        "id": summary.id,
        "name": summary.name,
        "nodes": summary.nodes,
        "edges": summary.edges,
        "streets": summary.streets,
        "street_km": round(summary.street_km, 3),
        "components": report.components,
        "isolated_nodes": report.isolated_nodes,
        "sites": summary.sites,
        "site_counts": {
            str(one.kind): {
                "flagged": one.flagged,
                "usable": one.usable,
                "conflicts": [
                    {"id": c.site.id, "name": c.site.name, "class": CLASS_NAME[c.class_at].key}
                    for c in one.conflicts
                ],
                "too_far": [{"id": site.id, "name": site.name} for site in one.too_far],
            }
            for one in summary.site_counts
        },
        "exposure_share": {str(one.kind): one.share for one in summary.exposures},
        "dropped": [
            {"what": drop.what, "count": drop.count, "length_m": round(drop.length_m)}
            for drop in summary.dropped
        ],
        "stages_s": {stage.name: round(stage.seconds, 3) for stage in summary.stages},
        "seconds": round(summary.seconds, 3),
        "peak_memory_bytes": summary.peak_memory_bytes,
        "bytes": summary.bytes,
        "sources": [asdict(source) for source in summary.sources],
    }


def _sources(summary: BuildSummary) -> Table:
    """Return what must be said wherever the data is shown."""
    table = _table("Sources and licences", "source")
    for name in ("date", "licence", "credit"):
        table.add_column(name)
    for source in summary.sources:
        cells = (source.title, source.date, source.licence, source.credit)
        table.add_row(*(Text(cell or "") for cell in cells))
    return table


def _sites(summary: BuildSummary) -> Table:
    table = _table("Evacuation sites (指定緊急避難場所), profile adult", "hazard")
    for heading in ("flagged", "usable", "in conflict", "too far"):
        table.add_column(heading, justify="right")
    for one in summary.site_counts:
        counts = (one.flagged, one.usable, len(one.conflicts), len(one.too_far))
        table.add_row(f"{one.kind} {OFFICIAL_NAME[one.kind]}", *map(str, counts))
    return table


def _shares(summary: BuildSummary) -> Table:
    """Return the share of street length by class; only classes that occur."""
    table = _table("Share of street length by exposure", "class")
    for one in summary.exposures:
        table.add_column(str(one.kind), justify="right")
    for key in CLASS_KEYS:
        shares = [one.share.get(key, 0.0) for one in summary.exposures]
        if any(shares):
            table.add_row(key, *(f"{share:.1%}" if share else "" for share in shares))
    return table


def _unused(summary: BuildSummary) -> Table:
    """Return the first of the sites that are designated but not used."""
    table = _table("Designated, but not used: for staff to look at", "site")
    for heading in ("hazard", "why"):
        table.add_column(heading)
    rows = [*_conflict_rows(summary), *_far_rows(summary)]
    for name, kinds, why in rows[:MAX_UNUSED]:
        table.add_row(Text(name), kinds, why)
    if len(rows) > MAX_UNUSED:
        table.add_row(f"… and {len(rows) - MAX_UNUSED} more: all with --json", "", "")
    return table


def _conflict_rows(summary: BuildSummary) -> Iterator[tuple[str, str, str]]:
    for one in summary.site_counts:
        for conflict in one.conflicts:
            where = f"inside the layer ({CLASS_NAME[conflict.class_at].key})"
            yield conflict.site.name, str(one.kind), where


def _far_rows(summary: BuildSummary) -> Iterator[tuple[str, str, str]]:
    """Yield every site that is too far from the streets once, with all its kinds."""
    kinds_of: dict[str, list[str]] = {}
    sites = {site.id: site for one in summary.site_counts for site in one.too_far}
    for one in summary.site_counts:
        for site in one.too_far:
            kinds_of.setdefault(site.id, []).append(str(one.kind))
    for key, site in sites.items():
        yield site.name, ", ".join(kinds_of[key]), f"{site.distance_m:,.0f} m from the nearest street"


def _drops(summary: BuildSummary) -> Table:
    table = _table("Left out", "what and why")
    for heading in ("count", "km"):
        table.add_column(heading, justify="right")
    for drop in summary.dropped:
        table.add_row(
            Text(drop.what), f"{drop.count:,}", f"{drop.length_m / 1000:,.1f}" if drop.length_m else ""
        )
    return table


def _table(title: str, first: str) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", box=None, pad_edge=False)
    table.add_column(first)
    return table
