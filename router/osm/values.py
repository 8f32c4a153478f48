"""Written tag values as numbers. Anything that cannot be read is ``None``: unknown, never a guess."""

import math
import re

_NUMBER = re.compile(r"\s*([+-]?\d+(?:[.,]\d+)?)\s*(.*?)\s*")
_FEET = re.compile(r"\s*(\d+(?:\.\d+)?)\s*(?:'|ft)\s*(?:(\d+(?:\.\d+)?)\s*(?:\"|in))?\s*")
_YAHOO_UNDER = re.compile(r"\s*(\d+(?:\.\d+)?)m未満\s*")

_METRES = {"": 1.0, "m": 1.0, "metre": 1.0, "metres": 1.0, "meter": 1.0, "meters": 1.0, "cm": 0.01}
_FOOT_M = 0.3048
_INCH_M = 0.0254

WIDTH_BOUNDS_M = (0.9, 2.0, 4.0)
"""Rank 1 is under the first bound, 2 under the second, 3 under the third, 4 is the rest.

0.9 m is the least passage for a wheelchair (移動等円滑化基準: 通路 90 cm), 2 m that of a sidewalk
(道路構造令 第11条), 4 m that of a road on which one may build (建築基準法 第42条).
"""
GRADE_BOUNDS_PCT = (5.0, 100.0 / 12.0)
"""Rank 1 is up to 5 % (道路の移動等円滑化基準 第6条), 2 up to 1/12 (建築物移動等円滑化基準), 3 steeper."""


def width_m(text: str) -> float | None:
    """Return a width in metres.

    Parameters
    ----------
    text : str
        As written: ``3``, ``3.5 m``, ``250 cm``, ``6'7"``; the Yahoo import's ``3.0m〜5.5m`` and ``1.5m未満``
        are read as the narrower end.

    Returns
    -------
    float or None
        ``None`` when it is not a positive width.
    """
    under = _YAHOO_UNDER.fullmatch(text)
    if under:
        return float(under[1]) / 2
    feet = _FEET.fullmatch(text)
    if feet:
        return float(feet[1]) * _FOOT_M + float(feet[2] or 0) * _INCH_M
    match = _NUMBER.fullmatch(text.split("〜")[0])
    if match is None or match[2].lower() not in _METRES:
        return None
    width = float(match[1].replace(",", ".")) * _METRES[match[2].lower()]
    return width if width > 0 else None


def width_rank(width: float | None) -> int:
    """Return the rank of a width in metres: 0 unknown, else 1..4 (``WIDTH_BOUNDS_M``)."""
    if width is None:
        return 0
    return 1 + sum(width >= bound for bound in WIDTH_BOUNDS_M)


def grade_pct(text: str) -> float | None:
    """Return a signed grade in percent, uphill positive.

    Parameters
    ----------
    text : str
        As written: ``10%``, ``-5 %``, ``4°``, ``0.5``, ``1:12``. A bare number is percent.

    Returns
    -------
    float or None
        ``None`` for ``up``, ``down`` and everything that is not a grade.
    """
    if ":" in text:
        return _ratio_pct(text)
    match = _NUMBER.fullmatch(text)
    if match is None:
        return None
    number = float(match[1].replace(",", "."))
    if match[2] in ("", "%"):
        return number
    if match[2].lower() in ("°", "deg", "degrees") and abs(number) < 90:
        return 100 * math.tan(math.radians(number))
    return None


def _ratio_pct(text: str) -> float | None:
    rise, _, run = text.partition(":")
    try:
        return 100 * float(rise) / float(run)
    except (ValueError, ZeroDivisionError):
        return None


def grade_rank(grade: float | None) -> int:
    """Return the rank of a grade in percent: 0 unknown or flat, else 1..3 (``GRADE_BOUNDS_PCT``)."""
    if grade is None or grade == 0:
        return 0
    # A hair of tolerance: 8.3 % and 4.76° are how people write 1/12.
    return 1 + sum(abs(grade) > bound + 0.05 for bound in GRADE_BOUNDS_PCT)


def lowest_layer(text: str) -> int:
    """Return the lowest of the layers written in ``text`` (``-1;0`` gives -1), 0 when there is none."""
    layers = []
    for part in text.split(";"):
        try:
            layers.append(int(part))
        except ValueError:
            continue
    return min(layers, default=0)
