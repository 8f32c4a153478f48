"""From publish to the phone's screen, against a strict push service: every answer it may give."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from api.push.notice import Group
from api.push.store.names import prefix
from api.push.vault import id_of
from tests.api.push.setup import AREA, MESH, Bench, a_notice, bench, log_server

Case = Callable[[Bench], Awaitable[None]]


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[str, Path]]:
    with log_server() as found:
        yield found


@pytest.fixture
def run(server: tuple[str, Path]) -> Callable[..., None]:
    def run_case(case: Case, **more: Any) -> None:
        async def all_of_it() -> None:
            async with bench(*server, **more) as parts:
                await case(parts)

        asyncio.run(all_of_it())

    return run_case


@pytest.mark.parametrize("stock", [0, 1])
def test_only_groups_that_are_concerned_are_told(run: Callable[..., None], stock: int) -> None:
    async def case(b: Bench) -> None:
        await b.subscribe("ok/adult", "ok/other")
        await b.subscribe("ok/chair", profile="wheelchair")
        await b.subscribe("ok/car", profile="car")
        async with b.working():
            if stock:
                await b.until(lambda: nothing_bare(b))
            await b.publish(groups=(Group.WHEELS, Group.CAR))
            await b.until(b.settled)
        assert await b.progress() == {"total": 4, "accepted": 2, "apart": 2}
        assert set(b.service.accepted) == {"/ok/chair", "/ok/car"}

    async def nothing_bare(b: Bench) -> bool:
        return int(await b.redis.zcount(f"{prefix(AREA)}stock", "-inf", 1)) == 0

    run(case, stock=stock)


@pytest.mark.parametrize("stock", [0, 1, 2])
def test_everybody_is_told_once_in_their_language(run: Callable[..., None], stock: int) -> None:
    async def case(b: Bench) -> None:
        await b.subscribe(*(f"ok/{n}" for n in range(150)))
        await b.subscribe("ok/english", lang="en")
        await b.subscribe("ok/elsewhere", meshes=("55401010",))
        async with b.working(2):
            if stock:
                await b.until(lambda: nothing_bare(b))
            assert await b.publish() == 151
            await b.until(b.settled)
        assert await b.progress() == {"total": 151, "accepted": 151}
        assert len(b.service.accepted) == 151
        assert set(b.service.accepted.values()) == {1}
        told = {m.path: json.loads(m.plain or b"")["notification"]["title"] for m in b.service.messages}
        assert told["/ok/english"] == "Evacuate"
        assert told["/ok/0"] == "避難指示"
        assert "/ok/elsewhere" not in told
        one = b.service.messages[0].headers
        assert (one["urgency"], len(one["topic"])) == ("high", 32)
        assert 7_100 < int(one["ttl"]) <= 7_200

    async def nothing_bare(b: Bench) -> bool:
        return int(await b.redis.zcount(f"{prefix(AREA)}stock", "-inf", 1)) == 0

    run(case, stock=stock)


def test_pywebpush_path(run: Callable[..., None]) -> None:
    async def case(b: Bench) -> None:
        await b.subscribe("ok/1", "ok/2")
        await b.publish()
        async with b.working():
            await b.until(b.settled)
        assert await b.progress() == {"total": 2, "accepted": 2}

    run(case, standard=True)


def test_what_push_services_answer(run: Callable[..., None]) -> None:
    async def case(b: Bench) -> None:
        b.service.retry_after = "1"
        kinds = ["404", "410", "413", "400", "429-once", "500-once", "503-once", "reset-once", "301", "ok"]
        tokens = await b.subscribe(*(f"{kind}/x" for kind in kinds))
        await b.publish()
        async with b.working():
            await b.until(b.settled)
        assert await b.progress() == {"total": 10, "accepted": 5, "gone": 2, "failed": 3}
        for token in tokens[:2]:
            assert await b.redis.exists(f"{prefix(AREA)}sub:{id_of(token)}") == 0
        reasons = sorted(one["reason"] for one in await b.outbox.dead(AREA))
        assert reasons == ["HTTP 301", "HTTP 400", "HTTP 413"]
        assert "/ok/elsewhere" not in b.service.seen  # no redirect is followed
        assert b.service.seen["/500-once/x"] == 2

    run(case)


def test_hanging_service_does_not_stop_others(run: Callable[..., None]) -> None:
    async def case(b: Bench) -> None:
        await b.subscribe("hang/1", *(f"ok/{n}" for n in range(200)))
        await b.publish()
        async with b.working():
            await b.until(lambda: all_ok(b), patience_s=5)
        counts = await b.progress()
        assert (counts["accepted"], counts["waiting"]) == (200, 1)

    async def all_ok(b: Bench) -> bool:
        return (await b.progress()).get("accepted") == 200

    run(case, timeout_s=0.5)


def test_same_notice_again_is_sent_once(run: Callable[..., None]) -> None:
    async def case(b: Bench) -> None:
        await b.subscribe("ok/1")
        assert [await b.publish(), await b.publish()] == [1, None]
        async with b.working():
            await b.until(b.settled)
            assert await b.publish() is None
            await asyncio.sleep(0.3)
        assert b.service.accepted == {"/ok/1": 1}

    run(case)


def test_update_replaces_what_was_not_sent_yet(run: Callable[..., None]) -> None:
    async def case(b: Bench) -> None:
        await b.subscribe("ok/1")
        await b.publish("n1")
        await b.publish("n2")
        async with b.working():
            await b.until(lambda: b.settled("n1"))
            await b.until(lambda: b.settled("n2"))
        assert await b.progress("n1") == {"total": 1, "replaced": 1}
        assert await b.progress("n2") == {"total": 1, "accepted": 1}

    run(case)


def test_highest_first_and_drills_last(run: Callable[..., None]) -> None:
    async def case(b: Bench) -> None:
        await b.subscribe("ok/1")
        await b.publish("drill", drill=True, event="a", level=5)
        await b.publish("three", event="b", level=3)
        await b.publish("four", event="c", level=4)
        await b.publish("five", event="d", level=5)
        async with b.working():
            await b.until(lambda: b.settled("drill"))
        topics = {a_notice(event=e, drill=d).topic: e for e, d in (("a", True), *((x, False) for x in "bcd"))}
        assert [topics[one.headers["topic"]] for one in b.service.messages] == ["d", "c", "b", "a"]
        assert "訓練" in (b.service.messages[-1].plain or b"").decode()

    run(case, batches=1)


def test_too_late_is_not_sent(run: Callable[..., None]) -> None:
    async def case(b: Bench) -> None:
        await b.subscribe("ok/1")
        await b.publish(expires_at=datetime.now(UTC) - timedelta(seconds=1))
        async with b.working():
            await b.until(b.settled)
        assert await b.progress() == {"total": 1, "expired": 1}
        assert b.service.seen == {}

    run(case)


def test_damaged_record_is_buried_and_delete_means_delete(run: Callable[..., None]) -> None:
    async def case(b: Bench) -> None:
        damaged, deleted, _ = await b.subscribe("ok/1", "ok/2", "ok/3")
        await b.redis.set(f"{prefix(AREA)}sub:{id_of(damaged)}", b"x" * 60)
        await b.publish()
        await b.subscriptions.delete(AREA, deleted)
        left = [key async for key in b.redis.scan_iter(f"*{id_of(deleted)}*")]
        assert left == []
        assert not await b.redis.sismember(f"{prefix(AREA)}mesh:{MESH}", id_of(deleted))
        async with b.working():
            await b.until(b.settled)
        assert await b.progress() == {"total": 3, "accepted": 1, "failed": 1, "gone": 1}
        assert [one["reason"] for one in await b.outbox.dead(AREA)] == ["unreadable record"]

    run(case, stock=0)


def test_nothing_personal_is_readable_in_redis(run: Callable[..., None]) -> None:
    async def case(b: Bench) -> None:
        await b.subscribe("ok/secret-path")
        async with b.working():
            await asyncio.sleep(0.5)
        for name in [key async for key in b.redis.scan_iter("*")]:
            if await b.redis.type(name) == b"string":
                assert b"secret-path" not in (await b.redis.get(name) or b"")
            elif await b.redis.type(name) == b"list":
                assert all(b"secret-path" not in one for one in await b.redis.lrange(name, 0, -1))

    run(case)
