"""A rehearsal on one's own phone: by the clock, in the frame, never sent, ended at once by what is real."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.resident.timed import with_times
from tests.browser.serving import ORDER, Server
from tests.browser.test_access import AXE, misfits, problems
from tests.browser.visit import DRY, INSIDE, PHONE, Scheme, Visit, visit

pytestmark = pytest.mark.usefixtures("closed_afterwards")

ARRIVES_MIN = 40
SETUP, FRAME, OUTCOME = ".practice .foot .act", ".drillframe.on", ".outcome"
WORDS = {
    "ja-JP": ("これは訓練です", "【訓練】", "出発の限界", "1分で着いた", "余裕", "洪水", "歩かずに"),
    "en-US": (
        "DRILL",
        "Drill 訓練",
        "Last time to leave",
        "Arrived after 1",
        "to spare",
        "Flood",
        "without walking",
    ),
}
SAVED = """place => new Promise((done, failed) => {
    const request = indexedDB.open("nigemichi");
    request.onerror = () => failed(request.error);
    request.onsuccess = () => {
        const writing = request.result.transaction("places", "readwrite");
        writing.objectStore("places").put(place, place.id);
        writing.oncomplete = () => { request.result.close(); done(); };
    };
})"""


@pytest.fixture(scope="module")
def timed_region(town_region: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the town with a tsunami that arrives after some minutes."""
    return with_times(town_region, tmp_path_factory.mktemp("timed") / "town", ARRIVES_MIN)


@pytest.fixture
def server(timed_region: Path, tmp_path: Path) -> Iterator[Server]:
    """Serve it, with news."""
    made = Server(timed_region, tmp_path, live=True)
    made.start()
    yield made
    made.stop()


def setting_up(
    browser: Browser,
    server: Server,
    lang: str = "ja-JP",
    scheme: Scheme = "light",
    device: tuple[float, float] | None = INSIDE,
) -> Visit:
    """Open the choices of the rehearsal."""
    made = visit(browser, server.address, PHONE, lang, scheme, device)
    made.page.evaluate("location.hash = '#/drill'")
    made.page.locator(SETUP).wait_for()
    return made


def begun(browser: Browser, server: Server, lang: str = "ja-JP", scheme: Scheme = "light") -> Visit:
    """Begin it from where the device is."""
    made = setting_up(browser, server, lang, scheme)
    made.page.locator(SETUP).click()
    expect(made.page.locator(f"{FRAME} .decide.hollow")).to_be_visible()
    return made


def choose(page: Page, *labels: str) -> None:
    for label in labels:
        page.locator(".practice label", has_text=label).first.click()


@pytest.mark.parametrize("lang", ["ja-JP", "en-US"])
def test_it_is_walked_by_the_clock_in_the_frame(browser: Browser, server: Server, lang: str) -> None:
    bar, mark, label, arrived, spare, *_ = WORDS[lang]
    made = begun(browser, server, lang)
    page = made.page
    expect(page.locator(".drillbar").first).to_contain_text(bar)
    expect(page.locator(".decide.hollow")).to_contain_text(mark)
    expect(page.locator(".pretended")).to_contain_text("【訓練】大津波警報")
    expect(page.locator(".leaveby")).to_contain_text(label)
    expect(page).to_have_title(re.compile(f"^{mark}"))
    expect(page.locator(".vh[aria-live=assertive]")).to_contain_text(mark)
    page.locator(".foot .act").click()
    page.locator(".steps").wait_for()
    expect(page.locator(".drillbar")).to_have_count(2)
    page.locator(".foot .arrive").click()
    expect(page.locator(OUTCOME)).to_contain_text(arrived)
    expect(page.locator(f"{OUTCOME}.ok .margin")).to_contain_text(spare)
    expect(page.locator(FRAME)).to_have_count(0)
    assert {request.method for request in made.requests} == {"GET"}
    assert made.complaints == []


def test_being_at_the_end_of_the_way_is_arriving(browser: Browser, server: Server) -> None:
    body = {"lon": INSIDE[0], "lat": INSIDE[1], "hazard": "flood"}
    made = setting_up(browser, server)
    page = made.page
    way = page.request.post(f"{server.address}v1/route", data=body).json()
    lon, lat = way["geometry"]["coordinates"][-1]
    choose(page, "洪水")
    page.locator(SETUP).click()
    page.get_by_role("button", name="警戒レベル4になった").click()
    page.get_by_role("button", name="訓練の道順を歩く").click()
    page.get_by_role("button", name="歩き出す").click()
    expect(page.locator(".next.strong .small")).to_contain_text("あと")
    page.context.set_geolocation({"longitude": lon, "latitude": lat, "accuracy": 8})
    expect(page.locator(OUTCOME)).to_contain_text("分で着いた")
    expect(page.get_by_text("余裕はわかりません")).to_be_visible()


@pytest.mark.parametrize("walking", [False, True])
def test_a_real_order_ends_it_at_once_and_stands_there(
    browser: Browser, server: Server, *, walking: bool
) -> None:
    page = begun(browser, server).page
    if walking:
        page.locator(".foot .act").click()
        page.locator(".steps").wait_for()
    server.event(*ORDER)
    expect(page.locator(".decide.go:not(.hollow)")).to_contain_text("今すぐ")
    expect(page.locator(".official")).to_contain_text("避難指示")
    expect(page.locator(FRAME)).to_have_count(0)
    expect(page.get_by_text("訓練")).to_have_count(0)
    expect(page).not_to_have_title(re.compile("訓練"))
    assert page.evaluate("location.hash") == "#/now"


