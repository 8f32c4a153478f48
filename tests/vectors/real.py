"""Write the vectors of real cities into build/vectors: python -m tests.vectors.real [DATA]."""

import gzip
import os
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.regions import invented_sites
from hazard.build import BuildInputs, build_region
from hazard.kinds import HazardKind
from hazard.region import Region, load_region
from tests.vectors.cases import calm
from tests.vectors.packs import Folder, pack, read_folder, saved_folder
from tests.vectors.write import TOWN_CONDITIONS, as_lines, of_folder

ROOT = Path(__file__).parents[2]
BUILT = ROOT / "build" / "vectors"
NOW = datetime(2026, 11, 24, tzinfo=UTC)
N_STARTS = 200
K = HazardKind


def cities(data: Path, out: Path) -> Iterator[tuple[BuildInputs, list[list[HazardKind]]]]:
    """Yield Kochi, with its tsunami layer, and Porto, which has streets only; and hazards to ask about."""
    kochi = BuildInputs(
        out / "kochi",
        "高知市",
        data / "kochi/kochi.osm.pbf",
        NOW,
        hazards=((K.TSUNAMI, data / "kochi/tsunami_depth_25m.tif"),),
        shelters=(data / "shelters/mergeFromCity_2.csv.gz",),
        municipality="39201",
        tiles=False,
    )
    yield kochi, [[K.TSUNAMI], [K.TSUNAMI, K.FLOOD], [K.EARTHQUAKE]]
    yield BuildInputs(out / "porto", "Porto", data / "scale/porto.osm.pbf", NOW, tiles=False), [[K.TSUNAMI]]


def built(inputs: BuildInputs) -> Folder:
    """Build a region and return its files; one without sites gets some."""
    build_region(inputs)
    region = load_region(inputs.out)
    if region.sites:
        return read_folder(inputs.out)
    return saved_folder(
        Region(region.about, region.bbox, region.graph, {}, invented_sites(region), region.thresholds, {})
    )


def main(data: Path) -> None:
    """Write what the data folder has the sources of."""
    if not (data / "kochi/kochi.osm.pbf").is_file():
        print(f"no real data in {data}: nothing written")
        return
    BUILT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        for inputs, sets in cities(data, Path(name)):
            folder, city = built(inputs), inputs.out.name
            expected = as_lines(of_folder(city, folder, [*calm(*sets), *TOWN_CONDITIONS], N_STARTS))
            (BUILT / f"{city}.regions.gz").write_bytes(pack({city: folder}))
            (BUILT / f"{city}.json.gz").write_bytes(gzip.compress(expected, mtime=0))
            print(f"build/vectors/{city}: {N_STARTS} starts, {len(sets)} sets of hazards")


if __name__ == "__main__":
    main(Path(sys.argv[1] if sys.argv[1:] else os.environ.get("NIGEMICHI_DATA", ROOT.parent / "shared/data")))
