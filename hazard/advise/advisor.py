"""Advisor: the decision for a position in one region."""

from dataclasses import dataclass

from hazard.advise.ask import Ask
from hazard.advise.clock import Clock
from hazard.advise.here import here_on
from hazard.advise.out import TimedSearch, WayOut, way_out
from hazard.advise.timed import Answering, Timed
from hazard.advise.ways import calm_ways
from hazard.decision.advice import Decision
from hazard.decision.decide import decide
from hazard.decision.situation import Situation, Ways
from hazard.departure.escape import ways_from
from hazard.departure.rules import DepartureRules
from hazard.engine.plan import Plan
from hazard.kinds import HazardKind
from hazard.outcome import Outcome
from router.place.snap import Snap


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
    way : WayOut or None
        The way that the decision means, drawn; None where it means none, or none outside of the house.
    """

    decision: Decision
    situation: Situation
    outcome: Outcome | None
    scenario: str
    way: WayOut | None


class Advisor:
    """Decisions for one region.

    Parameters
    ----------
    engine : Answering
        Of the region as it was built, or as it is now.
    rules : DepartureRules
    """

    def __init__(self, engine: Answering, rules: DepartureRules | None = None) -> None:
        self.engine = engine
        self.timed = Timed(engine, rules)

    def advise(self, lon: float, lat: float, ask: Ask, plan: Plan | None = None) -> Advised:
        """Decide for a position.

        Parameters
        ----------
        lon, lat : float
            Degrees.
        ask : Ask
        plan : Plan, optional
            The plan to decide by; without it the one that the engine holds for what is asked.

        Returns
        -------
        Advised

        Raises
        ------
        InputError
            If the position is not one.
        """
        kinds = ask.active
        if not kinds:
            situation = self._situation(ask, None, Ways())
            return Advised(decide(situation), situation, None, "", None)
        plan = plan or self.engine.plan(kinds, str(ask.party.profile), ask.conditions)
        outcome = self.engine.answer(plan, lon, lat)
        snap = self.timed.snap(plan, lon, lat)
        timed = ask.since_s is not None and self.timed.applies(plan) and snap is not None
        ways, out = Ways(), None
        if snap is not None:
            ways = self._ways(ask, plan, snap, outcome, timed=timed)
        if timed:
            clock = Clock(ask.since_s or 0, ask.night, ask.delay_s)
            outcome = self.timed.outcome(plan, outcome, lon, lat, clock)
        situation = self._situation(ask, snap, ways)
        decision = decide(situation)
        if snap is not None:
            search = self._search(ask, plan) if timed else None
            out = way_out(self.engine.region, plan, snap, decision.way, outcome, search)
        return Advised(decision, situation, outcome, self.timed.scenario(plan) if timed else "", out)

    def _ways(self, ask: Ask, plan: Plan, snap: Snap, outcome: Outcome, *, timed: bool) -> Ways:
        if not timed:
            tsunami = HazardKind.TSUNAMI in plan.kinds
            return calm_ways(self.engine.region, plan, snap, outcome, tsunami=tsunami)
        start_ds = Clock(ask.since_s or 0, ask.night, ask.delay_s).start_ds(self.timed.rules)
        return ways_from(self.timed.escape(plan), snap.edge, snap.offset_mm, start_ds, self.timed.rules)

    def _search(self, ask: Ask, plan: Plan) -> TimedSearch:
        """Return how a way is found by the clock."""
        clock = Clock(ask.since_s or 0, ask.night, ask.delay_s)
        return TimedSearch(self.timed.escape(plan), clock.start_ds(self.timed.rules), self.timed.rules)

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
