"""The fast way of the live state answers as the slow one, and nothing else."""

import gzip
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import brotli
import pytest
from starlette.types import Receive, Scope, Send

from api.http.app import create_app
from api.http.front import LiveFront
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
        while not isinstance(part, LiveFront):
            part = part.app
        behind = part.app

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
