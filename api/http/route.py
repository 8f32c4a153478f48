"""POST /v1/route: a position in, an outcome out."""

from fastapi import APIRouter, Request, Response

from api.contract import Health, RouteAnswer, RouteRequest
from api.errors import UnknownRegionError
from router.errors import Problem

router = APIRouter(prefix="/v1")


@router.post("/route", response_model=RouteAnswer, operation_id="route")
async def route(body: RouteRequest, request: Request) -> Response:
    """Return the least exposed way from a position to an evacuation site that suits the hazard."""
    raise UnknownRegionError(Problem("request", "region", "a served region", repr(body.region)))


@router.get("/health", response_model=Health, operation_id="health")
async def health(request: Request) -> Response:
    """Return that the server is ready, and what it serves."""
    raise UnknownRegionError(Problem("request", "region", "a served region", "none"))
