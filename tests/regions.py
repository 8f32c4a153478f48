"""Fictional regions, built once for a whole test run, also when several processes share the run."""

import fcntl
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from api.cli.demo import town_inputs
from hazard.build import BuildInputs, build_region
from hazard.town import write_town
from tests.hazard.build.sources import write_sources

SMALL_ID, SMALL_NAME = "komachi", "小町（架空の町）"


@pytest.fixture(scope="session")
def town_region(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the town's region: ordinary source files through the ordinary build."""
    return _once(tmp_path_factory, "town", lambda sources, out: town_inputs(write_town(sources), out))


@pytest.fixture(scope="session")
def small_region(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a second region, far from the first: four streets, two sites, no map."""

    def inputs(sources: Path, out: Path) -> BuildInputs:
        return replace(write_sources(sources), out=out, id=SMALL_ID, name=SMALL_NAME, fictional=True)

    return _once(tmp_path_factory, "small", inputs)


def _once(factory: pytest.TempPathFactory, name: str, inputs: Callable[[Path, Path], BuildInputs]) -> Path:
    shared = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    region = shared / f"{name}-region"
    with (shared / f"{name}-region.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not region.exists():
            build_region(inputs(shared / f"{name}-sources", region))
    return region
