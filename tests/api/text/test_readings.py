"""Every kanji of an alert in やさしい日本語 has a reading, but those of names."""

import re
from datetime import UTC, datetime

import pytest

from api.alerts.texts import texts_of
from api.alerts.texts.compose import Ending, drill_of, ending_of
from api.alerts.texts.readings import with_readings
from api.alerts.texts.said import Said
from tests.api.alerts.test_texts import CASES, FULL

AT = datetime(2026, 11, 24, 5, 12, tzinfo=UTC)
READING = re.compile(r"[\u4e00-\u9fff々]+《[\u3041-\u309fー]+》")
NAMES = ("白波町", "浜1丁目", "港", "本町通り", "坂本通り", "松ヶ丘公園", "町の車が回ります。", "津波訓練")


def bare(text: str) -> list[str]:
    """Return the kanji that have no reading."""
    for name in NAMES:
        text = text.replace(with_readings(name), "")
    return re.findall(r"[\u4e00-\u9fff々]+", READING.sub("", text))


@pytest.mark.parametrize("said", [*CASES, FULL])
def test_every_kanji_of_an_alert_is_read(said: Said) -> None:
    text = texts_of(said)["ja-easy"].whole
    read = with_readings(text)
    assert re.sub(r"《[^》]*》", "", read) == text
    assert bare(read) == []


@pytest.mark.parametrize("how", Ending)
def test_every_kanji_of_an_end_is_read(how: Ending) -> None:
    assert bare(with_readings(ending_of(FULL, how, AT)["ja-easy"].whole)) == []


@pytest.mark.parametrize("key", ["started", "ended"])
def test_every_kanji_of_a_drill_is_read(key: str) -> None:
    assert bare(with_readings(drill_of(key, "津波訓練")["ja-easy"].whole)) == []


def test_names_of_places_stay_as_they_are() -> None:
    assert with_readings("白波町の 大工町、山手、松ヶ丘公園に") == "白波町の 大工町、山手、松ヶ丘公園に"
    assert with_readings("11月 24日 14:12に") == "11月《がつ》 24日《か》 14:12に"
    assert with_readings("3月 1日") == "3月《がつ》 1日"
