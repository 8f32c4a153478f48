"""What is decided after a layer was replaced: the file as phones fetch it, and the decisions with it."""

import base64
import hashlib
import random
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from hazard.advise import Advisor
from hazard.exposure import Exposure
from hazard.kinds import ExposureClass
from hazard.live import LiveEngine
from hazard.region import Region
from hazard.region.replaced import save_layer
from hazard.world.world import Layer, State
from tests.hazard.regions import TSUNAMI
from tests.vectors.advice.advised import (
    NOW,
    _alternatives,
    _ask,
    _ask_to_json,
    _place,
    advised_regions,
    advised_to_json,
)

N_ASKS = 10


def replaced() -> dict[str, Any]:
    """Return for some regions a newer layer, and what is decided with it."""
    return {
        name: _expect(region, seed)
        for seed, (name, region) in enumerate(advised_regions())
        if name in ("coast_0", "coast_1", "timed_grid_0", "timed_grid_1")
    }


def _expect(region: Region, seed: int) -> Any:
    dice = random.Random(seed)
    newer, content = _layer(region, dice)
    sha256 = hashlib.sha256(content).hexdigest()
    engine = LiveEngine(region, layers=lambda _kind, _layer: newer)
    layer = Layer(region.graph.digest, sha256, "", NOW)
    engine.advance(replace(engine.revision.world, real=State(layers={TSUNAMI: layer})))
    advisor, rows = Advisor(engine), []
    for _ in range(N_ASKS):
        position, ask = _place(region, dice), replace(_ask(dice), kinds=(TSUNAMI,))
        told = advised_to_json(advisor.advise(*position, ask))
        rows.append([list(position), _ask_to_json(ask), told, _alternatives(advisor, position, ask)])
    return {"sha256": sha256, "content": base64.b64encode(content).decode(), "advice": rows}


def _layer(region: Region, dice: random.Random) -> tuple[Exposure, bytes]:
    """Return an exposure that differs on many streets, and its file."""
    n = region.graph.n_streets
    classes = (ExposureClass.DRY, ExposureClass.DRY, ExposureClass.UNDER_5_M, ExposureClass.UNKNOWN)
    worst = np.array([dice.choice(classes) for _ in range(n)], np.uint8)
    share = np.where(worst == ExposureClass.UNKNOWN, 100, 0).astype(np.uint8)
    newer = Exposure(TSUNAMI, worst, share)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "newer.nmg"
        save_layer(path, region.graph, newer)
        return newer, path.read_bytes()
