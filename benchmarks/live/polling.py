"""Phones that ask: live states from one worker, ten thousand phones, routes while fields are rebuilt."""

import asyncio
import json
import random
import resource
import threading
import time
from pathlib import Path

from benchmarks.live.clicks import acts
from benchmarks.live.load import connect, flood, get, paced, post
from benchmarks.live.server import Server, serving

PHONES = 10_000
RATE = 1_000.0
SECONDS = 15.0
CLICK_EVERY_S = 0.5


def run(region: Path) -> None:
    """Print all three."""
    with serving(region) as server:
        asyncio.run(states(server))
        asyncio.run(phones(server))
    with serving(region, workers=2) as server:
        asyncio.run(routes(server))


async def states(server: Server) -> None:
    """Print live states a second from one worker, in front of the framework and through it."""
    lines = await connect(server.port, 64)
    found = {}
    for name, path in (("live", "live"), ("health", None)):
        request = get(f"/v1/areas/{server.area}/{path}" if path else "/v1/health", "accept-encoding: br")
        cpu = server.cpu_s()
        load = await flood(lines, request, 5.0)
        cpu = server.cpu_s() - cpu
        assert set(load.statuses) == {b"200"}, load.statuses
        found[name] = len(load.latency_s) / load.took_s, len(load.latency_s) / cpu, load.percentile_ms(99)
    each, core, p99 = found["live"]
    verdict = "met" if each >= 10_000 else "MISSED"
    print(
        f"  live state from one worker, 64 connections: {each:,.0f} a second by the clock,"
        f" {core:,.0f} a second and core, p99 {p99:.1f} ms (asked: 10,000 a second: {verdict});"
        f" an answer through the framework (/v1/health): {found['health'][0]:,.0f} a second"
    )
    close(lines)


async def phones(server: Server) -> None:
    """Print how ten thousand phones are served that hold a connection each and ask every ten seconds."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    count = min(PHONES, hard - 200)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    before = server.memory_mb()
    lines = await connect(server.port, count)
    answer = server.connection()
    answer.request("GET", f"/v1/areas/{server.area}/live")
    tag = answer.getresponse().getheader("etag")
    request = get(f"/v1/areas/{server.area}/live", f"if-none-match: {tag}")
    cpu = server.cpu_s()
    load = await paced(lines, [request], count / 10, 20.0)
    cpu = server.cpu_s() - cpu
    p50, p99 = load.percentile_ms(50), load.percentile_ms(99)
    print(
        f"  {count:,} phones with a connection each, asking every 10 s ({count / 10:,.0f} a second) for 20 s:"
        f" p50 {p50:.1f} ms, p99 {p99:.1f} ms, answers {told(load.statuses)};"
        f" {100 * cpu / load.took_s:.0f} % of a core, memory +{server.memory_mb() - before} MB"
    )
    close(lines)
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


async def routes(server: Server) -> None:
    """Print the latency of routes at a steady rate while staff click twice a second."""
    dice = random.Random(1)
    west, south, east, north = server.bbox
    bodies = [
        {"lon": dice.uniform(west, east), "lat": dice.uniform(south, north), "hazard": "tsunami"}
        for _ in range(1_000)
    ]
    requests = [post("/v1/route", json.dumps(body).encode()) for body in bodies]
    lines = await connect(server.port, 64)
    await paced(lines, requests, 100, 2.0)
    quiet = await paced(lines, requests, RATE, SECONDS)
    over, clicks = threading.Event(), [0]
    clicking = threading.Thread(target=click, args=(server, over, clicks))
    clicking.start()
    cpu = server.cpu_s()
    busy = await paced(lines, requests, RATE, SECONDS)
    cpu = server.cpu_s() - cpu
    over.set()
    await asyncio.to_thread(clicking.join)
    for name, load in (("quiet", quiet), (f"{clicks[0]} clicks meanwhile", busy)):
        p50, p95, p99 = (load.percentile_ms(percent) for percent in (50, 95, 99))
        print(
            f"  routes at {RATE:,.0f} a second, two workers, {name}: p50 {p50:.2f} ms, p95 {p95:.1f} ms,"
            f" p99 {p99:.1f} ms, {len(load.latency_s) / load.took_s:,.0f} a second, {told(load.statuses)}"
            f" (asked while rebuilding: p99 < 10 ms: {'met' if p99 < 10 else 'MISSED'})"
        )
    print(f"    the workers took {100 * cpu / busy.took_s:.0f} % of a core, rebuilding included")
    close(lines)


def click(server: Server, over: threading.Event, clicks: list[int]) -> None:
    """Click until told to stop."""
    staff = server.sign_in()
    for path, body in acts(server, 10_000):
        if over.is_set():
            return
        began = time.perf_counter()
        server.ask(staff, "POST", f"/v1/staff/areas/{server.area}{path}", body)
        clicks[0] += 1
        over.wait(max(0.0, CLICK_EVERY_S - (time.perf_counter() - began)))


def told(statuses: dict[bytes, int]) -> str:
    """Return statuses as words."""
    return ", ".join(f"{count:,} × {status.decode()}" for status, count in sorted(statuses.items()))


def close(lines: list) -> None:
    """Close connections."""
    for line in lines:
        line.transport.abort()
