"""The staff's page: two people at once, each on a device of their own, and a resident who sees it."""

import re
import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.resident.test_live import at_the_shore, go
from tests.browser.serving import Server
from tests.browser.staff import AREA, DRILL, REAL, Desk, at_desk, hire
from tests.browser.test_access import AXE, misfits, problems
from tests.browser.visit import DESKTOP, INSIDE, PHONE, Scheme

TABS = ("いま", "避難情報", "通行止め", "避難場所", "通報と提案", "通知", "記録")
LON, LAT = INSIDE
CORNERS = ((-0.002, -0.002), (0.002, -0.002), (0.002, 0.002), (-0.002, 0.002))
AROUND = " ".join(f"{LON + x:.5f},{LAT + y:.5f}" for x, y in CORNERS)


@pytest.fixture
def server(town_region: Path, tmp_path: Path) -> Iterator[Server]:
    hire(tmp_path / "state")
    made = Server(town_region, tmp_path, live=True)
    made.start()
    yield made
    made.stop()


@pytest.fixture
def desk(browser: Browser, server: Server) -> Iterator[Desk]:
    """Return an operator's page, signed in; what it complained of at the end is a failure."""
    made = at_desk(browser, server.address)
    made.sign_in("sato")
    expect(made.page.get_by_text("佐藤（操作）")).to_be_visible()
    yield made
    assert made.complaints == []
    made.page.context.close()


def approver(browser: Browser, server: Server, mode: str = REAL) -> Desk:
    made = at_desk(browser, server.address)
    made.sign_in("suzuki")
    made.choose(mode)
    return made


def test_an_order_takes_two_people_and_reaches_residents(
    browser: Browser, server: Server, desk: Desk
) -> None:
    resident = at_the_shore(browser, server).page
    desk.choose(REAL)
    desk.write_flood_order()
    expect(desk.send).to_be_disabled()
    expect(desk.page.get_by_text("承認がまだなので送れません。")).to_be_visible()
    desk.press("二人目の承認を求める")
    expect(desk.page.get_by_text("二人目の承認を待っています（0分）。")).to_be_visible()
    expect(desk.page.get_by_text("自分が書いたものは承認できません")).to_be_visible()
    expect(desk.send).to_be_disabled()

    second = approver(browser, server)
    second.open_first()
    expect(second.page.locator(".rail")).to_contain_text("藍川の水位")
    second.press("この内容を承認する")
    expect(second.page.locator(".second")).to_contain_text("鈴木")

    expect(desk.page.locator(".second")).to_contain_text("鈴木")
    expect(desk.send).to_contain_text("警戒レベル4 避難指示を送る")
    expect(resident.locator(".official")).to_have_count(0)  # nothing is out before the second press
    desk.send_it()
    expect(resident.locator(".official")).to_contain_text("警戒レベル4")
    go(resident, "alerts")
    expect(resident.locator(".alert .do")).to_contain_text("洪水")

    expect(desk.page.get_by_role("button", name="解除する")).to_be_disabled()
    expect(desk.page.get_by_text("承認者がします").first).to_be_visible()
    second.press("解除する")
    expect(second.page.get_by_text("もう一度押すと確定します：解除")).to_be_visible()
    second.press("解除する")
    expect(second.page.locator(".status.s-cleared")).to_be_visible()
    expect(resident.locator(".alert.done")).to_contain_text("警戒レベル4 避難指示")
    assert second.complaints == []


def test_an_edit_voids_the_approval_and_an_update_replaces(
    browser: Browser, server: Server, desk: Desk
) -> None:
    desk.choose(REAL)
    desk.write_flood_order()
    desk.press("二人目の承認を求める")
    second = approver(browser, server)
    second.open_first()
    second.press("この内容を承認する")
    expect(desk.page.locator(".status.s-approved")).to_be_visible()
    desk.press("直す（承認は取り消されます）")
    desk.page.get_by_label("職員からの一言").fill("橋を渡らないでください。")
    desk.press("下書きを保存して見え方を確かめる")
    expect(desk.page.locator(".preview .letter")).to_contain_text("橋を渡らないで")
    expect(desk.page.locator(".status.s-draft")).to_be_visible()
    expect(desk.send).to_be_disabled()
    desk.press("二人目の承認を求める")
    second.press("この内容を承認する")
    desk.send_it()
    desk.press("更新を作る")
    expect(desk.page.get_by_label("職員からの一言")).to_have_value("橋を渡らないでください。")
    desk.press("下書きを保存して見え方を確かめる")
    expect(desk.page.locator(".checks")).to_contain_text("前の発令との違い")


