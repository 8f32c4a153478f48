"""`nigemichi decide`: stay, go up, or leave now, for people or as JSON."""

import sys
from pathlib import Path
from typing import Annotated, Any

import orjson
import typer
from pydantic import ValidationError
from rich.console import Console

from api.cli.deciding.reading import read_home, read_levels, read_party
from api.cli.deciding.show import show
from api.decide.answer import tell_decision
from api.decide.asking import read_ask
from api.decide.contract import DecideAnswer, DecideRequest
from api.positions import read_position
from api.words import words_in
from hazard.advise import Advisor
from hazard.engine import Engine
from hazard.region import load_region
from router.errors import InputError, Problem

EXAMPLE = (
    "nigemichi decide build/town --from 141.3,37.308 --level flood=4 --home floor=2,wooden"
    " --who older,supplies=72"
)


def decide(  # noqa: PLR0913 (one parameter for each option)
    region: Annotated[Path, typer.Argument(help="Region folder made by `nigemichi build`.")],
    start: Annotated[str, typer.Option("--from", metavar="LON,LAT", help="Where the person or the home is.")],
    hazard: Annotated[str | None, typer.Option(help="Kinds in question, joined by commas.")] = None,
    level: Annotated[
        list[str] | None,
        typer.Option(metavar="KIND=N", help="警戒レベル of the town in force (volcano: 噴火警戒レベル)."),
    ] = None,
    weather: Annotated[
        list[str] | None, typer.Option(metavar="KIND=N", help="Level of the agency's information.")
    ] = None,
    tsunami: Annotated[
        str | None, typer.Option(help="none, forecast, advisory, warning or major_warning.")
    ] = None,
    order: Annotated[
        list[str] | None, typer.Option(metavar="KIND", help="An evacuation order without a level.")
    ] = None,
    event: Annotated[
        list[str] | None, typer.Option(metavar="KIND", help="Felt or seen: strong shaking, fire close by.")
    ] = None,
    home: Annotated[
        str | None,
        typer.Option(
            metavar="…",
            help="floor=2, storeys=2, height=300 (cm), wooden, solid, low_lying, by_cliff, at_shore, usable,"
            " damaged, outdoors; joined by commas.",
        ),
    ] = None,
    who: Annotated[
        str | None,
        typer.Option(
            metavar="…",
            help="A profile, takes_time, helper, pets, car_at_hand, relatives, supplies=72 (hours).",
        ),
    ] = None,
    profile: Annotated[str | None, typer.Option(help="Of the slowest, as in --who.")] = None,
    elapsed: Annotated[
        float | None, typer.Option(metavar="MIN", help="Minutes since the scenario's start (the earthquake).")
    ] = None,
    delay: Annotated[
        float | None, typer.Option(metavar="MIN", help="Own start delay. [default: 5, 10]")
    ] = None,
    pace: Annotated[int, typer.Option(metavar="PCT", help="Own pace in percent.")] = 100,
    night: Annotated[bool, typer.Option("--night", help="It is dark.")] = False,
    snow: Annotated[bool, typer.Option("--snow", help="There is snow.")] = False,
    ice: Annotated[bool, typer.Option("--ice", help="It is icy.")] = False,
    lang: Annotated[str, typer.Option(help="Language of the answer: ja or en.")] = "ja",
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Say whether to stay, to go up, or to leave now, why, and by which way.

    Follows 避難行動判定フロー and the meanings of 警戒レベル. What is not told counts as not known,
    never as "no".
    """
    problems: list[Problem] = []
    forces = read_levels(level, weather, tsunami, order, event, problems)
    lon, lat = 0.0, 0.0
    try:
        lon, lat = read_position(start, "--from")
    except InputError as error:
        problems += error.problems
    body = {
        "lon": lon,
        "lat": lat,
        "kinds": [name for name in (part.strip() for part in (hazard or "").split(",")) if name],
        "in_force": forces,
        "place": read_home(home, problems),
        "party": read_party(who, profile, problems),
        "since_s": _seconds(elapsed),
        "delay_s": _seconds(delay),
        "pace_pct": pace,
        "night": night,
        "snow": snow,
        "ice": ice,
        "lang": lang,
    }
    request = _checked(body, problems)
    engine, ask = Engine(load_region(region)), read_ask(request)
    advised = Advisor(engine).advise(lon, lat, ask)
    answer = tell_decision(advised, ask, engine.region, lang, lon, lat)
    if as_json:
        sys.stdout.buffer.write(orjson.dumps(answer) + b"\n")
    else:
        show(DecideAnswer.model_validate(answer), words_in(lang), Console(highlight=False))


def _seconds(minutes: float | None) -> int | None:
    return None if minutes is None else round(minutes * 60)


def _checked(body: dict[str, Any], problems: list[Problem]) -> DecideRequest:
    """Return the request, or raise one InputError with the problems of every option."""
    try:
        request = DecideRequest.model_validate(body)
    except ValidationError as error:
        for one in error.errors():
            where = ".".join(str(part) for part in one["loc"])
            problems.append(Problem("command line", where, one["msg"], repr(one["input"])[:80]))
        raise InputError(problems) from None
    if problems:
        raise InputError(problems)
    return request
