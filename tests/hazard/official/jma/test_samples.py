"""Every official sample is read, as the kind that it is."""

from collections import Counter
from pathlib import Path

import pytest

from hazard.decision.official import TSUNAMI
from hazard.official.jma import NotForUs, Status, Telegram, fold_telegrams, keep_needed, parse_telegram
from hazard.official.jma.contents.river import RiverForecast
from hazard.official.jma.contents.tsunami import Grade, Tsunami
from hazard.official.jma.contents.weather import Warnings

pytestmark = pytest.mark.data

EXPECTED = {
    **dict.fromkeys([f"VPWW{n}" for n in range(54, 62)], "Warnings"),
    "VXWW50": "Warnings",
    "VXKOii": "RiverForecast",
    "VXSUii": "RiverForecast",
    "VTSE41": "Tsunami",
    "VTSE51": "Tsunami",
    "VFVO50": "VolcanoLevel",
    "VFVO52": "Eruption",
    "VFVO56": "Eruption",
    "VXSE53": "Quake",
    "VPBS50": "Bulletin",
    "VPNO50": "SpecialNotice",
    **dict.fromkeys(["VPWP50", "VPHW50", "VPHW51", "VFVO51", "VFVO53", "VFVO54", "VFVO55"], "NotForUs"),
    **dict.fromkeys(["VPZJ51", "VPFJ51", "VMCJ53", "VMCJ54", "VMCJ55"], "NotForUs"),
}
CANCELLED = {"43_03_01_200522_VFVO52.xml", "67_01_04_140927_VFVO56.xml"}


@pytest.fixture(scope="module")
def samples(data_dir: Path) -> dict[str, Telegram]:
    files = sorted((data_dir / "jmaxml").glob("*.xml"))
    assert files
    return {file.name: parse_telegram(file.read_bytes(), file.name) for file in files}


def test_every_sample_is_what_it_is(samples: dict[str, Telegram]) -> None:
    assert len(samples) == 93
    for name, telegram in samples.items():
        code = name.removesuffix(".xml").rpartition("_")[2]
        expected = "Cancelled" if name in CANCELLED else EXPECTED[code]
        assert type(telegram.content).__name__ == expected, name
        assert telegram.head.kind == code.removesuffix("ii"), name
        assert telegram.head.reported_at.utcoffset() is not None
        if isinstance(telegram.content, NotForUs):
            assert telegram.content.reason
    outcomes = Counter(type(telegram.content).__name__ for telegram in samples.values())
    assert outcomes["NotForUs"] == 30


def test_every_code_in_the_samples_is_known(samples: dict[str, Telegram]) -> None:
    for name, telegram in samples.items():
        if isinstance(telegram.content, Warnings) and telegram.head.kind != "VPWW54":
            assert all(w.known for w in telegram.content.warnings if w.in_force), name
        if isinstance(telegram.content, RiverForecast):
            assert all(w.known and w.level for w in telegram.content.warnings), name
        if isinstance(telegram.content, Tsunami):
            assert all(a.grade is not Grade.UNKNOWN for a in telegram.content.forecasts), name


def test_names_are_those_of_the_table(samples: dict[str, Telegram]) -> None:
    from hazard.official.jma.codes import _TABLES

    for telegram in samples.values():
        if isinstance(telegram.content, Warnings) and telegram.head.kind not in ("VPWW54", "VXWW50"):
            for w in telegram.content.warnings:
                assert not w.in_force or _TABLES["weather"][w.code]["name"] == w.name


def test_heights_of_2011_are_never_zero(samples: dict[str, Telegram]) -> None:
    first = samples["32-39_11_02_250206_VTSE41.xml"].content
    assert isinstance(first, Tsunami)
    miyagi = next(a for a in first.forecasts if a.area.code == "220")
    assert miyagi.max_height is not None
    assert (miyagi.max_height.height_cm, miyagi.max_height.words) == (None, "巨大")
    assert miyagi.first is not None
    assert str(miyagi.first.arrival_at) == "2011-03-11 15:00:00+09:00"
    later = samples["32-39_11_09_250206_VTSE41.xml"].content
    assert isinstance(later, Tsunami)
    heights = {a.max_height.height_cm for a in later.forecasts if a.max_height is not None}
    assert 0 not in heights
    assert 1000 in heights


def test_the_tsunami_of_2011_ends(samples: dict[str, Telegram]) -> None:
    event = [t for t in samples.values() if t.head.event_ids == ("20110311144640",)]
    assert len(event) == 5
    states = [fold_telegrams(event[:n]) for n in range(1, 6)]
    grades = [{held.item.grade for held in state.tsunami} for state in states]
    assert all(Grade.MAJOR_WARNING in g for g in grades[:4])
    assert grades[4] == {Grade.FORECAST}
    assert {h.item.grade for h in fold_telegrams(event).ended} <= {Grade.LIFTED, Grade.NONE}


def test_drills_stay_drills(samples: dict[str, Telegram]) -> None:
    real, drill = fold_telegrams(samples.values()), fold_telegrams(samples.values(), Status.TRAINING)
    assert {h.head.status for h in (*real.tsunami, *real.notices, *real.warnings)} == {Status.REAL}
    assert {h.head.status for h in (*drill.tsunami, *drill.notices)} == {Status.TRAINING}
    assert not drill.warnings


def test_folding_what_is_kept_gives_the_same(samples: dict[str, Telegram]) -> None:
    kept = keep_needed(samples.values())
    assert len(kept) < len(samples)
    for status in Status:
        assert fold_telegrams(kept, status) == fold_telegrams(samples.values(), status)


def test_what_the_decision_quotes_is_what_the_telegrams_say(data_dir: Path) -> None:
    files = (data_dir / "jmaxml").glob("*VTSE41.xml")
    text = "".join(file.read_text(encoding="utf-8") for file in files)
    assert TSUNAMI
    for words in TSUNAMI.values():
        assert f"＜{words.name}＞" in text
        assert words.act in text
