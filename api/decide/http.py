"""POST /v1/decide: stay, go up, or leave now, and by which way."""

from functools import partial

import anyio.to_thread
import orjson
from fastapi import APIRouter, Request, Response

from api.answers import Answer
from api.decide.answer import tell_decision
from api.decide.asking import read_ask
from api.decide.contract import DecideAnswer, DecideRequest
from api.http.route import NO_STORE
from api.http.shelf import Served, Shelf

router = APIRouter(prefix="/v1", tags=["routes"])


@router.post("/decide", response_model=DecideAnswer, operation_id="decide")
async def decide(body: DecideRequest, request: Request) -> Response:
    """Return whether to stay, to go up, or to leave, with the reasons in order and the way.

    It follows 避難行動判定フロー and the meanings of 警戒レベル (docs/decision.md). Times are those of a
    published scenario (想定); nothing here forecasts.
    """
    shelf: Shelf = request.app.state.shelf
    served = shelf.find(body.region)
    answer = await anyio.to_thread.run_sync(partial(decide_now, served, body))
    return Response(orjson.dumps(answer), headers=NO_STORE, media_type="application/json")


def decide_now(served: Served, body: DecideRequest) -> Answer:
    """Return the answer by the plan that holds now."""
    ask = read_ask(body)
    advised = served.advisor.advise(body.lon, body.lat, ask)
    return tell_decision(advised, ask, served.engine.region, body.lang, body.lon, body.lat)
