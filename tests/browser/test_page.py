"""The page in a real browser: a tap, and what to do stands there."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from hazard.region import load_region
from tests.browser.visit import DESKTOP, DRY, FAR_AWAY, INSIDE, NO_ROAD, PHONE, Visit, visit

TWO_FRAMES = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
"""After these a tap has been heard and what it changed is drawn."""


@contextmanager
def opened(*args: object, **options: object) -> Iterator[Visit]:
    """Open the page, and close it with nothing complained about."""
    made = visit(*args, **options)  # type: ignore[arg-type]
    yield made
    assert made.complaints == []
    made.page.context.close()


@pytest.mark.parametrize("size", [PHONE, DESKTOP])
def test_tap_on_the_map_gives_the_way_in_words_and_as_a_line(
    browser: Browser, address: str, size: tuple[int, int]
) -> None:
    with opened(browser, address, size) as made:
        page = made.page
        made.choose("津波")
        made.map_is_ready()
        assert made.route_pixels() == 0
        page.locator(".map canvas").click()
        expect(page.locator(".decide")).to_be_visible()
        expect(page.locator(".tri")).to_contain_text("分")
        page.get_by_role("link", name="道順を見").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("への道順")
        expect(page.locator(".steps li").last).to_contain_text("に着く")
        made.map_is_ready()
        made.route_is_drawn()


def test_the_decision_agrees_with_where_one_stands(browser: Browser, address: str) -> None:
    with opened(browser, address) as made:
        heading = made.page.get_by_role("heading", level=1)
        made.choose("津波")
        for place, verb in (
            (INSIDE, "今すぐ避難"),
            (DRY, "ここにいる"),
            (FAR_AWAY, "地図の外"),
            (NO_ROAD, "道が近くにない"),
        ):
            made.enter(place)
            expect(heading).to_contain_text(verb)
            made.page.get_by_role("button", name="別の場所にいる").click()


def test_a_kind_without_a_map_is_answered_and_said_to_be_unknown(browser: Browser, address: str) -> None:
    with opened(browser, address) as made:
        made.choose("地震")
        made.enter(INSIDE)
        expect(made.page.locator(".decide.unknown .how")).to_contain_text("地図がありません")
        expect(made.page.locator(".tri .hatched")).to_contain_text("未調査")


def test_device_position_is_asked_on_a_tap_and_never_leaves_the_phone(browser: Browser, address: str) -> None:
    with opened(browser, address, device=INSIDE) as made:
        made.choose("津波")
        made.page.get_by_role("button", name="現在地を使う").click()
        expect(made.page.get_by_role("heading", level=1)).to_contain_text("今すぐ避難")
        made.map_is_ready()
        origin = urlsplit(address).netloc
        assert {urlsplit(request.url).netloc for request in made.requests} == {origin}
        assert {request.method for request in made.requests} == {"GET"}
        sent = " ".join(f"{request.url} {request.headers} {request.post_data}" for request in made.requests)
        assert not re.search(r"141\.3|37\.30", sent)
        assert made.page.evaluate("JSON.stringify(localStorage)").count("141") == 0


def test_refused_position_leaves_two_other_ways(browser: Browser, address: str) -> None:
    with opened(browser, address) as made:
        made.choose("津波")
        made.page.get_by_role("button", name="現在地を使う").click()
        expect(made.page.get_by_role("alert")).to_contain_text("場所の名前で選べます")
        made.page.get_by_role("button", name="場所の名前で選ぶ").click()
        made.page.get_by_label("近くの避難場所").select_option(index=1)
        made.page.get_by_role("button", name="ここから調べる").click()
        expect(made.page.locator(".decide")).to_be_visible()


@pytest.mark.parametrize("size", [PHONE, DESKTOP])
def test_without_webgl_the_words_stay(
    browser_without_webgl: Browser, address: str, size: tuple[int, int]
) -> None:
    with opened(browser_without_webgl, address, size) as made:
        made.choose("津波")
        made.enter(INSIDE)
        made.show_map()
        expect(made.page.locator(".map")).to_contain_text("文章の案内はこのまま使えます")
        made.page.get_by_role("link", name="道順を見").click()
        expect(made.page.locator(".steps li").last).to_contain_text("に着く")


def test_everything_goes_by_keyboard(browser: Browser, address: str) -> None:
    with opened(browser, address) as made:
        page, keys = made.page, made.page.keyboard
        page.get_by_role("combobox", name="Language").focus()
        keys.press("Tab")
        expect(page.get_by_role("button", name="津波", exact=True)).to_be_focused()
        keys.press("Enter")
        expect(page.get_by_role("main")).to_be_focused()
        page.get_by_role("radio", name="大人").focus()
        keys.press("ArrowDown")
        expect(page.get_by_role("radio", name="子ども")).to_be_checked()
        page.get_by_role("button", name="場所の名前で選ぶ").focus()
        keys.press("Enter")
        page.get_by_label("経度,緯度").focus()
        keys.type("not a place")
        keys.press("Enter")
        expect(page.get_by_role("alert").filter(has_text="数字で")).to_be_visible()
        page.get_by_label("経度,緯度").fill("")
        keys.type(f"{INSIDE[0]},{INSIDE[1]}")
        keys.press("Enter")
        expect(page.locator("[aria-live=assertive]")).to_contain_text("今すぐ避難。高い所へ歩く。")
        page.get_by_role("link", name="道順を見て歩き出す").focus()
        keys.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_contain_text("への道順")


def test_language_changes_every_word_and_is_remembered(browser: Browser, address: str) -> None:
    with opened(browser, address) as made:
        made.choose("津波")
        made.enter(INSIDE)
        made.page.get_by_role("combobox", name="Language").select_option("English")
        expect(made.page.get_by_role("heading", level=1)).to_contain_text("Leave now")
        expect(made.page.locator(".next .big")).to_contain_text("Go ")
        expect(made.page).to_have_title("Leave now – Nigemichi 白波町 (fictional town)")
        made.page.reload()
        expect(made.page.get_by_role("heading", level=1)).to_contain_text("What are you escaping?")


def test_a_stray_tap_does_not_move_the_start(browser: Browser, address: str) -> None:
    with opened(browser, address, device=INSIDE) as made:
        made.choose("津波")
        made.page.get_by_role("button", name="現在地を使う").click()
        expect(made.page.locator(".decide.go")).to_be_visible()
        made.map_is_ready()
        told = made.page.locator(".words").inner_text()
        made.page.locator(".map canvas").click()
        made.page.evaluate(TWO_FRAMES)
        assert made.page.locator(".words").inner_text() == told


def test_every_source_is_shown_with_title_licence_and_credit(
    browser: Browser, address: str, town_region: Path
) -> None:
    sources = load_region(town_region).sources
    with opened(browser, address) as made:
        page = made.page
        page.locator(".credits summary").click()
        rows = page.locator(".sourcelist li")
        expect(rows).to_have_count(len(sources))
        for row, source in zip(rows.all(), sources, strict=True):
            expect(row).to_contain_text(source.title)
            expect(row).to_contain_text(source.licence or "利用条件：記載なし")
            expect(row).to_contain_text(source.credit or "出典：記載なし")
            expect(row).to_contain_text(source.date or "日付：記載なし")
