"""A real server with the fictional town, and a real browser."""

import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright
from playwright.sync_api import Error as PlaywrightError

ROOT = Path(__file__).parents[2]
INSTALLED = ("chromium", "google-chrome", "google-chrome-stable", "chromium-browser", "chrome")
START_SECONDS = 120
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
def address(town_region: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the town with the built page; return the address."""
    if not (ROOT / "pwa/dist/index.html").is_file():
        pytest.fail("The page has not been built: run `make test`, or `npm run build` in pwa.")
    command = [sys.executable, "-c", "from api.cli.main import app; app()"]
    log = tmp_path_factory.mktemp("serve") / "log.txt"
    with log.open("w") as out:  # a file, not a pipe: a pipe that nobody reads fills up and stops the server
        server = subprocess.Popen(
            [*command, "serve", str(town_region), "--port", "0"], cwd=ROOT, stdout=out, stderr=out
        )
    try:
        yield ready_at(server, log)
    finally:
        server.terminate()
        server.wait(timeout=20)


def ready_at(server: subprocess.Popen[bytes], log: Path) -> str:
    """Wait until the server says where it is ready."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        if found := re.search(r"ready at (http://\S+)", log.read_text()):
            return found.group(1)
        time.sleep(0.1)
    pytest.fail(f"the server did not start:\n{log.read_text()}")


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
