"""The fictional town's region, built once for a whole test run, also when several processes share the run."""

import fcntl
import os
from pathlib import Path

import pytest

from api.cli.demo import town_inputs
from hazard.build import build_region
from hazard.town import write_town


@pytest.fixture(scope="session")
def town_region(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the town's region: ordinary source files through the ordinary build."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    region = shared / "town-region"
    with (shared / "town-region.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not region.exists():
            build_region(town_inputs(write_town(shared / "town-sources"), region))
    return region
