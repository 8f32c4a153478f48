from collections.abc import Sequence

import pytest

from api.words import words_in
from api.words.steps import flag_names, step_text
from router.classes import Flag, StreetClass
from router.place.steps import Step, Turn

ROAD = (StreetClass.RESIDENTIAL,)


def told(
    turn: Turn,
    name: str = "",
    length_mm: int = 190_000,
    compass_deg: int = 270,
    flags: int = 0,
    classes: Sequence[int] = ROAD,
    lang: str = "ja",
) -> str:
    step = Step(turn, 0, 1, length_mm, 0, 0, compass_deg, flags, 0, 0)
    return step_text(step, name, classes, "松ヶ丘公園", words_in(lang))


def test_named_streets_in_japanese() -> None:
    assert told(Turn.START, "本町通り") == "本町通りを西へ 190m"
    assert told(Turn.RIGHT, "坂本通り", 300_000) == "坂本通りを右へ 300m"
    assert told(Turn.ARRIVE) == "松ヶ丘公園に着く"


def test_named_streets_in_english() -> None:
    assert told(Turn.START, "本町通り", lang="en") == "Go west on 本町通り, 190 m"
    assert told(Turn.RIGHT, "坂本通り", 300_000, lang="en") == "Right into 坂本通り, 300 m"
    assert told(Turn.ARRIVE, lang="en") == "Arrive at 松ヶ丘公園"


@pytest.mark.parametrize(
    ("flags", "classes", "text"),
    [
        (0, ROAD, "道を左へ 190m"),
        (0, [StreetClass.FOOTWAY, StreetClass.FOOTWAY], "歩道を左へ 190m"),
        (0, [StreetClass.FOOTWAY, StreetClass.SERVICE], "道を左へ 190m"),
        (0, [StreetClass.PATH], "細い道を左へ 190m"),
        (0, [StreetClass.TRACK], "土の道を左へ 190m"),
        (Flag.STEPS, [StreetClass.STEPS], "階段を左へ 190m"),
        (Flag.BRIDGE, ROAD, "道を左へ 190m（橋を渡る）"),
        (Flag.BRIDGE | Flag.UNDERPASS, ROAD, "道を左へ 190m（橋を渡る・地下道・トンネルを通る）"),
        (Flag.LIT | Flag.CROSSING, ROAD, "道を左へ 190m"),
    ],
)
def test_streets_without_a_name(flags: int, classes: list[int], text: str) -> None:
    assert told(Turn.LEFT, flags=int(flags), classes=classes) == text


def test_steps_with_a_name_are_said_to_be_steps() -> None:
    assert told(Turn.LEFT, "神社参道", flags=int(Flag.STEPS)) == "神社参道を左へ 190m（階段を通る）"


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_turn_has_words(lang: str) -> None:
    texts = {told(turn, "本町通り", lang=lang) for turn in Turn}
    assert len(texts) == len(Turn)


def test_flags_are_told_by_name() -> None:
    assert flag_names(int(Flag.UNDERPASS | Flag.STEPS | Flag.LIT | Flag.NO_CARS)) == ["steps", "underpass"]
