"""What the codes of 国土数値情報 mean. What is not listed here is reported as unknown, never guessed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from hazard.kinds import ExposureClass, HazardKind
from hazard.layers.zones.zones import ZoneRole
from hazard.official.ksj.depth_text import class_of_text

DEPTH_RANK = {
    "1": ExposureClass.UNDER_50_CM,
    "2": ExposureClass.UNDER_3_M,
    "3": ExposureClass.UNDER_5_M,
    "4": ExposureClass.UNDER_10_M,
    "5": ExposureClass.UNDER_20_M,
    "6": ExposureClass.OVER_20_M,
}
"""water_depth_code: <0.5, 0.5-3, 3-5, 5-10, 10-20, ≥ 20 m. PLATEAU's national list is the same."""

OLD_DEPTH_CODE = {
    "11": ExposureClass.UNDER_50_CM,
    "12": ExposureClass.UNDER_1_M,
    "13": ExposureClass.UNDER_3_M,
    "14": ExposureClass.UNDER_5_M,
    "15": ExposureClass.OVER_20_M,
    "21": ExposureClass.UNDER_50_CM,
    "22": ExposureClass.UNDER_1_M,
    "23": ExposureClass.UNDER_3_M,
    "24": ExposureClass.UNDER_3_M,
    "25": ExposureClass.UNDER_5_M,
    "26": ExposureClass.UNDER_5_M,
    "27": ExposureClass.OVER_20_M,
}
"""WaterDepthCd of A31 up to 2012: five steps 11-15 (<0.5, -1, -2, -5, ≥ 5 m) and seven 21-27 (<0.5, -1, -2,
-3, -4, -5, ≥ 5 m). The last has no upper bound."""

DURATION_RANK = {str(rank): rank for rank in range(1, 8)}
"""<12 h, 12-24 h, 1-3 d, 3 d-1 w, 1-2 w, 2-4 w, ≥ 4 w."""

COLLAPSE_KIND = {"1": ExposureClass.ZONE_RED, "2": ExposureClass.ZONE_RED}
"""区域区分: 1 氾濫流, 2 河岸侵食 (a kind, not a rank)."""

LANDSLIDE_ZONE = {
    "1": ExposureClass.ZONE_YELLOW,
    "2": ExposureClass.ZONE_RED,
    "3": ExposureClass.ZONE_YELLOW,
    "4": ExposureClass.ZONE_RED,
}
"""A33_002: 1 警戒 and 2 特別警戒 as designated, 3 and 4 the same before designation."""

LANDSLIDE_PHENOMENON = {"1": "急傾斜地の崩壊", "2": "土石流", "3": "地すべり"}
"""A33_001. Every other number makes the whole row unknown."""

Decode = Callable[[str], int | None]


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute that a reader understands.

    Attributes
    ----------
    name : str
        As in the file.
    kind : HazardKind
    role : ZoneRole
    decode : callable
        Text of a value to a value of `Zones`, or None.
    scenario : str
        As published.
    check : mapping of str to mapping, optional
        Other attributes that must hold a listed code.
    dataset : str
        Id of the GML data set to which the name belongs; empty where the name says it.
    """

    name: str
    kind: HazardKind
    role: ZoneRole
    decode: Decode
    scenario: str = ""
    check: tuple[tuple[str, Mapping[str, str]], ...] = ()
    dataset: str = ""


def look_up(table: Mapping[str, int], text: str) -> int | None:
    """Return the value of a code; None if the list does not have it. Leading zeros do not count."""
    return table.get(text.lstrip("0") or text)


_DEPTH, _DURATION = partial(look_up, DEPTH_RANK), partial(look_up, DURATION_RANK)
_COLLAPSE, _SLIDE = partial(look_up, COLLAPSE_KIND), partial(look_up, LANDSLIDE_ZONE)
_OLD_DEPTH = partial(look_up, OLD_DEPTH_CODE)
_FLOOD, _SURGE = HazardKind.FLOOD, HazardKind.STORM_SURGE
_ZONE, _PHENOMENON = ZoneRole.EXPOSURE, (("A33_001", LANDSLIDE_PHENOMENON),)
_PLANNED, _LARGEST, _COLLAPSES = "計画規模", "想定最大規模", "家屋倒壊等氾濫想定区域"

ATTRIBUTES = (
    Attribute("A31a_105", _FLOOD, _ZONE, _DEPTH, _PLANNED),
    Attribute("A31a_205", _FLOOD, _ZONE, _DEPTH, _LARGEST),
    Attribute("A31a_305", _FLOOD, ZoneRole.DURATION, _DURATION, _LARGEST),
    Attribute("A31a_405", _FLOOD, ZoneRole.COLLAPSE, _COLLAPSE, _COLLAPSES),
    Attribute("A31b_101", _FLOOD, _ZONE, _DEPTH, _PLANNED),
    Attribute("A31b_201", _FLOOD, _ZONE, _DEPTH, _LARGEST),
    Attribute("A31b_301", _FLOOD, ZoneRole.DURATION, _DURATION, _LARGEST),
    Attribute("A31b_401", _FLOOD, ZoneRole.COLLAPSE, _COLLAPSE, _COLLAPSES),
    Attribute("A33_002", HazardKind.LANDSLIDE, _ZONE, _SLIDE, "土砂災害警戒区域", _PHENOMENON),
    Attribute("A40_003", HazardKind.TSUNAMI, _ZONE, class_of_text, "津波浸水想定"),
    Attribute("A49_003", _SURGE, _ZONE, class_of_text, "高潮浸水想定区域"),
    Attribute("A51_005", HazardKind.INLAND_FLOOD, _ZONE, class_of_text, "雨水出水浸水想定区域"),
    Attribute(
        "coz",
        HazardKind.LANDSLIDE,
        _ZONE,
        _SLIDE,
        "土砂災害警戒区域",
        (("cop", LANDSLIDE_PHENOMENON),),
        "A33Dataset",
    ),
    Attribute("waterDepth", _FLOOD, _ZONE, _OLD_DEPTH, "浸水想定区域", dataset="A31Dataset"),
    Attribute(
        "classificationOfWaterDepth",
        HazardKind.TSUNAMI,
        _ZONE,
        class_of_text,
        "津波浸水想定",
        dataset="A40Dataset",
    ),
    Attribute(
        "classificationOfWaterDepth",
        _SURGE,
        _ZONE,
        class_of_text,
        "高潮浸水想定区域",
        dataset="A49Dataset",
    ),
)
"""The last four are the element names of the GML form, which say nothing without the id of the data set."""

PLANNED_SCENARIO = _PLANNED
