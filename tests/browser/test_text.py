"""/text in a real browser with JavaScript switched off: the form, the answer, narrow screens, paper, axe."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_access import AXE, misfits, problems
from tests.browser.visit import INSIDE

LANGS = ("ja", "ja-easy", "en", "vi")
PLACE = f"{INSIDE[0]}, {INSIDE[1]}"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open a page that runs no script and loads nothing but itself."""
    context = browser.new_context(
        viewport={"width": 320, "height": 640}, java_script_enabled=False, locale="ja-JP"
    )
    made = context.new_page()
    made.on("request", lambda request: asked.append(request.url))
    asked: list[str] = []
    yield made
    assert all(url.endswith("/favicon.ico") or "/text" in url for url in asked)
    assert not any("141.3" in url for url in asked)
    context.close()


def test_the_form_gives_the_answer_without_a_script(page: Page, address: str) -> None:
    page.goto(f"{address}text")
    expect(page.get_by_role("heading", level=1)).to_have_text("避難の情報（文字だけ）")
    page.get_by_label("町丁目や場所の名前").fill(PLACE)
    page.get_by_role("button", name="すること・道順を見る").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("へ歩く")
    expect(page.locator("ol li").last).to_contain_text("に着く")
    assert page.url == f"{address}text"
    page.get_by_role("link", name="別の場所で調べる").click()
    expect(page.get_by_label("町丁目や場所の名前")).to_have_value("")


def test_a_district_is_found_by_its_name(page: Page, address: str) -> None:
    page.goto(f"{address}text?lang=ja")
    page.get_by_label("どの場所ですか").select_option(index=1)
    page.get_by_role("button", name="すること・道順を見る").click()
    expect(page.locator(".box")).to_contain_text("にいるとき")


def test_every_language_is_one_link_away(page: Page, address: str) -> None:
    page.goto(f"{address}text")
    page.get_by_role("link", name="Tiếng Việt").click()
    expect(page.locator("html")).to_have_attribute("lang", "vi")
    expect(page.get_by_role("heading", level=1)).to_have_text("Thông tin lánh nạn (chỉ có chữ)")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", LANGS)
def test_axe_finds_nothing_and_nothing_overflows(
    browser: Browser, address: str, lang: str, scheme: str
) -> None:
    size = {"width": 320, "height": 640}
    context = browser.new_context(viewport=size, bypass_csp=True, color_scheme=scheme)  # type: ignore[arg-type]
    page, axe = context.new_page(), AXE.read_text(encoding="utf-8")
    page.goto(f"{address}text?lang={lang}")
    found = [*problems(page, axe), *misfits(page)]
    page.locator("#place").fill(PLACE)
    page.locator("form button").click()
    page.locator("ol").wait_for()
    found += [*problems(page, axe), *misfits(page)]
    context.close()
    assert found == []


def test_paper_has_the_answer_and_no_form(page: Page, address: str) -> None:
    page.goto(f"{address}text?lang=ja")
    page.get_by_label("町丁目や場所の名前").fill(PLACE)
    page.get_by_role("button", name="すること・道順を見る").click()
    page.emulate_media(media="print")
    expect(page.locator(".box")).to_be_visible()
    expect(page.locator("ol li").first).to_be_visible()
    for link in page.locator("nav").all():
        expect(link).to_be_hidden()
