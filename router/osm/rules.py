"""Who may walk where: the tags of a way to what it is on foot, or to the reason why it is left out."""

from dataclasses import dataclass
from enum import StrEnum

from router.classes import StreetClass
from router.osm import flags, values
from router.osm.flags import Tags


class DropReason(StrEnum):
    """Why a way with a ``highway`` tag is not in the graph. The values are what people read."""

    MOTORWAY = "motorway"
    MOTOR_ROAD = "motorroad=yes: no pedestrians"
    NOT_BUILT = "under construction or proposed"
    ABANDONED = "abandoned or razed"
    RACEWAY = "raceway"
    INDOOR = "indoor corridor or elevator"
    NOT_A_STREET = "not a street"
    NO_ACCESS = "access=no or private"
    NO_FOOT = "foot=no"
    NO_SHAPE = "fewer than two of its nodes are in the file"


@dataclass(frozen=True, slots=True)
class Walkable:
    """What a way is on foot.

    Attributes
    ----------
    street_class : StreetClass
        Its class.
    forward, backward : int
        Flags along the nodes of the way and against them.
    name : str
        Its name in the local language, or empty.
    """

    street_class: StreetClass
    forward: int
    backward: int
    name: str


Verdict = Walkable | DropReason

KEYS = flags.KEYS | {"name", "name:ja", "foot", "access", "motorroad", "abandoned", "disused"}
"""Every key on which a verdict depends."""

KERB_KEYS = ("kerb", "barrier")
"""A node with a kerb has one of these."""
KERB_M = 0.02
"""Wheels pass a step of 2 cm (道路の移動等円滑化基準)."""

_LOW_KERBS = frozenset({"lowered", "flush", "no"})
_KERB_HEIGHTS = ("kerb:height", "height")
_REFUSED_HIGHWAYS = {
    "motorway": DropReason.MOTORWAY,
    "construction": DropReason.NOT_BUILT,
    "proposed": DropReason.NOT_BUILT,
    "planned": DropReason.NOT_BUILT,
    "abandoned": DropReason.ABANDONED,
    "disused": DropReason.ABANDONED,
    "razed": DropReason.ABANDONED,
    "demolished": DropReason.ABANDONED,
    "no": DropReason.ABANDONED,
    "raceway": DropReason.RACEWAY,
    # Doors are locked at night and lifts stop in an earthquake: never promise them to anybody.
    "corridor": DropReason.INDOOR,
    "elevator": DropReason.INDOOR,
}
_FOOT_ALLOWED = frozenset({"yes", "designated", "permissive", "official"})
_REFUSED = frozenset({"no", "private"})
_ACCESS_REFUSED = _REFUSED | {"military"}


def is_raised_kerb(tags: Tags) -> bool:
    """Return whether a node is a kerb that wheels do not pass; one that says nothing of its height is.

    Parameters
    ----------
    tags : mapping of str to str
        ``kerb=raised``, ``rolled``, ``yes`` and ``barrier=kerb`` without more are raised; ``lowered``,
        ``flush``, ``no``, ``wheelchair=yes`` and a height up to `KERB_M` are not.
    """
    kerb = tags.get("kerb")
    if kerb is None and tags.get("barrier") != "kerb":
        return False
    if kerb in _LOW_KERBS or tags.get("wheelchair") in ("yes", "designated"):
        return False
    height_m = next((values.width_m(tags[key]) for key in _KERB_HEIGHTS if key in tags), None)
    return height_m is None or height_m > KERB_M


def judge(tags: Tags) -> Verdict:
    """Return what a way is on foot, or why it is left out.

    Parameters
    ----------
    tags : mapping of str to str
        The tags of a way with a ``highway`` tag.

    Returns
    -------
    Walkable or DropReason
        One-way rules never keep anybody on foot out; ``sidewalk=separate`` does not either.
    """
    highway = tags.get("highway", "")
    reason = _refused_as(highway) or _refused_by(tags)
    if reason is not None:
        return reason
    kind = flags.street_class(highway)
    if kind is None:
        return DropReason.NOT_A_STREET
    forward, backward = flags.direction_flags(tags)
    return Walkable(kind, forward, backward, _name(tags))


def _refused_as(highway: str) -> DropReason | None:
    """Return why nothing of this ``highway`` value is used."""
    reason = _REFUSED_HIGHWAYS.get(highway.removesuffix("_link"))
    if reason is None and flags.street_class(highway) is None:
        return DropReason.NOT_A_STREET
    return reason


def _refused_by(tags: Tags) -> DropReason | None:
    """Return why the other tags keep people on foot out."""
    foot = tags.get("foot")
    if foot in _REFUSED:
        return DropReason.NO_FOOT
    if "yes" in (tags.get("abandoned"), tags.get("disused")):
        return DropReason.ABANDONED
    if foot in _FOOT_ALLOWED:
        return None
    if tags.get("access") in _ACCESS_REFUSED:
        return DropReason.NO_ACCESS
    return DropReason.MOTOR_ROAD if tags.get("motorroad") == "yes" else None


def _name(tags: Tags) -> str:
    """Return the name on one line."""
    return " ".join((tags.get("name") or tags.get("name:ja") or "").split())
