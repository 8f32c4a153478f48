"""An answer for people at a terminal: what, where to, how far, what lies on the way, steps, and its age."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from api.contract import RouteAnswer, Source, Start
from api.words import Words
from api.words.advice import class_word
from hazard.kinds import CLASS_NAME

CLASS_OF_KEY = {name.key: which for which, name in CLASS_NAME.items()}
INDENT = (0, 0, 0, 2)
OFF_STREET_M = 20
"""From here on it is told how far the nearest street is."""
SENTENCE_END = re.compile(r"(?<=。)(?=[^）])|(?<=[.;]) ")


def show(answer: RouteAnswer, words: Words, console: Console) -> None:
    """Print ``answer``."""
    console.print(Group(*_parts(answer, words)))


def _parts(answer: RouteAnswer, words: Words) -> Iterator[RenderableType]:
    if answer.fictional:
        yield Text(f"※ {words.say('label.fictional')}", style="bold reverse")
    yield Text(answer.headline, style="bold")
    yield Padding(_facts(answer, words), INDENT, expand=False)
    yield Text(words.say("label.advice"), style="bold")
    for sentence in SENTENCE_END.split(answer.advice):
        yield _indented(sentence)
    if answer.steps:
        yield Text(words.say("label.steps"), style="bold")
        for number, step in enumerate(answer.steps, start=1):
            yield Text(f"{number:>4}. {step.text}")
    yield Text(words.say("label.sources"), style="bold")
    for source in answer.sources:
        yield _indented(source_line(source))
    if answer.built_at:
        yield _indented(_age(answer.built_at, words))


def _age(built_at: str, words: Words) -> str:
    """Return when the region was built, and how long ago that is."""
    built = datetime.fromisoformat(built_at)
    days = (datetime.now(UTC) - built).days
    age = words.say("label.days_ago", n=str(days)) if days > 0 else words.say("label.today")
    return words.say("label.built", day=f"{built:%Y-%m-%d}", age=age)


def _indented(text: str) -> Padding:
    return Padding(Text(text), INDENT, expand=False)


def _facts(answer: RouteAnswer, words: Words) -> Table:
    """Return the short facts as two columns."""
    table = Table.grid(padding=(0, 2))
    for label, text in _fact_rows(answer, words):
        table.add_row(Text(words.say(f"label.{label}")), Text(text))
    return table


def _fact_rows(answer: RouteAnswer, words: Words) -> Iterator[tuple[str, str]]:
    kinds = [words.say(f"hazard.{kind}") for kind in answer.hazard.split(",")]
    yield "hazard", words.say("hazard.between").join(kinds)
    yield "profile", words.say(f"profile.{answer.profile}")
    if answer.start:
        yield "start", _start(answer.start, words)
    if answer.shelter:
        yield "to", f"{answer.shelter.name} ({answer.shelter.address})"
    if answer.duration_s is not None and answer.length_m is not None:
        yield "walk", f"{words.minutes(answer.duration_s)}, {words.length(answer.length_m)}"
    if answer.exposure is not None:
        parts = (f"{_class(key, words)} {words.length(m)}" for key, m in answer.exposure.items())
        yield "exposure", words.say("label.between").join(parts)


def _start(start: Start, words: Words) -> str:
    """Return what lies where one stands, and how far the street is if it is not right here."""
    here = _class(start.exposure, words)
    if start.distance_m < OFF_STREET_M:
        return here
    return words.say("label.off_street", length=words.length(start.distance_m), **{"class": here})


def _class(key: str, words: Words) -> str:
    return class_word(CLASS_OF_KEY[key], words)


def source_line(source: Source) -> str:
    """Return a source in one line: title, date, licence, credit."""
    return ", ".join(part for part in (source.title, source.date, source.licence, source.credit) if part)
