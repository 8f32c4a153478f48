"""The way: walking it, a blocked street, other ways, arriving; and going back between the questions."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Request, Route, expect

from tests.browser.visit import DRY, INSIDE, PHONE, VOICES, Visit, visit

NO_VOICE = "Object.defineProperty(speechSynthesis, 'getVoices', {value: () => []})"
POSITIONS = 30
"""Two off the way in a row are needed; the device tells them in its own time, and not each of them."""
AFTER_SENDING = "navigator.locks.request('nigemichi-reports', async () => true)"
"""Reports are sent one lot after the other: whose turn comes after them knows that they were."""
WORDS = {
    "ja-JP": ("津波", "通れない", "水がある", "知らせました", "やっぱり通れる", "歩き出す", "無事"),
    "en-US": (
        "Tsunami",
        "Blocked",
        "Water",
        "Told. Thank you",
        "It can be passed",
        "Start walking",
        "I made it",
    ),
}


@contextmanager
def on_the_way(browser: Browser, address: str, lang: str = "ja-JP", script: str = "") -> Iterator[Visit]:
    """Open the way from inside the tsunami zone."""
    made = visit(browser, address, PHONE, lang, device=INSIDE)
    if script:
        made.page.evaluate(script)
    made.choose(WORDS[lang][0])
    made.page.locator(".actions .act").click()
    made.page.locator(".actions a.act").click()
    made.page.locator(".steps").wait_for()
    made.words_are_here()
    yield made
    made.page.context.close()


def test_the_back_button_goes_from_question_to_question(browser: Browser, address: str) -> None:
    made = visit(browser, address, device=INSIDE)
    page, heading = made.page, made.page.get_by_role("heading", level=1)
    made.choose("津波")
    page.locator(".actions .btn").click()
    page.locator("form input").fill(f"{INSIDE[0]}, {INSIDE[1]}")
    page.locator("form .act").click()
    expect(heading).to_contain_text("今すぐ避難")
    page.go_back()
    expect(page.locator("form")).to_be_visible()
    page.go_back()
    expect(page.locator(".actions .act")).to_contain_text("現在地")
    page.go_back()
    expect(heading).to_contain_text("何から逃げますか")
    page.go_forward()
    expect(page.locator(".actions .act")).to_contain_text("現在地")
    assert "141" not in page.evaluate("JSON.stringify(history.state) + location.href")


@pytest.mark.parametrize("lang", ["ja-JP", "en-US"])
def test_a_blocked_street_is_closed_here_at_once_and_offered_as_a_report(
    browser: Browser, address: str, lang: str
) -> None:
    _, blocked, water, thanks, undo, *_ = WORDS[lang]
    sent: list[Request] = []

    def take(route: Route) -> None:
        sent.append(route.request)
        route.fulfill(status=201, json={})

    with on_the_way(browser, address, lang) as made:
        page = made.page
        page.route("**/reports", take)
        before = page.locator(".steps").inner_text()
        page.get_by_role("button", name=blocked).click()
        expect(page.locator(".steps")).not_to_have_text(before, use_inner_text=True)
        assert sent == []
        page.locator(".report").get_by_role("button", name=water).click()
        expect(page.locator(".report")).to_contain_text(thanks)
        body = json.loads(sent[0].post_data or "")
        assert set(body) == {"what", "lon", "lat", "street", "key"}
        assert (body["what"], body["lon"], body["lat"]) == (
            "water",
            round(body["lon"], 3),
            round(body["lat"], 3),
        )
        page.get_by_role("button", name=undo).click()
        expect(page.locator(".steps")).to_have_text(before, use_inner_text=True)


def test_a_report_without_a_network_waits_and_is_sent_once_there_is_one(
    browser: Browser, address: str
) -> None:
    keys: list[str] = []
    with on_the_way(browser, address) as made:
        page = made.page
        page.route("**/reports", lambda route: route.abort())
        page.get_by_role("button", name="通れない").click()
        page.locator(".report").get_by_role("button", name="火事").click()
        expect(page.locator(".report")).to_contain_text("電波がもどったら送ります")
        page.unroute("**/reports")

        def take(route: Route) -> None:
            keys.append(json.loads(route.request.post_data or "")["key"])
            route.fulfill(status=201, json={})

        page.route("**/reports", take)
        page.evaluate("dispatchEvent(new Event('online'))")
        expect(page.locator(".report")).to_contain_text("知らせました")
        page.evaluate("dispatchEvent(new Event('online'))")
        page.evaluate(AFTER_SENDING)
        assert len(keys) == len(set(keys)) == 1


def test_walking_off_the_way_gives_a_new_one_and_says_so(browser: Browser, address: str) -> None:
    with on_the_way(browser, address) as made:
        page = made.page
        page.get_by_role("button", name="歩き出す").click()
        expect(page.locator(".next.strong .small")).to_contain_text("あと")
        told = page.get_by_text("道から外れました。新しい道です。")
        for k in range(POSITIONS):
            page.context.set_geolocation({"longitude": DRY[0] + k * 1e-5, "latitude": DRY[1], "accuracy": 8})
            if told.is_visible():
                break
            page.wait_for_timeout(300)
        expect(told).to_be_visible()
        page.get_by_role("button", name="現在地を使うのをやめる").click()
        expect(page.get_by_role("button", name="歩き出す")).to_be_visible()


@pytest.mark.parametrize("lang", ["ja-JP", "en-US"])
def test_arriving_gives_one_sentence_without_any_place(browser: Browser, address: str, lang: str) -> None:
    *_, start, arrived = WORDS[lang]
    with on_the_way(browser, address, lang) as made:
        page = made.page
        site = page.locator(".steps li").last.inner_text()
        page.context.grant_permissions(["geolocation", "clipboard-read", "clipboard-write"])
        page.evaluate("delete Navigator.prototype.share")
        page.locator("details", has_text=re.compile("着いた|I have arrived")).last.locator("summary").click()
        page.get_by_role("button", name=arrived).click()
        expect(page.locator(".arrived .shared")).not_to_be_empty()
        text = page.evaluate("navigator.clipboard.readText()")
        assert any(word in text for word in site.replace("に着く", "").split())
        assert not re.search(r"\d{2}\.\d{3}", text)
        expect(page.get_by_role("button", name=start)).to_be_visible()


def test_the_voice_is_one_of_the_phone_and_off_until_asked_for(browser: Browser, address: str) -> None:
    with on_the_way(browser, address, script=VOICES) as made:
        page = made.page
        assert page.evaluate("said") == []
        page.get_by_role("button", name="読み上げ").click()
        expect(page.get_by_role("button", name="読み上げをやめる")).to_be_visible()
        page.wait_for_function("() => said.length > 0")
        said = page.evaluate("said")
        assert {voice for voice, _ in said} == {"here"}
        expect(page.locator(".next.strong .big")).to_have_text(said[-1][1])


def test_without_a_voice_or_a_compass_the_words_stay(browser: Browser, address: str) -> None:
    with on_the_way(browser, address, script=NO_VOICE) as made:
        page = made.page
        page.get_by_role("button", name="読み上げ").click()
        expect(page.get_by_text("声がありません")).to_be_visible()
        page.get_by_role("button", name="歩き出す").click()
        page.get_by_role("button", name="矢印を道の方へ向ける").click()
        expect(page.get_by_text("言葉で言います")).to_be_visible()
        expect(page.locator(".next.strong .small")).to_contain_text(re.compile("[東西南北]の方へ"))


def test_another_way_can_be_taken_and_given_back(browser: Browser, address: str) -> None:
    with on_the_way(browser, address) as made:
        page = made.page
        title = page.get_by_role("heading", level=1)
        before = title.inner_text()
        page.get_by_text("ほかの道・ほかの行き先").click()
        other = page.locator(".others .sitecard", has_text="別の行き先").first
        name = other.get_by_role("heading").inner_text()
        expect(other.locator(".diffs")).to_contain_text(re.compile("長くかかる|早く着く|同じ時間"))
        other.get_by_role("button", name="この道にする").click()
        expect(title).to_contain_text(name)
        page.get_by_role("button", name="案内の行き先に戻す").click()
        expect(title).to_have_text(before)
