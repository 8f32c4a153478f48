"""How many residents cannot make it: staff see it before they send, and it forbids nothing."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from api.alerts.extent import Outline
from api.alerts.extent.residents import Homes, homes_in
from hazard.advise.clock import Clock
from hazard.advise.timed import Timed
from hazard.advise.unable import unable_at
from hazard.costs import Bools
from hazard.decision.situation import ProfileName
from hazard.engine.plan import Plan
from hazard.kinds import HazardKind
from hazard.places import tsunami_buildings
from hazard.region import Region

PROFILES = (ProfileName.ADULT, ProfileName.OLDER)
"""Whose pace is counted by: those who walk as most do, and those who take time."""
MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Unable:
    """Residents who would not make it if they set out now, everyone at one pace.

    Attributes
    ----------
    profile : ProfileName
    late : int
        Neither a site nor the edge of the zone is reached before the scenario does.
    cut_off : int
        No way at all may be recommended.
    by_building : int
        Of both: those who would reach a tsunami evacuation building in time.
    towns : tuple of str
        町丁目 where most of them live, at most three.
    buildings : tuple of str
        Tsunami evacuation buildings of the area, at most three; none where nobody would reach one.
    scenario : str
        Name and year of the scenario whose times were used; empty without times.
    """

    profile: ProfileName
    late: int
    cut_off: int
    by_building: int
    towns: tuple[str, ...]
    buildings: tuple[str, ...]
    scenario: str


def unable_of(timed: Timed, plan: Plan, outline: Outline, clock: Clock) -> Unable | None:
    """Return who cannot make it at the pace of a plan; None where no population is known.

    Parameters
    ----------
    timed : Timed
    plan : Plan
        For the kinds of the alert, with the closures of its state.
    outline : Outline
        Where the alert holds.
    clock : Clock
        When people would set out.
    """
    homes = homes_in(outline)
    if homes is None:
        return None
    inside = np.flatnonzero(homes.inside)
    lon, lat = homes.people.lon_e7[inside] / 1e7, homes.people.lat_e7[inside] / 1e7
    found = unable_at(timed, plan, lon, lat, clock)

    def count(which: Bools) -> int:
        return int(homes.people.people[inside[which]].sum(dtype=np.int64))

    region, by_building = outline.region, count(found.by_building)
    return Unable(
        profile=ProfileName(plan.profile),
        late=count(found.late),
        cut_off=count(found.cut_off),
        by_building=by_building,
        towns=_towns(region, homes, inside[found.late | found.cut_off]),
        buildings=_buildings(region, plan.kinds) if by_building else (),
        scenario=found.scenario,
    )


def _towns(region: Region, homes: Homes, which: np.ndarray) -> tuple[str, ...]:
    """Return the 町丁目 where most people of some homes live."""
    rings = [(town.name, ring) for town in region.towns for ring in town.rings]
    if not rings or not len(which):
        return ()
    tree = shapely.STRtree([shapely.Polygon(ring) for _, ring in rings])
    people = homes.people
    points = shapely.points(people.lon_e7[which].astype(float), people.lat_e7[which].astype(float))
    total: Counter[str] = Counter()
    for home, ring in zip(*tree.query(points, predicate="within"), strict=True):
        total[rings[ring][0]] += int(people.people[which[home]])
    return tuple(name for name, n in total.most_common(MOST_NAMED) if n)


def _buildings(region: Region, kinds: Sequence[HazardKind]) -> tuple[str, ...]:
    if HazardKind.TSUNAMI not in kinds:
        return ()
    return tuple(site.name for site in tsunami_buildings(region.places))[:MOST_NAMED]
