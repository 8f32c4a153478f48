"""A real server with the fictional town, and a real browser."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright
from playwright.sync_api import Error as PlaywrightError

ROOT = Path(__file__).parents[2]
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
    """Keep these tests in one process: one server and one browser do for all of them."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="session")
def address(town_region: Path) -> Iterator[str]:
    """Serve the town with the built page; return the address."""
    if not (ROOT / "pwa/dist/index.html").is_file():
        pytest.fail("The page has not been built: run `make test`, or `npm run build` in pwa.")
    program = "from api.cli.main import app; app()"
    command = [sys.executable, "-c", program, "serve", str(town_region), "--port", "0"]
    server = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        assert server.stdout is not None
        said = ""
        for line in server.stdout:
            said += line
            if found := re.search(r"ready at (http://[^\s]+)", line):
                yield found.group(1)
                break
        else:
            pytest.fail(f"the server stopped:\n{said}")
    finally:
        server.terminate()
        server.communicate(timeout=20)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Start Playwright once."""
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


def launch(playwright: Playwright, flags: tuple[str, ...]) -> Browser:
    """Start the installed Chromium or Chrome, else Playwright's own; fail with how to get one."""
    found = next(filter(None, map(shutil.which, INSTALLED)), None)
    try:
        return playwright.chromium.launch(executable_path=found, args=[*QUIET, *flags])
    except PlaywrightError as error:
        pytest.fail(f"{HOW_TO_GET_ONE}\n{error.message}")
