"""Each trap of the formats, on telegrams written for it."""

import pytest

from hazard.kinds import HazardKind
from hazard.official.jma import Cancelled, InfoType, NotForUs, Status
from hazard.official.jma.codes import is_read, kind_of_title, level_in_name, meaning, reason_not_for_us
from hazard.official.jma.contents.events import Bulletin, Quake, VolcanoLevel
from hazard.official.jma.contents.river import RiverForecast
from hazard.official.jma.contents.tsunami import Grade, Tsunami, grade_of
from hazard.official.jma.contents.weather import AreaWarning, Warnings
from router.errors import InputError
from tests.hazard.official.jma.telegrams import (
    NOTHING,
    SHIRANAMI,
    TONARI,
    Letter,
    bulletin,
    coast,
    height,
    kind,
    landslide_alert,
    quake,
    river,
    transitional,
    tsunami,
    volcano,
    warning,
)

FLOODS = (HazardKind.FLOOD, HazardKind.INLAND_FLOOD)


def only(letter: Letter) -> AreaWarning:
    content = letter.parse().content
    assert isinstance(content, Warnings)
    (found,) = content.warnings
    return found


def coasts(letter: Letter) -> Tsunami:
    content = letter.parse().content
    assert isinstance(content, Tsunami)
    return content


@pytest.mark.parametrize(
    ("code", "name", "level", "kinds"),
    [
        ("33", "レベル５大雨特別警報", 5, FLOODS),
        ("43", "レベル４大雨危険警報", 4, FLOODS),
        ("03", "レベル３大雨警報", 3, FLOODS),
        ("10", "レベル２大雨注意報", 2, FLOODS),
        ("49", "レベル４土砂災害危険警報", 4, (HazardKind.LANDSLIDE,)),
        ("48", "レベル４高潮危険警報", 4, (HazardKind.STORM_SURGE,)),
        ("35", "暴風特別警報", None, ()),
        ("07", "波浪警報", None, ()),
        ("22", "なだれ注意報", None, ()),
    ],
)
def test_level_and_kinds(code: str, name: str, level: int | None, kinds: tuple[HazardKind, ...]) -> None:
    found = only(warning((SHIRANAMI, kind(code, name, "発表"))))
    assert (found.name, found.level, found.kinds, found.in_force, found.known) == (
        name,
        level,
        kinds,
        True,
        True,
    )


def test_a_lifted_warning_carries_the_code_of_what_is_lifted() -> None:
    found = only(warning((SHIRANAMI, kind("10", "レベル２大雨注意報", "解除"))))
    assert not found.in_force
    assert found.code == "10"


@pytest.mark.parametrize(
    "status", ["警報から注意報", "特別警報から危険警報", "継続", "発表", "なにか新しい", ""]
)
def test_every_other_status_is_in_force(status: str) -> None:
    assert only(warning((SHIRANAMI, kind("10", "レベル２大雨注意報", status)))).in_force


def test_nothing_in_force_has_no_name() -> None:
    found = only(warning((SHIRANAMI, NOTHING)))
    assert (found.name, found.code, found.in_force) == ("", "", False)


def test_a_name_graver_than_its_code_counts() -> None:
    assert only(warning((SHIRANAMI, kind("03", "レベル４大雨危険警報", "発表")))).level == 4


def test_a_new_code_is_in_force_and_marked() -> None:
    found = only(warning((SHIRANAMI, kind("91", "レベル４熱波危険警報", "発表"))))
    assert (found.level, found.in_force, found.known) == (4, True, False)


def test_a_transitional_warning_is_not_level_3() -> None:
    found = only(transitional((SHIRANAMI, kind("03", "大雨警報", "継続", "浸水害"))))
    assert (found.level, found.kinds) == (None, FLOODS)
    found = only(transitional((SHIRANAMI, kind("03", "大雨警報", "継続", "土砂災害、浸水害"))))
    assert found.kinds == (HazardKind.FLOOD, HazardKind.LANDSLIDE, HazardKind.INLAND_FLOOD)
    assert only(transitional((SHIRANAMI, kind("33", "大雨特別警報", "発表")))).level == 5
    assert only(transitional((SHIRANAMI, kind("04", "洪水警報", "発表")))).kinds == (HazardKind.FLOOD,)


