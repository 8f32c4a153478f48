"""The invented town with something in force: one server for each situation, started when first asked for."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np

from api.alerts.texts import Said, texts_of
from hazard.decision.situation import TsunamiState
from hazard.indoor import OUTSIDE
from hazard.kinds import HazardKind
from hazard.region import load_region
from hazard.region.layout import INDOOR, INDOOR_KIND, INDOOR_VERSION, MANIFEST, file_facts, indoor_arrays
from router.store.arrays import save_arrays
from tests.browser.resident.timed import with_times
from tests.browser.serving import Server

AREA = "白波町（架空の町）"
ARRIVAL_MINUTES = 40
"""After the earthquake the scenario reaches the town; tests, which may take long, begin with more."""
UNDER_WATER_H = 12
LATE_MINUTES = 90
JAPAN = timedelta(hours=9)
Event = tuple[str, ...]
"""Name and options of `nigemichi event`."""


def texts(said: Said) -> Event:
    """Return the words of an alert in every language, as options of the command."""
    return tuple(part for lang, text in texts_of(said).items() for part in ("--text", f"{lang}={text.whole}"))


def tsunami(minutes_ago: int) -> Event:
    """Return the order after a major tsunami warning that the agency gave some minutes ago."""
    said = Said(area=AREA, kinds=(HazardKind.TSUNAMI,), grade=TsunamiState.MAJOR_WARNING)
    at = datetime.now(UTC) + JAPAN - timedelta(minutes=minutes_ago)
    source = f"大津波警報（気象庁、{at:%Y-%m-%d %H:%M}）"
    return ("alert", "tsunami", "--alert", "t1", "--source", source, *texts(said))


def flood(level: int, *, drill: bool = False) -> Event:
    """Return an alert for the river."""
    said = Said(area=AREA, kinds=(HazardKind.FLOOD,), level=level, drill=drill)
    options = ("--drill",) if drill else ()
    return ("alert", "flood", "--level", str(level), "--alert", f"f{level}", *options, *texts(said))


def order(kind: HazardKind) -> Event:
    """Return an order without a level."""
    return ("alert", str(kind), "--alert", "o1", *texts(Said(area=AREA, kinds=(kind,))))


SITES = (
    ("松ヶ丘公園", "open", "80"),
    ("駅北会館", "filling", "140"),
    ("駅北公園", "full", "450"),
)
"""What staff said of some sites: name, state, people."""


def sites_told(ids: Mapping[str, str]) -> list[Event]:
    """Return the states of some sites; ``ids`` by name."""
    return [("site", ids[name], state, "--people", people) for name, state, people in SITES]


SITUATIONS: Mapping[str, Callable[[Mapping[str, str]], Sequence[Event]]] = {
    "calm": lambda _: (),
    "tsunami": lambda ids: (*sites_told(ids), tsunami(1)),
    "late": lambda _: (tsunami(LATE_MINUTES),),
    "early": lambda _: (flood(3),),
    "river": lambda _: (flood(4),),
    "two": lambda _: (flood(4), order(HazardKind.VOLCANO)),
    "drill": lambda _: (("drill", "町民訓練"), flood(4, drill=True)),
}
"""What is in force in each."""


class Stage:
    """The town in every situation.

    Parameters
    ----------
    region : Path
        The town's region; it gets a tsunami scenario with arrival times.
    folder : Path
        For logs.
    arrival_minutes : int
        When the scenario reaches the town.
    """

    def __init__(self, region: Path, folder: Path, arrival_minutes: int = ARRIVAL_MINUTES) -> None:
        self._folder = folder
        self._region = with_times(region, folder / "region", arrival_minutes)
        add_indoor(self._region)
        self._ids = site_ids(self._region)
        self._servers: dict[str, Server] = {}

    def address(self, situation: str) -> str:
        """Return where the town in a situation is served, on a server that nobody stops."""
        if situation not in self._servers:
            self._servers[situation] = self._start(situation)
        return self._servers[situation].address

    def site(self, name: str) -> str:
        """Return the id of a site."""
        return self._ids[name]

    def stop(self, situation: str) -> None:
        """Stop the server of a situation; it starts again when it is asked for."""
        self._servers.pop(situation).stop()

    def close(self) -> None:
        """Stop every server."""
        for server in self._servers.values():
            server.stop()
        self._servers.clear()

    def _start(self, situation: str) -> Server:
        folder = self._folder / situation
        folder.mkdir(exist_ok=True)
        server = Server(self._region, folder, live=True)
        server.start()
        for event in SITUATIONS[situation](self._ids):
            server.event(*event)
        return server


def add_indoor(region: Path) -> None:
    """Let a region know that the river tears no house away, and stays for half a day."""
    graph = load_region(region).graph
    collapse, duration = indoor_arrays(HazardKind.FLOOD)
    arrays: dict[str, np.ndarray] = {
        collapse: np.full(graph.n_streets, OUTSIDE, np.uint8),
        duration: np.full(graph.n_streets, UNDER_WATER_H, np.uint16),
    }
    save_arrays(region / INDOOR, INDOOR_KIND, INDOOR_VERSION, arrays, {"streets": graph.digest})
    manifest = json.loads((region / MANIFEST).read_text(encoding="utf-8"))
    manifest["hazards"]["flood"]["indoor"] = True
    manifest["files"][INDOOR] = file_facts(region / INDOOR)
    (region / MANIFEST).write_text(json.dumps(manifest, ensure_ascii=False), encoding="utf-8")


def site_ids(region: Path) -> dict[str, str]:
    """Return the ids of a region's sites by their names."""
    sites = json.loads((region / "sites.json").read_text(encoding="utf-8"))["sites"]
    return {site["name"]: site["id"] for site in sites}
