"""Servers that follow a log, and phones whose storage outlives them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright

from tests.browser.serving import Server
from tests.browser.test_offline import Phone


@pytest.fixture
def server(town_region: Path, tmp_path: Path) -> Iterator[Server]:
    """Return a server that can be killed; it follows a log."""
    made = Server(town_region, tmp_path, live=True)
    made.start()
    yield made
    made.stop()


@pytest.fixture
def phone(playwright: Playwright, tmp_path: Path) -> Iterator[Phone]:
    """Return a phone inside the tsunami zone."""
    made = Phone(playwright, tmp_path / "phone", "ja-JP")
    yield made
    made.stop()


@pytest.fixture(autouse=True)
def _closed(browser: Browser) -> Iterator[None]:
    """Close what a test opened; answers that a test was still forging do not matter any more."""
    yield
    for context in browser.contexts:
        for page in context.pages:
            page.unroute_all(behavior="ignoreErrors")
        context.close()
