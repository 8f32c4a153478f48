"""What a process loads: serving nothing that only building needs, help nothing at all."""

import subprocess
import sys

import pytest

from api.cli.commands import COMMANDS, load

BUILDING = {
    "rasterio",
    "osmnx",
    "networkx",
    "osmium",
    "pyogrio",
    "pandas",
    "geopandas",
    "scipy.linalg",
}


def loaded(statement: str) -> set[str]:
    """Return the modules that a fresh process has after a statement."""
    program = f"import sys\n{statement}\nprint(*sys.modules)"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(told.stdout.split())


def test_the_check_sees_what_is_loaded() -> None:
    assert "rasterio" in loaded("import hazard.layers.frame")


@pytest.mark.parametrize(
    "served", ["api.http.app", "api.cli.serve", "hazard.engine", "hazard.live", "hazard.advise"]
)
def test_serving_loads_no_library_that_only_building_needs(served: str) -> None:
    assert loaded(f"import {served}") & BUILDING == set()


def test_a_first_field_loads_no_linear_algebra() -> None:
    """The compiler would load it from scipy, where that is installed: 0.15 s of a start that takes 0.5."""
    first = "from tests.maps import draw; from router.search import *; import numpy as np\n"
    first += "town = draw('A---S'); cost = np.full(2, 5, np.uint32)\n"
    first += "settle(town.graph, cost, Sources(np.array(town.sites, np.int32), np.zeros(1, np.uint32)))"
    assert loaded(first) & BUILDING == set()


def test_help_and_version_load_no_command() -> None:
    for option in ("--help", "--version"):
        program = "from contextlib import suppress\nfrom api.cli.main import app\n"
        program += f"with suppress(SystemExit): app(['{option}'])"
        modules = loaded(program)
        assert modules & ({"numpy", "numba", "fastapi", "redis"} | BUILDING) == set()
        assert modules & {one.module for one in COMMANDS} == set()


@pytest.mark.parametrize("listed", COMMANDS, ids=[one.name for one in COMMANDS])
def test_every_listed_command_is_there_and_fits_on_its_line(listed: object) -> None:
    one = next(row for row in COMMANDS if row is listed)
    assert load(one).name == one.name
    assert len(one.name) + len(one.summary) < 74
