"""The first visit: one thing after the other, each with its reason; never in the way of an answer."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.serving import ORDER_IN_TWO, Server
from tests.browser.test_access import AXE, misfits, problems
from tests.browser.visit import DESKTOP, INSIDE, PHONE, Scheme, visit

pytestmark = pytest.mark.usefixtures("closed_afterwards")

OFFER = ".foot a[href='#/plan/start']"
IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
    " Version/18.1 Mobile/15E148 Safari/604.1"
)
IN_SIGHT = """() => {
    const action = document.querySelector(".start .end").getBoundingClientRect();
    const tabs = document.querySelector(".foot").getBoundingClientRect();
    return action.top >= 0 && action.bottom <= tabs.top + 1;
}"""
"""Whether what can be pressed stands in sight, above the tabs."""
EQUAL_SIZE = """() => {
    const buttons = [...document.querySelectorAll(".start .end .btn")];
    const [yes, later] = buttons.map(button => button.getBoundingClientRect());
    return Math.abs(yes.width - later.width) < 1 && Math.abs(yes.height - later.height) < 1;
}"""


@pytest.mark.parametrize(
    ("lang", "size", "scheme", "asks"),
    [
        ("ja-JP", PHONE, "light", ["避難の知らせ", "現在地", "ホーム画面"]),
        ("en-US", PHONE, "dark", ["evacuation notices", "position", "Home Screen"]),
        ("ja-JP", DESKTOP, "dark", ["避難の知らせ", "現在地", "ホーム画面"]),
        ("en-US", DESKTOP, "light", ["evacuation notices", "position", "Home Screen"]),
    ],
)
def test_one_thing_is_asked_after_the_other(
    browser: Browser, server: Server, lang: str, size: tuple[int, int], scheme: Scheme, asks: list[str]
) -> None:
    made = visit(browser, server.address, size, lang, scheme, device=INSIDE)
    page, axe = made.page, AXE.read_text(encoding="utf-8")
    page.context.grant_permissions(["geolocation", "notifications"])
    page.locator(OFFER).click()
    expect(page.locator(".start progress")).to_have_attribute("value", "100")
    found = {"save": [*problems(page, axe), *misfits(page)]}
    assert page.evaluate(IN_SIGHT)
    page.locator(".start .act").click()
    for ask in asks:
        expect(page.get_by_role("heading", level=1)).to_contain_text(ask)
        assert page.evaluate(IN_SIGHT)
        assert page.evaluate(EQUAL_SIZE)
        found[ask] = [*problems(page, axe), *misfits(page)]
        page.locator(".start .end .btn").last.click()
    expect(page.locator(".start a[href='#/now']")).to_be_visible()
    assert {name: problem for name, problem in found.items() if problem} == {}
    page.locator(".start a[href='#/now']").click()
    page.locator(".tiles button").first.wait_for()
    expect(page.locator(OFFER)).to_have_count(0)
    page.reload()
    expect(page.locator(".noalerts.calm")).to_be_visible()
    made.words_are_here()
    expect(page.locator(OFFER)).to_have_count(0)
    assert made.complaints == []


def test_the_position_is_asked_for_on_a_tap_and_told_to_nobody(browser: Browser, server: Server) -> None:
    made = visit(browser, server.address, device=INSIDE)
    page = made.page
    page.locator(OFFER).click()
    page.locator(".start .act").click()
    # this browser gives no notifications: nobody is asked about them
    page.get_by_role("button", name="現在地を使う").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("現在地がわかりました")
    page.locator(".start .act").click()
    later(page, "ホーム画面")
    page.locator(".start a[href='#/now']").click()
    made.choose("津波")
    expect(page.locator(".decide.go")).to_be_visible()  # nobody asks again
    sent = [request.url + (request.post_data or "") for request in made.requests]
    assert not [text for text in sent if "141.3" in text or "37.30" in text]


def test_it_stands_in_nobodys_way(browser: Browser, server: Server) -> None:
    made = visit(browser, server.address, device=INSIDE)
    expect(made.page.locator(OFFER)).to_be_visible()
    made.choose("津波")
    made.page.locator(".actions .act").click()
    expect(made.page.locator(".decide.go")).to_be_visible()


def test_whoever_says_later_is_not_asked_again(browser: Browser, server: Server) -> None:
    made = visit(browser, server.address)
    page = made.page
    page.locator(".foot").get_by_role("button", name="あとで").click()
    expect(page.locator(OFFER)).to_have_count(0)
    page.reload()
    expect(page.locator(".noalerts.calm")).to_be_visible()
    made.words_are_here()
    expect(page.locator(OFFER)).to_have_count(0)


def test_nobody_is_asked_while_something_is_in_force(browser: Browser, server: Server) -> None:
    server.event(*ORDER_IN_TWO)
    made = visit(browser, server.address, device=INSIDE)
    page = made.page
    expect(page.locator(".official")).to_contain_text("避難指示")
    expect(page.locator(OFFER)).to_have_count(0)
    page.evaluate("location.hash = '#/plan/start'")
    page.wait_for_url("**/#/now")


@pytest.mark.parametrize(
    ("lang", "why", "first"),
    [
        ("ja-JP", "ホーム画面から開いたときだけ、知らせを受け取れます", "共有"),
        ("en-US", "only when this page is opened from the Home Screen", "Share"),
    ],
)
def test_an_iphone_is_told_that_notifications_need_the_home_screen(
    browser: Browser, server: Server, lang: str, why: str, first: str
) -> None:
    context = browser.new_context(
        viewport={"width": PHONE[0], "height": PHONE[1]}, locale=lang, user_agent=IPHONE
    )
    page = context.new_page()
    page.add_init_script("delete window.PushManager")
    page.goto(server.address)
    page.locator(OFFER).click()
    expect(page.locator(".start > .small").first).to_have_text("1 / 3")
    page.locator(".start .act").click()
    page.locator(".start .end .btn").last.click()
    expect(page.locator(".start")).to_contain_text(why)
    expect(page.locator(".hints li").first).to_contain_text(first)
    assert [*problems(page, AXE.read_text(encoding="utf-8")), *misfits(page)] == []


def later(page: Page, title: str) -> None:
    """Put off what is asked."""
    expect(page.get_by_role("heading", level=1)).to_contain_text(title)
    page.locator(".start .end").get_by_role("button", name="あとで").click()
