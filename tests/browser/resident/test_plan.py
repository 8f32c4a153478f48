"""The plan as a household makes it: place, people, what to do, bag, phones, paper; also without a network."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, expect

from tests.browser.resident.household import save_home, tell_household
from tests.browser.serving import Server
from tests.browser.test_access import AXE, misfits, problems
from tests.browser.test_offline import IS_INSTALLED, Phone
from tests.browser.visit import DESKTOP, PHONE, Scheme, visit
from tests.regions import SMALL_ID, SMALL_NAME

LANGS = ("ja", "ja-easy", "en", "zh-CN", "zh-TW", "ko", "vi", "tl", "pt-BR", "es")
TITLES = {"ja-JP": "わが家の避難計画", "en-US": "Our evacuation plan"}
SLOWEST = {"ja-JP": "いちばんゆっくりな人：お年寄り", "en-US": "Slowest of you: Older people"}
LEAVES = {"ja-JP": "警戒レベル3で出る", "en-US": "Leave at Alert Level 3"}
A4_POINTS = (595, 842)
IS_KEPT = """name => new Promise(resolve => {
    indexedDB.open("nigemichi").onsuccess = ({target: {result: database}}) => {
        database.transaction("settings").objectStore("settings").get("plan").onsuccess = ({target}) => {
            database.close();
            resolve(target.result?.phones.some(phone => phone.name === name && phone.number !== ""));
        };
    };
})"""
"""Whether a phone number was written to the store."""


def pages_of(pdf: bytes) -> list[tuple[int, int]]:
    """Return the size of every page of a PDF in whole points."""
    boxes = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]", pdf)
    assert len(boxes) == len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))
    return [(round(float(width)), round(float(height))) for width, height in boxes]


@pytest.mark.parametrize(
    ("lang", "size", "scheme"),
    [
        ("ja-JP", PHONE, "light"),
        ("ja-JP", DESKTOP, "dark"),
        ("en-US", PHONE, "dark"),
        ("en-US", DESKTOP, "light"),
    ],
    ids=["ja-phone", "ja-desktop", "en-phone", "en-desktop"],
)
def test_made_kept_and_printed(
    browser: Browser, address: str, lang: str, size: tuple[int, int], scheme: Scheme
) -> None:
    made = visit(browser, address, size, lang, scheme)
    page, axe = made.page, AXE.read_text(encoding="utf-8")
    found: dict[str, list[str]] = {}

    save_home(page, address)
    expect(page.locator(".stepper").first).to_be_visible()
    found["household"] = [*problems(page, axe), *misfits(page)]
    tell_household(page)

    expect(page.locator("main h1")).to_have_text(TITLES[lang])
    expect(page.locator("main .card").first).to_contain_text(SLOWEST[lang])
    expect(page.locator(".risk tbody tr")).to_have_count(8)  # every hazard that the town has sites for
    expect(page.locator(".risk tbody tr").nth(1)).to_contain_text(LEAVES[lang])
    expect(page.locator(".lvrow.our").first).to_contain_text("3")
    expect(page.locator(".goals li").first).to_contain_text("m")
    found["plan"] = [*problems(page, axe), *misfits(page)]

    water = page.locator("#bag input").first
    water.check()
    page.locator("#phones .btn").click()
    page.locator(".ownphone input").first.fill("孫")
    page.locator(".ownphone input[type=tel]").fill("０９０-1234-5678")
    page.locator(".ownphone input[type=tel]").blur()
    expect(page.locator(".ownphone a")).to_have_attribute("href", "tel:09012345678")
    page.wait_for_function(IS_KEPT, arg="孫")

    page.reload()
    expect(page.locator("main .card").first).to_contain_text(SLOWEST[lang])
    expect(page.locator(".risk tbody tr")).to_have_count(8)
    expect(water).to_be_checked()
    expect(page.locator(".ownphone input").first).to_have_value("孫")

    page.locator(".actions .btn").last.click()
    expect(page.locator(".sheetbox[data-ready=true]")).to_be_visible()
    expect(page.locator(".sheet")).to_contain_text("０９０-1234-5678")
    found["print"] = problems(page, axe)
    assert pages_of(page.pdf(prefer_css_page_size=True)) == [A4_POINTS]

    assert {screen: wrong for screen, wrong in found.items() if wrong} == {}
    assert made.complaints == []
    sent = [request.url + (request.post_data or "") for request in made.requests]
    assert [one for one in sent if "141.30" in one or "090" in one] == []
    page.context.close()


def test_place_is_asked_for_first_and_can_be_deleted(browser: Browser, address: str) -> None:
    made = visit(browser, address)
    page, axe = made.page, AXE.read_text(encoding="utf-8")
    page.goto(f"{address}#/plan")
    expect(page.locator("main .act")).to_be_disabled()
    assert [*problems(page, axe), *misfits(page)] == []
    save_home(page, address)
    expect(page.locator(".stepper").first).to_be_visible()
    page.goto(f"{address}#/plan/place")
    page.locator(".watched .iconbtn").click()
    expect(page.locator(".watched")).to_have_count(0)
    page.goto(f"{address}#/plan")
    expect(page.locator("main h1")).to_have_text("場所を決める")
    page.context.close()


def test_one_page_in_every_language(browser: Browser, address: str) -> None:
    made = visit(browser, address)
    page = made.page
    save_home(page, address)
    expect(page.locator(".stepper").first).to_be_visible()
    tell_household(page)
    expect(page.locator(".risk tbody tr")).to_have_count(8)
    page.goto(f"{address}#/plan/print")
    for lang in LANGS:
        page.locator(".lang select").select_option(lang)
        expect(page.locator(f".sheet[data-lang={lang}]")).to_be_visible()
        sheet = page.evaluate(
            """() => {
                const sheet = document.querySelector(".sheet");
                return [sheet.scrollHeight - sheet.clientHeight, parseFloat(sheet.style.fontSize)];
            }"""
        )
        assert sheet[0] <= 0, f"{lang} does not fit"
        assert sheet[1] >= 9.5, f"{lang} is too small"
        assert pages_of(page.pdf(prefer_css_page_size=True)) == [A4_POINTS], lang
    page.context.close()


def test_next_piece_on_calm_days(browser: Browser, address: str) -> None:
    made = visit(browser, address)
    page = made.page
    piece = page.locator(".nextpiece .btn")
    expect(piece).to_have_attribute("href", "#/plan/place")
    expect(page.locator(".nextpiece .big")).to_contain_text("警報はありません")
    save_home(page, address)
    expect(page.locator(".stepper").first).to_be_visible()
    page.goto(f"{address}#/now")
    expect(piece).to_have_attribute("href", "#/plan/household")
    page.context.close()


def test_code_on_the_paper_opens_its_town(
    playwright: Playwright, town_region: Path, small_region: Path, tmp_path: Path
) -> None:
    server = Server(town_region, tmp_path, live=True, others=(small_region,))
    server.start()
    phone = Phone(playwright, tmp_path / "phone", "ja-JP")
    try:
        page = phone.start()
        page.goto(f"{server.address}#/now?area={SMALL_ID}")
        expect(page.locator(".fresh .town")).to_contain_text(SMALL_NAME)
        expect(page).to_have_url(f"{server.address}#/now")
    finally:
        phone.stop()
        server.stop()


def test_plan_and_paper_without_a_network(playwright: Playwright, server: Server, tmp_path: Path) -> None:
    phone = Phone(playwright, tmp_path / "phone", "ja-JP")
    page = phone.start()
    page.goto(server.address)
    page.locator(".tiles button").first.wait_for()
    save_home(page, server.address)
    expect(page.locator(".stepper").first).to_be_visible()
    tell_household(page)
    expect(page.locator(".risk tbody tr")).to_have_count(8)
    assert page.evaluate(IS_INSTALLED)

    server.stop()
    page = phone.start()
    page.goto(f"{server.address}#/plan")
    expect(page.locator("main .card").first).to_contain_text(SLOWEST["ja-JP"])
    expect(page.locator(".risk tbody tr")).to_have_count(8)
    expect(page.locator(".lvrow.our").first).to_contain_text("わが家はここで出る")
    page.goto(f"{server.address}#/plan/print")
    expect(page.locator(".sheetbox[data-ready=true]")).to_be_visible()
    expect(page.locator(".sheet .sketch")).to_be_attached()
    assert pages_of(page.pdf(prefer_css_page_size=True)) == [A4_POINTS]
    phone.stop()
