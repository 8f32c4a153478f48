"""The fast ways of live state and routes answer as the slow ones, and nothing else."""

import gzip
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import brotli
import pytest
from starlette.types import Receive, Scope, Send

from api.http.app import create_app
from api.http.guard import AccessLog
from api.http.headers import HEADERS
from api.live.document import Document
from api.live.signing import Signer
from api.settings import Settings
from hazard.kinds import HazardKind
from hazard.world import RegionInfo, fold
from hazard.world import events as e
from tests.api.http.client import Client

NOON = datetime(2026, 11, 24, 3, tzinfo=UTC)
PATH = "/v1/areas/shiranami/live"


class Both:
    """The whole application, and the same without its front."""

    def __init__(self, region: Path, state: Path) -> None:
        self.app = create_app(Settings(regions=(region,)))
        events: list[e.Event] = [
            e.AlertIssued(
                area="shiranami",
                actor="s",
                at=NOON,
                key=f"k{n}",
                alert=f"a{n}",
                kinds=(HazardKind.TSUNAMI,),
                text={"ja": "高いところへ逃げてください。" * 10},
            )
            for n in range(3)
        ]
        world = fold(RegionInfo("shiranami", "a" * 64), events)
        document = Document(world, events, NOON, Signer.kept_in(state))
        self.follower = SimpleNamespace(document=document, status=SimpleNamespace(as_of=NOON))
        self.app.state.live.followers = {"shiranami": self.follower}
        self.fast = Client(self.app)
        part: Any = self.app.build_middleware_stack()
        while not isinstance(part, AccessLog):
            part = part.app
        behind = part

        async def without(scope: Scope, receive: Receive, send: Send) -> None:
            await behind({**scope, "app": self.app}, receive, send)

        self.slow = Client(without)
        self.document = document


@pytest.fixture(scope="module")
def both(town_region: Path, tmp_path_factory: pytest.TempPathFactory) -> Both:
    return Both(town_region, tmp_path_factory.mktemp("state"))


@pytest.mark.parametrize("query", ["", "?since=0", "?since=2", "?since=3", "?since=99", "?since=007"])
@pytest.mark.parametrize("coding", ["", "gzip", "br", "gzip, deflate, br"])
def test_both_ways_answer_the_same(both: Both, query: str, coding: str) -> None:
    headers = {"accept-encoding": coding}
    fast, slow = (client.get(PATH + query, headers=headers) for client in (both.fast, both.slow))
    assert fast.status_code == slow.status_code == 200
    assert fast.content == slow.content
    assert dict(fast.headers) == dict(slow.headers)
    assert HEADERS.items() <= dict(fast.headers).items()
    again = {"if-none-match": fast.headers["etag"]}
    unchanged = [client.get(PATH + query, headers=again) for client in (both.fast, both.slow)]
    assert [one.status_code for one in unchanged] == [304, 304]
    assert dict(unchanged[0].headers) == dict(unchanged[1].headers)


@pytest.mark.parametrize(
    "path",
    [
        f"{PATH}?since=-1",
        f"{PATH}?since=x",
        f"{PATH}?since=",
        f"{PATH}?since={'9' * 30}",
        "/v1/areas/nowhere/live",
        "/v1/areas//live",
        "/v1/areas/shiranami/live/",
        "/v1/areas/live",
    ],
)
def test_what_it_does_not_know_goes_on(both: Both, path: str) -> None:
    fast, slow = both.fast.get(path), both.slow.get(path)
    assert fast.status_code == slow.status_code
    assert fast.status_code in (404, 422)
    assert fast.content == slow.content


def test_other_methods_go_on(both: Both) -> None:
    assert both.fast.post(PATH, json={}).status_code == 405


def test_compressed_forms_hold_the_same(both: Both) -> None:
    whole = both.document.whole
    assert whole.zipped is not None
    assert whole.brotli is not None
    assert gzip.decompress(whole.zipped) == brotli.decompress(whole.brotli) == whole.content
    assert len(whole.brotli) < len(whole.content)


ROUTE = {"lon": 141.3, "lat": 37.308, "hazard": "tsunami"}


@pytest.mark.parametrize(
    "body",
    [
        ROUTE,
        {**ROUTE, "profile": "wheelchair", "lang": "en"},
        {**ROUTE, "hazard": "flood,landslide"},
        {**ROUTE, "region": "shiranami"},
        {**ROUTE, "lon": 139.0},
        {**ROUTE, "lon": "141.3"},
        {**ROUTE, "lat": 91},
        {**ROUTE, "lat": None},
        {**ROUTE, "more": 1},
        {**ROUTE, "hazard": "plague"},
        {**ROUTE, "region": "nowhere"},
        {**ROUTE, "profile": "x", "lang": "y"},
        {},
        [],
        [1],
        "text",
        None,
    ],
)
def test_routes_by_both_ways_are_the_same(both: Both, body: object) -> None:
    both.slow.post("/v1/route", json=body)  # makes the plan
    fast, slow = both.fast.post("/v1/route", json=body), both.slow.post("/v1/route", json=body)
    assert (fast.status_code, fast.content) == (slow.status_code, slow.content)
    assert dict(fast.headers) == dict(slow.headers)


@pytest.mark.parametrize(
    ("content", "declared"),
    [
        (b"", "application/json"),
        (b"{", "application/json"),
        (b"\xff\xfe", "application/json"),
        (b'{"lon": NaN, "lat": 1, "hazard": "tsunami"}', "application/json"),
        (b'{"lon": 1e999, "lat": 1, "hazard": "tsunami"}', "application/json"),
        (b"[" * 10_000, "application/json"),
        (b"x" * 20_000, "application/json"),
        (b'{"lon": 141.3, "lat": 37.308, "hazard": "tsunami"}', "text/plain"),
        (b'{"lon": 141.3, "lat": 37.308, "hazard": "tsunami"}', "application/json; charset=utf-8"),
    ],
)
def test_bodies_that_are_none_are_refused_by_both_alike(both: Both, content: bytes, declared: str) -> None:
    headers = {"content-type": declared}
    fast, slow = (
        client.post("/v1/route", content=content, headers=headers) for client in (both.fast, both.slow)
    )
    assert (fast.status_code, fast.content) == (slow.status_code, slow.content)


def test_a_plan_that_is_not_made_is_made_by_the_application(both: Both) -> None:
    body = {**ROUTE, "hazard": "storm_surge", "profile": "older"}
    assert both.fast.post("/v1/route", json=body).status_code == 200
    assert both.fast.post("/v1/route", json=body).content == both.slow.post("/v1/route", json=body).content
