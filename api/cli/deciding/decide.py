"""`nigemichi decide`: stay, go up, or leave now, for people or as JSON."""

import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import orjson
from pydantic import ValidationError
from rich.console import Console

from api.cli.deciding import options
from api.cli.deciding.reading import read_home, read_levels, read_party
from api.cli.deciding.show import show
from api.decide.answer import tell_decision
from api.decide.asking import read_ask
from api.decide.contract import DecideAnswer, DecideRequest
from api.positions import read_position
from api.words import words_in
from hazard.advise import Advisor
from hazard.engine import Engine
from hazard.region import Region, load_region
from router.errors import InputError, Problem

EXAMPLE = (
    "nigemichi decide build/town --from 141.3,37.308 --level flood=4 --home floor=2,wooden"
    " --who older,supplies=72"
)


def decide(  # noqa: PLR0913 (one parameter for each option)
    region: options.Region,
    start: options.Start,
    hazard: options.Hazard = None,
    level: options.Level = None,
    weather: options.Weather = None,
    tsunami: options.Tsunami = None,
    order: options.Order = None,
    event: options.Event = None,
    state: options.State = None,
    drill: options.Drill = False,
    home: options.Home = None,
    who: options.Who = None,
    profile: options.Profile = None,
    elapsed: options.Elapsed = None,
    delay: options.Delay = None,
    pace: options.Pace = 100,
    night: options.Night = False,
    snow: options.Snow = False,
    ice: options.Ice = False,
    lang: options.Lang = "ja",
    as_json: options.AsJson = False,
) -> None:
    """Say whether to stay, to go up, or to leave now, why, and by which way.

    Follows 避難行動判定フロー and the meanings of 警戒レベル. What is not told counts as not known,
    never as "no".
    """
    given = SimpleNamespace(**locals())  # all options as one value: there are too many for a call
    request = _request(given)
    answer = _decided(load_region(region), request, state)
    if as_json:
        sys.stdout.buffer.write(orjson.dumps(answer) + b"\n")
    else:
        show(DecideAnswer.model_validate(answer), words_in(lang), Console(highlight=False))


def _decided(region: Region, request: DecideRequest, state: Path | None) -> dict[str, Any]:
    """Return the answer: by what the options say, and by the log where a state folder is given."""
    lon, lat, lang = request.lon, request.lat, request.lang
    if state is None:
        ask = read_ask(request)
        return tell_decision(Advisor(Engine(region)).advise(lon, lat, ask), ask, region, lang, lon, lat)
    from api.cli.deciding.now import read_now  # the log's client takes its time to load

    now = read_now(region, state, lon, lat, drill=request.drill)
    ask = read_ask(request, now.news.in_force)
    advised = Advisor(now.engine).advise(lon, lat, ask)
    return tell_decision(advised, ask, now.engine.region, lang, lon, lat, now.news)


def _request(given: SimpleNamespace) -> DecideRequest:
    """Return the request that the options mean, or raise one InputError with all of their problems."""
    problems: list[Problem] = []
    lon, lat = 0.0, 0.0
    try:
        lon, lat = read_position(given.start, "--from")
    except InputError as error:
        problems += error.problems
    told = (given.level, given.weather, given.tsunami, given.order, given.event)
    body = {
        "lon": lon,
        "lat": lat,
        "kinds": [name for name in (part.strip() for part in (given.hazard or "").split(",")) if name],
        "in_force": read_levels(*told, problems),
        "place": read_home(given.home, problems),
        "party": read_party(given.who, given.profile, problems),
        "since_s": _seconds(given.elapsed),
        "delay_s": _seconds(given.delay),
        "pace_pct": given.pace,
        "night": given.night,
        "snow": given.snow,
        "ice": given.ice,
        "drill": given.drill,
        "lang": given.lang,
    }
    return _checked(body, problems)


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
