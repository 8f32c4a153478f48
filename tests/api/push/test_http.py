"""POST, PUT and DELETE /v1/push/subscriptions, GET /v1/push/key: what is kept, and what is refused."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from hypothesis import given, settings
from hypothesis import strategies as st

from api.http import failures
from api.http.guard import AccessLog, BodyGuard
from api.push import http
from api.push.contract import from_base64url, to_base64url
from api.push.settings import PushSettings
from api.push.store.connect import connect
from api.push.store.names import prefix
from api.push.vault import KEY_FILE, Vault, id_of
from tests.api.push.setup import AREA, MESH, log_server
from tests.push_service.phone import Phone

PHONE = Phone()
KEYS = {"p256dh": to_base64url(PHONE.point), "auth": to_base64url(PHONE.auth)}
BODY = {
    "area": AREA,
    "endpoint": "https://fcm.googleapis.com/fcm/send/abc",
    "keys": KEYS,
    "lang": "en",
    "profile": "older",
    "meshes": [MESH, "55401010"],
}
PATH = "/v1/push/subscriptions"
Case = Callable[[httpx.AsyncClient, http.PushDesk], Awaitable[None]]


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[str, Path]]:
    with log_server() as found:
        yield found


@asynccontextmanager
async def client(
    url: str, folder: Path, **more: Any
) -> AsyncIterator[tuple[httpx.AsyncClient, http.PushDesk]]:
    options = {"client_per_minute": 10_000, "state_dir": folder / "keys", **more}
    redis = connect(url)
    app = FastAPI()
    app.state.push = desk = http.PushDesk.open(PushSettings(**options), redis, {AREA})
    failures.install(app)
    app.include_router(http.router)
    app.add_middleware(BodyGuard, max_body_bytes=16_384, max_staff_body_bytes=16_384)
    app.add_middleware(AccessLog)
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as web:
        yield web, desk
    await desk.close()


@pytest.fixture
def run(server: tuple[str, Path]) -> Callable[..., None]:
    def run_case(case: Case, url: str | None = None, **more: Any) -> None:
        async def all_of_it() -> None:
            async with client(url or server[0], server[1], **more) as (web, desk):
                if url is None:
                    await desk.redis.flushall()
                await case(web, desk)

        asyncio.run(all_of_it())

    return run_case


def bearer(token: str) -> dict[str, str]:
    return {"authorization": f"Bearer {token}"}


def test_a_phone_subscribes_changes_and_leaves(run: Callable[..., None]) -> None:
    async def case(web: httpx.AsyncClient, desk: http.PushDesk) -> None:
        assert len(from_base64url((await web.get("/v1/push/key")).json()["key"])) == 65
        answer = await web.post(PATH, json=BODY)
        assert answer.status_code == 201, answer.text
        token = answer.json()["token"]
        assert (await web.post(PATH, json=BODY)).json()["token"] == token
        assert await desk.subscriptions.count(AREA, [MESH, "55401010"]) == 1
        stored = await desk.redis.get(f"{prefix(AREA)}sub:{id_of(token)}")
        assert b"fcm" not in stored
        assert b"fcm" in Vault.open(desk.settings).decrypt(stored, f"sub {AREA} {id_of(token)}")

        wishes = {"area": AREA, "meshes": ["55401020"]}
        assert (await web.put(PATH, json=wishes, headers=bearer(token))).status_code == 204
        assert await desk.subscriptions.count(AREA, [MESH]) == 0
        assert await desk.subscriptions.count(AREA, ["55401020"]) == 1
        assert (await web.put(PATH, json=wishes, headers=bearer("other"))).status_code == 404
        assert (await web.put(PATH, json=wishes)).status_code == 404

        where = {"area": AREA}
        for _ in range(2):
            assert (await web.delete(PATH, params=where, headers=bearer(token))).status_code == 204
        left = [key async for key in desk.redis.scan_iter("*") if b"rate" not in key]
        assert left == []

    run(case)


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"endpoint": "https://10.0.0.1/x"}, "endpoint"),
        ({"endpoint": "http://127.0.0.1/x"}, "endpoint"),
        ({"endpoint": "https://" + "x" * 2000}, "endpoint"),
        ({"keys": {**KEYS, "auth": "AAAA"}}, "keys.auth"),
        ({"keys": {**KEYS, "p256dh": to_base64url(b"\x04" + b"\x01" * 64)}}, "keys.p256dh"),
        ({"keys": {**KEYS, "p256dh": "é"}}, "keys.p256dh"),
        ({"meshes": []}, "meshes"),
        ({"meshes": ["554010"]}, "meshes.0"),
        ({"meshes": ["55408009"]}, "meshes.0"),
        ({"meshes": [MESH] * 65}, "meshes"),
        ({"lang": "xx"}, "lang"),
        ({"profile": "bird"}, "profile"),
        ({"name": "山田"}, "name"),
        ({"lon": 141.3}, "lon"),
    ],
)
def test_wrong_input_is_told_and_nothing_is_kept(
    run: Callable[..., None], change: dict[str, Any], where: str
) -> None:
    async def case(web: httpx.AsyncClient, desk: http.PushDesk) -> None:
        answer = await web.post(PATH, json={**BODY, **change})
        assert answer.status_code == 422
        assert [one["where"] for one in answer.json()["problems"]] == [where]
        assert await desk.redis.dbsize() == 0

    run(case)


def test_other_area_is_refused(run: Callable[..., None]) -> None:
    async def case(web: httpx.AsyncClient, desk: http.PushDesk) -> None:
        assert (await web.post(PATH, json={**BODY, "area": "elsewhere"})).status_code == 404
        assert await desk.redis.dbsize() == 0

    run(case)


def test_changes_are_limited(run: Callable[..., None]) -> None:
    async def case(web: httpx.AsyncClient, desk: http.PushDesk) -> None:
        answers = [(await web.post(PATH, json=BODY)).status_code for _ in range(8)]
        assert answers[:3] == [201, 201, 201]
        assert 429 in answers
        for name in [key async for key in desk.redis.scan_iter("*rate*")]:
            assert b"127.0.0.1" not in name
            assert 0 < await desk.redis.ttl(name) <= 120

    run(case, client_per_minute=3)


def test_without_redis_nothing_is_promised(run: Callable[..., None], tmp_path: Path) -> None:
    async def case(web: httpx.AsyncClient, _: http.PushDesk) -> None:
        assert (await web.post(PATH, json=BODY)).status_code == 503

    run(case, url=f"unix://{tmp_path}/nobody")


def test_nothing_personal_is_logged(
    run: Callable[..., None], capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    token = ""

    async def case(web: httpx.AsyncClient, _: http.PushDesk) -> None:
        nonlocal token
        token = (await web.post(PATH, json=BODY)).json()["token"]
        await web.delete(PATH, params={"area": AREA}, headers=bearer(token))

    with caplog.at_level(logging.DEBUG, "nigemichi"):
        run(case)
    out, err = capfd.readouterr()
    assert "request" in out + err
    for secret in (token, "fcm/send", KEYS["auth"], MESH):
        assert secret not in out + err


def test_keys_are_for_their_owner_only(server: tuple[str, Path], run: Callable[..., None]) -> None:
    async def case(web: httpx.AsyncClient, desk: http.PushDesk) -> None:
        pass

    run(case)
    for file in (server[1] / "keys").iterdir():
        assert file.stat().st_mode & 0o777 == 0o600
    path = server[1] / "keys" / KEY_FILE
    path.chmod(0o644)
    with pytest.raises(Exception, match="0600"):
        Vault.open(PushSettings(state_dir=server[1] / "keys"))
    path.chmod(0o600)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)
FIELD = st.sampled_from([*BODY, "more"])


@settings(max_examples=25, deadline=None)
@given(changes=st.lists(st.tuples(FIELD, JSON), max_size=20), token=st.text(max_size=80))
def test_whatever_comes_no_5xx(server: tuple[str, Path], changes: list[tuple[str, Any]], token: str) -> None:
    async def case() -> None:
        async with client(*server) as (web, _):
            header = {"authorization": f"Bearer {token}".encode()}
            for field, value in changes:
                body = {**BODY, field: value}
                content = json.dumps(body).encode()
                more = {"content": content, "headers": {"content-type": "application/json"}}
                assert (await web.post(PATH, **more)).status_code < 500
                more["headers"] = {**more["headers"], **header}
                assert (await web.put(PATH, **more)).status_code < 500
            assert (await web.delete(PATH, params={"area": AREA}, headers=header)).status_code < 500

    asyncio.run(case())
