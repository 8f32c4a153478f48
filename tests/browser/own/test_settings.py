"""Settings: what is watched, the battery spared, everything removed; ja and en, phone and desktop."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.serving import Server
from tests.browser.test_access import AXE, misfits, problems
from tests.browser.test_offline import IS_INSTALLED
from tests.browser.visit import DESKTOP, INSIDE, PHONE, Scheme, Visit, visit
from tests.regions import SMALL_ID

pytestmark = pytest.mark.usefixtures("closed_afterwards")

IN_KOMACHI = (133.5003, 33.5)
SUBSCRIPTION = """
    let made = null;
    const bytes = n => btoa(String.fromCharCode(...new Uint8Array(n).fill(4))).replaceAll("+", "-")
        .replaceAll("/", "_").replaceAll("=", "");
    const subscription = {
        toJSON: () => ({endpoint: "https://fcm.googleapis.com/fcm/send/test", keys: KEYS}),
        unsubscribe: async () => { made = null; return true; },
    };
    PushManager.prototype.getSubscription = async () => made;
    PushManager.prototype.subscribe = async () => { made = subscription; return made; };
"""
"""No vendor's push service gives a headless browser a subscription: this one stands for it."""
KEYS = (
    '{p256dh: "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",'
    ' auth: "BTBZMqHH6r4Tts7J_aSIgg"}'
)
"""The public example of RFC 8291, section 5."""
LOW_BATTERY = """
    navigator.getBattery = async () => Object.assign(new EventTarget(), {level: 0.15, charging: false});
    window.watched = 0;
    const watch = Geolocation.prototype.watchPosition;
    Geolocation.prototype.watchPosition = function (...given) {
        window.watched += 1;
        return watch.apply(this, given);
    };
"""
WATCHED_AREAS = """() => new Promise(resolve => {
    const open = indexedDB.open("nigemichi");
    open.onsuccess = () => {
        const get = open.result.transaction("settings").objectStore("settings").get("push");
        get.onsuccess = () => {
            open.result.close();
            resolve(Object.keys(get.result?.tokens ?? {}).sort());
        };
    };
})"""
LEFT = """async () => ({
    caches: (await caches.keys()).filter(name => name.startsWith("nigemichi")),
    databases: (await indexedDB.databases()).map(({name}) => name),
    small: Object.keys(localStorage),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""


@pytest.fixture
def server(town_region: Path, small_region: Path, tmp_path: Path) -> Iterator[Server]:
    made = Server(town_region, tmp_path, live=True, others=(small_region,))
    made.start()
    yield made
    made.stop()


def open_settings(page: Page) -> None:
    """Open the settings by their address, with everything in them."""
    page.evaluate("location.hash = '#/plan/settings'")
    page.locator("main .erase").wait_for()
    page.locator("main .towns .town").nth(1).wait_for()


def answer_at(made: Visit, hazard: str = "津波") -> None:
    """Ask from where the device is."""
    made.choose(hazard)
    made.page.locator(".actions .act").click()
    made.page.locator(".decide").wait_for()


@pytest.mark.parametrize(
    ("lang", "size", "scheme", "title"),
    [
        ("ja-JP", PHONE, "light", "設定"),
        ("ja-JP", DESKTOP, "dark", "設定"),
        ("en-US", PHONE, "dark", "Settings"),
        ("en-US", DESKTOP, "light", "Settings"),
    ],
)
def test_settings_can_be_used_by_everybody(
    browser: Browser, server: Server, lang: str, size: tuple[int, int], scheme: Scheme, title: str
) -> None:
    made = visit(browser, server.address, size, lang, scheme)
    page = made.page
    open_settings(page)
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    assert [*problems(page, AXE.read_text(encoding="utf-8")), *misfits(page)] == []
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert misfits(page) == []
    assert made.complaints == []


def test_places_in_two_towns_are_watched_and_none_after_all(browser: Browser, server: Server) -> None:
    made = visit(browser, server.address, device=INSIDE)
    page = made.page
    page.add_init_script(SUBSCRIPTION.replace("KEYS", KEYS))
    page.context.grant_permissions(["geolocation", "notifications"])
    page.reload()
    answer_at(made)
    open_settings(page)
    push = page.locator("main .push")
    push.get_by_role("button", name="「選んだ場所の近く」の知らせも受け取る").click()
    expect(push.locator(".watched li")).to_have_count(1)
    assert page.evaluate(WATCHED_AREAS) == ["shiranami"]
    page.get_by_role("button", name="この町も保存する").click()
    page.locator(".town .row").get_by_role("button", name="この町を見る").click()
    expect(page.locator(".fresh .town")).to_contain_text("小町")
    page.evaluate("location.hash = '#/now'")
    made.enter(IN_KOMACHI)
    open_settings(page)
    push.get_by_role("button", name="「選んだ場所の近く」の知らせも受け取る").click()
    expect(push.locator(".watched li")).to_have_count(2)
    assert page.evaluate(WATCHED_AREAS) == [SMALL_ID, "shiranami"]
    push.get_by_role("checkbox").check()
    push.get_by_label("鳴らさない始まり").select_option("21")
    expect(push.get_by_text("夜（21時〜7時）は音を鳴らさない")).to_be_visible()
    page.reload()
    open_settings(page)
    expect(push.get_by_label("鳴らさない始まり")).to_have_value("21")
    push.get_by_role("button", name="すべての知らせをやめる").click()
    expect(push.locator(".watched li")).to_have_count(0)
    assert page.evaluate(WATCHED_AREAS) == []


@pytest.mark.parametrize(
    ("lang", "hazard", "yes", "start"),
    [
        ("ja-JP", "津波", "地図なしで長く使う", "歩き出す"),
        ("en-US", "Tsunami", "Last longer, without map", "Start walking"),
    ],
)
def test_a_low_battery_is_spared_when_they_say_so(
    browser: Browser, server: Server, lang: str, hazard: str, yes: str, start: str
) -> None:
    made = visit(browser, server.address, PHONE, lang, device=INSIDE)
    page = made.page
    page.add_init_script(LOW_BATTERY)
    page.reload()
    answer_at(made, hazard)
    page.locator(".offer").get_by_role("button", name=yes).click()
    expect(page.locator(".offer")).to_have_count(0)
    expect(page.locator(".nomap")).to_be_visible()
    expect(page.locator(".map")).to_have_count(0)
    assert problems(page, AXE.read_text(encoding="utf-8")) == []
    page.reload()
    answer_at(made, hazard)
    expect(page.locator(".nomap")).to_be_visible()
    page.locator(".tabs a[href='#/route']").click()
    page.get_by_role("button", name=start).click()
    expect(page.locator("[aria-current=step]")).to_be_visible()  # the position was found, once
    assert page.evaluate("watched") == 0
    page.locator(".nomap button").click()
    made.map_is_ready()
    expect(page.locator(".offer")).to_have_count(0)  # who said no is not asked again


@pytest.mark.parametrize(
    ("lang", "ask", "yes", "done", "again"),
    [
        ("ja-JP", "すべて消す…", "はい、すべて消す", "この機器から消しました", "はじめから使う"),
        (
            "en-US",
            "Delete everything…",
            "Yes, delete everything",
            "Deleted from this device",
            "Start anew",
        ),
    ],
)
def test_everything_is_removed_and_said(
    browser: Browser, server: Server, lang: str, ask: str, yes: str, done: str, again: str
) -> None:
    made = visit(browser, server.address, PHONE, lang, device=INSIDE)
    page = made.page
    assert page.evaluate(IS_INSTALLED)
    open_settings(page)
    page.get_by_role("button", name=ask).click()
    page.get_by_role("button", name=yes).click()
    expect(page.get_by_role("heading", name=done)).to_be_visible()
    expect(page.locator(".todo li")).to_have_count(3)
    assert page.evaluate(LEFT) == {"caches": [], "databases": [], "small": [], "workers": 0}
    assert [*problems(page, AXE.read_text(encoding="utf-8")), *misfits(page)] == []
    page.get_by_role("link", name=again).click()
    page.locator(".tiles button").first.wait_for()
