"""The screens: how each is come to, and what shows that it is there."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Browser, Page, expect

from tests.browser.resident.household import save_home, tell_household
from tests.browser.screens.stage import Stage
from tests.browser.test_offline import IS_INSTALLED
from tests.browser.visit import DRY, INSIDE, PHONE, Scheme, Visit, visit

RIVER = (141.29137, 37.29897)
"""In the flood zone of the fictional town."""
UNSURVEYED = (141.31747, 37.31554)
"""Where nobody surveyed the river."""
HAZARDS = {"tsunami": 0, "flood": 1}
"""Which tile stands where."""
WORDS = {
    "ja-JP": {"at_home": "はい", "floor": "3・4階", "supplies_h": "3日以上"},
    "en-US": {"at_home": "Yes", "floor": "3rd", "supplies_h": "3 days"},
}
HOUR = "01:10:00"
OLDER = 2
"""Which of those who leave is the older person."""
EARLY = {"ja-JP": "早めの", "en-US": "early"}


@dataclass(frozen=True, slots=True)
class Eyes:
    """Who looks: language, size of the screen, colours."""

    lang: str = "ja-JP"
    size: tuple[int, int] = PHONE
    scheme: Scheme = "light"


@dataclass(frozen=True, slots=True)
class Scene:
    """A screen in one state.

    Attributes
    ----------
    name : str
        Of its picture.
    shows : str
        What a person sees, in a few words.
    situation : str
        What is in force.
    come : callable
        Comes to the screen and waits until it is there.
    wide : bool
        It stands on large screens only.
    paper : bool
        It shows a page of paper, made small: what is printed is read, not what is on the screen.
    """

    name: str
    shows: str
    situation: str
    come: Callable[[Browser, Stage, Eyes, str], Page]
    wide: bool = False
    paper: bool = False

    def open(self, browser: Browser, stage: Stage, eyes: Eyes) -> Page:
        """Open it; closing the page's context is the caller's."""
        return self.come(browser, stage, eyes, self.situation)


def arrive(
    browser: Browser, stage: Stage, eyes: Eyes, situation: str, device: tuple[float, float] = INSIDE
) -> Visit:
    """Open the page in a situation, on a device that may say where it is."""
    return visit(browser, stage.address(situation), eyes.size, eyes.lang, eyes.scheme, device=device)


def here(
    browser: Browser, stage: Stage, eyes: Eyes, situation: str, device: tuple[float, float] = INSIDE
) -> Page:
    """Come to the answer for where the device is, once the news are there."""
    page = arrive(browser, stage, eyes, situation, device).page
    expect(page.locator(".official")).to_be_visible()
    tiles, button = page.locator(".tiles button").first, page.locator(".actions .act")
    expect(tiles.or_(button)).to_be_visible()
    if tiles.is_visible():
        tiles.click()
    button.click()
    page.locator(".decide").wait_for()
    return page


def decision(look: str, device: tuple[float, float] = INSIDE) -> Callable[..., Page]:
    """Return how one comes to a decision."""

    def come(browser: Browser, stage: Stage, eyes: Eyes, situation: str) -> Page:
        page = here(browser, stage, eyes, situation, device)
        expect(page.locator(f".decide.{look}")).to_be_visible()
        return page

    return come


def tab(screen: str, shown: str) -> Callable[..., Page]:
    """Return how one comes to another main screen, from the answer."""

    def come(browser: Browser, stage: Stage, eyes: Eyes, situation: str) -> Page:
        page = here(browser, stage, eyes, situation)
        page.locator(f".tabs a[href='#/{screen}']").click()
        page.locator(shown).first.wait_for()
        return page

    return come


def part(hash_: str, shown: str) -> Callable[..., Page]:
    """Return how one comes to a screen without a tab, by its address."""

    def come(browser: Browser, stage: Stage, eyes: Eyes, situation: str) -> Page:
        page = ask_hazard(browser, stage, eyes, situation)
        page.mouse.click(1, 1)  # as after a tap: what we focus then gets no ring
        page.evaluate("hash => { location.hash = hash }", hash_)
        page.locator(shown).first.wait_for()
        return page

    return come


def kiosk(browser: Browser, stage: Stage, eyes: Eyes, situation: str) -> Page:
    """Come to the screen that stands at an evacuation site."""
    page = arrive(browser, stage, eyes, situation).page
    expect(page.locator(".official")).to_be_visible()
    page.evaluate("id => { location.hash = `#/kiosk/${encodeURIComponent(id)}` }", stage.site("松ヶ丘公園"))
    page.locator(".kiosknear").wait_for()
    return page


def cannot(browser: Browser, stage: Stage, eyes: Eyes, situation: str) -> Page:
    """Come to what is left for who cannot walk."""
    page = here(browser, stage, eyes, situation)
    page.locator(".actions a.btn").click()
    page.locator("main a.btn[href='#/now']").wait_for()
    return page


def ask_hazard(browser: Browser, stage: Stage, eyes: Eyes, situation: str) -> Page:
    """Come to the first question."""
    page = arrive(browser, stage, eyes, situation).page
    page.locator(".tiles button").first.wait_for()
    return page


def ask_where(browser: Browser, stage: Stage, eyes: Eyes, situation: str) -> Page:
    """Come to the second question."""
    page = ask_hazard(browser, stage, eyes, situation)
    page.locator(".tiles button").first.click()
    page.locator(".actions .act").wait_for()
    return page


def ask_place(browser: Browser, stage: Stage, eyes: Eyes, situation: str) -> Page:
    """Come to the list of places."""
    page = ask_where(browser, stage, eyes, situation)
    page.locator(".actions .btn").click()
    page.locator("form input").wait_for()
    return page


def upstairs(browser: Browser, stage: Stage, eyes: Eyes, situation: str) -> Page:
    """Come to "go upstairs": in the flood zone, in a house that stands and is high enough."""
    page = here(browser, stage, eyes, situation, RIVER)
    for word in WORDS[eyes.lang].values():
        page.locator(".ask .btn", has_text=word).click()
    expect(page.locator(".decide.up")).to_be_visible()
    page.evaluate("scrollTo(0, 0)")
    return page


def offline(browser: Browser, stage: Stage, eyes: Eyes, situation: str) -> Page:
    """Come to an answer on news that are an hour old, without a network."""
    page = here(browser, stage, eyes, situation, RIVER)
    assert page.evaluate(IS_INSTALLED), "the page and the region were not kept"
    page.context.set_offline(True)
    page.clock.install()
    page.clock.fast_forward(HOUR)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.locator(".fresh.old")).to_be_visible()
    expect(page.locator(".hatchedge")).to_be_visible()
    return page


def early(browser: Browser, stage: Stage, eyes: Eyes, situation: str) -> Page:
    """Come to the decision for somebody who takes time."""
    page = here(browser, stage, eyes, situation, RIVER)
    page.locator(".who input").nth(OLDER).check()
    expect(page.locator(".decide.early .verb")).to_contain_text(EARLY[eyes.lang])
    page.evaluate("scrollTo(0, 0)")
    return page


def plan(browser: Browser, stage: Stage, eyes: Eyes, situation: str) -> Page:
    """Come to the plan of a household whose place and people are told."""
    page = arrive(browser, stage, eyes, situation).page
    page.locator(".tiles button").first.wait_for()
    save_home(page, stage.address(situation))
    page.locator(".stepper").first.wait_for()
    tell_household(page)
    expect(page.locator(".risk tbody tr")).to_have_count(8)
    page.evaluate("scrollTo(0, 0)")
    return page


def paper(browser: Browser, stage: Stage, eyes: Eyes, situation: str) -> Page:
    """Come to the page of the plan that is printed."""
    page = plan(browser, stage, eyes, situation)
    page.locator(".actions .btn").last.click()
    expect(page.locator(".sheetbox[data-ready=true]")).to_be_visible()
    page.evaluate("scrollTo(0, 0)")
    return page


def text_page(*, answered: bool) -> Callable[..., Page]:
    """Return how one comes to the page without a script."""

    def come(browser: Browser, stage: Stage, eyes: Eyes, situation: str) -> Page:
        context = browser.new_context(
            viewport={"width": eyes.size[0], "height": eyes.size[1]},
            locale=eyes.lang,
            color_scheme=eyes.scheme,
            bypass_csp=True,
        )
        page = context.new_page()
        page.goto(f"{stage.address(situation)}text?hazard=tsunami")
        if answered:
            page.locator("#place").fill(f"{INSIDE[0]}, {INSIDE[1]}")
            page.locator("form button").click()
            page.locator("ol li").first.wait_for()
        return page

    return come


SCENES = (
    Scene("first-question", "Calm days: what from?", "calm", ask_hazard),
    Scene("where", "Calm days: who, and from where?", "calm", ask_where),
    Scene("place", "Calm days: the place by its name", "calm", ask_place),
    Scene("now-leave", "Now: leave now (今すぐ避難), with the last time to leave", "tsunami", decision("go")),
    Scene("now-prepare", "Now: get ready (避難の準備; level 3, an adult)", "early", decision("early", RIVER)),
    Scene("now-early", "Now: leave early (早めの避難; level 3, an older person)", "early", early),
    Scene("now-upstairs", "Now: go upstairs (上の階へ)", "river", upstairs),
    Scene("now-stay", "Now: stay here (ここにいる)", "tsunami", decision("stay", DRY)),
    Scene("now-too-late", "Now: too late to leave (外に出ない)", "late", decision("late")),
    Scene("now-unknown", "Now: not surveyed (わからない)", "river", decision("unknown", UNSURVEYED)),
    Scene("now-offline", "Now: no signal, news an hour old", "river", offline),
    Scene("now-drill", "Now: a drill (訓練)", "drill", decision("hollow", RIVER)),
    Scene("route", "Route", "tsunami", tab("route", ".steps li")),
    Scene("alerts", "Alerts", "tsunami", tab("alerts", ".alert")),
    Scene("alerts-two", "Alerts: two at once", "two", tab("alerts", ".alert")),
    Scene(
        "sites", "Sites: open, filling, unknown; time to spare", "tsunami", tab("sites", ".sitecard .walk b")
    ),
    Scene("cannot-walk", "For who cannot walk", "tsunami", cannot),
    Scene("plan-place", "Plan: where home is", "calm", part("#/plan", "main h1")),
    Scene("plan-household", "Plan: who leaves together", "calm", part("#/plan/household", "main h1")),
    Scene("plan", "Plan: what to do at which level, the bag, whom to call", "calm", plan),
    Scene("plan-paper", "Plan: the page to print", "calm", paper, wide=True, paper=True),
    Scene("settings", "Settings", "calm", part("#/plan/settings", ".card h2")),
    Scene("first-run", "First visit", "calm", part("#/plan/start", "main h1")),
    Scene("rehearsal", "Rehearsal by the clock", "calm", part("#/drill", "main h1")),
    Scene("kiosk", "The screen at a site", "tsunami", kiosk, wide=True),
    Scene("text-question", "Text page: the question", "tsunami", text_page(answered=False)),
    Scene("text-answer", "Text page: the answer", "tsunami", text_page(answered=True)),
)
