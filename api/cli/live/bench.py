"""`nigemichi bench`: how fast a running server answers, and how soon a phone hears of an alert."""

import asyncio
import math
import os
import random
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Annotated, Any

import aiohttp
import typer

from router.errors import InputError, Problem

EXAMPLE = "nigemichi bench --url http://127.0.0.1:8000 --account ann"
LANES = 4
TIMEOUT_S = 10.0
DRILL = "速さの確認（訓練）"
PASSWORD_NAME = "NIGEMICHI_BENCH_PASSWORD"


@dataclass(frozen=True, slots=True)
class Limit:
    """What is measured, and the p99 in milliseconds that it must not exceed."""

    name: str
    p99_ms: float


ROUTE, LIVE, ALERT = Limit("route", 200), Limit("live state", 100), Limit("alert to phone", 1_000)
"""Over a town's network; the server itself takes a few milliseconds (docs/benchmarks.md)."""


@dataclass(frozen=True, slots=True)
class Measured:
    """Latencies in milliseconds, and how many requests failed."""

    limit: Limit
    ms: tuple[float, ...]
    failed: int = 0

    def percentile(self, percent: float) -> float:
        """Return a percentile (nearest rank); NaN of nothing."""
        ordered = sorted(self.ms)
        return ordered[max(0, math.ceil(len(ordered) * percent / 100) - 1)] if ordered else math.nan

    @property
    def holds(self) -> bool:
        """Whether nothing failed and the limit is kept."""
        return not self.failed and self.percentile(99) <= self.limit.p99_ms

    def __str__(self) -> str:
        times = f"p50 {self.percentile(50):.1f} ms, p99 {self.percentile(99):.1f} ms"
        failed = f", {self.failed} failed" if self.failed else ""
        return f"{self.limit.name}: {times} of {len(self.ms)}{failed} (limit {self.limit.p99_ms:g} ms)"


def bench(
    url: Annotated[str, typer.Option(help="Address of the server.")],
    area: Annotated[str | None, typer.Option(help="Area; default: the server's first.")] = None,
    requests: Annotated[int, typer.Option(min=10, max=10_000, help="Requests of each kind.")] = 200,
    account: Annotated[
        str | None, typer.Option(help=f"Staff account (operator); its password: {PASSWORD_NAME}, or asked.")
    ] = None,
    rounds: Annotated[
        int, typer.Option(min=1, max=100, help="Exercises begun and ended, with --account.")
    ] = 5,
) -> None:
    """Measure p50 and p99 of routes and of the live state; with --account, of alert to phone, too.

    An alert is played as an exercise that begins and ends (訓練): from the click to the moment at which a
    waiting phone hears of the new revision. Refused while an exercise runs. The last line is the verdict; the
    exit code is 1 when a limit is not kept.
    """
    secret = None
    if account is not None:
        secret = os.environ.get(PASSWORD_NAME) or typer.prompt("Password", hide_input=True, err=True)
    measured = asyncio.run(measure(url.rstrip("/"), area, requests, account, secret, rounds))
    for one in measured:
        typer.echo(str(one))
    slow = [one.limit.name for one in measured if not one.holds]
    left_out = "" if account else " (alert to phone not measured: no --account)"
    typer.echo(f"SLOW: {', '.join(slow)}{left_out}" if slow else f"OK: every limit is kept{left_out}")
    if slow:
        raise typer.Exit(1)


async def measure(
    url: str, area: str | None, requests: int, account: str | None, secret: str | None, rounds: int
) -> list[Measured]:
    """Return what was measured.

    Raises
    ------
    InputError
        If there is no such server or area, signing in fails, or an exercise runs.
    """
    timeout = aiohttp.ClientTimeout(total=TIMEOUT_S)
    try:
        jar = aiohttp.CookieJar(unsafe=True)
        async with aiohttp.ClientSession(timeout=timeout, cookie_jar=jar) as session:
            region = await _region(session, url, area)
            found = [
                await _routes(session, url, region, requests),
                await _live(session, f"{url}/v1/areas/{region['id']}/live", requests),
            ]
            if account is not None:
                found.append(await _alerts(session, url, region["id"], account, secret or "", rounds))
            return found
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        raise InputError(
            Problem("command line", "--url", "a server that answers", type(error).__name__)
        ) from error


