"""Street classes and flags: what survives of OpenStreetMap's tags.

The numbers are part of the file format (docs/formats.md): add, never renumber.
"""

from enum import IntEnum, IntFlag


class StreetClass(IntEnum):
    """What kind of way it is (OSM ``highway``; links count as their parent)."""

    TRUNK = 1
    PRIMARY = 2
    SECONDARY = 3
    TERTIARY = 4
    RESIDENTIAL = 5
    LIVING_STREET = 6
    SERVICE = 7
    TRACK = 8
    PEDESTRIAN = 9
    FOOTWAY = 10
    PATH = 11
    STEPS = 12
    CYCLEWAY = 13
    BRIDLEWAY = 14
    OTHER = 15


N_CLASSES = 16


class Flag(IntFlag):
    """Bits of ``edge_flags`` (uint32). Those marked "directed" differ between an edge and its twin."""

    STEPS = 1 << 0
    BRIDGE = 1 << 1
    TUNNEL = 1 << 2
    UNDERPASS = 1 << 3
    COVERED = 1 << 4
    LIT = 1 << 5
    UNLIT = 1 << 6
    NO_CARS = 1 << 7
    """No cars this way: a footway, or against a one-way street (directed)."""
    FORD = 1 << 8
    UNPAVED = 1 << 9
    HANDRAIL = 1 << 10
    RAMP = 1 << 11
    WHEELCHAIR_NO = 1 << 12
    WHEELCHAIR_YES = 1 << 13
    CROSSING = 1 << 14
    INCLINE_UP = 1 << 15
    """Uphill this way (directed); the grade is in INCLINE_RANK."""
    RIVERSIDE = 1 << 21
    """Within some metres of a river, a stream or a pond; set when a region is built."""
    RAISED_KERB = 1 << 22
    """A kerb that is not lowered stands at an end of this piece of a footway or in it."""


# Two small numbers live in the same word, above the bits.
WIDTH_SHIFT = 16
"""3 bits: 0 unknown, 1 under 0.9 m, 2 under 2 m, 3 under 4 m, 4 = 4 m or more."""
INCLINE_SHIFT = 19
"""2 bits: 0 unknown or flat, 1 up to 5 %, 2 up to 1/12, 3 steeper than 1/12."""


def width_rank(flags: int) -> int:
    """Return the width rank (0..4) stored in ``flags``."""
    return (flags >> WIDTH_SHIFT) & 0b111


def incline_rank(flags: int) -> int:
    """Return the incline rank (0..3) stored in ``flags``."""
    return (flags >> INCLINE_SHIFT) & 0b11
