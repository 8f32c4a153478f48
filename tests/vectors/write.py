"""Write the shared vectors: python -m tests.vectors.write (see tests/vectors/__init__.py)."""

import gzip
import json
import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from hazard.conditions import Conditions, When
from hazard.kinds import HazardKind
from tests.api.texts import expect_texts
from tests.vectors.advice.advised import advised, advised_areas
from tests.vectors.advice.replaced import replaced
from tests.vectors.arithmetic import arithmetic
from tests.vectors.cases import Case, calm, draw_changes
from tests.vectors.expected import draw_starts, expect_region
from tests.vectors.live import live
from tests.vectors.maps.conditioned import conditioned_regions
from tests.vectors.maps.drawn import drawn_regions
from tests.vectors.maps.near import near
from tests.vectors.packs import Folder, loaded, pack, saved_folder, unpack
from tests.vectors.searches import searches
from tests.vectors.worlds import worlds

HERE = Path(__file__).parent
TOWN = "town.regions.gz"
K = HazardKind
TOWN_SETS = [
    *([kind] for kind in (K.FLOOD, K.LANDSLIDE, K.STORM_SURGE, K.TSUNAMI, K.INLAND_FLOOD)),
    *([kind] for kind in (K.EARTHQUAKE, K.VOLCANO)),
    [K.TSUNAMI, K.LANDSLIDE],
    [K.FLOOD, K.STORM_SURGE, K.INLAND_FLOOD],
]
N_CHANGED = 3
SOME = ("adult", "wheelchair", "car")
TOWN_CONDITIONS = [
    Case((K.FLOOD, K.INLAND_FLOOD), Conditions.of({K.FLOOD: 3}, When.NIGHT), profiles=SOME),
    Case((K.LANDSLIDE,), Conditions.of({K.LANDSLIDE: 4}, pace_pct=60), profiles=SOME),
    Case((K.FLOOD, K.LANDSLIDE), Conditions.of({K.FLOOD: 4, K.LANDSLIDE: 5}), profiles=SOME),
    Case((K.TSUNAMI,), Conditions.of(None, When.SNOW, When.ICE, When.NIGHT), profiles=SOME),
]


def render() -> dict[str, bytes]:
    """Return every committed vector by file name; the town's from the town that was kept."""
    drawn = [*drawn_regions(), *conditioned_regions()]
    folders = {one.name: saved_folder(one.region) for one in drawn}
    expected = {
        one.name: expect_region(one.region, one.cases, draw_starts(one.region, 7, 12), whole=one.whole)
        for one in drawn
    }
    town, town_cases = unpack((HERE / TOWN).read_bytes()), [*calm(*TOWN_SETS), *TOWN_CONDITIONS]
    texts = {
        one.name: expect_texts(
            one.region, [case.kinds for case in one.cases[:2]], draw_starts(one.region, 7, 3)
        )
        for one in drawn
        if one.whole
    }
    with loaded(town["town"]) as region:
        texts["town"] = expect_texts(region, TOWN_SETS, draw_starts(region, 11, 6))
    return {
        "advised.json.gz": gzip.compress(as_lines(advised()), mtime=0),
        "advised.areas.gz": pack(advised_areas()),
        "replaced.json.gz": gzip.compress(as_lines(replaced()), mtime=0),
        "texts.json.gz": gzip.compress(as_lines(texts), mtime=0),
        "arithmetic.json": as_lines(arithmetic(), 2),
        "live.json": as_lines(live(), 2),
        "near.json.gz": gzip.compress(as_lines(near(town["town"])), mtime=0),
        "worlds.json.gz": gzip.compress(as_lines(worlds()), mtime=0),
        "searches.json.gz": gzip.compress(as_lines({"searches": searches()}, 2), mtime=0),
        "drawn.regions.gz": pack(folders),
        "drawn.json.gz": gzip.compress(as_lines(expected), mtime=0),
        "town.json.gz": gzip.compress(as_lines(of_folder("town", town["town"], town_cases, 16)), mtime=0),
    }


def as_lines(content: Mapping[str, Any], depth: int = 3) -> bytes:
    """Return JSON with one entry a line down to some depth, so that a change is easy to see."""
    return (_lines(content, depth) + "\n").encode()


def _lines(value: Any, depth: int) -> str:
    if depth and isinstance(value, dict):
        rows = ",\n".join(f"{json.dumps(key)}: {_lines(item, depth - 1)}" for key, item in value.items())
        return f"{{{rows}}}"
    if depth and isinstance(value, list):
        return "[\n" + ",\n".join(_lines(item, depth - 1) for item in value) + "]"
    return json.dumps(value, ensure_ascii=False)


def of_folder(name: str, folder: Folder, cases: Sequence[Case], n_starts: int) -> Mapping[str, Any]:
    """Return what is expected of a stored region by its name; the last cases once more after changes."""
    with loaded(folder) as region:
        changes = draw_changes(region, random.Random(11), 3)
        asked = [*cases, *(replace(case, changes=changes) for case in cases[-N_CHANGED:])]
        return {name: expect_region(region, asked, draw_starts(region, 11, n_starts), whole=False)}


def main() -> None:
    """Write all of them."""
    for name, content in render().items():
        (HERE / name).write_bytes(content)
        print(f"tests/vectors/{name}: {len(content):,} bytes")


if __name__ == "__main__":
    main()
