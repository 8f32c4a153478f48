"""One worked example for every branch of the decision, in chapters."""

from dataclasses import replace

from hazard.decision.advice import Advice, WayKind
from hazard.decision.situation import Here, Situation
from tests.hazard.decision.example import (
    DEPTH_3M,
    DRY,
    FLOOD,
    SLIDE,
    YELLOW,
    Example,
    flood,
    level,
    tsunami,
)
from tests.hazard.decision.levelled_examples import FLOODS, SLIDES
from tests.hazard.decision.other_examples import BOTH, OTHERS, TSUNAMIS, WARNED

SEVERAL = [
    Example(
        "Flood allows staying in, landslide does not",
        replace(
            flood(level(4)),
            kinds=(FLOOD, SLIDE),
            here={FLOOD: Here(DEPTH_3M, False, 24), SLIDE: Here(YELLOW)},
            in_force={FLOOD: level(4), SLIDE: level(4)},
        ),
        Advice.LEAVE,
        WayKind.SITE,
        "level_4",
    ),
    Example(
        "Outside for flood, not surveyed for landslide",
        replace(flood(level(4), DRY), kinds=(FLOOD, SLIDE)),
        Advice.UNKNOWN,
        None,
        "not_surveyed",
    ),
    Example(
        "A kind in force counts although nobody asked for it",
        replace(tsunami(WARNED, DEPTH_3M, BOTH), kinds=()),
        Advice.HIGH_GROUND,
        WayKind.HIGH_GROUND,
        "tsunami_warning",
    ),
    Example("No kind in question", Situation(), Advice.UNKNOWN, None, ""),
]

CHAPTERS = {
    "Flood, storm surge, inland flooding": FLOODS,
    "Landslide": SLIDES,
    "Tsunami": TSUNAMIS,
    "Earthquake, large fire, volcano": OTHERS,
    "Several kinds at once": SEVERAL,
}
