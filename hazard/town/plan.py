"""The plan of 白波町（架空の町）: where everything is, in metres, as a person would draw it on paper.

x runs east and y north from the origin; the sea is in the south. The drawing itself is in the ``.toml``
files of `hazard.town.drawing`; other modules turn its lines into terrain, water and streets. The town lies
in the open Pacific, so that nobody can take it for a real place.
"""

import tomllib
from dataclasses import dataclass, fields
from importlib.resources import files
from typing import Any

XY = tuple[float, float]
Points = tuple[XY, ...]

NAME = "白波町（架空の町）"
SEED = 20260528
CRS = "EPSG:6677"
"""JGD2011 plane rectangular IX, the official metres of Fukushima."""
ORIGIN_LON, ORIGIN_LAT = 141.30, 37.30
"""Open sea, about 25 km off the coast."""
WEST_M, SOUTH_M, EAST_M, NORTH_M = -3100.0, -1000.0, 3100.0, 3700.0
"""The mapped rectangle: 300 m and more beyond the last street."""


@dataclass(frozen=True, slots=True)
class Hill:
    """A hill: its outline, the height of its back, the width of its slope, and how rugged it is."""

    outline: Points
    height_m: float
    slope_m: float
    rough_m: float


@dataclass(frozen=True, slots=True)
class Ground:
    """Land and water (``ground.toml`` says what each line is)."""

    coast: Points
    port: Points
    coast_east: Points
    river: Points
    brook: Points
    rail: Points
    terrace: Points
    rail_tunnels_x: Points
    breakwaters: tuple[Points, ...]
    ponds: tuple[Points, ...]
    surveyed_inland: tuple[Points, ...]
    hills: tuple[Hill, ...]
    unsurveyed: dict[str, Points]
    station: XY
    terrace_m: XY
    road_tunnel_x: XY
    level_crossings_x: tuple[float, ...]
    subways_x: tuple[float, ...]
    underpass_x: float


@dataclass(frozen=True, slots=True)
class Road:
    """A road or path drawn by hand: OpenStreetMap tags and control points."""

    tags: dict[str, str]
    points: Points

    @property
    def name(self) -> str:
        """The name, or nothing."""
        return self.tags.get("name", "")


@dataclass(frozen=True, slots=True)
class District:
    """A quarter and the weave of its local streets.

    ``along_m`` and ``across_m`` are the distances between streets; ``tee`` is how often a street ends where
    it meets another; ``lit`` is the share of lit streets; ``names`` the names that longer streets take.
    """

    name: str
    outline: Points
    along_m: float
    across_m: float
    tee: float
    highway: str
    width_m: float
    lit: float
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """An evacuation site: where, for how many people, and on what ground.

    ``size_m`` is (width, depth) of its grounds; ``open_air`` sites suit earthquake and fire. ``also`` are the
    kinds for which it is designated although the layers say otherwise.
    """

    name: str
    address: str
    at: XY
    capacity: int
    size_m: XY
    ground: str
    open_air: bool
    also: tuple[str, ...] = ()
    note: str = ""


def _frozen(value: Any) -> Any:
    """Return lists as tuples, all the way down."""
    if isinstance(value, list):
        return tuple(_frozen(item) for item in value)
    return value


def _read(name: str) -> dict[str, Any]:
    text = files("hazard.town.drawing").joinpath(name).read_text(encoding="utf-8")
    return {key: _frozen(value) for key, value in tomllib.loads(text).items()}


def _make(kind: type, row: dict[str, Any]) -> Any:
    known = {field.name for field in fields(kind)}
    return kind(**{key: _frozen(value) for key, value in row.items() if key in known})


def _road(row: dict[str, Any], styles: dict[str, dict[str, str]]) -> Road:
    plain = {key: row[key] for key in ("highway", "name") if key in row}
    return Road(plain | styles.get(row.get("like", ""), {}) | row.get("tags", {}), _frozen(row["points"]))


def _ground() -> Ground:
    row = _read("ground.toml")
    row["hills"] = tuple(_make(Hill, hill) for hill in row["hills"])
    row["unsurveyed"] = {key: _frozen(points) for key, points in row["unsurveyed"].items()}
    return Ground(**row)


def _roads() -> tuple[Road, ...]:
    roads, paths = _read("roads.toml"), _read("paths.toml")
    return tuple(_road(row, roads["styles"]) for row in (*roads["roads"], *paths["roads"]))


GROUND = _ground()
ROADS = _roads()
DISTRICTS: tuple[District, ...] = tuple(_make(District, row) for row in _read("quarters.toml")["districts"])
FIELDS = DISTRICTS[-1]
"""The rice fields; the others are quarters with houses."""
PLACES: tuple[Place, ...] = tuple(_make(Place, row) for row in _read("places.toml")["places"])
