"""CityGML of Project PLATEAU: every version of the schema, and the real files."""

from pathlib import Path

import numpy as np
import pytest
import shapely

from hazard.kinds import ExposureClass, HazardKind
from hazard.layers.zones.zones import NO_VALUE
from hazard.official.load import load_zones
from hazard.official.plateau.read import read_plateau
from router.errors import InputError

TRIANGLE = "35.10 138.80 8.26 35.10 138.81 8.26 35.11 138.80 8.26 35.10 138.80 8.26"
SLIVER = "35.10 138.80 8.26 35.10 138.81 8.26 35.10 138.82 8.26 35.10 138.80 8.26"
SURFACE = (
    "<gml:surfaceMember><gml:Polygon><gml:exterior><gml:LinearRing><gml:posList>{}</gml:posList>"
    "</gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMember>"
)
NAMESPACES = (
    'xmlns:core="http://www.opengis.net/citygml/2.0" xmlns:gml="http://www.opengis.net/gml" '
    'xmlns:gen="http://www.opengis.net/citygml/generics/2.0" '
    'xmlns:wtr="http://www.opengis.net/citygml/waterbody/2.0" '
    'xmlns:uro="https://www.geospatial.jp/iur/uro/3.0" xmlns:urf="https://www.geospatial.jp/iur/urf/3.0"'
)


def city(*objects: str, system: str = "6697") -> str:
    """Return a city model of objects."""
    members = "".join(f"<core:cityObjectMember>{each}</core:cityObjectMember>" for each in objects)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<core:CityModel {NAMESPACES}><gml:boundedBy>
<gml:Envelope srsName="http://www.opengis.net/def/crs/EPSG/0/{system}" srsDimension="3">
<gml:lowerCorner>35.1 138.8 0</gml:lowerCorner><gml:upperCorner>35.2 138.9 9</gml:upperCorner></gml:Envelope>
</gml:boundedBy>{members}</core:CityModel>"""


def generic(set_name: str, **values: str) -> str:
    """Return a water body or area with a generic attribute set (i-UR 1.5)."""
    inner = "".join(
        f'<gen:stringAttribute name="{name}"><gen:value>{value}</gen:value></gen:stringAttribute>'
        for name, value in values.items()
    )
    surfaces = SURFACE.format(TRIANGLE) + SURFACE.format(SLIVER)
    return f"""<wtr:WaterBody gml:id="a"><gml:name>狩野川（想定最大規模）</gml:name>
<gen:genericAttributeSet name="{set_name}">{inner}</gen:genericAttributeSet>
<wtr:lod1MultiSurface><gml:MultiSurface>{surfaces}</gml:MultiSurface></wtr:lod1MultiSurface></wtr:WaterBody>"""


def modern(element: str, rank: str) -> str:
    """Return a water body of i-UR 3: the rank in an element of its own."""
    surface = SURFACE.format(TRIANGLE)
    return f"""<wtr:WaterBody><wtr:lod1MultiSurface><gml:MultiSurface>{surface}</gml:MultiSurface>
