"""Two hosts, each with a server of its own, follow one log on a third; then the log goes and comes back."""

import base64
import os
import re
import subprocess
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from api.live.desk import Acting, Desk
from api.live.log import EventLog
from api.live.snapshots import world_of
from hazard.region import Region, load_region
from hazard.world import RegionInfo
from hazard.world.world import SiteStatus
from tests.api.live.deployed import DURABLE, HOST, Node, free_port, nodes
from tests.api.live.servers import eventually
from tests.api.live.test_served import BODY, COMMAND, PATIENCE_S

KEY = base64.b64encode(bytes(range(32))).decode()


class Host:
    """A server process on a host of its own, and a client of it."""

    def __init__(self, region: Path, url: str, workers: int) -> None:
        plain = {name: value for name, value in os.environ.items() if "proxy" not in name.lower()}
        secrets = {"REDIS_URL": url, "NIGEMICHI_SIGNING_KEY": KEY}
        push = {
            "NIGEMICHI_PUSH_STATE_DIR": str(region.parent / "keys"),
            "NIGEMICHI_ALERTS_STATE_DIR": str(region.parent / "keys"),
        }
        command = [COMMAND, "serve", str(region), "--port", "0", "--workers", str(workers)]
        self.process = subprocess.Popen(
            command,
            env={**plain, **secrets, **push},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.told: list[str] = []
        self.drain = threading.Thread(target=lambda: self.told.extend(self.process.stderr or ()), daemon=True)
        self.drain.start()

    def ready(self) -> "Host":
        assert self.process.stdout is not None
        found = re.search(r"http://\S+[^/\s]", self.process.stdout.readline())
        assert found, "".join(self.told)
        self.client = httpx.Client(base_url=found.group(), timeout=PATIENCE_S, trust_env=False)
        return self

    def health(self) -> dict[str, Any]:
        read: dict[str, Any] = self.client.get("/v1/health").json()["live"]["shiranami"]
        return read

    def route(self) -> dict[str, Any]:
        read: dict[str, Any] = self.client.post("/v1/route", json=BODY).json()
        return read

    def stop(self) -> None:
        self.client.close()
        self.process.terminate()
        self.process.wait(PATIENCE_S)
        self.drain.join()
        for stream in (self.process.stdout, self.process.stderr):
            if stream is not None:
                stream.close()


@contextmanager
def hosts(region: Path, url: str) -> Iterator[list[Host]]:
    """Start a host with one worker and one with two."""
    with ExitStack() as stack:
        made = [Host(region, url, workers) for workers in (1, 2)]
        for host in made:
            stack.callback(host.stop)
        yield [host.ready() for host in made]


@pytest.fixture
def log_server() -> Iterator[Node]:
    with nodes() as (folder, started):
        started.append(Node(folder / "log", free_port(), DURABLE).start())
        yield started[0].wait()


def desk_on(url: str, region: Region) -> tuple[EventLog, Desk]:
    log, info = EventLog(url, region.id), RegionInfo(region.id, region.graph.digest)
    return log, Desk(log, region, lambda: world_of(log, info))


def test_hosts_serve_the_same_and_live_through_the_loss_of_the_log(
    town_region: Path, log_server: Node
) -> None:
    url = f"redis://{HOST}:{log_server.port}/0"
    region = load_region(town_region)
    log, desk = desk_on(url, region)
    with hosts(town_region, url) as both:

        def all_serve(revision: int) -> bool:
            found = {
                (one["revision"], one["digest"]) for host in both for one in (host.health() for _ in range(6))
            }
            return len(found) == 1 and next(iter(found))[0] == revision

        shelter = both[0].route()["shelter"]["id"]
        desk.tell_site(Acting("staff"), shelter, SiteStatus.FULL)
        eventually(lambda: all_serve(1))
        states = [host.client.get("/v1/areas/shiranami/live").json()["key"] for host in both]
        assert states[0] == states[1], "signed with the same key"
        routes = [host.route() for host in both]
        assert routes[0]["shelter"] == routes[1]["shelter"]
        assert routes[0]["shelter"]["id"] != shelter

        log_server.kill()
        eventually(lambda: all(host.health()["log"] == "unavailable" for host in both))
        first = [host.health()["age_s"] for host in both]
        eventually(lambda: all(host.health()["age_s"] > age for host, age in zip(both, first, strict=True)))
        for host in both:
            assert host.route()["revision"] == 1
            assert host.route()["as_of"] is not None
            assert host.client.get("/v1/areas/shiranami/live").status_code == 200
            assert "unavailable" in host.health()["error"]
            for path, body in refused():
                answer = host.client.post(path, json=body)
                assert (answer.status_code, answer.json()["error"]) == (503, "log_unavailable"), path
        command = [COMMAND, "event", "site", str(town_region), shelter, "open"]
        told = subprocess.run(
            command, env={**os.environ, "REDIS_URL": url}, capture_output=True, text=True, timeout=PATIENCE_S
        )
        assert told.returncode == 3
        assert "LogUnavailableError" in told.stderr

        log_server.start().wait()
        eventually(lambda: all(host.health()["log"] == "following" for host in both))
        desk.tell_site(Acting("staff"), shelter, SiteStatus.OPEN)
        eventually(lambda: all_serve(2))
        assert both[1].route()["shelter"]["id"] == shelter
    log.close()


def refused() -> list[tuple[str, dict[str, object]]]:
    """Return writes of staff and of residents."""
    keys = {
        "p256dh": "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8",
        "auth": "BTBZMqHH6r4Tts7J_aSIgg",
    }
    subscription = {
        "area": "shiranami",
        "endpoint": "https://fcm.googleapis.com/fcm/send/x",
        "keys": keys,
        "meshes": ["57401000"],
    }
    return [
        ("/v1/staff/session", {"account": "ann", "password": "a long enough password"}),
        ("/v1/push/subscriptions", subscription),
    ]
