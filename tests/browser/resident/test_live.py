"""News while the page is open: what is in force, what it changes, and what a person sees without them."""

import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.resident.timed import SCENARIO, with_times
from tests.browser.serving import FLOOD_DRILL, ORDER_IN_TWO, Server
from tests.browser.test_access import AXE, misfits, problems
from tests.browser.visit import DESKTOP, INSIDE, IS_SAME, MARK, PHONE, Scheme, Visit, visit

pytestmark = pytest.mark.usefixtures("closed_afterwards")

TOP_OF_BANNER = "document.querySelector('.decide').getBoundingClientRect().top"


def at_the_shore(
    browser: Browser,
    server: Server,
    size: tuple[int, int] = PHONE,
    lang: str = "ja-JP",
    *,
    ordered: bool = False,
) -> Visit:
    """Open the page inside the tsunami zone, with the answer and the news on the screen.

    With an order in force nobody is asked what they flee from.
    """
    made = visit(browser, server.address, size, lang, device=INSIDE)
    if not ordered:
        made.choose("津波" if lang == "ja-JP" else "Tsunami")
    made.page.locator(".actions .act").click()
    made.page.locator(".decide").wait_for()
    made.page.locator(".official b" if ordered else ".noalerts.calm").first.wait_for()
    made.words_are_here()
    made.page.evaluate(MARK)
    return made


def go(page: Page, screen: str) -> None:
    page.locator(f".tabs a[href='#/{screen}']").click()


@pytest.mark.parametrize(
    ("size", "lang", "name", "told", "until"),
    [
        (PHONE, "ja-JP", "避難指示", "海と川から離れ", "解除の知らせが出るまで"),
        (DESKTOP, "en-US", "避難指示", "Leave the sea", "Until it is lifted"),
    ],
)
def test_an_order_arrives_by_itself_and_nothing_jumps(
    browser: Browser, server: Server, size: tuple[int, int], lang: str, name: str, told: str, until: str
) -> None:
    made = at_the_shore(browser, server, size, lang)
    page = made.page
    before = page.evaluate(TOP_OF_BANNER)
    server.event(*ORDER_IN_TWO)
    expect(page.locator(".official")).to_contain_text(name)
    expect(page.locator(".changed p")).to_contain_text(name)
    assert page.evaluate(IS_SAME)
    assert abs(page.evaluate(TOP_OF_BANNER) - before) <= 24
    go(page, "alerts")
    expect(page.locator(".alert")).to_contain_text(told)
    expect(page.locator(".alert dl")).to_contain_text(until)
    server.event("cancel", "t1")
    expect(page.locator(".alert.done s")).to_have_text(name)
    assert page.evaluate(IS_SAME)
    assert made.complaints == []


def test_another_language_has_the_japanese_original_beside_it(browser: Browser, server: Server) -> None:
    server.event(*ORDER_IN_TWO)
    page = at_the_shore(browser, server, lang="en-US", ordered=True).page
    go(page, "alerts")
    expect(page.locator(".alert .do")).to_contain_text("Evacuation Order")
    page.get_by_text("Japanese original").click()
    expect(page.locator(".alert details [lang=ja]")).to_contain_text("海と川から離れ")


def test_an_order_answers_the_first_question(browser: Browser, server: Server) -> None:
    server.event(*ORDER_IN_TWO)
    made = visit(browser, server.address, device=INSIDE)
    expect(made.page.get_by_role("heading", name="今、どこにいますか")).to_be_visible()
    made.page.locator(".actions .act").click()
    expect(made.page.locator(".decide.go")).to_be_visible()
    expect(made.page.locator(".when")).to_contain_text("町の知らせ")


def test_an_advisory_asks_who_is_at_the_sea_and_leads_nobody_else_away(
    browser: Browser, server: Server
) -> None:
    server.event(*ORDER_IN_TWO, "--source", "津波注意報（気象庁）")
    made = at_the_shore(browser, server, lang="en-US", ordered=True)
    page, question = made.page, made.page.locator(".ask legend")
    expect(page.locator(".decide.go")).to_be_visible()
    expect(question).to_contain_text("in the sea, on the shore")
    page.locator(".ask").get_by_role("button", name="No", exact=True).click()
    expect(page.locator(".decide.go")).to_have_count(0)
    expect(page.locator(".decide.early")).to_be_visible()
    expect(page.locator(".official")).to_contain_text("津波注意報")
    expect(page.get_by_text("in the sea, on the shore")).to_have_count(0)
    assert made.complaints == []


def test_a_closed_road_is_said_with_what_it_means(browser: Browser, server: Server) -> None:
    page = at_the_shore(browser, server).page
    lon, lat = INSIDE
    server.event(
        "close-road", "--line", f"{lon - 0.0006},{lat} {lon + 0.0006},{lat + 0.0003}", "--closure", "c1"
    )
    expect(page.locator(".changed p")).to_contain_text(re.compile("通れなくなりました.*行き先"))
    assert page.evaluate(IS_SAME)
    page.locator(".changed button").click()
    expect(page.locator(".changed p")).to_have_count(0)
    server.event("reopen", "c1")
    expect(page.locator(".changed p")).to_contain_text("通れるようになりました")


