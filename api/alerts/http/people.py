"""From a preview to what people will be told to do, and who cannot make it."""

from dataclasses import asdict, replace
from datetime import datetime, timedelta, timezone

from api.alerts.http.contract import PeopleModel, ScreenModel, UnableModel
from api.alerts.life.draft import Record
from api.alerts.notices.plans import conditions_of
from api.alerts.preview import Preview
from api.alerts.screens import Screen, screens_of
from api.alerts.unable import PROFILES, unable_of
from hazard.advise import Advisor, Clock
from hazard.engine.plan import Plan, make_plan
from hazard.live import LiveEngine
from hazard.live.costs import live_costs
from hazard.world import World
from hazard.world.world import State

JAPAN = timezone(timedelta(hours=9))
DUSK_H, DAWN_H = 18, 6
"""Hours without daylight all year round, in Japan."""


def people_of(
    engine: LiveEngine, record: Record, preview: Preview, state: State, now: datetime
) -> PeopleModel:
    """Return what people will be told to do, and who cannot make it, if the alert were issued now.

    Plans are made for this answer alone: a draft must not make the engine settle more fields at every event.

    Parameters
    ----------
    engine : LiveEngine
    record : Record
    preview : Preview
        Of the record.
    state : State
        The real one, or that of the exercise.
    now : datetime
    """
    then = replace(state, alerts={**state.alerts, record.alert: preview.alert})
    plans = [_plan(engine, record, then, str(profile)) for profile in PROFILES]
    advisor, night = Advisor(engine), _is_night(now)
    screens = screens_of(advisor, plans[0], preview.outline, then, night=night)
    unable = [unable_of(advisor.timed, plan, preview.outline, Clock(night=night)) for plan in plans]
    known = [UnableModel.model_validate(asdict(one)) for one in unable if one is not None]
    return PeopleModel(screens=[_screen(one) for one in screens], unable=known or None, night=night)


def _plan(engine: LiveEngine, record: Record, state: State, profile: str) -> Plan:
    """Return a plan with the closures of a state: an exercise has its own."""
    region, draft = engine.region, record.draft
    changes = engine.revision.changes
    if draft.drill:
        changes = live_costs(region.graph, World(engine.info.area, engine.info.graph, real=state))
    conditions = conditions_of(list(state.alerts.values()))
    return make_plan(region, engine.index, draft.kinds, profile, changes, conditions)


def _is_night(now: datetime) -> bool:
    hour = now.astimezone(JAPAN).hour
    return hour >= DUSK_H or hour < DAWN_H


def _screen(screen: Screen) -> ScreenModel:
    decision = screen.decision
    return ScreenModel(
        where=screen.where,
        residents=screen.residents,
        advice=decision.advice,
        urgency=int(decision.urgency),
        kind=decision.kind,
        reasons=[reason.code for reason in decision.reasons],
        notes=list(decision.notes),
        goal=screen.goal,
    )
