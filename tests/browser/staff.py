"""Staff of the town, each with a device of their own: what they press, as people see it."""

import time
from dataclasses import dataclass, field
from pathlib import Path

import pyotp
from playwright.sync_api import Browser, Locator, Page, expect

from api.live.embedded import Embedded, socket_url
from api.live.store import Store
from api.push.setup import settings_of
from api.push.vault import Vault
from api.staff.accounts import Account, Accounts
from api.staff.proof import STEP_S, hash_password
from api.staff.roles import Role
from tests.browser.visit import DESKTOP, Scheme

AREA = "shiranami"
PASSWORD = "correct horse battery"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
PEOPLE = {"kato": ("加藤", Role.VIEWER), "sato": ("佐藤", Role.OPERATOR), "suzuki": ("鈴木", Role.APPROVER)}
REAL, DRILL = "本番", "訓練"


def hire(state: Path) -> None:
    """Make the accounts in the state folder of a server that has not started yet."""
    server, store = Embedded(state), Store(socket_url(state))
    accounts = Accounts(store, Vault.open(settings_of(state)))
    server.start()
    try:
        hashed = hash_password(PASSWORD)
        for id_, (name, role) in PEOPLE.items():
            secret = SECRET if role.needs_code else None
            accounts.add(Account(id_, name, role, (AREA,), hashed, secret))
    finally:
        store.close()
        server.stop()


def new_code() -> str:
    """Return a one-time code of now, after waiting for the next where this one ends."""
    left_s = STEP_S - time.time() % STEP_S
    if left_s < 2:
        time.sleep(left_s)
    return str(pyotp.TOTP(SECRET).now())


@dataclass
class Desk:
    """The page of one person, and its complaints."""

    page: Page
    complaints: list[str] = field(default_factory=list)

    def sign_in(self, account: str, password: str = PASSWORD) -> None:
        """Type who it is, and press the button."""
        page = self.page
        page.get_by_label("アカウント").fill(account)
        page.get_by_label("パスワード").fill(password)
        needs_code = account in PEOPLE and PEOPLE[account][1].needs_code
        page.get_by_label("確認コード").fill(new_code() if needs_code else "")
        page.get_by_role("button", name="サインイン").click()

    def choose(self, mode: str) -> None:
        """Say whether this is real or a drill."""
        self.page.get_by_role("radio", name=mode, exact=True).check()

    def tab(self, name: str) -> None:
        """Go to a part of the page."""
        self.page.locator("nav.tabs").get_by_role("button", name=name).click()

    def press(self, name: str) -> None:
        """Press a button."""
        self.page.get_by_role("button", name=name).click()

    @property
    def send(self) -> Locator:
        """The button that sends."""
        return self.page.locator(".act.send")

    def write_flood_order(self) -> None:
        """Write an order of level 4 for a flood in the mapped zone, up to the preview."""
        self.tab("避難情報")
        self.press("新しい避難情報を作る")
        self.page.get_by_role("checkbox", name="洪水").check()
        self.page.get_by_role("radio", name="警戒レベル4").check()
        self.page.get_by_role("radio", name="浸水想定区域・警戒区域の中").check()
        self.page.get_by_label("もとになる電文や理由").fill("藍川の水位")
        self.press("下書きを保存して見え方を確かめる")
        expect(self.page.locator(".preview .phone").first).to_contain_text("避難指示")

    def open_first(self) -> None:
        """Open the alert that is first in the list."""
        self.tab("避難情報")
        self.page.locator(".list .line").first.click()
        expect(self.page.locator(".preview .phone").first).to_be_visible()

    def send_it(self) -> None:
        """Press twice."""
        expect(self.send).to_be_enabled()
        self.send.click()
        expect(self.page.get_by_text("もう一度押すと送ります")).to_be_visible()
        self.send.click()
        expect(self.page.locator(".told.good")).to_contain_text("送りました")


def at_desk(
    browser: Browser, address: str, size: tuple[int, int] = DESKTOP, scheme: Scheme = "light"
) -> Desk:
    """Open the staff's page on a device of its own."""
    viewport = {"width": size[0], "height": size[1]}
    context = browser.new_context(viewport=viewport, locale="ja-JP", color_scheme=scheme)
    made = Desk(context.new_page())
    made.page.on(
        "console", lambda told: made.complaints.append(told.text) if told.type == "warning" else None
    )
    made.page.on("pageerror", lambda error: made.complaints.append(str(error)))
    made.page.goto(f"{address}staff")
    expect(made.page.get_by_role("heading", level=1)).to_be_visible()
    return made
