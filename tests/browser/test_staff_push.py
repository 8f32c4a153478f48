"""From two staff's presses to a resident's notification, and from a tap on it to the way.

Headless Chromium has no push service of a vendor, so it can be given no subscription: the phone's keys and
address are the strict push service's of tests/push_service. It checks and decrypts what our worker posts, and
the DevTools protocol hands the message to the page's real service worker, as a vendor's service would.
"""

import asyncio
import json
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from api.push.contract import to_base64url
from hazard.official.population.mesh import MeshLevel, mesh_code
from tests.browser.faults.scenes import until, worker_of
from tests.browser.resident.test_live import at_the_shore
from tests.browser.serving import COMMAND, ROOT, Server
from tests.browser.staff import AREA, REAL, at_desk, hire
from tests.browser.visit import INSIDE
from tests.push_service.phone import Phone
from tests.push_service.service import PushService

PATIENCE_S = 30
MESH = mesh_code(round(INSIDE[0] * 1e7), round(INSIDE[1] * 1e7), MeshLevel.THIRD)
SHOWN = """async () => {
    const registration = await navigator.serviceWorker.ready;
    const found = await registration.getNotifications();
    return found.map(({title, body, lang, data}) => ({title, body, lang, navigate: data.navigate}));
}"""
TAP = """async () => {
    WindowClient.prototype.focus = async function () { return this; };
    const [notification] = await self.registration.getNotifications();
    const tap = new NotificationEvent("notificationclick", {notification});
    tap.waitUntil = done => done;
    self.dispatchEvent(tap);
}"""
"""A script's tap may neither focus a window nor keep the worker awake, as a person's may; left out."""


@pytest.fixture
def service() -> Iterator[PushService]:
    """Return a push service that runs beside the browser."""
    made, loop = PushService(phones={"*": Phone()}), asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    asyncio.run_coroutine_threadsafe(made.start(), loop).result(PATIENCE_S)
    yield made
    loop.call_soon_threadsafe(made.stop)
    asyncio.run_coroutine_threadsafe(asyncio.sleep(0.2), loop).result(PATIENCE_S)  # connections end
    loop.call_soon_threadsafe(loop.stop)
    thread.join(PATIENCE_S)
    loop.close()


@pytest.fixture
def server(
    town_region: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, service: PushService
) -> Iterator[Server]:
    """Return a server that knows its own address, with a worker that sends; it ends before the service."""
    hire(tmp_path / "state")
    monkeypatch.setenv("NIGEMICHI_PUSH_ALLOW_LOOPBACK", "true")
    made = Server(town_region, tmp_path, live=True)
    made.start()
    made.stop()
    monkeypatch.setenv("NIGEMICHI_ALERTS_PUBLIC_URL", made.address.rstrip("/"))
    made.start()
    command = [*COMMAND, "push-worker", AREA, "--state", str(tmp_path / "state")]
    with (tmp_path / "worker.txt").open("w") as out:
        worker = subprocess.Popen(command, cwd=ROOT, stdout=out, stderr=out)
    yield made
    worker.terminate()
    worker.wait(timeout=PATIENCE_S)
    made.stop()


def subscribe(address: str, service: PushService) -> None:
    """Subscribe a phone that watches the cell at the shore."""
    service.key = httpx.get(f"{address}v1/push/key").json()["key"]
    phone = service.phones["*"]
    keys = {"p256dh": to_base64url(phone.point), "auth": to_base64url(phone.auth)}
    body = {"area": AREA, "endpoint": service.url("ok/1"), "keys": keys, "lang": "ja", "meshes": [MESH]}
    answer = httpx.post(f"{address}v1/push/subscriptions", json=body)
    assert answer.status_code == 201, answer.text


def order_sent(service: PushService) -> str:
    """Wait for the message of the order; return it as the phone decrypts it."""
    last = time.monotonic() + PATIENCE_S
    while time.monotonic() < last:
        for message in list(service.messages):
            told = (message.plain or b"").decode()
            if "避難指示" in json.loads(told)["notification"]["title"]:
                return told
        time.sleep(0.1)
    pytest.fail(f"no message of the order: refused {service.refused}, {len(service.messages)} others")


def deliver(page: Page, address: str, message: str) -> None:
    """Hand a decrypted message to the page's service worker, as the browser does."""
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    session, worker = worker_of(page)
    push = {"origin": address.rstrip("/"), "registrationId": worker, "data": message}
    session.send("ServiceWorker.deliverPushMessage", push)


def test_from_two_presses_to_the_way(browser: Browser, server: Server, service: PushService) -> None:
    subscribe(server.address, service)
    resident = at_the_shore(browser, server).page
    resident.context.grant_permissions(["geolocation", "notifications"], origin=server.address)
    desk, second = at_desk(browser, server.address), at_desk(browser, server.address)
    desk.sign_in("sato")
    desk.choose(REAL)
    desk.write_flood_order()
    expect(desk.send).to_contain_text("通知1台へ")
    desk.press("二人目の承認を求める")
    second.sign_in("suzuki")
    second.choose(REAL)
    second.open_first()
    second.press("この内容を承認する")
    assert service.messages == []
    desk.send_it()

    message = order_sent(service)
    assert service.refused == []
    desk.tab("通知")
    expect(desk.page.locator("tr", has_text="避難指示").locator("td").nth(1)).to_have_text("1")

    deliver(resident, server.address, message)
    (shown,) = until(lambda: resident.evaluate(SHOWN), resident, "the notification")
    told = json.loads(message)["notification"]
    assert (shown["title"], shown["body"], shown["lang"]) == (told["title"], told["body"], "ja")
    assert shown["navigate"] == f"{server.address}#/route"
    (worker,) = resident.context.service_workers
    worker.evaluate(TAP)
    expect(resident.locator(".tabs a[href='#/route']")).to_have_attribute("aria-current", "page")
    expect(resident.locator(".steps li").last).to_contain_text("に着く")