def test_landslide_alert() -> None:
    assert only(landslide_alert((SHIRANAMI, kind("3", "警戒", "発表")))).level == 4
    assert not only(landslide_alert((SHIRANAMI, kind("1", "解除", "解除")))).in_force
    assert not only(landslide_alert((SHIRANAMI, kind("0", "なし", "なし")))).in_force


@pytest.mark.parametrize(
    ("code", "name", "level", "in_force"),
    [
        ("10", "レベル２氾濫注意報解除", None, False),
        ("10", "氾濫注意情報解除", None, False),
        ("20", "レベル２氾濫注意報", 2, True),
        ("22", "レベル２氾濫注意報（警報解除）", 2, True),
        ("22", "氾濫注意情報（警戒情報解除）", 2, True),
        ("30", "氾濫警戒情報", 3, True),
        ("41", "レベル４氾濫危険警報", 4, True),
        ("51", "レベル５氾濫特別警報", 5, True),
        ("53", "氾濫発生情報（氾濫水の予報）", 5, True),
        ("52", "レベル５氾濫特別警報", 5, True),
        ("99", "何か", None, True),
        ("10", "レベル３氾濫警報", 3, True),
    ],
)
def test_rivers(code: str, name: str, level: int | None, in_force: bool) -> None:
    content = river(code, name, SHIRANAMI, TONARI).parse().content
    assert isinstance(content, RiverForecast)
    (found,) = content.warnings
    assert (found.level, found.in_force) == (level, in_force)
    assert [area.code for area in found.municipalities] == [SHIRANAMI[0], TONARI[0]]
    assert found.text == "川の本文。"


@pytest.mark.parametrize(
    ("code", "name", "grade"),
    [
        ("52", "大津波警報", Grade.MAJOR_WARNING),
        ("53", "大津波警報：発表", Grade.MAJOR_WARNING),
        ("51", "津波警報", Grade.WARNING),
        ("62", "津波注意報", Grade.ADVISORY),
        ("71", "津波予報（若干の海面変動）", Grade.FORECAST),
        ("50", "警報解除", Grade.LIFTED),
        ("60", "津波注意報解除", Grade.LIFTED),
        ("00", "津波なし", Grade.NONE),
        ("", "大津波警報", Grade.MAJOR_WARNING),
        ("", "津波注意報解除", Grade.LIFTED),
        ("", "津波警報（大津波）", Grade.MAJOR_WARNING),
        ("51", "大津波警報", Grade.MAJOR_WARNING),
        ("98", "何か", Grade.UNKNOWN),
    ],
)
def test_grades(code: str, name: str, grade: Grade) -> None:
    assert grade_of(code, name) is grade


def test_what_is_not_known_is_in_force_and_gravest() -> None:
    assert Grade.UNKNOWN.in_force
    assert max(Grade, key=lambda grade: grade.rank) is Grade.UNKNOWN


def test_a_huge_tsunami_has_words_and_no_number() -> None:
    shown = coast(
        ("990", "白波県"),
        "53",
        "大津波警報：発表",
        height("NaN", "巨大", "不明"),
        "<FirstHeight><Condition>津波到達中と推測</Condition></FirstHeight>",
    )
    (found,) = coasts(tsunami(shown)).forecasts
    assert found.max_height is not None
    assert (found.max_height.height_cm, found.max_height.words) == (None, "巨大")
    assert found.first is not None
    assert (found.first.arrival_at, found.first.condition) == (None, "津波到達中と推測")


def test_more_than_ten_metres_keeps_its_words() -> None:
    (found,) = coasts(
        tsunami(coast(("990", "白波県"), "52", "大津波警報", height("10", "１０ｍ超")))
    ).forecasts
    assert found.max_height is not None
    assert (found.max_height.height_cm, found.max_height.words) == (1000, "１０ｍ超")


