"""Notifications: one that comes when there is no network, and browsers that can have none."""

import json

from playwright.sync_api import Browser, Page, expect

from tests.browser.faults.scenes import answered, worker_of
from tests.browser.serving import ORDER, Server
from tests.browser.test_offline import Phone
from tests.browser.visit import INSIDE

TITLE, BODY = "避難指示（白波町）", "津波です。海と川から離れ、すぐ高い所へ。"
SHOWN = """async () => {
    const registration = await navigator.serviceWorker.ready;
    return (await registration.getNotifications()).map(({title}) => title);
}"""
TAP = """async () => {
    let opened = null;
    Clients.prototype.matchAll = async () => [];
    Clients.prototype.openWindow = async address => { opened = address; return null; };
    const [notification] = await self.registration.getNotifications();
    const tap = new NotificationEvent("notificationclick", {notification});
    const work = [];
    tap.waitUntil = done => work.push(done);
    self.dispatchEvent(tap);
    await Promise.all(work);
    return opened;
}"""
"""A script's tap may not open a window, as a person's may: what would be opened is told."""
NO_PUSH = "delete window.PushManager; delete window.EventSource"
POLLED = "01:30"
DELIVERIES, LOOKS = 5, 40


def message(address: str) -> str:
    told = {
        "title": TITLE,
        "body": BODY,
        "navigate": f"{address}#/alerts",
        "lang": "ja",
        "dir": "ltr",
        "silent": False,
        "tag": "t1",
        "data": {"level": 4, "tsunami": True, "drill": False},
    }
    return json.dumps({"web_push": 8030, "notification": told})


def deliver(page: Page, address: str) -> list[str]:
    """Hand a message to the page's service worker, as the browser does; return the titles that are shown.

    The protocol does not say when a worker could not be woken: then the same message again, of the same tag.
    """
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    session, worker = worker_of(page)
    push = {"origin": address.rstrip("/"), "registrationId": worker, "data": message(address)}
    for _ in range(DELIVERIES):
        session.send("ServiceWorker.deliverPushMessage", push)
        for _ in range(LOOKS):
            if shown := page.evaluate(SHOWN):
                return list(shown)
            page.wait_for_timeout(200)
    return []


def test_a_notification_without_a_network_is_shown_and_the_page_does_not_contradict_it(
    phone: Phone, server: Server
) -> None:
    page = phone.install(server.address)
    page.context.grant_permissions(["geolocation", "notifications"], origin=server.address)
    expect(page.locator(".noalerts.calm")).to_be_visible()
    server.stop()
    assert deliver(page, server.address) == [TITLE]
    expect(page.locator(".official.pushed")).to_contain_text(TITLE)  # the page is open: it says so at once
    (worker,) = page.context.service_workers
    address = worker.evaluate(TAP)
    page.close()

    page = phone.start()
    page.goto(address)
    card = page.locator(".card.pushed")
    expect(card).to_contain_text(BODY)
    expect(card).to_contain_text("取り消しは届いていません")
    expect(page.locator(".noalerts.calm")).to_have_count(0)
    expect(page.get_by_text("この町の避難の知らせは出ていません。")).to_have_count(0)
    page.locator(".tabs a").first.click()
    expect(page.get_by_role("heading", name="今、どこにいますか")).to_be_visible()
    page.get_by_role("button", name="現在地を使う").click()
    expect(page.locator(".decide.go")).to_be_visible()

    server.start()
    server.event(*ORDER)
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator(".official.pushed")).to_have_count(0)
    expect(page.locator(".official")).to_contain_text("避難指示")


def test_without_notifications_or_a_stream_the_page_says_so_and_asks_by_itself(
    browser: Browser, server: Server
) -> None:
    context = browser.new_context(locale="ja-JP", permissions=["geolocation"])
    context.set_geolocation({"longitude": INSIDE[0], "latitude": INSIDE[1], "accuracy": 8})
    context.add_init_script(NO_PUSH)
    page = context.new_page()
    page.clock.install()
    page.goto(server.address)
    answered(page)
    expect(page.get_by_text("このブラウザは通知を受け取れません。")).to_be_visible()
    expect(page.locator(".noalerts.calm")).to_be_visible()
    server.event(*ORDER)
    page.clock.fast_forward(POLLED)
    expect(page.locator(".official")).to_contain_text("避難指示")
