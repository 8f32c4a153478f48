"""What a change proposes to the staff of 白波町, and what may go out by itself."""

import pytest

from hazard.kinds import HazardKind
from hazard.official.jma import AreaWatch, Change, Official, Proposal, Status, fold_telegrams, propose
from hazard.official.jma.contents.tsunami import Grade
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
    one_of_each,
    quake,
    river,
    transitional,
    tsunami,
    volcano,
    warning,
)

EAST = ("990", "白波県東")
WATCH = AreaWatch(
    "shiranami",
    municipalities=("99201",),
    forecast_areas=("990010",),
    tsunami_areas=("990",),
    rivers=("990000000100",),
    volcanoes=("999",),
    auto_tsunami=True,
    auto_level_5=True,
)
L5 = kind("33", "レベル５大雨特別警報", "発表")
L4 = kind("43", "レベル４大雨危険警報", "発表")
L2 = kind("10", "レベル２大雨注意報", "発表")


def between(before: list[Letter], after: list[Letter], watch: AreaWatch = WATCH) -> tuple[Proposal, ...]:
    told = [letter.parse() for letter in before]
    both = [*told, *(letter.parse() for letter in after)]
    return propose(fold_telegrams(told), fold_telegrams(both), watch)


def one(before: list[Letter], *after: Letter, watch: AreaWatch = WATCH) -> Proposal:
    (found,) = between(before, list(after), watch)
    return found


def test_level_4_suggests_an_order_and_does_not_go_out() -> None:
    found = one([], warning((SHIRANAMI, L4), (TONARI, L5), headline="厳重に警戒。"))
    assert (found.change, found.level, found.kinds) == (
        Change.ISSUED,
        4,
        (HazardKind.FLOOD, HazardKind.INLAND_FLOOD),
    )
    assert (found.name, found.headline, found.source) == (
        "レベル４大雨危険警報",
        "厳重に警戒。",
        "白波地方気象台",
    )
    assert [area.name for area in found.areas] == ["白波町"]
    assert found.suggestion is not None
    assert (found.suggestion.name, found.suggestion.level) == ("避難指示", 4)
    assert "ガイドライン" in found.suggestion.basis
    assert not found.auto_issue


def test_level_5_may_go_out_by_itself_only_where_the_area_wants_it() -> None:
    found = one([warning((SHIRANAMI, L4), minute=1)], warning((SHIRANAMI, L5), minute=2))
    assert (found.change, found.auto_issue) == (Change.RAISED, True)
    assert not one([], warning((SHIRANAMI, L5)), watch=AreaWatch("shiranami", ("99201",))).auto_issue


def test_a_fall_below_what_is_proposed_is_told() -> None:
    found = one([warning((SHIRANAMI, L4), minute=1)], warning((SHIRANAMI, L2), minute=2))
    assert (found.change, found.level, found.suggestion, found.auto_issue) == (Change.LOWERED, 2, None, False)
    assert between([], [warning((SHIRANAMI, L2))]) == ()


def test_an_all_clear_has_the_words_of_its_own_telegram() -> None:
    end = warning((SHIRANAMI, NOTHING), minute=2, headline="解除します。")
    found = one([warning((SHIRANAMI, L4), minute=1)], end)
    assert (found.change, found.name, found.headline) == (
        Change.LIFTED,
        "レベル４大雨危険警報",
        "解除します。",
    )
    assert found.suggestion is None


def test_nothing_new_proposes_nothing() -> None:
    again = warning((SHIRANAMI, kind("43", "レベル４大雨危険警報", "継続")), minute=2)
    assert between([warning((SHIRANAMI, L4), minute=1)], [again]) == ()
    assert between([], [warning((TONARI, L5))]) == ()
    assert between([], [warning((SHIRANAMI, kind("35", "暴風特別警報", "発表")), group="暴風")]) == ()


