"""POST /v1/route: a position in, an outcome out. And GET /v1/health."""

from dataclasses import replace
from functools import partial

import anyio.to_thread
import orjson
from fastapi import APIRouter, Request, Response

from api import version
from api.answers import Answer, Teller, possible_of
from api.contract import Health, RouteAnswer, RouteRequest
from api.http.shelf import Served, Shelf
from api.live.health import health_of
from api.live.live import Live
from api.needs import Need, read_need
from hazard.engine.standing import worst_of
from hazard.world.codec.write import moment_text

router = APIRouter(prefix="/v1", tags=["routes"])
NO_STORE = {"cache-control": "no-store"}


@router.post("/route", response_model=RouteAnswer, operation_id="route")
async def route(body: RouteRequest, request: Request) -> Response:
    """Return the least exposed way from a position to an evacuation site that suits the hazard.

    The outcome is one of Route, NoSafeRoute, OutsideRegion and NoRoadNearby: all of them are answers (200).
    """
    shelf: Shelf = request.app.state.shelf
    served = shelf.find(body.region)
    need = _need(body)
    # In a thread: the first answer for a need settles its field, which takes many milliseconds.
    live: Live = request.app.state.live
    answer = await anyio.to_thread.run_sync(partial(answer_now, served, live, need, body))
    return Response(orjson.dumps(answer), headers=NO_STORE, media_type="application/json")


def answer_at_once(shelf: Shelf, live: Live, body: RouteRequest) -> Answer | None:
    """Return the answer if no field has to be settled for it; None if one has.

    Raises
    ------
    InputError
        As the route does.
    """
    served, need = shelf.find(body.region), _need(body)
    if not served.engine.has_made(need.kinds, need.profile, need.conditions):
        return None
    return answer_now(served, live, need, body)


def _need(body: RouteRequest) -> Need:
    need = read_need(body.hazard, body.profile, body.lang, "request")
    return replace(need, conditions=body.conditions, clock=body.clock)


def answer_now(served: Served, live: Live, need: Need, body: RouteRequest) -> Answer:
    """Return the answer by the revision that holds now, which is taken once."""
    lon, lat = body.lon, body.lat
    engine = served.engine
    follower = live.followers.get(engine.info.area)
    as_of = None if follower is None else follower.status.as_of
    revision, plan = engine.current(need.kinds, need.profile, need.conditions)
    timed = served.advisor.timed
    places = () if body.accuracy_m is None else engine.standings(plan, lon, lat, body.accuracy_m)
    if len(places) > 1:
        places = timed.standings(plan, places, need.clock)
        outcome = worst_of(places).outcome
    else:
        outcome = timed.outcome(plan, engine.answer(plan, lon, lat), lon, lat, need.clock)
    answer = Teller.of(revision.region, need).tell(outcome, lon, lat)
    if len(places) > 1:
        answer["possible"] = [possible_of(one) for one in places]
    if follower is not None:
        answer["revision"] = revision.number
        answer["as_of"] = None if as_of is None else moment_text(as_of)
    return answer


@router.get("/health", response_model=Health, operation_id="health")
async def health(request: Request) -> Response:
    """Return that the server is ready, and what it serves."""
    shelf: Shelf = request.app.state.shelf
    live: Live = request.app.state.live
    areas = {name: health_of(one.engine, live.followers.get(name)) for name, one in shelf.served.items()}
    told = Health(status="ok", version=version(), regions=list(shelf.served), live=areas)
    return Response(told.model_dump_json(), headers=NO_STORE, media_type="application/json")
