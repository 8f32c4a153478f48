"""Colours of 重ねるハザードマップ: which layer, which colour, which class. Exact matches only.

Depths: 水害ハザードマップ作成の手引き (2026-05, p. 36-38). One colour means two bands, by the legend of the
layer (0.5-3 or 1-3 m, < 0.5 or 0.3-0.5 m): the upper bound counts, so that one table serves all. The
landslide colours are measured, not published.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from hazard.kinds import ExposureClass, HazardKind
from hazard.layers.zones.zones import ZoneRole
from router.errors import InputError, Problem

Colours = Mapping[tuple[int, int, int], int]

DEPTHS: Colours = {
    (255, 255, 179): ExposureClass.UNDER_30_CM,
    (247, 245, 169): ExposureClass.UNDER_50_CM,
    (248, 225, 166): ExposureClass.UNDER_1_M,
    (255, 216, 192): ExposureClass.UNDER_3_M,
    (255, 183, 183): ExposureClass.UNDER_5_M,
    (255, 145, 145): ExposureClass.UNDER_10_M,
    (242, 133, 201): ExposureClass.UNDER_20_M,
    (220, 122, 220): ExposureClass.OVER_20_M,
}
DURATIONS: Colours = {
    (160, 210, 255): 1,
    (0, 65, 255): 2,
    (250, 245, 0): 3,
    (255, 153, 0): 4,
    (255, 40, 0): 5,
    (180, 0, 104): 6,
    (96, 0, 96): 7,
}
"""Ranks of `hazard.layers.zones.DURATION_H`."""
COLLAPSE: Colours = {(255, 0, 0): ExposureClass.ZONE_RED}
STEEP_SLOPES: Colours = {
    (250, 230, 0): ExposureClass.ZONE_YELLOW,
    (250, 40, 0): ExposureClass.ZONE_RED,
    (251, 235, 51): ExposureClass.ZONE_YELLOW,
    (251, 83, 51): ExposureClass.ZONE_RED,
}
"""急傾斜地の崩壊; the last two are 指定前 (before designation), as in the next two tables."""
DEBRIS_FLOWS: Colours = {
    (230, 200, 50): ExposureClass.ZONE_YELLOW,
    (165, 0, 33): ExposureClass.ZONE_RED,
    (235, 211, 91): ExposureClass.ZONE_YELLOW,
    (183, 51, 77): ExposureClass.ZONE_RED,
}
SLIDES: Colours = {
    (255, 153, 0): ExposureClass.ZONE_YELLOW,
    (180, 0, 40): ExposureClass.ZONE_RED,
    (255, 173, 51): ExposureClass.ZONE_YELLOW,
    (195, 51, 83): ExposureClass.ZONE_RED,
}


@dataclass(frozen=True, slots=True)
class TileLayer:
    """One layer of the tile service.

    Attributes
    ----------
    id : str
        Folder in the address.
    kind : HazardKind
    role : ZoneRole
    colours : mapping
        Red, green, blue to value.
    scenario : str
    min_zoom, max_zoom : int
    """

    id: str
    kind: HazardKind
    role: ZoneRole
    colours: Colours
    scenario: str
    min_zoom: int = 2
    max_zoom: int = 17


_FLOOD, _SLIDE = HazardKind.FLOOD, HazardKind.LANDSLIDE
_ZONE, _FALL = ZoneRole.EXPOSURE, ZoneRole.COLLAPSE
LAYERS: dict[str, TileLayer] = {
    layer.id: layer
    for layer in (
        TileLayer("01_flood_l2_shinsuishin_data", _FLOOD, _ZONE, DEPTHS, "想定最大規模"),
        TileLayer("01_flood_l1_shinsuishin_newlegend_data", _FLOOD, _ZONE, DEPTHS, "計画規模"),
        TileLayer("01_flood_l2_keizoku_data", _FLOOD, ZoneRole.DURATION, DURATIONS, "想定最大規模"),
        TileLayer("01_flood_l2_kaokutoukai_hanran_data", _FLOOD, _FALL, COLLAPSE, "氾濫流", 4),
        TileLayer("01_flood_l2_kaokutoukai_kagan_data", _FLOOD, _FALL, COLLAPSE, "河岸侵食", 4),
        TileLayer("02_naisui_data", HazardKind.INLAND_FLOOD, _ZONE, DEPTHS, "雨水出水浸水想定区域"),
        TileLayer("03_hightide_l2_shinsuishin_data", HazardKind.STORM_SURGE, _ZONE, DEPTHS, "想定最大規模"),
        TileLayer("04_tsunami_newlegend_data", HazardKind.TSUNAMI, _ZONE, DEPTHS, "津波浸水想定"),
        TileLayer("05_dosekiryukeikaikuiki", _SLIDE, _ZONE, DEBRIS_FLOWS, "土石流"),
        TileLayer("05_kyukeishakeikaikuiki", _SLIDE, _ZONE, STEEP_SLOPES, "急傾斜地の崩壊"),
        TileLayer("05_jisuberikeikaikuiki", _SLIDE, _ZONE, SLIDES, "地すべり"),
    )
}
"""Spelled as in the addresses: ``kaokutokai`` for ``kaokutoukai`` is a 404 that looks like "no danger"."""


def layer_named(name: str) -> TileLayer:
    """Return a layer by its id, or by that of a prefecture's part (``…_pref_data/07``).

    Raises
    ------
    InputError
        If its legend is not known.
    """
    base = name.partition("/")[0].replace("_pref_data", "_data")
    if base not in LAYERS:
        raise InputError(
            Problem("hazard tiles", name, f"one of {', '.join(LAYERS)}", "a layer without legend")
        )
    return LAYERS[base]
