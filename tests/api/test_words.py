import re
import string

import pytest

from api.words import LANGS, words_in
from hazard.kinds import OFFICIAL_NAME, WATER
from hazard.outcome import NoRouteReason
from router.profiles import own_profiles

NEVER = {
    "ja": ("安全です", "大丈夫", "絶対", "予測", "最短", "おすすめ", "避難勧告", "逃げ遅れ", "念のため"),
    "en": ("should be fine", "shortest", "fastest", "recommend", "guarantee", "don't worry"),
}
# "safe" may only be denied.
DENIED = re.compile(r"\b(not known to be safe|nowhere is known to be safe|no safe route)\b", re.IGNORECASE)


def names_in(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_sentence_exists_in_every_language() -> None:
    first, *others = (words_in(lang).table for lang in LANGS)
    for other in others:
        assert other.keys() == first.keys()
        # English puts units where Japanese does; names to be filled in are the same set
        assert {key: names_in(text) for key, text in other.items()} == {
            key: names_in(text) for key, text in first.items()
        }


@pytest.mark.parametrize("lang", LANGS)
def test_words_that_are_never_said(lang: str) -> None:
    for key, text in words_in(lang).table.items():
        for word in NEVER[lang]:
            assert word not in text.lower(), f"{key}: {text}"


def test_english_only_denies_that_something_is_safe() -> None:
    for key, text in words_in("en").table.items():
        assert "safe" not in DENIED.sub("", text).lower(), f"{key}: {text}"


def test_japanese_only_denies_that_something_is_safe() -> None:
    for key, text in words_in("ja").table.items():
        rest = (
            text.replace("安全とは言えません", "")
            .replace("どの道も安全ではない", "")
            .replace("屋内安全確保", "")
        )
        assert "安全" not in rest, f"{key}: {text}"


@pytest.mark.parametrize("lang", LANGS)
def test_everything_that_can_be_asked_has_words(lang: str) -> None:
    table = words_in(lang).table
    wanted = [f"{group}.{kind}" for group in ("hazard", "go", "mind") for kind in OFFICIAL_NAME]
    wanted += [f"profile.{profile}" for profile in own_profiles()]
    wanted += [f"advice.{reason}" for reason in NoRouteReason]
    assert [key for key in wanted if key not in table] == []


def test_official_names_are_exact() -> None:
    words = words_in("ja")
    assert {kind: words.say(f"hazard.{kind}") for kind in OFFICIAL_NAME} == OFFICIAL_NAME


def test_tsunami_says_walk_and_no_car() -> None:
    assert "高い所へ今すぐ歩く" in words_in("ja").say("go.tsunami")
    assert "車は使わない" in words_in("ja").say("mind.tsunami")
    assert "Do not use a car" in words_in("en").say("mind.tsunami")


@pytest.mark.parametrize("lang", LANGS)
def test_water_kinds_say_to_keep_away_or_out(lang: str) -> None:
    keep = {"ja": ("近づかない", "入らない"), "en": ("Keep away", "Do not go into")}[lang]
    for kind in WATER:
        assert any(word in words_in(lang).say(f"mind.{kind}") for word in keep)


@pytest.mark.parametrize(
    ("length_m", "ja"),
    [(0, "10m"), (4, "10m"), (14.9, "10m"), (15, "20m"), (994, "990m"), (995, "1.0km"), (1_949, "1.9km")],
)
def test_lengths_are_told_in_steps_of_ten_metres(length_m: float, ja: str) -> None:
    assert words_in("ja").length(length_m) == ja


@pytest.mark.parametrize(("duration_s", "ja"), [(0, "1分"), (60, "1分"), (61, "2分"), (660, "11分")])
def test_minutes_round_up(duration_s: int, ja: str) -> None:
    assert words_in("ja").minutes(duration_s) == ja


def test_compass_has_eight_words() -> None:
    words = words_in("ja")
    told = [words.compass(bearing) for bearing in (0, 22.4, 22.5, 90, 180, 270, 337.4, 337.5, 359.9)]
    assert told == ["北", "北", "北東", "東", "南", "西", "北西", "北", "北"]
