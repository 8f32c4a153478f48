"""The endpoints for staff: the whole life over HTTP, who may do what, and bad input. Nothing ever fails."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api.alerts.http.contract import AlertRecord, PreviewAnswer
from api.alerts.screens import Where
from api.alerts.texts import LANGS
from api.push.store.names import prefix
from hazard.kinds import HazardKind
from tests.api.live.servers import eventually
from tests.api.staff.office import AREA, Office, Person, office, state

__all__ = ["office", "state"]
FLOOD = {"kinds": ["flood"], "level": 3, "source": "川の水位"}
TSUNAMI = {
    "kinds": ["tsunami"],
    "level": None,
    "grade": "major_warning",
    "extent": {"zones": ["tsunami"]},
    "source": "気象庁",
}
RING = [[141.299, 37.307], [141.301, 37.307], [141.301, 37.309], [141.299, 37.309], [141.299, 37.307]]


def drafted(person: Person, **changed: Any) -> dict[str, Any]:
    answer = person.post("alerts", {**FLOOD, **changed})
    assert answer.status_code == 201, answer.text
    AlertRecord.model_validate_json(answer.content)
    read: dict[str, Any] = answer.json()
    return read


def step(person: Person, record: dict[str, Any], name: str, **more: Any) -> dict[str, Any]:
    answer = person.post(f"alerts/{record['id']}/{name}", {"version": record["version"], **more})
    assert answer.status_code == 200, answer.text
    read: dict[str, Any] = answer.json()
    return read


def refused(person: Person, record: dict[str, Any], name: str, **more: Any) -> tuple[int, str]:
    answer = person.post(f"alerts/{record['id']}/{name}", {"version": record["version"], **more})
    return answer.status_code, answer.json()["error"]


def test_the_life_of_a_tsunami_order(office: Office) -> None:
    operator, approver = office.sign_in("operator"), office.sign_in("approver")
    record = drafted(operator, **TSUNAMI)
    assert (record["state"], record["needs_second"], record["wrote"]) == ("draft", True, ["operator"])
    record = step(operator, record, "submit")
    assert refused(operator, record, "issue") == (422, "invalid_input")
    assert refused(operator, record, "approve") == (403, "forbidden")
    record = step(approver, record, "approve")
    record = step(operator, record, "issue")
    assert record["state"] == "issued"
    office.reach(1)
    (listed,) = operator.get("alerts").json()["alerts"]
    assert listed["in_force"]
    assert set(listed["text"]) == set(LANGS)
    assert refused(operator, record, "cancel") == (403, "forbidden"), "the end takes an approver too"
    ended = step(approver, record, "cancel", all_clear=True, note="津波警報は解除されました。")
    assert ended["state"] == "cleared"
    office.reach(2)
    assert not operator.get(f"alerts/{record['id']}").json()["in_force"]
    entries = operator.get("audit").json()["entries"]
    actions = [entry["action"] for entry in entries if entry["action"] != "refused"]
    assert actions[:5] == ["cancel alert", "issue alert", "approve alert", "submit alert", "draft alert"]
    assert [entry["account"] for entry in entries if entry["action"] == "refused"] == ["operator"] * 2


def test_an_approval_lapses_for_everybody_and_it_is_in_the_trail(office: Office) -> None:
    operator, approver = office.sign_in("operator"), office.sign_in("approver")
    record = step(operator, drafted(operator, level=4), "submit")
    record = step(approver, record, "approve")
    ends = datetime.fromisoformat(record["approval_ends_at"])
    assert ends - datetime.fromisoformat(record["history"][-1]["at"]) == timedelta(minutes=10)
    clerk = office.app.state.alerts.offices[AREA].clerk
    clerk._clock = lambda: ends
    assert refused(operator, record, "issue") == (409, "conflict")
    (listed,) = operator.get("alerts").json()["alerts"]
    assert (listed["state"], listed["approved_by"], listed["approval_ends_at"]) == ("draft", None, None)
    assert listed["draft"] == record["draft"]
    assert listed["history"][-1]["step"] == "lapse"
    entries = operator.get("audit").json()["entries"]
    lapsed = [
        (one["account"], one["facts"]["alert"]) for one in entries if one["action"] == "approval lapsed"
    ]
    assert lapsed == [("nigemichi/clock", record["id"])]
    office.reach(0)
    assert office.revision() == 0, "nothing went out"


def test_the_preview_is_what_goes_out(office: Office) -> None:
    operator = office.sign_in("operator")
    town = office.app.state.alerts.offices[AREA].clerk.region.towns[0].name
    until = (datetime.now(UTC) + timedelta(hours=3)).isoformat()
    record = drafted(
        operator, extent={"polygons": [RING], "towns": [town]}, until=until, note={"ja": "車が回ります。"}
    )
    answer = operator.get(f"alerts/{record['id']}/preview")
    seen = PreviewAnswer.model_validate_json(answer.content)
    assert set(seen.texts) == set(LANGS)
    assert "車が回ります。" in seen.texts["vi"].body
    assert town in seen.texts["ja"].body
    assert seen.speaker.text.count("警戒レベル3、高齢者等避難") >= 2
    assert seen.cap.startswith("<?xml")
    assert seen.audience.streets_m > 0
    assert seen.audience.residents is None, "the fictional town was built without a population"
    assert seen.audience.meshes
    assert seen.people.unable is None
    assert Where.OUTSIDE in {screen.where for screen in seen.people.screens}
    assert {problem.where for problem in seen.problems} == {"sites"}
    record = step(operator, record, "submit")
    record = step(operator, record, "issue")
    assert record["text"] == {lang: f"{text.title}\n{text.body}" for lang, text in seen.texts.items()}


def test_the_preview_of_an_update_says_what_changes(office: Office) -> None:
    operator = office.sign_in("operator")
    first = drafted(operator, extent={"towns": ["港"]})
    assert operator.get(f"alerts/{first['id']}/preview").json()["difference"] is None
    step(operator, step(operator, first, "submit"), "issue")
    office.reach(1)
    update = drafted(operator, extent={"towns": ["港", "浜3丁目"]}, level=4, replaces=first["id"])
    seen = operator.get(f"alerts/{update['id']}/preview").json()
    difference = seen["difference"]
    assert (difference["level_before"], difference["towns_added"], difference["towns_removed"]) == (
        3,
        ["浜3丁目"],
        [],
    )
    assert difference["meshes_removed"] == []
    assert seen["texts"]["ja"]["title"].startswith("【更新】")
    assert "<references>" in seen["cap"]


def test_an_open_site_that_does_not_suit_is_pointed_out(office: Office) -> None:
    operator = office.sign_in("operator")
    region = office.app.state.alerts.offices[AREA].clerk.region
    site = next(site for site in region.sites if HazardKind.TSUNAMI not in site.kinds)
    assert operator.post(f"sites/{site.id}", {"status": "open"}).status_code == 200
    office.reach(1)
    record = drafted(operator, **TSUNAMI)
    problems = operator.get(f"alerts/{record['id']}/preview").json()["problems"]
    assert any(site.name in problem["found"] for problem in problems)


def test_phones_are_counted_by_cell(office: Office) -> None:
    operator = office.sign_in("operator")
    record = drafted(operator, extent={"polygons": [RING]})
    mesh = operator.get(f"alerts/{record['id']}/preview").json()["audience"]["meshes"][0]
    store = office.staff.store
    key = f"{prefix(AREA)}mesh:{mesh}"
    store.ask(lambda client: client.sadd(key, "phone-1", "phone-2"))
    audience = operator.get(f"alerts/{record['id']}/preview").json()["audience"]
    assert (audience["subscriptions"], audience["by_mesh"]) == (2, {mesh: 2})


def test_two_people_at_once(office: Office) -> None:
    operator, approver = office.sign_in("operator"), office.sign_in("approver")
    record = drafted(operator, level=4)
    changed = operator.ask(
        "PUT", f"/v1/staff/areas/{AREA}/alerts/{record['id']}", {**FLOOD, "level": 5, "version": 1}
    )
    assert changed.status_code == 200
    assert refused(operator, record, "submit") == (409, "conflict")
    seen = step(operator, changed.json(), "submit")
    step(operator, seen, "return", note="もう一度見る")
    assert refused(approver, seen, "approve") == (409, "conflict"), "nobody approves what they did not see"


def test_the_override_is_for_approvers_and_only_where_it_is_set(office: Office) -> None:
    operator, approver = office.sign_in("operator"), office.sign_in("approver")
    record = step(operator, drafted(operator, level=5), "submit")
    assert refused(operator, record, "issue", override="庁舎に一人") == (403, "forbidden")
    assert refused(approver, record, "issue", override="庁舎に一人") == (422, "invalid_input")
    clerk = office.app.state.alerts.offices[AREA].clerk
    clerk._override = True
    assert step(approver, record, "issue", override="庁舎に一人")["state"] == "issued"
    actions = [entry["action"] for entry in operator.get("audit").json()["entries"]]
    assert "emergency override" in actions


def test_a_drill_over_http(office: Office) -> None:
    operator = office.sign_in("operator")
    assert operator.post("drill", {"name": "秋の訓練"}).status_code == 201
    office.reach(1)
    record = step(operator, drafted(operator, drill=True), "submit")
    assert record["text"]["ja"].startswith("【訓練】")
    record = step(operator, record, "issue")
    office.reach(2)
    world = office.staff.desks[AREA].follower.world
    assert not world.real.alerts
    assert operator.get("alerts").json()["alerts"][0]["in_force"]


@pytest.mark.parametrize("role", ["viewer", "operator", "approver", "admin"])
@pytest.mark.parametrize("who", ["{}", "foreign-{}"])
def test_who_may_do_what(office: Office, role: str, who: str) -> None:
    record = drafted(office.sign_in("operator"))
    person, foreign = office.sign_in(who.format(role)), who.startswith("foreign")
    least = {
        "submit": "operator",
        "return": "operator",
        "withdraw": "operator",
        "approve": "approver",
        "issue": "operator",
        "cancel": "operator",
    }
    ranks = ["viewer", "operator", "approver", "admin"]
    for name, needed in least.items():
        status, _ = refused(person, {**record, "version": 99}, name)
        allowed = not foreign and ranks.index(role) >= ranks.index(needed)
        assert status == (409 if allowed else 403), name
    assert person.get("alerts").status_code == (403 if foreign else 200)
    assert person.get(f"alerts/{record['id']}/preview").status_code == (403 if foreign else 200)
    made = person.post("alerts", FLOOD).status_code
    assert made == (201 if not foreign and role != "viewer" else 403)


def test_without_a_session_or_its_token_nothing(office: Office) -> None:
    assert office.client.get(f"/v1/staff/areas/{AREA}/alerts").status_code == 401
    operator = office.sign_in("operator")
    assert operator.ask("POST", f"/v1/staff/areas/{AREA}/alerts", FLOOD, csrf="another").status_code == 403


BAD: dict[str, tuple[dict[str, Any], int]] = {
    "100 kB of text": ({"source": "あ" * 33_000}, 422),
    "a megabyte": ({"source": "x" * 1_000_000}, 413),
    "a long note": ({"note": {"ja": "あ" * 301}}, 422),
    "a note in no language of ours": ({"note": {"de": "Achtung"}}, 422),
    "control characters": ({"source": "a\u0000b"}, 422),
    "level 2": ({"level": 2}, 422),
    "no kinds": ({"kinds": []}, 422),
    "unknown kind": ({"kinds": ["meteor"]}, 422),
    "a time without a zone": ({"until": "2126-11-24T07:00:00"}, 422),
    "yesterday": ({"until": "2020-11-24T07:00:00Z"}, 422),
    "a bow-tie": ({"extent": {"polygons": [[RING[0], RING[2], RING[1], RING[3], RING[0]]]}}, 422),
    "a line": ({"extent": {"polygons": [[RING[0], RING[1], RING[0], RING[1], RING[0]]]}}, 422),
    "nowhere": ({"extent": {"polygons": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}}, 422),
    "off the globe": ({"extent": {"polygons": [[[999, 0], [1, 0], [1, 1], [999, 0]]]}}, 422),
    "10,000 points": ({"extent": {"polygons": [[[141.3, 37.3]] * 10_000]}}, 422),
    "10,000 cells": ({"extent": {"meshes": ["55401009"] * 10_000}}, 422),
    "no town": ({"extent": {"towns": ["どこか"]}}, 422),
    "another's alert": ({"replaces": "nothing"}, 422),
    "strange fields": ({"text": {"ja": "逃げろ"}}, 422),
    "not an object": ({"extent": [1, 2]}, 422),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_input_is_told_and_changes_nothing(office: Office, case: str) -> None:
    changed, status = BAD[case]
    operator = office.sign_in("operator")
    answer = operator.post("alerts", {**FLOOD, **changed})
    assert answer.status_code == status, answer.text
    assert answer.json()["problems"]
    assert operator.get("alerts").json()["alerts"] == []


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=8,
)
POINTS = st.tuples(st.floats(141.25, 141.35), st.floats(37.28, 37.34))
RINGS = st.lists(POINTS, min_size=3, max_size=6).map(lambda points: [*points, points[0]])
DRAFTS = st.fixed_dictionaries(
    {
        "kinds": st.lists(st.sampled_from(HazardKind), min_size=1, max_size=3, unique=True) | JSON,
        "level": st.sampled_from([None, 3, 4, 5]) | JSON,
    },
    optional={
        "grade": st.sampled_from([None, "major_warning", "warning", "advisory"]) | JSON,
        "extent": st.fixed_dictionaries(
            {},
            optional={
                "polygons": st.lists(RINGS | JSON, max_size=2) | JSON,
                "zones": st.lists(st.sampled_from(HazardKind), max_size=2) | JSON,
                "meshes": st.lists(st.sampled_from(["55401009", "5540", "x", "99999999"]), max_size=2) | JSON,
            },
        )
        | JSON,
        "until": st.sampled_from(["2126-01-01T00:00:00Z", "2020-01-01T00:00:00Z", None]) | JSON,
        "note": st.dictionaries(st.sampled_from(["ja", "en", "xx"]), st.text(max_size=30), max_size=2) | JSON,
        "source": st.text(max_size=40) | JSON,
        "drill": st.booleans() | JSON,
        "replaces": JSON,
    },
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=DRAFTS)
def test_whatever_is_sent_nothing_fails(office: Office, body: dict[str, Any]) -> None:
    operator = signed_in(office)
    answer = operator.post("alerts", body)
    assert answer.status_code in (201, 422), answer.text
    if answer.status_code == 201:
        record = answer.json()
        assert operator.get(f"alerts/{record['id']}/preview").status_code in (200, 422)
        assert refused_or_done(operator, record, "submit") in (200, 422)


SIGNED_IN: dict[int, Person] = {}


def signed_in(office: Office) -> Person:
    """Return the operator, signed in once for all examples."""
    if id(office) not in SIGNED_IN:
        SIGNED_IN[id(office)] = office.sign_in("operator")
    return SIGNED_IN[id(office)]


def refused_or_done(person: Person, record: dict[str, Any], name: str) -> int:
    return person.post(f"alerts/{record['id']}/{name}", {"version": record["version"]}).status_code


def test_what_is_issued_is_told(office: Office) -> None:
    offices = office.app.state.alerts
    offices.start()
    try:
        operator = office.sign_in("operator")
        record = step(operator, step(operator, drafted(operator), "submit"), "issue")
        eventually(lambda: office.client.get(f"/v1/alerts/{record['id']}.cap").status_code == 200)
        eventually(lambda: f"alert.{record['id']}.1" in known_notices(office))
        eventually(lambda: operator.get("alerts").json()["telling"]["told_revision"] == 1)
        assert operator.get("alerts").json()["telling"]["problem"] == ""
    finally:
        offices.stop()


def known_notices(office: Office) -> str:
    found = office.staff.store.ask(lambda client: client.keys(f"{prefix(AREA)}notice:*"))
    return str(found)
