"""The texts of the options of `nigemichi decide`, read; what is wrong goes to a list of problems."""

from collections.abc import Iterator, Sequence
from typing import Any

from hazard.decision.situation import ProfileName
from hazard.kinds import OFFICIAL_NAME, HazardKind
from router.errors import Problem

_YES: dict[str, tuple[str, Any]] = {
    "wooden": ("wooden", True),
    "solid": ("wooden", False),
    "low_lying": ("low_lying", True),
    "by_cliff": ("by_cliff", True),
    "at_shore": ("at_shore", True),
    "usable": ("usable", True),
    "damaged": ("usable", False),
    "outdoors": ("whereabouts", "outdoors"),
}
_NUMBERS = {"floor": "floor", "storeys": "storeys", "height": "floor_height_cm"}
_PARTY: dict[str, tuple[str, Any]] = {
    "takes_time": ("takes_time", True),
    "helper": ("needs_helper", True),
    "pets": ("pets", True),
    "car_at_hand": ("car_at_hand", True),
    "relatives": ("relatives", True),
    **{str(name): ("profile", str(name)) for name in ProfileName},
}


def read_home(text: str | None, problems: list[Problem]) -> dict[str, Any]:
    """Return the fields of a place."""
    return dict(_words(text, "--home", _YES, _NUMBERS, problems))


def read_party(text: str | None, profile: str | None, problems: list[Problem]) -> dict[str, Any]:
    """Return the fields of a party."""
    told = {} if profile is None else {"profile": profile}
    return told | dict(_words(text, "--who", _PARTY, {"supplies": "supplies_h"}, problems))


def read_levels(
    levels: Sequence[str] | None,
    weather: Sequence[str] | None,
    tsunami: str | None,
    orders: Sequence[str] | None,
    events: Sequence[str] | None,
    problems: list[Problem],
) -> dict[str, dict[str, Any]]:
    """Return what is in force, by kind."""
    forces: dict[str, dict[str, Any]] = {}
    for option, texts, field in (
        ("--level", levels, "town_level"),
        ("--weather", weather, "weather_level"),
    ):
        for text in texts or ():
            kind, _, number = text.partition("=")
            if kind not in OFFICIAL_NAME or not number.isdecimal():
                expected = f"KIND=0 … 5, a kind of {', '.join(OFFICIAL_NAME)}"
                problems.append(Problem(option, "", expected, repr(text)))
                continue
            name = "volcano_level" if kind == HazardKind.VOLCANO else field
            forces.setdefault(kind, {})[name] = int(number)
    for option, kinds, field in (("--order", orders, "order"), ("--event", events, "event")):
        for kind in kinds or ():
            if kind in OFFICIAL_NAME:
                forces.setdefault(kind, {})[field] = True
            else:
                problems.append(Problem(option, "", f"one of {', '.join(OFFICIAL_NAME)}", repr(kind)))
    if tsunami is not None:
        forces.setdefault(str(HazardKind.TSUNAMI), {})["tsunami"] = tsunami
    return forces


def _words(
    text: str | None,
    option: str,
    words: dict[str, tuple[str, Any]],
    numbers: dict[str, str],
    problems: list[Problem],
) -> Iterator[tuple[str, Any]]:
    """Yield field and value of every word or ``NAME=NUMBER``."""
    for part in (one.strip() for one in (text or "").split(",")):
        name, equals, number = part.partition("=")
        if part in words:
            yield words[part]
        elif equals and name in numbers and number.lstrip("-").isdecimal():
            yield numbers[name], int(number)
        elif part:
            expected = ", ".join([*words, *(f"{one}=NUMBER" for one in numbers)])
            problems.append(Problem(option, "", expected, repr(part)))
