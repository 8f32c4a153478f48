"""axe on every screen: light and dark, phone and desktop, Japanese and English."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.visit import DESKTOP, DRY, INSIDE, PHONE, Scheme, visit

ROOT = Path(__file__).parents[2]
AXE = ROOT / "pwa/node_modules/axe-core/axe.min.js"
SERIOUS = ("serious", "critical")
HAZARDS = {"ja-JP": ("津波", "地震"), "en-US": ("Tsunami", "Earthquake")}
SMALLEST_PX = 15
"""UI.md 2: nothing on screen is smaller, map labels excepted."""


def problems(page: Page, source: str) -> list[str]:
    """Return what axe finds serious or critical: rule and element."""
    page.evaluate(source)  # not a script element: the page's policy refuses scripts of others
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{violation['id']}: {node['html'][:120]}"
        for violation in found["violations"]
        if violation["impact"] in SERIOUS
        for node in violation["nodes"]
    ]


def misfits(page: Page) -> list[str]:
    """Return texts that are too small, and whether one must scroll sideways."""
    small = page.evaluate(
        """least => [...document.querySelectorAll("body *")]
            .filter(e => !e.closest("svg") && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
            .filter(e => parseFloat(getComputedStyle(e).fontSize) < least)
            .map(e => e.textContent.slice(0, 40))""",
        SMALLEST_PX,
    )
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return [*small, *(["sideways scroll"] if wide else [])]


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("lang", ["ja-JP", "en-US"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_screen(
    browser: Browser, address: str, size: tuple[int, int], lang: str, scheme: Scheme
) -> None:
    made = visit(browser, address, size, lang, scheme)
    page, axe = made.page, AXE.read_text(encoding="utf-8")
    tsunami, earthquake = HAZARDS[lang]
    found: dict[str, list[str]] = {}

    def look(screen: str) -> None:
        found[screen] = [*problems(page, axe), *misfits(page)]

    look("hazard")
    made.choose(tsunami)
    made.map_is_ready()
    look("where")
    page.locator(".actions .btn").click()
    look("place")
    page.locator("form .btn").click()
    for screen, place in (("go", INSIDE), ("stay", DRY), ("outside", (139.7, 35.6))):
        made.enter(place)
        look(screen)
        if screen == "go":
            page.locator(".tabs a").last.click()
            page.locator(".steps").wait_for()
            look("route")
            page.locator(".tabs a").first.click()
        page.locator(".foot .actions .btn").last.click()
    page.locator(".when button").click()
    made.choose(earthquake)
    made.enter(INSIDE)
    look("unknown")
    page.context.close()
    assert {screen: problem for screen, problem in found.items() if problem} == {}
