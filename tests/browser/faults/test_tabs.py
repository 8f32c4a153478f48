"""Two tabs on one phone: each answers, and what one of them takes over breaks nothing in the other."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from hazard.region.layout import MANIFEST, file_facts
from tests.browser.faults.scenes import answered
from tests.browser.serving import ORDER, PAGE, Server
from tests.browser.test_offline import Phone
from tests.browser.visit import IS_SAME, MARK, Visit

RENAMED = "・新館"


@pytest.fixture
def page_folder(tmp_path: Path) -> Path:
    """Return a copy of the built page, to be changed."""
    return Path(shutil.copytree(PAGE, tmp_path / "page"))


@pytest.fixture
def server(town_region: Path, tmp_path: Path, page_folder: Path) -> Iterator[Server]:
    made = Server(town_region, tmp_path, page_folder, live=True)
    made.start()
    yield made
    made.stop()


def renamed(region: Path, made: Path) -> Path:
    """Copy a region with other names of its sites."""
    shutil.copytree(region, made)
    table = json.loads((made / "sites.json").read_text(encoding="utf-8"))
    for site in table["sites"]:
        site["name"] += RENAMED
    (made / "sites.json").write_text(json.dumps(table, ensure_ascii=False), encoding="utf-8")
    manifest = json.loads((made / MANIFEST).read_text(encoding="utf-8"))
    manifest["files"]["sites.json"] = file_facts(made / "sites.json")
    (made / MANIFEST).write_text(json.dumps(manifest, ensure_ascii=False), encoding="utf-8")
    return made


def beside(page: Page, address: str) -> Page:
    """Open the page in a second tab."""
    made = page.context.new_page()
    made.goto(address)
    return made


def test_each_of_two_tabs_has_its_own_answer_and_hears_the_news(phone: Phone, server: Server) -> None:
    first = phone.start()
    first.goto(server.address)
    second = beside(first, server.address)  # both install at once
    answered(second, "洪水")
    answered(first)
    expect(first.locator(".when")).to_contain_text("津波")
    expect(second.locator(".when")).to_contain_text("洪水")
    server.event(*ORDER)
    for tab in (first, second):
        expect(tab.locator(".official")).to_contain_text("避難指示")
        expect(tab.locator(".decide.go")).to_be_visible()
    server.stop()
    alone = phone.start()
    alone.goto(server.address)
    expect(alone.locator(".official")).to_contain_text("避難指示")


def test_a_newer_map_that_one_tab_fetched_is_used_in_the_other_and_kept_whole(
    phone: Phone, server: Server, town_region: Path, tmp_path: Path
) -> None:
    first = phone.install(server.address)
    answered(first)
    first.evaluate(MARK)
    server.stop()
    server.region = renamed(town_region, tmp_path / "renamed")
    server.start()
    second = beside(first, server.address)
    answered(second)
    expect(second.locator(".site h2")).to_contain_text(RENAMED)
    first.evaluate("dispatchEvent(new Event('online'))")
    expect(first.locator(".site h2")).to_contain_text(RENAMED)
    assert first.evaluate(IS_SAME)
    Visit(first).map_is_ready()
    server.stop()
    alone = phone.start()
    alone.goto(server.address)
    answered(alone)
    expect(alone.locator(".site h2")).to_contain_text(RENAMED)


def test_a_newer_page_that_one_tab_takes_leaves_the_way_in_the_other_alone(
    phone: Phone, server: Server, page_folder: Path
) -> None:
    phone.install(server.address)
    server.stop()
    with (page_folder / "sw.js").open("a") as worker:
        worker.write("// newer")
    server.start()
    walking = phone.start()
    walking.goto(server.address)
    answered(walking)
    walking.locator(".foot a.act").click()
    expect(walking.locator(".steps li").last).to_contain_text("に着く")
    expect(walking.get_by_role("button", name="新しい版にする")).to_be_visible()
    walking.evaluate(MARK)
    other = beside(walking, server.address)
    take = other.get_by_role("button", name="新しい版にする")
    with other.expect_navigation():
        take.click()
    expect(other.locator(".tiles button").first).to_be_visible()
    expect(take).to_have_count(0)
    assert walking.evaluate(IS_SAME)
    expect(walking.locator(".steps li").last).to_contain_text("に着く")
    walking.locator(".tabs a[href='#/sites']").click()  # its code was not there yet
    expect(walking.locator(".sitecard").first).to_be_visible()
    assert walking.evaluate(IS_SAME)
