"""`nigemichi route`: one answer for people or as JSON, or thousands of lines of JSON."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import orjson
import typer
from rich.console import Console

from api.answers import to_answer, to_answers
from api.cli.deciding.reading import read_levels
from api.cli.show import show
from api.contract import RouteAnswer
from api.needs import Need, read_need
from api.positions import Positions, read_position, read_positions
from api.words import words_in
from hazard.advise import Clock
from hazard.conditions import Conditions, When
from hazard.engine import Engine
from hazard.kinds import HazardKind
from hazard.region import load_region
from router.errors import InputError, Problem

EXAMPLE = "nigemichi route build/kochi --from 133.545,33.552 --hazard tsunami"
BATCH = 4_096
"""Rows answered and written at a time."""


def route(  # noqa: PLR0913 (one parameter for each option)
    region: Annotated[Path, typer.Argument(help="Region folder made by `nigemichi build`.")],
    hazard: Annotated[str, typer.Option(help="Hazard kind, or several joined by commas.")],
    start: Annotated[str | None, typer.Option("--from", metavar="LON,LAT", help="Where one stands.")] = None,
    from_csv: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Many places: a CSV with columns lon and lat.")
    ] = None,
    profile: Annotated[str, typer.Option(help="adult, child, older, wheelchair, group or car.")] = "adult",
    level: Annotated[
        list[str] | None, typer.Option(metavar="KIND=N", help="警戒レベル in force. Repeatable.")
    ] = None,
    elapsed: Annotated[
        float, typer.Option(metavar="MIN", help="Minutes since the start of the scenario with arrival times.")
    ] = 0.0,
    delay: Annotated[
        float | None, typer.Option(metavar="MIN", help="Own start delay. [default: 5, 10]")
    ] = None,
    pace: Annotated[int, typer.Option(metavar="PCT", help="Own pace in percent.")] = 100,
    night: Annotated[bool, typer.Option("--night", help="It is dark.")] = False,
    snow: Annotated[bool, typer.Option("--snow", help="There is snow.")] = False,
    ice: Annotated[bool, typer.Option("--ice", help="It is icy.")] = False,
    lang: Annotated[str, typer.Option(help="Language of the answer: ja, ja-easy, en, zh-CN, …")] = "ja",
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Give the least exposed way from a place to an evacuation site that suits the hazard.

    With --from-csv, one JSON object is printed for each row, in order; a file with any bad row is refused as
    a whole before anything is printed.
    """
    need, places = _read_request(hazard, profile, lang, start, from_csv)
    when = [one for one, holds in ((When.NIGHT, night), (When.SNOW, snow), (When.ICE, ice)) if holds]
    delay_s = None if delay is None else round(60 * delay)
    need = replace(
        need,
        conditions=Conditions.of(_read_levels(level), *when, pace_pct=pace),
        clock=Clock(round(60 * elapsed), night, delay_s),
    )
    engine = Engine(load_region(region))
    if isinstance(places, Positions):
        _answer_file(engine, need, places)
        return
    answer = to_answer(engine, need, *places)
    if as_json:
        sys.stdout.buffer.write(orjson.dumps(answer) + b"\n")
    else:
        show(RouteAnswer.model_validate(answer), words_in(need.lang), Console(highlight=False))


def _read_request(
    hazard: str, profile: str, lang: str, start: str | None, from_csv: Path | None
) -> tuple[Need, tuple[float, float] | Positions]:
    """Return what is asked and where, or raise one InputError with the problems of every option."""
    problems: list[Problem] = []
    need, places = None, None
    try:
        need = read_need(hazard, profile, lang, "command line")
    except InputError as error:
        problems += error.problems
    try:
        places = _read_places(start, from_csv)
    except InputError as error:
        problems += error.problems
    if need is None or places is None:
        raise InputError(problems)
    return need, places


def _read_levels(texts: list[str] | None) -> dict[HazardKind, int]:
    problems: list[Problem] = []
    forces = read_levels(texts, None, None, None, None, problems)
    if problems:
        raise InputError(problems)
    return {HazardKind(kind): next(iter(force.values())) for kind, force in forces.items()}


def _read_places(start: str | None, from_csv: Path | None) -> tuple[float, float] | Positions:
    if (start is None) == (from_csv is None):
        found = "neither" if start is None else "both"
        raise InputError(Problem("command line", "", "either --from or --from-csv", found))
    return read_positions(from_csv) if from_csv else read_position(start or "", "--from")


def _answer_file(engine: Engine, need: Need, places: Positions) -> None:
    """Print one line for each place, in order."""
    plan = engine.plan(need.kinds, need.profile, need.conditions)
    for begin in range(0, len(places.lons), BATCH):
        lons, lats = places.lons[begin : begin + BATCH], places.lats[begin : begin + BATCH]
        lines = (orjson.dumps(answer) for answer in to_answers(engine, plan, need, lons, lats))
        sys.stdout.buffer.write(b"".join(line + b"\n" for line in lines))
