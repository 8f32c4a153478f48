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
"""UI.md 2: nothing on screen is smaller, map labels and readings (ruby) excepted."""


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
            .filter(e => !e.closest("svg, rt"))
            .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
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
            page.locator(".tabs a[href='#/route']").click()
            page.locator(".steps").wait_for()
            look("route")
            for name, shown in (("sites", ".sitecard"), ("alerts", "main .card")):
                page.locator(f".tabs a[href='#/{name}']").click()
                page.locator(shown).first.wait_for()
                look(name)
            page.locator(".tabs a").first.click()
        page.locator(".elsewhere").click()
    page.locator(".when button").click()
    made.choose(earthquake)
    made.enter(INSIDE)
    look("unknown")
    page.context.close()
    assert {screen: problem for screen, problem in found.items() if problem} == {}


LIGHTNESS = """selector => {
    const [r, g, b] = getComputedStyle(document.querySelector(selector)).backgroundColor.match(/[\\d.]+/g)
        .slice(0, 3).map(part => part / 255)
        .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    const y = 0.2126 * r + 0.7152 * g + 0.0722 * b;
    return y <= 216 / 24389 ? y * 24389 / 27 : 116 * Math.cbrt(y) - 16;
}"""


def test_decisions_differ_without_colour(browser: Browser, address: str) -> None:
    """Each has its own picture and words, and go, stay and unknown are told apart in grey."""
    made = visit(browser, address)
    made.choose("津波")
    seen = {}
    for look, place in (("go", INSIDE), ("stay", DRY), ("unknown", (139.7, 35.6))):
        made.enter(place)
        banner = made.page.locator(f".decide.{look}")
        picture, words = banner.locator("svg.pic").inner_html(), banner.locator("h1").inner_text()
        seen[look] = (picture, words, made.page.evaluate(LIGHTNESS, f".decide.{look}"))
        made.page.locator(".elsewhere").click()
    made.page.context.close()
    pictures, words, lightness = zip(*seen.values(), strict=True)
    assert len(set(pictures)) == len(set(words)) == 3
    go, *others = lightness
    assert all(abs(go - other) > 15 for other in others)


def test_nothing_moves_for_those_who_asked_for_rest(browser: Browser, address: str) -> None:
    made = visit(browser, address)
    made.page.emulate_media(reduced_motion="reduce")
    made.choose("津波")
    made.enter(INSIDE)
    moving = made.page.evaluate(
        """() => [...document.querySelectorAll("*")].filter(e => {
            const style = getComputedStyle(e);
            const lasts = list => list.split(",").some(part => parseFloat(part) > 0);
            const animated = style.animationName !== "none" && lasts(style.animationDuration);
            return lasts(style.transitionDuration) || animated;
        }).map(e => e.outerHTML.slice(0, 80))"""
    )
    made.page.context.close()
    assert moving == []


def test_shapes_stay_where_the_person_chooses_the_colours(browser: Browser, address: str) -> None:
    """Forced colours take every background away: what was a filled shape keeps an edge."""
    made = visit(browser, address)
    made.page.emulate_media(forced_colors="active")
    made.choose("津波")
    made.enter(INSIDE)
    for shape in (".decide", ".foot .act", ".foot .btn"):
        width = made.page.locator(shape).first.evaluate("e => parseFloat(getComputedStyle(e).borderTopWidth)")
        assert width >= 2, shape
    made.page.context.close()
