"""Who cannot walk, and what an alert sounds like."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.serving import FLOOD_DRILL, ORDER, Server
from tests.browser.test_access import AXE, misfits, problems
from tests.browser.visit import DRY, INSIDE, PHONE, Scheme, Visit, visit

pytestmark = pytest.mark.usefixtures("closed_afterwards")

KEPT = "JSON.stringify(Object.entries(localStorage).sort())"
EARS = """
    window.heard = [];
    const node = () => ({connect: next => next});
    window.AudioContext = class {
        state = "suspended"; currentTime = 0; destination = {};
        async resume() { this.state = "running"; }
        async suspend() { this.state = "suspended"; }
        async close() { this.state = "closed"; heard.push("hushed"); }
        createGain() {
            const gain = {setValueAtTime: () => gain, linearRampToValueAtTime: () => gain};
            return {...node(), gain};
        }
        createOscillator() {
            const frequency = {value: 0};
            return {...node(), frequency, start: () => heard.push(frequency.value), stop() {}};
        }
    };
    Object.defineProperty(navigator, "vibrate", {value: what => heard.push(`vibrate ${what}`) > 0});
"""
VOICE = """
    const voice = {name: "here", lang: "ja-JP", localService: true, default: false, voiceURI: "here"};
    Object.defineProperty(speechSynthesis, "getVoices", {value: () => [voice]});
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
    Object.defineProperty(speechSynthesis, "cancel", {value: () => undefined});
    Object.defineProperty(speechSynthesis, "speak", {value: one => {
        heard.push(`say ${one.text.trim()}`);
        queueMicrotask(() => one.onend?.());
    }});
"""
NO_VOICE = """
    speechSynthesis.addEventListener = (name, listener) => listener();
    Object.defineProperty(speechSynthesis, "getVoices", {value: () => []});
"""
NOTES = "heard.filter(one => typeof one === 'number')"


def told(
    browser: Browser,
    address: str,
    lang: str = "ja-JP",
    scheme: Scheme = "light",
    place: tuple[float, float] = INSIDE,
) -> Visit:
    """Open the page with an answer about the tsunami."""
    made = visit(browser, address, PHONE, lang, scheme, place)
    made.choose("津波" if lang == "ja-JP" else "Tsunami")
    made.page.locator(".actions .act").click()
    made.page.locator(".decide").wait_for()
    return made


def listening(browser: Browser, server: Server, voice: str) -> Page:
    """Open it with ears, touched, with an answer and the news."""
    made = told(browser, server.address)
    made.page.evaluate(EARS + voice)
    made.page.locator(".noalerts.calm").wait_for()
    made.page.locator(".decide").click()
    return made.page


@pytest.mark.parametrize("lang", ["ja-JP", "en-US"])
def test_who_cannot_walk_is_told_what_is_left(browser: Browser, address: str, lang: str) -> None:
    made = told(browser, address, lang)
    page = made.page
    kept = page.evaluate(KEPT)
    page.locator(".actions").get_by_role(
        "link", name=re.compile("歩けない" if lang == "ja-JP" else "cannot walk")
    ).click()
    expect(page.locator(".decide.late")).to_contain_text("外に" if lang == "ja-JP" else "Do not")
    expect(page.locator(".tosay")).to_contain_text(f"{INSIDE[1]:.5f}")
    expect(page.locator(".tosay")).to_contain_text("白波町")
    expect(page.locator(".foot a.act")).to_have_attribute("href", "tel:119")
    page.locator(".tabs a").first.click()
    expect(page.locator(".decide.go")).to_be_visible()
    assert page.evaluate(KEPT) == kept
    assert {request.method for request in made.requests} == {"GET"}
    assert made.complaints == []


def test_outside_of_the_zone_there_is_nothing_to_flee_from(browser: Browser, address: str) -> None:
    page = told(browser, address, place=DRY).page
    page.evaluate("location.hash = '#/cannot'")
    expect(page.locator(".decide.stay")).to_contain_text("ここに")


def test_nobody_calls_for_help_in_a_drill(browser: Browser, server: Server) -> None:
    page = told(browser, server.address).page
    server.event("drill", "町民訓練")
    server.event(*FLOOD_DRILL)
    page.locator(".decide.hollow").wait_for()
    page.evaluate("location.hash = '#/cannot'")
    expect(page.get_by_text("119には電話しません")).to_be_visible()
    expect(page.locator("a[href^='tel:']")).to_have_count(0)


@pytest.mark.parametrize("calm", [False, True])
def test_the_light_signal_is_slow_and_can_be_stopped(browser: Browser, address: str, *, calm: bool) -> None:
    page = told(browser, address).page
    page.emulate_media(reduced_motion="reduce" if calm else "no-preference")
    page.clock.install()
    page.evaluate("location.hash = '#/cannot'")
    page.get_by_role("button", name="画面を光らせ、音を鳴らす").click()
    light = page.locator("dialog.flash")
    expect(light).to_have_class(re.compile("bright"))
    page.clock.run_for(450)
    expect(light).to_have_class(re.compile("bright"))
    page.clock.run_for(100)
    expect(light).to_have_class("flash bright" if calm else "flash")
    page.get_by_role("button", name="止める").click()
    expect(light).to_have_count(0)


@pytest.mark.parametrize("lang", ["ja-JP", "en-US"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_accessible(browser: Browser, address: str, lang: str, scheme: Scheme) -> None:
    page, axe = told(browser, address, lang, scheme).page, AXE.read_text(encoding="utf-8")
    page.locator("a[href='#/cannot']").click()
    page.locator(".tosay").wait_for()
    found = [*problems(page, axe), *misfits(page)]
    page.locator(".foot .actions .btn").click()
    page.locator("dialog.flash").wait_for()
    assert [*found, *problems(page, axe)] == []


def test_an_order_sounds_again_and_again_until_somebody_is_there(browser: Browser, server: Server) -> None:
    page = listening(browser, server, NO_VOICE)
    server.event(*ORDER)
    page.wait_for_function(f"() => {NOTES}.length >= 12")
    low, high = page.evaluate(NOTES)[:2]
    assert low < high
    assert "vibrate 400,200,400,200,400" in page.evaluate("heard")
    page.locator(".decide").click()
    page.wait_for_function("() => heard.includes('hushed')")


def test_a_drill_says_first_that_it_is_one(browser: Browser, server: Server) -> None:
    page = listening(browser, server, VOICE)
    server.event("drill", "町民訓練")
    server.event(*FLOOD_DRILL)
    page.wait_for_function(f"() => {NOTES}.length >= 6")
    heard = page.evaluate("heard.filter(one => !String(one).startsWith('vibrate'))")
    assert heard[0] == "say 訓練"


def test_without_a_voice_a_drill_makes_no_sound(browser: Browser, server: Server) -> None:
    page = listening(browser, server, NO_VOICE)
    server.event("drill", "町民訓練")
    server.event(*FLOOD_DRILL)
    page.wait_for_function("() => heard.some(one => String(one).startsWith('vibrate 400'))")
    expect(page.locator(".decide.hollow")).to_be_visible()
    assert page.evaluate(NOTES) == []
    server.event(*ORDER)
    page.wait_for_function(f"() => {NOTES}.length >= 6")
