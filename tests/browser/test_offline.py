"""The page without a network: the server is really killed, and the phone really restarted."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, expect

from tests.browser.conftest import QUIET, WEBGL, installed
from tests.browser.serving import PAGE, Server
from tests.browser.visit import INSIDE, PHONE, VOICES, Visit

HERE = {"longitude": INSIDE[0], "latitude": INSIDE[1], "accuracy": 8}
IS_INSTALLED = """async () => {
    const worker = await navigator.serviceWorker.ready;
    const regions = await caches.open("nigemichi-regions-1");
    const kept = async name => (await regions.keys()).some(request => request.url.endsWith(name));
    for (let i = 0; i < 600; i++) {
        const whole = await kept("/tiles.pmtiles") && await kept("kept/region.json");
        if (whole && worker.active?.state === "activated") return true;
        await new Promise(resolve => setTimeout(resolve, 100));
    }
    return false;
}"""
FLIP_ONE_BIT = """async name => {
    const regions = await caches.open("nigemichi-regions-1");
    const request = (await regions.keys()).find(request => request.url.endsWith(name));
    const response = await regions.match(request);
    const bytes = new Uint8Array(await response.arrayBuffer());
    bytes[bytes.length >> 1] ^= 1;
    await regions.put(request, new Response(bytes, {headers: response.headers}));
}"""
STORAGE_IS_FULL = "Cache.prototype.put = () => Promise.reject(new DOMException('', 'QuotaExceededError'))"
EVICT = "() => caches.delete('nigemichi-regions-1')"


class Phone:
    """A browser whose storage outlives it."""

    def __init__(self, playwright: Playwright, folder: Path, lang: str) -> None:
        self._chromium, self._folder, self._lang = playwright.chromium, folder, lang
        self._context: BrowserContext | None = None

    def start(self) -> Page:
        """Switch it on (again), and return an empty page."""
        self.stop()
        self._context = self._chromium.launch_persistent_context(
            self._folder,
            executable_path=installed(),
            args=[*QUIET, *WEBGL],
            viewport={"width": PHONE[0], "height": PHONE[1]},
            locale=self._lang,
            permissions=["geolocation"],
            geolocation=HERE,
        )
        return self._context.new_page()

    def stop(self) -> None:
        """Switch it off."""
        if self._context is not None:
            self._context.close()
        self._context = None

    def install(self, address: str) -> Page:
        """Open the page with a network, once, until everything is kept."""
        page = self.start()
        page.goto(address)
        assert page.evaluate(IS_INSTALLED)
        return page


@pytest.fixture(params=["ja-JP"])
def phone(playwright: Playwright, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Phone]:
    made = Phone(playwright, tmp_path / "phone", request.param)
    yield made
    made.stop()


@pytest.fixture
def page_folder(tmp_path: Path) -> Path:
    """Return a copy of the built page, to be changed."""
    return Path(shutil.copytree(PAGE, tmp_path / "page"))


@pytest.fixture
def server(town_region: Path, tmp_path: Path, page_folder: Path) -> Iterator[Server]:
    made = Server(town_region, tmp_path, page_folder)
    made.start()
    yield made
    made.stop()


def ask(page: Page, hazard: str = "津波", button: str = "現在地を使う") -> None:
    """Choose a hazard, and give the device's position."""
    Visit(page).choose(hazard)
    page.get_by_role("button", name=button).click()


@pytest.mark.parametrize(
    ("phone", "hazard", "button", "verb", "arrive", "old"),
    [
        ("ja-JP", "津波", "現在地を使う", "今すぐ避難", "に着く", "圏外"),
        ("en-US", "Tsunami", "Use my position", "Leave now", "Arrive at", "No signal"),
    ],
    indirect=["phone"],
)
def test_a_restarted_phone_answers_without_any_network(
    phone: Phone, server: Server, hazard: str, button: str, verb: str, arrive: str, old: str
) -> None:
    phone.install(server.address)
    server.stop()
    page = phone.start()
    made = Visit(page)
    page.goto(server.address)
    ask(page, hazard, button)
    expect(page.get_by_role("heading", level=1)).to_contain_text(verb)
    expect(page.locator(".fresh.old")).to_contain_text(old)
    page.locator(".tabs a[href='#/route']").click()
    expect(page.locator(".steps li").last).to_contain_text(arrive)
    page.evaluate(VOICES)
    page.locator(".pair button").first.click()
    page.wait_for_function("() => said.length > 0")
    made.map_is_ready()
    made.route_is_drawn()


