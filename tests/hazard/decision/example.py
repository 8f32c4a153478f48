"""What a worked example is, and the parts that several of them share."""

from dataclasses import dataclass, replace

from hazard.decision.advice import Advice, WayKind
from hazard.decision.situation import (
    Here,
    InForce,
    Party,
    Place,
    ProfileName,
    Situation,
    TsunamiState,
    Way,
    Ways,
)
from hazard.kinds import ExposureClass, HazardKind

FLOOD, SLIDE, INLAND = HazardKind.FLOOD, HazardKind.LANDSLIDE, HazardKind.INLAND_FLOOD
TSUNAMI, QUAKE, FIRE, VOLCANO = (
    HazardKind.TSUNAMI,
    HazardKind.EARTHQUAKE,
    HazardKind.LARGE_FIRE,
    HazardKind.VOLCANO,
)
DRY, UNKNOWN = ExposureClass.DRY, ExposureClass.UNKNOWN
DEPTH_3M, DEPTH_10M = ExposureClass.UNDER_3_M, ExposureClass.UNDER_10_M
YELLOW, RED = ExposureClass.ZONE_YELLOW, ExposureClass.ZONE_RED
LATE = Way(900, -60)


@dataclass(frozen=True)
class Example:
    title: str
    situation: Situation
    advice: Advice
    way: WayKind | None
    reason: str


def one(kind: HazardKind, worst: ExposureClass, force: InForce | None = None, **rest: object) -> Situation:
    """Return a situation with one kind; `here` fields and whole parts by keyword."""
    here = Here(worst, rest.pop("collapse_zone", None), rest.pop("duration_h", None))
    forces = {} if force is None else {kind: force}
    return Situation(kinds=(kind,), here={kind: here}, in_force=forces, **rest)


def level(number: int) -> InForce:
    return InForce(town_level=number)


def ways(**found: Way) -> Ways:
    return Ways(searched=True, **found)


WALK = ways(site=Way(540))
SECOND_FLOOR = Place(floor=2, wooden=True)
STOCKED = Party(supplies_h=72)
STAY_IN = {"collapse_zone": False, "duration_h": 24, "place": SECOND_FLOOR, "party": STOCKED, "ways": WALK}
"""All three conditions of row 4 hold."""


def flood(force: InForce | None, worst: ExposureClass = DEPTH_3M, **changes: object) -> Situation:
    return one(FLOOD, worst, force, **(STAY_IN | changes))


def tsunami(state: TsunamiState, worst: ExposureClass, found: Ways, **place: object) -> Situation:
    return one(TSUNAMI, worst, InForce(tsunami=state), ways=found, place=Place(**place))


OLDER = replace(STOCKED, profile=ProfileName.OLDER)
GROUND = Place(floor=1)
