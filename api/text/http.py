"""GET and POST /text: the page without a script. A place comes in the body and is never logged."""

from collections.abc import Mapping
from functools import partial

import anyio.to_thread
from fastapi import APIRouter, Request, Response

from api.decide.answer import headline_of
from api.http.shelf import Shelf
from api.live.live import Live
from api.text.asked import Asked, read_asked, read_form
from api.text.markup import POLICY
from api.text.page import choice, not_found, page_of
from api.text.places import find_places
from api.text.told import Told, now_of, rows_of, tell
from api.words import Words, words_in

HEADERS = {
    "cache-control": "no-store",
    "content-security-policy": POLICY,
    "vary": "accept-language",
}
router = APIRouter(include_in_schema=False)


@router.get("/text")
async def ask(request: Request) -> Response:
    """Return the page that asks where somebody is, with what is in force and the sites."""
    return await _respond(request, request.query_params)


@router.post("/text")
async def answer(request: Request) -> Response:
    """Return what to do at a place, and the way in words."""
    return await _respond(request, read_form(await request.body()), post=True)


async def _respond(request: Request, fields: Mapping[str, str], *, post: bool = False) -> Response:
    shelf: Shelf = request.app.state.shelf
    live: Live = request.app.state.live
    asked = read_asked(shelf, fields, request.headers.get("accept-language", ""))
    # In a thread: the first answer for a hazard settles its field, which takes many milliseconds.
    status, content = await anyio.to_thread.run_sync(partial(_page, asked, live, post=post))
    headers = {**HEADERS, "content-language": "ja" if asked.lang == "ja-easy" else asked.lang}
    return Response(content, status, headers, "text/html; charset=utf-8")


def _page(asked: Asked, live: Live, *, post: bool) -> tuple[int, bytes]:
    """Return status and page. An address never has an answer: places in addresses are not looked at."""
    words = words_in(asked.lang)
    now = now_of(asked.served, live.followers.get(asked.served.engine.info.area))
    if not post:
        return 200, page_of(asked, now, rows_of(asked, now, None), words)
    places = find_places(asked.served.engine.region, asked.place)
    if len(places) != 1:
        problem = choice(asked, places, words) if places else not_found(words)
        page = page_of(asked, now, rows_of(asked, now, None), words, problem=problem)
        return (200 if places else 422), page
    told = tell(asked, places[0], now)
    headline = headline_in(told, words)
    rows = rows_of(asked, now, places[0])
    return 200, page_of(asked, now, rows, words, told=told, headline=headline)


def headline_in(told: Told, words: Words) -> str:
    """Return what to do in a few words."""
    if told.advised is None:
        return str(told.answer["headline"])
    return headline_of(told.advised.decision, told.advised.way, words)
