"""The commands, in this process, on the fictional town."""

import csv
import json
from pathlib import Path

import numpy as np
import pytest
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra
from typer.testing import CliRunner, Result

from api.cli.export import EDGE_COLUMNS, NODE_COLUMNS, SOURCE_COLUMNS
from api.cli.main import app
from api.contract import RouteAnswer
from router.graph import CLOSED_DS

COMMANDS = ("build", "route", "export", "serve", "town", "demo-region", "warm")


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def failed(result: Result) -> list[str]:
    """Return what was told on stderr by a command that must have failed without a traceback or output."""
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    return [line for line in result.stderr.splitlines() if line.startswith("error:")]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert f"Example: nigemichi {command} " in " ".join(result.stdout.split())


def test_all_commands_are_listed() -> None:
    result = run("--help")
    assert all(command in result.stdout for command in COMMANDS)
    assert run("--version").stdout.strip()


def test_route_for_people_in_japanese(town_region: Path) -> None:
    result = run("route", town_region, "--from", "141.3,37.308", "--hazard", "tsunami")
    assert result.exit_code == 0
    for word in ("架空の町", "津波", "おとな", "分", "車は使わない", "1. ", "に着く", "作成"):
        assert word in result.stdout


def test_route_for_people_in_english(town_region: Path) -> None:
    result = run("route", town_region, "--from", "141.3,37.308", "--hazard", "tsunami", "--lang", "en")
    assert result.exit_code == 0
    for word in ("FICTIONAL", "Walk to", "min", "Do not use a car", "1. Go ", "Arrive at", "Built"):
        assert word in result.stdout


def test_route_as_json_is_the_contract(town_region: Path) -> None:
    result = run("route", town_region, "--from", "141.3,37.308", "--hazard", "tsunami,flood", "--json")
    assert result.stdout.count("\n") == 1
    answer = RouteAnswer.model_validate_json(result.stdout)
    assert (answer.hazard, answer.profile) == ("flood,tsunami", "adult")


def test_route_from_csv_gives_one_line_a_row_in_order(town_region: Path, tmp_path: Path) -> None:
    places = [(141.3, 37.308), (139.0, 35.0), (141.31, 37.31), (141.3, 37.308)]
    path = tmp_path / "places.csv"
    path.write_text("id,lon,lat\n" + "".join(f"x,{lon},{lat}\n" for lon, lat in places))
    result = run("route", town_region, "--from-csv", path, "--hazard", "tsunami")
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert len(lines) == len(places)
    assert lines[0] == lines[3] != lines[2]
    assert lines[1]["outcome"] == "OutsideRegion"
    for line, (lon, lat) in zip(lines, places, strict=True):
        one = run("route", town_region, "--from", f"{lon},{lat}", "--hazard", "tsunami", "--json")
        assert json.loads(one.stdout) == line


def test_route_tells_the_problems_of_every_option(town_region: Path, tmp_path: Path) -> None:
    path = tmp_path / "places.csv"
    path.write_text("lon,lat\n1,2\n1,99\nx,2\n")
    lines = failed(run("route", town_region, "--from-csv", path, "--hazard", "tsunam", "--profile", "x"))
    assert len(lines) == 4
    assert f"{path}, row 3, lat: expected degrees from -90 to 90" in lines[2]


@pytest.mark.parametrize("places", [(), ("--from", "1,2", "--from-csv", "x.csv")])
def test_route_needs_one_kind_of_start(town_region: Path, places: tuple[str, ...]) -> None:
    lines = failed(run("route", town_region, "--hazard", "tsunami", *places))
    assert len(lines) == 1
    assert "either --from or --from-csv" in lines[0]


def test_route_in_a_folder_that_is_no_region(tmp_path: Path) -> None:
    lines = failed(run("route", tmp_path, "--hazard", "tsunami", "--from", "1,2"))
    assert "manifest" in lines[0]


def test_build_tells_the_problems_of_every_option(tmp_path: Path) -> None:
    (tmp_path / "full").write_text("")
    options = (
        "--hazard",
        "tsunam=x",
        "--hazard",
        "flood",
        "--source",
        "|",
        "--bbox",
        "1,2,3",
        "--osm",
        "x.osm",
    )
    lines = failed(run("build", tmp_path, "--name", "", *options))
    wanted = ("--osm and --bbox", "--bbox", "--source", "tsunam", "'flood'", "--name", str(tmp_path))
    assert len(lines) == len(wanted)
    assert all(word in " ".join(lines) for word in wanted)


