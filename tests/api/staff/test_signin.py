"""Signing in: proofs, patience, sessions, and what the trail says of it."""

from concurrent.futures import ThreadPoolExecutor
from ipaddress import ip_network
from pathlib import Path
from typing import Any

import anyio
import pyotp
import pytest
from starlette.types import Receive, Scope, Send

from api.errors import LockedOutError
from api.http.guard import BehindProxies
from api.live.embedded import Embedded
from api.staff.audit import SIGNING_IN
from api.staff.lockout import FREE, Lockout
from api.staff.proof import hash_password, matches, step_of
from api.staff.roles import Role
from api.staff.sessions import IDLE_S, LIFE_S
from router.errors import InputError
from tests.api.staff.office import PASSWORD, SECRET, Office, office, state

__all__ = ["office", "state"]


def test_a_session_is_a_cookie_that_no_script_reads(office: Office) -> None:
    answer = office.try_sign_in("operator")
    assert answer.status_code == 200
    told = answer.json()
    assert (told["account"], told["role"], told["areas"]) == ("operator", "operator", ["shiranami"])
    cookie = answer.headers["set-cookie"].lower()
    for part in ("httponly", "samesite=strict", "path=/v1/staff"):
        assert part in cookie
    assert "secure" not in cookie.replace("samesite", "")
    forwarded = {"x-forwarded-proto": "https"}
    body = {"account": "operator", "password": PASSWORD}
    again = office.client.post("/v1/staff/session", json=body, headers=forwarded)
    assert "secure" in again.headers["set-cookie"].lower()


def test_signing_out_ends_it(office: Office) -> None:
    person = office.sign_in("operator")
    assert person.ask("GET", "/v1/staff/session").json()["name"] == "operator さん"
    assert person.ask("DELETE", "/v1/staff/session").status_code == 204
    assert person.ask("GET", "/v1/staff/session").status_code == 401


def test_a_session_ends_when_nothing_happens_and_when_it_is_old(office: Office) -> None:
    person = office.sign_in("operator")
    office.clock.go(seconds=IDLE_S - 1)
    assert person.get("world").status_code == 200
    office.clock.go(seconds=IDLE_S)
    assert person.get("world").status_code == 401
    person = office.sign_in("operator")
    for _ in range(LIFE_S // (IDLE_S - 1)):
        office.clock.go(seconds=IDLE_S - 1)
        assert person.get("world").status_code == 200
    office.clock.go(seconds=IDLE_S - 1)
    assert person.get("world").status_code == 401


def test_a_disabled_account_is_out_at_once(office: Office) -> None:
    person = office.sign_in("operator")
    office.staff.signin.accounts.change("operator", disabled=True)
    assert person.get("world").status_code == 401
    assert office.try_sign_in("operator").status_code == 401


def test_approvers_need_a_code_and_each_code_is_good_once(office: Office) -> None:
    assert office.try_sign_in("approver", totp="").status_code == 401
    assert office.try_sign_in("approver", totp="000000").status_code == 401
    code = office.code()
    assert office.try_sign_in("approver", totp=code).status_code == 200
    assert office.try_sign_in("approver", totp=code).status_code == 401
    assert office.try_sign_in("approver").status_code == 200


def test_wrong_and_unknown_are_told_in_the_same_words(office: Office) -> None:
    wrong, unknown = (
        office.try_sign_in("operator", "wrong password"),
        office.try_sign_in("nobody", "wrong password"),
    )
    assert wrong.status_code == unknown.status_code == 401
    assert wrong.json() == unknown.json()


def test_after_failures_one_must_wait_longer_and_longer(office: Office) -> None:
    for _ in range(4):
        assert office.try_sign_in("operator", "wrong password").status_code == 401
    assert office.try_sign_in("operator").status_code == 429
    office.clock.go(seconds=6)
    assert office.try_sign_in("operator", "wrong password").status_code == 401
    office.clock.go(seconds=6)
    assert office.try_sign_in("operator").status_code == 429
    office.clock.go(seconds=6)
    assert office.try_sign_in("operator").status_code == 200
    assert office.try_sign_in("operator", "wrong password").status_code == 401, "the count begins anew"


def test_a_network_that_tries_many_accounts_must_wait_too(office: Office) -> None:
    for k in range(21):
        assert office.try_sign_in(f"guess{k}", "wrong password").status_code == 401
    assert office.try_sign_in("operator").status_code == 429


def test_a_stranger_who_fails_on_purpose_does_not_lock_the_office_out(office: Office) -> None:
    lockout, now_s = Lockout(office.staff.store), office.clock.now.timestamp()
    lockout.count("sato", "192.0.2.1", now_s)
    lockout.forget("sato", "192.0.2.1")
    for k in range(4):
        assert lockout.count("sato", "198.51.100.7", now_s) == k
    with pytest.raises(LockedOutError, match="5 s"):
        lockout.count("sato", "203.0.113.9", now_s)
    assert lockout.count("sato", "192.0.2.1", now_s) == 0
    assert [lockout.count("sato", "198.51.100.7", now_s + 1000)] == [4], "longer and longer, but not for ever"
    with pytest.raises(LockedOutError, match="10 s"):
        lockout.count("sato", "198.51.100.7", now_s + 1000)


def test_many_tries_at_once_are_no_more_than_one_after_another(office: Office) -> None:
    lockout, now_s = Lockout(office.staff.store), office.clock.now.timestamp()

    def passed(_: int) -> bool:
        try:
            lockout.count("sato", "192.0.2.1", now_s)
        except LockedOutError:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(passed, range(24))) == FREE + 1


