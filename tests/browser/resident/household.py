"""A household of the invented town: where it lives and who it is, told in the page."""

from playwright.sync_api import Page, expect

from tests.browser.visit import INSIDE

ADULTS, OLDER, PETS = 0, 1, 7
"""Rows of the household's counters."""


def save_home(page: Page, address: str) -> None:
    """Say by numbers where home is, and save it."""
    page.goto(f"{address}#/plan")
    page.locator("main details summary").click()
    page.locator("main details input").fill(f"{INSIDE[0]}, {INSIDE[1]}")
    page.locator("main details .btn").click()
    page.locator("main .act").click()


def tell_household(page: Page) -> None:
    """Two adults, an older person and a dog on the upper floor of a wooden house."""
    for row, count in ((ADULTS, 2), (OLDER, 1), (PETS, 1)):
        more = page.locator(".stepper").nth(row).locator("button").last
        for _ in range(count):
            more.click()
        expect(page.locator(".stepper").nth(row).locator("output")).to_have_text(str(count))
    for name, answer in (("wooden", 0), ("storeys", 1), ("floor", 1), ("supplies", 1)):
        page.locator(f"label:has(input[name={name}])").nth(answer).click()
        expect(page.locator(f"input[name={name}]").nth(answer)).to_be_checked()
    page.locator("main .act").click()
