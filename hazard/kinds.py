"""The eight official hazard kinds, and the classes that a place can have for each.

Names are data, spelled as the authority spells them (災害対策基本法施行令; order of the official site list).
"""

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class HazardKind(StrEnum):
    """A kind of hazard for which evacuation sites are designated. Values are the contract's spelling."""

    FLOOD = "flood"
    LANDSLIDE = "landslide"
    STORM_SURGE = "storm_surge"
    EARTHQUAKE = "earthquake"
    TSUNAMI = "tsunami"
    LARGE_FIRE = "large_fire"
    INLAND_FLOOD = "inland_flood"
    VOLCANO = "volcano"


OFFICIAL_NAME: dict[HazardKind, str] = {
    HazardKind.FLOOD: "洪水",
    HazardKind.LANDSLIDE: "崖崩れ、土石流及び地滑り",
    HazardKind.STORM_SURGE: "高潮",
    HazardKind.EARTHQUAKE: "地震",
    HazardKind.TSUNAMI: "津波",
    HazardKind.LARGE_FIRE: "大規模な火事",
    HazardKind.INLAND_FLOOD: "内水氾濫",
    HazardKind.VOLCANO: "火山現象",
}
"""In the order of the columns of the official list of evacuation sites."""

WATER = frozenset({HazardKind.FLOOD, HazardKind.STORM_SURGE, HazardKind.TSUNAMI, HazardKind.INLAND_FLOOD})
"""Kinds whose layers are depths of water (the others are zones)."""


class ExposureClass(IntEnum):
    """How bad a place is, in one byte. Part of the file format: add, never renumber.

    Depths follow 水害ハザードマップ作成の手引き (0.3, 0.5, 1, 3, 5, 10, 20 m); 0.1 and 0.2 m are added so
    that the thresholds for a wheelchair (0.1 m) and for tsunami (0.2 m) are exact. A source with a coarser
    legend gives the class of its upper bound.
    """

    DRY = 0
    UNDER_10_CM = 1
    UNDER_20_CM = 2
    UNDER_30_CM = 3
    UNDER_50_CM = 4
    UNDER_1_M = 5
    UNDER_3_M = 6
    UNDER_5_M = 7
    UNDER_10_M = 8
    UNDER_20_M = 9
    OVER_20_M = 10
    ZONE_YELLOW = 20
    ZONE_RED = 21
    UNKNOWN = 255


DEPTH_BOUNDS_M = (0.1, 0.2, 0.3, 0.5, 1.0, 3.0, 5.0, 10.0, 20.0)
"""Class ``k`` (1..9) is a depth under ``DEPTH_BOUNDS_M[k - 1]`` and at least the bound before it."""


@dataclass(frozen=True, slots=True)
class ClassName:
    """How a class is written: ``key`` in JSON and CSV, ``ja`` and ``en`` for people."""

    key: str
    ja: str
    en: str


CLASS_NAME: dict[ExposureClass, ClassName] = {
    ExposureClass.DRY: ClassName("dry", "浸水想定区域などの外", "outside the mapped zone"),
    ExposureClass.UNDER_10_CM: ClassName("under_0.1m", "0.1m未満", "under 0.1 m"),
    ExposureClass.UNDER_20_CM: ClassName("0.1-0.2m", "0.1〜0.2m", "0.1-0.2 m"),
    ExposureClass.UNDER_30_CM: ClassName("0.2-0.3m", "0.2〜0.3m", "0.2-0.3 m"),
    ExposureClass.UNDER_50_CM: ClassName("0.3-0.5m", "0.3〜0.5m", "0.3-0.5 m"),
    ExposureClass.UNDER_1_M: ClassName("0.5-1m", "0.5〜1m", "0.5-1 m"),
    ExposureClass.UNDER_3_M: ClassName("1-3m", "1〜3m", "1-3 m"),
    ExposureClass.UNDER_5_M: ClassName("3-5m", "3〜5m", "3-5 m"),
    ExposureClass.UNDER_10_M: ClassName("5-10m", "5〜10m", "5-10 m"),
    ExposureClass.UNDER_20_M: ClassName("10-20m", "10〜20m", "10-20 m"),
    ExposureClass.OVER_20_M: ClassName("over_20m", "20m以上", "20 m or more"),
    ExposureClass.ZONE_YELLOW: ClassName("zone_yellow", "警戒区域", "warning zone"),
    ExposureClass.ZONE_RED: ClassName("zone_red", "特別警戒区域", "special warning zone"),
    ExposureClass.UNKNOWN: ClassName("unknown", "未調査", "not surveyed"),
}
