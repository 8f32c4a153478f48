"""Every other reader: random bytes, mutated and truncated files are read or refused, and never half-used."""

import contextlib
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hazard.build import BuildInputs, build_region
from hazard.kinds import HazardKind
from hazard.layers.arrival import ArrivalUnit, load_arrivals
from hazard.layers.elevation import load_heights
from hazard.official.plateau.codelists import read_codelist
from hazard.official.polygons import read_rule
from hazard.official.population.read import read_population
from hazard.official.sites.mapped_csv import read_mapping
from hazard.official.sites.read import read_places
from hazard.official.tiles.dem import heights_of_pixels
from hazard.official.tiles.png import decode_png
from hazard.official.towns import read_towns
from hazard.thresholds import load_thresholds
from router.errors import InputError
from tests.hazard.build.sources import write_sources
from tests.hazard.official.published import square, write_geojson
from tests.hazard.official.sites.lists import OPENDATA_HEADER, SHELTERS_HEADER
from tests.hazard.official.sites.test_lists import MAPPING
from tests.hazard.official.tiles.png_files import as_rgb
from tests.hazard.rasters import NODATA, map_transform, write_tif
from tests.maps import ORIGIN_LAT_E7, ORIGIN_LON_E7

WEST, NORTH = ORIGIN_LON_E7 / 1e7, ORIGIN_LAT_E7 / 1e7
BBOX = (WEST, NORTH - 0.001, WEST + 0.001, NORTH)
LIST = """<gml:Dictionary xmlns:gml="http://www.opengis.net/gml"><gml:name>a</gml:name><gml:dictionaryEntry>
<gml:Definition><gml:description>0.5m未満</gml:description><gml:name>1</gml:name></gml:Definition>
</gml:dictionaryEntry></gml:Dictionary>"""
RULE = (
    'kind = "volcano"\nattribute = "class"\nscenario = "融雪型火山泥流 2020"\n[classes]\n"1" = "zone_red"\n'
)
OVERRIDE = (
    'version = 1\n[weight.water]\n"dry" = { weight_pct = 100, source = "a" }\n'
    '[modifier.x]\nmin_grade_permille = 84\nin_zone = true\nkinds = ["flood"]\nclose = true\nsource = "b"\n'
)
MESH = "KEY_CODE,T001141001\n5339354711,123\n5339354712,*\n"


@dataclass(frozen=True)
class Reader:
    """A good file and what reads it."""

    name: str
    content: bytes
    read: Callable[[Path], object]


def tif() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        values = np.full((30, 30), 27.0, np.float32)
        values[:5] = NODATA
        return write_tif(
            Path(folder) / "a.tif", values, "EPSG:6690", map_transform("EPSG:6690", 40)
        ).read_bytes()


def towns() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = write_geojson(Path(folder) / "a.geojson", [({"S_NAME": "浜1丁目"}, [square(140.0, 37.0)])])
        return path.read_bytes()


def listed(header: list[str]) -> bytes:
    values = {
        "名称": "小学校",
        "施設・場所名": "小学校",
        "緯度": "37.05",
        "経度": "140.9",
        "ID": "1",
        "NO": "1",
        "共通ID": "E0720400001",
    }
    return f"{','.join(header)}\n{','.join(values.get(column, '') for column in header)}\n".encode()


READERS = [
    Reader("people.csv", MESH.encode(), read_population),
    Reader("points.csv", b"lon,lat,population\n140.5,37.25,12\n", read_population),
    Reader("towns.geojson", towns(), read_towns),
    Reader("dem.tif", tif(), lambda path: load_heights(path, BBOX)),
    Reader("times.tif", tif(), lambda path: load_arrivals(path, BBOX, ArrivalUnit.MINUTES)),
    Reader(
        "dem.png",
        as_rgb(np.full((256, 256, 4), 3, np.uint8)),
        lambda path: heights_of_pixels(decode_png(path.read_bytes(), str(path))),
    ),
    Reader("list.xml", LIST.encode(), read_codelist),
    Reader("rule.toml", RULE.encode(), read_rule),
    Reader("mapping.toml", MAPPING.encode(), read_mapping),
    Reader("thresholds.toml", OVERRIDE.encode(), load_thresholds),
    Reader("opendata.csv", listed(OPENDATA_HEADER), read_places),
    Reader("shelters.csv", listed(SHELTERS_HEADER), read_places),
]
every_reader = pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)


def attempt(reader: Reader, content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / reader.name
        path.write_bytes(content)
        with contextlib.suppress(InputError):
            assert reader.read(path) is not None
        assert [each.name for each in Path(folder).iterdir()] == [reader.name]


@every_reader
def test_good_files_are_read(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / reader.name
    path.write_bytes(reader.content)
    assert reader.read(path) is not None


@every_reader
@settings(max_examples=60, deadline=None)
@given(content=st.binary(max_size=300))
def test_random_bytes(reader: Reader, content: bytes) -> None:
    attempt(reader, content)


@every_reader
@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_mutated_files(reader: Reader, data: st.DataObject) -> None:
    content = bytearray(reader.content)
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    attempt(reader, bytes(content))


@every_reader
@settings(max_examples=30, deadline=None)
@given(share=st.floats(0, 1, exclude_max=True))
def test_truncated_files(reader: Reader, share: float) -> None:
    attempt(reader, reader.content[: int(len(reader.content) * share)])


def with_one(inputs: BuildInputs, name: str, path: Path) -> BuildInputs:
    """Return inputs with one more file, or one in place of another."""
    return {
        "osm": replace(inputs, osm=path),
        "hazard": replace(inputs, hazards=((HazardKind.TSUNAMI, path),)),
        "polygons": replace(inputs, hazards=(*inputs.hazards, (HazardKind.FLOOD, path))),
        "dem": replace(inputs, dem=(path,)),
        "shelters": replace(inputs, shelters=(path,)),
        "population": replace(inputs, population=path),
        "towns": replace(inputs, towns=path),
        "thresholds": replace(inputs, thresholds=path),
    }[name]


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("osm", "a.osm.pbf"),
        ("hazard", "a.tif"),
        ("polygons", "a.geojson"),
        ("dem", "b.tif"),
        ("shelters", "a.csv"),
        ("population", "b.csv"),
        ("towns", "b.geojson"),
        ("thresholds", "a.toml"),
    ],
)
def test_a_damaged_file_of_any_sort_leaves_no_half_of_a_region(tmp_path: Path, name: str, file: str) -> None:
    inputs = replace(write_sources(tmp_path), tiles=False)
    damaged = tmp_path / file
    damaged.write_bytes(b"\x00\xff damaged \x80" * 40)
    shutil.rmtree(inputs.out, ignore_errors=True)
    with pytest.raises(InputError) as caught:
        build_region(with_one(inputs, name, damaged))
    assert str(damaged) in str(caught.value)
    assert not inputs.out.exists()
    assert not [each for each in inputs.out.parent.iterdir() if each.name.endswith(".part")]