def test_an_unknown_code_is_shown() -> None:
    found = one([], warning((SHIRANAMI, kind("91", "なぞの警報", "発表"))))
    assert (found.level, found.kinds, found.suggestion, found.auto_issue) == (None, (), None, False)


def test_transitional_telegrams_are_shown_and_never_go_out_or_end_by_being_replaced() -> None:
    old = transitional((SHIRANAMI, kind("33", "大雨特別警報", "発表", "浸水害")), minute=1)
    assert (one([], old).level, one([], old).auto_issue) == (5, False)
    found = one([old], warning((SHIRANAMI, L5), minute=2))
    assert (found.change, found.auto_issue) == (Change.ISSUED, True)
    lifted = transitional((SHIRANAMI, kind("33", "大雨特別警報", "解除")), minute=2)
    assert one([old], lifted).change is Change.LIFTED
    milder = transitional((SHIRANAMI, kind("10", "大雨注意報", "特別警報から注意報", "浸水害")), minute=2)
    assert one([old], milder).change is Change.LOWERED
    assert one([], landslide_alert((SHIRANAMI, kind("3", "警戒", "発表")))).name == "土砂災害警戒情報"


def test_parts_of_a_town_are_one_proposal() -> None:
    east, west = ("9920101", "白波町東部"), ("9920102", "白波町西部")
    found = one([], warning((east, L4), (west, L4)))
    assert [area.name for area in found.areas] == ["白波町東部", "白波町西部"]


def test_rivers() -> None:
    found = one([], river("51", "レベル５氾濫特別警報"))
    assert (found.kinds, found.level, found.texts, found.auto_issue) == (
        (HazardKind.FLOOD,),
        5,
        ("川の本文。",),
        True,
    )
    other = river("40", "レベル４氾濫危険警報", SHIRANAMI, place=("990000000200", "別の川"))
    assert one([], other).areas[0].name == "別の川"
    assert between([], [river("40", "レベル４氾濫危険警報", TONARI, place=("990000000200", "別の川"))]) == ()
    milder = river("22", "レベル２氾濫注意報（警報解除）", minute=2)
    assert one([river("40", "レベル４氾濫危険警報", minute=1)], milder).change is Change.LOWERED
    clear = river("10", "レベル２氾濫注意報解除", minute=2)
    assert one([river("40", "レベル４氾濫危険警報", minute=1)], clear).change is Change.LIFTED


@pytest.mark.parametrize(
    ("code", "name", "grade", "auto"),
    [
        ("53", "大津波警報：発表", Grade.MAJOR_WARNING, True),
        ("51", "津波警報", Grade.WARNING, True),
        ("62", "津波注意報", Grade.ADVISORY, False),
        ("98", "まだない", Grade.UNKNOWN, False),
    ],
)
def test_tsunami(code: str, name: str, grade: Grade, auto: bool) -> None:
    found = one([], tsunami(coast(EAST, code, name, height("NaN", "高い", "不明"))))
    assert (found.grade, found.level, found.auto_issue) == (grade, None, auto)
    assert found.coasts[0].max_height is not None
    if grade is Grade.UNKNOWN:
        assert found.suggestion is None
    else:
        assert found.suggestion is not None
        assert (found.suggestion.name, found.suggestion.level) == ("避難指示", None)


def test_a_tsunami_grows_is_refined_and_ends() -> None:
    weak = tsunami(coast(EAST, "62", "津波注意報"), minute=1)
    strong = tsunami(coast(EAST, "53", "大津波警報：発表", height("NaN", "巨大", "不明")), minute=2)
    metres = tsunami(coast(EAST, "52", "大津波警報", height("10", "１０ｍ")), minute=3)
    end = tsunami(coast(EAST, "50", "警報解除"), minute=4, headline="解除します。")
    raised, refined, over = one([weak], strong), one([weak, strong], metres), one([strong, metres], end)
    assert (raised.change, raised.auto_issue) == (Change.RAISED, True)
    assert (refined.change, refined.auto_issue) == (Change.UPDATED, False)
    assert (over.change, over.grade, over.headline) == (Change.LIFTED, Grade.MAJOR_WARNING, "解除します。")
    silent = one([strong], tsunami(coast(("991", "よそ"), "50", "警報解除"), minute=4))
    assert (silent.change, silent.headline) == (Change.LIFTED, "")
    assert between([], [tsunami(coast(EAST, "71", "津波予報（若干の海面変動）"))]) == ()


