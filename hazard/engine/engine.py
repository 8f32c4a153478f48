"""Engine: plans of one region, made when first asked for and then shared."""

import threading
from collections.abc import Sequence
from functools import cached_property

from numpy.typing import ArrayLike

from hazard.conditions import CALM, Conditions
from hazard.engine.answer import answer_all
from hazard.engine.plan import Plan, make_plan
from hazard.engine.standing import Standing, standings_at, worst_answers
from hazard.kinds import HazardKind
from hazard.outcome import Outcome
from hazard.region import Region
from hazard.sites import Conflict, conflicts_of
from router.errors import InputError, Problem
from router.place.snap import SnapIndex

_Key = tuple[tuple[HazardKind, ...], str, Conditions]


class Engine:
    """Answers for one region.

    Reading never waits: plans are in a dict that is replaced as a whole when one is added. Two threads that
    ask for the same new plan settle it once.

    Parameters
    ----------
    region : Region
    max_plans : int
        The plan that was made first is dropped when there would be more.
    """

    def __init__(self, region: Region, max_plans: int = 64) -> None:
        self.region = region
        self.max_plans = max_plans
        self._plans: dict[_Key, Plan] = {}
        self._making = threading.Lock()

    @cached_property
    def index(self) -> SnapIndex:
        """The snapping index of the region's streets."""
        return SnapIndex(self.region.graph)

    def plan(
        self, kinds: Sequence[HazardKind | str], profile: str = "adult", conditions: Conditions = CALM
    ) -> Plan:
        """Return the plan for kinds that are active at once and a profile.

        Parameters
        ----------
        kinds : sequence of HazardKind or str
            At least one; order and repetition do not matter.
        profile : str
        conditions : Conditions
            Levels, hour, weather and pace; part of the key.

        Returns
        -------
        Plan

        Raises
        ------
        InputError
            For an unknown kind or profile, or none.
        CertificateError
            If a field is not optimal; nothing is kept then.
        """
        key = (official_order(kinds), profile, conditions)
        found = self._plans.get(key)
        if found is not None:
            return found
        with self._making:
            if key not in self._plans:
                made = make_plan(self.region, self.index, key[0], profile, conditions=conditions)
                kept = list(self._plans.items())[-(self.max_plans - 1) :] if self.max_plans > 1 else []
                self._plans = dict([*kept, (key, made)])
            return self._plans[key]

    def answer(self, plan: Plan, lon: float, lat: float) -> Outcome:
        """Return the outcome for one position in degrees; InputError if it is NaN or out of range."""
        return answer_all(self.region, self.index, plan, [lon], [lat])[0]

    def answers(
        self, plan: Plan, lons: ArrayLike, lats: ArrayLike, accuracy_m: ArrayLike | None = None
    ) -> list[Outcome]:
        """Return the outcomes for many positions, in order; InputError naming every bad one.

        Where positions are known only to ``accuracy_m`` (metres, one for all or one each), the worst answer
        of the places that cannot be told apart holds: `hazard.engine.standing`.
        """
        if accuracy_m is not None:
            return worst_answers(self.region, self.index, plan, lons, lats, accuracy_m)
        return answer_all(self.region, self.index, plan, lons, lats)

    def standings(self, plan: Plan, lon: float, lat: float, accuracy_m: float) -> tuple[Standing, ...]:
        """Return the places where somebody may stand, the nearest first: what to ask the person."""
        return standings_at(self.region, self.index, plan, lon, lat, accuracy_m)

    def conflicts(self, kinds: Sequence[HazardKind | str], profile: str = "adult") -> list[Conflict]:
        """Return the sites whose designation for one of ``kinds`` a layer contradicts."""
        region = self.region
        return conflicts_of(region.sites, official_order(kinds), profile, region.thresholds)


def official_order(kinds: Sequence[HazardKind | str]) -> tuple[HazardKind, ...]:
    """Return kinds without repetition, in the official order; InputError for an unknown one, or none."""
    known = set(HazardKind)
    strange = [str(kind) for kind in kinds if kind not in known]
    if strange or not kinds:
        expected = "one or more of " + ", ".join(known_kind for known_kind in HazardKind)
        raise InputError(Problem("hazard", "", expected, ", ".join(map(repr, strange)) or "none"))
    asked = {HazardKind(kind) for kind in kinds}
    return tuple(kind for kind in HazardKind if kind in asked)
