"""What every test may use, and what none may do: reach another machine."""

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog
from hypothesis import settings

from tests.regions import small_region, town_region

__all__ = ["small_region", "town_region"]

ROOT = Path(__file__).parents[1]
settings.register_profile("steady", deadline=None)
settings.load_profile("steady")
"""A timing never fails a test: the machine may do other things meanwhile."""
_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


@pytest.fixture(scope="session")
def data_dir() -> Path:
    """Return the folder of real data, or skip: it is not part of the repository."""
    folder = Path(os.environ.get("NIGEMICHI_DATA") or ROOT.parent / "shared" / "data")
    if not (folder / "kochi" / "kochi.osm.pbf").is_file():
        pytest.skip(
            f"no real data in {folder}: set NIGEMICHI_DATA to the folder that holds kochi/kochi.osm.pbf"
        )
    return folder


@pytest.fixture(autouse=True)
def _log_as_at_the_start() -> Iterator[None]:
    """Forget what a command has set up: it logs to a stream that is closed when its test is over."""
    yield
    structlog.reset_defaults()


@pytest.fixture(autouse=True, scope="session")
def _no_network() -> Iterator[None]:
    """Refuse every connection of this process that leaves the machine."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: object) -> None:
        if isinstance(address, tuple) and address[0] not in _LOOPBACK:
            raise AssertionError(f"a test tried to reach {address}")
        connect(self, address)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded)
        yield
