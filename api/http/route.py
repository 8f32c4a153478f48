"""POST /v1/route: a position in, an outcome out. And GET /v1/health."""

from functools import partial

import anyio.to_thread
import orjson
from fastapi import APIRouter, Request, Response

from api import version
from api.answers import to_answer
from api.contract import Health, RouteAnswer, RouteRequest
from api.http.shelf import Shelf
from api.needs import read_need

router = APIRouter(prefix="/v1", tags=["routes"])
NO_STORE = {"cache-control": "no-store"}


@router.post("/route", response_model=RouteAnswer, operation_id="route")
async def route(body: RouteRequest, request: Request) -> Response:
    """Return the least exposed way from a position to an evacuation site that suits the hazard.

    The outcome is one of Route, NoSafeRoute, OutsideRegion and NoRoadNearby: all of them are answers (200).
    """
    shelf: Shelf = request.app.state.shelf
    served = shelf.find(body.region)
    need = read_need(body.hazard, body.profile, body.lang, "request")
    # In a thread: the first answer for a need settles its field, which takes many milliseconds.
    answer = await anyio.to_thread.run_sync(partial(to_answer, served.engine, need, body.lon, body.lat))
    return Response(orjson.dumps(answer), headers=NO_STORE, media_type="application/json")


@router.get("/health", response_model=Health, operation_id="health")
async def health(request: Request) -> Response:
    """Return that the server is ready, and what it serves."""
    shelf: Shelf = request.app.state.shelf
    told = Health(status="ok", version=version(), regions=list(shelf.served))
    return Response(told.model_dump_json(), headers=NO_STORE, media_type="application/json")