def test_a_station_that_fails_has_no_height() -> None:
    observed = (
        "<Observation><Item><Area><Name>白波県</Name><Code>990</Code></Area><Station><Name>白波港</Name>"
        "<Code>99001</Code><FirstHeight><Condition>第１波識別不能</Condition></FirstHeight>"
        "<MaxHeight><Condition>観測中　欠測</Condition></MaxHeight></Station></Item></Observation>"
    )
    (found,) = coasts(tsunami(title="津波情報a", observed=observed)).observed
    assert found.max_height is not None
    assert (found.max_height.height_cm, found.max_height.condition) == (None, "観測中　欠測")


@pytest.mark.parametrize("value", ["0", "-1", "inf", "1e9", "三", "1000"])
def test_impossible_heights_are_refused(value: str) -> None:
    with pytest.raises(InputError, match="TsunamiHeight"):
        tsunami(coast(("990", "白波県"), "51", "津波警報", height(value, ""))).parse()


def test_volcano_levels_are_their_own() -> None:
    letter = volcano("14", "レベル４（高齢者等避難）", (SHIRANAMI, kind("42", "噴火警報：高齢者等避難")))
    content = letter.parse().content
    assert isinstance(content, VolcanoLevel)
    assert content.level == 4
    assert content.targets[0].area.name == SHIRANAMI[1]
    content = volcano("22", "火口周辺危険").parse().content
    assert isinstance(content, VolcanoLevel)
    assert content.level is None


def test_a_city_that_is_silent_after_an_earthquake_is_kept() -> None:
    content = quake(
        (SHIRANAMI, "<Condition>震度５弱以上未入電</Condition>"), (TONARI, "<MaxInt>4</MaxInt>")
    ).parse()
    assert isinstance(content.content, Quake)
    silent, felt = content.content.cities
    assert (silent.intensity, silent.condition) == ("", "震度５弱以上未入電")
    assert felt.intensity == "4"
    with pytest.raises(InputError, match="MaxInt"):
        quake((SHIRANAMI, "<MaxInt>9</MaxInt>")).parse()


def test_tags_of_a_bulletin() -> None:
    content = bulletin("線状降水帯発生 記録雨", ("990010", "白波北部")).parse().content
    assert isinstance(content, Bulletin)
    assert content.tags == ("線状降水帯発生", "記録雨")
    assert HazardKind.LANDSLIDE in content.kinds
    content = bulletin("短時間大雪", ("990010", "白波北部")).parse().content
    assert isinstance(content, Bulletin)
    assert content.kinds == ()


def test_head() -> None:
    head = (
        warning((SHIRANAMI, NOTHING), status="訓練", headline="一行目\n　二行目 ", info_type="訂正")
        .parse()
        .head
    )
    assert head.status is Status.TRAINING
    assert head.info_type is InfoType.CORRECTED
    assert head.headline == "一行目\n　二行目 "
    assert head.sent_at.utcoffset() is not None
    assert head.kind == "VPWW55"


def test_cancelled_and_unknown() -> None:
    letter = warning((SHIRANAMI, NOTHING))
    assert letter.cancel(1).parse().content == Cancelled("誤りでした。")
    found = Letter("まだない電文", "").parse().content
    assert isinstance(found, NotForUs)
    assert isinstance(Letter("竜巻注意情報", "").parse().content, NotForUs)


def test_tables() -> None:
    assert level_in_name("レベル５高潮特別警報") == 5
    assert level_in_name("大雨警報") is None
    assert kind_of_title("気象警報・注意報（Ｒ０６）（土砂）") == kind_of_title(
        "気象警報・注意報（Ｒ０６）（土砂災害）"
    )
    assert reason_not_for_us("VPWP50")
    assert not reason_not_for_us("VPWW55")
    assert is_read("VXKO57")
    assert is_read("VPWW55")
    assert not is_read("VPWP50")
    assert not is_read("VPFD51")
    assert meaning("weather", "39", "レベル５土砂災害特別警報").kinds == (HazardKind.LANDSLIDE,)
