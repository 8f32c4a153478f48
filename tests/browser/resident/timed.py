"""The fictional town with a tsunami scenario that has arrival times."""

import json
import shutil
from pathlib import Path

import numpy as np

from hazard.kinds import ExposureClass, HazardKind
from hazard.region import load_region
from hazard.region.layout import ARRIVAL, ARRIVAL_KIND, ARRIVAL_VERSION, MANIFEST, arrival_array, file_facts
from router.search.departure import NEVER_DS
from router.store.arrays import save_arrays

SCENARIO = "架空の津波想定 2026"


def with_times(region: Path, made: Path, minutes: int) -> Path:
    """Copy a region, every wet street of which a scenario reaches after some minutes."""
    shutil.copytree(region, made)
    loaded = load_region(made)
    worst = loaded.exposures[HazardKind.TSUNAMI].worst_class
    wet = (worst != ExposureClass.DRY) & (worst != ExposureClass.UNKNOWN)
    first_ds = np.where(wet, minutes * 600, NEVER_DS).astype(np.uint32)
    arrays = {arrival_array(HazardKind.TSUNAMI): first_ds}
    meta = {"streets": loaded.graph.digest, "scenarios": {"tsunami": SCENARIO}}
    save_arrays(made / ARRIVAL, ARRIVAL_KIND, ARRIVAL_VERSION, arrays, meta)
    manifest = json.loads((made / MANIFEST).read_text(encoding="utf-8"))
    manifest["hazards"]["tsunami"]["scenario"] = SCENARIO
    manifest["files"][ARRIVAL] = file_facts(made / ARRIVAL)
    (made / MANIFEST).write_text(json.dumps(manifest, ensure_ascii=False), encoding="utf-8")
    return made
