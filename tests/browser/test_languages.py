"""Every language in a real browser: chosen with one tap, remembered, complete, and nothing overflows."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_access import AXE, misfits, problems
from tests.browser.visit import INSIDE, PHONE, Visit, visit

LANGS = ("ja", "ja-easy", "en", "zh-CN", "zh-TW", "ko", "vi", "tl", "pt-BR", "es")
DEVICES = {
    "ja-JP": "ja",
    "en-GB": "en",
    "zh-CN": "zh-CN",
    "zh-HK": "zh-TW",
    "ko-KR": "ko",
    "vi-VN": "vi",
    "fil-PH": "tl",
    "pt-PT": "pt-BR",
    "es-MX": "es",
    "ne-NP": "ja",
}
PART = re.compile(
    rf"/assets/(?P<part>[a-z]+)-(?P<lang>{'|'.join(sorted(LANGS, key=len, reverse=True))})-[\w-]{{8}}\.js$"
)
"""The texts of one language: its name comes before the hash."""
NARROW = (320, 640)
WORDLESS = """() => [...document.querySelectorAll("button, a, label, legend, h1, h2, option")]
    .filter(e => e.checkVisibility() && !(e.innerText || e.textContent || e.ariaLabel || "").trim())
    .map(e => e.outerHTML.slice(0, 90))"""
CUT = """() => [...document.querySelectorAll("button, a, h1, h2, p, li, dd, dt, label, legend")]
    .filter(e => e.checkVisibility() && getComputedStyle(e).display !== "inline" && !e.closest(".vh"))
    .filter(e => e.scrollWidth > e.clientWidth + 1)
    .map(e => e.textContent.slice(0, 60))"""


def tag_of(lang: str) -> str:
    return "ja" if lang == "ja-easy" else lang


def speak(made: Visit, lang: str) -> None:
    """Choose a language and wait until the page speaks it."""
    made.page.locator(".lang select").select_option(lang)
    made.page.wait_for_function(
        """([tag, easy]) => document.documentElement.lang === tag
            && document.documentElement.classList.contains("easy") === easy
            && document.documentElement.dataset.words === 'whole'""",
        arg=[tag_of(lang), lang == "ja-easy"],
    )


def unfit(page: Page) -> list[str]:
    """Return what is too small, cut, without words, or wider than the screen."""
    return [*misfits(page), *page.evaluate(CUT), *page.evaluate(WORDLESS)]


def walk(made: Visit) -> list[str]:
    """Go from the first question to the way; return what does not fit on the way there."""
    page, found = made.page, []
    found += unfit(page)
    page.locator(".tiles button").first.click()
    found += unfit(page)
    page.locator(".actions .btn").click()
    page.locator("form input").wait_for()
    found += unfit(page)
    page.locator("form input").fill(f"{INSIDE[0]}, {INSIDE[1]}")
    page.locator("form .act").click()
    page.locator(".decide").wait_for()
    found += unfit(page)
    page.locator(".tabs a").nth(1).click()
    page.locator(".steps li").last.wait_for()
    found += unfit(page)
    return found


@pytest.mark.parametrize("size", [PHONE, NARROW], ids=["360", "320"])
@pytest.mark.parametrize("lang", LANGS)
def test_everything_fits_and_has_words(
    browser: Browser, address: str, lang: str, size: tuple[int, int]
) -> None:
    made = visit(browser, address, size)
    speak(made, lang)
    found = walk(made)
    made.page.context.close()
    assert found == []


@pytest.mark.parametrize("lang", LANGS)
def test_twice_as_large_texts_fit(browser: Browser, address: str, lang: str) -> None:
    made = visit(browser, address, PHONE)
    made.page.evaluate("document.documentElement.style.fontSize = '200%'")
    speak(made, lang)
    found = walk(made)
    made.page.context.close()
    assert found == []


@pytest.mark.parametrize("lang", [lang for lang in LANGS if lang not in ("ja", "en")])
def test_axe_finds_nothing_in_other_languages(browser: Browser, address: str, lang: str) -> None:
    made, axe = visit(browser, address), AXE.read_text(encoding="utf-8")
    speak(made, lang)
    found = problems(made.page, axe)
    made.page.locator(".tiles button").first.click()
    made.enter(INSIDE)
    found += problems(made.page, axe)
    made.page.context.close()
    assert found == []


@pytest.mark.parametrize(("device", "lang"), DEVICES.items())
def test_the_page_begins_in_the_language_of_the_device(
    browser: Browser, address: str, device: str, lang: str
) -> None:
    made = visit(browser, address, lang=device)
    expect(made.page.locator(".lang select")).to_have_value(lang)
    expect(made.page.locator("html")).to_have_attribute("lang", tag_of(lang))
    made.page.context.close()


def test_readings_are_shown_but_not_spoken_or_in_the_title(browser: Browser, address: str) -> None:
    made = visit(browser, address)
    speak(made, "ja-easy")
    page = made.page
    page.locator(".tiles button").first.click()
    made.enter(INSIDE)
    expect(page.locator(".decide ruby rt").first).to_be_visible()
    assert page.locator("rt:not([aria-hidden=true])").count() == 0
    assert "《" not in page.content()
    assert "《" not in page.title()
    page.reload()
    expect(page.locator(".lang select")).to_have_value("ja-easy")
    page.context.close()


def test_only_one_language_is_fetched(browser: Browser, address: str) -> None:
    made = visit(browser, address, lang="vi-VN")
    made.words_are_here()
    names = [PART.search(request.url) for request in made.requests]
    parts = {(found["part"], found["lang"]) for found in names if found}
    assert {("begin", "vi"), ("more", "vi")} <= parts
    assert {lang for _, lang in parts} <= {"vi", "ja"}  # Japanese is fetched beside the code
    made.page.context.close()