</wtr:lod1MultiSurface><uro:floodingRiskAttribute><uro:{element}><uro:description>1</uro:description>{rank}
</uro:{element}></uro:floodingRiskAttribute></wtr:WaterBody>"""


FLOOD_15 = city(generic("洪水浸水想定区域（想定最大規模）", 規模="L2", 浸水ランク="3"))
NATIONAL = '<uro:rank codeSpace="../../codelists/WaterBodyTsunamiRiskAttribute_rank.xml">2</uro:rank>'
OWN = '<uro:rankOrg codeSpace="../../codelists/WaterBodyTsunamiRiskAttribute_rankOrg.xml">2</uro:rankOrg>'
PRONE = f"""<urf:SedimentDisasterProneArea><urf:lod1MultiSurface><gml:MultiSurface>{SURFACE.format(TRIANGLE)}
</gml:MultiSurface></urf:lod1MultiSurface><urf:disasterType>2</urf:disasterType><urf:zoneType>2</urf:zoneType>
</urf:SedimentDisasterProneArea>"""


def write(folder: Path, content: str, name: str = "52385628_fld_6697_op.gml") -> Path:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return path


def test_flood_of_iur_15(tmp_path: Path) -> None:
    file = load_zones(write(tmp_path, FLOOD_15))
    (zones,) = file.zones
    assert (zones.kind, zones.scenario) == (HazardKind.FLOOD, "狩野川（想定最大規模）")
    assert zones.values.tolist() == [ExposureClass.UNDER_5_M]
    assert zones.geometries[0].bounds == (138.80, 35.10, 138.81, 35.11)
    assert len(zones.geometries[0].geoms) == 1


@pytest.mark.parametrize(
    ("content", "kind", "worst"),
    [
        (city(generic("津波浸水想定", 浸水ランク="1")), HazardKind.TSUNAMI, 4),
        (city(generic("高潮浸水想定区域", 浸水ランク="6")), HazardKind.STORM_SURGE, 10),
        (city(generic("内水浸水想定区域", 浸水ランク="2")), HazardKind.INLAND_FLOOD, 6),
        (
            city(generic("土砂災害警戒区域", 区域区分="2", 現象の種類="1"), system="6668"),
            HazardKind.LANDSLIDE,
            21,
        ),
        (city(modern("WaterBodyTsunamiRiskAttribute", NATIONAL)), HazardKind.TSUNAMI, 6),
        (city(PRONE), HazardKind.LANDSLIDE, 21),
    ],
)
def test_other_kinds_and_versions(tmp_path: Path, content: str, kind: HazardKind, worst: int) -> None:
    (zones,) = read_plateau(write(tmp_path, content)).zones
    assert (zones.kind, zones.values.tolist()) == (kind, [worst])


def test_a_rank_without_its_list_is_unknown_and_reported(tmp_path: Path) -> None:
    content = city(modern("WaterBodyTsunamiRiskAttribute", OWN))
    file = read_plateau(write(tmp_path, content))
    assert file.zones[0].values.tolist() == [NO_VALUE]
    assert file.reports[0].unknown_codes == {"WaterBodyTsunamiRiskAttribute_rankOrg.xml=2": 1}


def test_a_town_s_own_list_is_found_beside_the_data(tmp_path: Path) -> None:
    lists = tmp_path / "codelists"
    lists.mkdir()
    entry = (
        "<gml:dictionaryEntry><gml:Definition><gml:description>{}</gml:description>"
        "<gml:name>{}</gml:name></gml:Definition></gml:dictionaryEntry>"
    )
    text = "".join(entry.format(meaning, code) for code, meaning in [("1", "0.01-0.3"), ("2", "0.3-1")])
    (lists / "WaterBodyTsunamiRiskAttribute_rankOrg.xml").write_text(
        f'<gml:Dictionary xmlns:gml="http://www.opengis.net/gml"><gml:name>a</gml:name>{text}</gml:Dictionary>',
        encoding="utf-8",
    )
    folder = tmp_path / "udx" / "tnm" / "22_4"
    folder.mkdir(parents=True)
    path = write(folder, city(modern("WaterBodyTsunamiRiskAttribute", OWN)))
    assert read_plateau(path).zones[0].values.tolist() == [ExposureClass.UNDER_1_M]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (city(generic("洪水浸水想定区域", 浸水ランク="1"), system="4326"), "EPSG 6697"),
        (city("<wtr:WaterBody/>"), "risk"),
        (FLOOD_15.replace(TRIANGLE, "35.1 138.8"), "posList"),
        (FLOOD_15.replace(TRIANGLE, TRIANGLE.replace("35.11", "north")), "posList"),
        (FLOOD_15.replace("CityModel", "TownModel"), "Dataset"),
        (FLOOD_15[:900], "well-formed"),
    ],
)
def test_what_is_not_such_a_file(tmp_path: Path, content: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        load_zones(write(tmp_path, content))


@pytest.mark.data
def test_real_flood(data_dir: Path) -> None:
    (path,) = (data_dir / "plateau/fld").rglob("*.gml")
    (zones,) = read_plateau(path).zones
    assert (zones.kind, len(zones.values), len(shapely.get_parts(zones.geometries))) == (
        HazardKind.FLOOD,
        12,
        4615,
    )
    assert np.unique(zones.values, return_counts=True)[1].tolist() == [10, 1, 1]


@pytest.mark.data
def test_real_landslide(data_dir: Path) -> None:
    (path,) = (data_dir / "plateau/lsld").rglob("*.gml")
    (zones,) = read_plateau(path).zones
    codes, counts = np.unique(zones.values, return_counts=True)
    assert dict(zip(codes.tolist(), counts.tolist(), strict=True)) == {20: 114, 21: 120}


@pytest.mark.data
def test_real_tsunami_names_a_list_that_is_not_there(data_dir: Path) -> None:
    (path,) = (data_dir / "plateau/tnm").rglob("*.gml")
    file = read_plateau(path)
    assert file.reports[0].used == 0
    assert sum(file.reports[0].unknown_codes.values()) == 230
    town = {
        "Tsunami_rank.xml": {
            "1": "0.5m未満",
            "2": "0.5m以上3m未満",
            "3": "3m以上5m未満",
            "4": "5m以上10m未満",
        }
    }
    (zones,) = read_plateau(path, town).zones
    assert len(shapely.get_parts(zones.geometries)) == 3642
    assert np.unique(zones.values).tolist() == [4, 6, 7, 8]
    west, south, east, north = shapely.total_bounds(zones.geometries)
    assert (138.74 < west < 138.76, 138.86 < east < 138.87, 35.08 < south < north < 35.15) == (
        True,
        True,
        True,
    )
