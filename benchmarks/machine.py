"""Names the machine, so that a number can be read with what it was measured on."""

import platform
from pathlib import Path

import numba
import numpy as np
import scipy


def describe_machine() -> str:
    """Return one line: processor, cores, memory, versions."""
    info = Path("/proc/cpuinfo").read_text() if Path("/proc/cpuinfo").exists() else ""
    models = [line.split(":", 1)[1].strip() for line in info.splitlines() if line.startswith("model name")]
    cpu = f"{len(models)} x {models[0]}" if models else platform.processor()
    versions = f"Python {platform.python_version()}, numba {numba.__version__}, numpy {np.__version__}"
    return f"{cpu}, {platform.system()}; {versions}, scipy {scipy.__version__}"