def test_the_preview_is_the_residents_own_screens_inside_and_outside(desk: Desk) -> None:
    desk.choose(REAL)
    desk.write_flood_order()
    inside, outside = desk.page.locator(".at-zone"), desk.page.locator(".at-outside")
    expect(inside.locator(".official")).to_contain_text("警戒レベル4 避難指示")
    expect(inside.locator(".decide.go .verb")).to_contain_text("今すぐ避難")
    expect(outside.locator(".decide.stay .verb")).to_contain_text("ここにいる")
    expect(desk.page.locator(".checks .open")).to_contain_text(["人口のデータがない"])
    desk.page.get_by_label("言語").select_option("en")
    expect(inside.locator(".verb")).to_contain_text("Leave now")
    expect(outside.locator(".verb")).to_contain_text("Stay here")


def test_towns_are_pressed_and_bound_the_order(desk: Desk) -> None:
    desk.choose(REAL)
    desk.tab("避難情報")
    desk.press("新しい避難情報を作る")
    desk.page.get_by_role("checkbox", name="洪水").check()
    desk.page.get_by_role("radio", name="警戒レベル3").check()
    desk.page.get_by_role("radio", name="町丁目の名前").check()
    desk.page.get_by_label("町丁目をさがす").fill("浜3")
    desk.page.get_by_role("checkbox", name="浜3丁目").check()
    desk.page.get_by_label("町丁目をさがす").fill("港")
    desk.page.get_by_role("checkbox", name="港", exact=True).check()
    desk.press("下書きを保存して見え方を確かめる")
    expect(desk.page.locator(".rail")).to_contain_text("浜3丁目、港")


def test_a_road_is_closed_by_an_area_and_reopened(browser: Browser, server: Server, desk: Desk) -> None:
    resident = at_the_shore(browser, server).page
    desk.tab("通行止め")
    close = desk.page.locator(".act")
    expect(close).to_be_disabled()
    expect(desk.page.get_by_text("本番か訓練かを選んでください。")).to_be_visible()
    desk.choose(REAL)
    expect(desk.page.get_by_text("先に、どの道か確かめてください。")).to_be_visible()
    desk.page.get_by_role("radio", name="かこむ").check()
    desk.page.get_by_label("点（経度").fill("0,0 0,1")
    desk.press("どの道か確かめる")
    expect(desk.page.locator(".told:not(.good)")).to_contain_text("できませんでした")
    desk.page.get_by_label("点（経度").fill(AROUND)
    desk.press("どの道か確かめる")
    expect(close).to_have_text(re.compile(r"通行止めにする — [1-9]\d*本・[1-9]\d*m"))
    desk.page.get_by_label("理由").fill("土砂くずれ")
    close.click()
    expect(desk.page.locator(".list")).to_contain_text("土砂くずれ")
    expect(resident.locator(".changed p")).to_contain_text("通れなくなりました")
    desk.press("通れるようにする")
    expect(desk.page.get_by_text("土砂くずれ")).to_have_count(0)


def test_a_street_is_chosen_on_the_map(desk: Desk) -> None:
    desk.choose(REAL)
    desk.tab("通行止め")
    desk.page.locator(".map canvas").click()
    expect(desk.page.locator("input[inputmode=numeric]")).to_have_value(re.compile(r"^\d+$"))


def test_a_site_is_full(browser: Browser, server: Server, desk: Desk) -> None:
    resident = at_the_shore(browser, server).page
    name = resident.locator(".site h2").inner_text()
    desk.tab("避難場所")
    row = desk.page.locator(".site", has_text=name)
    expect(row.get_by_role("button", name="満員")).to_have_count(0)  # not before it is said which
    desk.choose(REAL)
    row.locator("summary").click()
    row.get_by_label("人数").fill("300")
    row.get_by_label("ペットと入れる").check()
    row.get_by_role("button", name="満員").click()
    expect(row.locator(".status")).to_have_text("満員")
    expect(row).to_contain_text("ペットと入れる")
    expect(resident.locator(".changed p")).to_contain_text("行き先が変わりました")
    go(resident, "sites")
    card = resident.locator(".sitecard", has_text=name)
    expect(card).to_contain_text("いま使えるもの：ペットと入れる")


