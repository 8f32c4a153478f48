"""A real server with the fictional town, and a real browser."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, expect, sync_playwright
from playwright.sync_api import Error as PlaywrightError

from tests.browser.serving import Server

PATIENCE_MS = 20_000
"""Maps are drawn in software, on machines that do other things meanwhile."""
INSTALLED = ("chromium", "google-chrome", "google-chrome-stable", "chromium-browser", "chrome")
QUIET = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WEBGL = ("--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader")
NO_WEBGL = ("--disable-gpu", "--disable-3d-apis")
HOW_TO_GET_ONE = (
    "The browser tests need a browser: `apt-get install chromium`, "
    "or `python -m playwright install chromium`."
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the tests of a file in one process, where one server and one browser do for all of them.

    Red is what is red twice (docs/decisions/0009-red-is-red-twice.md); the first time is printed.
    """
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group(f"browser {item.path.stem}"))
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="session")
def address(town_region: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the town with the built page; return the address."""
    server = Server(town_region, tmp_path_factory.mktemp("serve"), live=True)
    try:
        yield server.start()
    finally:
        server.stop()


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Start Playwright once."""
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Return a browser that draws maps (in software)."""
    started = launch(playwright, WEBGL)
    yield started
    started.close()


@pytest.fixture(scope="session")
def browser_without_webgl(playwright: Playwright) -> Iterator[Browser]:
    """Return a browser that cannot draw maps."""
    started = launch(playwright, NO_WEBGL)
    yield started
    started.close()


@pytest.fixture
def server(town_region: Path, tmp_path: Path) -> Iterator[Server]:
    """Serve the town to one test, with news; it may be killed and started again."""
    made = Server(town_region, tmp_path, live=True)
    made.start()
    yield made
    made.stop()


@pytest.fixture
def closed_afterwards(browser: Browser) -> Iterator[None]:
    """Close what a test opened in the browser."""
    yield
    for context in browser.contexts:
        for page in context.pages:
            page.unroute_all(behavior="ignoreErrors")
        context.close()


def launch(playwright: Playwright, flags: tuple[str, ...]) -> Browser:
    """Start the installed Chromium or Chrome, else Playwright's own; fail with how to get one."""
    try:
        return playwright.chromium.launch(executable_path=installed(), args=[*QUIET, *flags])
    except PlaywrightError as error:
        pytest.fail(f"{HOW_TO_GET_ONE}\n{error.message}")


def installed() -> str | None:
    """Return the installed Chromium or Chrome; None where only Playwright's own is there."""
    return next(filter(None, map(shutil.which, INSTALLED)), None)
