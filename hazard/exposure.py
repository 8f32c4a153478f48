"""Exposure: how bad each street is for one hazard kind, and several kinds combined by the worst.

Pure: arrays in, arrays out. Unknown is kept apart from dry everywhere, and never becomes dry.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hazard.kinds import CLASS_NAME, ExposureClass, HazardKind
from router.arrays import freeze, require
from router.graph import I32, I64, U8

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


def amounts_mm(
    combined: Combined, streets: I32, lengths_mm: I64, owner: NDArray[np.intp], n_ways: int
) -> I64:
    """Return the length of many ways by class.

    The unknown share of a dry street counts as unknown (rounded up): unknown is never called dry. A wet
    street counts as its class over its whole length.

    Parameters
    ----------
    combined : Combined
    streets : int32, (q,)
        Streets of all ways, one entry for each stretch.
    lengths_mm : int64, (q,)
        Length of each stretch.
    owner : intp, (q,)
        The way to which a stretch belongs.
    n_ways : int

    Returns
    -------
    int64, (n_ways, 256)
    """
    classes = combined.worst_class[streets].astype(np.int64)
    share = np.where(classes == ExposureClass.DRY, combined.unknown_pct[streets], 0).astype(np.int64)
    untold_mm = (lengths_mm * share + 99) // 100
    cells = np.concatenate([owner * 256 + classes, owner * 256 + int(ExposureClass.UNKNOWN)])
    amounts = np.concatenate([lengths_mm - untold_mm, untold_mm])
    return np.bincount(cells, amounts, n_ways * 256).astype(np.int64).reshape(n_ways, 256)


def unknown_mm(
    combined: Combined, streets: I32, lengths_mm: I64, owner: NDArray[np.intp], n_ways: int
) -> I64:
    """Return how much of many ways is unknown, the unknown shares of wet streets included.

    Parameters as in `amounts_mm`; every stretch rounds up.

    Returns
    -------
    int64, (n_ways,)
    """
    untold_mm = (lengths_mm * combined.unknown_pct[streets] + 99) // 100
    return np.bincount(owner, untold_mm, n_ways).astype(np.int64)


def marked_m(marked: NDArray[np.bool_] | None, streets: I32, lengths_mm: I64) -> int:
    """Return the length of one way along marked streets in whole metres, rounded up.

    Parameters
    ----------
    marked : bool, (s,), or None
        None marks nothing.
    streets : int32, (q,)
        Streets of the way.
    lengths_mm : int64, (q,)
    """
    return 0 if marked is None else -(-int(lengths_mm[marked[streets]].sum()) // 1000)


def metres_by_class(amounts_mm: I64, length_m: int) -> dict[str, int]:
    """Return whole metres by class key, worst first, which sum to ``length_m`` exactly.

    Whole metres are handed out by the largest remainder, ties to the worse class.

    Parameters
    ----------
    amounts_mm : int64, (256,)
        Length of one way by class.
    length_m : int
        Its rounded length.

    Returns
    -------
    dict of str to int
        Without zero entries.
    """
    order = sorted(np.flatnonzero(amounts_mm).tolist(), reverse=True, key=_badness)
    total_mm = int(amounts_mm.sum())
    shares = {c: divmod(int(amounts_mm[c]) * length_m, total_mm) for c in order}
    left = length_m - sum(whole for whole, _ in shares.values())
    extra = sorted(order, key=lambda c: -shares[c][1])[:left] if order else []
    metres = {c: shares[c][0] + (c in extra) for c in order}
    return {CLASS_NAME[ExposureClass(c)].key: m for c, m in metres.items() if m}


def _badness(c: int) -> int:
    """Order classes from dry over unknown to the worst: unknown ranks just above dry."""
    return 1 if c == ExposureClass.UNKNOWN else 2 * c
