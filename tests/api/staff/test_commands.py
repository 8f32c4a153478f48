"""`nigemichi staff`: before a server runs and while one does; nothing secret is shown twice."""

import re
import stat
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.cli.main import app
from api.live.embedded import Embedded
from api.live.store import Store
from api.staff.accounts import Accounts
from api.staff.audit import SIGNING_IN, Audit
from api.staff.proof import matches
from tests.api.live.servers import state
from tests.api.staff.office import PASSWORD

__all__ = ["state"]

ADD = ["add", "sato", "--name", "佐藤", "--role", "approver", "--area", "shiranami"]


def run(state: Path, *args: str, typed: str = "") -> str:
    result = CliRunner().invoke(app, ["staff", *args, "--state", str(state)], input=typed)
    assert result.exit_code == 0, result.output
    return result.stdout


def refused(state: Path, *args: str, typed: str = "") -> str:
    result = CliRunner().invoke(app, ["staff", *args, "--state", str(state)], input=typed)
    assert result.exit_code == 2, result.output
    return result.output


def twice(password: str) -> str:
    return f"{password}\n{password}\n"


def test_accounts_are_kept_before_a_server_runs_and_while_one_does(state: Path) -> None:
    shown = run(state, *ADD, typed=twice(PASSWORD))
    assert "otpauth://totp/" in shown
    assert PASSWORD not in shown
    secret = re.search(r"secret ([A-Z2-7]{32})", shown)
    assert secret is not None
    server = Embedded(state)
    server.start()
    run(state, "add", "ito", "--name", "伊藤", "--role", "viewer", "--area", "*", typed=twice(PASSWORD))
    listed = run(state, "list")
    assert listed.splitlines() == ["ito\t伊藤\tviewer\t*", "sato\t佐藤\tapprover\tshiranami"]
    assert secret[1] not in listed
    run(state, "disable", "ito")
    assert "ito\t伊藤\tviewer\t* (disabled)" in run(state, "list")
    run(state, "enable", "ito")
    again = run(state, "reset", "sato", typed=twice("another long password"))
    store = Store(server.url)
    sato = Accounts(store).get("sato")
    assert matches(sato.password, "another long password")
    assert sato.totp is not None
    assert sato.totp in again
    assert sato.totp != secret[1], "who had the old secret has nothing"
    actions = [one.action for one in Audit(store).read(SIGNING_IN)]
    assert actions == ["reset account", "enable account", "disable account", "add account", "add account"]
    assert [one.action for one in Audit(store).read("shiranami")] == ["reset account", "add account"]
    assert PASSWORD not in str(Audit(store).read(SIGNING_IN))
    store.close()
    server.stop()
    assert "sato" in run(state, "list"), "it is on disk"


@pytest.mark.parametrize(
    ("changed", "typed", "told"),
    [
        (["add", "Sato!", *ADD[2:]], PASSWORD, "2 to 40 of a-z"),
        ([*ADD[:3], " ", *ADD[4:]], PASSWORD, "1 to 60 characters"),
        ([*ADD[:5], "mayor", *ADD[6:]], PASSWORD, "mayor"),
        ([*ADD[:7], "Shira nami"], PASSWORD, "ids of areas"),
        (ADD, "short", "12 to 200 characters"),
        (["disable", "nobody"], "", "an account"),
        (["reset", "nobody"], PASSWORD, "an account"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_kept(
    state: Path, changed: list[str], typed: str, told: str
) -> None:
    assert told in refused(state, *changed, typed=twice(typed)).replace("\n", " ")
    assert run(state, "list") == ""


def test_an_account_is_added_once(state: Path) -> None:
    run(state, *ADD, typed=twice(PASSWORD))
    assert "a new one" in refused(state, *ADD, typed=twice(PASSWORD))


def demo(state: Path) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["staff", "demo", str(state), "--area", "shiranami"])
    return result.exit_code, result.output


def test_a_demonstration_has_sign_ins_of_its_own(state: Path) -> None:
    code, shown = demo(state)
    assert code == 0, shown
    assert "DEMO ONLY" in shown
    passwords = re.findall(r"(demo-\w+)  password (\S+)", shown)
    assert [name for name, _ in passwords] == ["demo-operator", "demo-approver"]
    assert stat.S_IMODE((state / "demo-only.json").stat().st_mode) == 0o600
    again = demo(state)[1]
    assert re.findall(r"(demo-\w+)  password (\S+)", again) == passwords, "shown again, not made anew"
    server = Embedded(state)
    server.start()
    store = Store(server.url)
    for name, password in passwords:
        account = Accounts(store).get(name)
        assert matches(account.password, password)
        assert account.areas == ("shiranami",)
    store.close()
    server.stop()


def test_no_demonstration_where_a_server_keeps_its_state(state: Path) -> None:
    run(state, *ADD, typed=twice(PASSWORD))
    code, told = demo(state)
    assert code == 2
    assert "holds something else" in told.replace("\n", " ")
    assert [line.split("\t")[0] for line in run(state, "list").splitlines()] == ["sato"]
