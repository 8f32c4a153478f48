"""A snapshot: the world after one entry of a log, so that nobody has to read it from the beginning.

It holds no street graph: the same snapshot serves every region that is built for the area.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

import orjson

from hazard.kinds import HazardKind
from hazard.world.codec import forms
from hazard.world.codec.forms import READERS, Reader, Unfit
from hazard.world.codec.read import FOUND_CHARS
from hazard.world.codec.write import canonical
from hazard.world.world import (
    Alert,
    Closure,
    Exercise,
    Layer,
    RegionInfo,
    SiteState,
    SiteStatus,
    State,
    Warned,
    World,
)
from router.errors import InputError, Problem

Json: TypeAlias = Any
FORMAT, VERSION = "nigemichi-snapshot", 1
MAX_BYTES = 256 * 1024 * 1024
"""Half of what Redis keeps in one value."""
_MOST = 10_000_000


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A world, and the id of the last log entry that is in it."""

    world: World
    position: str


def encode_snapshot(world: World, position: str) -> bytes:
    """Return a world after the entry ``position`` as canonical JSON (docs/formats.md, section 6.5)."""
    return canonical(
        {
            "format": FORMAT,
            "version": VERSION,
            "area": world.area,
            "position": position,
            "revision": world.revision,
            "changed_at": world.changed_at,
            "real": world.real,
            "exercise": world.exercise,
            "keys": sorted(world.keys),
        }
    )


def decode_snapshot(content: bytes, info: RegionInfo, source: str = "snapshot") -> Snapshot:
    """Read what `encode_snapshot` wrote.

    Parameters
    ----------
    content : bytes
    info : RegionInfo
        Whose area it must be; the world gets its graph.
    source : str
        Name for messages.

    Raises
    ------
    InputError
        If it is not a snapshot of this area, or a part of it is not of its form.
    """
    if len(content) > MAX_BYTES:
        raise InputError(Problem(source, "", f"at most {MAX_BYTES} bytes", str(len(content))))
    try:
        data = orjson.loads(content)
        read = _SNAPSHOT(data)
    except orjson.JSONDecodeError as error:
        raise InputError(Problem(source, "", "JSON", str(error)[:FOUND_CHARS])) from error
    except Unfit as unfit:
        raise InputError(Problem(source, unfit.where, unfit.expected, "something else")) from unfit
    if read["area"] != info.area or read["revision"] != len(read["keys"]):
        expected = f"a snapshot of {info.area} with a key for each event"
        raise InputError(Problem(source, "area, keys", expected, "another"))
    world = World(
        info.area,
        info.graph,
        read["revision"],
        read["changed_at"],
        read["real"],
        read["exercise"],
        frozenset(read["keys"]),
    )
    return Snapshot(world, read["position"])


def _by(name: Reader, item: Reader) -> Reader:
    """Return a reader of objects whose keys are names."""

    def read(value: Json) -> dict[Any, Any]:
        if not isinstance(value, dict) or len(value) > _MOST:
            raise Unfit("an object by id")
        return {name(key): item(entry) for key, entry in value.items()}

    return read


def _exactly(readers: dict[str, Reader]) -> Callable[[Json], dict[str, Any]]:
    """Return a reader of an object with exactly these fields, as a dictionary."""

    def keep(**found: Any) -> dict[str, Any]:
        return found

    return forms.record(keep, readers)  # type: ignore[arg-type]


def _this(wanted: object) -> Reader:
    def read(value: Json) -> object:
        if value != wanted or isinstance(value, bool):
            raise Unfit(repr(wanted))
        return wanted

    return read


_moment, _count = forms.moment, forms.whole(1, 2**53)
_alert = forms.record(
    Alert,
    {name: READERS[name] for name in ("kinds", "level", "extent", "text", "until", "source", "grade")}
    | {"issued_at": _moment, "updated_at": _moment, "edition": _count},
    later=("grade",),
)
_WARNED = ("kinds", "name", "weather_level", "volcano_level", "extent", "source", "grade")
_warned = forms.record(
    Warned, {name: READERS[name] for name in _WARNED} | {"told_at": _moment}, later=("grade",)
)
_closure = forms.record(
    Closure,
    {name: READERS[name] for name in ("graph", "streets", "drawn", "reason", "until")}
    | {"closed_at": _moment},
)
_site = forms.record(
    SiteState,
    {
        "status": forms.choice(SiteStatus),
        "people": READERS["people"],
        "note": READERS["note"],
        "told_at": _moment,
        "facilities": READERS["facilities"],
    },
    later=("facilities",),
)
_layer = forms.record(
    Layer, {name: READERS[name] for name in ("graph", "sha256", "note")} | {"replaced_at": _moment}
)
_state = forms.record(
    State,
    {
        "alerts": _by(READERS["alert"], _alert),
        "closures": _by(READERS["closure"], _closure),
        "sites": _by(READERS["site"], _site),
        "layers": _by(forms.choice(HazardKind), _layer),
        "warnings": _by(READERS["warning"], _warned),
    },
    later=("warnings",),
)
_exercise = forms.record(
    Exercise,
    {
        "id": READERS["exercise"],
        "name": READERS["name"],
        "started_at": _moment,
        "until": READERS["until"],
        "state": _state,
    },
)
_SNAPSHOT = _exactly(
    {
        "format": _this(FORMAT),
        "version": _this(VERSION),
        "area": READERS["area"],
        "position": forms.text(50, 3),
        "revision": forms.whole(0, 2**53),
        "changed_at": forms.maybe(_moment),
        "real": _state,
        "exercise": forms.maybe(_exercise),
        "keys": forms.listed(READERS["key"], _MOST),
    }
)
