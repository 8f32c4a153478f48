"""What staff do: roads, sites, exercises, reports, proposals. What is refused changes nothing."""

from datetime import UTC, datetime
from typing import Any

import pytest

from api.staff.proposals import Proposal
from tests.api.staff.office import AREA, Office, office, state

__all__ = ["office", "state"]

HERE = {"lon": 141.3, "lat": 37.308}
REPORT = {"what": "blocked", "lon": 141.3004, "lat": 37.3084, "key": "phone-0001"}
LINE = [[141.299, 37.308], [141.301, 37.308]]
RING = [[141.299, 37.307], [141.301, 37.307], [141.301, 37.309], [141.299, 37.309], [141.299, 37.307]]


def test_a_road_is_closed_routes_follow_and_it_is_reopened(office: Office) -> None:
    person = office.sign_in("operator")
    seen = person.post("closures/preview", {"drawn": {"form": "polygon", "points": RING}}).json()
    assert seen["length_m"] > 0
    assert len(seen["geometry"]["coordinates"]) == len(seen["streets"])
    body = {"drawn": {"form": "polygon", "points": RING}, "reason": "落石", "key": "request-1"}
    first, again = person.post("closures", body), person.post("closures", body)
    assert first.status_code == again.status_code == 201
    assert first.json()["entry"] == again.json()["entry"]
    office.reach(1)
    world = person.get("world").json()
    (closure,) = world["real"]["closures"]
    assert (closure["reason"], closure["n_streets"], closure["placed"]) == (
        "落石",
        len(seen["streets"]),
        True,
    )
    assert office.client.post("/v1/route", json={**HERE, "hazard": "tsunami"}).json()["revision"] == 1
    assert person.post(f"closures/{closure['id']}/reopen", {}).status_code == 200
    office.reach(2)
    assert person.get("world").json()["real"]["closures"] == []
    actions = [entry["action"] for entry in person.get("audit").json()["entries"]]
    assert actions[0] == "reopen roads"
    assert "close roads" in actions


def test_a_street_is_found_under_a_finger(office: Office) -> None:
    person = office.sign_in("viewer")
    found = person.get("streets?lon=141.3&lat=37.308").json()
    assert found["distance_m"] <= 50
    assert person.get("streets?lon=141.9&lat=37.9").status_code == 404
    assert person.get("streets?lon=abc&lat=37.9").status_code == 422


def test_sites_and_exercises_have_states_of_their_own(office: Office) -> None:
    person = office.sign_in("operator")
    site = person.get("world").json()["real"]["sites"][0]["id"]
    assert person.post(f"sites/{site}", {"status": "filling", "people": 120}).status_code == 200
    assert person.post(f"sites/{site}", {"status": "full", "drill": True}).status_code == 422
    assert person.post("drill", {"name": "秋の訓練"}).status_code == 201
    office.reach(2)
    assert person.post("drill", {"name": "もう一つ"}).status_code == 422
    assert person.post(f"sites/{site}", {"status": "full", "drill": True}).status_code == 200
    office.reach(3)
    world = person.get("world").json()
    assert world["real"]["sites"][0]["status"] == "filling"
    assert world["exercise"]["state"]["sites"][0]["status"] == "full"
    assert person.post("drill/end", {}).status_code == 200
    office.reach(4)
    assert person.get("world").json()["exercise"] is None
    assert person.post("sites/no-such-site", {"status": "full"}).status_code == 422


def tell(office: Office, **changed: Any) -> int:
    office.clock.go(minutes=1)
    return office.client.post(f"/v1/areas/{AREA}/reports", json={**REPORT, **changed}).status_code


def test_reports_are_counted_decided_and_close_nothing_by_themselves(office: Office) -> None:
    assert tell(office) == tell(office) == 202
    assert tell(office, key="phone-0002", street=3) == tell(office, key="phone-0003", street=3) == 202
    person = office.sign_in("operator")
    first, second = person.get("reports").json()["reports"]
    assert (first["count"], first["street"], second["count"]) == (2, 3, 1)
    assert (second["lon"], second["lat"]) == (141.3, 37.308), "a place of about 100 m"
    assert office.revision() == 0
    decided = person.post(f"reports/{first['id']}", {"verdict": "confirm", "close": True})
    assert (decided.json()["verdict"], decided.json()["by"]) == ("confirmed", "operator")
    office.reach(1)
    assert person.get("world").json()["real"]["closures"][0]["drawn"]["form"] == "streets"
    assert person.post(f"reports/{second['id']}", {"verdict": "confirm", "close": True}).status_code == 422
    assert person.post(f"reports/{second['id']}", {"verdict": "reject"}).status_code == 200
    assert person.get("reports").json()["reports"] == []
    assert person.post("reports/nothing", {"verdict": "reject"}).status_code == 404