def test_a_drill_is_on_every_screen_and_a_real_order_ends_it(browser: Browser, server: Server) -> None:
    page = at_the_shore(browser, server).page
    server.event("drill", "町民訓練")
    server.event(*FLOOD_DRILL)
    expect(page.locator(".decide.hollow")).to_contain_text("【訓練】")
    for screen in ("now", "route", "alerts", "sites"):
        go(page, screen)
        expect(page.locator(".drillbar").first).to_contain_text("これは訓練です")
        expect(page).to_have_title(re.compile("^【訓練】"))
    go(page, "alerts")
    expect(page.locator(".alert.drill")).to_contain_text("【訓練】")
    expect(page.get_by_text("この町の避難の知らせは出ていません。")).to_be_visible()
    server.event(*ORDER_IN_TWO)
    expect(page.locator(".drillbar")).to_have_count(0)
    expect(page.locator(".alert.lvb-order")).to_contain_text("避難指示")


def test_news_that_nobody_signed_are_not_used(browser: Browser, server: Server) -> None:
    def forge(route: Route) -> None:
        answer = route.fetch()
        told = answer.json()
        told["signed"] = told["signed"].replace('"revision":', '"revision": ')
        route.fulfill(response=answer, body=json.dumps(told))

    made = visit(browser, server.address, device=INSIDE)
    made.page.locator(".noalerts.calm").wait_for()
    made.page.route("**/live", forge)
    server.event(*ORDER_IN_TWO)
    made.page.evaluate("dispatchEvent(new Event('online'))")
    expect(made.page.locator(".noalerts.bad")).to_contain_text("確かめられません")
    expect(made.page.locator(".official")).to_have_count(0)


def test_without_a_network_the_last_news_stay_with_their_age(browser: Browser, server: Server) -> None:
    made = at_the_shore(browser, server)
    page = made.page
    server.event(*ORDER_IN_TWO)
    expect(page.locator(".official")).to_contain_text("避難指示")
    server.stop()
    page.context.set_offline(True)
    page.clock.install()
    page.evaluate("dispatchEvent(new Event('offline'))")
    expect(page.locator(".fresh svg").first).to_be_visible()
    expect(page.locator(".official")).to_contain_text("避難指示")
    page.clock.fast_forward("01:10:00")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.locator(".fresh.old")).to_contain_text("圏外")
    expect(page.locator(".decide")).to_have_class(re.compile("dashed"))
    assert page.evaluate(IS_SAME)


@pytest.mark.parametrize(("lang", "label"), [("ja-JP", "出発の限界"), ("en-US", "Last time to leave")])
def test_the_last_time_to_leave_is_that_of_the_published_scenario(
    browser: Browser, town_region: Path, tmp_path: Path, lang: str, label: str
) -> None:
    server = Server(with_times(town_region, tmp_path / "timed", 40), tmp_path, live=True)
    server.start()
    try:
        japan = datetime.now(UTC) + timedelta(hours=9)
        server.event(*ORDER_IN_TWO, "--source", f"大津波警報（気象庁、{japan:%Y-%m-%d %H:%M}）")
        made = visit(browser, server.address, PHONE, lang, device=INSIDE)
        made.page.locator(".actions .act").click()
        panel = made.page.locator(".leaveby")
        expect(panel).to_contain_text(label)
        expect(panel.locator(".clock").first).to_have_text(re.compile(r"^\d\d:\d\d$"))
        expect(panel.locator(".clock").last).to_have_text(re.compile(r"^\d+ ?(分|min)$"))
        expect(made.page.locator(".scenario")).to_contain_text(SCENARIO)
    finally:
        server.stop()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_screen_with_something_in_force_is_accessible(
    browser: Browser, server: Server, scheme: Scheme
) -> None:
    made = visit(browser, server.address, PHONE, "ja-JP", scheme, device=INSIDE)
    page, axe = made.page, AXE.read_text(encoding="utf-8")
    made.choose("津波")
    page.locator(".actions .act").click()
    server.event("drill", "町民訓練")
    server.event(*FLOOD_DRILL)
    page.locator(".decide.hollow").wait_for()
    found = {"drill": [*problems(page, axe), *misfits(page)]}
    server.event(*ORDER_IN_TWO)
    page.locator(".decide:not(.hollow)").wait_for()
    for screen, shown in (("now", ".ask"), ("route", ".steps"), ("alerts", ".alert"), ("sites", ".sitecard")):
        go(page, screen)
        page.locator(shown).first.wait_for()
        found[screen] = [*problems(page, axe), *misfits(page)]
    assert {screen: problem for screen, problem in found.items() if problem} == {}


def test_a_full_site_is_said_and_nobody_is_led_there(
    browser: Browser, server: Server, town_region: Path
) -> None:
    sites = json.loads((town_region / "sites.json").read_text(encoding="utf-8"))["sites"]
    page = at_the_shore(browser, server).page
    first = page.locator(".site h2").inner_text()
    full = next(site for site in sites if site["name"] == first)
    server.event("site", full["id"], "full", "--people", "300")
    expect(page.locator(".changed p")).to_contain_text("行き先が変わりました")
    go(page, "sites")
    expect(page.locator(".sitecard").first.locator(".walk")).to_contain_text(re.compile("歩いて.*分"))
    page.get_by_text("行けない・使えない所").click()
    card = page.locator(".sitecard.no", has_text=first)
    expect(card.locator(".tag")).to_have_text("満員")
