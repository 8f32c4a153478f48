"""Log servers for tests, and a folder short enough for a unix socket."""

import os
import shutil
import signal
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from api.live.embedded import Embedded


@pytest.fixture
def state() -> Iterator[Path]:
    """Return a state folder; its path is short whatever the test is called."""
    folder = Path(tempfile.mkdtemp(prefix="nigemichi-"))
    yield folder / "state"
    shutil.rmtree(folder)


@pytest.fixture
def embedded(state: Path) -> Iterator[Embedded]:
    """Return a running log server."""
    server = Embedded(state)
    server.start()
    yield server
    server.stop()


def server_pid(state: Path) -> int:
    return int((state / "valkey" / "pid").read_text())


def kill(pid: int) -> None:
    """Kill a process that this test started, and wait until it is gone."""
    os.kill(pid, signal.SIGKILL)


def eventually(holds: Callable[[], bool], patience_s: float = 20) -> None:
    """Wait until something holds."""
    last = time.monotonic() + patience_s
    while not holds():
        assert time.monotonic() < last, "it never held"
        time.sleep(0.02)
