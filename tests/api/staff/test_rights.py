"""Every staff endpoint × every role × own and foreign area: from the application's own table of routes."""

from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.routing import APIRoute

from api.staff.guard import SAFE
from api.staff.roles import Role
from tests.api.staff.office import AREA, Office, office, state

__all__ = ["office", "state"]

WITHOUT_AREA = {"/v1/staff/session", "/v1/staff/audit"}
OPEN = {("POST", "/v1/staff/session")}


def routes(office: Office) -> list[tuple[str, str, Role | None]]:
    """Return method, path and the role that the guard asks for, of every staff endpoint."""
    found = []
    for route in _flat(office.app.routes):
        if route.path.startswith("/v1/staff"):
            roles = [part.role for part in _calls(route.dependant) if hasattr(part, "role")]
            role = roles[0] if roles else None
            found += [(method, route.path, role) for method in route.methods or ()]
    return found


def _flat(routes: Any) -> Iterator[APIRoute]:
    """Yield the routes of routers within routers."""
    for route in routes:
        if isinstance(route, APIRoute):
            yield route
        elif (router := getattr(route, "original_router", None)) is not None:
            yield from _flat(router.routes)


def _calls(dependant: Any) -> list[Any]:
    return [dependant.call, *(call for one in dependant.dependencies for call in _calls(one))]


def test_every_endpoint_has_a_guard(office: Office) -> None:
    table = routes(office)
    told = office.app.openapi()["paths"]
    assert {path for _, path, _ in table} == {path for path in told if path.startswith("/v1/staff")}
    assert len(table) >= 15
    assert {(method, path) for method, path, role in table if role is None} == OPEN
    assert all(
        role is not Role.VIEWER for method, path, role in table if method not in SAFE | {"DELETE"} and role
    )
    assert {path for _, path, _ in table if "{area}" not in path} <= WITHOUT_AREA


def test_nobody_acts_above_their_role_or_elsewhere(office: Office) -> None:
    people = {name: office.sign_in(name) for role in Role for name in (role, f"foreign-{role}")}
    before = office.revision()
    for method, path, role in routes(office):
        if role is None or "{area}" not in path:
            continue
        address = path.replace("{area}", AREA)
        assert office.client.request(method, address).status_code in (401, 415, 422), (method, path)
        for name, person in people.items():
            own = not name.startswith("foreign-")
            may = own and Role(name.removeprefix("foreign-")).rank >= role.rank
            status = person.ask(method, address, {}).status_code
            assert (status != 403) if may else (status == 403), (method, path, name, status)
            if method not in SAFE and may:
                assert person.ask(method, address, {}, csrf="x").status_code == 403, (method, path, name)
    assert office.revision() == before


def test_an_area_that_is_none_is_as_foreign_as_any(office: Office) -> None:
    person = office.sign_in("admin")
    assert person.ask("GET", "/v1/staff/areas/nowhere/world").status_code == 403
    prefecture = office.sign_in("prefecture")
    assert prefecture.ask("GET", "/v1/staff/areas/nowhere/world").status_code == 403
    assert prefecture.get("world").status_code == 200


def test_what_is_refused_is_in_the_trail_of_the_area(office: Office) -> None:
    foreign = office.sign_in("foreign-operator")
    assert foreign.get("world").status_code == 403
    operator = office.sign_in("operator")
    path = f"/v1/staff/areas/{AREA}/drill"
    assert operator.ask("POST", path, {"name": "x"}, csrf="").status_code == 403
    entries = operator.get("audit").json()["entries"]
    assert [(one["account"], one["facts"]["where"]) for one in entries if one["action"] == "refused"] == [
        ("operator", "x-csrf-token"),
        ("foreign-operator", "area"),
    ]


def test_signing_in_is_read_by_admins_of_the_prefecture_and_by_the_area(office: Office) -> None:
    office.hire("chief", Role.ADMIN, "*")
    office.try_sign_in("operator", "wrong password")
    office.sign_in("operator")
    for name, status in (("chief", 200), ("admin", 403), ("prefecture", 403), ("viewer", 403)):
        assert office.sign_in(name).ask("GET", "/v1/staff/audit").status_code == status, name
    entries = office.sign_in("chief").ask("GET", "/v1/staff/audit").json()["entries"]
    assert {"sign in", "sign-in refused"} <= {entry["action"] for entry in entries}
    own = office.sign_in("viewer").get("audit").json()["entries"]
    told = [one for one in own if (one["account"], one["action"]) == ("operator", "sign in")]
    assert told[0]["facts"] == {"failures_before": 1}
    assert {one["account"] for one in own} <= {*Role, "prefecture"}, (
        "of another area's people nothing is told"
    )


def test_the_trail_is_read_in_pages(office: Office) -> None:
    person = office.sign_in("operator")
    for k in range(5):
        office.staff.signin.audit.note("operator", AREA, f"act {k}", {})
    first = person.get("audit?limit=2").json()["entries"]
    second = person.get(f"audit?limit=2&before={first[-1]['id']}").json()["entries"]
    assert [one["action"] for one in first + second] == ["act 4", "act 3", "act 2", "act 1"]
    for bad in ("limit=0", "limit=501", "before=x", "before=9%2D"):
        assert person.get(f"audit?{bad}").status_code == 422


@pytest.mark.parametrize("cookie", ["", "nigemichi_staff=", "nigemichi_staff=x", "nigemichi_staff=%00"])
def test_a_made_up_session_is_none(office: Office, cookie: str) -> None:
    answer = office.client.get(f"/v1/staff/areas/{AREA}/world", headers={"cookie": cookie})
    assert answer.status_code == 401
    assert answer.json()["error"] == "not_signed_in"
