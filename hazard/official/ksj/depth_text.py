"""Depth classes that are written as text and differ from prefecture to prefecture ("0.3m以上1.0m未満")."""

import re
import unicodedata

from hazard.kinds import DEPTH_BOUNDS_M, ExposureClass

_NUMBER = r"([0-9]+(?:\.[0-9]+)?)(m|cm)?"
_DASH = "[~〜～\\-‐‑–—―−ー]"
_FORMS = (
    re.compile(rf"{_NUMBER}(?:以上|超|を超え)?{_DASH}?{_NUMBER}(?:未満|以下)?"),
    re.compile(rf"{_NUMBER}(?:以上|超|を超える){_DASH}?()()"),
    re.compile(rf"{_NUMBER}{_DASH}()()"),
    re.compile(rf"()(){_DASH}?{_NUMBER}(?:未満|以下)"),
    re.compile(rf"()(){_DASH}{_NUMBER}"),
)
_EPSILON_M = 1e-9


def class_of_text(text: str) -> ExposureClass | None:
    """Return the class of the upper bound that a text names, or None if it is not understood.

    Full-width signs, blanks and the many dashes count alike; "20m以上" and every other open band is the class
    without an upper bound. A band is never read from its lower bound, and never guessed from a single number.
    """
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).replace("ｍ", "m").replace("メートル", "m")
    plain = plain.lower().removeprefix("浸水深")
    for form in _FORMS:
        match = form.fullmatch(plain)
        if match is not None:
            return _class_between(*match.groups())
    return None


def class_under(upper_m: float) -> ExposureClass | None:
    """Return the class of depths under ``upper_m`` (the smallest whose bound is not below it)."""
    if upper_m <= 0:
        return None
    for k, bound_m in enumerate(DEPTH_BOUNDS_M, start=1):
        if upper_m <= bound_m + _EPSILON_M:
            return ExposureClass(k)
    return ExposureClass.OVER_20_M


def _class_between(
    low: str | None, low_unit: str | None, high: str | None, high_unit: str | None
) -> ExposureClass | None:
    if not high:
        return ExposureClass.OVER_20_M
    high_m = _metres(high, high_unit)
    if low and _metres(low, low_unit or high_unit) >= high_m:
        return None
    return class_under(high_m)


def _metres(number: str, unit: str | None) -> float:
    return float(number) / (100 if unit == "cm" else 1)
