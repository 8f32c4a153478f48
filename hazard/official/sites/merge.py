"""Merge several lists of places into one: doubles by 共通ID, then by name and distance.

The first list that names a place decides what it suits; later ones only fill in what is missing. Every merge
is reported, and what the later one says otherwise, for staff: a designation is the town's word, not ours.
"""

import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from hazard.official.sites.record import PlaceRecord
from hazard.places import PlaceCategory

SAME_PLACE_M = 150.0
"""Two lists place the same school up to a block apart (address point or building): our choice."""
_METRES = 111_320.0
_KEPT_APART = (PlaceCategory.WELFARE, PlaceCategory.TSUNAMI_BUILDING)
"""Categories that are one place only among themselves; a site and a shelter of one name are one place."""


@dataclass(frozen=True, slots=True)
class Double:
    """Two records that were taken for one place.

    Attributes
    ----------
    kept, dropped : PlaceRecord
        As they were.
    by_id : bool
        By their common id; else by name and distance.
    distance_m : float
    differences : tuple of str
        Fields in which they disagree, and the first one's word was taken.
    """

    kept: PlaceRecord
    dropped: PlaceRecord
    by_id: bool
    distance_m: float
    differences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """The merged list, and what was merged.

    Attributes
    ----------
    records : tuple of PlaceRecord
        In order of first appearance.
    doubles : tuple of Double
    """

    records: tuple[PlaceRecord, ...]
    doubles: tuple[Double, ...]


def merge_places(lists: Sequence[Sequence[PlaceRecord]], same_place_m: float = SAME_PLACE_M) -> Merged:
    """Merge lists; earlier ones count for more.

    Parameters
    ----------
    lists : sequence of sequence of PlaceRecord
    same_place_m : float
        Records of the same name this close are one place, if they come from different lists: one list
        doubles itself only by an id.

    Returns
    -------
    Merged
    """
    kept: list[PlaceRecord] = []
    by_id: dict[str, int] = {}
    by_name: dict[tuple[str, PlaceCategory | None], list[int]] = defaultdict(list)
    doubles = []
    owner: list[int] = []
    for number, record in ((number, record) for number, records in enumerate(lists) for record in records):
        apart = record.category if record.category in _KEPT_APART else None
        at = by_id.get(record.id)
        same_id = at is not None
        if at is None:
            named = by_name[plain_name(record.name), apart]
            at = _near(record, kept, [i for i in named if owner[i] != number], same_place_m)
        if at is None:
            by_id[record.id] = len(kept)
            by_name[plain_name(record.name), apart].append(len(kept))
            kept.append(record)
            owner.append(number)
            continue
        gap_m = distance_m(kept[at], record)
        doubles.append(Double(kept[at], record, same_id, gap_m, _differences(kept[at], record)))
        kept[at] = _filled(kept[at], record)
    return Merged(tuple(kept), tuple(doubles))


def plain_name(name: str) -> str:
    """Return a name for comparison: full-width signs, blanks, brackets and their contents do not count."""
    plain = unicodedata.normalize("NFKC", name).lower()
    return re.sub(r"\([^()]*\)|\s|[・･\-ー]", "", plain) or plain


def distance_m(a: PlaceRecord, b: PlaceRecord) -> float:
    """Return the distance of two records on a sphere, for short distances."""
    across = (b.lon - a.lon) * math.cos(math.radians((a.lat + b.lat) / 2))
    return math.hypot(across, b.lat - a.lat) * _METRES


def _near(record: PlaceRecord, kept: list[PlaceRecord], named: list[int], same_place_m: float) -> int | None:
    """Return the nearest of the records of the same name, if it is near enough."""
    gaps = [(distance_m(kept[at], record), at) for at in named]
    gap_m, at = min(gaps, default=(math.inf, -1))
    return at if gap_m <= same_place_m else None


def _filled(first: PlaceRecord, second: PlaceRecord) -> PlaceRecord:
    is_site = PlaceCategory.SITE in (first.category, second.category)
    mixed = is_site and first.category is not second.category
    designated = second if first.category is not PlaceCategory.SITE and mixed else first
    return replace(
        first,
        category=PlaceCategory.SITE if mixed else first.category,
        kinds=designated.kinds,
        address=first.address or second.address,
        is_shelter=first.is_shelter or second.is_shelter,
        capacity=second.capacity if first.capacity is None else first.capacity,
        floors=second.floors if first.floors is None else first.floors,
        persons=first.persons or second.persons,
        remarks=first.remarks or second.remarks,
    )


def _differences(first: PlaceRecord, second: PlaceRecord) -> tuple[str, ...]:
    if first.category is not second.category:
        return ("category",)
    fields = ("kinds", "capacity", "floors")
    values = [(name, getattr(first, name), getattr(second, name)) for name in fields]
    return tuple(name for name, a, b in values if a not in (None, ()) and b not in (None, ()) and a != b)
