"""The screen of a shelter: landscape, large targets, resting, offline, and nothing kept."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.serving import ORDER_IN_TWO, Server
from tests.browser.test_access import AXE, misfits, problems
from tests.browser.visit import Scheme, Visit, visit

pytestmark = pytest.mark.usefixtures("closed_afterwards")

WALL, TABLET = (1280, 800), (1024, 768)
LEAST_PX = 80
SMALL = """least => [...document.querySelectorAll(".kiosk :is(a, button, select, summary)")]
    .filter(e => e.getClientRects().length > 0)
    .filter(e => Math.min(e.offsetWidth, e.offsetHeight) < least)
    .map(e => e.outerHTML.slice(0, 80))"""
KEPT = "JSON.stringify(Object.entries(localStorage).sort())"


@pytest.fixture
def site(town_region: Path) -> dict[str, str]:
    """Return the first site of the town: there the kiosk stands."""
    sites: list[dict[str, str]] = json.loads((town_region / "sites.json").read_text(encoding="utf-8"))[
        "sites"
    ]
    return sites[0]


def at(
    browser: Browser,
    server: Server,
    site: dict[str, str],
    size: tuple[int, int] = WALL,
    lang: str = "ja-JP",
    scheme: Scheme = "light",
) -> Visit:
    """Open the kiosk by its address."""
    made = visit(browser, server.address, size, lang, scheme)
    made.page.evaluate("id => { location.hash = `#/kiosk/${encodeURIComponent(id)}` }", site["id"])
    made.page.locator(".kiosktop").wait_for()
    return made


def resting(page: Page) -> None:
    """Let nobody touch it for a minute."""
    page.clock.fast_forward("01:05")


@pytest.mark.parametrize(("size", "lang"), [(WALL, "ja-JP"), (TABLET, "en-US")])
def test_it_says_where_it_is_what_is_in_force_and_where_else_to_go(
    browser: Browser, server: Server, site: dict[str, str], size: tuple[int, int], lang: str
) -> None:
    made = at(browser, server, site, size, lang)
    page = made.page
    expect(page.get_by_role("heading", level=1)).to_contain_text(site["name"])
    expect(page.locator(".kioskclock")).to_have_text(re.compile(r"^\d\d:\d\d$"))
    expect(page.locator(".kioskfresh")).to_contain_text(re.compile(r"\d\d:\d\d"))
    expect(page.locator(".kiosksite").first).to_contain_text(site["name"])
    expect(page.locator(".kiosksite .walk b").first).to_have_text(re.compile(r"\d"))
    expect(page.locator("svg.qr")).to_have_attribute("role", "img")
    expect(page.locator(".kiosktake .address")).to_have_text(server.address)
    page.locator(".kiosk .map[data-state=ready]").wait_for(timeout=30_000)
    server.event("site", site["id"], "filling")
    expect(page.locator(".kiosksite").first.locator(".st-filling")).to_be_visible()
    server.event(*ORDER_IN_TWO)
    expect(page.locator(".kioskforce")).to_contain_text("避難指示")
    expect(page.locator(".kioskforce")).to_contain_text("海と川" if lang == "ja-JP" else "Evacuation Order")
    assert page.evaluate(SMALL, LEAST_PX) == []
    assert not re.search(r"\d{2}\.\d{2}", page.url)
    assert made.complaints == []


def test_it_rests_after_a_minute_and_keeps_nothing(
    browser: Browser, server: Server, site: dict[str, str]
) -> None:
    page = at(browser, server, site).page
    page.clock.install()
    kept = page.evaluate(KEPT)
    page.locator(".kioskhazards button", has_text="洪水").click()
    expect(page.locator(".kiosknear h2")).to_contain_text("洪水")
    page.locator(".kiosk .lang select").select_option("en")
    expect(page.locator(".kiosknear h2")).to_contain_text("Flood")
    assert page.evaluate(KEPT) == kept
    page.locator(".kiosk main").click(position={"x": 3, "y": 3})  # from here on nobody touches it
    resting(page)
    expect(page.locator(".kiosknear h2")).to_contain_text("津波")
    expect(page.locator("html")).to_have_attribute("lang", "ja")
    assert page.evaluate(KEPT) == kept


def test_it_works_without_a_network_once_it_was_loaded(
    browser: Browser, server: Server, site: dict[str, str]
) -> None:
    page = at(browser, server, site).page
    server.event(*ORDER_IN_TWO)
    expect(page.locator(".kioskforce")).to_contain_text("避難指示")
    page.wait_for_function("async () => (await navigator.serviceWorker.ready).active?.state === 'activated'")
    page.locator(".kiosk .map[data-state=ready]").wait_for(timeout=30_000)
    server.stop()
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_contain_text(site["name"])
    expect(page.locator(".kioskforce")).to_contain_text("避難指示")
    expect(page.locator(".kiosksite .walk b").first).to_have_text(re.compile(r"\d"))


def test_its_place_is_chosen_once(browser: Browser, server: Server, site: dict[str, str]) -> None:
    page = visit(browser, server.address, WALL).page
    page.evaluate("location.hash = '#/kiosk/nowhere'")
    expect(page.get_by_role("alert")).to_contain_text("その場所はありません")
    assert page.evaluate(SMALL, LEAST_PX) == []
    page.get_by_role("link", name=site["name"], exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(site["name"])
    assert page.evaluate("decodeURIComponent(location.hash)") == f"#/kiosk/{site['id']}"


def test_a_drill_is_framed_here_too(browser: Browser, server: Server, site: dict[str, str]) -> None:
    page = at(browser, server, site).page
    server.event("drill", "町民訓練")
    server.event(
        "alert", "flood", "--level", "4", "--drill", "--alert", "d1", "--text", "ja=訓練\n全員避難。"
    )
    expect(page.locator(".drillbar").first).to_contain_text("これは訓練です")
    expect(page.locator(".kioskforce")).to_contain_text("【訓練】警戒レベル4 避難指示")
    server.event(*ORDER_IN_TWO)
    expect(page.locator(".drillbar")).to_have_count(0)
    expect(page.locator(".kioskforce")).not_to_contain_text("訓練")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_accessible(browser: Browser, server: Server, site: dict[str, str], scheme: Scheme) -> None:
    server.event(*ORDER_IN_TWO)
    page, axe = at(browser, server, site, scheme=scheme).page, AXE.read_text(encoding="utf-8")
    page.locator(".kioskforce .one").first.wait_for()
    page.locator(".kiosk .map[data-state=ready]").wait_for(timeout=30_000)
    assert [*problems(page, axe), *misfits(page)] == []