def test_a_report_is_confirmed(server: Server, desk: Desk) -> None:
    body = {"what": "water", "lon": round(LON, 3), "lat": round(LAT, 3), "key": secrets.token_hex(8)}
    told = desk.page.request.post(f"{server.address}v1/areas/{AREA}/reports", data=body)
    assert told.ok, told.text()
    desk.tab("通報と提案")
    row = desk.page.locator(".list li", has_text="水が来ている")
    expect(row).to_contain_text("1件")
    row.get_by_role("button", name="確かめた", exact=True).click()
    expect(row).to_have_count(0)
    desk.tab("記録")
    expect(desk.page.locator("table")).to_contain_text("通報の判断")


def test_a_drill_is_striped_and_hollow_and_leaves_the_real_state_alone(
    browser: Browser, server: Server, desk: Desk
) -> None:
    resident = at_the_shore(browser, server).page
    desk.choose(DRILL)
    expect(desk.page.locator(".office.drill")).to_have_css("border-image-source", re.compile("gradient"))
    expect(desk.page.get_by_text("これは訓練です").first).to_be_visible()
    desk.page.get_by_label("訓練の名前").fill("町民訓練")
    desk.press("訓練を始める")
    expect(desk.page.get_by_text("訓練中：町民訓練")).to_be_visible()
    desk.write_flood_order()
    expect(desk.page.locator(".title")).to_contain_text("【訓練】")
    expect(desk.send).to_have_class(re.compile("hollow"))
    desk.press("二人目の承認を求める")
    second = approver(browser, server, DRILL)
    second.open_first()
    second.press("この内容を承認する")
    desk.send_it()
    expect(resident.locator(".drillbar").first).to_contain_text("これは訓練です")
    desk.choose(REAL)
    desk.tab("いま")
    expect(desk.page.locator(".card", has_text="出ている避難情報")).to_contain_text("ありません")


def test_who_is_not_let_in(browser: Browser, server: Server) -> None:
    made = at_desk(browser, server.address)
    made.sign_in("sato", "not the password")
    expect(made.page.get_by_role("alert")).to_contain_text("組み合わせが違います")
    made.sign_in("suzuki", "not the password")  # the code is used up all the same
    expect(made.page.get_by_role("alert")).to_contain_text("組み合わせが違います")
    made.sign_in("sato")
    expect(made.page.get_by_text("佐藤（操作）")).to_be_visible()
    made.page.context.clear_cookies()
    expect(made.page.get_by_text("時間がたったので、サインアウトしました。")).to_be_visible()


def test_who_may_only_look_finds_nothing_to_press(browser: Browser, server: Server) -> None:
    made = at_desk(browser, server.address)
    made.sign_in("kato")
    made.choose(REAL)
    for tab in TABS:
        made.tab(tab)
        expect(made.page.locator("main .act, main .btn")).to_have_count(0)


def test_without_the_server_the_page_says_how_old_it_is(server: Server, desk: Desk) -> None:
    server.stop()
    expect(desk.page.locator(".health.bad")).to_contain_text("サーバーとつながっていません")


def test_a_draft_by_keyboard_alone(desk: Desk) -> None:
    page = desk.page
    page.get_by_role("radio", name=REAL, exact=True).focus()
    page.keyboard.press("Space")
    page.locator(".tabs button").nth(1).focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="新しい避難情報を作る").focus()
    page.keyboard.press("Enter")
    expect(page.locator("form h2").first).to_be_focused()
    for role, name in (("checkbox", "洪水"), ("radio", "警戒レベル4"), ("radio", "浸水想定区域")):
        page.locator("form").get_by_role(role, name=re.compile(name)).focus()
        page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.locator(".title")).to_be_focused()
    expect(page.locator(".rail [aria-current=step]")).to_contain_text("4 見え方")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_every_tab_is_accessible_and_fits(
    browser: Browser, server: Server, size: tuple[int, int], scheme: Scheme
) -> None:
    made, axe = at_desk(browser, server.address, size, scheme), AXE.read_text(encoding="utf-8")
    page = made.page
    found: dict[str, list[str]] = {}

    def look(name: str) -> None:
        found[name] = [*problems(page, axe), *misfits(page)]

    look("sign in")
    made.sign_in("sato")
    for mode in (DRILL, REAL):
        made.choose(mode)
        for tab in TABS:
            made.tab(tab)
            look(f"{tab} {mode}")
    made.write_flood_order()
    look("preview")
    made.press("二人目の承認を求める")
    expect(page.get_by_text("二人目の承認を待っています")).to_be_visible()
    look("waiting")
    made.press("取りやめる")
    look("armed")
    page.get_by_role("button", name="一覧に戻る").click()
    made.press("新しい避難情報を作る")
    look("form")
    page.get_by_role("button", name="English").click()
    look("form in English")
    page.context.close()
    assert {name: wrong for name, wrong in found.items() if wrong} == {}