def test_town_is_built_like_any_other(tmp_path: Path) -> None:
    assert run("town", tmp_path / "town").exit_code == 0
    town = tmp_path / "town"
    result = run(
        *(
            "build",
            tmp_path / "region",
            "--name",
            "町",
            "--osm",
            town / "town.osm.pbf",
            "--no-tiles",
            "--json",
        ),
        *("--hazard", f"tsunami={town / 'tsunami.tif'}", "--shelters", town / "sites.csv"),
        *("--source", f"{town / 'tsunami.tif'}=町の想定|2026-11|CC0|町"),
        *("--source", "町の道|2026-11|CC0|町の人", "--id", "my-town"),
    )
    assert result.exit_code == 0
    summary = json.loads(result.stdout)
    assert summary["id"] == "my-town"
    assert summary["site_counts"]["tsunami"]["usable"] > 5
    assert sum(summary["exposure_share"]["tsunami"].values()) == pytest.approx(1)
    manifest = json.loads((tmp_path / "region" / "manifest.json").read_bytes())
    credits_told = [source["credit"] for source in manifest["sources"]]
    assert credits_told == ["© OpenStreetMap contributors", "町", "国土地理院、市区町村", "町の人"]
    told = {"title": "町の想定", "date": "2026-11", "licence": "CC0", "credit": "町"}
    assert manifest["sources"][1] == told
    assert failed(run("town", town)) != []


def test_a_file_without_licence_and_credit_is_warned_of_and_people_are_told(tmp_path: Path) -> None:
    assert run("town", tmp_path / "town").exit_code == 0
    depth, people = tmp_path / "town/tsunami.tif", tmp_path / "people.csv"
    people.write_text("lon,lat,population\n141.3,37.308,12\n")
    arguments = (
        *(
            "build",
            tmp_path / "region",
            "--name",
            "町",
            "--osm",
            tmp_path / "town/town.osm.pbf",
            "--no-tiles",
        ),
        *("--hazard", f"tsunami={depth}", "--population", people),
        *("--source", f"{depth}=水深図|2026|CC BY 4.0|河川事務所"),
    )
    result = run(*arguments)
    assert result.exit_code == 0
    (warning,) = [line for line in result.stderr.splitlines() if "warning" in line]
    assert str(people) in warning
    assert "--source" in warning
    manifest = json.loads((tmp_path / "region/manifest.json").read_bytes())
    told = {source["title"]: (source["licence"], source["credit"]) for source in manifest["sources"]}
    assert told["水深図"] == ("CC BY 4.0", "河川事務所")
    assert told["人口: people.csv"] == ("利用条件の記載なし", "出典の記載なし: people.csv")
    assert all(licence and credit for licence, credit in told.values())


def test_a_source_of_a_file_that_is_not_read_is_told(tmp_path: Path) -> None:
    lines = failed(
        run("build", tmp_path / "region", "--name", "町", "--osm", "x.osm", "--source", "y.tif=a||b|c")
    )
    assert any("y.tif" in line for line in lines)


def test_demo_region_ends_with_a_summary(tmp_path: Path) -> None:
    result = run("demo-region", tmp_path / "region")
    assert result.exit_code == 0
    for word in (
        "架空の町",
        "nodes",
        "km of streets",
        "津波",
        "dry",
        "unknown",
        "in conflict",
        "peak memory",
    ):
        assert word in result.stdout
    assert (tmp_path / "region" / "manifest.json").is_file()


def test_exported_files_give_the_same_field_to_others(town_region: Path, tmp_path: Path) -> None:
    out = tmp_path / "csv"
    result = run("export", town_region, "--hazard", "tsunami", "--profile", "older", "--out", out)
    assert (result.exit_code, result.stdout) == (0, "")
    nodes, edges, sources = (read_table(out / name) for name in ("nodes.csv", "edges.csv", "sources.csv"))
    assert tuple(nodes) == NODE_COLUMNS
    assert tuple(edges) == EDGE_COLUMNS
    assert tuple(sources) == SOURCE_COLUMNS
    cost_ds = recompute(edges, sources, len(nodes["node"]))
    np.testing.assert_array_equal(cost_ds, np.array(nodes["cost_ds"], np.int64))
    reached = cost_ds < CLOSED_DS
    assert reached.mean() > 0.9
    np.testing.assert_array_equal(reached, np.array([bool(site) for site in nodes["shelter_id"]]))
    assert failed(run("export", town_region, "--hazard", "tsunami", "--out", out)) != []


def read_table(path: Path) -> dict[str, list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    return dict(zip(header, map(list, zip(*rows, strict=True)), strict=True))


def recompute(edges: dict[str, list[str]], sources: dict[str, list[str]], n_nodes: int) -> np.ndarray:
    """Return the least cost from every node to a source, by scipy: one node more leads to all sources."""
    tail, head, cost = (np.array(edges[name], np.int64) for name in ("tail", "head", "cost_ds"))
    is_open = np.array(edges["closed"]) == "0"
    node, begin = (np.array(sources[name], np.int64) for name in ("node", "cost_ds"))
    # scipy adds up equal pairs and takes 0 for "no edge": keep the least of each pair, in units plus one
    least: dict[tuple[int, int], int] = {}
    ends = [*zip(head[is_open], tail[is_open], cost[is_open], strict=True)]
    ends += [(n_nodes, int(at), int(ds)) for at, ds in zip(node, begin, strict=True)]
    for a, b, ds in ends:
        least[a, b] = min(least.get((a, b), CLOSED_DS), int(ds))
    rows, columns = np.array(list(least)).T
    matrix = csr_array((np.array(list(least.values()), float), (rows, columns)), shape=(n_nodes + 1,) * 2)
    distance = dijkstra(matrix, indices=n_nodes)[:n_nodes]
    return np.where(np.isinf(distance), CLOSED_DS, distance).astype(np.int64)
