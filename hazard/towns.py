"""Towns: 町丁目 with their outlines, for saying where an alert holds."""

from dataclasses import dataclass
from typing import TypeAlias

Ring: TypeAlias = tuple[tuple[int, int], ...]
"""Closed, longitude and latitude in 10^-7 degrees."""


@dataclass(frozen=True, slots=True)
class Town:
    """A 町丁目 (or a district that people know by name).

    Attributes
    ----------
    name : str
        As published.
    rings : tuple of Ring
        Its parts, without holes: what lies inside of a town and is not of it, an alert reaches too.
    """

    name: str
    rings: tuple[Ring, ...]
