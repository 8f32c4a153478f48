"""`nigemichi log …`: what keeps an event log short and trustworthy. Can run while servers follow it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import orjson
import typer

from api.cli.live.event import RegionArg, State, open_log
from api.live.snapshots import Proof, Snapshots, world_of
from hazard.region import load_region
from hazard.world import RegionInfo, World

EXAMPLE = "nigemichi log check build/regions/shiranami --state build/state"
app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help=__doc__)


@app.command("check", epilog=f"Example: {EXAMPLE}")
def check(region: RegionArg, state: State = None) -> None:
    """Replay the log and compare it with the newest snapshot and what came after."""
    with _snapshots(region, state) as (snapshots, now):
        proof = snapshots.prove()
        typer.echo(orjson.dumps({**_told(proof), "same": proof.world.digest == now().digest}).decode())


@app.command("snapshot", epilog="Example: nigemichi log snapshot build/regions/shiranami --state build/state")
def snapshot(region: RegionArg, state: State = None) -> None:
    """Write a snapshot of the whole log, and prove it. Servers write one by themselves every 1,000 events."""
    with _snapshots(region, state) as (snapshots, _):
        typer.echo(orjson.dumps(_told(snapshots.take())).decode())


@app.command("trim", epilog="Example: nigemichi log trim build/regions/shiranami --state build/state")
def trim(region: RegionArg, state: State = None) -> None:
    """Prove the newest snapshot, and let go of all entries before it. What they say stays in the snapshot."""
    with _snapshots(region, state) as (snapshots, _):
        typer.echo(orjson.dumps({"trimmed": snapshots.trim()}).decode())


@contextmanager
def _snapshots(region: RegionArg, state: State) -> Iterator[tuple[Snapshots, Callable[[], World]]]:
    loaded = load_region(region)
    info = RegionInfo(loaded.id, loaded.graph.digest)
    with open_log(loaded.id, state) as log:
        yield Snapshots(log, info), lambda: world_of(log, info)


def _told(proof: Proof) -> dict[str, object]:
    kept = proof.snapshot
    return {
        "revision": proof.world.revision,
        "digest": proof.world.digest,
        "snapshot_revision": None if kept is None else kept.world.revision,
        "events_after_it": proof.tail,
    }
