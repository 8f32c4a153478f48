"""Advisor: the decision for a position in one region."""

from dataclasses import dataclass

from hazard.advise.ask import Ask
from hazard.advise.here import here_on
from hazard.advise.ways import calm_ways, escape_of
from hazard.decision.advice import Decision
from hazard.decision.decide import decide
from hazard.decision.situation import Situation, Ways
from hazard.departure.escape import Escape, ways_from
from hazard.departure.rules import DepartureRules
from hazard.engine import Engine
from hazard.engine.answer import MAX_SNAP_M
from hazard.engine.plan import Plan
from hazard.kinds import HazardKind
from hazard.outcome import Outcome
from router.graph import I32
from router.place.snap import Snap

_MAX_ESCAPES = 16


@dataclass(frozen=True, slots=True)
class Advised:
    """The answer to one question.

    Attributes
    ----------
    decision : Decision
    situation : Situation
        What it was decided on.
    outcome : Outcome or None
        The engine's route or why there is none; None where no kind is in question.
    scenario : str
        Name and year of the scenario whose times were used; empty without times. Shown as 想定.
    """

    decision: Decision
    situation: Situation
    outcome: Outcome | None
    scenario: str


class Advisor:
    """Decisions for one region.

    Parameters
    ----------
    engine : Engine
    rules : DepartureRules
    """

    def __init__(self, engine: Engine, rules: DepartureRules | None = None) -> None:
        self.engine = engine
        self.rules = rules or DepartureRules()
        self._escapes: dict[int, tuple[Plan, Escape]] = {}

    def advise(
        self, lon: float, lat: float, ask: Ask, plan: Plan | None = None, closed: I32 | None = None
    ) -> Advised:
        """Decide for a position.

        Parameters
        ----------
        lon, lat : float
            Degrees.
        ask : Ask
        plan : Plan, optional
            The plan of the present world for the kinds and the profile asked about; without it the region's
            own.
        closed : int32, optional
            Edges that are closed by events; they must be those of ``plan``.

        Returns
        -------
        Advised

        Raises
        ------
        InputError
            If the position is not one.
        """
        kinds, region = ask.active, self.engine.region
        if not kinds:
            situation = self._situation(ask, None, Ways())
            return Advised(decide(situation), situation, None, "")
        plan = plan or self.engine.plan(kinds, str(ask.party.profile))
        outcome = self.engine.answer(plan, lon, lat)
        snap = self.engine.index.snap_one(lon, lat, plan.ways, limit_m=MAX_SNAP_M)
        timed = (
            HazardKind.TSUNAMI in kinds and HazardKind.TSUNAMI in region.arrivals and ask.since_s is not None
        )
        ways = Ways()
        if snap is not None:
            ways = self._ways(ask, plan, snap, outcome, closed, timed=timed)
        situation = self._situation(ask, snap, ways)
        scenario = region.arrivals[HazardKind.TSUNAMI].scenario if timed and snap is not None else ""
        return Advised(decide(situation), situation, outcome, scenario)

    def _ways(
        self, ask: Ask, plan: Plan, snap: Snap, outcome: Outcome, closed: I32 | None, *, timed: bool
    ) -> Ways:
        if not timed:
            tsunami = HazardKind.TSUNAMI in plan.kinds
            return calm_ways(self.engine.region, plan, snap, outcome, tsunami=tsunami)
        start_ds = self.rules.start_ds(ask.since_s or 0, night=ask.night)
        return ways_from(self._escape(plan, closed), snap.edge, snap.offset_mm, start_ds, self.rules)

    def _escape(self, plan: Plan, closed: I32 | None) -> Escape:
        """Return the fields of a plan; they are kept as long as the plan is one of the last few."""
        found = self._escapes.get(id(plan))
        if found is not None and found[0] is plan:
            return found[1]
        escape = escape_of(self.engine.region, plan, self.rules, closed)
        kept = list(self._escapes.items())[-(_MAX_ESCAPES - 1) :]
        self._escapes = dict([*kept, (id(plan), (plan, escape))])
        return escape

    def _situation(self, ask: Ask, snap: Snap | None, ways: Ways) -> Situation:
        region = self.engine.region
        street = None if snap is None else int(region.graph.edge_street[snap.edge])
        return Situation(
            kinds=ask.active,
            place=ask.place,
            party=ask.party,
            here={kind: here_on(region, kind, street) for kind in ask.active},
            in_force=dict(ask.in_force),
            ways=ways,
            night=ask.night,
        )
