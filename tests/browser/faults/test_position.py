"""Positions that say little: half a kilometre of doubt, three kilometres off the map, none while walking."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.visit import INSIDE, Visit, visit

EDGE = (141.2981, 37.31041)
"""On dry ground, the tsunami zone 200 m away."""
NORTH_OF_TOWN_DEG = 0.027
"""Three kilometres."""
WORDS = {
    "ja-JP": ("津波", "位置があいまい（±500m）", "いちばん危ない場合", "の近く", "地図や名前で選ぶ"),
    "en-US": ("Tsunami", "Position is vague (±500 m)", "worst case", "Near", "Choose on the map"),
}


def locate(page: Page, place: tuple[float, float], accuracy: int) -> None:
    page.context.set_geolocation({"longitude": place[0], "latitude": place[1], "accuracy": accuracy})
    page.locator(".actions .act").click()


@pytest.mark.parametrize("lang", ["ja-JP", "en-US"])
def test_half_a_kilometre_of_doubt_is_said_and_asked_about_and_the_worst_is_told(
    browser: Browser, address: str, lang: str
) -> None:
    tsunami, vague, worst, near, other = WORDS[lang]
    made = visit(browser, address, lang=lang, device=EDGE)
    page = made.page
    made.choose(tsunami)
    locate(page, EDGE, 500)
    card = page.locator(".vague")
    expect(card).to_contain_text(vague)
    expect(card).to_contain_text(worst)
    expect(page.locator(".decide.go")).to_be_visible()
    card.get_by_role("button", name=near).first.click()
    expect(card).to_have_count(0)
    expect(page.locator(".decide")).to_be_visible()
    page.locator(".foot .btn.elsewhere, .elsewhere").first.click()
    locate(page, EDGE, 500)
    card.get_by_role("button", name=other).click()
    expect(page.locator(".foot .actions .act")).to_be_visible()
    expect(page.locator(".foot .actions .btn")).to_be_visible()
    expect(page.locator(".map")).to_be_visible()
    locate(page, EDGE, 8)
    expect(page.locator(".decide.stay")).to_be_visible()
    expect(card).to_have_count(0)
    assert made.complaints == []


def test_where_all_places_mean_the_same_only_the_way_is_in_doubt(browser: Browser, address: str) -> None:
    made = visit(browser, address, device=INSIDE)
    made.choose("津波")
    locate(made.page, INSIDE, 150)
    expect(made.page.locator(".vague")).to_contain_text("することは同じです")
    expect(made.page.locator(".decide.go")).to_be_visible()


def test_three_kilometres_off_the_map_it_says_so_and_what_still_works(browser: Browser, address: str) -> None:
    made = visit(browser, address, device=INSIDE)
    page = made.page
    west, _, east, north = page.evaluate(
        "fetch('v1/regions').then(a => a.json()).then(a => a.regions[0].bbox)"
    )
    made.choose("津波")
    locate(page, ((west + east) / 2, north + NORTH_OF_TOWN_DEG), 8)
    expect(page.get_by_role("heading", level=1)).to_contain_text("地図の外")
    expect(page.locator("main")).to_contain_text(re.compile(r"南へ約(2\.9|3\.0|3\.1)km"))
    page.get_by_role("link", name="この町の避難先を見る").click()
    expect(page.locator(".sitecard").first).to_be_visible()
    page.locator(".tabs a").first.click()
    page.get_by_role("button", name="この町の中の場所を選んで").click()
    expect(page.get_by_role("heading", name="今、どこにいますか")).to_be_visible()
    Visit(page).enter(INSIDE)
    expect(page.locator(".decide.go")).to_be_visible()
    assert made.complaints == []


def test_a_position_that_gets_vague_on_the_way_is_said_and_the_way_stays(
    browser: Browser, address: str
) -> None:
    made = visit(browser, address, device=INSIDE)
    page = made.page
    made.choose("津波")
    page.locator(".actions .act").click()
    page.locator(".actions a.act").click()
    page.get_by_role("button", name="歩き出す").click()
    expect(page.locator(".next.strong .small")).to_contain_text("あと")
    page.context.set_geolocation({"longitude": EDGE[0], "latitude": EDGE[1], "accuracy": 500})
    expect(page.locator(".told").filter(has_text="位置があいまい（±500m）")).to_be_visible()
    expect(page.locator(".steps li").last).to_contain_text("に着く")
