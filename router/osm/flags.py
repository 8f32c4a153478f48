"""Tags of a walkable way to its class and its flags, one word for each direction."""

from collections.abc import Mapping

from router.classes import INCLINE_SHIFT, WIDTH_SHIFT, Flag, StreetClass
from router.osm import values

Tags = Mapping[str, str]

CLASS_OF = {
    "trunk": StreetClass.TRUNK,
    "primary": StreetClass.PRIMARY,
    "secondary": StreetClass.SECONDARY,
    "tertiary": StreetClass.TERTIARY,
    "unclassified": StreetClass.RESIDENTIAL,
    "residential": StreetClass.RESIDENTIAL,
    "living_street": StreetClass.LIVING_STREET,
    "service": StreetClass.SERVICE,
    "track": StreetClass.TRACK,
    "pedestrian": StreetClass.PEDESTRIAN,
    "footway": StreetClass.FOOTWAY,
    "path": StreetClass.PATH,
    "steps": StreetClass.STEPS,
    "cycleway": StreetClass.CYCLEWAY,
    "bridleway": StreetClass.BRIDLEWAY,
    "road": StreetClass.OTHER,
    "platform": StreetClass.OTHER,
}
"""``highway`` (without ``_link``) to class. What is not here is not walked on."""

_FOOT_ONLY = frozenset({"pedestrian", "footway", "path", "steps", "cycleway", "bridleway", "platform"})
_CARS_REFUSED = frozenset(
    {
        "no",
        "private",
        "agricultural",
        "forestry",
        "agricultural;forestry",
        "delivery",
        "emergency",
        "military",
        "restricted",
    }
)
_CAR_KEYS = ("motorcar", "motor_vehicle", "vehicle", "access")
_LIT = frozenset({"yes", "24/7", "automatic", "sunset-sunrise", "dusk-dawn"})
_UNLIT = frozenset({"no", "disused"})
_COVERED = frozenset({"yes", "arcade", "colonnade"})
_COVERING_TUNNELS = frozenset({"building_passage", "passage", "avalanche_protector"})
# fmt: off
_UNPAVED = frozenset({
    "unpaved", "ground", "dirt", "earth", "mud", "sand", "grass", "gravel", "fine_gravel",
    "pebblestone", "compacted", "rock", "rocks", "stone", "woodchips", "snow", "grass_paver",
    "salt", "clay", "shells",
})
# fmt: on
_UNPAVED_TRACKS = frozenset({"grade2", "grade3", "grade4", "grade5"})
_HANDRAILS = ("handrail", "handrail:left", "handrail:right", "handrail:center", "handrail:both")
_RINGS = frozenset({"roundabout", "circular"})
_WIDTHS = ("width", "est_width", "yh:WIDTH")

# fmt: off
KEYS = frozenset({
    "highway", "tunnel", "bridge", "layer", "location", "covered", "indoor", "lit", "ford",
    "surface", "tracktype", "incline", "ramp", "ramp:wheelchair", "ramp:stroller", "ramp:bicycle",
    "wheelchair", "crossing", "footway", "path", "cycleway", "oneway", "junction",
    *_CAR_KEYS, *_HANDRAILS, *_WIDTHS,
})
# fmt: on
"""Every key that this module looks at."""


def street_class(highway: str) -> StreetClass | None:
    """Return the class of a ``highway`` value, or ``None`` when it is not a street to walk on."""
    return CLASS_OF.get(highway.removesuffix("_link"))


def direction_flags(tags: Tags) -> tuple[int, int]:
    """Return the two flag words of a walkable way: along its nodes, and against them.

    Parameters
    ----------
    tags : mapping of str to str
        The tags of the way.

    Returns
    -------
    forward, backward : int
        Bits of ``router.classes.Flag`` with the width and incline ranks.
    """
    both = _structure(tags) | _surroundings(tags) | _foot_help(tags)
    rank = values.width_rank(_width_m(tags)) << WIDTH_SHIFT
    up_forward, up_backward = _incline(tags)
    cars_forward, cars_backward = _cars(tags)
    return (
        int(both | up_forward | cars_forward) | rank,
        int(both | up_backward | cars_backward) | rank,
    )


