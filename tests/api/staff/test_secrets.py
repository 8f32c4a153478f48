"""Secrets of one-time codes: encrypted where they are kept, plain ones at the first look."""

from dataclasses import replace

import orjson
import pytest

from api.push.vault import KEY_BYTES, UnreadableError, Vault
from api.staff.accounts import KEY, SEALED, Account
from api.staff.roles import Role
from router.errors import InputError
from tests.api.staff.office import HASHED, SECRET, Office, office, state

__all__ = ["office", "state"]


def kept(office: Office, id_: str) -> bytes:
    stored: bytes = office.staff.store.ask(lambda client: client.hget(KEY, id_))
    return stored


def keep_plain(office: Office, id_: str) -> None:
    """Keep an account as it was kept before secrets were encrypted."""
    old = Account(id_, "前田", Role.APPROVER, ("shiranami",), HASHED, SECRET)
    office.staff.store.ask(lambda client: client.hset(KEY, id_, old.to_json()))


def test_no_secret_is_kept_in_plain(office: Office) -> None:
    stored = kept(office, "approver")
    assert SECRET.encode() not in stored
    assert orjson.loads(stored)["totp"].startswith(SEALED)
    accounts = office.staff.signin.accounts
    assert accounts.secret_of(accounts.get("approver")) == SECRET
    assert orjson.loads(kept(office, "operator"))["totp"] is None


def test_the_same_secret_is_never_kept_twice_in_the_same_bytes(office: Office) -> None:
    assert orjson.loads(kept(office, "approver"))["totp"] != orjson.loads(kept(office, "admin"))["totp"]


def test_a_plain_one_is_encrypted_when_its_person_signs_in(office: Office) -> None:
    keep_plain(office, "maeda")
    assert SECRET.encode() in kept(office, "maeda")
    person = office.sign_in("maeda")
    assert SECRET.encode() not in kept(office, "maeda")
    assert person.get("world").status_code == 200, "the session goes on"
    office.sign_in("maeda")


def test_plain_ones_are_encrypted_when_accounts_are_listed(office: Office) -> None:
    keep_plain(office, "maeda")
    office.staff.signin.accounts.all()
    assert SECRET.encode() not in kept(office, "maeda")


def test_a_secret_is_bound_to_its_account(office: Office) -> None:
    accounts = office.staff.signin.accounts
    stolen = replace(accounts.get("admin"), id="approver")
    with pytest.raises(UnreadableError):
        accounts.secret_of(stolen)


def test_with_another_key_nobody_signs_in_by_code_and_the_others_do(office: Office) -> None:
    office.staff.signin.accounts._vault = Vault(b"x" * KEY_BYTES)
    assert office.try_sign_in("approver").status_code == 401
    assert office.try_sign_in("operator").status_code == 200


def test_a_role_that_needs_codes_needs_a_secret(office: Office) -> None:
    with pytest.raises(InputError, match="one-time codes"):
        office.staff.signin.accounts.change("operator", role=Role.APPROVER)
    assert office.staff.signin.accounts.get("operator").role is Role.OPERATOR


def test_a_new_role_holds_from_the_next_request_on(office: Office) -> None:
    person = office.sign_in("viewer")
    draft = {"kinds": ["flood"], "level": 3}
    assert person.post("alerts", draft).status_code == 403
    office.staff.signin.accounts.change("viewer", role=Role.OPERATOR)
    assert person.post("alerts", draft).status_code == 201
    office.staff.signin.accounts.change("viewer", areas=("elsewhere",))
    assert person.post("alerts", draft).status_code == 403


def test_of_an_account_that_is_not_there_nothing_is_kept(office: Office) -> None:
    with pytest.raises(InputError, match="an account"):
        office.staff.signin.accounts.change("nobody", role=Role.VIEWER)
    assert kept(office, "nobody") is None