def test_a_new_password_ends_the_sessions(office: Office) -> None:
    person = office.sign_in("operator")
    office.staff.signin.accounts.change("operator", password=hash_password("another long password"))
    assert person.get("world").status_code == 401
    assert office.try_sign_in("operator", "another long password").status_code == 200


def test_a_lower_role_holds_at_once(office: Office) -> None:
    person = office.sign_in("operator")
    office.staff.signin.accounts.change("operator", role=Role.VIEWER)
    assert person.post("drill", {"name": "x"}).status_code == 403
    assert person.get("world").status_code == 200


def test_with_the_log_away_it_is_said_and_it_comes_back(office: Office, state: Path) -> None:
    person = office.sign_in("operator")
    office.server.stop()
    answers = [
        person.get("world"),
        person.post("drill", {"name": "x"}),
        office.client.post("/v1/staff/session", json={"account": "operator", "password": PASSWORD}),
        office.client.post(
            "/v1/areas/shiranami/reports",
            json={"what": "fire", "lon": 141.3, "lat": 37.308, "key": "phone-0001"},
        ),
    ]
    assert [(one.status_code, one.json()["error"]) for one in answers] == [(503, "log_unavailable")] * 4
    again = Embedded(state)
    again.start()
    try:
        assert person.get("world").status_code == 200, "sessions outlive the server they are kept in"
    finally:
        again.stop()


def test_the_trail_knows_of_it_and_holds_no_secret(office: Office) -> None:
    office.try_sign_in("operator", "my secret password")
    office.sign_in("approver")
    entries = office.staff.signin.audit.read(SIGNING_IN)
    assert [entry.action for entry in entries[:2]] == ["sign in", "sign-in refused"]
    assert (entries[0].account, entries[0].name) == ("approver", "approver さん")
    assert "secret" not in str(entries)
    assert SECRET not in str(entries)


def test_passwords_are_long_and_kept_as_argon2id() -> None:
    kept = hash_password(PASSWORD)
    assert kept.startswith("$argon2id$")
    assert matches(kept, PASSWORD)
    assert not matches(kept, PASSWORD + " ")
    assert not matches(None, "the password of an account that does not exist")
    for short in ("", "short", "x" * 201):
        with pytest.raises(InputError, match="password"):
            hash_password(short)


def test_codes_of_a_slow_or_fast_clock_count_and_older_ones_do_not() -> None:
    now_s = 1_800_000_000
    otp = pyotp.TOTP(SECRET)
    steps = [step_of(SECRET, otp.at(now_s + 30 * k), now_s) for k in (-2, -1, 0, 1, 2)]
    assert steps == [None, 59_999_999, 60_000_000, 60_000_001, None]


def test_without_a_log_there_is_no_staff(town_region: Path) -> None:
    from api.http.app import create_app
    from api.settings import Settings
    from tests.api.http.client import Client

    app = create_app(Settings(regions=(town_region,), state=None, redis_url=None, page_dir=Path("none")))
    answer = Client(app).post("/v1/staff/session", json={"account": "a", "password": "b"})
    assert (answer.status_code, answer.json()["error"]) == (404, "not_live")


def came_from(proxies: tuple[str, ...], client: str, *forwarded: str) -> str:
    """Return the address that an application behind `BehindProxies` sees."""
    seen: list[str] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        seen.append(scope["client"][0])

    async def nothing(*_: Any) -> Any:
        return {}

    headers = [(b"x-forwarded-for", one.encode()) for one in forwarded]
    scope = {"type": "http", "client": (client, 50_000), "headers": headers}
    anyio.run(BehindProxies(app, [ip_network(one) for one in proxies]), scope, nothing, nothing)
    return seen[0]


@pytest.mark.parametrize(
    ("proxies", "client", "forwarded", "seen"),
    [
        ((), "10.0.0.1", ["192.0.2.9"], "10.0.0.1"),
        (("10.0.0.0/8",), "10.0.0.1", ["192.0.2.9"], "192.0.2.9"),
        (("10.0.0.0/8",), "10.0.0.1", [], "10.0.0.1"),
        (("10.0.0.0/8",), "198.51.100.1", ["192.0.2.9"], "198.51.100.1"),
        (("10.0.0.0/8",), "10.0.0.1", ["1.1.1.1, 192.0.2.9"], "192.0.2.9"),
        (("10.0.0.0/8",), "10.0.0.1", ["1.1.1.1", "192.0.2.9, 10.0.0.2"], "192.0.2.9"),
        (("10.0.0.0/8", "fd00::/8"), "fd00::1", ["2001:db8::7"], "2001:db8::7"),
        (("10.0.0.0/8",), "10.0.0.1", ["nonsense"], "nonsense"),
    ],
)
def test_only_our_proxies_say_who_came(
    proxies: tuple[str, ...], client: str, forwarded: list[str], seen: str
) -> None:
    assert came_from(proxies, client, *forwarded) == seen
