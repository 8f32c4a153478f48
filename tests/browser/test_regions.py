"""Several regions on one phone: kept, asked about, looked after and removed, with and without a network."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Playwright, expect

from tests.browser.serving import Server
from tests.browser.test_offline import Phone, ask
from tests.browser.visit import Visit
from tests.regions import SMALL_ID, SMALL_NAME

IN_KOMACHI = (133.5003, 33.5)
"""At the west end of the small town's main street, under two metres of water."""
SITE = "東小学校"
"""The only site of the small town outside of the water."""
FILES_OF = """async area => {
    const regions = await caches.open("nigemichi-regions-1");
    const names = (await regions.keys()).map(request => new URL(request.url).pathname);
    return names.filter(name => name.startsWith(`/v1/regions/${area}/files/`))
        .map(name => name.split("/").at(-1)).sort();
}"""
SMALL_FILES = ["exposure.nmg", "profiles.json", "sites.json", "streets.pack", "thresholds.json"]
BIG = "shiranami"
ORDER = ("alert", "tsunami", "--alert", "k1", "--text", "ja=避難指示\n海から離れ、高い所へ。")


@pytest.fixture
def server(town_region: Path, small_region: Path, tmp_path: Path) -> Iterator[Server]:
    made = Server(town_region, tmp_path, live=True, others=(small_region,))
    made.start()
    yield made
    made.stop()


@pytest.fixture(params=["ja-JP"])
def phone(playwright: Playwright, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Phone]:
    made = Phone(playwright, tmp_path / "phone", request.param)
    yield made
    made.stop()


def settings(page: Page) -> Locator:
    """Open the settings by their address; return the part about towns."""
    page.evaluate("location.hash = '#/plan/settings'")
    towns = page.locator("main .towns")
    towns.wait_for()
    return towns


def keep_both(phone: Phone, server: Server, keep: str = "この町も保存する") -> Page:
    """Install the first town, then keep the second one from the settings."""
    page = phone.install(server.address)
    towns = settings(page)
    towns.get_by_role("button", name=keep).click()
    expect(towns.locator(".town", has_text="小町").locator(".row")).to_be_visible()
    assert page.evaluate(FILES_OF, SMALL_ID) == SMALL_FILES
    return page


@pytest.mark.parametrize(
    ("phone", "keep", "hazard", "button", "verb"),
    [
        ("ja-JP", "この町も保存する", "津波", "現在地を使う", "今すぐ避難"),
        ("en-US", "Save this town", "Tsunami", "Use my position", "Leave now"),
    ],
    indirect=["phone"],
)
def test_two_kept_towns_answer_without_any_network(
    phone: Phone, server: Server, keep: str, hazard: str, button: str, verb: str
) -> None:
    keep_both(phone, server, keep)
    server.stop()
    page = phone.start()
    page.goto(server.address)
    ask(page, hazard, button)
    expect(page.get_by_role("heading", level=1)).to_contain_text(verb)
    expect(page.locator(".fresh .town")).to_contain_text(re.compile("白波町"))
    expect(page.locator(".site h2")).not_to_have_text(SITE)
    page.evaluate("location.hash = '#/plan/settings'")
    page.locator(".town", has_text="小町").get_by_role("button").first.click()
    expect(page.locator(".fresh .town")).to_contain_text("小町")
    page.evaluate("location.hash = '#/now'")
    Visit(page).enter(IN_KOMACHI)
    expect(page.get_by_role("heading", level=1)).to_contain_text(verb)
    expect(page.locator(".site h2")).to_have_text(SITE)
    page = phone.start()
    page.goto(server.address)
    expect(page.locator(".fresh .town")).to_contain_text("小町")  # the one that was used last


def test_a_place_is_answered_by_the_town_in_which_it_lies(phone: Phone, server: Server) -> None:
    page = keep_both(phone, server)
    server.stop()
    page.evaluate("location.hash = '#/now'")
    made = Visit(page)
    made.choose("津波")
    made.enter(IN_KOMACHI)
    expect(page.locator(".fresh .town")).to_contain_text("小町")
    expect(page.locator(".site h2")).to_have_text(SITE)
    assert page.evaluate(FILES_OF, BIG) != []


def test_a_place_in_a_town_that_is_not_kept_asks_whether_to_keep_it(phone: Phone, server: Server) -> None:
    page = phone.install(server.address)
    made = Visit(page)
    made.choose("津波")
    made.enter(IN_KOMACHI)
    expect(page.locator(".decide.unknown")).to_be_visible()
    expect(page.get_by_text(f"この場所は「{SMALL_NAME}」にあります。")).to_be_visible()
    assert page.evaluate(FILES_OF, SMALL_ID) == []
    page.get_by_role("button", name="この町を保存して調べる").click()
    expect(page.locator(".decide.go")).to_be_visible()
    expect(page.locator(".fresh .town")).to_contain_text("小町")


def test_removing_a_town_leaves_the_other_whole(phone: Phone, server: Server) -> None:
    page = keep_both(phone, server)
    before = page.evaluate(FILES_OF, BIG)
    small = page.locator(".town", has_text="小町")
    small.get_by_role("button", name="消す").click()
    expect(small.get_by_role("alert")).to_contain_text("消しますか")
    small.get_by_role("button", name="消す").first.click()
    expect(page.locator(".towns").get_by_role("button", name="この町も保存する")).to_be_visible()
    assert page.evaluate(FILES_OF, SMALL_ID) == []
    assert page.evaluate(FILES_OF, BIG) == before


def test_a_broken_download_of_a_second_town_goes_on_where_it_stopped(phone: Phone, server: Server) -> None:
    page = phone.install(server.address)
    towns = settings(page)
    page.route("**/thresholds.json*", lambda route: route.abort())
    towns.get_by_role("button", name="この町も保存する").click()
    expect(towns.get_by_role("alert")).to_contain_text("途中で切れました")
    page.unroute("**/thresholds.json*")
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    towns.get_by_role("button", name="この町も保存する").click()
    expect(towns.locator(".town", has_text="小町").locator(".row")).to_be_visible()
    assert page.evaluate(FILES_OF, SMALL_ID) == SMALL_FILES
    again = [url for url in fetched if f"/{SMALL_ID}/files/" in url and "streets.pack" in url]
    assert again == []


def test_news_of_a_town_beside_are_told_on_every_screen(
    phone: Phone, server: Server, small_region: Path
) -> None:
    page = keep_both(phone, server)
    server.event(*ORDER, region=small_region)
    page.reload()
    line = page.locator(".elsewhere-alert")
    expect(line).to_contain_text("小町に知らせが出ています：避難指示")
    expect(page.locator(".noalerts.calm")).to_be_visible()  # here nothing is in force
    line.click()
    expect(page.locator(".alert")).to_contain_text("海から離れ")
    expect(page.locator(".fresh .town")).to_contain_text("小町")
    expect(line).to_have_count(0)
