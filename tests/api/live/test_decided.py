"""Decisions by what is really in force: from the log to POST /v1/decide, with the age of the news."""

import subprocess
from pathlib import Path
from typing import Any

import orjson

from tests.api.live.servers import eventually, state
from tests.api.live.test_served import COMMAND, PATIENCE_S, Server, served

__all__ = ["state"]

HERE = {"lon": 141.3, "lat": 37.308}
LEAVING = ("LeaveNow", "HighGround", "TsunamiBuilding")


def ask(server: Server, **more: object) -> dict[str, Any]:
    answer = server.client.post("/v1/decide", json={**HERE, **more})
    assert answer.status_code == 200, answer.text
    read: dict[str, Any] = answer.json()
    return read


def test_alerts_of_the_area_decide_and_those_of_an_exercise_stay_apart(
    town_region: Path, state: Path
) -> None:
    with served(town_region, state) as server:
        calm = ask(server)
        assert (calm["advice"], calm["in_force"], calm["revision"], calm["drill"]) == (
            "Unknown",
            {},
            0,
            False,
        )
        assert calm["as_of"] is not None
        assert 0 <= calm["age_s"] < 60
        refused = server.client.post("/v1/decide", json={**HERE, "drill": True})
        assert refused.status_code == 422
        assert "exercise" in refused.text

        server.event("drill", "秋の訓練")
        server.event("alert", "flood", "--level", "4", "--drill")
        eventually(lambda: ask(server)["revision"] == 2)
        assert ask(server)["in_force"] == {}
        drill = ask(server, drill=True)
        assert (drill["drill"], drill["in_force"]["flood"]["town_level"]) == (True, 4)
        assert drill["kind"] == "flood"

        server.event("alert", "tsunami", "--alert", "wave")
        eventually(lambda: "tsunami" in ask(server)["in_force"])
        real = ask(server)
        assert (real["advice"] in LEAVING, real["kind"], real["drill"]) == (True, "tsunami", False)
        assert [words["name"] for words in real["official"]] == ["避難指示"]
        assert "tsunami" not in ask(server, drill=True)["in_force"]

        told = ask(server, in_force={"flood": {"town_level": 3}})
        assert told["in_force"].keys() == {"tsunami", "flood"}
        said_otherwise = ask(server, in_force={"tsunami": {}})
        assert said_otherwise["advice"] == "Unknown"

        server.event("cancel", "wave", "--all-clear")
        eventually(lambda: ask(server)["in_force"] == {})


def decide(server: Server, *options: str) -> dict[str, Any]:
    """Return what `nigemichi decide` says beside the server."""
    line = [COMMAND, "decide", str(server.region), "--from", f"{HERE['lon']},{HERE['lat']}", "--json"]
    told = subprocess.run(
        [*line, "--state", str(server.state), *options], capture_output=True, text=True, timeout=PATIENCE_S
    )
    assert told.returncode == 0, told.stderr
    read: dict[str, Any] = orjson.loads(told.stdout)
    return read


def test_grades_and_warnings_of_the_agency_decide_over_http_and_on_the_command_line(
    town_region: Path, state: Path
) -> None:
    with served(town_region, state) as server:
        server.event("alert", "tsunami", "--alert", "wave", "--source", "津波注意報（気象庁、14:03）")
        name = "レベル４大雨危険警報"
        warned = server.event(
            "warning", "flood", "inland_flood", "--level", "4", "--warning", "rain", "--name", name
        )
        assert (warned["event"], warned["weather_level"]) == ("WarningTold", 4)
        eventually(lambda: ask(server)["revision"] == 2)
        told = ask(server)
        assert told["in_force"]["tsunami"]["tsunami"] == "advisory"
        assert not told["in_force"]["tsunami"]["order"], "an order for the shore alone"
        assert told["in_force"]["flood"]["weather_name"] == name
        same = {key: told[key] for key in ("advice", "kind", "reasons", "official", "in_force", "revision")}
        here = decide(server)
        assert {key: here[key] for key in same} == same
        otherwise = decide(server, "--tsunami", "major_warning")
        assert otherwise["in_force"]["tsunami"]["tsunami"] == "major_warning"
        assert otherwise["kind"] == "tsunami"

        server.event("lift", "rain")
        eventually(lambda: ask(server)["revision"] == 3)
        assert ask(server)["in_force"].keys() == {"tsunami"}
        assert decide(server)["in_force"].keys() == {"tsunami"}


def test_a_server_that_follows_no_log_says_that_it_knows_nothing(town_region: Path) -> None:
    from api.http.app import create_app
    from api.settings import Settings
    from tests.api.http.client import Client

    client = Client(create_app(Settings(regions=(town_region,), page_dir=town_region / "none")))
    told = client.post("/v1/decide", json=HERE).json()
    assert (told["revision"], told["as_of"], told["age_s"], told["in_force"]) == (None, None, None, {})
    assert client.post("/v1/decide", json={**HERE, "drill": True}).status_code == 422
