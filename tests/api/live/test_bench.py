"""`nigemichi bench` against a real server: what it measures, and what it refuses."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from api.cli.live.bench import ROUTE, Measured
from api.live.embedded import socket_url
from api.live.store import Store
from api.push.setup import settings_of
from api.push.vault import Vault
from api.staff.accounts import Account, Accounts
from api.staff.proof import hash_password
from api.staff.roles import Role
from tests.api.live.servers import state
from tests.api.live.test_served import COMMAND, PATIENCE_S, Server, served

__all__ = ["state"]

PASSWORD = "a long enough password"


def add_account(state: Path) -> None:
    store = Store(socket_url(state))
    vault = Vault.open(settings_of(state))
    Accounts(store, vault).add(
        Account("ann", "アン", Role.OPERATOR, ("shiranami",), hash_password(PASSWORD), None)
    )
    store.close()


def bench(server: Server, *more: str, password: str = PASSWORD) -> subprocess.CompletedProcess[str]:
    command = [COMMAND, "bench", "--url", str(server.client.base_url), "--requests", "20", *more]
    plain = {name: value for name, value in os.environ.items() if "proxy" not in name.lower()}
    environment = {**plain, "NIGEMICHI_BENCH_PASSWORD": password}
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=PATIENCE_S)


def test_it_measures_a_server_and_says_a_verdict(town_region: Path, state: Path) -> None:
    with served(town_region, state) as server:
        plain = bench(server)
        *lines, verdict = plain.stdout.splitlines()
        assert [
            re.fullmatch(r"(\D+): p50 [\d.]+ ms, p99 [\d.]+ ms of 20 \(.*", line)[1] for line in lines
        ] == [  # type: ignore[index]
            "route",
            "live state",
        ]
        assert "not measured" in verdict
        assert plain.returncode == (0 if verdict.startswith("OK") else 1)
        add_account(state)
        whole = bench(server, "--account", "ann", "--rounds", "2")
        *lines, verdict = whole.stdout.splitlines()
        assert lines[2].startswith("alert to phone: p50 "), whole.stderr
        assert " of 4 (" in lines[2]
        assert "not measured" not in verdict
        health = server.health()
        assert health["log_revision"] == 4, "each exercise has begun and ended"
        server.event("drill", "本物の訓練")
        refused = bench(server, "--account", "ann")
        assert (refused.returncode, "no exercise that runs" in refused.stderr) == (2, True)
        assert server.health()["log_revision"] == 5
        wrong = bench(server, "--account", "ann", password="another password")
        assert (wrong.returncode, "signs in" in wrong.stderr) == (2, True)
        assert "another password" not in wrong.stderr
        nowhere = bench(server, "--area", "nowhere")
        assert (nowhere.returncode, "shiranami" in nowhere.stderr) == (2, True)
    gone = bench(server)
    assert (gone.returncode, "a server that answers" in gone.stderr) == (2, True)


@pytest.mark.parametrize(
    ("ms", "failed", "holds"),
    [
        ((1.0,) * 99 + (ROUTE.p99_ms,), 0, True),
        ((ROUTE.p99_ms + 1,) * 2, 0, False),
        ((1.0,), 1, False),
        ((), 0, False),
    ],
)
def test_a_limit_holds_for_the_99th_of_a_hundred(ms: tuple[float, ...], failed: int, holds: bool) -> None:
    assert Measured(ROUTE, ms, failed).holds is holds


def test_percentiles_are_of_what_was_measured() -> None:
    measured = Measured(ROUTE, tuple(float(n) for n in range(100, 0, -1)))
    assert (measured.percentile(50), measured.percentile(99)) == (50, 99)
