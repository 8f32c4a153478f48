"""One visit to the page, as a person makes it, and what went over the wire meanwhile."""

import time
from dataclasses import dataclass, field
from typing import Literal, TypeAlias
from warnings import catch_warnings

import numpy as np
import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect
from rasterio.errors import NotGeoreferencedWarning
from rasterio.io import MemoryFile

Scheme: TypeAlias = Literal["light", "dark"]
PHONE, DESKTOP = (360, 740), (1280, 800)
ROUTE_BLUE = (0, 65, 200)
"""``--route`` in light, from pwa/src/style/tokens.css."""
ROUTE_PIXELS = 500
"""A route on the map of a phone has more than these."""
DRAWN_S = 30
VOICES = """
    const voice = (name, lang, localService) => ({name, lang, localService, default: false, voiceURI: name});
    const list = [voice('far', 'ja-JP', false), voice('here', 'ja-JP', true), voice('en', 'en-US', true)];
    Object.defineProperty(speechSynthesis, 'getVoices', {value: () => list});
    window.said = [];
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
    Object.defineProperty(speechSynthesis, 'speak', {value: one => said.push([one.voice.name, one.text])});
"""
"""Two Japanese voices, one of them of a service, and an English one; what is said is noted in ``said``."""

INSIDE = (141.30003, 37.30466)
"""In the tsunami zone of the fictional town."""
DRY = (141.29451, 37.32108)
"""Outside it, near a site."""
FAR_AWAY = (139.7, 35.6)
NO_ROAD = (141.27781, 37.30611)
"""A hill without streets."""

MARK = "window.isTheSamePage = true"
IS_SAME = "window.isTheSamePage === true"
"""Whether a page is still the one that was marked: it was never loaded anew."""


@dataclass
class Visit:
    """A page that was opened, its requests and its complaints."""

    page: Page
    requests: list[Request] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def hear(self, message: ConsoleMessage) -> None:
        """Note an error or warning of the console, a violated policy among them."""
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def choose(self, hazard: str) -> None:
        """Press the tile of a hazard."""
        self.page.locator(".tiles").get_by_role("button", name=hazard, exact=True).click()

    def enter(self, place: tuple[float, float]) -> None:
        """Give the position by numbers."""
        self.page.locator(".actions .btn").click()
        self.page.locator("form input").fill(f"{place[0]}, {place[1]}")
        self.page.locator("form .act").click()
        self.page.locator(".decide").wait_for()

    def show_map(self) -> None:
        """Bring the map into sight; in one step of the page, which may be drawing it anew."""
        self.page.locator(".map").wait_for()
        self.page.evaluate("document.querySelector('.map').scrollIntoView({block: 'center'})")

    def map_is_ready(self) -> None:
        """Bring the map into sight and wait until it is drawn."""
        self.show_map()
        self.page.locator(".map[data-state=ready]").wait_for(timeout=30_000)

    def words_are_here(self) -> None:
        """Wait until every text of the language is here, not only those of the first screens."""
        expect(self.page.locator("html")).to_have_attribute("data-words", "whole")

    def route_is_drawn(self) -> None:
        """Wait until the map shows the route: it is drawn after the map is ready, and nothing tells when."""
        last = time.monotonic() + DRAWN_S
        while (found := self.route_pixels()) <= ROUTE_PIXELS:
            if time.monotonic() > last:
                pytest.fail(f"{found} pixels of the route after {DRAWN_S} s")
            self.page.wait_for_timeout(200)

    def route_pixels(self) -> int:
        """Count the pixels of the map in the colour of the route."""
        picture = MemoryFile(self.page.locator(".map").screenshot())
        with catch_warnings(action="ignore", category=NotGeoreferencedWarning), picture.open() as image:
            red, green, blue = image.read()[:3].astype(int)
        difference = (
            np.abs(red - ROUTE_BLUE[0]) + np.abs(green - ROUTE_BLUE[1]) + np.abs(blue - ROUTE_BLUE[2])
        )
        return int((difference < 12).sum())


def visit(
    browser: Browser,
    address: str,
    size: tuple[int, int] = PHONE,
    lang: str = "ja-JP",
    scheme: Scheme = "light",
    device: tuple[float, float] | None = None,
) -> Visit:
    """Open the page on a device; ``device`` is where it is, if it may say so."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        locale=lang,
        color_scheme=scheme,
        permissions=["geolocation"] if device else [],
    )
    if device:
        context.set_geolocation({"longitude": device[0], "latitude": device[1], "accuracy": 8})
    page = context.new_page()
    opened = Visit(page)
    page.on("request", lambda request: opened.requests.append(request))  # Playwright marks handlers
    page.on("console", opened.hear)
    page.on("pageerror", lambda error: opened.complaints.append(str(error)))
    page.goto(address)
    page.locator(".tiles button, .actions .act").first.wait_for()  # with an order, it asks where at once
    return opened
