"""Live: a real server with its log, staff who click, phones that ask; everything over HTTP on loopback."""

import tempfile
from pathlib import Path

from benchmarks.live import clicks, polling, pushing, regions

__all__ = ["run"]


def run(data: Path) -> None:
    """Print every figure of the live part."""
    with tempfile.TemporaryDirectory(prefix="nigemichi-") as name:
        folder = Path(name)
        kochi = regions.kochi(data, folder / "kochi")
        clicks.run(kochi, "Kochi", rounds=60, asked_ms=300)
        polling.run(kochi)
        clicks.run(regions.large(data, folder / "large"), "Porto, every node", rounds=40, asked_ms=1000)
        pushing.run(regions.kochi(data, folder / "bench"))
