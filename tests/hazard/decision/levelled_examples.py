"""Worked examples for flood, inland flooding and landslide."""

from hazard.decision.advice import Advice, WayKind
from hazard.decision.situation import InForce, Party, Place, Way, Ways, Whereabouts
from hazard.kinds import ExposureClass
from tests.hazard.decision.example import (
    DEPTH_10M,
    DRY,
    GROUND,
    INLAND,
    OLDER,
    RED,
    SLIDE,
    STAY_IN,
    STOCKED,
    UNKNOWN,
    WALK,
    YELLOW,
    Example,
    flood,
    level,
    one,
    ways,
)

FLOODS = [
    Example("Outside the zone", flood(level(4), DRY), Advice.STAY, None, "outside_zone"),
    Example("Not surveyed, level 4", flood(level(4), UNKNOWN), Advice.UNKNOWN, WayKind.SITE, "not_surveyed"),
    Example("Not surveyed, nothing in force", flood(level(0), UNKNOWN), Advice.UNKNOWN, None, "not_surveyed"),
    Example(
        "Uncoloured, but lower than its surroundings (row 2)",
        flood(level(4), DRY, place=Place(floor=1, low_lying=True)),
        Advice.LEAVE,
        WayKind.SITE,
        "level_4",
    ),
    Example("All three conditions hold (row 4)", flood(level(4)), Advice.STAY_UPSTAIRS, None, "inside_zone"),
    Example("… and at level 5", flood(level(5)), Advice.STAY_UPSTAIRS, None, "inside_zone"),
    Example(
        "① fails: collapse zone", flood(level(4), collapse_zone=True), Advice.LEAVE, WayKind.SITE, "level_4"
    ),
    Example(
        "① not known: no map of collapse zones",
        flood(level(4), collapse_zone=None),
        Advice.LEAVE,
        WayKind.SITE,
        "level_4",
    ),
    Example("② fails: ground floor", flood(level(4), place=GROUND), Advice.LEAVE, WayKind.SITE, "level_4"),
    Example(
        "② not known: floor not told", flood(level(4), place=Place()), Advice.LEAVE, WayKind.SITE, "level_4"
    ),
    Example(
        "② over 5 m: high enough, but a wooden house",
        flood(level(4), DEPTH_10M, place=Place(floor_height_cm=1200, wooden=True)),
        Advice.LEAVE,
        WayKind.SITE,
        "level_4",
    ),
    Example(
        "③ not known: no duration map",
        flood(level(4), duration_h=None),
        Advice.LEAVE,
        WayKind.SITE,
        "level_4",
    ),
    Example(
        "③ fails: under water for a week",
        flood(level(4), duration_h=168),
        Advice.LEAVE,
        WayKind.SITE,
        "level_4",
    ),
    Example(
        "③ fails: supplies for 12 hours",
        flood(level(4), party=Party(supplies_h=12)),
        Advice.LEAVE,
        WayKind.SITE,
        "level_4",
    ),
    Example(
        "Outdoors in the zone",
        flood(level(4), place=Place(whereabouts=Whereabouts.OUTDOORS)),
        Advice.LEAVE,
        WayKind.SITE,
        "level_4",
    ),
    Example(
        "Level 3, somebody takes time (row 6)",
        flood(level(3), place=GROUND, party=OLDER),
        Advice.LEAVE,
        WayKind.SITE,
        "level_3",
    ),
    Example(
        "Level 3, nobody takes time (row 7)",
        flood(level(3), place=GROUND),
        Advice.PREPARE,
        None,
        "inside_zone",
    ),
    Example("Level 2", flood(level(2), place=GROUND), Advice.PREPARE, None, "inside_zone"),
    Example(
        "No information could be confirmed", flood(None, place=GROUND), Advice.PREPARE, None, "inside_zone"
    ),
    Example(
        "The agency's level 4 comes before the town's",
        flood(InForce(town_level=3, weather_level=4), place=GROUND),
        Advice.LEAVE,
        WayKind.SITE,
        "level_4",
    ),
    Example("Level 5: do not travel", flood(level(5), place=GROUND), Advice.TOO_LATE, WayKind.UP, "level_5"),
    Example(
        "Level 4, only dry ground in reach",
        flood(level(4), place=GROUND, ways=ways(high_ground=Way(300))),
        Advice.HIGH_GROUND,
        WayKind.HIGH_GROUND,
        "level_4",
    ),
    Example(
        "Level 4, no way out",
        flood(level(4), place=GROUND, ways=ways()),
        Advice.TOO_LATE,
        WayKind.UP,
        "no_way",
    ),
    Example(
        "Level 4, outside the region's streets",
        flood(level(4), place=GROUND, ways=Ways()),
        Advice.LEAVE,
        WayKind.SITE,
        "level_4",
    ),
    Example(
        "Inland flooding: ① does not apply",
        one(
            INLAND, ExposureClass.UNDER_1_M, level(4), **(STAY_IN | {"collapse_zone": None, "duration_h": 12})
        ),
        Advice.STAY_UPSTAIRS,
        None,
        "inside_zone",
    ),
]

SOLID_TOP = Place(floor=5, wooden=False)
SLIDES = [
    Example(
        "Yellow zone, level 4: never indoors, however solid",
        one(SLIDE, YELLOW, level(4), place=SOLID_TOP, party=STOCKED, ways=WALK),
        Advice.LEAVE,
        WayKind.SITE,
        "level_4",
    ),
    Example(
        "Red zone, level 3, somebody takes time",
        one(SLIDE, RED, level(3), place=GROUND, party=OLDER, ways=WALK),
        Advice.LEAVE,
        WayKind.SITE,
        "level_3",
    ),
    Example(
        "Uncoloured, but beside a cliff (row 2)",
        one(SLIDE, DRY, level(4), place=Place(by_cliff=True), ways=WALK),
        Advice.LEAVE,
        WayKind.SITE,
        "level_4",
    ),
    Example("Level 5", one(SLIDE, YELLOW, level(5), ways=WALK), Advice.TOO_LATE, WayKind.UP, "level_5"),
]
