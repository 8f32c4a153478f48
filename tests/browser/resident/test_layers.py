"""A hazard map that staff replace: the phone says that its own is older until it has the newer one."""

from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import Browser, expect

from hazard.exposure import Exposure
from hazard.kinds import HazardKind
from hazard.region import load_region
from hazard.region.replaced import save_layer
from tests.browser.serving import Server
from tests.browser.visit import INSIDE, PHONE, visit
from tests.hazard.regions import DEEP

pytestmark = pytest.mark.usefixtures("closed_afterwards")

LAYERS = "**/layers/*"


@pytest.mark.parametrize(("lang", "told"), [("ja-JP", "津波"), ("en-US", "Tsunami")])
def test_an_older_map_is_said_to_be_old_until_the_newer_one_is_here(
    browser: Browser, server: Server, town_region: Path, tmp_path: Path, lang: str, told: str
) -> None:
    region = load_region(town_region)
    n = region.graph.n_streets
    deep = Exposure(HazardKind.TSUNAMI, np.full(n, DEEP, np.uint8), np.zeros(n, np.uint8))
    save_layer(tmp_path / "newer.nmg", region.graph, deep)
    made = visit(browser, server.address, PHONE, lang, device=INSIDE)
    page = made.page
    made.choose(told)
    page.locator(".actions .act").click()
    page.locator(".noalerts.calm").first.wait_for()
    made.words_are_here()
    page.route(LAYERS, lambda route: route.abort())
    server.event("layer", "tsunami", str(tmp_path / "newer.nmg"))
    note = page.locator(".oldlayers")
    expect(note).to_contain_text(told)
    with page.expect_response(LAYERS) as fetched:
        page.unroute(LAYERS)
        server.event("site", region.sites[0].id, "open")
    assert fetched.value.ok
    expect(note).to_have_count(0)
