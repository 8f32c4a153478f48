"""Phones whose storage outlives them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from tests.browser.test_offline import Phone


@pytest.fixture
def phone(playwright: Playwright, tmp_path: Path) -> Iterator[Phone]:
    """Return a phone inside the tsunami zone."""
    made = Phone(playwright, tmp_path / "phone", "ja-JP")
    yield made
    made.stop()


@pytest.fixture(autouse=True)
def _closed(closed_afterwards: None) -> None:
    """Close what a test opened; answers that a test was still forging do not matter any more."""
