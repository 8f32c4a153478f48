"""An application with staff of every role, on a real log server; its clock can be set."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pyotp
import pytest
from fastapi import FastAPI

from api.http.app import create_app
from api.live.embedded import Embedded
from api.settings import Settings
from api.staff.accounts import Account
from api.staff.desks import Staff
from api.staff.proof import hash_password
from api.staff.roles import EVERYWHERE, Role
from tests.api.http.client import Client
from tests.api.live.servers import eventually, state

__all__ = ["AREA", "PASSWORD", "Clock", "Office", "office", "state"]

AREA = "shiranami"
PASSWORD = "correct horse battery"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
HASHED = hash_password(PASSWORD)


@dataclass
class Clock:
    """A clock that goes when it is told to."""

    now: datetime = field(default_factory=lambda: datetime.now(UTC))

    def __call__(self) -> datetime:
        return self.now

    def go(self, **spans: float) -> None:
        self.now += timedelta(**spans)


class Office:
    """A running application and its staff."""

    def __init__(self, app: FastAPI, staff: Staff, clock: Clock, server: Embedded) -> None:
        self.app, self.staff, self.clock, self.server = app, staff, clock, server
        self.client = Client(app)

    def hire(self, id_: str, role: Role, *areas: str) -> Account:
        """Add an account."""
        secret = SECRET if role.needs_code else None
        account = Account(id_, f"{id_} さん", role, areas or (AREA,), HASHED, secret)
        self.staff.signin.accounts.add(account)
        return account

    def code(self) -> str:
        """Return a one-time code that nobody has used yet."""
        self.clock.go(seconds=31)
        return pyotp.TOTP(SECRET).at(self.clock.now)

    def try_sign_in(self, account: str, password: str = PASSWORD, totp: str | None = None) -> httpx.Response:
        known = self.staff.signin.accounts.find(account)
        needed = self.code() if known is not None and known.totp else ""
        body = {"account": account, "password": password, "totp": needed if totp is None else totp}
        return self.client.post("/v1/staff/session", json=body)

    def sign_in(self, account: str) -> "Person":
        """Sign in; return what acts as this person."""
        answer = self.try_sign_in(account)
        assert answer.status_code == 200, answer.text
        return Person(self.client, answer.cookies["nigemichi_staff"], answer.json()["csrf"])

    def revision(self) -> int:
        return self.staff.desks[AREA].follower.world.revision

    def reach(self, revision: int) -> None:
        """Wait until the server has folded so many events."""
        eventually(lambda: self.revision() >= revision)


@dataclass
class Person:
    """Somebody who is signed in."""

    client: Client
    token: str
    csrf: str

    def ask(self, method: str, path: str, body: Any = None, *, csrf: str | None = None) -> httpx.Response:
        headers = {
            "cookie": f"nigemichi_staff={self.token}",
            "x-csrf-token": self.csrf if csrf is None else csrf,
        }
        return self.client.request(method, path, json=body, headers=headers)

    def get(self, path: str) -> httpx.Response:
        return self.ask("GET", f"/v1/staff/areas/{AREA}/{path}")

    def post(self, path: str, body: Any) -> httpx.Response:
        return self.ask("POST", f"/v1/staff/areas/{AREA}/{path}", body)


@pytest.fixture
def office(town_region: Path, state: Path) -> Iterator[Office]:
    """Return an office with one person of each role, and one of the prefecture."""
    server = Embedded(state)
    server.start()
    settings = Settings(regions=(town_region,), state=state, redis_url=None, page_dir=state / "none")
    app = create_app(settings)
    clock = Clock()
    found: Staff = app.state.staff
    app.state.staff = staff = Staff(found.store, found.vault, found.desks, clock)
    app.state.live.start()
    made = Office(app, staff, clock, server)
    for role in Role:
        made.hire(role, role)
        made.hire(f"foreign-{role}", role, "elsewhere")
    made.hire("prefecture", Role.APPROVER, EVERYWHERE)
    yield made
    app.state.live.stop()
    server.stop()
