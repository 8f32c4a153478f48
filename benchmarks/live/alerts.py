"""Alerts on Kochi: an area drawn by hand, its texts and CAP, and whose ways a closed road changes."""

import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from api.alerts.cap.message import Head, build_cap
from api.alerts.cap.sign import CapSigner
from api.alerts.extent import Outline, outline_of
from api.alerts.extent.bounds import bounding_streets
from api.alerts.notices.plans import Plans
from api.alerts.notices.standing import Standing
from api.alerts.settings import AlertSettings
from api.alerts.texts import Said, texts_of
from benchmarks.regions import regions
from hazard.build import build_region
from hazard.decision.situation import TsunamiState
from hazard.engine.changes import NO_CHANGES, Changes
from hazard.kinds import HazardKind
from hazard.region import Region, load_region
from hazard.world.events import Extent
from hazard.world.world import Alert
from router.place.snap import SnapIndex

NOW = datetime(2026, 11, 24, 5, 10, tzinfo=UTC)
RUNS = 11
CLOSED = 12
"""Streets that a closure takes: a bridge and what leads to it."""


def run(data: Path) -> None:
    """Print how long staff and phones wait for what."""
    with tempfile.TemporaryDirectory() as folder:
        inputs = next(regions(data, Path(folder)))
        build_region(inputs)
        region = load_region(inputs.out)
        graph = region.graph
        print(f"{region.name}: {graph.n_nodes:,} nodes, {graph.n_streets:,} streets")
        outline = report_extent(region)
        report_texts(outline, Path(folder))
        report_advice(region)


def report_extent(region: Region) -> Outline:
    """Print the times of an extent; return its outline."""
    began = time.perf_counter()
    outline_of(region, Extent()).streets_m  # noqa: B018
    print(f"  streets as lines, once: {time.perf_counter() - began:.2f} s")
    lon, lat = (round((a + b) / 2 * 1e7) for a, b in zip(region.bbox[:2], region.bbox[2:], strict=True))
    made: list[Outline] = []

    def drawn(k: int) -> None:
        reach = 200_000 + k  # another ring each time: outlines are kept
        ring = tuple(
            (lon + x * reach, lat + y * reach) for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1))
        )
        outline = outline_of(region, Extent(polygons=(ring,)))
        bounding_streets(outline)
        made.append(outline)

    told = f"{timed(drawn):.0f} ms"
    last = made[-1]
    print(f"  drawn area: {told} ({last.streets_m / 1000:.0f} km of streets, {len(last.meshes)} cells)")
    print(f"  bounded by {', '.join(bounding_streets(last)) or 'nothing with a name'}")
    return last


def report_texts(outline: Outline, folder: Path) -> None:
    """Print the times of texts and CAP."""
    said = Said(
        area=outline.region.name, kinds=(HazardKind.TSUNAMI,), grade=TsunamiState.MAJOR_WARNING, drawn=True
    )
    print(f"  texts in {len(texts_of(said))} languages: {timed(lambda _: texts_of(said)):.1f} ms")
    signer, texts = CapSigner.open(AlertSettings(state_dir=folder / "keys")), texts_of(said)
    head = Head("kochi.a.1", "bosai@example.jp", NOW, "Alert")
    xml = build_cap(head, said, texts, outline)
    print(f"  CAP: {timed(lambda _: build_cap(head, said, texts, outline)):.1f} ms", end=", ")
    print(f"signed {timed(lambda _: signer.sign(xml)):.1f} ms, {len(xml) / 1000:.0f} kB")


def report_advice(region: Region) -> None:
    """Print how long it takes to know whose way a closure changes, for all groups of profiles."""
    alert = Alert((HazardKind.TSUNAMI,), None, Extent(), {}, None, "大津波警報", NOW, NOW, 1)
    standing = {(False, "a"): alert}
    began = time.perf_counter()
    index = SnapIndex(region.graph)
    plans, last = Plans(region, index), NO_CHANGES
    rng, cells = np.random.default_rng(3), []
    first = time.perf_counter() - began

    def closed(k: int) -> None:
        nonlocal last
        streets = np.unique(rng.choice(region.graph.n_streets, CLOSED)).astype(np.int32)
        streets.setflags(write=False)
        changes = Changes(streets)
        found = plans.advices(last, Standing(k + 2, standing, None, changes))
        cells.append(max((len(advice.meshes) for advice in found.values()), default=0))
        last = changes

    began = time.perf_counter()
    closed(0)
    print(f"  index {first:.2f} s, fields of three groups, once: {time.perf_counter() - began:.2f} s")
    print(f"  a closure of {CLOSED} streets compared for three groups: {timed(closed):.0f} ms", end=" ")
    print(f"({np.median(cells):.0f} cells concerned)")


def timed(action: Callable[[int], object]) -> float:
    """Return the median time of an action in milliseconds, on the wall: others wait for it."""
    took = []
    for k in range(RUNS):
        began = time.perf_counter()
        action(k)
        took.append((time.perf_counter() - began) * 1000)
    return float(np.median(took))
