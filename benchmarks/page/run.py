"""The first screen: its bytes, Lighthouse's scores, and how soon it speaks and answers on a slow phone."""

import json
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from benchmarks.live.server import COMMAND
from tests.browser.conftest import installed
from tests.browser.serving import PAGE, ROOT, Server
from tests.browser.visit import INSIDE

HERE = Path(__file__).parent
GOAL = 0.98
"""Of 1, in every category."""
SLOW_3G = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
"""400 kbit/s either way, 400 ms for the way there and back."""
THROTTLE = 4
RUNS = 3
LIGHTHOUSE_RUNS = 5
"""Its score counts how long the processor was taken, by others too: the median tells."""
ASK = """async () => {
    const find = (query) => new Promise((done) => {
        const look = () => {
            const found = document.querySelector(query);
            if (found) done(found);
            else requestAnimationFrame(look);
        };
        look();
    });
    (await find(".tiles button")).click();
    await find(".who");
    (await find(".actions .act")).click();
    await find(".decide");
    return performance.now();
}"""
PAINT = """() => new Promise((done) => {
    const first = (list) => list.getEntriesByName("first-contentful-paint");
    const hear = (list) => first(list).forEach(({ startTime }) => done(startTime));
    new PerformanceObserver(hear).observe({ type: "paint", buffered: true });
})"""
INSTALLED = """async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active.state === "activated") return;
    await new Promise((done) => {
        active.onstatechange = () => active.state === "activated" && done();
    });
}"""
"""Whether the service worker keeps the page."""


def run(_: Path) -> None:
    """Print bytes, scores and times, each with its goal; name what cannot be run here."""
    if not (PAGE / "index.html").is_file():
        print("no page: run `make demo`, or `npm run build` in pwa")
        return
    subprocess.run(["node", "tools/budget.mjs", str(PAGE)], cwd=ROOT / "pwa", check=False)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run([COMMAND, "demo-region", str(folder / "town")], check=True, capture_output=True)
        server = Server(folder / "town", folder, live=True)
        try:
            address = server.start()
            slow_phone(address)
            scores(address)
        finally:
            server.stop()


def scores(address: str) -> None:
    """Print the median of Lighthouse's scores, and what kept one below the goal."""
    chrome = installed()
    if not (HERE / "node_modules/lighthouse").is_dir() or chrome is None:
        print("   Lighthouse: absent (npm ci in benchmarks/page, and an installed Chromium)")
        return
    runs = [_scored(address, chrome) for _ in range(LIGHTHOUSE_RUNS)]
    print(f"   Lighthouse, its simulated phone, median of {LIGHTHOUSE_RUNS}:")
    for category in runs[0]["scores"]:
        found = sorted(told["scores"][category] for told in runs)
        score, least, most = found[LIGHTHOUSE_RUNS // 2], found[0], found[-1]
        print(f"   {category:<16} {score:.2f} (goal {GOAL}; {least:.2f} to {most:.2f})")
    below = sorted({one for told in runs for one in told["below"]})
    print(f"   below 0.9 in a run: {'; '.join(below) or 'nothing'}")


def _scored(address: str, chrome: str) -> dict[str, Any]:
    command = ["node", "lighthouse.mjs", address, chrome]
    done = subprocess.run(command, cwd=HERE, check=True, capture_output=True, text=True, timeout=300)
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def slow_phone(address: str) -> None:
    """Print when the first words stand there, and when a phone that has the region answers."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed(), args=["--no-sandbox"])
        words = sorted(_first_words(browser.new_page(), address) for _ in range(RUNS))
        place = {"longitude": INSIDE[0], "latitude": INSIDE[1], "accuracy": 8}
        context = browser.new_context(locale="ja-JP", permissions=["geolocation"])
        context.set_geolocation(place)  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(address)
        page.locator(".tiles button").first.wait_for()
        page.evaluate(INSTALLED)
        page.locator(".saving").wait_for(state="detached")
        answers = sorted(_answer(page, address) for _ in range(RUNS))
        browser.close()
    print(f"   slow 3G, processor at 1/{THROTTLE}, median of {RUNS}:")
    print(f"   first words after {words[RUNS // 2]:.1f} s (goal 1.5)")
    print(f"   an installed region answers after {answers[RUNS // 2]:.1f} s (goal 2)")


def _slow(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW_3G)
    session.send("Emulation.setCPUThrottlingRate", {"rate": THROTTLE})


def _first_words(page: Page, address: str) -> float:
    """Return the seconds until the first contentful paint of a first visit."""
    _slow(page)
    page.goto(address, wait_until="commit")
    painted_ms = float(page.evaluate(PAINT))
    page.context.close()
    return painted_ms / 1000


def _answer(page: Page, address: str) -> float:
    """Return the seconds from opening the page to the answer, with the taps done at once."""
    _slow(page)
    page.goto(address, wait_until="commit")
    return float(page.evaluate(ASK)) / 1000
