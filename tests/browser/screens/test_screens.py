"""Every screen: axe finds nothing, no text is small, cut or wider than it; and all of it by keyboard."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.screens.scenes import SCENES, Eyes, Scene
from tests.browser.screens.stage import Stage
from tests.browser.test_access import AXE, misfits, problems
from tests.browser.visit import DESKTOP, INSIDE, PHONE, Scheme, visit

pytestmark = pytest.mark.usefixtures("closed_afterwards")

NARROW = (320, 640)
ARRIVAL_MINUTES = 75
"""Long enough that nobody is too late before the last test."""
SIZES = {"phone": PHONE, "desktop": DESKTOP, "narrow": NARROW}
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
READ = [scene for scene in SCENES if not scene.paper]
"""Of paper tests/browser/resident/test_plan.py sees that it is one page in letters that are large enough."""
TWICE = "document.documentElement.style.fontSize = '200%'"
ONCE = "document.documentElement.style.fontSize = ''"
CUT = """() => [...document.querySelectorAll("button, a, h1, h2, h3, p, li, dd, dt, label, legend, summary")]
    .filter(e => e.checkVisibility() && getComputedStyle(e).display !== "inline" && !e.closest(".vh, svg"))
    .filter(e => e.scrollWidth > e.clientWidth + 1)
    .map(e => "cut: " + e.textContent.slice(0, 60))"""
AGE_FIRST = """() => {
    const first = document.querySelector("[role=status], header p, main p");
    return first !== null && /\\d/.test(first.textContent);
}"""
FILLED = "() => [...document.querySelectorAll('.act')].filter(e => e.checkVisibility()).length"
IN_SIGHT = """selector => {
    const box = document.querySelector(selector).getBoundingClientRect();
    const foot = document.querySelector(".foot").getBoundingClientRect();
    return box.top >= 0 && box.bottom <= foot.top + 1;
}"""


@pytest.fixture(scope="module")
def stage(town_region: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    made = Stage(town_region, tmp_path_factory.mktemp("stage"), ARRIVAL_MINUTES)
    yield made
    made.close()


@pytest.mark.parametrize("lang", ["ja-JP", "en-US"])
@pytest.mark.parametrize("scene", READ, ids=lambda scene: scene.name)
def test_every_screen_is_accessible_and_fits(browser: Browser, stage: Stage, scene: Scene, lang: str) -> None:
    page, axe = scene.open(browser, stage, Eyes(lang)), AXE.read_text(encoding="utf-8")
    found: dict[str, list[str]] = {}
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        for name, (width, height) in SIZES.items() if not scene.wide else [("desktop", DESKTOP)]:
            page.set_viewport_size({"width": width, "height": height})
            found[f"{scheme} {name}"] = [*problems(page, axe), *misfits(page), *page.evaluate(CUT)]
    if not scene.wide:
        page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
        page.evaluate(TWICE)
        found["twice as large"] = [*misfits(page), *page.evaluate(CUT)]
        page.evaluate(ONCE)
    found["age"] = [] if page.evaluate(AGE_FIRST) else ["the first line has no age"]
    found["actions"] = [] if page.evaluate(FILLED) <= 1 else ["more than one filled button"]
    assert {look: problem for look, problem in found.items() if problem} == {}


@pytest.mark.parametrize("lang", ["ja-JP", "en-US"])
def test_verb_time_and_first_step_stand_on_the_first_screen(
    browser: Browser, stage: Stage, lang: str
) -> None:
    scene = next(scene for scene in SCENES if scene.name == "now-leave")
    page = scene.open(browser, stage, Eyes(lang))
    for part in (".decide", ".leaveby", ".next .big"):
        assert page.evaluate(IN_SIGHT, part), part
    expect(page.locator(".actions .act")).to_be_in_viewport(ratio=1)


def test_the_whole_flow_by_keyboard(browser: Browser, stage: Stage) -> None:
    page = visit(browser, stage.address("calm"), device=INSIDE).page
    press(page, page.get_by_role("button", name="津波"))
    press(page, page.get_by_role("button", name="現在地を使う"))
    expect(page.locator(".decide")).to_be_visible()
    press(page, page.get_by_role("link", name="道順を見て歩き出す"))
    expect(page.locator(".steps li").last).to_be_visible()
    press(page, page.get_by_role("button", name="通れない"))
    expect(page.locator(".report")).to_be_visible()
    for screen, shown in (("alerts", "main .card"), ("sites", ".sitecard"), ("now", ".decide")):
        press(page, page.locator(f".tabs a[href='#/{screen}']"))
        expect(page.locator(shown).first).to_be_visible()


HAS_FOCUS = "e => e === document.activeElement"
MOST_TABS = 80
"""More keystrokes than any screen has things to reach."""


def press(page: Page, wanted: Locator) -> None:
    """Go to something with the tab key alone, see that it shows the focus, and press Enter."""
    expect(wanted).to_be_visible()
    for _ in range(MOST_TABS):
        if wanted.evaluate(HAS_FOCUS):
            break
        page.keyboard.press("Tab")
    expect(wanted).to_be_focused()
    assert wanted.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"
    page.keyboard.press("Enter")
