"""The real server with a state folder: from a command to the route, through crashes, with two workers."""

import base64
import re
import resource
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import orjson
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from tests.api.live.servers import eventually, kill, server_pid, state

__all__ = ["state"]

PATIENCE_S = 60
COMMAND = str(Path(sys.executable).with_name("nigemichi"))
BODY = {"lon": 141.3, "lat": 37.308, "hazard": "tsunami"}


class Server:
    """A running server and a client of it."""

    def __init__(self, process: subprocess.Popen[str], address: str, region: Path, state: Path) -> None:
        self.process, self.region, self.state = process, region, state
        self.client = httpx.Client(base_url=address, timeout=PATIENCE_S, trust_env=False)

    def route(self) -> dict[str, Any]:
        read: dict[str, Any] = self.client.post("/v1/route", json=BODY).json()
        return read

    def health(self) -> dict[str, Any]:
        read: dict[str, Any] = self.client.get("/v1/health").json()["live"]["shiranami"]
        return read

    def event(self, name: str, *arguments: str) -> dict[str, Any]:
        command = [COMMAND, "event", name, str(self.region), *arguments, "--state", str(self.state)]
        told = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE_S)
        assert told.returncode == 0, told.stderr
        read: dict[str, Any] = orjson.loads(told.stdout)
        return read


@contextmanager
def served(region: Path, state: Path, *more: str) -> Iterator[Server]:
    command = [COMMAND, "serve", str(region), "--port", "0", "--state", str(state), *more]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    told: list[str] = []
    assert process.stderr is not None
    drain = threading.Thread(target=lambda: told.extend(process.stderr or ()), daemon=True)
    drain.start()
    try:
        assert process.stdout is not None
        found = re.search(r"http://\S+[^/\s]", process.stdout.readline())
        assert found, "".join(told)
        server = Server(process, found.group(), region, state)
        yield server
        server.client.close()
    finally:
        process.terminate()
        try:
            process.wait(PATIENCE_S)
        except subprocess.TimeoutExpired:
            process.kill()
        drain.join()
        process.stdout and process.stdout.close()
        process.stderr.close()
    assert "Traceback" not in "".join(told)


def test_from_a_command_to_the_route_and_the_phone(town_region: Path, state: Path) -> None:
    with served(town_region, state) as server:
        before = server.route()
        assert (before["outcome"], before["revision"]) == ("Route", 0)
        assert before["as_of"] is not None
        first = server.client.get("/v1/areas/shiranami/live")
        tag = {"if-none-match": first.headers["etag"]}
        assert server.client.get("/v1/areas/shiranami/live", headers=tag).status_code == 304
        server.event("site", before["shelter"]["id"], "full", "--people", "300")
        eventually(lambda: server.route()["revision"] == 1)
        after = server.route()
        assert after["shelter"]["id"] != before["shelter"]["id"]
        news = server.client.get("/v1/areas/shiranami/live", params={"since": 0}, headers=tag)
        signed = check(server.client, news.json())
        assert [event["event"] for event in signed["events"]] == ["SiteFull"]
        assert signed["events"][0]["actor"] == ""
        assert server.client.get("/v1/areas/nowhere/live").status_code == 404
        assert server.client.get("/v1/areas/shiranami/live", params={"since": -1}).status_code == 422
        health = server.health()
        assert (health["log"], health["revision"], health["failure"]) == ("following", 1, "")
    assert server.process.returncode == 0
    assert not (state / "valkey" / "pid").exists()


def check(client: httpx.Client, outer: dict[str, str]) -> dict[str, Any]:
    key = client.get("/v1/areas/shiranami/key").json()
    assert key["key"] == outer["key"]
    public = Ed25519PublicKey.from_public_bytes(base64.b64decode(key["public_key"]))
    public.verify(base64.b64decode(outer["signature"]), outer["signed"].encode())
    read: dict[str, Any] = orjson.loads(outer["signed"])
    return read


def test_a_stream_tells_new_revisions(town_region: Path, state: Path) -> None:
    path = "/v1/areas/shiranami/events"
    with served(town_region, state) as server, server.client.stream("GET", path) as stream:
        lines = stream.iter_lines()
        assert next(line for line in lines if line.startswith("id:")) == "id: 0"
        server.event("alert", "tsunami", "--text", "ja=逃げて")
        assert next(line for line in lines if line.startswith("id:")) == "id: 1"
        assert orjson.loads(next(line for line in lines if line.startswith("data:"))[5:])["revision"] == 1
        server.process.terminate()
        server.process.wait(PATIENCE_S)
    assert server.process.returncode == 0, "an open stream does not keep the server from stopping"


def test_two_workers_serve_the_same_revision(town_region: Path, state: Path) -> None:
    with served(town_region, state, "--workers", "2") as server:
        server.event("close-road", "--street", "3", "--reason", "落石")

        def all_there() -> bool:
            digests = set()
            for _ in range(12):
                with httpx.Client(base_url=server.client.base_url, trust_env=False) as client:
                    health = client.get("/v1/health").json()["live"]["shiranami"]
                    digests.add((health["revision"], health["digest"]))
            return len(digests) == 1 and next(iter(digests))[0] == 1

        eventually(all_there)


def test_more_phones_than_usual_hold_a_connection_each(town_region: Path, state: Path) -> None:
    count = 1_300  # more than a process may have files at first, and than the server takes by itself
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    with served(town_region, state) as server:
        resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, 2 * count), hard))
        address = (server.client.base_url.host, server.client.base_url.port)
        phones: list[socket.socket] = []
        try:
            for _ in range(count):
                phones.append(socket.create_connection(address, timeout=PATIENCE_S))
                phones[-1].sendall(b"GET /v1/areas/shiranami/live HTTP/1.1\r\nhost: x\r\n\r\n")
            assert [phone.recv(12) for phone in phones] == [b"HTTP/1.1 200"] * count
        finally:
            for phone in phones:
                phone.close()
            resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


@pytest.mark.parametrize("victim", ["log", "server"])
def test_killed_it_comes_back_with_everything(town_region: Path, state: Path, victim: str) -> None:
    with served(town_region, state) as server:
        closed = [server.event("close-road", "--street", str(n))["closure"] for n in (3, 5)]
        eventually(lambda: server.route()["revision"] == 2)
        if victim == "log":
            kill(server_pid(state))
            assert server.route()["revision"] == 2
            server.event("reopen", closed[0])
            eventually(lambda: server.route()["revision"] == 3)
            assert server.health()["log"] == "following"
        else:
            pid = server_pid(state)
            server.process.send_signal(signal.SIGKILL)
            server.process.wait(PATIENCE_S)
            eventually(lambda: not Path(f"/proc/{pid}").exists())
    with served(town_region, state) as again:
        assert again.route()["revision"] == (3 if victim == "log" else 2), "known before it listens"


def test_without_state_it_says_so(town_region: Path) -> None:
    from api.http.app import create_app
    from api.settings import Settings
    from tests.api.http.client import Client

    client = Client(create_app(Settings(regions=(town_region,))))
    answer = client.get("/v1/areas/shiranami/live")
    assert (answer.status_code, answer.json()["error"]) == (404, "not_live")
    assert client.get("/v1/areas/shiranami/events").status_code == 404
    assert client.get("/v1/health").json()["live"]["shiranami"]["log"] == "off"
    route = client.post("/v1/route", json=BODY).json()
    assert (route["outcome"], route["revision"], route["as_of"]) == ("Route", None, None)
