"""A phone whose clock is two hours wrong: it says so, and no time left is told by it."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.resident.timed import with_times
from tests.browser.serving import ORDER, Server
from tests.browser.test_offline import Phone
from tests.browser.visit import INSIDE, PHONE

JAPAN = timedelta(hours=9)
MINUTES = 40
"""After which the sea comes, in the published scenario."""
HERE = {"longitude": INSIDE[0], "latitude": INSIDE[1], "accuracy": 8}


@pytest.fixture(scope="module")
def warned(town_region: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Return a server with an order that names the agency's telegram."""
    folder = tmp_path_factory.mktemp("warned")
    server = Server(with_times(town_region, folder / "timed", MINUTES), folder, live=True)
    server.start()
    try:
        server.event(*ORDER, "--source", f"大津波警報（気象庁、{datetime.now(UTC) + JAPAN:%Y-%m-%d %H:%M}）")
        yield server
    finally:
        server.stop()


def wrong_phone(browser: Browser, address: str, hours: int, lang: str = "ja-JP") -> Page:
    """Open the page on a phone whose clock is wrong, and let it say where it is."""
    context = browser.new_context(
        viewport={"width": PHONE[0], "height": PHONE[1]}, locale=lang, permissions=["geolocation"]
    )
    context.set_geolocation(HERE)
    page = context.new_page()
    page.clock.install(time=datetime.now(UTC) + timedelta(hours=hours))
    page.goto(address)
    page.locator(".actions .act").click()
    return page


@pytest.mark.parametrize(
    ("hours", "lang", "said"),
    [
        (-2, "ja-JP", re.compile("約2時間ずれています（遅れています）")),
        (2, "ja-JP", re.compile("約2時間ずれています（進んでいます）")),
        (2, "en-US", re.compile("about 2 h fast")),
    ],
)
def test_a_clock_two_hours_wrong_is_said_and_the_last_time_to_leave_is_the_right_one(
    browser: Browser, warned: Server, hours: int, lang: str, said: re.Pattern[str]
) -> None:
    page = wrong_phone(browser, warned.address, hours, lang)
    expect(page.locator(".clocknote")).to_have_text(said)
    expect(page.locator(".fresh")).not_to_have_class(re.compile("old"))
    left = page.locator(".leaveby .clock").last
    expect(left).to_have_text(re.compile(r"^\d+ ?(分|min)$"))
    shown = page.locator(".leaveby .clock").first.inner_text()
    now = datetime.now(UTC) + JAPAN
    late = (datetime.strptime(shown, "%H:%M").replace(tzinfo=UTC) - now).total_seconds() % 86_400
    assert late <= MINUTES * 60, f"leave by {shown}, and it is {now:%H:%M}"


def test_where_the_right_time_is_not_known_no_time_left_is_told(browser: Browser, warned: Server) -> None:
    def without_date(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(
            response=answer, headers={name: value for name, value in answer.headers.items() if name != "date"}
        )

    context = browser.new_context(locale="ja-JP", permissions=["geolocation"], geolocation=HERE)  # type: ignore[arg-type]
    page = context.new_page()
    page.route("**/live", without_date)
    page.clock.install(time=datetime.now(UTC) + timedelta(hours=2))
    page.goto(warned.address)
    page.locator(".actions .act").click()
    expect(page.locator(".clocknote")).to_contain_text("確かめられません")
    expect(page.locator(".decide.go")).to_be_visible()
    expect(page.locator(".leaveby")).to_have_count(0)


def test_kept_news_from_the_future_show_a_slow_clock_without_any_network(
    phone: Phone, server: Server
) -> None:
    page = phone.install(server.address)
    server.event(*ORDER)
    expect(page.locator(".official")).to_contain_text("避難指示")
    server.stop()
    page = phone.start()
    page.clock.install(time=datetime.now(UTC) - timedelta(hours=2))
    page.goto(server.address)
    page.locator(".actions .act").click()
    expect(page.locator(".clocknote")).to_contain_text("残り時間は出しません")
    expect(page.locator(".decide.go")).to_be_visible()
    expect(page.locator(".leaveby")).to_have_count(0)
