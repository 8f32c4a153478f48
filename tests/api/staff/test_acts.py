"""What staff do: roads, sites, exercises, reports, proposals. What is refused changes nothing."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import anyio
import pytest
from redis.asyncio import Redis

from api.live.desk import MOST_CLOSURES, Acting, Desk
from api.live.log import EventLog
from api.push.notice import Notice, Text, to_sendable
from api.push.store.outbox import Outbox
from api.staff.proposals import FeedHealth, Proposal
from api.staff.reports import Verdict, What
from hazard.world.events import Drawn
from hazard.world.world import Closure, State
from router.errors import InputError
from tests.api.live.servers import eventually
from tests.api.staff.office import AREA, Office, Person, office, state

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


@pytest.mark.parametrize(
    "drawn",
    [
        {"form": "line", "points": LINE},
        {"form": "polygon", "points": RING},
        {"form": "depth", "kind": "tsunami", "depth_cm": 300},
    ],
)
def test_what_is_previewed_is_what_is_closed(office: Office, drawn: dict[str, Any]) -> None:
    person = office.sign_in("operator")
    seen = person.post("closures/preview", {"drawn": drawn}).json()
    assert seen["streets"]
    assert office.revision() == 0
    until = (office.clock.now + timedelta(hours=1)).isoformat()
    done = person.post("closures", {"drawn": drawn, "reason": "冠水", "until": until})
    assert done.status_code == 201
    assert done.json()["event"]["streets"] == seen["streets"]
    past = (datetime.now(UTC) - timedelta(minutes=5)).isoformat()
    assert person.post("closures", {"drawn": drawn, "until": past}).status_code == 422


def test_a_street_is_found_under_a_finger(office: Office) -> None:
    person = office.sign_in("viewer")
    found = person.get("streets?lon=141.3&lat=37.308").json()
    assert found["distance_m"] <= 50
    assert person.get("streets?lon=141.9&lat=37.9").status_code == 404
    assert person.get("streets?lon=abc&lat=37.9").status_code == 422


def test_what_can_be_used_at_a_site_is_told_until_something_else_is(office: Office) -> None:
    person = office.sign_in("operator")
    site = person.get("world").json()["real"]["sites"][0]["id"]
    body = {"status": "open", "facilities": ["pets", "wheelchair"], "note": "正門から"}
    done = person.post(f"sites/{site}", body)
    assert done.json()["event"]["facilities"] == ["wheelchair", "pets"], "in one order, for one digest"
    office.reach(1)
    assert person.get("world").json()["real"]["sites"][0]["facilities"] == ["wheelchair", "pets"]
    assert person.post(f"sites/{site}", {"status": "full"}).status_code == 200
    office.reach(2)
    assert person.get("world").json()["real"]["sites"][0]["facilities"] == []
    for strange in (["spa"], "pets", [1], ["pets"] * 20):
        assert person.post(f"sites/{site}", {"status": "open", "facilities": strange}).status_code == 422
    assert office.revision() == 2


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
    other = office.sign_in("approver")
    assert other.post(f"reports/{first['id']}", {"verdict": "confirm", "close": True}).status_code == 200
    assert office.staff.desks[AREA].follower.world.revision == 1, "two who confirm it close once"
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

    def close(pair: tuple[Person, int]) -> int:
        person, street = pair
        return person.post("closures", {"drawn": {"form": "streets"}, "streets": [street]}).status_code

    with ThreadPoolExecutor(4) as pool:
        statuses = list(pool.map(close, [(one, 3), (two, 4), (one, 5), (two, 3)]))
    assert statuses == [201] * 4
    office.reach(4)
    closures = one.get("world").json()["real"]["closures"]
    assert [closure["n_streets"] for closure in closures] == [1] * 4
    first = closures[0]["id"]
    with ThreadPoolExecutor(2) as pool:
        reopened = list(
            pool.map(lambda person: person.post(f"closures/{first}/reopen", {}).status_code, (one, two))
        )
    assert 200 in reopened
    assert set(reopened) <= {200, 422}, "who comes second is told that nothing is in force, or does nothing"
    eventually(lambda: len(one.get("world").json()["real"]["closures"]) == 3)


def test_the_same_key_at_once_is_one_event(office: Office) -> None:
    person = office.sign_in("operator")
    body = {"drawn": {"form": "streets"}, "streets": [3], "key": "request-1"}
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: person.post("closures", body), range(4)))
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.json()["entry"] for answer in answers}) == 1
    office.reach(1)
    assert len(person.get("world").json()["real"]["closures"]) == 1
    assert person.post("drill", {"name": "x", "key": "request-1"}).status_code == 409


def test_more_closures_than_anybody_means_are_refused(office: Office) -> None:
    desk = office.staff.desks[AREA]
    graph = desk.follower.engine.region.graph
    held = Closure(graph.digest, (3,), Drawn("streets"), "", None, datetime.now(UTC))
    full = State(closures={f"closure-{k}": held for k in range(MOST_CLOSURES)})
    world = replace(desk.follower.world, real=full)
    log = EventLog(office.server.url, AREA)
    crowded = Desk(log, desk.follower.engine.region, lambda: world)
    with pytest.raises(InputError, match="at most 1000 closures"):
        crowded.close_roads(Acting("sato"), Drawn("streets"), [4])
    crowded.reopen_roads(Acting("sato"), "closure-7")
    log.close()
    office.reach(1)
    assert office.revision() == 1, "what makes room is taken"


def test_reports_told_at_once_are_all_counted(office: Office) -> None:
    reports, now = office.staff.desks[AREA].reports, office.clock.now

    def tell_one(k: int) -> None:
        reports.tell(What.WATER, 141.3, 37.308, None, f"phone-{k:04}", now)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(tell_one, range(40)))
    (report,) = reports.open(now)
    assert report.count == 40
    reports.decide(report.id, Verdict.REJECTED, "sato", now)
    reports.tell(What.WATER, 141.3, 37.308, None, "phone-0007", now)
    assert reports.open(now) == [], "what was told before the rejection does not come again"
    reports.tell(What.WATER, 141.3, 37.308, None, "phone-new", now)
    assert reports.open(now)[0].count == 1


def test_how_the_feeds_are_is_told(office: Office) -> None:
    person = office.sign_in("viewer")
    assert person.get("world").json()["feeds"] is None
    found = FeedHealth(datetime(2026, 11, 24, 9, tzinfo=UTC), ["regular.xml: 503"], [], told=True)
    office.staff.desks[AREA].proposals.set_feeds(found)
    assert person.get("world").json()["feeds"] == {
        "checked_at": "2026-11-24T09:00:00Z",
        "failures": ["regular.xml: 503"],
        "problems": [],
        "told": True,
    }


def test_push_delivery_is_told(office: Office) -> None:
    person = office.sign_in("viewer")
    nothing = {"subscriptions": 0, "queued": 0, "retrying": 0, "dead": 0}
    assert person.get("push").json() == {"health": nothing, "notices": [], "dead": []}
    store = office.staff.store
    for k in range(3):
        store.ask(lambda client, k=k: client.sadd(f"{{{AREA}}}:push:ids", f"phone-{k}"))  # type: ignore[misc]
    expires = datetime.now(UTC) + timedelta(hours=1)
    texts = {"ja": Text("避難指示", "高い所へ")}
    notice = Notice(
        area=AREA, id="n-1", event="alert-1", level=4, texts=texts, navigate="https://x/", expires_at=expires
    )
    anyio.run(publish, office.server.url, notice)
    told = person.get("push").json()
    assert told["health"] == {**nothing, "subscriptions": 3, "queued": 1}
    (notice,) = told["notices"]
    assert (notice["notice"], notice["title"], notice["counts"]["total"]) == ("n-1", "避難指示", 3)
    assert person.get("world").json()["push"] == told["health"]


async def publish(url: str, notice: Notice) -> None:
    redis = Redis.from_url(url)
    await Outbox(redis).publish(notice.area, to_sendable(notice), ["*"])
    await redis.aclose()
