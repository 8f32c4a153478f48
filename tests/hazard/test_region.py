"""The region folder: what is saved is loaded, and any other byte is noticed."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from hazard.engine import Engine
from hazard.kinds import ExposureClass
from hazard.outcome import Route
from hazard.region import Region, Source, load_region, save_files, save_manifest
from router.errors import StoreError
from tests.hazard.regions import ABOUT, DEEP, FLOOD, TSUNAMI, drawn_exposure, region_of, site_at
from tests.maps import draw

TOWN = draw("A---B~~~C---S")
FILES = (
    "exposure.nmg",
    "manifest.json",
    "profiles.json",
    "sites.json",
    "streets.nmg",
    "streets.pack",
    "thresholds.json",
)


def saved(folder: Path) -> Region:
    """Save a small region and return what was saved."""
    exposures = [
        drawn_exposure(TOWN, FLOOD, {"~": ExposureClass.UNKNOWN}),
        drawn_exposure(TOWN, TSUNAMI, {"~": DEEP}),
    ]
    sites = [
        site_at(TOWN.graph, TOWN.sites[0], 0, class_at={TSUNAMI: ExposureClass.UNKNOWN}, remarks="2階以上"),
        site_at(TOWN.graph, TOWN.node["A"], 1, edge=-1, distance_m=float("inf"), kinds=(FLOOD,)),
    ]
    region = region_of(TOWN.graph, exposures, sites)
    folder.mkdir()
    save_files(folder, region.graph, exposures, sites, region.thresholds)
    facts = {
        "counts": {},
        "hazards": {"tsunami": {"layer": True}, "flood": {"layer": True}, "volcano": {"layer": False}},
    }
    save_manifest(folder, ABOUT, region.bbox, facts)
    return region


def test_a_region_comes_back_as_it_was(tmp_path: Path) -> None:
    region, loaded = saved(tmp_path / "r"), load_region(tmp_path / "r")
    assert loaded.about == ABOUT
    assert (loaded.id, loaded.name, loaded.fictional) == ("test", "テスト町", True)
    assert loaded.created_at == ABOUT.created_at
    assert loaded.bbox == region.bbox
    assert loaded.graph.digest == region.graph.digest
    assert loaded.sites == region.sites
    assert list(loaded.exposures) == [FLOOD, TSUNAMI], "in the official order"
    for kind, exposure in region.exposures.items():
        assert (loaded.exposures[kind].worst_class == exposure.worst_class).all()
        assert (loaded.exposures[kind].unknown_pct == exposure.unknown_pct).all()
    assert loaded.thresholds.table == region.thresholds.table
    assert sorted(path.name for path in (tmp_path / "r").iterdir()) == list(FILES)


def test_its_arrays_stay_in_the_file_and_cannot_be_changed(tmp_path: Path) -> None:
    saved(tmp_path / "r")
    worst = load_region(tmp_path / "r").exposures[TSUNAMI].worst_class
    base = worst
    while isinstance(base.base, np.ndarray):
        base = base.base
    assert isinstance(base, np.memmap)
    with pytest.raises(ValueError, match="read-only"):
        worst[0] = 1


def test_a_loaded_region_answers(tmp_path: Path) -> None:
    saved(tmp_path / "r")
    engine = Engine(load_region(tmp_path / "r"))
    assert isinstance(engine.answer(engine.plan([TSUNAMI]), *TOWN.lonlat("C")), Route)


def test_equal_regions_are_equal_bytes(tmp_path: Path) -> None:
    saved(tmp_path / "a"), saved(tmp_path / "b")
    for name in FILES:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


@pytest.mark.parametrize("name", [name for name in FILES if name != "manifest.json"])
def test_a_flipped_bit_a_cut_or_a_missing_file_is_noticed_and_named(tmp_path: Path, name: str) -> None:
    saved(tmp_path / "r")
    path = tmp_path / "r" / name
    whole = path.read_bytes()
    flipped = bytearray(whole)
    flipped[len(whole) // 2] ^= 1
    for content in (bytes(flipped), whole[:-1], b""):
        path.write_bytes(content)
        with pytest.raises(StoreError, match=name):
            load_region(tmp_path / "r")
    path.unlink()
    with pytest.raises(StoreError, match=name):
        load_region(tmp_path / "r")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("format", "something"),
        ("version", 2),
        ("files", {}),
        ("files", []),
        ("created_at", "yesterday"),
        ("sources", [{"name": "x"}]),
        ("hazards", {"flood": {"layer": True}}),
        ("hazards", {"fog": {"layer": True}}),
        ("bbox", None),
        ("id", None),
    ],
)
def test_a_manifest_of_another_form_is_refused(tmp_path: Path, key: str, value: object) -> None:
    saved(tmp_path / "r")
    path = tmp_path / "r" / "manifest.json"
    manifest = json.loads(path.read_bytes())
    manifest[key] = value
    if value is None:
        del manifest[key]
    path.write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.raises(StoreError):
        load_region(tmp_path / "r")


def test_a_folder_that_is_no_region_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no such file"):
        load_region(tmp_path)
    (tmp_path / "manifest.json").write_text("[1]")
    with pytest.raises(StoreError, match="JSON object"):
        load_region(tmp_path)
    (tmp_path / "manifest.json").write_bytes(b"\xff")
    with pytest.raises(StoreError, match="JSON file"):
        load_region(tmp_path)


def test_a_manifest_cannot_point_out_of_its_folder(tmp_path: Path) -> None:
    saved(tmp_path / "r")
    shutil.copy(tmp_path / "r" / "sites.json", tmp_path / "sites.json")
    path = tmp_path / "r" / "manifest.json"
    manifest = json.loads(path.read_bytes())
    manifest["files"]["../sites.json"] = manifest["files"]["sites.json"]
    path.write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.raises(StoreError, match=r"\.\./sites"):
        load_region(tmp_path / "r")


def test_exposure_of_other_streets_is_refused(tmp_path: Path) -> None:
    saved(tmp_path / "r")
    other = draw("A---B--C---S")
    from router.store import save_graph

    save_graph(tmp_path / "r" / "streets.nmg", other.graph)
    manifest = json.loads((tmp_path / "r" / "manifest.json").read_bytes())
    facts = {key: manifest[key] for key in ("counts", "hazards")}
    (tmp_path / "r" / "manifest.json").unlink()
    about = ABOUT.__class__("test", "x", False, ABOUT.created_at, (Source("a"),))
    save_manifest(tmp_path / "r", about, (0, 0, 1, 1), facts)
    with pytest.raises(StoreError, match="digest"):
        load_region(tmp_path / "r")
