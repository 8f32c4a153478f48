"""Profiles: who walks, how fast, and where they cannot go. The numbers are in profiles.toml, with sources."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from router.classes import INCLINE_SHIFT, WIDTH_SHIFT, Flag, StreetClass
from router.errors import InputError, Problem
from router.graph import CLOSED_DS, U32, StreetGraph

NOTHING = Flag(0)
_OWN_TABLE = Path(__file__).with_name("profiles.toml")


@dataclass(frozen=True, slots=True)
class Profile:
    """One kind of person or group, in integers.

    Attributes
    ----------
    name : str
        ``adult``, ``child``, ``older``, ``wheelchair``, ``group`` or ``car``.
    speed_mm_s, steps_mm_s : int
        Speed on flat streets and on steps; 0 closes steps.
    unpaved_pct, night_pct, crowd_pct : int
        Percent of the speed on unpaved ground, in the dark, and among others; the last holds always.
    slope : tuple of (int, int)
        Bands of the average grade uphill: (up to so many per mille, percent of the speed); rising, the last
        band holds everything.
    closed_flags : Flag
        Edges with any of these cannot be used.
    closed_classes : frozenset of StreetClass
        Nor can edges of these classes.
    closed_width_rank, closed_incline_rank : int
        Nor edges of a known width rank up to the first, or of an incline rank from the second; 0 = no limit.
    """

    name: str
    speed_mm_s: int
    steps_mm_s: int
    unpaved_pct: int
    night_pct: int
    slope: tuple[tuple[int, int], ...]
    closed_flags: Flag = NOTHING
    closed_classes: frozenset[StreetClass] = frozenset()
    closed_width_rank: int = 0
    closed_incline_rank: int = 0
    crowd_pct: int = 100

    @property
    def drives(self) -> bool:
        """Whether rules for cars bind: one-way streets, and turns that are banned."""
        return bool(self.closed_flags & Flag.NO_CARS)


def load_profiles(path: Path | None = None) -> dict[str, Profile]:
    """Read a table of profiles.

    Parameters
    ----------
    path : Path, optional
        A file like router/profiles.toml; without it that very file.

    Returns
    -------
    dict of str to Profile
        Profiles by name, in the order of the file.

    Raises
    ------
    InputError
        If the file is not such a table; every problem at once.
    """
    path = path or _OWN_TABLE
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(Problem(str(path), "", "a table of profiles (TOML)", str(error))) from error
    profiles, wrong = {}, []
    for name, row in table.get("profile", {}).items():
        try:
            profiles[name] = _profile(name, row, table)
        except (KeyError, TypeError, ValueError) as error:
            wrong.append(Problem(str(path), f"[profile.{name}]", "known keys and sane integers", repr(error)))
    if not profiles and not wrong:
        wrong.append(Problem(str(path), "", "at least one [profile.NAME]", "none"))
    if wrong:
        raise InputError(wrong)
    return profiles


@lru_cache(maxsize=1)
def own_profiles() -> Mapping[str, Profile]:
    """Return the profiles of router/profiles.toml (read once)."""
    return load_profiles()


def profile_named(name: str) -> Profile:
    """Return one of our own profiles, or raise an InputError that lists them."""
    profiles = own_profiles()
    if name not in profiles:
        raise InputError(Problem("profile", "", "one of " + ", ".join(profiles), repr(name)))
    return profiles[name]


def profile_to_json(profile: Profile) -> dict[str, Any]:
    """Return a profile as integers, text and lists, as regions store it; crowds only where they count."""
    row = {field.name: getattr(profile, field.name) for field in fields(profile)}
    if profile.crowd_pct == 100:
        del row["crowd_pct"]
    return row | {
        "slope": [list(band) for band in profile.slope],
        "closed_flags": int(profile.closed_flags),
        "closed_classes": sorted(int(one) for one in profile.closed_classes),
    }


def profile_from_json(row: Mapping[str, Any]) -> Profile:
    """Return what `profile_to_json` stored; KeyError, TypeError or ValueError if it is something else."""
    given = dict(row)
    given["slope"] = tuple((int(up_to), int(pct)) for up_to, pct in row["slope"])
    given["closed_flags"] = Flag(row["closed_flags"])
    given["closed_classes"] = frozenset(StreetClass(one) for one in row["closed_classes"])
    profile = Profile(**given)
    _check(profile)
    return profile


def durations(graph: StreetGraph, profile: Profile, *, pace_pct: int = 100, night: bool = False) -> U32:
    """Return the time that every edge takes; ``CLOSED_DS`` where the profile cannot go.

    Integers only, so that every machine and the phone agree. With ``//`` rounding down and each product
    taken in this order, from the speed on flat ground (or on steps)::

        speed = max(1, speed * unpaved_pct // 100)    where the ground is unpaved, off steps
        speed = max(1, speed * slope_pct // 100)      by climb_cm * 10_000 // length_mm per mille, off steps
        speed = max(1, speed * night_pct // 100)      at night
        speed = max(1, speed * crowd_pct // 100)
        speed = max(1, speed * pace_pct // 100)
        duration_ds = min(max(1, ceil(length_mm * 10 / speed)), CLOSED_DS - 1)

    No intermediate value reaches 2^53.

    Parameters
    ----------
    graph : StreetGraph
        The streets.
    profile : Profile
        Who walks.
    pace_pct : int
        Own pace, in percent of the profile's.
    night : bool
        Whether it is dark.

    Returns
    -------
    uint32, (m,)
        Deciseconds, 1 or more; read-only.
    """
    if not 1 <= pace_pct <= 1000:
        raise InputError(Problem("pace", "", "1 … 1000 percent", str(pace_pct)))
    speed = _speeds_mm_s(graph, profile)
    for pct in (profile.night_pct if night else 100, profile.crowd_pct, pace_pct):
        speed = np.maximum(speed * pct // 100, 1)
    length = graph.edge_length_mm.astype(np.int64)
    duration = np.clip((length * 10 + speed - 1) // speed, 1, CLOSED_DS - 1)
    out = np.where(_closed(graph, profile), CLOSED_DS, duration).astype(np.uint32)
    out.setflags(write=False)
    return out


def _speeds_mm_s(graph: StreetGraph, profile: Profile) -> NDArray[np.int64]:
    """Return the daytime speed on every edge; at least 1, closed edges included."""
    steps = _on_steps(graph)
    unpaved = (graph.edge_flags & Flag.UNPAVED != 0) & ~steps
    speed = np.where(steps, profile.steps_mm_s, profile.speed_mm_s).astype(np.int64)
    speed = np.where(unpaved, speed * profile.unpaved_pct // 100, speed).clip(1)
    grade_permille = graph.edge_climb_cm.astype(np.int64) * 10_000 // graph.edge_length_mm.clip(1)
    up_to, pct = np.array(profile.slope, np.int64).T
    band = np.searchsorted(up_to, grade_permille).clip(max=len(up_to) - 1)
    return np.where(steps, speed, (speed * pct[band] // 100).clip(1))


def _on_steps(graph: StreetGraph) -> NDArray[np.bool_]:
    steps: NDArray[np.bool_] = graph.edge_class == StreetClass.STEPS
    steps |= graph.edge_flags & Flag.STEPS != 0
    return steps


def _closed(graph: StreetGraph, profile: Profile) -> NDArray[np.bool_]:
    """Return where the profile cannot go."""
    closed: NDArray[np.bool_] = graph.edge_flags & np.uint32(profile.closed_flags) != 0
    closed |= np.isin(graph.edge_class, sorted(profile.closed_classes))
    if profile.steps_mm_s == 0:
        closed |= _on_steps(graph)
    width = (graph.edge_flags >> WIDTH_SHIFT) & 0b111
    closed |= (width > 0) & (width <= profile.closed_width_rank)
    if profile.closed_incline_rank:
        closed |= (graph.edge_flags >> INCLINE_SHIFT) & 0b11 >= profile.closed_incline_rank
    return closed


def _profile(name: str, row: Mapping[str, Any], table: Mapping[str, Any]) -> Profile:
    """Build a profile from its row; KeyError, TypeError or ValueError if the row is wrong."""
    given = {"crowd_pct": table["common"].get("crowd_pct", 100), **row}
    flags = NOTHING
    for flag in given.pop("closed_flags", []):
        flags |= Flag[flag]
    profile = Profile(
        name=name,
        night_pct=table["common"]["night_pct"],
        slope=tuple((int(up_to), int(pct)) for up_to, pct in table["slope"][given.pop("slope")]),
        closed_flags=flags,
        closed_classes=frozenset(StreetClass[one] for one in given.pop("closed_classes", [])),
        **given,
    )
    _check(profile)
    return profile


def _check(profile: Profile) -> None:
    """Raise a ValueError if a number of the profile makes no sense."""
    bounds = {
        "speed_mm_s": (1, 100_000),
        "steps_mm_s": (0, 100_000),
        "unpaved_pct": (1, 100),
        "night_pct": (1, 100),
        "crowd_pct": (1, 100),
        "closed_width_rank": (0, 4),
        "closed_incline_rank": (0, 3),
    }
    for key, (low, high) in bounds.items():
        value = getattr(profile, key)
        if type(value) is not int or not low <= value <= high:
            raise ValueError(f"{key} = {value!r} is not an integer in {low} … {high}")
    up_to = [band for band, _ in profile.slope]
    if up_to != sorted(set(up_to)) or not all(1 <= pct <= 100 for _, pct in profile.slope):
        raise ValueError(f"slope {profile.slope} is not rising bands of 1 … 100 percent")
