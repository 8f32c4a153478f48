"""The phone's engine on invented regions of 50 and 300 thousand nodes: in Node, in a throttled Chromium."""

import gzip
import http.server
import json
import subprocess
import tempfile
import threading
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from playwright.sync_api import sync_playwright

from benchmarks.limits.scaling import grid
from hazard.departure.arrival import Arrival
from hazard.exposure import Exposure
from hazard.kinds import ExposureClass, HazardKind
from hazard.region import About, Region
from hazard.sites import Site
from router.search.departure import NEVER_DS
from tests.hazard.regions import ABOUT, region_of
from tests.vectors.packs import pack, saved_folder

PWA = Path(__file__).parents[1] / "pwa"
BUNDLE = PWA / "node_modules/.cache/bench-core"
REGIONS = {"grid of 50 thousand nodes": (224, 50), "grid of 300 thousand nodes": (548, 300)}
"""Nodes a side, and sites."""
THROTTLE = 6
CHROMIUM = "/usr/bin/chromium"
PATCH = 16
"""Nodes a side of a patch of one exposure."""


def run(_: Path) -> None:
    """Print first answers, new plans after events and memory."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        packs = [folder / f"{number}.regions.gz" for number in range(len(REGIONS))]
        for path, (region, size) in zip(packs, REGIONS.items(), strict=True):
            path.write_bytes(pack({region: saved_folder(invented(region, *size))}))
        subprocess.run(["node", "tools/bench-core.mjs", *map(str, packs)], cwd=PWA, check=True)
        in_chromium(packs, folder)


def invented(name: str, side: int, n_sites: int) -> Region:
    """Return a grid with a tsunami that has times, a landslide and sites, all of them random."""
    rng, graph = np.random.default_rng(3), grid(side).graph
    zone = _patches(graph.node_lon_e7, graph.node_lat_e7, rng)[graph.tail[graph.street_edge]]
    wet = zone < 0.3
    depth = np.where(wet, ExposureClass.UNDER_3_M, ExposureClass.DRY).astype(np.uint8)
    slope = np.where(zone > 0.95, ExposureClass.ZONE_RED, ExposureClass.DRY).astype(np.uint8)
    none = np.zeros(graph.n_streets, np.uint8)
    exposures = [Exposure(HazardKind.TSUNAMI, depth, none), Exposure(HazardKind.LANDSLIDE, slope, none)]
    first = np.where(wet, 6_000 + 60_000 * zone, NEVER_DS).astype(np.uint32)
    edges = graph.street_edge[rng.choice(np.flatnonzero(~wet), n_sites, replace=False)]
    region = region_of(graph, exposures, [_site(region_edge, graph) for region_edge in edges.tolist()])
    about = About("invented", name, True, ABOUT.created_at, ())
    arrival = Arrival(HazardKind.TSUNAMI, first, "invented")
    return replace(region, about=about, arrivals={HazardKind.TSUNAMI: arrival})


def _patches(lon: Any, lat: Any, rng: np.random.Generator) -> Any:
    """Return a random number of 0 … 1 for every patch of the map."""
    column, row = lon // (8_000 * PATCH), lat // (8_000 * PATCH)
    return rng.random((int(column.max()) + 1, int(row.max()) + 1))[column, row]


def _site(edge: int, graph: Any) -> Site:
    lon, lat = (a[graph.tail[edge]] / 1e7 for a in (graph.node_lon_e7, graph.node_lat_e7))
    return Site(f"S{edge}", f"site {edge}", "", lon, lat, tuple(HazardKind), edge=edge, distance_m=0.0)


def in_chromium(packs: list[Path], folder: Path) -> None:
    """Print the same in a page whose processor is throttled, region by region."""
    (folder / "index.html").write_text("<!doctype html><meta charset=utf-8>")
    for built in BUNDLE.rglob("*.js"):
        place = folder / built.relative_to(BUNDLE)
        place.parent.mkdir(exist_ok=True, parents=True)
        place.write_bytes(built.read_bytes())
    for path in packs:
        (folder / path.name).with_suffix(".raw").write_bytes(gzip.decompress(path.read_bytes()))
    handler = partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            for path in packs:
                for rate in (1, THROTTLE):
                    report = _measured(server.server_port, path.with_suffix(".raw").name, rate)
                    print(f"\nChromium, processor at 1/{rate}: {report}")
        finally:
            server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


def _measured(port: int, name: str, rate: int) -> str:
    """Return what the page measured in a browser of its own: nothing is warm."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{port}/index.html")
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": rate})
        page.set_default_timeout(110_000)
        found = page.evaluate(
            """async (name) => {
                const { measure, unpack, told } = await import("/steps.js");
                const files = unpack(new Uint8Array(await (await fetch(name)).arrayBuffer()));
                return JSON.stringify(told(await measure(files, 3)));
            }""",
            name,
        )
        browser.close()
    return str(json.loads(found))
