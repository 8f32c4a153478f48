"""What is in force in an area, the real and the exercise's."""

from dataclasses import asdict
from typing import Any

from fastapi import APIRouter, Request, Response

from api.live.health import health_of
from api.staff.http.contract import (
    ClosureModel,
    ExerciseModel,
    FeedsHealth,
    SiteModel,
    StateModel,
    WorldAnswer,
)
from api.staff.http.delivery import push_health
from api.staff.http.shared import PREFIX, Viewer, desk_of, multi_line
from api.staff.proposals import Proposals
from hazard.region import Region
from hazard.sites import Site
from hazard.world.codec.write import to_json
from hazard.world.world import Closure, Exercise, State

router = APIRouter(prefix=PREFIX, tags=["staff"])
MAX_DRAWN = 5_000
"""Streets of one closure that are drawn; all of them are closed."""


@router.get("/world", operation_id="staff_world")
def world(area: str, request: Request, response: Response, who: Viewer) -> WorldAnswer:
    """Return what is in force, and how well it is known."""
    staff, desk = desk_of(request, area)
    follower = desk.follower
    region, now = follower.engine.region, follower.world
    response.headers["cache-control"] = "no-store"
    return WorldAnswer(
        area=area,
        name=region.name,
        bbox=list(region.bbox),
        revision=now.revision,
        as_of=follower.status.as_of,
        health=health_of(follower.engine, follower),
        push=push_health(staff.store, area),
        feeds=_feeds(desk.proposals),
        real=_state(region, now.real),
        exercise=None if now.exercise is None else _exercise(region, now.exercise),
    )


def _feeds(proposals: Proposals) -> FeedsHealth | None:
    found = proposals.feeds()
    return None if found is None else FeedsHealth(**asdict(found))


def _exercise(region: Region, exercise: Exercise) -> ExerciseModel:
    return ExerciseModel(
        id=exercise.id,
        name=exercise.name,
        started_at=exercise.started_at,
        until=exercise.until,
        state=_state(region, exercise.state),
    )


def _state(region: Region, state: State) -> StateModel:
    alerts: dict[str, Any] = {name: to_json(alert) for name, alert in state.alerts.items()}
    return StateModel(
        alerts=alerts,
        closures=[_closure(region, name, closure) for name, closure in state.closures.items()],
        sites=[_site(site, state) for site in region.sites],
    )


def _closure(region: Region, name: str, closure: Closure) -> ClosureModel:
    placed = closure.graph == region.graph.digest
    return ClosureModel(
        id=name,
        reason=closure.reason,
        until=closure.until,
        closed_at=closure.closed_at,
        n_streets=len(closure.streets),
        placed=placed,
        drawn=to_json(closure.drawn),
        geometry=multi_line(region.graph, closure.streets[:MAX_DRAWN]) if placed else None,
    )


def _site(site: Site, state: State) -> SiteModel:
    told = state.sites.get(site.id)
    return SiteModel(
        id=site.id,
        name=site.name,
        lon=site.lon,
        lat=site.lat,
        kinds=list(site.kinds),
        capacity=site.capacity,
        address=site.address,
        remarks=site.remarks,
        is_shelter=site.is_shelter,
        status=told.status if told else None,
        people=told.people if told else None,
        note=told.note if told else "",
        facilities=list(told.facilities) if told else [],
        told_at=told.told_at if told else None,
    )