def test_reports_are_forgotten_and_limited(office: Office) -> None:
    assert tell(office) == 202
    office.clock.go(hours=7)
    assert office.sign_in("operator").get("reports").json()["reports"] == []
    statuses = [
        office.client.post(f"/v1/areas/{AREA}/reports", json={**REPORT, "key": f"phone-{k:04}"}).status_code
        for k in range(10)
    ]
    assert statuses.count(429) >= 4
    assert statuses[0] == 202


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"what": "party"}, 422),
        ({"lon": 0.0, "lat": 0.0}, 422),
        ({"lon": "NaN"}, 422),
        ({"street": 10**9}, 422),
        ({"street": -1}, 422),
        ({"key": "short"}, 422),
        ({"name": "me"}, 422),
    ],
)
def test_a_bad_report_is_refused(office: Office, changed: dict[str, Any], status: int) -> None:
    assert tell(office, **changed) == status
    assert office.client.post("/v1/areas/nowhere/reports", json=REPORT).status_code == 404


def test_a_proposal_waits_for_a_person(office: Office) -> None:
    store = office.staff.desks[AREA].proposals
    now = datetime(2026, 11, 24, 9, tzinfo=UTC)
    proposal = Proposal(
        "jma-1", AREA, "気象庁　大雨警報", now, "大雨に警戒してください。", {"level": 3}, None
    )
    assert store.put(proposal)
    assert not store.put(proposal)
    person = office.sign_in("operator")
    (seen,) = person.get("proposals").json()["proposals"]
    assert (seen["text"], seen["verdict"]) == ("大雨に警戒してください。", "open")
    assert person.post("proposals/jma-1", {"verdict": "reject"}).json()["by"] == "operator"
    assert not store.put(proposal), "a telegram proposes once, whatever became of it"
    assert person.get("proposals").json()["proposals"][0]["verdict"] == "rejected"
    assert person.post("proposals/other", {"verdict": "reject"}).status_code == 404
    assert office.revision() == 0


@pytest.mark.parametrize(
    "drawn",
    [
        {
            "form": "polygon",
            "points": [
                [141.299, 37.307],
                [141.301, 37.309],
                [141.301, 37.307],
                [141.299, 37.309],
                [141.299, 37.307],
            ],
        },
        {"form": "polygon", "points": RING[:4]},
        {"form": "polygon", "points": []},
        {"form": "polygon", "points": [[0, 0], [0, 1], [1, 1], [0, 0]]},
        {"form": "line", "points": [[141.3, 37.3]]},
        {"form": "line", "points": [[0, 0], [0.1, 0]]},
        {"form": "depth", "kind": "tsunami", "depth_cm": 7},
        {"form": "depth", "kind": "volcano", "depth_cm": 30},
        {"form": "depth"},
        {"form": "streets"},
        {"form": "circle"},
        {"form": "line", "points": [[141.3, 91], [141.3, 37]]},
        {"form": "line", "points": LINE * 2_000},
    ],
)
def test_a_bad_drawing_changes_nothing(office: Office, drawn: dict[str, Any]) -> None:
    person = office.sign_in("operator")
    for path in ("closures/preview", "closures"):
        answer = person.post(path, {"drawn": drawn})
        assert answer.status_code == 422, answer.text[:200]
        assert answer.json()["problems"]
    assert office.revision() == 0


def test_huge_bodies_are_refused_unread(office: Office) -> None:
    person = office.sign_in("operator")
    body = {"drawn": {"form": "streets"}, "streets": [1], "reason": "x" * 300_000}
    assert person.post("closures", body).status_code == 413


def test_two_people_close_at_once_and_both_hold(office: Office) -> None:
    one, two = office.sign_in("operator"), office.sign_in("approver")
    for person, street in ((one, 3), (two, 4)):
        assert person.post("closures", {"drawn": {"form": "streets"}, "streets": [street]}).status_code == 201
    office.reach(2)
    closures = one.get("world").json()["real"]["closures"]
    assert sorted(closure["n_streets"] for closure in closures) == [1, 1]


def test_push_delivery_is_told(office: Office) -> None:
    told = office.sign_in("viewer").get("push").json()
    assert told == {"subscriptions": 0, "notices": [], "dead": []}