async def _region(session: aiohttp.ClientSession, url: str, area: str | None) -> dict[str, Any]:
    async with session.get(f"{url}/v1/regions") as answer:
        if answer.status != 200:
            raise InputError(
                Problem("command line", "--url", "a Nigemichi server", f"status {answer.status}")
            )
        regions: list[dict[str, Any]] = (await answer.json())["regions"]
    for region in regions:
        if area in (None, region["id"]):
            return region
    expected = "one of " + ", ".join(region["id"] for region in regions)
    raise InputError(Problem("command line", "--area", expected, repr(area)))


async def _routes(session: aiohttp.ClientSession, url: str, region: dict[str, Any], count: int) -> Measured:
    """Ask from random places of the region, some at once; the first is not counted: it may settle a field."""
    west, south, east, north = region["bbox"]
    dice = random.Random(1)
    hazard = (region["hazards"] or ["earthquake"])[0]

    async def ask() -> int:
        body = {"lon": dice.uniform(west, east), "lat": dice.uniform(south, north), "hazard": hazard}
        async with session.post(f"{url}/v1/route", json={**body, "region": region["id"]}) as answer:
            await answer.read()
            return answer.status

    await ask()
    return await _timed(ROUTE, ask, count)


async def _live(session: aiohttp.ClientSession, address: str, count: int) -> Measured:
    async def ask() -> int:
        async with session.get(address) as answer:
            await answer.read()
            return answer.status

    if await ask() == 404:
        raise InputError(
            Problem("server", "live state", "a server that follows an event log", "one that does not")
        )
    return await _timed(LIVE, ask, count)


async def _timed(limit: Limit, ask: Callable[[], Awaitable[int]], count: int) -> Measured:
    ms: list[float] = []
    failed = 0

    async def lane(number: int) -> None:
        nonlocal failed
        for _ in range(number, count, LANES):
            began = time.perf_counter()
            try:
                good = await ask() == 200
            except (aiohttp.ClientError, TimeoutError):
                good = False
            if good:
                ms.append(1000 * (time.perf_counter() - began))
            else:
                failed += 1

    await asyncio.gather(*map(lane, range(LANES)))
    return Measured(limit, tuple(ms), failed)


async def _alerts(
    session: aiohttp.ClientSession, url: str, area: str, account: str, secret: str, rounds: int
) -> Measured:
    """Begin and end exercises as staff, and listen as a phone."""
    ms: list[float] = []
    async with _signed_in(session, url, account, secret) as act, _listening(session, url, area) as heard:
        known = await heard()
        for number in range(2 * rounds):
            began = time.perf_counter()
            if number % 2 == 0:
                status = await act(f"/v1/staff/areas/{area}/drill", {"name": DRILL})
            else:
                status = await act(f"/v1/staff/areas/{area}/drill/end", {})
            if status >= 300:
                expected = "no exercise that runs, and an operator of this area"
                raise InputError(Problem("server", "drill", expected, f"status {status}"))
            while (revision := await heard()) <= known:
                pass
            known = revision
            ms.append(1000 * (time.perf_counter() - began))
    return Measured(ALERT, tuple(ms))


@asynccontextmanager
async def _signed_in(
    session: aiohttp.ClientSession, url: str, account: str, secret: str
) -> AsyncIterator[Callable[[str, dict[str, str]], Awaitable[int]]]:
    """Sign in, give a way to post, and sign out in the end."""
    given = {"account": account, "password": secret}
    async with session.post(f"{url}/v1/staff/session", json=given) as answer:
        if answer.status != 200:
            expected = "an account that signs in with a password alone"
            raise InputError(Problem("server", "session", expected, f"status {answer.status}"))
        token = {"x-csrf-token": str((await answer.json())["csrf"])}

    async def act(path: str, body: dict[str, str]) -> int:
        async with session.post(url + path, json=body, headers=token) as done:
            await done.read()
            return done.status

    try:
        yield act
    finally:
        async with session.delete(f"{url}/v1/staff/session", headers=token):
            pass


@asynccontextmanager
async def _listening(
    session: aiohttp.ClientSession, url: str, area: str
) -> AsyncIterator[Callable[[], Awaitable[int]]]:
    """Open the stream of events, and give a way to wait for the next revision."""
    async with session.get(
        f"{url}/v1/areas/{area}/events", timeout=aiohttp.ClientTimeout(total=None)
    ) as stream:

        async def heard() -> int:
            async with asyncio.timeout(TIMEOUT_S):
                while True:
                    line = await stream.content.readline()
                    if line.startswith(b"id:"):
                        return int(line[3:])
                    if not line:
                        raise aiohttp.ClientPayloadError("the stream ended")

        yield heard
