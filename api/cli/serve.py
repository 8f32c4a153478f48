"""`nigemichi serve`: the web server, started in the foreground and stopped with Ctrl-C."""

import ctypes
import resource
import signal
import socket
import sys
import threading
import time
from collections.abc import Sequence
from functools import partial
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Annotated

import typer
from fastapi import FastAPI
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels
from pydantic import ValidationError

from api import logs
from api.cli.group import err
from api.feeds.run import Feeding, check_settings
from api.feeds.settings import FeedSettings
from api.http.app import create_app
from api.http.shelf import Shelf
from api.live.live import Live, embedded_of, log_url
from api.quoting import quoted
from api.settings import Settings
from hazard.region import Region
from router.errors import InputError, Problem

EXAMPLE = "nigemichi serve build/regions/shiranami --port 8000"
READY_TIMEOUT_S = 120
POLL_S = 0.1
STOP_TIMEOUT_S = 10
BACKLOG, MOST_CONNECTIONS = 4096, 20_000
"""Phones keep connections: so many wait to be taken, and so many are held by each worker."""
PR_SET_PDEATHSIG = 1
"""From <sys/prctl.h>."""
EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}
"""Where to knock when listening on every address."""


def serve(
    regions: Annotated[list[Path], typer.Argument(help="Region folders; the first is the default.")],
    host: Annotated[str | None, typer.Option(help="Address to listen on. [127.0.0.1]")] = None,
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="Port; 0 takes a free one. [8000]")
    ] = None,
    workers: Annotated[
        int | None, typer.Option(min=1, max=64, help="Processes; they share the mapped regions. [1]")
    ] = None,
    state: Annotated[
        Path | None,
        typer.Option(
            help="Folder of the embedded event log and of the signing key. Without it and without REDIS_URL"
            " nothing is followed: regions are served as they were built."
        ),
    ] = None,
    log_level: Annotated[str | None, typer.Option(help="debug, info, warning or error. [info]")] = None,
) -> None:
    """Serve regions: the route API, the regions' files, the page at / and the API's page at /docs.

    Options not given are read from the environment (NIGEMICHI_HOST, NIGEMICHI_PORT, …). Positions come in
    request bodies and are not logged.
    """
    given = {"host": host, "port": port, "workers": workers, "state": state, "log_level": log_level}
    settings = _settings(regions, {name: value for name, value in given.items() if value is not None})
    # A bad region or key is told here, once, and not by every worker.
    shelf = Shelf.open(settings.regions, settings.max_plans)
    Live.of(settings, {name: one.engine for name, one in shelf.served.items()})
    feeding = _feeding(settings, [one.engine.region for one in shelf.served.values()])
    settings = settings.model_copy(update={"port": _free_port(settings.host, settings.port)})
    _allow_connections()
    server = Granian(
        "nigemichi",
        address=settings.host,
        port=settings.port,
        interface=Interfaces.ASGI,
        workers=settings.workers,
        websockets=False,
        log_level=LogLevels.warning,
        backlog=BACKLOG,
        backpressure=MOST_CONNECTIONS,
        workers_kill_timeout=STOP_TIMEOUT_S,
    )
    server.on_startup(partial(_announce_later, settings, feeding))
    embedded = embedded_of(settings)
    if embedded is not None:
        embedded.start()  # here, so that it outlives any worker
    try:
        server.serve(target_loader=partial(load_app, settings), wrap_loader=False)
    finally:
        if feeding is not None:
            feeding.stop()
        if embedded is not None:
            embedded.stop()


def _allow_connections() -> None:
    """Take as many open files as this machine lets us have: the usual 1,024 are 1,024 phones."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


def _feeding(settings: Settings, regions: Sequence[Region]) -> Feeding | None:
    """Return the poller of official feeds where one is asked for; it runs once on a host, not in workers."""
    found, url = FeedSettings(), log_url(settings)
    if found.watch is None:
        return None
    if url is None:
        expected = "a server that follows an event log (--state DIR, or REDIS_URL)"
        raise InputError(Problem("settings", "NIGEMICHI_FEEDS_WATCH", expected, "one that does not"))
    checked = check_settings(found, regions, settings.state)
    return Feeding(checked, regions, url, settings.log_replicas)


def load_app(settings: Settings) -> FastAPI:
    """Return the application; runs in every worker."""
    _end_with_parent()
    logs.configure(settings.log_level)
    return create_app(settings)


def _end_with_parent() -> None:
    """Have Linux stop this worker when the server's main process is killed: nobody else would."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def _settings(regions: list[Path], given: dict[str, object]) -> Settings:
    try:
        return Settings.model_validate({**Settings().model_dump(), **given, "regions": tuple(regions)})
    except ValidationError as error:
        raise InputError(
            Problem("settings", ".".join(map(str, item["loc"])), item["msg"], quoted(item["input"]))
            for item in error.errors()
        ) from error


def _free_port(host: str, port: int) -> int:
    """Return ``port`` (a free one for 0) after making sure that nobody listens there."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
            return int(probe.getsockname()[1])
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(
            Problem("command line", "--host, --port", "a free address", f"{host}:{port}: {reason}")
        ) from error


def _announce_later(settings: Settings, feeding: Feeding | None) -> None:
    threading.Thread(target=_announce, args=(settings, feeding), daemon=True).start()


def _announce(settings: Settings, feeding: Feeding | None) -> None:
    """Print the address once the server answers there, and begin to poll: no worker is forked any more."""
    name = EVERYWHERE.get(settings.host, settings.host)
    address = f"http://{f'[{name}]' if ':' in name else name}:{settings.port}"
    last = time.monotonic() + READY_TIMEOUT_S
    while time.monotonic() < last:
        if _answers(name, settings.port):
            print(f"Nigemichi is ready at {address}/", flush=True)
            if feeding is not None:
                feeding.start()
            return
        time.sleep(POLL_S)
    err.print(f"No answer from {address} within {READY_TIMEOUT_S} s.")


def _answers(host: str, port: int) -> bool:
    """Return whether the server is up; asked directly, whatever proxy this machine uses."""
    connection = HTTPConnection(host, port, timeout=READY_TIMEOUT_S)
    try:
        connection.request("GET", "/v1/health")
        return connection.getresponse().status == 200
    except (HTTPException, OSError):
        return False
    finally:
        connection.close()
