"""Damaged and hostile files: an InputError or a right answer, and nothing left behind."""

import contextlib
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hazard.kinds import HazardKind
from hazard.official.load import load_layer, load_zones
from router.errors import InputError
from tests.hazard.official.published import gml, square, write_geojson, write_gpkg, write_shapefile, zip_files
from tests.hazard.official.test_plateau import FLOOD_15

HERE = square(140.0, 37.0)
BBOX = (139.99, 36.99, 140.01, 37.01)
SUFFIXES = [".geojson", ".gpkg", ".shp", ".zip", ".xml", ".gml"]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return one good file of each form."""
    folder = tmp_path_factory.mktemp("good")
    shape = write_shapefile(folder / "a.shp", {"A40_003": ["0.3m未満"]}, [HERE])
    collection = write_geojson(folder / "a.geojson", [({"A31a_205": 3}, [HERE])])
    write_gpkg(folder / "a.gpkg", {"A31a_205": [2]}, [HERE])
    zip_files(folder / "a.zip", [collection])
    (folder / "a.xml").write_text(
        gml("A33Dataset", "Area", [({"cop": "1", "coz": "2"}, [HERE])]), encoding="utf-8"
    )
    (folder / "a.gml").write_text(FLOOD_15, encoding="utf-8")
    assert shape.exists()
    return {suffix: (folder / f"a{suffix}").read_bytes() for suffix in SUFFIXES}


def attempt(content: bytes, suffix: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"a{suffix}"
        path.write_bytes(content)
        with contextlib.suppress(InputError):
            assert load_zones(path).zones
        assert {each.name for each in Path(folder).iterdir()} <= {path.name}


@pytest.mark.parametrize("suffix", SUFFIXES)
@settings(max_examples=60, deadline=None)
@given(content=st.binary(max_size=300))
def test_random_bytes(suffix: str, content: bytes) -> None:
    attempt(content, suffix)


@pytest.mark.parametrize("suffix", SUFFIXES)
@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_mutated_files(suffix: str, data: st.DataObject, files: dict[str, bytes]) -> None:
    content = bytearray(files[suffix])
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at] = data.draw(st.integers(0, 255))
    attempt(bytes(content), suffix)


@pytest.mark.parametrize("suffix", SUFFIXES)
@settings(max_examples=40, deadline=None)
@given(share=st.floats(0, 1, exclude_max=True))
def test_truncated_files(suffix: str, share: float, files: dict[str, bytes]) -> None:
    attempt(files[suffix][: int(len(files[suffix]) * share)], suffix)


def test_good_files_are_good(files: dict[str, bytes], tmp_path: Path) -> None:
    for suffix in (".geojson", ".gpkg", ".zip", ".xml", ".gml"):
        path = tmp_path / f"a{suffix}"
        path.write_bytes(files[suffix])
        assert load_zones(path).zones


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE a [<!ENTITY x "1">]>',
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">',
    ],
)
def test_document_types_are_refused(tmp_path: Path, doctype: str) -> None:
    good = gml("A33Dataset", "Area", [({"cop": "1", "coz": "&x;"}, [HERE])])
    path = tmp_path / "a.xml"
    path.write_text(good.replace("<ksj:Dataset", f"{doctype}<ksj:Dataset", 1), encoding="utf-8")
    with pytest.raises(InputError, match=r"DOCTYPE|well-formed"):
        load_zones(path)


def test_entities_that_multiply_are_refused(tmp_path: Path) -> None:
    levels = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 12))
    bomb = f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e0 "ha">{levels}]><Dataset>&e11;</Dataset>'
    path = tmp_path / "a.xml"
    path.write_text(bomb)
    with pytest.raises(InputError):
        load_zones(path)


def test_a_virtual_dataset_is_not_opened_whatever_its_name(tmp_path: Path) -> None:
    path = tmp_path / "a.geojson"
    path.write_text('<OGRVRTDataSource><OGRVRTLayer name="a"/></OGRVRTDataSource>')
    with pytest.raises(InputError, match="first bytes"):
        load_zones(path)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.geojson", b"", "nothing"),
        ("a.docx", b"PK", "polygons as GeoJSON"),
        ("a.zip", b"PK\x03\x04", "a complete ZIP file"),
        ("a.geojson", b'{"type":"FeatureCollection","features":[]}', "at least one polygon"),
    ],
)
def test_messages_say_what_was_expected(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(InputError, match=message):
        load_zones(path)


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No such file"):
        load_zones(tmp_path / "none.geojson")


def test_swapped_axes_are_found(tmp_path: Path) -> None:
    swapped = [(lat, lon) for lon, lat in HERE]
    path = write_geojson(tmp_path / "a.geojson", [({"A31a_205": 1}, [swapped])])
    with pytest.raises(InputError, match="longitude and latitude"):
        load_zones(path)


def test_zones_elsewhere_are_refused_unless_the_area_was_surveyed(tmp_path: Path) -> None:
    path = write_geojson(tmp_path / "a.geojson", [({"A31a_205": 1}, [square(130.0, 32.0)])])
    with pytest.raises(InputError, match="zones over the streets"):
        load_layer(path, HazardKind.FLOOD, BBOX)
    with pytest.raises(InputError, match="zones for landslide, found zones for flood"):
        load_layer(path, HazardKind.LANDSLIDE, BBOX)
