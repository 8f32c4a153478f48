"""`nigemichi build`: a region folder from streets, hazard maps, elevation and lists of places."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import orjson
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from api.cli.building import options, reading
from api.cli.building.fetched import FETCHED_NAME, Order, fetched
from api.cli.group import err
from api.cli.summary import show_summary, summary_to_dict
from hazard.build import BuildInputs, BuildSummary, build_region, untold_files
from router.errors import InputError, Problem

EXAMPLE = (
    "nigemichi build build/kochi --name 高知市 --osm kochi.osm.pbf --hazard tsunami=tsunami_depth_25m.tif"
    " --shelters mergeFromCity_2.csv.gz --municipality 39201"
)


def build(  # noqa: PLR0913 (one parameter for each option)
    out: options.Out,
    name: options.Name,
    osm: options.Osm = None,
    place: options.Place = None,
    bbox: options.Box = None,
    hazard: options.Hazard = None,
    attribute: options.Attribute = None,
    hazard_tiles: options.HazardTiles = None,
    covered: options.Covered = None,
    arrival: options.Arrival = None,
    scenario: options.Scenario = None,
    shelters: options.Shelters = None,
    site_mapping: options.SiteMapping = None,
    site_tiles: options.SiteTiles = None,
    municipality: options.Municipality = None,
    dem: options.Dem = None,
    population: options.Population = None,
    towns: options.Towns = None,
    region_id: options.Id = None,
    fictional: options.Fictional = False,
    source: options.SourceText = None,
    thresholds: options.Thresholds = None,
    profiles: options.Profiles = None,
    tiles: options.Tiles = True,
    cache: options.Cache = None,
    offline: options.Offline = False,
    as_json: options.AsJson = False,
) -> None:
    """Build a region folder, which `route`, `decide`, `export` and `serve` use.

    Everything is checked first, every problem is told at once, and nothing is left behind if there is one.
    Files of official forms say themselves under which licence they stand; of others --source should: people
    are told when nobody did.
    """
    _build(SimpleNamespace(**locals()))  # all options as one value: there are too many for a call


def _build(given: SimpleNamespace) -> None:
    """Read the options, tell all problems at once, and build."""
    problems: list[Problem] = []
    order, inputs = _order(given, problems), _inputs(given, problems)
    _check(inputs, problems)
    _warn_of_untold(inputs)
    tell(build_and_watch(inputs, order), given.as_json)


def _order(given: SimpleNamespace, problems: list[Problem]) -> Order:
    """Return what is to be fetched: with --place and --bbox everything that nobody named."""
    osm, place, bbox = given.osm, given.place, given.bbox
    named = [text for text, value in (("--osm", osm), ("--place", place), ("--bbox", bbox)) if value]
    if len(named) != 1:
        found = " and ".join(named) or "none"
        problems.append(Problem("command line", "", "one of --osm, --place and --bbox", found))
    layers = reading.read_layers(given.hazard_tiles, problems)
    every = () if osm else reading.read_layers(options.ALL, problems)
    return Order(
        place=place,
        bbox=reading.read_bbox(bbox, problems),
        layers=_or(layers, every),
        dem=options.GSI in (given.dem or ()) or (osm is None and not given.dem),
        lists=options.GSI in (given.shelters or ()) or (osm is None and not given.shelters),
        cache=given.cache,
        offline=given.offline,
    )


def _inputs(given: SimpleNamespace, problems: list[Problem]) -> BuildInputs:
    """Return what the region is built from."""
    told = tuple(reading.read_sources(given.source, problems))
    named = tuple(source for path, source in told if path is None)
    scenarios = tuple(reading.read_pairs(given.scenario, "--scenario", "KIND=NAME, YEAR", problems))
    mapping_form = "FILE=TOML, such as buildings.csv=buildings.toml"
    mappings = reading.read_files(given.site_mapping, "--site-mapping", mapping_form, problems)
    return BuildInputs(
        out=given.out,
        name=given.name,
        osm=given.osm or Path(FETCHED_NAME),
        created_at=datetime.now(UTC),
        hazards=tuple(reading.read_hazards(given.hazard, problems)),
        attributes=tuple(reading.read_files(given.attribute, "--attribute", "FILE=NAME", problems)),
        covered=tuple(reading.read_covered(given.covered, problems)),
        arrivals=tuple(reading.read_arrivals(given.arrival, scenarios, problems)),
        scenarios=scenarios,
        shelters=tuple(_files(given.shelters)),
        site_mappings=tuple((file, Path(text)) for file, text in mappings),
        site_tiles=given.site_tiles,
        municipality=given.municipality,
        dem=tuple(_files(given.dem)),
        population=given.population,
        towns=given.towns,
        id=given.region_id,
        fictional=given.fictional,
        thresholds=given.thresholds,
        profiles=given.profiles,
        sources=named if given.fictional and named else None,
        file_sources=tuple((path, source) for path, source in told if path is not None),
        more_sources=named,
        tiles=given.tiles,
    )


def _warn_of_untold(inputs: BuildInputs) -> None:
    """Name every file of which people will read that nobody told its licence and its credit."""
    for path in () if inputs.fictional else untold_files(inputs):
        how = f"--source '{path}=TITLE|DATE|LICENCE|CREDIT'"
        err.print("[bold yellow]warning:[/]", end=" ")
        err.print(
            f"{path}: its form does not say its licence and its credit; tell them with {how}", markup=False
        )


def build_and_watch(inputs: BuildInputs, order: Order | None = None) -> BuildSummary:
    """Build with a progress bar; what is ordered is fetched first."""
    with fetched(inputs, order or Order()) as ready, _progress() as progress:
        return build_region(ready, progress)


def _files(texts: list[str] | None) -> Iterator[Path]:
    """Yield the files among the values of an option: neither gsi nor none."""
    return (Path(text) for text in texts or () if text not in (options.GSI, reading.NONE))


def _or(layers: tuple[str, ...] | None, default: tuple[str, ...] | None) -> tuple[str, ...]:
    return layers if layers is not None else default or ()


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