@pytest.mark.parametrize("name", ["streets.pack", "kept/region.json"])
def test_one_flipped_bit_is_refused_and_fetched_anew(phone: Phone, server: Server, name: str) -> None:
    phone.install(server.address).evaluate(FLIP_ONE_BIT, name)
    server.stop()
    page = phone.start()
    page.goto(server.address)
    expect(page.get_by_role("alert")).to_contain_text("壊れています。使いません")
    assert page.locator(".tiles button").count() == 0
    server.start()
    page.get_by_role("button", name="もう一度試す").click()
    expect(page.get_by_text("壊れていたので、取り直しました")).to_be_visible()
    ask(page)
    expect(page.locator(".decide.go")).to_be_visible()


def test_a_damaged_map_is_not_shown_and_the_words_stay(phone: Phone, server: Server) -> None:
    phone.install(server.address).evaluate(FLIP_ONE_BIT, "tiles.pmtiles")
    server.stop()
    page = phone.start()
    page.goto(server.address)
    ask(page)
    expect(page.locator(".decide.go")).to_be_visible()
    Visit(page).show_map()
    expect(page.locator(".map")).to_contain_text("文章の案内はこのまま使えます")
    server.start()
    page.goto(server.address)
    ask(page)
    Visit(page).map_is_ready()


def test_what_the_browser_threw_away_is_said_and_fetched_again(phone: Phone, server: Server) -> None:
    phone.install(server.address).evaluate(EVICT)
    server.stop()
    page = phone.start()
    page.goto(server.address)
    expect(page.get_by_role("alert")).to_contain_text("地域のデータを取れません")
    server.start()
    page.get_by_role("button", name="もう一度試す").click()
    ask(page)
    expect(page.locator(".decide.go")).to_be_visible()


def test_a_broken_download_answers_without_its_map_and_goes_on_later(phone: Phone, server: Server) -> None:
    page = phone.start()
    page.route("**/tiles.pmtiles", lambda route: route.abort())
    page.goto(server.address)
    ask(page)
    expect(page.locator(".decide.go")).to_be_visible()
    page.unroute("**/tiles.pmtiles")
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(server.address)
    assert page.evaluate(IS_INSTALLED)
    files = [url.rsplit("/", 1)[-1] for url in fetched if "/files/" in url]
    assert set(files) == {"tiles.pmtiles"}


def test_without_storage_the_page_works_and_says_so(phone: Phone, server: Server) -> None:
    page = phone.start()
    page.add_init_script(
        "Cache.prototype.put = () => Promise.reject(new DOMException('', 'QuotaExceededError'))"
    )
    page.goto(server.address)
    expect(page.get_by_text("この機器に保存できません")).to_be_visible()
    ask(page)
    expect(page.locator(".decide.go")).to_be_visible()
    Visit(page).map_is_ready()


def test_a_newer_page_asks_and_never_comes_by_itself(phone: Phone, server: Server, page_folder: Path) -> None:
    phone.install(server.address)
    with (page_folder / "sw.js").open("a") as worker:
        worker.write("// newer")
    server.stop()
    server.start()
    page = phone.start()
    page.goto(server.address)
    ask(page)
    take = page.get_by_role("button", name="新しい版にする")
    take.wait_for()
    expect(page.locator(".decide.go")).to_be_visible()
    with page.expect_navigation():
        take.click()
    page.locator(".tiles button").first.wait_for()
    expect(take).to_have_count(0)