def _structure(tags: Tags) -> Flag:
    """Return what the way is built as: steps, bridge, tunnel, underpass, cover, ford."""
    flags = Flag(0)
    bridge = tags.get("bridge", "no") != "no"
    tunnel = tags.get("tunnel", "no")
    if tags.get("highway") == "steps":
        flags |= Flag.STEPS
    if bridge:
        flags |= Flag.BRIDGE
    if tags.get("covered") in _COVERED or tags.get("indoor") == "yes" or tunnel in _COVERING_TUNNELS:
        flags |= Flag.COVERED
    if tunnel != "no" and tunnel not in _COVERING_TUNNELS:
        flags |= Flag.TUNNEL | Flag.UNDERPASS
    # A bridge at layer -1 spans something lower still: it is not where water gathers.
    below = values.lowest_layer(tags.get("layer", "0")) < 0 and not bridge
    if below or tags.get("location") == "underground":
        flags |= Flag.UNDERPASS
    if tags.get("ford", "no") != "no":
        flags |= Flag.FORD
    return flags


def _surroundings(tags: Tags) -> Flag:
    """Return light, surface and crossing."""
    flags = Flag(0)
    lit = tags.get("lit")
    if lit in _LIT:
        flags |= Flag.LIT
    if lit in _UNLIT:
        flags |= Flag.UNLIT
    if _is_unpaved(tags):
        flags |= Flag.UNPAVED
    if (
        "crossing" in (tags.get("footway"), tags.get("path"), tags.get("cycleway"))
        or tags.get("crossing", "no") != "no"
    ):
        flags |= Flag.CROSSING
    return flags


def _is_unpaved(tags: Tags) -> bool:
    surface = tags.get("surface")
    if surface is None:
        return tags.get("tracktype") in _UNPAVED_TRACKS
    return any(part.strip().lower().split(":")[0] in _UNPAVED for part in surface.split(";"))


def _foot_help(tags: Tags) -> Flag:
    """Return handrail, ramp and what is said of wheelchairs."""
    flags = Flag(0)
    if any(tags.get(key, "no") != "no" for key in _HANDRAILS):
        flags |= Flag.HANDRAIL
    if _has_ramp(tags):
        flags |= Flag.RAMP
    wheelchair = tags.get("wheelchair")
    if wheelchair == "no":
        flags |= Flag.WHEELCHAIR_NO
    if wheelchair in ("yes", "designated"):
        flags |= Flag.WHEELCHAIR_YES
    return flags


def _has_ramp(tags: Tags) -> bool:
    """Return whether wheels can be rolled up: a gutter for bicycles is not such a ramp."""
    if "yes" in (tags.get("ramp:wheelchair"), tags.get("ramp:stroller")) or tags.get("ramp") in (
        "wheelchair",
        "stroller",
    ):
        return True
    plain = tags.get("ramp") == "yes" and tags.get("ramp:bicycle", "no") == "no"
    return plain and tags.get("ramp:wheelchair") != "no"


def _width_m(tags: Tags) -> float | None:
    for key in _WIDTHS:
        width = values.width_m(tags[key]) if key in tags else None
        if width is not None:
            return width
    return None


def _incline(tags: Tags) -> tuple[int, int]:
    """Return the uphill bit and the grade rank of each direction."""
    text = tags.get("incline", "").strip().lower()
    grade = values.grade_pct(text)
    rank = values.grade_rank(grade) << INCLINE_SHIFT
    up = text == "up" or (grade is not None and grade > 0)
    down = text == "down" or (grade is not None and grade < 0)
    return rank | (Flag.INCLINE_UP if up else 0), rank | (Flag.INCLINE_UP if down else 0)


def _cars(tags: Tags) -> tuple[Flag, Flag]:
    """Return ``NO_CARS`` for each direction. One-way rules are for cars; on foot they are ignored."""
    open_, closed = Flag(0), Flag.NO_CARS
    if tags.get("highway") in _FOOT_ONLY or _cars_refused(tags):
        return closed, closed
    oneway = tags.get("oneway")
    if oneway == "reversible":  # the hour decides, and we do not know it
        return closed, closed
    if oneway in ("-1", "reverse"):
        return closed, open_
    if oneway in ("yes", "true", "1") or (oneway is None and tags.get("junction") in _RINGS):
        return open_, closed
    return open_, open_


def _cars_refused(tags: Tags) -> bool:
    """Return whether the most specific access tag that is present keeps cars out."""
    for key in _CAR_KEYS:
        if key in tags:
            return tags[key] in _CARS_REFUSED
    return False
