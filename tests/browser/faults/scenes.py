"""What several of these tests do: orders, marks on a page, and messages to a service worker."""

import time
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import CDPSession, Page, expect

from tests.browser.visit import Visit

PATIENCE_S = 30
LOOK_AGAIN = "document.dispatchEvent(new Event('visibilitychange'))"
"""What the browser tells a page that somebody looks at again."""


def answered(page: Page, hazard: str = "津波", button: str = "現在地を使う") -> None:
    """Choose a hazard and give the device's position; wait for the answer, with every word here."""
    Visit(page).choose(hazard)
    page.get_by_role("button", name=button).click()
    expect(page.locator(".decide")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("data-words", "whole")


def until(found: Callable[[], Any], page: Page, what: str) -> Any:
    """Return what a question answers once that is something; fail with ``what`` was waited for."""
    last = time.monotonic() + PATIENCE_S
    while time.monotonic() < last:
        if answer := found():
            return answer
        page.wait_for_timeout(100)
    pytest.fail(f"waited {PATIENCE_S} s for {what}")


def worker_of(page: Page) -> tuple[CDPSession, str]:
    """Return a session of the DevTools protocol, and how it names the page's service worker."""
    session = page.context.new_cdp_session(page)
    ids: list[str] = []

    def hear(told: dict[str, Any]) -> None:
        ids.extend(one["registrationId"] for one in told["registrations"] if not one["isDeleted"])

    session.on("ServiceWorker.workerRegistrationUpdated", hear)
    session.send("ServiceWorker.enable")
    return session, str(until(lambda: ids and ids[0], page, "a service worker"))
