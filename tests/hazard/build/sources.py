"""Source files of a small town, written by tests: streets, a depth raster, a list of sites."""

from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from hazard.build import BuildInputs
from hazard.kinds import HazardKind
from tests.hazard.rasters import NODATA, PLANE, map_transform, write_tif
from tests.router.osm_files import grid, osm_xml

HEADER = (
    "NO,共通ID,施設・場所名,住所,洪水,崖崩れ、土石流及び地滑り,高潮,地震,津波,大規模な火事,内水氾濫,火山現象,"
    "指定避難所との住所同一,緯度,経度,備考"
)
ROWS = (
    "1,E3920100001,東小学校,東町1,1,,,,1,,,,,33.5001,133.5060,",
    "2,E3920100002,浜公園,浜町1,,,,,1,,,,,33.5001,133.5005,",
    "3,E3920100003,山の上,山町1,,,,,1,,,,,33.4975,133.5030,",
    "4,E3920100004,遠い町,遠町1,,,,,1,,,,,34.5,134.5,",
    "5,E3920100005,位置なし,町,,,,,1,,,,,,,",
    "6,E3920100001,東小学校,東町1,1,,,,1,,,,,33.5001,133.5060,",
)


def write_sources(folder: Path) -> BuildInputs:
    """Write the files; the west of the town is under two metres of water, its north-east is not surveyed."""
    folder.mkdir(parents=True, exist_ok=True)
    nodes = grid(7, 6)
    ways = {
        1: ([1, 2, 3, 4, 5, 6, 7], {"highway": "residential", "name": "本町通り"}),
        2: ([36, 37, 38, 39, 40, 41, 42], {"highway": "footway"}),
        3: ([1, 8, 15, 22, 29, 36], {"highway": "residential"}),
        4: ([7, 14, 21, 28, 35, 42], {"highway": "residential"}),
        5: ([2, 9], {"highway": "motorway"}),
    }
    (folder / "town.osm").write_text(osm_xml(nodes, ways), encoding="utf-8")
    depth = np.zeros((150, 200), np.float32)
    depth[:, : 50 + 15] = 2.0
    depth[: 50 - 10, 50 + 30 :] = NODATA
    write_tif(folder / "tsunami.tif", depth, PLANE, map_transform(PLANE, 10))
    (folder / "sites.csv").write_text("\n".join([HEADER, *ROWS]) + "\n", encoding="utf-8")
    return BuildInputs(
        out=folder / "region",
        name="小さな町",
        osm=folder / "town.osm",
        created_at=datetime(2026, 11, 24, tzinfo=UTC),
        hazards=((HazardKind.TSUNAMI, folder / "tsunami.tif"),),
        shelters=(folder / "sites.csv",),
        tiles=False,
    )
