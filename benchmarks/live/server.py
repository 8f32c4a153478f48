"""A server of our own for a benchmark: `nigemichi serve` with an embedded log, and staff signed in."""

import http.client
import json
import os
import re
import secrets
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from api.live.embedded import socket_url
from api.live.store import Store
from api.push.vault import KEY_BYTES, Vault
from api.staff.accounts import Account, Accounts
from api.staff.proof import hash_password
from api.staff.roles import Role

COMMAND = str(Path(sys.executable).with_name("nigemichi"))
PASSWORD = "only for this benchmark"
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass
class Server:
    """A running server.

    Attributes
    ----------
    process : subprocess.Popen
    port : int
    state, region : Path
        Folders.
    area : str
    bbox : tuple of float
    """

    process: subprocess.Popen[str]
    port: int
    state: Path
    region: Path
    area: str = ""
    bbox: tuple[float, float, float, float] = (0, 0, 0, 0)
    _headers: dict[str, str] = field(default_factory=dict)

    @property
    def url(self) -> str:
        """The address of its log."""
        return socket_url(self.state)

    def workers(self) -> list[int]:
        """Return the processes that answer requests."""
        path = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [
            int(pid)
            for pid in path.read_text().split()
            if b"valkey" not in Path(f"/proc/{pid}/cmdline").read_bytes()
        ]

    def cpu_s(self) -> float:
        """Return user and system seconds of the workers so far."""
        total = 0
        for pid in self.workers():
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            total += int(fields[11]) + int(fields[12])
        return total / TICKS

    def memory_mb(self) -> int:
        """Return the resident memory of the largest worker now, without what is shared from files."""
        found = [Path(f"/proc/{pid}/status").read_text() for pid in self.workers()]
        return max(int(text.partition("RssAnon:")[2].split()[0]) for text in found) // 1024

    def connection(self) -> http.client.HTTPConnection:
        """Open a connection."""
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)

    def ask(
        self, connection: http.client.HTTPConnection, method: str, path: str, body: object = None
    ) -> dict[str, Any]:
        """Return the JSON of an answer; RuntimeError unless it is a good one."""
        content = None if body is None else json.dumps(body)
        headers = {"content-type": "application/json", **self._headers} if body is not None else {}
        connection.request(method, path, content, headers)
        answer = connection.getresponse()
        read = answer.read()
        if answer.status >= 300:
            raise RuntimeError(f"{path}: {answer.status} {read[:300]!r}")
        return json.loads(read) if read else {}

    def sign_in(self) -> http.client.HTTPConnection:
        """Make an operator and return a connection on which they are signed in."""
        store = Store(self.url)
        # an operator has no secret, so that any key will do
        accounts = Accounts(store, Vault(secrets.token_bytes(KEY_BYTES)))
        accounts.add(Account("bench", "計測", Role.OPERATOR, ("*",), hash_password(PASSWORD), None))
        store.close()
        connection = self.connection()
        given = json.dumps({"account": "bench", "password": PASSWORD})
        connection.request("POST", "/v1/staff/session", given, {"content-type": "application/json"})
        answer = connection.getresponse()
        told = json.loads(answer.read())
        cookie = (answer.getheader("set-cookie") or "").partition(";")[0]
        self._headers = {"cookie": cookie, "x-csrf-token": told["csrf"]}
        return connection


@contextmanager
def serving(region: Path, workers: int = 1, **environment: str) -> Iterator[Server]:
    """Serve a region with a log of its own; everything is ended and deleted in the end."""
    folder = Path(tempfile.mkdtemp(prefix="nigemichi-"))
    state = folder / "state"
    command = [COMMAND, "serve", str(region), "--port", "0", "--state", str(state), "--workers", str(workers)]
    with (folder / "log").open("w") as out:
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=out, text=True, env={**os.environ, **environment}
        )
    try:
        assert process.stdout is not None
        found = re.search(r":(\d+)/", process.stdout.readline())
        if found is None:
            raise RuntimeError((folder / "log").read_text()[-2000:])
        server = Server(process, int(found[1]), state, region)
        told = server.ask(server.connection(), "GET", "/v1/regions")["regions"][0]
        server.area, server.bbox = told["id"], tuple(told["bbox"])
        yield server
    finally:
        process.terminate()
        process.wait(30)
        shutil.rmtree(folder)
