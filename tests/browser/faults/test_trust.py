"""Who signed it: data and news of nobody's, and keys that gave way to others."""

import json
import subprocess
from pathlib import Path

from playwright.sync_api import Browser, Page, Route, expect

from api.live.signing import KEY_FILE, NOTICES_FILE
from tests.browser.faults.scenes import answered
from tests.browser.serving import COMMAND, ORDER, ROOT, Server
from tests.browser.test_offline import Phone
from tests.browser.visit import PHONE


def opened(phone: Phone, server: Server) -> Page:
    """Open the page on a phone that has it."""
    page = phone.start()
    page.goto(server.address)
    return page


def test_data_that_nobody_vouches_for_is_not_installed(browser: Browser, address: str) -> None:
    def forge(route: Route) -> None:
        answer = route.fetch()
        told = answer.json()
        told["signature"] = "A" * 86 + "=="
        route.fulfill(response=answer, body=json.dumps(told))

    page = browser.new_context(viewport={"width": PHONE[0], "height": PHONE[1]}, locale="ja-JP").new_page()
    page.route("**/signature", forge)
    page.goto(address)
    expect(page.get_by_role("alert")).to_contain_text("この町のものと確かめられません。使いません")
    expect(page.locator(".tiles button")).to_have_count(0)
    page.unroute("**/signature")
    page.get_by_role("button", name="もう一度試す").click()
    expect(page.locator(".tiles button").first).to_be_visible()


def test_a_key_that_gave_way_to_another_by_its_own_word_is_believed(
    phone: Phone, server: Server, tmp_path: Path
) -> None:
    phone.install(server.address)
    server.stop()
    command = [*COMMAND, "rotate-key", "--state", str(tmp_path / "state")]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=60)
    server.start()
    server.event(*ORDER)
    page = opened(phone, server)
    expect(page.locator(".official")).to_contain_text("避難指示")
    expect(page.locator(".noalerts.bad")).to_have_count(0)


def test_a_key_that_nobody_vouches_for_is_not_believed_and_what_is_kept_still_works(
    phone: Phone, server: Server, tmp_path: Path
) -> None:
    phone.install(server.address)
    server.stop()
    for name in (KEY_FILE, NOTICES_FILE):
        (tmp_path / "state" / name).unlink(missing_ok=True)
    server.start()
    server.event(*ORDER)
    page = opened(phone, server)
    expect(page.locator(".noalerts.bad")).to_contain_text("確かめられません")
    expect(page.locator(".official")).to_have_count(0)
    answered(page)
    expect(page.locator(".decide.go")).to_be_visible()