def test_what_was_not_understood_is_issued_once_it_is() -> None:
    unknown = tsunami(coast(EAST, "98", "まだない"), minute=1)
    found = one([unknown], tsunami(coast(EAST, "51", "津波警報"), minute=2))
    assert (found.change, found.auto_issue) == (Change.ISSUED, True)


def test_a_withdrawn_warning_is_told_as_such() -> None:
    letter = tsunami(coast(EAST, "51", "津波警報"), minute=1)
    found = one([letter], letter.cancel(2))
    assert (found.change, found.texts, found.suggestion) == (Change.WITHDRAWN, ("誤りでした。",), None)


def test_volcano_is_not_a_warning_level() -> None:
    found = one([], volcano("15", "レベル５（避難）", (SHIRANAMI, kind("41", "噴火警報：避難等"))))
    assert (found.level, found.volcano_level, found.auto_issue) == (None, 5, False)
    assert found.suggestion is not None
    assert found.suggestion.name == "避難指示"
    assert "噴火警報：避難等" in found.texts
    down = volcano("11", "レベル１（活火山であることに留意）", minute=2)
    assert one([volcano("13", "レベル３（入山規制）", minute=1)], down).change is Change.LOWERED
    assert between([], [down]) == ()


def test_earthquakes_from_5_lower_and_cities_not_heard_from() -> None:
    assert one([], quake((SHIRANAMI, "<MaxInt>5-</MaxInt>"))).kinds == (HazardKind.EARTHQUAKE,)
    assert (
        one([], quake((SHIRANAMI, "<Condition>震度５弱以上未入電</Condition>"))).texts[0]
        == "白波町 震度５弱以上未入電"
    )
    assert between([], [quake((SHIRANAMI, "<MaxInt>4</MaxInt>"))]) == ()


def test_bulletins_have_no_level_and_no_end() -> None:
    letter = bulletin("線状降水帯発生", ("990010", "白波北部"))
    found = one([], letter)
    assert (found.level, found.suggestion, found.auto_issue) == (None, None, False)
    assert HazardKind.LANDSLIDE in found.kinds
    assert between([letter], [warning((SHIRANAMI, NOTHING), day=5)]) == ()


def test_drills_are_marked_and_never_go_out_by_themselves() -> None:
    told = [warning((SHIRANAMI, L5), status="訓練").parse()]
    drill = Official(status=Status.TRAINING)
    (found,) = propose(drill, fold_telegrams(told, Status.TRAINING), WATCH)
    assert (found.status, found.auto_issue) == (Status.TRAINING, False)
    assert propose(Official(), fold_telegrams(told), WATCH) == ()


def test_ids_are_the_same_after_a_restart() -> None:
    first, second = warning((SHIRANAMI, L4), minute=1), warning((SHIRANAMI, L5), minute=2)
    assert one([first], second).id == one([], first, second).id
    assert one([], first).id != one([first], second).id


def test_the_gravest_comes_first() -> None:
    found = between([], one_of_each())
    assert found[0].grade is Grade.MAJOR_WARNING or found[0].volcano_level == 5
    assert len({proposal.id for proposal in found}) == len(found) == 7


def test_all_wrong_codes_of_a_watch_at_once() -> None:
    with pytest.raises(InputError) as caught:
        AreaWatch("", ("7204",), tsunami_areas=("x",), from_level=9, from_intensity="8")
    assert len(caught.value.problems) == 5
