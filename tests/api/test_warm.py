"""Compiling: everything is in the cache afterwards, and several processes may begin cold at once."""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
LAYERS = ("router", "hazard")


def kernels() -> set[str]:
    """Return ``file-name.function`` of everything that the layers compile."""
    found = set()
    for layer in LAYERS:
        for path in (ROOT / layer).rglob("kernels.py"):
            found |= {
                f"{path.parent.name}.{name}"
                for name in re.findall(r"^@kernel\ndef (\w+)", path.read_text("utf-8"), re.MULTILINE)
            }
    return found


def cached(folder: Path) -> set[str]:
    """Return the same of everything in numba's cache below ``folder``."""
    found = set()
    for index in folder.rglob("kernels.*.nbi"):
        place = index.parent.name.rpartition("_")[0]
        found.add(f"{place}.{index.name.split('.')[1].rpartition('-')[0]}")
    return found


def test_three_processes_warm_one_empty_cache_at_once_and_leave_nothing_out(tmp_path: Path) -> None:
    environment = {**os.environ, "NUMBA_CACHE_DIR": str(tmp_path)}
    command = [sys.executable, "-c", "from api.cli.main import app; app()", "warm"]
    processes = [
        subprocess.Popen(command, env=environment, cwd=ROOT, stderr=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    for process in processes:
        told = process.communicate(timeout=600)[1]
        assert process.returncode == 0, told
    assert kernels() - cached(tmp_path) == set()
