"""Every language has every sentence with the same names in it, and no text can be mistaken."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import get_args

import pytest

from api.alerts.texts import LANGS, Said, texts_of
from api.alerts.texts.compose import Ending, drill_of, ending_of
from api.alerts.texts.said import GRADE_NAME, GRADES, LEVELLED, grade_of
from api.alerts.texts.speaker import speaker_at_end, speaker_of
from api.alerts.texts.table import names, table_in
from api.push.contract import PushLang
from hazard.decision.situation import TsunamiState
from hazard.kinds import HazardKind
from hazard.world.codec.forms import TEXT_CHARS

AT = datetime(2026, 11, 24, 5, 10, tzinfo=UTC)
FLOOD = Said(area="白波町", kinds=(HazardKind.FLOOD,), level=4)
CASES = [
    *(Said(area="白波町", kinds=(kind,), level=level) for kind in sorted(LEVELLED) for level in (3, 4, 5)),
    *(Said(area="白波町", kinds=(HazardKind.TSUNAMI,), grade=grade) for grade in GRADES),
    *(
        Said(area="白波町", kinds=(kind,))
        for kind in HazardKind
        if kind not in LEVELLED and kind != "tsunami"
    ),
]
FULL = Said(
    area="白波町",
    kinds=(HazardKind.FLOOD, HazardKind.LANDSLIDE),
    level=4,
    towns=("浜1丁目", "港"),
    drawn=True,
    zones=(HazardKind.FLOOD,),
    streets=("本町通り", "坂本通り"),
    sites=("松ヶ丘公園",),
    until=AT,
    note={"ja": "町の車が回ります。", "en": "Cars of the town come by."},
    update=True,
)


def holes(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


def test_languages_are_those_of_subscriptions() -> None:
    assert set(LANGS) == set(get_args(PushLang))


@pytest.mark.parametrize("lang", LANGS)
def test_every_language_says_everything(lang: str) -> None:
    table, japanese = table_in(lang), table_in("ja")
    assert table.sentences.keys() == japanese.sentences.keys()
    for key, said in table.sentences.items():
        if key in ("about.beside", "about.moment"):  # names are shown, and dates written, in their own way
            continue
        assert holes(said) == holes(japanese.sentences[key]), (lang, key)
        assert said.strip() or key in ("about.mark", "about.space"), (lang, key)
    assert {"month", "day", "time"} <= holes(table.sentences["about.moment"])
    assert table.published <= table.sentences.keys()
    assert table.reference == (lang != "ja")
    assert bool(table.sentences["about.mark"]) == table.reference


def test_japanese_terms_are_the_official_ones() -> None:
    table = table_in("ja")
    for key, name in names().items():
        assert table.sentences[key] == name.ja
    for grade, name in GRADE_NAME.items():
        assert names()[f"tsunami.{grade}"].ja == name


@pytest.mark.parametrize(
    "said", CASES, ids=lambda said: f"{said.kinds[0]}-{said.level or said.grade or 'order'}"
)
def test_number_japanese_and_romaji_stand_beside_every_translation(said: Said) -> None:
    official = names()[f"tsunami.{said.grade}" if said.grade else said.name_key]
    for lang, text in texts_of(said).items():
        assert official.ja in text.title, lang
        if lang not in ("ja", "ja-easy"):
            assert official.romaji in text.title
            assert "参考訳" in text.body
        assert text.reference == (lang != "ja")
        assert 0 < len(text.whole) < TEXT_CHARS
        assert not re.search(r"[{}]", text.whole + text.read)
        assert text.read.count("【") == 0


@pytest.mark.parametrize(
    "said", CASES, ids=lambda said: f"{said.kinds[0]}-{said.level or said.grade or 'order'}"
)
def test_nothing_abolished_or_soothing_is_said(said: Said) -> None:
    whole = "".join(text.whole for text in texts_of(said).values()) + speaker_of(said).text
    for word in ("避難勧告", "避難準備", "災害発生情報", "念のため", "安全です", "相当"):
        assert word not in whole


def test_all_facts_are_in_every_text() -> None:
    for lang, text in texts_of(FULL).items():
        for fact in ("浜1丁目", "港", "本町通り", "坂本通り", "松ヶ丘公園", "14:10", "11", "24"):
            assert fact in text.body, (lang, fact)
        assert ("Cars of the town" in text.body) == (lang == "en")
        assert ("町の車" in text.body) == (lang != "en"), "without a translation the Japanese stands"
    assert texts_of(FULL)["ja"].title.startswith("【更新】")


@pytest.mark.parametrize("lang", LANGS)
def test_a_drill_says_so_first_and_last_in_every_text(lang: str) -> None:
    for said in (FULL, FLOOD):
        drill, real = texts_of(replace(said, drill=True))[lang], texts_of(said)[lang]
        assert drill.title.startswith("【訓練")
        assert drill.body.startswith(table_in(lang).sentences["drill.first"])
        assert table_in(lang).sentences["drill.last"] in drill.body
        assert "訓練" not in real.whole
    for text in ending_of(replace(FLOOD, drill=True), Ending.LIFT, AT).values():
        assert text.title.startswith("【訓練")
    assert drill_of("started", "秋の訓練")[lang].title.startswith("【訓練")


@pytest.mark.parametrize("how", Ending)
def test_an_end_names_area_hazard_and_time_and_promises_nothing(how: Ending) -> None:
    for lang, text in ending_of(FLOOD, how, AT, "また知らせます。").items():
        for fact in ("白波町", "14:10", names()["level.4"].ja, "また知らせます。"):
            assert fact in text.body, (lang, fact)


def test_grades_are_told_apart() -> None:
    assert grade_of("大津波警報・津波警報・津波注意報を発表") is TsunamiState.MAJOR_WARNING
    assert grade_of("津波警報（気象庁 14:09）") is TsunamiState.WARNING
    assert grade_of("津波注意報") is TsunamiState.ADVISORY
    assert grade_of("津波注意報解除") is None
    assert grade_of("町長の判断") is None


def test_the_loudspeaker_repeats_names_the_sender_and_points_at_no_map() -> None:
    lines = speaker_of(FLOOD).text.split("\n")
    assert lines[0] == lines[1] == "緊急放送、緊急放送、警戒レベル4、避難指示。"
    assert lines[2] == lines[-1] == "こちらは、白波町です。"
    assert "くり返します。" in lines
    assert lines.count("危険な場所にいる方は、速やかに、全員避難を開始してください。") == 2
    for said in [*CASES, FULL, replace(FULL, area="白波町（架空の町）")]:
        spoken = speaker_of(said)
        assert not re.search(r"[（）【】()\[\]{}a-zA-Z]|地図に示", spoken.text), spoken.text
        assert spoken.seconds > 0


def test_tsunami_on_the_loudspeaker() -> None:
    said = Said(area="白波町", kinds=(HazardKind.TSUNAMI,), grade=TsunamiState.MAJOR_WARNING)
    spoken = speaker_of(said)
    assert spoken.siren == "サイレン：3秒を3回"
    assert spoken.text.count("大津波警報が発表されました。") == 3
    assert "レベル" not in spoken.text, "an order for a tsunami has no number"
    assert speaker_of(FLOOD).siren == ""


def test_a_drill_on_the_loudspeaker() -> None:
    drill = replace(FLOOD, drill=True)
    for text in (speaker_of(drill).text, speaker_at_end(drill, Ending.LIFT).text):
        lines = text.split("\n")
        assert lines[0] == lines[1] == "これは、訓練放送です。"
        assert lines[-1] == "これで、訓練放送を終わります。"
    assert "解除されました" in speaker_at_end(FLOOD, Ending.LIFT).text
    assert "取り消されました" in speaker_at_end(FLOOD, Ending.CANCEL).text
