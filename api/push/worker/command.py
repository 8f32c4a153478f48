"""`nigemichi push-worker`: sends what is in the outbox. Any number of them, on any number of hosts."""

import asyncio
import multiprocessing
import os
import signal
from pathlib import Path
from typing import Annotated

import typer

from api import logs
from api.cli.group import err
from api.live.embedded import socket_url
from api.push.settings import PushSettings
from api.push.setup import settings_of
from api.push.store.connect import connect, disconnect
from api.push.vapid import Signer
from api.push.vault import Vault
from api.push.worker.worker import Worker, open_poster
from router.errors import InputError, Problem

EXAMPLE = "nigemichi push-worker shiranami --state build/state --processes 2"


def push_worker(
    areas: Annotated[list[str], typer.Argument(help="Areas to send for: region ids.")],
    redis: Annotated[
        str | None, typer.Option(envvar="REDIS_URL", help="Address of the server with the outbox.")
    ] = None,
    state: Annotated[
        Path | None, typer.Option(help="State folder of `nigemichi serve` on this machine.")
    ] = None,
    processes: Annotated[int, typer.Option(min=1, max=64, help="Sending processes.")] = 1,
    log_level: Annotated[str, typer.Option(help="debug, info, warning or error.")] = "info",
) -> None:
    """Send push messages until Ctrl-C; highest level first, drills last.

    A worker that dies loses nothing: others take over its open batches. Keys and limits come from the
    environment (NIGEMICHI_PUSH_…).
    """
    settings, redis = settings_of(state), redis or (socket_url(state) if state else None)
    if redis is None:
        raise InputError(Problem("command line", "--redis, --state", "one of them", "none"))
    connect(redis)  # a wrong address or key is told here, once
    Vault.open(settings), Signer.open(settings)
    context = multiprocessing.get_context("spawn")
    others = [
        context.Process(target=work, args=(settings, areas, redis, log_level), daemon=True)
        for _ in range(processes - 1)
    ]
    for one in others:
        one.start()
    err.print(f"Sending for {', '.join(areas)} with {processes} process(es).")
    try:
        work(settings, areas, redis, log_level)
    finally:
        for one in others:
            if one.pid is not None and one.is_alive():
                os.kill(one.pid, signal.SIGTERM)
        for one in others:
            one.join(settings.timeout_s + 5)


def work(settings: PushSettings, areas: list[str], redis: str, log_level: str) -> None:
    """Run one worker in this process until SIGTERM or Ctrl-C."""
    logs.configure(log_level)
    asyncio.run(_work(settings, areas, redis))


async def _work(settings: PushSettings, areas: list[str], redis: str) -> None:
    client, poster = connect(redis), open_poster(settings)
    worker = Worker.build(settings, areas, client, poster)
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, worker.stop)
    try:
        await worker.run()
    finally:
        await poster.close()
        await disconnect(client)
