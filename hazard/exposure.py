"""Exposure: how bad each street is for one hazard kind, and several kinds combined by the worst.

Pure: arrays in, arrays out. Unknown is kept apart from dry everywhere, and never becomes dry.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hazard.kinds import CLASS_NAME, ExposureClass, HazardKind
from router.arrays import freeze, require
from router.graph import U8

_IS_CLASS = np.isin(np.arange(256), [int(c) for c in ExposureClass])


@dataclass(frozen=True, slots=True, eq=False)
class Exposure:
    """Exposure of every street (s of them) for one kind.

    Attributes
    ----------
    kind : HazardKind
    worst_class : uint8, (s,)
        Worst known ``ExposureClass`` along the street; ``UNKNOWN`` when nothing of it is known.
    unknown_pct : uint8, (s,)
        Share of its length that is unknown in percent, rounded up: never 0 where some is unknown.
    """

    kind: HazardKind
    worst_class: U8
    unknown_pct: U8

    def __post_init__(self) -> None:
        owner = f"exposure {self.kind}"
        arrays = {"worst_class": (self.worst_class, np.uint8), "unknown_pct": (self.unknown_pct, np.uint8)}
        freeze(owner, len(self.worst_class), arrays)
        untold = self.worst_class == ExposureClass.UNKNOWN
        checks = [
            ("worst_class", "an exposure class", _IS_CLASS[self.worst_class]),
            ("unknown_pct", "0 to 100", self.unknown_pct <= 100),
            ("unknown_pct", "100 where the class is unknown", ~untold | (self.unknown_pct == 100)),
        ]
        require(owner, checks)


@dataclass(frozen=True, slots=True, eq=False)
class Combined:
    """Several kinds at once (see `combine`).

    Attributes
    ----------
    worst_class : uint8, (s,)
    unknown_pct : uint8, (s,)
    """

    worst_class: U8
    unknown_pct: U8

    @property
    def wet(self) -> NDArray[np.bool_]:
        """bool, (s,): a known class of 1 or more. Unknown streets are neither wet nor dry."""
        return is_wet(self.worst_class)

    @property
    def dry(self) -> NDArray[np.bool_]:
        """bool, (s,): known over the whole length, for every kind, to be outside."""
        dry: NDArray[np.bool_] = (self.worst_class == ExposureClass.DRY) & (self.unknown_pct == 0)
        return dry


def is_wet(classes: U8) -> NDArray[np.bool_]:
    """Return where ``classes`` are known and not dry."""
    wet: NDArray[np.bool_] = (classes != ExposureClass.DRY) & (classes != ExposureClass.UNKNOWN)
    return wet


def unknown_exposure(kind: HazardKind, n_streets: int) -> Exposure:
    """Return the exposure of a kind without a layer: every street unknown."""
    worst = np.full(n_streets, ExposureClass.UNKNOWN, np.uint8)
    return Exposure(kind, worst, np.full(n_streets, 100, np.uint8))


def combine(exposures: Sequence[Exposure]) -> Combined:
    """Combine kinds by the worst.

    A street takes the worst known class if that is wet; else it is ``UNKNOWN`` if it is so for any kind; else
    it is dry. Its unknown share is the sum of the kinds' shares, at most 100: never less than the truth.

    Parameters
    ----------
    exposures : sequence of Exposure
        At least one, all of the same streets.

    Returns
    -------
    Combined
    """
    classes = np.stack([exposure.worst_class for exposure in exposures])
    unknown = classes == ExposureClass.UNKNOWN
    worst_known = np.where(unknown, np.uint8(ExposureClass.DRY), classes).max(axis=0)
    untold = (worst_known == ExposureClass.DRY) & unknown.any(axis=0)
    worst = np.where(untold, np.uint8(ExposureClass.UNKNOWN), worst_known)
    shares = np.stack([exposure.unknown_pct for exposure in exposures])
    share = np.minimum(shares.sum(axis=0, dtype=np.int64), 100).astype(np.uint8)
    return Combined(worst, share)


def metres_by_class(
    combined: Combined, streets: NDArray[np.int32], lengths_mm: NDArray[np.int64], length_m: int
) -> dict[str, int]:
    """Return whole metres by class key, worst first, which sum to ``length_m`` exactly.

    The unknown share of a dry street counts as unknown; a wet street counts as its class over its whole
    length. Whole metres are handed out by the largest remainder, ties to the worse class.

    Parameters
    ----------
    combined : Combined
    streets : int32, (k,)
        Streets of the path, one entry for each stretch.
    lengths_mm : int64, (k,)
        Length of each stretch.
    length_m : int
        Rounded length of the path.

    Returns
    -------
    dict of str to int
        Without zero entries.
    """
    amounts = _amounts_mm(combined, streets, lengths_mm)
    total_mm = sum(amounts.values())
    if total_mm == 0:
        return {}
    order = sorted(amounts, reverse=True, key=_badness)
    shares = {c: divmod(amounts[c] * length_m, total_mm) for c in order}
    left = length_m - sum(whole for whole, _ in shares.values())
    extra = sorted(order, key=lambda c: -shares[c][1])[:left]
    metres = {c: shares[c][0] + (c in extra) for c in order}
    return {CLASS_NAME[ExposureClass(c)].key: m for c, m in metres.items() if m}


def unknown_mm(combined: Combined, streets: NDArray[np.int32], lengths_mm: NDArray[np.int64]) -> int:
    """Return the millimetres of a path that are unknown, wet streets included; every stretch rounds up."""
    return int(((lengths_mm * combined.unknown_pct[streets] + 99) // 100).sum())


def _amounts_mm(
    combined: Combined, streets: NDArray[np.int32], lengths_mm: NDArray[np.int64]
) -> dict[int, int]:
    classes = combined.worst_class[streets]
    split = np.where(classes == ExposureClass.DRY, combined.unknown_pct[streets], np.uint8(0))
    untold_mm = (lengths_mm * split + 99) // 100
    amounts: dict[int, int] = {}
    for c in np.unique(classes).tolist():
        here = classes == c
        amounts[c] = int((lengths_mm - untold_mm)[here].sum())
    unknown = int(ExposureClass.UNKNOWN)
    amounts[unknown] = amounts.get(unknown, 0) + int(untold_mm.sum())
    return {c: mm for c, mm in amounts.items() if mm}


def _badness(c: int) -> int:
    """Order classes from dry over unknown to the worst: unknown ranks just above dry."""
    return 1 if c == ExposureClass.UNKNOWN else 2 * c
