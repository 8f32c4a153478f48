"""What the agency has in force for an area, as phones are told: unchanged, and no order."""

from hashlib import sha256

from hazard.decision.situation import TsunamiState
from hazard.official.jma.contents.tsunami import Grade
from hazard.official.jma.contents.weather import TRANSITIONAL
from hazard.official.jma.facts import Fact, facts_of
from hazard.official.jma.official import Official
from hazard.official.jma.proposals import is_mild
from hazard.official.jma.watch import AreaWatch
from hazard.world.codec.forms import ID_CHARS, NOTE_CHARS
from hazard.world.events import Extent
from hazard.world.world import Warned

GRADES = {
    Grade.MAJOR_WARNING: TsunamiState.MAJOR_WARNING,
    Grade.WARNING: TsunamiState.WARNING,
    Grade.ADVISORY: TsunamiState.ADVISORY,
}
LEVELS, VOLCANO_LEVELS = range(2, 6), range(1, 6)


def warnings_of(official: Official, watch: AreaWatch) -> dict[str, Warned]:
    """Return what is in force for an area and has a level or a grade, by an id that stays while it changes.

    Left out are notices, transitional telegrams (the new ones say the same), what is milder than the area
    wants to hear of, and what has no number that this program knows.

    Parameters
    ----------
    official : Official
        Of one status.
    watch : AreaWatch
    """
    found = {}
    for key, fact in facts_of(official, watch).items():
        if fact.is_notice or fact.head.kind in TRANSITIONAL or not fact.kinds:
            continue
        warned = None if is_mild(fact, watch.from_level) else _warned(fact)
        if warned is not None:
            found[f"jma-{sha256(chr(10).join(key).encode()).hexdigest()[:24]}"] = warned
    return found


def _warned(fact: Fact) -> Warned | None:
    level = fact.level if fact.level in LEVELS else None
    volcano = fact.volcano_level if fact.volcano_level in VOLCANO_LEVELS else None
    grade = None if fact.grade is None else GRADES.get(fact.grade)
    if level is None and volcano is None and grade is None:
        return None
    office = fact.head.publishing_office or fact.head.editorial_office
    source = f"{office}、{fact.head.reported_at:%Y-%m-%d %H:%M}"
    return Warned(
        kinds=fact.kinds,
        name=fact.name[:ID_CHARS],
        weather_level=level,
        volcano_level=volcano,
        extent=Extent(),
        source=source[:NOTE_CHARS],
        told_at=fact.head.reported_at,
        grade=grade,
    )
