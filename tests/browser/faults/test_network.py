"""Networks that come and go, downloads that break off, and reports that wait for a network."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from api.live.embedded import socket_url
from api.live.store import Store
from tests.browser.faults.scenes import LOOK_AGAIN, answered, until, worker_of
from tests.browser.serving import ORDER, Server
from tests.browser.staff import AREA
from tests.browser.test_offline import IS_INSTALLED, Phone
from tests.browser.visit import INSIDE, IS_SAME, MARK, visit

FLAPS = 8
FIRST_RANGE = "bytes=0-524287"
HAS_PIECE = """async () => {
    const regions = await caches.open("nigemichi-regions-1");
    return (await regions.keys()).some(request => request.url.endsWith("tiles.pmtiles?piece=0"));
}"""
NO_ROOM = """() => {
    IDBObjectStore.prototype.put = () => { throw new DOMException("", "QuotaExceededError"); };
}"""
NO_SYNC = "delete ServiceWorkerRegistration.prototype.sync"


@contextmanager
def reports(folder: Path) -> Iterator[Store]:
    """Return the store beside a running server's log."""
    store = Store(socket_url(folder / "state"))
    try:
        yield store
    finally:
        store.close()


def count(store: Store) -> int:
    """Return how many reports the server has."""
    return int(store.ask(lambda client: client.hlen(f"{{{AREA}}}:reports")))


def report_fire(page: Page) -> None:
    """Say on the way that it burns."""
    page.locator(".foot a.act").click()
    page.get_by_role("button", name="通れない").click()
    page.locator(".report").get_by_role("button", name="火事").click()


def test_a_network_that_comes_and_goes_leaves_the_answer_and_brings_the_news(
    browser: Browser, server: Server
) -> None:
    page = visit(browser, server.address, device=INSIDE).page
    answered(page)
    expect(page.locator(".noalerts.calm")).to_be_visible()
    page.evaluate(MARK)
    for _ in range(FLAPS):
        page.context.set_offline(True)
        page.context.set_offline(False)
    page.context.set_offline(True)
    server.event(*ORDER)
    expect(page.locator(".decide.go")).to_be_visible()
    expect(page.locator(".official")).to_have_count(0)
    page.context.set_offline(False)
    expect(page.locator(".official")).to_contain_text("避難指示")
    expect(page.locator(".decide.go")).to_be_visible()
    assert page.evaluate(IS_SAME)


def test_a_download_that_broke_off_goes_on_where_it_stopped(phone: Phone, server: Server) -> None:
    page = phone.start()

    def first_only(route: Route) -> None:
        if route.request.headers.get("range") == FIRST_RANGE:
            route.continue_()
        else:
            route.abort()

    page.route("**/tiles.pmtiles", first_only)
    page.goto(server.address)
    answered(page)
    expect(page.locator(".decide.go")).to_be_visible()
    until(lambda: page.evaluate(HAS_PIECE), page, "the first piece")
    page = phone.start()
    ranges: list[str] = []
    page.on("request", lambda sent: ranges.append(sent.headers.get("range", "")))
    page.goto(server.address)
    assert page.evaluate(IS_INSTALLED)
    asked = [one for one in ranges if one]
    assert asked
    assert FIRST_RANGE not in asked


@pytest.mark.parametrize("lang", ["ja-JP"])
def test_a_report_goes_by_itself_when_the_server_is_back_without_background_sync(
    browser: Browser, server: Server, tmp_path: Path, lang: str
) -> None:
    page = visit(browser, server.address, lang=lang, device=INSIDE).page
    page.evaluate(NO_SYNC)
    answered(page)
    expect(page.locator(".noalerts.calm")).to_be_visible()
    assert page.evaluate(IS_INSTALLED)
    server.stop()
    report_fire(page)
    expect(page.locator(".report")).to_contain_text("電波がもどったら送ります")
    page.evaluate(LOOK_AGAIN)
    expect(page.locator(".fresh.old, .fresh svg").first).to_be_visible()
    server.start()
    page.evaluate(LOOK_AGAIN)
    expect(page.locator(".report")).to_contain_text("知らせました")
    with reports(tmp_path) as store:
        assert count(store) == 1


def test_a_report_that_can_neither_go_nor_be_kept_is_said(browser: Browser, address: str) -> None:
    page = visit(browser, address, device=INSIDE).page
    page.evaluate(NO_ROOM)
    page.route("**/reports", lambda route: route.abort())
    answered(page)
    report_fire(page)
    expect(page.locator(".report")).to_contain_text("保存もできません。送れませんでした")


def test_background_sync_sends_a_report_after_the_page_was_closed(
    phone: Phone, server: Server, tmp_path: Path
) -> None:
    page = phone.install(server.address)
    answered(page)
    server.stop()
    report_fire(page)
    expect(page.locator(".report")).to_contain_text("電波がもどったら送ります")
    session, worker = worker_of(page)
    page.goto("about:blank")
    server.start()
    sync = {
        "origin": server.address.rstrip("/"),
        "registrationId": worker,
        "tag": "reports",
        "lastChance": True,
    }
    session.send("ServiceWorker.dispatchSyncEvent", sync)
    with reports(tmp_path) as store:
        until(lambda: count(store), page, "the report")
        assert count(store) == 1
    page.goto(server.address)
    answered(page)
    with reports(tmp_path) as store:
        assert count(store) == 1  # it is sent once
