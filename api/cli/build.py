"""`nigemichi build`: a region folder from streets, hazard rasters and the official list of sites."""

import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import orjson
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from api.cli import build_options as options
from api.cli.group import err
from api.cli.summary import show_summary, summary_to_dict
from api.fetch import fetch_bbox, fetch_place
from hazard.build import BuildInputs, BuildSummary, build_region
from router.errors import InputError, Problem

EXAMPLE = (
    "nigemichi build build/kochi --name 高知市 --osm kochi.osm.pbf --hazard tsunami=tsunami_depth_25m.tif"
    " --shelters mergeFromCity_2.csv.gz --municipality 39201"
)
FETCHED_NAME = "streets.osm"


def build(  # noqa: PLR0913 (one parameter for each option)
    out: options.Out,
    name: options.Name,
    osm: options.Osm = None,
    place: options.Place = None,
    bbox: options.Box = None,
    hazard: options.Hazard = None,
    shelters: options.Shelters = None,
    municipality: options.Municipality = None,
    dem: options.Dem = None,
    region_id: options.Id = None,
    fictional: options.Fictional = False,
    source: options.SourceText = None,
    thresholds: options.Thresholds = None,
    tiles: options.Tiles = True,
    as_json: options.AsJson = False,
) -> None:
    """Build a region folder, which `route`, `export` and `serve` use.

    Everything is checked first, every problem is told at once, and nothing is left behind if there is one.
    Sources that are not named with --source are credited by their file names.
    """
    problems: list[Problem] = []
    given = [text for text, value in (("--osm", osm), ("--place", place), ("--bbox", bbox)) if value]
    if len(given) != 1:
        found = " and ".join(given) or "none"
        problems.append(Problem("command line", "", "one of --osm, --place and --bbox", found))
    box = options.read_bbox(bbox, problems)
    named = tuple(options.read_sources(source or (), problems))
    credit = () if fictional else (options.OSM_SOURCE,)
    inputs = BuildInputs(
        out=out,
        name=name,
        osm=osm or Path(FETCHED_NAME),
        created_at=datetime.now(UTC),
        hazards=tuple(options.read_hazards(hazard or (), problems)),
        shelters=tuple(shelters or ()),
        municipality=municipality,
        dem=tuple(dem or ()),
        id=region_id,
        fictional=fictional,
        thresholds=thresholds,
        sources=(*credit, *named) if named else None,
        tiles=tiles,
    )
    _check(inputs, problems)
    tell(build_and_watch(inputs, place, box), as_json)


def build_and_watch(
    inputs: BuildInputs, place: str | None = None, bbox: options.BBox | None = None
) -> BuildSummary:
    """Build with a progress bar; the streets are fetched first where a place or a box is given."""
    with _fetched(inputs, place, bbox) as ready, _progress() as progress:
        return build_region(ready, progress)


def tell(summary: BuildSummary, as_json: bool) -> None:
    """Print the end of a build."""
    if as_json:
        sys.stdout.buffer.write(orjson.dumps(summary_to_dict(summary)) + b"\n")
    else:
        show_summary(summary, Console(highlight=False))


def _check(inputs: BuildInputs, problems: list[Problem]) -> None:
    """Raise one InputError with the problems of the options, the build's own checks included."""
    if problems:
        try:
            inputs.check()
        except InputError as error:
            problems += error.problems
        raise InputError(problems)


@contextmanager
def _fetched(inputs: BuildInputs, place: str | None, bbox: options.BBox | None) -> Iterator[BuildInputs]:
    """Give inputs with the streets on disk, for as long as the build needs them."""
    if place is None and bbox is None:
        yield inputs
        return
    with tempfile.TemporaryDirectory(prefix="nigemichi-") as folder:
        file = Path(folder) / FETCHED_NAME
        with err.status(f"Fetching streets: {place or bbox}"):
            fetched = fetch_place(place, file) if place is not None else fetch_bbox(bbox or (), file)
        err.print(f"Fetched {fetched.nodes:,} nodes and {fetched.ways:,} ways")
        yield replace(inputs, osm=file)


@contextmanager
def _progress() -> Iterator[Callable[[str, float], None]]:
    """Show one bar for each stage."""
    columns = (TextColumn("{task.description:<10}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=err) as bars:
        tasks: dict[str, TaskID] = {}

        def update(stage: str, fraction: float) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=1.0)
            bars.update(tasks[stage], completed=fraction)

        yield update