def test_none_begins_while_something_is_in_force(browser: Browser, server: Server) -> None:
    server.event(*ORDER)
    made = visit(browser, server.address, device=INSIDE)
    made.page.locator(".official").wait_for()
    made.page.evaluate("location.hash = '#/drill'")
    expect(made.page.get_by_role("heading", level=1)).to_contain_text("本物の知らせが出ています")
    expect(made.page.locator(SETUP)).to_have_count(0)
    made.page.get_by_role("link", name="いまの画面へ").click()
    expect(made.page.locator(".official")).to_contain_text("避難指示")


@pytest.mark.parametrize("lang", ["ja-JP", "en-US"])
def test_without_walking_one_goes_through_the_steps_and_tells_the_time(
    browser: Browser, server: Server, lang: str
) -> None:
    *_, still = WORDS[lang]
    page = setting_up(browser, server, lang).page
    choose(page, still)
    page.locator(SETUP).click()
    page.locator(".leaveby").wait_for()
    page.locator(".foot .act").click()
    steps = int(re.findall(r"\d+", page.locator("main [role=status]").inner_text())[-1])
    for _ in range(steps):
        page.locator("main .act").click()
    ready, walk = page.locator("form input").first, page.locator("form input").last
    ready.fill("９０")
    walk.fill("x")
    expect(page.locator("form .wrong")).not_to_be_empty()
    walk.fill("20")
    page.locator("form .act").click()
    expect(page.locator(f"{OUTCOME}.late")).to_contain_text("1時間50分" if lang == "ja-JP" else "1 h 50 min")
    expect(page.locator(f"{OUTCOME} .margin")).to_contain_text("早く" if lang == "ja-JP" else "earlier")


def test_levels_rise_when_they_are_said_to(browser: Browser, server: Server) -> None:
    page = setting_up(browser, server).page
    choose(page, "洪水")
    page.locator(SETUP).click()
    expect(page.locator(".pretended")).to_contain_text("警戒レベル3 高齢者等避難")
    expect(page.locator(".decide.hollow")).to_contain_text("避難の")
    page.get_by_role("button", name="警戒レベル4になった").click()
    expect(page.locator(".pretended")).to_contain_text("警戒レベル4 避難指示")
    expect(page.locator(".decide.hollow.go")).to_be_visible()
    page.get_by_role("button", name="警戒レベル5になった").click()
    expect(page.locator(".pretended")).to_contain_text("警戒レベル5 緊急安全確保")
    expect(page.locator(".decide.hollow.late")).to_be_visible()
    assert page.locator("a[href^='tel:']").count() == 0


def test_links_of_the_screens_stay_in_the_drill_and_nothing_is_reported(
    browser: Browser, server: Server
) -> None:
    made = setting_up(browser, server, device=DRY)
    page = made.page
    page.locator(SETUP).click()
    page.get_by_role("link", name="道順を見る").click()
    page.locator(".steps").wait_for()
    expect(page.locator(".drillbar")).to_have_count(2)
    page.get_by_role("button", name="通れない").click()
    expect(page.locator(".report")).to_contain_text("通らない道にしました")
    expect(page.locator(".report .choices")).to_have_count(0)
    assert page.evaluate("location.hash") == "#/drill"
    assert {request.method for request in made.requests} == {"GET"}


def test_the_best_and_the_last_are_kept_on_this_phone(browser: Browser, server: Server) -> None:
    page = begun(browser, server).page
    for _ in range(2):
        page.locator(".foot .act").click()
        page.locator(".foot .arrive").click()
        expect(page.get_by_text("いちばん早い記録：1分")).to_be_visible()
        page.locator(SETUP).click()
        page.locator(SETUP).click()
        page.locator(f"{FRAME} .decide.hollow").wait_for()
    page.get_by_role("button", name="訓練をやめる").click()
    expect(page.locator(FRAME)).to_have_count(0)
    expect(page.locator(SETUP)).to_be_visible()


def test_a_saved_place_is_offered_first_and_needs_no_position(browser: Browser, server: Server) -> None:
    made = visit(browser, server.address)
    page = made.page
    area = page.request.get(f"{server.address}v1/regions").json()["regions"][0]["id"]
    point = {"lon": INSIDE[0], "lat": INSIDE[1]}
    page.evaluate("location.hash = '#/drill'")  # reads the places, so that their store is there
    page.locator(SETUP).wait_for()
    page.evaluate(SAVED, {"id": "p1", "label": "home", "name": "", "point": point, "area": area})
    page.reload()
    home = page.locator(".practice label", has_text="家").first
    expect(home.locator("input")).to_be_checked()
    page.locator(SETUP).click()
    expect(page.locator(f"{FRAME} .decide.hollow.go")).to_be_visible()


@pytest.mark.parametrize("lang", ["ja-JP", "en-US"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_screen_of_it_is_accessible(
    browser: Browser, server: Server, lang: str, scheme: Scheme
) -> None:
    *_, flood, still = WORDS[lang]
    page, axe = setting_up(browser, server, lang, scheme).page, AXE.read_text(encoding="utf-8")
    found = {"setup": [*problems(page, axe), *misfits(page)]}

    def look(name: str, shown: str) -> None:
        page.locator(shown).first.wait_for()
        found[name] = [*problems(page, axe), *misfits(page)]

    page.locator(SETUP).click()
    look("now", ".leaveby")
    page.locator(".foot .act").click()
    look("way", ".steps")
    page.locator(".foot .arrive").click()
    look("done", OUTCOME)
    page.locator(SETUP).click()
    choose(page, flood, still)
    page.locator(SETUP).click()
    look("level 3", ".pretended")
    page.locator(".foot .act").click()
    look("level 4", ".decide.hollow.go")
    page.locator(".foot .act").click()
    look("steps", "main .act")
    assert {screen: problem for screen, problem in found.items() if problem} == {}
