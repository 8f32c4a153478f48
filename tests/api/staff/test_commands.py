"""`nigemichi staff`: before a server runs and while one does; nothing secret is shown twice."""

import re
import stat
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.cli.main import app
from api.live.embedded import Embedded
from api.live.store import Store
from api.push.setup import settings_of
from api.push.vault import Vault
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


def accounts_in(store: Store, state: Path) -> Accounts:
    return Accounts(store, Vault.open(settings_of(state)))


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
    accounts = accounts_in(store, state)
    sato = accounts.get("sato")
    assert matches(sato.password, "another long password")
    new_secret = accounts.secret_of(sato)
    assert new_secret is not None
    assert new_secret in again
    assert new_secret != secret[1], "who had the old secret has nothing"
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
        (["role", "nobody", "viewer"], "", "an account"),
        (["areas", "nobody", "--area", "shiranami"], "", "an account"),
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


def test_a_role_and_areas_are_changed_and_it_is_in_the_trail(state: Path) -> None:
    ito = ["add", "ito", "--name", "伊藤", "--role", "operator", "--area", "shiranami"]
    run(state, *ito, typed=twice(PASSWORD))
    server = Embedded(state)
    server.start()
    risen = run(state, "role", "ito", "approver")
    secret = re.search(r"secret ([A-Z2-7]{32})", risen)
    assert secret is not None, "approvers sign in with one-time codes"
    assert "operator → approver" in risen
    assert "secret" not in run(state, "role", "ito", "admin"), "who has one keeps it"
    run(state, "areas", "ito", "--area", "tosa", "--area", "kochi")
    assert run(state, "list") == "ito\t伊藤\tadmin\ttosa,kochi\n"
    assert "mayor" in refused(state, "role", "ito", "mayor").replace("\n", " ")
    assert "ids of areas" in refused(state, "areas", "ito", "--area", "Shira nami").replace("\n", " ")
    assert run(state, "list") == "ito\t伊藤\tadmin\ttosa,kochi\n", "nothing was changed"
    store = Store(server.url)
    accounts = accounts_in(store, state)
    assert accounts.secret_of(accounts.get("ito")) == secret[1]
    changes = [(one.action, one.facts) for one in Audit(store).read(SIGNING_IN)][:3]
    assert changes == [
        ("change areas", {"account": "ito", "areas": ["tosa", "kochi"], "before": ["shiranami"]}),
        ("change role", {"account": "ito", "role": "admin", "before": "approver"}),
        ("change role", {"account": "ito", "role": "approver", "before": "operator"}),
    ]
    for area in ("shiranami", "tosa", "kochi"):
        assert Audit(store).read(area)[0].action == "change areas", "those who lose and those who gain see it"
    store.close()
    server.stop()


def test_with_a_redis_of_ones_own_the_key_must_be_told(
    state: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = Embedded(state)
    server.start()
    monkeypatch.setenv("REDIS_URL", server.url)
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(app, ["staff", "list"])
    assert result.exit_code == 2, result.output
    assert "NIGEMICHI_PUSH_KEY" in result.output
    assert not (tmp_path / "build").exists(), "no key is made beside that of the servers"
    server.stop()


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
        account = accounts_in(store, state).get(name)
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
