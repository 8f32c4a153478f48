"""防災行政無線: what is read over outdoor loudspeakers. Japanese only, short sentences, said again."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from api.alerts.texts.compose import Ending
from api.alerts.texts.said import Said
from api.alerts.texts.table import names, table_in

CHARS_PER_S = 5
"""Our estimate for planning: newsreaders speak about 300 characters a minute."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """What is read.

    Attributes
    ----------
    siren : str
        How the siren sounds first; empty where no rule says so for the whole country.
    text : str
        Lines in the order in which they are read.
    seconds : int
        About how long it takes, without the siren.
    """

    siren: str
    text: str
    seconds: int


def speaker_of(said: Said) -> Speaker:
    """Return what the loudspeakers say of an alert."""
    words = _words()
    lines = list(_framed(said, _alert_lines(said, words), words))
    return Speaker(words["siren"].get(said.grade or "", ""), *_timed(lines))


def speaker_at_end(said: Said, how: Ending) -> Speaker:
    """Return what the loudspeakers say when an alert is cancelled or lifted."""
    words, table = _words(), table_in("ja")
    key = "lift" if how is Ending.LIFT else "cancel"
    ended = words["part"][key].format(where=_where(said, words), name=_name(said))
    lines = [
        words["part"]["sender"].format(area=_area(said)),
        ended,
        table.say("more.over"),
        words["part"]["again"],
        ended,
    ]
    return Speaker("", *_timed(list(_framed(said, lines, words))))


def _alert_lines(said: Said, words: Mapping[str, Any]) -> list[str]:
    part, table = words["part"], table_in("ja")
    case = str(said.grade or said.level or "order")
    times = words["repeat"]["tsunami" if said.grade else "plain"]
    holds = part["alert"].format(where=_where(said, words), name=_name(said))
    acts = list(_acts(said, words))
    why = (
        []
        if said.grade
        else [table.say(f"why.{kind}") for kind in said.kinds if f"why.{kind}" in table.sentences]
    )
    opening = [words["opening"][case]] * times
    sender = part["sender"].format(area=_area(said))
    return [*opening, sender, holds, *why, *acts, part["again"], holds, *acts, sender]


def _acts(said: Said, words: Mapping[str, Any]) -> Iterator[str]:
    keys = [str(said.level or said.grade or ""), *said.kinds]
    yield from (words["act"][key] for key in keys if key in words["act"])


def _framed(said: Said, lines: list[str], words: Mapping[str, Any]) -> Iterator[str]:
    """Yield the lines; a drill says so first, twice, and last."""
    if said.drill:
        yield from [words["part"]["drill"]] * 2
    yield from lines
    if said.drill:
        yield from [words["part"]["drill"], words["part"]["drill_end"]]


def _where(said: Said, words: Mapping[str, Any]) -> str:
    """Return where it holds, for ears: nothing that one must see."""
    part, table, area = words["part"], table_in("ja"), _area(said)
    parts = list(said.towns)
    if said.drawn:
        key = "drawn" if said.streets else "undrawn"
        parts.append(part[key].format(streets=table.listed(said.streets)))
    if said.zones:
        parts.append(part["zone"].format(hazards=table.hazards(said.zones)))
    if not parts:
        return table.say("area.all", area=area)
    return table.say("area.part", area=area, parts=table.listed(parts))


def _area(said: Said) -> str:
    """Return the area's name as it is spoken: what stands in brackets is part of it."""
    return said.area.replace("（", "、").replace("）", "")


def _name(said: Said) -> str:
    """Return the instruction's official name with the pause that a voice needs."""
    hazards = table_in("ja").hazards(said.kinds)
    return f"{hazards}の、{names()[said.name_key].ja.replace(' ', '、')}"


def _timed(lines: list[str]) -> tuple[str, int]:
    text = "\n".join(lines)
    return text, -(-len(text) // CHARS_PER_S)


@cache
def _words() -> Mapping[str, Any]:
    return tomllib.loads((files("api.alerts") / "speaker.toml").read_text(encoding="utf-8"))
