"""What is in force after several telegrams: newest wins, sets, drills, 取消, earthquakes that meet."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from hazard.official.jma import Official, Status, fold_telegrams, keep_needed
from hazard.official.jma.contents.tsunami import Grade
from tests.hazard.official.jma.telegrams import (
    NOTHING,
    SHIRANAMI,
    TONARI,
    Letter,
    bulletin,
    coast,
    kind,
    landslide_alert,
    one_of_each,
    river,
    transitional,
    tsunami,
    volcano,
    warning,
)

L4, L3 = kind("43", "レベル４大雨危険警報", "発表"), kind("03", "レベル３大雨警報", "発表")
EAST, WEST = ("990", "白波県東"), ("991", "白波県西")


def fold(*letters: Letter, status: Status = Status.REAL) -> Official:
    return fold_telegrams([letter.parse() for letter in letters], status)


def names(official: Official) -> list[tuple[str, str]]:
    return [(held.item.area.name, held.item.name) for held in official.warnings]


def grades(official: Official) -> dict[str, Grade]:
    return {held.item.area.code: held.item.grade for held in official.tsunami}


def test_reports_of_one_office_are_joined_by_area() -> None:
    rain = warning((SHIRANAMI, L4), (TONARI, NOTHING))
    slopes = warning((SHIRANAMI, NOTHING), (TONARI, kind("09", "レベル３土砂災害警報", "発表")), group="土砂")
    surge = warning((SHIRANAMI, kind("08", "レベル３高潮警報", "発表")), group="高潮")
    assert names(fold(rain, slopes, surge)) == [
        ("白波町", "レベル４大雨危険警報"),
        ("白波町", "レベル３高潮警報"),
        ("隣町", "レベル３土砂災害警報"),
    ]


def test_the_newest_of_a_set_wins_in_any_order() -> None:
    old, new = warning((SHIRANAMI, L4), minute=1), warning((SHIRANAMI, L3), minute=2)
    assert names(fold(new, old)) == names(fold(old, new)) == [("白波町", "レベル３大雨警報")]


def test_a_lifted_warning_is_gone_and_its_words_are_kept() -> None:
    end = warning((SHIRANAMI, kind("03", "レベル３大雨警報", "解除")), minute=2, headline="解除します。")
    after = fold(warning((SHIRANAMI, L3), minute=1), end)
    assert after.warnings == ()
    assert [(h.item.area.name, h.head.headline) for h in after.ended] == [("白波町", "解除します。")]


def test_another_area_of_the_same_office_is_not_replaced() -> None:
    mainland = warning((SHIRANAMI, L4), minute=1)
    islands = warning((("9930100", "離島村"), NOTHING), minute=2, subject="離島大雨警報・注意報")
    assert names(fold(mainland, islands)) == [("白波町", "レベル４大雨危険警報")]


def test_an_office_that_stands_in_replaces_the_other() -> None:
    end = warning((SHIRANAMI, NOTHING), minute=2, office="隣地方気象台")
    assert fold(warning((SHIRANAMI, L4), minute=1), end).warnings == ()


def test_two_spellings_of_one_title_are_one_set() -> None:
    alert = kind("49", "レベル４土砂災害危険警報", "発表")
    end = warning((SHIRANAMI, NOTHING), group="土砂災害", minute=2)
    assert fold(warning((SHIRANAMI, alert), group="土砂", minute=1), end).warnings == ()


def test_drill_and_test_never_meet_the_real_thing() -> None:
    real = warning((SHIRANAMI, L3), minute=1)
    drill = warning((SHIRANAMI, L4), minute=2, status="訓練")
    end = warning((SHIRANAMI, NOTHING), minute=3, status="試験")
    assert names(fold(real, drill, end)) == [("白波町", "レベル３大雨警報")]
    assert names(fold(real, drill, end, status=Status.TRAINING)) == [("白波町", "レベル４大雨危険警報")]


def test_transitional_telegrams_count_only_where_no_new_one_speaks() -> None:
    old = transitional((SHIRANAMI, kind("03", "大雨警報", "継続", "土砂災害、浸水害")), minute=1)
    slopes = landslide_alert((SHIRANAMI, kind("3", "警戒", "発表")), minute=1)
    assert len(fold(old, slopes).warnings) == 2
    rain = warning((SHIRANAMI, L4), minute=2)
    assert [h.head.kind for h in fold(old, slopes, rain).warnings] == ["VPWW54", "VPWW55", "VXWW50"]
    calm = warning((SHIRANAMI, NOTHING), group="土砂", minute=3)
    assert [h.head.kind for h in fold(old, slopes, rain, calm).warnings] == ["VPWW55"]


def test_a_cancelled_warning_brings_back_the_one_before() -> None:
    first, wrong = warning((SHIRANAMI, L3), minute=1), warning((SHIRANAMI, NOTHING), minute=2)
    after = fold(first, wrong, wrong.cancel(3))
    assert names(after) == [("白波町", "レベル３大雨警報")]
    assert [held.item.text for held in after.cancelled] == ["誤りでした。"]


def test_a_cancelled_bulletin_is_gone_and_may_come_again() -> None:
    letter = bulletin("線状降水帯発生", ("990010", "白波北部"), minute=1)
    assert fold(letter, letter.cancel(2)).notices == ()
    again = replace(letter, minute=3, info_type="訂正")
    assert len(fold(letter, letter.cancel(2), again).notices) == 1


def test_code_22_is_not_all_clear_and_10_is() -> None:
    danger = river("40", "レベル４氾濫危険警報", SHIRANAMI, minute=1)
    milder = river("22", "レベル２氾濫注意報（警報解除）", SHIRANAMI, minute=2)
    clear = river("10", "レベル２氾濫注意報解除", SHIRANAMI, minute=3)
    assert [held.item.level for held in fold(danger, milder).rivers] == [2]
    assert fold(danger, milder, clear).rivers == ()


def test_a_volcano_has_its_newest_level() -> None:
    up, down = (
        volcano("13", "レベル３（入山規制）", minute=1),
        volcano("11", "レベル１（活火山であることに留意）", minute=2),
    )
    assert [held.item.level for held in fold(down, up).volcanoes] == [1]


def test_a_new_warning_of_the_same_earthquake_replaces_all_areas() -> None:
    first = tsunami(coast(EAST, "53", "大津波警報：発表"), coast(WEST, "51", "津波警報"), minute=1)
    second = tsunami(
        coast(EAST, "51", "津波警報"), coast(WEST, "50", "警報解除"), minute=2, office="大阪管区気象台"
    )
    assert grades(fold(first, second)) == {"990": Grade.WARNING}
    assert {h.item.area.code for h in fold(first, second).ended} == {"991"}


def test_another_earthquake_does_not_replace_it_and_the_gravest_counts() -> None:
    first = tsunami(coast(EAST, "53", "大津波警報：発表"), minute=1, event_id="1")
    second = tsunami(coast(EAST, "62", "津波注意報"), coast(WEST, "51", "津波警報"), minute=2, event_id="2")
    assert grades(fold(first, second)) == {"990": Grade.MAJOR_WARNING, "991": Grade.WARNING}
    both = tsunami(coast(EAST, "62", "津波注意報"), minute=3, event_id="1 2")
    assert grades(fold(first, second, both)) == {"990": Grade.ADVISORY}


def test_information_updates_and_a_newer_warning_wins() -> None:
    alert = tsunami(coast(EAST, "51", "津波警報"), coast(WEST, "62", "津波注意報"), minute=1)
    arrival = "<FirstHeight><ArrivalTime>2026-06-01T22:00:00+09:00</ArrivalTime></FirstHeight>"
    told = tsunami(coast(EAST, "51", "津波警報", first=arrival), title="津波情報a", minute=2)
    after = fold(alert, told)
    assert grades(after) == {"990": Grade.WARNING, "991": Grade.ADVISORY}
    assert after.tsunami[0].item.first is not None
    end = tsunami(coast(EAST, "50", "警報解除"), coast(WEST, "60", "津波注意報解除"), minute=3)
    assert grades(fold(alert, told, end)) == {}


def test_cancelled_information_leaves_the_warning() -> None:
    alert = tsunami(coast(EAST, "51", "津波警報"), minute=1)
    told = tsunami(coast(EAST, "62", "津波注意報"), title="津波情報a", minute=2)
    assert grades(fold(alert, told, told.cancel(3))) == {"990": Grade.WARNING}
    assert grades(fold(alert, told, alert.cancel(3))) == {}


def test_notices_are_kept_for_a_day() -> None:
    letter = bulletin("線状降水帯発生", ("990010", "白波北部"), day=1)
    assert len(fold(letter, warning((SHIRANAMI, L3), day=2)).notices) == 1
    assert fold(letter, warning((SHIRANAMI, L3), day=3)).notices == ()


STORY = [
    *one_of_each(),
    warning((SHIRANAMI, L3), minute=10),
    warning((SHIRANAMI, NOTHING), minute=11),
    warning((SHIRANAMI, NOTHING), minute=11).cancel(12),
    warning((SHIRANAMI, L4), minute=13, status="訓練"),
    river("22", "レベル２氾濫注意報（警報解除）", SHIRANAMI, minute=14),
    river("10", "レベル２氾濫注意報解除", SHIRANAMI, day=2),
    tsunami(coast(EAST, "62", "津波注意報"), minute=15, event_id="2"),
    tsunami(
        coast(EAST, "62", "津波注意報"), coast(WEST, "51", "津波警報"), minute=16, event_id="20260601210000 2"
    ),
    tsunami(coast(WEST, "50", "警報解除"), day=3, event_id="2"),
    bulletin("記録雨", ("990010", "白波北部"), day=4, event_id="B2"),
]
TOLD = [letter.parse() for letter in STORY]


@given(st.lists(st.sampled_from(TOLD), max_size=30))
def test_order_and_repetition_do_not_matter(telegrams: Sequence[object]) -> None:
    told = [telegram for telegram in TOLD if telegram in telegrams]
    for status in Status:
        assert fold_telegrams(telegrams, status) == fold_telegrams(told, status)  # type: ignore[arg-type]


@given(st.permutations(TOLD), st.integers(0, len(TOLD)))
def test_only_what_is_kept_is_needed(telegrams: list[object], cut: int) -> None:
    early = keep_needed(telegrams[:cut])  # type: ignore[arg-type]
    assert fold_telegrams(early) == fold_telegrams(telegrams[:cut])  # type: ignore[arg-type]


def test_keeping_step_by_step_ends_the_same() -> None:
    kept: tuple[object, ...] = ()
    for telegram in sorted(TOLD, key=lambda t: t.head.age_key):
        kept = keep_needed([*kept, telegram])  # type: ignore[list-item]
        assert kept == keep_needed(kept)  # type: ignore[arg-type]
    assert fold_telegrams(kept) == fold_telegrams(TOLD)  # type: ignore[arg-type]
    assert len(kept) < len(TOLD)
