"""`nigemichi feeds`: fetch official telegrams, and propose to staff what they mean for their areas."""

import signal
import threading
from pathlib import Path
from typing import Annotated

import orjson
import typer

from api import logs
from api.cli.group import err
from api.cli.live.event import State
from api.feeds.run import check_settings, office, run
from api.feeds.settings import FeedSettings
from api.live.live import embedded_of, log_url
from api.settings import Settings
from hazard.region import load_region
from router.errors import InputError, Problem

EXAMPLE = "nigemichi feeds build/regions/shiranami --watch watch.toml --state build/state"


def feeds(
    regions: Annotated[list[Path], typer.Argument(help="Region folders of the areas that are watched.")],
    watch: Annotated[
        Path | None,
        typer.Option(help="What each area listens to (docs/feeds.md); default: NIGEMICHI_FEEDS_WATCH."),
    ] = None,
    state: State = None,
    once: Annotated[bool, typer.Option("--once", help="Look once, print what came, and end.")] = False,
    log_level: Annotated[str, typer.Option(help="debug, info, warning or error.")] = "info",
) -> None:
    """Poll the agency's feeds until Ctrl-C. A server polls by itself where NIGEMICHI_FEEDS_WATCH is set.

    Each telegram is fetched once; what it changes becomes proposals for staff. Tsunami warnings and level 5
    go out by themselves only where the file says so.
    """
    logs.configure(log_level)
    settings = Settings() if state is None else Settings(state=state, redis_url=None)
    url, server = log_url(settings), embedded_of(settings)
    if url is None:
        raise InputError(Problem("command line", "--state", "a state folder (or REDIS_URL)", "nothing"))
    loaded = [load_region(folder) for folder in regions]
    found = FeedSettings() if watch is None else FeedSettings(watch=watch)
    checked = check_settings(found, loaded, settings.state)
    if server is not None:
        server.start()
    try:
        if once:
            with office(checked, loaded, url, settings.log_replicas) as (poller, told):
                poll = poller.poll()
                done = told.handle(poll)
            counts = {"telegrams": len(poll.telegrams), "waiting": poll.waiting, "bytes": poll.size_bytes}
            failed = {"failures": list(poll.failures), "problems": [str(one) for one in poll.problems]}
            typer.echo(orjson.dumps({**counts, "told": done, **failed}).decode())
            return
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        err.print(f"Polling for {', '.join(region.id for region in loaded)}.")
        run(checked, loaded, url, stop, settings.log_replicas)
    finally:
        if server is not None:
            server.stop()
