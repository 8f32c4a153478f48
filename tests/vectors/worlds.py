"""Lists of events, the digests of the worlds that they make, and what these change in routes."""

import json
import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from hazard.kinds import HazardKind
from hazard.live.costs import live_costs
from hazard.world import RegionInfo, World, fold
from hazard.world import events as e
from hazard.world.codec.read import event_to_json
from hazard.world.world import world_bytes
from router.graph import StreetGraph
from tests.maps import draw
from tests.vectors.cases import changes_to_json

AREA, N_LOGS, N_EVENTS = "shiranami", 24, 40
NOON = datetime(2026, 11, 24, 3, tzinfo=UTC)
SITES = ("S1", "17", "9", "\U0001f3eb", "\uff21館", "__proto__")
"""Names whose order differs between bytes, 16-bit units and JavaScript's objects."""
NOTES = ("", "水が出た\n通れない", 'say "no" \\ 7f:\x7f é')
SITE_EVENTS: tuple[type[e.SiteTold], ...] = (e.SiteOpened, e.SiteFilling, e.SiteFull, e.SiteClosed)


def worlds() -> dict[str, Any]:
    """Return logs with the digests after every event, and what the last worlds change."""
    graph = draw("A---B---C---D\n|   |   |   |\nE---F---G---H").graph
    return {
        "area": AREA,
        "graph": {"digest": graph.digest, "n_streets": graph.n_streets},
        "logs": [_log(random.Random(seed), graph) for seed in range(N_LOGS)],
    }


def _log(dice: random.Random, graph: StreetGraph) -> Any:
    events = [_event(dice, graph, k) for k in range(N_EVENTS)]
    info = RegionInfo(AREA, graph.digest)
    made = [fold(info, events[: k + 1]) for k in range(N_EVENTS)]
    return {
        "events": [event_to_json(event) for event in events],
        "digests": [world.digest[:16] for world in made],
        "world": json.loads(world_bytes(made[-1])),
        "changes": changes_to_json(live_costs(graph, made[-1])),
        "played": _played(graph, made),
    }


def _played(graph: StreetGraph, made: Sequence[World]) -> Any:
    """Return what the last exercise changes on the screens of those who take part; None where none ran."""
    exercises = [world.exercise for world in made if world.exercise]
    if not exercises:
        return None
    return changes_to_json(live_costs(graph, World(AREA, graph.digest, real=exercises[-1].state)))


def _event(dice: random.Random, graph: StreetGraph, k: int) -> e.Event:
    stamp: dict[str, Any] = {
        "area": AREA if dice.random() < 0.95 else "elsewhere",
        "actor": "",
        "at": NOON + timedelta(seconds=dice.randrange(10_000), milliseconds=dice.randrange(1000)),
        "key": f"key-{k if dice.random() < 0.9 else dice.randrange(k + 1)}",
        "drill": dice.random() < 0.35,
    }
    later = dice.choice((None, NOON + timedelta(days=1), NOON + timedelta(days=2)))
    name, until = dice.choice("abc"), later or NOON + timedelta(days=1)
    sort = dice.randrange(12)
    if sort >= 10:
        return _warning(dice, stamp, name)
    if sort <= 2:
        return _alert(dice, stamp, name, later, (e.AlertIssued, e.AlertIssued, e.AlertUpdated)[sort])
    if sort == 3:
        return e.AlertCancelled(**stamp, alert=name)
    if sort <= 5:
        return _road(dice, graph, stamp, name, later)
    if sort <= 7:
        people, note = dice.choice((None, 0, 120)), dice.choice(NOTES)
        usable = dice.choice(((), (e.Facility.TOILET,), (e.Facility.WHEELCHAIR, e.Facility.PETS)))
        said: dict[str, Any] = {"people": people, "note": note, "facilities": usable}
        told = dice.choice(SITE_EVENTS)(**stamp, site=dice.choice(SITES), **said)
        assert isinstance(told, SITE_EVENTS)
        return told  # type: ignore[return-value]
    if sort == 8:
        subject = dice.choice((e.Subject.ALERT, e.Subject.CLOSURE))
        return e.Expired(**stamp, subject=subject, name=name, until=until)
    return _drill(dice, stamp, name, until)


def _alert(
    dice: random.Random, stamp: Any, name: str, until: datetime | None, form: type[e.AlertIssued]
) -> e.Event:
    kinds = tuple(dice.sample(list(HazardKind), 2))
    ring = ((0, 0), (0, 9), (9, 9), (0, 0))
    extent = e.Extent(("浜1丁目",), ("57401234",), (ring,), (HazardKind.FLOOD,))
    text = {"ja": dice.choice(NOTES[1:]), "zh-Hans": "疏散", "en": "Leave"}
    level = dice.choice((None, 3, 4, 5))
    grade = dice.choice((None, *e.GRADES)) if HazardKind.TSUNAMI in kinds else None
    said: dict[str, Any] = {"extent": extent, "text": text, "until": until, "source": "test", "grade": grade}
    return form(**stamp, alert=name, kinds=kinds, level=level, **said)


def _warning(dice: random.Random, stamp: Any, name: str) -> e.Event:
    if dice.random() < 0.3:
        return e.WarningLifted(**stamp, warning=name)
    level, kinds = dice.choice((None, 2, 5)), (HazardKind.TSUNAMI, HazardKind.VOLCANO)
    grade = dice.choice(e.GRADES) if level is None else None
    return e.WarningTold(
        **stamp, warning=name, kinds=kinds, name="警報", weather_level=level, grade=grade, volcano_level=3
    )


def _road(dice: random.Random, graph: StreetGraph, stamp: Any, name: str, until: datetime | None) -> e.Event:
    streets = tuple(sorted(dice.sample(range(graph.n_streets), dice.randint(1, 3))))
    if dice.random() < 0.4:
        return e.RoadReopened(**stamp, closure=name, streets=dice.choice(((), streets)))
    of = graph.digest if dice.random() < 0.8 else "0" * 64
    drawn = e.Drawn("depth", ((1, -2),), HazardKind.FLOOD, 50)
    return e.RoadClosed(**stamp, closure=name, graph=of, streets=streets, drawn=drawn, until=until)


def _drill(dice: random.Random, stamp: Any, name: str, until: datetime) -> e.Event:
    played = stamp | {"drill": True}
    sort = dice.randrange(5)
    if sort <= 2:
        return e.DrillStarted(**played, exercise=name, name="町民訓練", until=until)
    if sort == 3:
        return e.DrillEnded(**played, exercise=name)
    return e.Expired(**played, subject=e.Subject.EXERCISE, name=name, until=until)
