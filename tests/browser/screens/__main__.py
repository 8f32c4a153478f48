"""`python -m tests.browser.screens OUT [NAME …]`: a picture of every main screen, from the invented town.

It needs the built page (`npm run build` in pwa, or NIGEMICHI_PAGE) and Chromium.
"""

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright
from playwright.sync_api import Error as PlaywrightError

from api.cli.demo import town_inputs
from hazard.build import build_region
from hazard.town import write_town
from tests.browser.conftest import PATIENCE_MS, WEBGL, launch
from tests.browser.screens.pictures import save_small
from tests.browser.screens.scenes import SCENES, Eyes, Scene
from tests.browser.screens.stage import Stage
from tests.browser.visit import DESKTOP

LOOKS = {"": Eyes(), "-dark": Eyes(scheme="dark")}
ALSO = {
    "now-leave": {"-en": Eyes("en-US"), "-desktop": Eyes(size=DESKTOP)},
    "route": {"-desktop": Eyes(size=DESKTOP)},
    "alerts": {"-en": Eyes("en-US")},
    "sites": {"-en": Eyes("en-US"), "-desktop-dark": Eyes(size=DESKTOP, scheme="dark")},
}
"""More looks at some of them."""
MAP_IN_SIGHT = """() => {
    const map = document.querySelector(".map");
    return map !== null && map.getBoundingClientRect().top < innerHeight - 200;
}"""
HINT = "usage: python -m tests.browser.screens OUT [NAME …]"


def looks_of(scene: Scene) -> Iterator[tuple[str, Eyes]]:
    """Yield the ends of file names, and who looks."""
    if scene.wide:
        yield from {end: replace(eyes, size=DESKTOP) for end, eyes in LOOKS.items()}.items()
    else:
        yield from LOOKS.items()
    yield from ALSO.get(scene.name, {}).items()


def take(browser: Browser, stage: Stage, scene: Scene, out: Path) -> None:
    """Take the pictures of one screen."""
    for end, eyes in looks_of(scene):
        page = scene.open(browser, stage, eyes)
        _settle(page)
        size = save_small(page.screenshot(animations="disabled"), out / f"{scene.name}{end}.png")
        print(f"{scene.name}{end}.png  {size / 1000:.0f} kB")
        page.context.close()


def _settle(page: Page) -> None:
    """Wait for the last parts, and until a map in sight is drawn."""
    page.wait_for_timeout(700)  # parts that nobody waits for are fetched last
    if page.evaluate(MAP_IN_SIGHT):
        expect(page.locator(".map[data-state=ready]").first).to_be_visible()
        page.wait_for_timeout(1500)  # tiles are drawn one by one, and nothing tells when all are


def main(out: Path, names: list[str]) -> None:
    """Build the town, serve it in every situation, take the pictures."""
    out.mkdir(parents=True, exist_ok=True)
    expect.set_options(timeout=PATIENCE_MS)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, sync_playwright() as playwright:
        work = Path(folder)
        build_region(town_inputs(write_town(work / "sources"), work / "town"))
        stage, browser = Stage(work / "town", work), launch(playwright, WEBGL)
        missing = []
        try:
            for scene in SCENES:
                if names and scene.name not in names:
                    continue
                try:
                    take(browser, stage, scene, out)
                except (PlaywrightError, AssertionError) as error:
                    print(f"{scene.name}: {error}", file=sys.stderr)
                    missing.append(scene.name)
        finally:
            stage.close()
            browser.close()
    if missing:
        sys.exit(f"no picture of {', '.join(missing)}")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(HINT)
    main(Path(sys.argv[1]), sys.argv[2:])
