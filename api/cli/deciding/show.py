"""A decision for people at a terminal: what to do, the official words, why, the way, and what changes it."""

from collections.abc import Iterator

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from api.cli.show import INDENT, source_line
from api.decide.contract import DecideAnswer, WayAnswer
from api.words import Words


def show(answer: DecideAnswer, words: Words, console: Console) -> None:
    """Print ``answer``."""
    console.print(Group(*_parts(answer, words)))


def _parts(answer: DecideAnswer, words: Words) -> Iterator[RenderableType]:
    if answer.fictional:
        yield Text(f"※ {words.say('label.fictional')}", style="bold reverse")
    yield Text(answer.headline, style="bold")
    for official in answer.official:
        yield _indented(f"{official.name}「{official.act}」")
    if answer.margin_min is not None:
        scenario = answer.scenario or ""
        yield _indented(words.say("decision.margin", n=str(answer.margin_min), scenario=scenario))
    lists = (("why", answer.reasons), ("how", answer.notes), ("changes", answer.changes))
    for label, said in lists:
        if said:
            yield Text(words.say(f"decision.{label}"), style="bold")
            yield from (_indented(text) for text in dict.fromkeys(one.text for one in said))
    if answer.way is not None:
        yield from _way(answer.way, words)
    yield Text(words.say("label.sources"), style="bold")
    yield from (_indented(source_line(source)) for source in answer.sources)


def _way(way: WayAnswer, words: Words) -> Iterator[RenderableType]:
    name = way.goal.name if way.goal is not None else words.say("decision.edge_of_zone")
    yield Text(words.say("label.to"), style="bold")
    yield _indented(f"{name}: {words.minutes(way.duration_s)}, {words.length(way.length_m)}")
    for number, step in enumerate(way.steps, start=1):
        yield Text(f"{number:>4}. {step.text}")


def _indented(text: str) -> Padding:
    return Padding(Text(text), INDENT, expand=False)
