"""What a phone fetches before the first answer, and that nothing moves when news come."""

import json
import re
import subprocess
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, Route, expect

from tests.browser.resident.test_live import at_the_shore
from tests.browser.resident.timed import with_times
from tests.browser.serving import ORDER_IN_TWO, PAGE, ROOT, Server
from tests.browser.visit import INSIDE

pytestmark = pytest.mark.usefixtures("closed_afterwards")

BUDGET_JS = "tools/budget.mjs"
PACK = ("/manifest", "/files/")
"""In the addresses of the region pack, which is no part of the budget."""
SHIFTS = """() => {
    window.shifted = [];
    const told = ({ value, sources }) => [value, sources.map(({ node }) => node?.className ?? "").join(" ")];
    const unasked = (list) => list.getEntries().filter((one) => !one.hadRecentInput);
    const hear = (list) => window.shifted.push(...unasked(list).map(told));
    new PerformanceObserver(hear).observe({ type: "layout-shift" });
}"""
"""The Layout Instability API: how much of the screen moved how far, of 1, and what."""
STILL = 0.005
"""A picture moved within its button or banner by longer words is less; a line that moves is 0.02 or more."""
FLOOD = ("alert", "flood", "--text", "ja=避難の知らせ\n全員避難。", "--text", "en=Notice\nEverybody leave.")
NEWS = (
    (ORDER_IN_TWO, "避難指示"),
    ((*FLOOD, "--level", "4", "--alert", "f4"), "警戒レベル4"),
    ((*FLOOD, "--level", "5", "--alert", "f5"), "警戒レベル5"),
    (
        ("close-road", "--line", "141.29943,37.30466 141.30063,37.30496", "--closure", "c1"),
        "通れなくなりました|now closed",
    ),
    (("cancel", "f5"), "警戒レベル5"),
    (("cancel", "f4"), "警戒レベル4"),
    (("cancel", "t1"), "避難指示"),
)
"""An order, a second, a higher level, streets closed, and the end of each; with what the page says of it."""
FETCHED = """() => ["navigation", "resource"]
    .flatMap((kind) => performance.getEntriesByType(kind))
    .map(({ name, transferSize, encodedBodySize }) => [name, transferSize > 0 ? encodedBodySize : 0])"""
"""Addresses and bytes as they came over the wire, compressed, without headers; what was kept already is 0."""
PAINTED = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def phone(browser: Browser) -> BrowserContext:
    """Return a phone at the shore that has never seen the page, and keeps nothing of it for later."""
    context = browser.new_context(
        viewport={"width": 360, "height": 740},
        locale="ja-JP",
        permissions=["geolocation"],
        service_workers="block",
    )
    context.set_geolocation({"longitude": INSIDE[0], "latitude": INSIDE[1], "accuracy": 8})
    return context


def budget(key: str = "files") -> tuple[float, dict[str, int]]:
    """Return the budget in kB, and every file that counts with its bytes, as the build tells them.

    Parameters
    ----------
    key : str
        ``"files"``: what every first answer needs; ``"filesByClock"``: what one by the clock needs besides.
    """
    command = ["node", BUDGET_JS, "--json", str(PAGE)]
    told = subprocess.run(command, cwd=ROOT / "pwa", check=True, capture_output=True, text=True, timeout=60)
    found = json.loads(told.stdout)
    return found["budgetKb"], found[key]


def path_of(request: Request) -> str:
    return urlsplit(request.url).path.removeprefix("/") or "index.html"


def ask(page: Page, address: str, *, ordered: bool) -> None:
    """Open the page, ask, and see a usable answer: what to do, where to, how long, the first step."""
    page.goto(address)
    if ordered:
        expect(page.locator(".official")).to_contain_text("避難指示")
    else:
        page.locator(".tiles").get_by_role("button", name="津波", exact=True).click()
    page.locator(".actions .act").click()
    expect(page.locator(".decide .verb")).to_contain_text("避難")
    expect(page.locator(".way h2")).to_have_text(re.compile("会館|区域の外"))
    expect(page.locator(".tri")).to_contain_text("分")
    expect(page.locator(".next .big")).to_contain_text("m")


@pytest.mark.parametrize("ordered", [False, True])
def test_a_first_answer_fetches_no_more_than_its_budget(
    browser: Browser, server: Server, ordered: bool
) -> None:
    budget_kb, files = budget()
    if ordered:
        server.event(*ORDER_IN_TWO)
    page = phone(browser).new_page()
    ask(page, server.address, ordered=ordered)
    first, data = dict.fromkeys(files, 0), 0
    for address, size in page.evaluate(FETCHED):
        path = urlsplit(address).path.removeprefix("/") or "index.html"
        if path in files:
            first[path] += size
        elif path.startswith("v1/") and not any(part in path for part in PACK):
            data += size
    assert abs(first.pop("index.html") - files.pop("index.html")) < 64  # two gzips of one text
    assert first == files  # once each, as the build compressed it
    assert sum(first.values()) <= budget_kb * 1000
    assert data <= 4_000  # which regions there are, who signed, what is in force


@pytest.mark.parametrize("ordered", [False, True])
def test_a_first_answer_needs_nothing_else(browser: Browser, server: Server, ordered: bool) -> None:
    _, files = budget()
    if ordered:
        server.event(*ORDER_IN_TWO)
    context = phone(browser)
    refused = let_through(context, files)
    ask(context.new_page(), server.address, ordered=ordered)
    assert any("more" in path for path in refused)  # what comes later was asked for, and not needed


@pytest.fixture
def warned(town_region: Path, tmp_path: Path) -> Iterator[Server]:
    """Return a server of a town with times, and an order that says when the agency warned."""
    server = Server(with_times(town_region, tmp_path / "timed", 40), tmp_path, live=True)
    server.start()
    try:
        now = datetime.now(timezone(timedelta(hours=9)))
        server.event(*ORDER_IN_TWO, "--source", f"大津波警報（気象庁、{now:%Y-%m-%d %H:%M}）")
        yield server
    finally:
        server.stop()


def test_by_the_clock_a_first_answer_needs_the_rest_of_the_engine_and_nothing_else(
    browser: Browser, warned: Server
) -> None:
    (_, files), (_, rest) = budget(), budget("filesByClock")
    context = phone(browser)
    refused = let_through(context, {**files, **rest})
    page = context.new_page()
    ask(page, warned.address, ordered=True)
    expect(page.locator(".leaveby .clock").first).to_have_text(re.compile(r"\d+:\d\d"))
    assert rest
    assert not refused & rest.keys()


def let_through(context: BrowserContext, files: dict[str, int]) -> set[str]:
    """Refuse every file of the page but these; returns what was refused, as it grows."""
    refused: set[str] = set()

    def gate(route: Route) -> None:
        path = path_of(route.request)
        if path in files or path.startswith("v1/"):
            route.continue_()
        else:
            refused.add(path)
            route.abort()

    context.route("**/*", gate)
    return refused


@pytest.mark.parametrize("lang", ["ja-JP", "en-US"])
def test_nothing_moves_when_news_come(browser: Browser, server: Server, lang: str) -> None:
    page = at_the_shore(browser, server, lang=lang).page
    page.evaluate(SHIFTS)
    for event, told in NEWS:
        server.event(*event)
        expect(page.locator(".changed p")).to_contain_text(re.compile(told))
        page.evaluate(PAINTED)
        moved = page.evaluate("window.shifted.splice(0)")
        assert sum(value for value, _ in moved) < STILL, (event, moved)
    assert page.locator(".noalerts.calm").is_visible()
