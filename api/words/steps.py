"""Steps in words: 「本町通りを西へ 190m」「坂本通りを右へ 300m（橋を渡る）」「松ヶ丘公園に着く」."""

from collections.abc import Iterator, Sequence

from api.words.text import Words
from router.classes import Flag, StreetClass
from router.place.steps import Step, Turn

WAY_OF_CLASS = {
    StreetClass.PEDESTRIAN: "footway",
    StreetClass.FOOTWAY: "footway",
    StreetClass.PATH: "path",
    StreetClass.BRIDLEWAY: "path",
    StreetClass.TRACK: "track",
}
"""How a nameless street is called; the others are plain roads."""
REMARKS = ((Flag.BRIDGE, "bridge"), (Flag.UNDERPASS, "underpass"), (Flag.FORD, "ford"))
TOLD_FLAGS = (
    Flag.STEPS,
    Flag.BRIDGE,
    Flag.TUNNEL,
    Flag.UNDERPASS,
    Flag.COVERED,
    Flag.UNLIT,
    Flag.FORD,
    Flag.UNPAVED,
    Flag.HANDRAIL,
    Flag.RAMP,
    Flag.INCLINE_UP,
)
"""Flags that a walker may want to know about, in the order in which they are told."""
_FLAG_NAMES = tuple((int(flag), str(flag.name).lower()) for flag in TOLD_FLAGS)
_REMARKS = tuple((int(flag), f"remark.{key}") for flag, key in REMARKS)
_STEPS = int(Flag.STEPS)


def step_text(step: Step, name: str, classes: Sequence[int], site: str, words: Words) -> str:
    """Return one instruction.

    Parameters
    ----------
    step : Step
    name : str
        The street's name; empty where it has none.
    classes : sequence of int
        Street classes along the step.
    site : str
        Name of the evacuation site where the way ends.
    words : Words
    """
    if step.turn is Turn.ARRIVE:
        return words.say("step.arrive", site=site)
    length = words.length(step.length_mm / 1000)
    way = name or words.say(f"way.{_way(step.flags, classes)}")
    text = words.say(f"step.{step.turn}", way=way, length=length, compass=words.compass(step.compass_deg))
    remarks = words.say("step.between_remarks").join(_remarks(step.flags, bool(name), words))
    return words.say("step.with_remarks", text=text, remarks=remarks) if remarks else text


def flag_names(flags: int) -> list[str]:
    """Return the names of the told flags that are set."""
    return [name for bit, name in _FLAG_NAMES if flags & bit]


def _way(flags: int, classes: Sequence[int]) -> str:
    if flags & _STEPS:
        return "steps"
    ways = {WAY_OF_CLASS.get(StreetClass(which), "road") for which in classes}
    return ways.pop() if len(ways) == 1 else "road"


def _remarks(flags: int, named: bool, words: Words) -> Iterator[str]:
    if named and flags & _STEPS:
        yield words.say("remark.steps")
    yield from (words.say(key) for bit, key in _REMARKS if flags & bit)
