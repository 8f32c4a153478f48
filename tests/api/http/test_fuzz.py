"""Whatever is sent to the route API, the server never fails: 2xx or 4xx, always in the documented shape."""

import json
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from api.contract import ErrorModel, RouteAnswer
from api.http.app import create_app
from api.settings import Settings
from tests.api.http.client import Client

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
KINDS = st.sampled_from(["tsunami", "flood", "landslide", "earthquake", "volcano", "x", ""])
ALMOST = st.fixed_dictionaries(
    {
        "lon": st.floats(141.25, 141.35) | st.floats() | JSON,
        "lat": st.floats(37.28, 37.34) | st.floats() | JSON,
        "hazard": st.lists(KINDS, max_size=3).map(",".join) | JSON,
    },
    optional={
        "profile": st.sampled_from(["adult", "wheelchair", "car", "x"]) | JSON,
        "lang": st.sampled_from(["ja", "en", "de"]) | JSON,
        "region": st.sampled_from(["shiranami", "kochi"]) | JSON,
        "more": JSON,
    },
)


@pytest.fixture(scope="module")
def client(town_region: Path) -> Client:
    return Client(create_app(Settings(regions=(town_region,))), raise_app_exceptions=False)


def check(client: Client, content: bytes) -> None:
    answer = client.post("/v1/route", content=content, headers={"content-type": "application/json"})
    if answer.status_code == 200:
        RouteAnswer.model_validate(answer.json())
    else:
        assert 400 <= answer.status_code < 500
        assert ErrorModel.model_validate(answer.json()).problems


def dumped(body: Any) -> bytes:
    """Return JSON as careless programs write it: NaN and lone surrogates included."""
    return json.dumps(body).encode()


@settings(max_examples=150, deadline=None)
@given(body=ALMOST)
def test_almost_right_requests(client: Client, body: dict[str, Any]) -> None:
    check(client, dumped(body))


@settings(max_examples=100, deadline=None)
@given(body=JSON)
def test_any_json(client: Client, body: Any) -> None:
    check(client, dumped(body))


@settings(max_examples=100, deadline=None)
@given(content=st.binary(max_size=200))
def test_any_bytes(client: Client, content: bytes) -> None:
    check(client, content)


@settings(max_examples=100, deadline=None)
@given(lon=st.floats(-180, 180), lat=st.floats(-90, 90))
def test_any_place_on_earth_has_an_answer(client: Client, lon: float, lat: float) -> None:
    body = orjson.dumps({"lon": lon, "lat": lat, "hazard": "tsunami"})
    answer = client.post("/v1/route", content=body, headers={"content-type": "application/json"})
    assert answer.status_code == 200
