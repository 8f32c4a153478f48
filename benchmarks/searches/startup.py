"""From the start of a process to its first certified field, the compiled code being in the cache."""

import json
import subprocess
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path

import numpy as np

from benchmarks.searches.asked import table
from benchmarks.searches.porto import Town
from router.store import save_arrays, save_graph

PROCESSES = 7
STAGES = ("interpreter", "imports", "graph mapped", "field, proved", "certified again", "in all")


def report(both: list[Town]) -> None:
    """Print what each stage takes, the median of several fresh processes."""
    columns = []
    with tempfile.TemporaryDirectory() as folder:
        for town in both:
            save_graph(Path(folder) / "streets.nmg", town.graph)
            arrays = {"cost_ds": town.cost_ds, "node": town.sources.node}
            save_arrays(Path(folder) / "search.nmg", "search", 1, arrays)
            runs = [_run(folder) for _ in range(PROCESSES + 1)][1:]
            columns.append([f"{np.median(stage):.3f}" for stage in zip(*runs, strict=True)])
    rows = {stage: [column[i] for column in columns] for i, stage in enumerate(STAGES)}
    print("\n" + table([f"start-up, s (median of {PROCESSES} processes)", "junctions", "all nodes"], rows))


def _run(folder: str) -> list[float]:
    """Return the seconds of each stage of one process."""
    command = [sys.executable, "-m", "benchmarks.searches.first", folder, str(time.time_ns())]
    told = subprocess.run(command, capture_output=True, text=True, check=True)
    stamps: list[int] = json.loads(told.stdout)
    stages = [(b - a) / 1e9 for a, b in pairwise(stamps)]
    return [*stages, sum(stages)]
