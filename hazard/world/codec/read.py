"""Reading events: everything is checked, every problem is told at once, nothing unknown passes."""

from collections.abc import Iterator
from dataclasses import MISSING, fields
from typing import Any, TypeAlias

import orjson

from hazard.kinds import HazardKind
from hazard.world.codec.forms import READERS, Unfit
from hazard.world.codec.write import canonical, to_json
from hazard.world.events import (
    EVENTS,
    AlertIssued,
    DrillEnded,
    DrillStarted,
    Event,
    Expired,
    LayerReplaced,
    RoadClosed,
    Subject,
    WarningTold,
)
from router.errors import InputError, Problem

Json: TypeAlias = Any
VERSION = 1
"""Of the form of an event (docs/formats.md, section 6)."""
MAX_BYTES = 512 * 1024
"""A closure of 20,000 streets is about 140 kB; an alert in 20 languages at most 160 kB."""
FOUND_CHARS = 80
_HEAD = ("v", "event")


def event_to_json(event: Event) -> dict[str, Json]:
    """Return an event as plain values: version and name first."""
    return {"v": VERSION, "event": type(event).__name__, **to_json(event)}


def encode(event: Event) -> bytes:
    """Return an event as canonical JSON: what the log keeps."""
    return canonical(event_to_json(event))


def decode(content: bytes, source: str = "event") -> Event:
    """Read what `encode` wrote.

    Parameters
    ----------
    content : bytes
    source : str
        Name for messages.

    Raises
    ------
    InputError
        With every problem found.
    """
    if len(content) > MAX_BYTES:
        raise InputError(Problem(source, "", f"at most {MAX_BYTES} bytes", f"{len(content)}"))
    try:
        data = orjson.loads(content)
    except orjson.JSONDecodeError as error:
        raise InputError(Problem(source, "", "JSON", str(error)[:FOUND_CHARS])) from error
    return event_from_json(data, source)


def event_from_json(data: Json, source: str = "event") -> Event:
    """Read an event from plain values.

    Parameters
    ----------
    data : dict
        As `event_to_json` writes it; fields with a default may be absent.
    source : str
        Name for messages.

    Raises
    ------
    InputError
        With every problem found.
    """
    form = _form_of(data, source)
    names = [f.name for f in fields(form)]
    needed = {f.name for f in fields(form) if f.default is MISSING and f.default_factory is MISSING}
    strange = sorted(data.keys() - {*names, *_HEAD})
    problems = [Problem(source, name[:FOUND_CHARS], "no such field", "something") for name in strange]
    problems += [Problem(source, name, "a value", "nothing") for name in sorted(needed - data.keys())]
    values: dict[str, Any] = {}
    for name in (name for name in names if name in data):
        try:
            values[name] = READERS[name](data[name])
        except Unfit as unfit:
            found = repr(data[name])[:FOUND_CHARS]
            problems.append(Problem(source, name + unfit.where, unfit.expected, found))
    if not problems:
        event = form(**values)
        problems = list(_contradictions(event, source))
    if problems:
        raise InputError(problems)
    return event


def check(event: Event, source: str = "event") -> Event:
    """Return an event made by hand as it is read back from the log, or raise InputError."""
    return decode(encode(event), source)


def _form_of(data: Json, source: str) -> type[Event]:
    if not isinstance(data, dict):
        raise InputError(Problem(source, "", "an object", type(data).__name__))
    version, name = data.get("v"), data.get("event")
    form = EVENTS.get(name) if isinstance(name, str) else None
    problems = []
    if version != VERSION or isinstance(version, bool):
        problems.append(Problem(source, "v", str(VERSION), repr(version)[:FOUND_CHARS]))
    if form is None:
        problems.append(Problem(source, "event", "one of " + ", ".join(EVENTS), repr(name)[:FOUND_CHARS]))
    if form is None or problems:
        raise InputError(problems)
    return form


def _contradictions(event: Event, source: str) -> Iterator[Problem]:
    """Yield what fits field by field and not together."""
    until = getattr(event, "until", None)
    if until is not None and not isinstance(event, Expired) and until <= event.at:
        yield Problem(source, "until", "later than at", str(until))
    if isinstance(event, DrillStarted | DrillEnded) and not event.drill:
        yield Problem(source, "drill", "true: a drill is never real", "false")
    if isinstance(event, LayerReplaced) and event.drill:
        yield Problem(source, "drill", "false: layers are not played", "true")
    if isinstance(event, Expired) and event.subject is Subject.EXERCISE and not event.drill:
        yield Problem(source, "drill", "true: an exercise is never real", "false")
    if isinstance(event, AlertIssued | WarningTold):
        yield from _of_kinds(event, source)
    if isinstance(event, RoadClosed) and not event.streets:
        yield Problem(source, "streets", "at least one street", "none")


def _of_kinds(event: AlertIssued | WarningTold, source: str) -> Iterator[Problem]:
    """Yield what does not fit the kinds that an alert or a warning is about."""
    if len(set(event.kinds)) != len(event.kinds):
        yield Problem(source, "kinds", "each kind once", ", ".join(event.kinds))
    if event.grade is not None and HazardKind.TSUNAMI not in event.kinds:
        yield Problem(source, "grade", "null: only a tsunami has one", event.grade)
    if isinstance(event, WarningTold):
        scales = (event.weather_level, event.grade, event.volcano_level)
        if all(scale is None for scale in scales):
            yield Problem(source, "weather_level", "a level, a grade or a volcano_level", "none of them")
        if event.volcano_level is not None and HazardKind.VOLCANO not in event.kinds:
            yield Problem(source, "volcano_level", "null: only a volcano has one", str(event.volcano_level))
