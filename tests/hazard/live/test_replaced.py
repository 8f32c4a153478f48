"""Replaced layers: files checked when they are put, and again when they are used."""

import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from hazard.exposure import Exposure
from hazard.kinds import ExposureClass, HazardKind
from hazard.live import LiveEngine
from hazard.region import Region, load_region
from hazard.region.layout import EXPOSURE
from hazard.region.replaced import LayerStore, load_layer, save_layer
from hazard.world import events as e
from hazard.world import fold
from hazard.world.world import Layer
from router.errors import InputError, StoreError
from tests.hazard.regions import DEEP, FLOOD, TSUNAMI

NOON = datetime(2026, 11, 24, 3, tzinfo=UTC)


@pytest.fixture
def region(town_region: Path, tmp_path: Path) -> Region:
    """Return the town in a folder of its own: layers are kept beside it."""
    shutil.copytree(town_region, tmp_path / "town")
    return load_region(tmp_path / "town")


def everywhere(region: Region, kind: HazardKind = TSUNAMI) -> Exposure:
    n = region.graph.n_streets
    return Exposure(kind, np.full(n, DEEP, np.uint8), np.zeros(n, np.uint8))


def written(region: Region, folder: Path, kind: HazardKind = TSUNAMI) -> Path:
    save_layer(folder / "new.nmg", region.graph, everywhere(region, kind))
    return folder / "new.nmg"


def test_a_file_is_kept_by_its_hash_beside_the_region(region: Region, tmp_path: Path) -> None:
    store = LayerStore(region)
    sha256 = store.put(written(region, tmp_path), TSUNAMI)
    assert store.find(sha256) == tmp_path / "town.layers" / f"{sha256}.nmg"
    assert store.put(tmp_path / "new.nmg", TSUNAMI) == sha256
    assert [path.name for path in store.folder.iterdir()] == [f"{sha256}.nmg"]
    found = store(TSUNAMI, Layer(region.graph.digest, sha256, "", NOON))
    assert (found.worst_class == DEEP).all()
    assert load_region(tmp_path / "town").graph.digest == region.graph.digest, "the region is untouched"


def test_the_exposure_file_of_a_build_can_be_put_as_it_is(region: Region) -> None:
    assert region.folder is not None
    store = LayerStore(region)
    sha256 = store.put(region.folder / EXPOSURE, FLOOD)
    found = store(FLOOD, Layer(region.graph.digest, sha256, "", NOON))
    assert np.array_equal(found.worst_class, region.exposures[FLOOD].worst_class)


def test_what_is_no_layer_of_these_streets_is_refused(region: Region, tmp_path: Path) -> None:
    store = LayerStore(region)
    file = written(region, tmp_path)
    with pytest.raises(StoreError):
        store.put(file, FLOOD)
    (tmp_path / "cut.nmg").write_bytes(file.read_bytes()[:-40])
    (tmp_path / "junk.nmg").write_bytes(b"junk" * 100)
    for name in ("cut.nmg", "junk.nmg"):
        with pytest.raises(StoreError):
            store.put(tmp_path / name, TSUNAMI)
    with pytest.raises(InputError):
        store.put(tmp_path / "none.nmg", TSUNAMI)
    other = replace(region.graph, names=("another",) * len(region.graph.names))
    save_layer(tmp_path / "other.nmg", other, everywhere(region))
    if other.digest != region.graph.digest:
        with pytest.raises(StoreError, match="streets"):
            store.put(tmp_path / "other.nmg", TSUNAMI)
    assert not store.folder.exists(), "nothing is kept"
    assert store.find("../" + "a" * 61) is None


def test_a_file_that_was_damaged_later_is_not_used(region: Region, tmp_path: Path) -> None:
    store = LayerStore(region)
    sha256 = store.put(written(region, tmp_path), TSUNAMI)
    path = store.find(sha256)
    assert path is not None
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)
    layer = Layer(region.graph.digest, sha256, "", NOON)
    with pytest.raises(StoreError, match="damaged"):
        store(TSUNAMI, layer)
    engine = LiveEngine(region, layers=store)
    event = e.LayerReplaced(
        area=region.id, actor="s", at=NOON, key="k", kind=TSUNAMI, graph=region.graph.digest, sha256=sha256
    )
    engine.advance(fold(engine.info, [event]))
    assert "damaged" in engine.revision.missing[TSUNAMI]
    assert engine.region.exposures[TSUNAMI] is region.exposures[TSUNAMI]


def test_it_holds_in_a_new_revision(region: Region, tmp_path: Path) -> None:
    store = LayerStore(region)
    engine = LiveEngine(region, layers=store)
    before = engine.plan([TSUNAMI])
    assert not (before.combined.worst_class == ExposureClass(DEEP)).all()
    sha256 = store.put(written(region, tmp_path), TSUNAMI)
    event = e.LayerReplaced(
        area=region.id, actor="s", at=NOON, key="k", kind=TSUNAMI, graph=region.graph.digest, sha256=sha256
    )
    engine.advance(fold(engine.info, [event]))
    assert (engine.plan([TSUNAMI]).combined.worst_class == DEEP).all()
    assert engine.revision.missing == {}
    assert (load_layer(tmp_path / "new.nmg", region.graph, TSUNAMI).worst_class == DEEP).all()
