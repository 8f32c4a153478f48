"""Every number of the decision, with its source. Nothing of it is hidden in the rules."""

from hazard.decision.situation import ProfileName
from hazard.kinds import DEPTH_BOUNDS_M, ExposureClass

FLOOR_CM: tuple[tuple[int, int], ...] = ((9, 2000), (5, 1000), (3, 500), (2, 300))
"""(from floor, height of it that surely holds): the map bands of Osaka prefecture's chart put the ground
floor under 0.5-3 m of water, the 2nd under 3-5 m, the 3rd and 4th under 5-10 m; the 9th at 2.5 m a storey is
above 20 m. The ground floor is not listed: its real height differs from house to house, so it must be
told."""

WOODEN_LIMIT = ExposureClass.UNDER_5_M
"""Over 5 m everybody leaves a house that is not known to be solid (Tottori prefecture;
水害ハザードマップ作成の手引き: the 2nd floor is under water)."""

LONGEST_STAY_H = 72
"""Three days: the chart has no number; one public programme takes under 3 days. Longer: never."""

SLOW_PROFILES = frozenset(
    {ProfileName.CHILD, ProfileName.OLDER, ProfileName.WHEELCHAIR, ProfileName.GROUP},
)
"""Who takes time (row 6) even when nobody said so: 高齢者等 are older and disabled people, infants, and their
helpers (避難情報に関するガイドライン)."""

LEVEL_OTHERS, LEVEL_SLOW, LEVEL_TOO_LATE = 4, 3, 5
"""警戒レベル at which all leave, those who take time leave, and nobody travels any more."""

VOLCANO_ALL, VOLCANO_SLOW = 5, 4
"""噴火警戒レベル 5 避難, 4 高齢者等避難 (since 2021-12-16)."""


def floor_cm(floor: int | None, measured_cm: int | None) -> int | None:
    """Return the height of a floor above the ground: as measured, else what surely holds, else None."""
    if measured_cm is not None:
        return measured_cm
    if floor is None:
        return None
    return next((height for first, height in FLOOR_CM if floor >= first), None)


def upper_bound_cm(worst: ExposureClass) -> int | None:
    """Return the upper bound of a depth class, or None where it has none (20 m or more, zones, unknown)."""
    if not ExposureClass.UNDER_10_CM <= worst <= ExposureClass.UNDER_20_M:
        return None
    return round(DEPTH_BOUNDS_M[worst - 1] * 100)
