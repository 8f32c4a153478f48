"""The suites: from the click to the route, phones that ask, from the click to the first push."""

import tempfile
from pathlib import Path

from benchmarks.live import clicks, polling, pushing, regions


def run_clicks(data: Path) -> None:
    """Print the time from a click to the new certified field, on Kochi and on 325 thousand nodes."""
    with tempfile.TemporaryDirectory(prefix="nigemichi-") as name:
        clicks.run(regions.kochi(data, Path(name) / "kochi"), "Kochi", rounds=60, asked_ms=300)
        large = regions.large(data, Path(name) / "large")
        clicks.run(large, "Porto, every node", rounds=40, asked_ms=1000)


def run_polling(data: Path) -> None:
    """Print what phones get that ask again and again, and routes while fields are rebuilt."""
    with tempfile.TemporaryDirectory(prefix="nigemichi-") as name:
        polling.run(regions.kochi(data, Path(name) / "kochi"))


def run_pushing(data: Path) -> None:
    """Print the time from a click to the first push message at 200,000 subscriptions."""
    with tempfile.TemporaryDirectory(prefix="nigemichi-") as name:
        pushing.run(regions.kochi(data, Path(name) / "kochi"))
