"""Worked examples for tsunami, earthquake, large fire and volcano."""

from hazard.decision.advice import Advice, WayKind
from hazard.decision.situation import InForce, Place, TsunamiState, Way, Ways
from tests.hazard.decision.example import (
    DEPTH_3M,
    DRY,
    FIRE,
    LATE,
    OLDER,
    QUAKE,
    TSUNAMI,
    UNKNOWN,
    VOLCANO,
    WALK,
    YELLOW,
    Example,
    one,
    tsunami,
    ways,
)

BOTH = ways(site=Way(900, 300), high_ground=Way(400, 840))
FAR_SITE = ways(site=Way(600, 900), high_ground=Way(700, 120), building=Way(120, 1500))
ONLY_BUILDING = ways(site=LATE, high_ground=LATE, building=Way(240, 420))
ALL_LATE = ways(site=LATE, high_ground=LATE, building=LATE)
WARNED, ADVISED = TsunamiState.WARNING, TsunamiState.ADVISORY
MAJOR = TsunamiState.MAJOR_WARNING
TSUNAMIS = [
    Example("Outside the zone", tsunami(MAJOR, DRY, BOTH), Advice.STAY, None, "outside_zone"),
    Example(
        "Warning: the larger margin",
        tsunami(WARNED, DEPTH_3M, BOTH),
        Advice.HIGH_GROUND,
        WayKind.HIGH_GROUND,
        "tsunami_warning",
    ),
    Example(
        "Major warning: a site with the larger margin; the building is the last choice",
        tsunami(MAJOR, DEPTH_3M, FAR_SITE),
        Advice.LEAVE,
        WayKind.SITE,
        "tsunami_major_warning",
    ),
    Example(
        "Only the building is in time",
        tsunami(MAJOR, DEPTH_3M, ONLY_BUILDING),
        Advice.TSUNAMI_BUILDING,
        WayKind.BUILDING,
        "tsunami_major_warning",
    ),
    Example(
        "Nothing is in time", tsunami(MAJOR, DEPTH_3M, ALL_LATE), Advice.TOO_LATE, WayKind.UP, "out_of_time"
    ),
    Example("No way at all", tsunami(MAJOR, DEPTH_3M, ways()), Advice.TOO_LATE, WayKind.UP, "no_way"),
    Example(
        "Not surveyed counts as inside",
        tsunami(WARNED, UNKNOWN, BOTH),
        Advice.HIGH_GROUND,
        WayKind.HIGH_GROUND,
        "tsunami_warning",
    ),
    Example(
        "Outside the region's streets",
        tsunami(WARNED, DEPTH_3M, Ways()),
        Advice.HIGH_GROUND,
        WayKind.HIGH_GROUND,
        "tsunami_warning",
    ),
    Example(
        "No arrival times published: the quicker way",
        tsunami(WARNED, DEPTH_3M, ways(site=Way(300), high_ground=Way(500))),
        Advice.LEAVE,
        WayKind.SITE,
        "tsunami_warning",
    ),
    Example(
        "Advisory, on the shore",
        tsunami(ADVISED, DRY, BOTH, at_shore=True),
        Advice.HIGH_GROUND,
        WayKind.HIGH_GROUND,
        "tsunami_advisory",
    ),
    Example(
        "Advisory, in the zone, not told whether on the shore",
        tsunami(ADVISED, DEPTH_3M, BOTH),
        Advice.HIGH_GROUND,
        WayKind.HIGH_GROUND,
        "tsunami_advisory",
    ),
    Example(
        "Advisory, in the zone, away from the shore",
        tsunami(ADVISED, DEPTH_3M, BOTH, at_shore=False),
        Advice.PREPARE,
        None,
        "inside_zone",
    ),
    Example("Advisory, not surveyed", tsunami(ADVISED, UNKNOWN, BOTH), Advice.UNKNOWN, None, "not_surveyed"),
    Example(
        "Strong or long shaking: no waiting for the warning",
        one(TSUNAMI, DEPTH_3M, InForce(event=True), ways=BOTH),
        Advice.HIGH_GROUND,
        WayKind.HIGH_GROUND,
        "shaking",
    ),
    Example(
        "The town's order",
        one(TSUNAMI, DEPTH_3M, InForce(order=True, tsunami=TsunamiState.NONE), ways=BOTH),
        Advice.HIGH_GROUND,
        WayKind.HIGH_GROUND,
        "order",
    ),
    Example(
        "Forecast of slight change only",
        tsunami(TsunamiState.FORECAST, DEPTH_3M, BOTH),
        Advice.PREPARE,
        None,
        "inside_zone",
    ),
    Example("Calm day, not surveyed", one(TSUNAMI, UNKNOWN), Advice.UNKNOWN, None, "not_surveyed"),
]

OTHERS = [
    Example(
        "Earthquake, the building can be used",
        one(QUAKE, UNKNOWN, InForce(event=True), place=Place(usable=True)),
        Advice.STAY,
        None,
        "building_usable",
    ),
    Example(
        "Earthquake, the building cannot be used",
        one(QUAKE, UNKNOWN, InForce(event=True), place=Place(usable=False), ways=WALK),
        Advice.LEAVE,
        WayKind.SITE,
        "building_damaged",
    ),
    Example(
        "Earthquake, not checked yet",
        one(QUAKE, UNKNOWN, InForce(event=True)),
        Advice.UNKNOWN,
        None,
        "check_building",
    ),
    Example(
        "Earthquake, ordered",
        one(QUAKE, UNKNOWN, InForce(order=True), ways=ways()),
        Advice.LEAVE,
        WayKind.SITE,
        "order",
    ),
    Example(
        "Fire is spreading close by",
        one(FIRE, UNKNOWN, InForce(event=True), ways=WALK),
        Advice.LEAVE,
        WayKind.SITE,
        "fire_spreading",
    ),
    Example("Fire: calm day, no map", one(FIRE, UNKNOWN), Advice.UNKNOWN, None, "not_surveyed"),
    Example("Fire: calm day, outside a published map", one(FIRE, DRY), Advice.STAY, None, "outside_zone"),
    Example("Fire: calm day, inside a published map", one(FIRE, YELLOW), Advice.PREPARE, None, "inside_zone"),
    Example(
        "Volcano, level 5, in the zone",
        one(VOLCANO, YELLOW, InForce(volcano_level=5), ways=WALK),
        Advice.LEAVE,
        WayKind.SITE,
        "volcano_5",
    ),
    Example(
        "Volcano, level 4, somebody takes time",
        one(VOLCANO, YELLOW, InForce(volcano_level=4), party=OLDER, ways=WALK),
        Advice.LEAVE,
        WayKind.SITE,
        "volcano_4",
    ),
    Example(
        "Volcano, level 4, nobody takes time",
        one(VOLCANO, YELLOW, InForce(volcano_level=4), ways=WALK),
        Advice.PREPARE,
        None,
        "inside_zone",
    ),
    Example(
        "Volcano, outside", one(VOLCANO, DRY, InForce(volcano_level=5)), Advice.STAY, None, "outside_zone"
    ),
    Example(
        "Volcano, not surveyed",
        one(VOLCANO, UNKNOWN, InForce(volcano_level=5)),
        Advice.UNKNOWN,
        None,
        "not_surveyed",
    ),
]
