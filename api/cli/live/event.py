"""`nigemichi event …`: write events to a log by hand. For trying out and for emergencies.

The commands attach to the running server of the state folder, or start one for themselves.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated, TypeAlias

import orjson
import typer

from api.alerts.texts.said import grade_of
from api.live.desk import Acting, Desk, Done
from api.live.live import embedded_of, log_url
from api.live.log import EventLog
from api.live.snapshots import world_of
from api.settings import Settings
from hazard.decision.situation import TsunamiState
from hazard.kinds import HazardKind
from hazard.region import load_region
from hazard.region.replaced import LayerStore
from hazard.world import RegionInfo
from hazard.world.codec.read import event_to_json
from hazard.world.events import Drawn, Facility, Points
from hazard.world.world import SiteStatus, world_bytes
from router.errors import InputError, Problem

EXAMPLE = "nigemichi event close-road build/regions/shiranami --state build/state --street 12 --reason 落石"
app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help=__doc__)

RegionArg: TypeAlias = Annotated[Path, typer.Argument(help="Region folder; its id is the area.")]
State: TypeAlias = Annotated[
    Path | None, typer.Option(help="State folder of the server; default: NIGEMICHI_STATE, or REDIS_URL.")
]
Actor: TypeAlias = Annotated[str, typer.Option(help="Who does it.")]
Drill: TypeAlias = Annotated[bool, typer.Option("--drill", help="In the exercise that runs (訓練).")]
Key: TypeAlias = Annotated[str | None, typer.Option(help="Idempotency key, to repeat a command safely.")]
Minutes: TypeAlias = Annotated[
    int | None, typer.Option("--minutes", min=1, help="Ends by itself after these.")
]
Note: TypeAlias = Annotated[str, typer.Option(help="Shown to residents.")]
Source: TypeAlias = Annotated[str, typer.Option(help="The official telegram, with its time, or the reason.")]
Grade: TypeAlias = Annotated[
    TsunamiState | None, typer.Option(help="Of a tsunami: major_warning, warning or advisory.")
]
Polygon: TypeAlias = Annotated[
    str | None, typer.Option(help='Ring as "lon,lat lon,lat …"; closed if the last point is not the first.')
]


@app.command("close-road", epilog=f"Example: {EXAMPLE}")
def close_road(  # noqa: PLR0913 (one parameter for each option)
    region: RegionArg,
    state: State = None,
    street: Annotated[list[int] | None, typer.Option(help="Number of a street; may be repeated.")] = None,
    line: Annotated[str | None, typer.Option(help='Line as "lon,lat lon,lat …".')] = None,
    polygon: Polygon = None,
    depth: Annotated[
        str | None, typer.Option(help="KIND=CM: all that is under so much water, tsunami=30.")
    ] = None,
    closure: Annotated[str | None, typer.Option(help="Its id; default: a new one.")] = None,
    reason: Note = "",
    minutes: Minutes = None,
    actor: Actor = "command line",
    drill: Drill = False,
    key: Key = None,
) -> None:
    """Close streets: by number, by line, by polygon, or everything under some depth of water."""
    drawn = _drawn(line, polygon, depth)
    with _desk(region, state) as desk:
        done = desk.close_roads(
            Acting(actor, drill, key),
            drawn,
            street or (),
            closure=closure,
            reason=reason,
            until=_until(minutes),
        )
    _tell(done)


@app.command(
    "reopen", epilog="Example: nigemichi event reopen build/regions/shiranami closure-1 --state build/state"
)
def reopen(
    region: RegionArg,
    closure: Annotated[str, typer.Argument(help="Id of the closure.")],
    state: State = None,
    street: Annotated[list[int] | None, typer.Option(help="Only this street; may be repeated.")] = None,
    actor: Actor = "command line",
    drill: Drill = False,
    key: Key = None,
) -> None:
    """End a closure, or reopen some of its streets."""
    with _desk(region, state) as desk:
        done = desk.reopen_roads(Acting(actor, drill, key), closure, street or ())
    _tell(done)


@app.command(
    "site", epilog="Example: nigemichi event site build/regions/shiranami E0700001 full --state build/state"
)
def site(  # noqa: PLR0913 (one parameter for each option)
    region: RegionArg,
    site: Annotated[str, typer.Argument(help="Id of the site.")],
    status: Annotated[SiteStatus, typer.Argument(help="What holds now.")],
    state: State = None,
    people: Annotated[int | None, typer.Option(min=0, help="Head count.")] = None,
    facility: Annotated[
        list[Facility] | None, typer.Option(help="What can be used there now; may be repeated.")
    ] = None,
    note: Note = "",
    actor: Actor = "command line",
    drill: Drill = False,
    key: Key = None,
) -> None:
    """Tell the state of an evacuation site."""
    with _desk(region, state) as desk:
        done = desk.tell_site(Acting(actor, drill, key), site, status, people, note, facility or ())
    _tell(done)


@app.command(
    "alert",
    epilog="Example: nigemichi event alert build/regions/shiranami flood --level 4 --state build/state",
)
def alert(  # noqa: PLR0913 (one parameter for each option)
    region: RegionArg,
    kinds: Annotated[list[HazardKind], typer.Argument(help="Kinds of hazard.")],
    state: State = None,
    level: Annotated[int | None, typer.Option(min=3, max=5, help="警戒レベル; none for tsunami.")] = None,
    text: Annotated[list[str] | None, typer.Option(help="LANG=TEXT; may be repeated.")] = None,
    alert: Annotated[str | None, typer.Option(help="Its id; default: a new one.")] = None,
    source: Source = "",
    grade: Grade = None,
    minutes: Minutes = None,
    actor: Actor = "command line",
    drill: Drill = False,
    key: Key = None,
) -> None:
    """Issue an alert for the whole area. Of a tsunami the grade is read from --source where none is told."""
    texts = dict(_pair("--text", one) for one in text or ())
    if grade is None and HazardKind.TSUNAMI in kinds:
        grade = grade_of(source)
    with _desk(region, state) as desk:
        done = desk.issue_alert(
            Acting(actor, drill, key),
            kinds,
            level,
            alert=alert,
            text=texts,
            source=source,
            grade=grade,
            until=_until(minutes),
        )
    _tell(done)


@app.command(
    "warning",
    epilog="Example: nigemichi event warning build/shiranami flood --level 4 --name レベル４氾濫危険警報",
)
def warning(  # noqa: PLR0913 (one parameter for each option)
    region: RegionArg,
    kinds: Annotated[list[HazardKind], typer.Argument(help="Kinds of hazard.")],
    name: Annotated[str, typer.Option(help="Its official name.")],
    state: State = None,
    level: Annotated[int | None, typer.Option(min=2, max=5, help="Its 警戒レベル.")] = None,
    grade: Grade = None,
    volcano_level: Annotated[int | None, typer.Option(min=1, max=5, help="噴火警戒レベル.")] = None,
    warning: Annotated[str | None, typer.Option(help="Its id; default: a new one.")] = None,
    source: Source = "",
    actor: Actor = "command line",
    drill: Drill = False,
    key: Key = None,
) -> None:
    """Tell what the agency has in force, for the whole area. It is no order: that is an alert."""
    with _desk(region, state) as desk:
        done = desk.tell_warning(
            Acting(actor, drill, key),
            warning,
            kinds=tuple(kinds),
            name=name,
            weather_level=level,
            grade=grade,
            volcano_level=volcano_level,
            source=source,
        )
    _tell(done)


@app.command(
    "lift", epilog="Example: nigemichi event lift build/regions/shiranami warning-1 --state build/state"
)
def lift(
    region: RegionArg,
    warning: Annotated[str, typer.Argument(help="Id of the warning.")],
    state: State = None,
    note: Note = "",
    actor: Actor = "command line",
    drill: Drill = False,
    key: Key = None,
) -> None:
    """Tell that what the agency had in force has ended."""
    with _desk(region, state) as desk:
        done = desk.lift_warning(Acting(actor, drill, key), warning, note)
    _tell(done)


@app.command("cancel", epilog="Example: nigemichi event cancel build/regions/shiranami alert-1 --all-clear")
def cancel(
    region: RegionArg,
    alert: Annotated[str, typer.Argument(help="Id of the alert.")],
    state: State = None,
    all_clear: Annotated[bool, typer.Option("--all-clear", help="The danger is over (解除).")] = False,
    actor: Actor = "command line",
    drill: Drill = False,
    key: Key = None,
) -> None:
    """Cancel an alert."""
    with _desk(region, state) as desk:
        done = desk.cancel_alert(Acting(actor, drill, key), alert, all_clear=all_clear)
    _tell(done)


@app.command(
    "drill", epilog="Example: nigemichi event drill build/regions/shiranami 津波訓練 --state build/state"
)
def drill(
    region: RegionArg,
    name: Annotated[str | None, typer.Argument(help="Begins an exercise of this name; none ends it.")] = None,
    state: State = None,
    minutes: Minutes = None,
    actor: Actor = "command line",
    key: Key = None,
) -> None:
    """Begin an exercise, or end the one that runs."""
    with _desk(region, state) as desk:
        acting = Acting(actor, True, key)
        _tell(desk.start_drill(acting, name, _until(minutes)) if name else desk.end_drill(acting))


@app.command(
    "layer",
    epilog="Example: nigemichi event layer build/regions/shiranami tsunami new.nmg --state build/state",
)
def layer(
    region: RegionArg,
    kind: Annotated[HazardKind, typer.Argument(help="The kind whose exposure is replaced.")],
    file: Annotated[
        Path, typer.Argument(help="Exposure file (docs/formats.md, section 3) on these streets.")
    ],
    state: State = None,
    only_put: Annotated[
        bool,
        typer.Option(
            "--only-put", help="Keep the file beside the region; write no event: first on every host."
        ),
    ] = False,
    note: Note = "",
    actor: Actor = "command line",
    key: Key = None,
) -> None:
    """Replace the exposure of a kind: keep the file beside the region, and have it hold from now on."""
    sha256 = LayerStore(load_region(region)).put(file, kind)
    if only_put:
        typer.echo(orjson.dumps({"kind": kind, "sha256": sha256}).decode())
        return
    with _desk(region, state) as desk:
        done = desk.replace_layer(Acting(actor, False, key), kind, sha256, note)
    _tell(done)


@app.command("show", epilog="Example: nigemichi event show build/regions/shiranami --state build/state")
def show(region: RegionArg, state: State = None) -> None:
    """Print what is in force, as JSON."""
    loaded = load_region(region)
    with open_log(loaded.id, state) as log:
        world = world_of(log, RegionInfo(loaded.id, loaded.graph.digest))
    typer.echo(orjson.dumps(orjson.loads(world_bytes(world)), option=orjson.OPT_INDENT_2).decode())


@contextmanager
def _desk(folder: Path, state: Path | None) -> Iterator[Desk]:
    region = load_region(folder)
    info = RegionInfo(region.id, region.graph.digest)
    with open_log(region.id, state) as log:
        yield Desk(log, region, lambda: world_of(log, info))


@contextmanager
def open_log(area: str, state: Path | None) -> Iterator[EventLog]:
    """Connect to the log, with a server of our own where none runs."""
    settings = Settings() if state is None else Settings(state=state, redis_url=None)
    url, server = log_url(settings), embedded_of(settings)
    if url is None:
        raise InputError(Problem("command line", "--state", "a state folder (or REDIS_URL)", "nothing"))
    if server is not None:
        server.start()
    log = EventLog(url, area, settings.log_replicas)
    try:
        yield log
    finally:
        log.close()
        if server is not None:
            server.stop()


def _tell(done: Done) -> None:
    """Print the event and the id of its entry, as JSON."""
    typer.echo(orjson.dumps({"entry": done.entry, **event_to_json(done.event)}).decode())


def _drawn(line: str | None, polygon: str | None, depth: str | None) -> Drawn:
    if sum(given is not None for given in (line, polygon, depth)) > 1:
        raise InputError(Problem("command line", "", "one of --line, --polygon, --depth", "several"))
    if line is not None:
        return Drawn("line", _points("--line", line))
    if polygon is not None:
        ring = _points("--polygon", polygon)
        return Drawn("polygon", ring if ring[0] == ring[-1] else (*ring, ring[0]))
    if depth is not None:
        kind, cm = _pair("--depth", depth)
        if kind not in set(HazardKind) or not cm.isdecimal():
            raise InputError(Problem("command line", "--depth", "KIND=CM", repr(depth)))
        return Drawn("depth", (), HazardKind(kind), int(cm))
    return Drawn("streets")


def _points(option: str, text: str) -> Points:
    try:
        pairs = [pair.split(",") for pair in text.split()]
        points = tuple((round(float(lon) * 1e7), round(float(lat) * 1e7)) for lon, lat in pairs)
    except (ValueError, OverflowError):
        points = ()
    if not points:
        raise InputError(Problem("command line", option, '"lon,lat lon,lat …" in degrees', repr(text[:80])))
    return points


def _pair(option: str, text: str) -> tuple[str, str]:
    name, mark, value = text.partition("=")
    if not mark:
        raise InputError(Problem("command line", option, "NAME=VALUE", repr(text[:80])))
    return name, value


def _until(minutes: int | None) -> datetime | None:
    return None if minutes is None else datetime.now(UTC) + timedelta(minutes=minutes)
