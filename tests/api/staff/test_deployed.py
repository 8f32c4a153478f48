"""Staff's records on a cluster and on a server with a password: the same commands."""

from datetime import UTC, datetime
from urllib.parse import quote

import pytest

from api.errors import LockedOutError, SignInError
from api.live.store import Store
from api.push.vault import KEY_BYTES, Vault
from api.staff.accounts import Account
from api.staff.http.delivery import push_health
from api.staff.proof import hash_password, new_secret
from api.staff.proposals import Proposal, Proposals
from api.staff.reports import Reports, Verdict, What
from api.staff.roles import Role
from api.staff.signin import Given, SignIn
from tests.api.live.deployed import HOST, cluster, with_password
from tests.api.live.deployed import PASSWORD as SERVER_PASSWORD
from tests.api.staff.office import PASSWORD


def everything(url: str) -> None:
    """Hire, sign in, fail, report, propose: what every deployment must do."""
    store, now = Store(url), datetime.now(UTC)
    signin = SignIn(store, Vault(b"k" * KEY_BYTES), lambda: now)
    for k in range(4):
        signin.accounts.add(
            Account(f"sato{k}", "佐藤", Role.OPERATOR, (f"area-{k}",), hash_password(PASSWORD))
        )
    signin.accounts.add(
        Account("suzuki", "鈴木", Role.APPROVER, ("area-1",), hash_password(PASSWORD), new_secret())
    )
    assert len(signin.accounts.all()) == 5
    token, session, _ = signin.sign_in(Given("sato1", PASSWORD), "192.0.2.1")
    assert signin.sessions.find(token, now.timestamp()) is not None
    assert session.account == "sato1"
    for _ in range(4):
        with pytest.raises(SignInError):
            signin.sign_in(Given("sato2", "wrong password"), "192.0.2.1")
    with pytest.raises(LockedOutError):
        signin.sign_in(Given("sato2", PASSWORD), "192.0.2.1")
    assert [entry.action for entry in signin.audit.read("area-1")] == ["sign in"]
    for k in range(4):
        reports, proposals = Reports(store, f"area-{k}"), Proposals(store, f"area-{k}")
        told = reports.tell(What.FIRE, 133.5, 33.5, None, "phone-0001", now)
        assert reports.decide(told.id, Verdict.CONFIRMED, "sato1", now).verdict is Verdict.CONFIRMED
        assert proposals.put(Proposal("jma-1", f"area-{k}", "気象庁", now, "大雨"))
        assert proposals.decide("jma-1", Verdict.REJECTED, "sato1").by == "sato1"
        assert push_health(store, f"area-{k}").queued == 0
    store.close()


def test_a_cluster_of_three() -> None:
    with cluster() as (_, url):
        everything(url)


def test_a_server_with_a_password() -> None:
    with with_password() as node:
        everything(f"redis://:{quote(SERVER_PASSWORD, safe='')}@{HOST}:{node.port}/0")
