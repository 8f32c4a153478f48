"""Draw a situation as text: the house or person, the water, the slope, what is in force and the ways out."""

from collections.abc import Iterator

from hazard.decision.advice import Decision
from hazard.decision.official import official_of
from hazard.decision.rules.limits import floor_cm
from hazard.decision.situation import Here, Situation, Way, Whereabouts
from hazard.kinds import CLASS_NAME, ExposureClass, HazardKind


def draw(situation: Situation, decision: Decision) -> str:
    """Return a cross-section for one kind: depth on the left, floors in the middle, ways out on the right."""
    kind = decision.kind
    lines = [f"in force: {_in_force(situation)}"]
    if kind is not None:
        lines += [f"{each:<12} {_exposure(situation.here.get(each, Here()))}" for each in _kinds(situation)]
    lines += list(_house(situation))
    nothing = "none" if situation.ways.searched else "not searched"
    return "\n".join([*lines, f"ways: {', '.join(_ways(situation)) or nothing}"])


def _kinds(situation: Situation) -> list[HazardKind]:
    return [kind for kind in HazardKind if kind in situation.kinds or kind in situation.here]


def _in_force(situation: Situation) -> str:
    words = [word for kind in HazardKind for word in official_of(situation, kind)]
    felt = [f"{kind} seen or felt" for kind, force in situation.in_force.items() if force.event]
    names = [f"警戒レベル{word.level} {word.name}" if word.level else word.name for word in words] + felt
    unknown = not situation.in_force
    return ", ".join(names) or ("not known" if unknown else "nothing")


def _exposure(here: Here) -> str:
    if here.worst == ExposureClass.UNKNOWN:
        return "????????  not surveyed"
    if here.worst == ExposureClass.DRY:
        return "          outside the mapped zone"
    fill = "/" if here.worst >= ExposureClass.ZONE_YELLOW else "~"
    notes = [CLASS_NAME[here.worst].en]
    if here.collapse_zone:
        notes.append("house-collapse zone")
    if here.duration_h:
        notes.append(f"under water up to {here.duration_h} h")
    return f"{fill * 8}  {', '.join(notes)}"


def _house(situation: Situation) -> Iterator[str]:
    place, party = situation.place, situation.party
    ground = "_" * 8 + ("\\ cliff" if place.by_cliff else " low ground" if place.low_lying else "")
    who = party.profile + (f", supplies for {party.supplies_h} h" if party.supplies_h is not None else "")
    shore = {None: "", True: ", on the shore", False: ", away from the shore"}[place.at_shore]
    if place.whereabouts is Whereabouts.OUTDOORS:
        yield f"   o/     outdoors{shore}"
    else:
        own_cm = floor_cm(place.floor, place.floor_height_cm)
        height = "height not known" if own_cm is None else f"{own_cm / 100:g} m above the ground"
        material = {None: "", True: ", wooden", False: ", solid"}[place.wooden]
        state = {None: "", True: ", can be used", False: ", cannot be used"}[place.usable]
        floor = "floor not told" if place.floor is None else f"floor {place.floor}"
        yield f"  [ o ]   {floor}, {height}{material}{state}{shore}"
    yield f"{ground}   {who}"


def _ways(situation: Situation) -> Iterator[str]:
    found = situation.ways
    for name, way in (("site", found.site), ("high ground", found.high_ground), ("building", found.building)):
        if way is not None:
            yield f"{name} {_minutes(way)}"


def _minutes(way: Way) -> str:
    walk = f"{way.duration_s // 60} min"
    if way.margin_s is None:
        return walk
    return f"{walk} (margin {way.margin_s // 60} min)"
