"""Decisions over HTTP and on the command line, on the fictional town: the same answer both ways."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from api.cli.main import app
from api.contract import ErrorModel, RouteAnswer
from api.decide.contract import DecideAnswer
from api.http.app import create_app
from api.settings import Settings
from tests.api.http.client import Client

HERE = {"lon": 141.3, "lat": 37.308}
WARNED = {"tsunami": {"tsunami": "major_warning"}}


@pytest.fixture(scope="module")
def client(town_region: Path) -> Client:
    return Client(create_app(Settings(regions=(town_region,), page_dir=Path(__file__).parent / "none")))


def ask(client: Client, **body: object) -> DecideAnswer:
    answer = client.post("/v1/decide", json={**HERE, **body})
    assert answer.status_code == 200, answer.text
    assert answer.headers["cache-control"] == "no-store"
    return DecideAnswer.model_validate(answer.json())


def run(region: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["decide", str(region), "--from", "141.3,37.308", *arguments])


def test_a_warning_empties_the_zone(client: Client) -> None:
    told = ask(client, in_force=WARNED)
    assert told.advice in ("LeaveNow", "HighGround", "TsunamiBuilding")
    assert told.kind == "tsunami"
    assert [words.name for words in told.official] == ["大津波警報"]
    assert told.way is not None
    assert told.way.steps[-1].turn == "arrive"
    assert told.route is not None
    assert told.route.outcome in ("Route", "NoSafeRoute")
    assert "later_waves" in [note.code for note in told.notes]
    assert all(said.text for said in (*told.reasons, *told.changes, *told.notes))


def test_nothing_in_force_and_nothing_asked_is_unknown(client: Client) -> None:
    told = ask(client)
    assert (told.advice, told.kind, told.way, told.route) == ("Unknown", None, None, None)


def test_what_is_told_of_home_and_party_counts(client: Client) -> None:
    flood = {"in_force": {"flood": {"town_level": 3}}, "place": {"low_lying": True}}
    slow = ask(client, **flood, party={"profile": "older"})
    quick = ask(client, **flood, party={"profile": "adult"})
    assert slow.urgency >= quick.urgency


def test_outside_of_the_region_nothing_is_known(client: Client) -> None:
    told = ask(client, lon=139.0, in_force={"flood": {"town_level": 4}})
    assert told.advice == "Unknown"
    assert told.exposure == {"flood": "unknown"}


def test_english_says_english(client: Client) -> None:
    told = ask(client, in_force=WARNED, lang="en")
    assert told.headline.isascii() or "Leave" in told.headline
    assert told.reasons[0].text == "a Major Tsunami Warning is in force"


@pytest.mark.parametrize(
    ("body", "where"),
    [
        ({"kinds": ["rain"]}, "kinds.0"),
        ({"in_force": {"flood": {"town_level": 6}}}, "in_force.flood.town_level"),
        ({"party": {"profile": "nobody"}}, "party.profile"),
        ({"place": {"floors": 2}}, "place.floors"),
        ({"since_s": -1}, "since_s"),
        ({"pace_pct": 0}, "pace_pct"),
    ],
)
def test_wrong_fields_are_named(client: Client, body: dict[str, object], where: str) -> None:
    answer = client.post("/v1/decide", json={**HERE, **body})
    assert answer.status_code == 422
    told = ErrorModel.model_validate(answer.json())
    assert where in [problem.where for problem in told.problems]


def test_the_command_line_says_the_same(client: Client, town_region: Path) -> None:
    result = run(
        town_region, "--level", "flood=4", "--tsunami", "warning", "--who", "older,pets,supplies=72",
        "--home", "floor=2,wooden", "--night", "--json",
    )  # fmt: skip
    assert result.exit_code == 0, result.output
    told = ask(
        client,
        in_force={"flood": {"town_level": 4}, "tsunami": {"tsunami": "warning"}},
        party={"profile": "older", "pets": True, "supplies_h": 72},
        place={"floor": 2, "wooden": True},
        night=True,
    )
    mine = DecideAnswer.model_validate_json(result.stdout)
    assert mine.route is not None
    assert told.route is not None
    assert mine.model_copy(update={"route": None}) == told.model_copy(update={"route": None})


def test_a_house_of_two_storeys_has_a_second_floor(town_region: Path) -> None:
    one, two = (
        json.loads(run(town_region, "--level", "flood=4", "--home", home, "--json").stdout)
        for home in ("floor=2", "storeys=2")
    )
    assert [r["code"] for r in one["reasons"]] == [r["code"] for r in two["reasons"]]


def test_for_people(town_region: Path) -> None:
    result = run(town_region, "--tsunami", "major_warning")
    assert result.exit_code == 0, result.output
    for word in ("架空の町", "大津波警報", "理由", "気をつけること", "に着く"):
        assert word in result.stdout


def test_every_problem_of_every_option_at_once(town_region: Path) -> None:
    result = run(town_region, "--level", "rain=4", "--home", "tall", "--tsunami", "huge", "--pace", "1")
    assert result.exit_code == 2
    assert result.stdout == ""
    said = " ".join(result.stderr.split())
    for word in ("--level", "--home", "in_force.tsunami.tsunami", "pace_pct"):
        assert word in said


def test_levels_reach_the_route(client: Client) -> None:
    calm = client.post("/v1/route", json={**HERE, "hazard": "flood"}).json()
    night = client.post("/v1/route", json={**HERE, "hazard": "flood", "night": True, "pace_pct": 50}).json()
    assert RouteAnswer.model_validate(night).timing is None
    assert night["duration_s"] > 2 * calm["duration_s"]
    wrong = client.post("/v1/route", json={**HERE, "hazard": "flood", "levels": {"flood": 9}})
    assert wrong.status_code == 422
