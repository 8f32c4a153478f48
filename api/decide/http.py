"""POST /v1/decide: stay, go up, or leave now, and by which way."""

from functools import partial

import anyio.to_thread
import orjson
from fastapi import APIRouter, Request, Response

from api.answers import Answer
from api.decide.answer import tell_decision
from api.decide.asking import read_ask
from api.decide.contract import DecideAnswer, DecideRequest
from api.decide.news import news_at
from api.http.route import NO_STORE
from api.http.shelf import Served, Shelf
from api.live.follower import utc_now
from api.live.live import Live

router = APIRouter(prefix="/v1", tags=["routes"])


@router.post("/decide", response_model=DecideAnswer, operation_id="decide")
async def decide(body: DecideRequest, request: Request) -> Response:
    """Return whether to stay, to go up, or to leave, with the reasons in order and the way.

    It follows 避難行動判定フロー and the meanings of 警戒レベル (docs/decision.md). Times are those of a
    published scenario (想定); nothing here forecasts. What is in force, and which streets and sites are
    closed, comes from the live state of the area, with its age.
    """
    shelf: Shelf = request.app.state.shelf
    served = shelf.find(body.region)
    live: Live = request.app.state.live
    answer = await anyio.to_thread.run_sync(partial(decide_now, served, live, body))
    return Response(orjson.dumps(answer), headers=NO_STORE, media_type="application/json")


def decide_now(served: Served, live: Live, body: DecideRequest) -> Answer:
    """Return the answer by what is in force and the plan that holds now."""
    news = news_at(served, live.followers.get(served.engine.info.area), body, utc_now())
    ask = read_ask(body, news.in_force)
    advised = served.advisor.advise(body.lon, body.lat, ask)
    return tell_decision(advised, ask, served.engine.region, body.lang, body.lon, body.lat, news)
