"""The fictional town: the same every time, and a town that has everything it should have."""

import csv
import hashlib
from pathlib import Path

import numpy as np
import pytest
import rasterio

from hazard.engine import Engine
from hazard.kinds import ExposureClass, HazardKind
from hazard.region import Region, load_region
from hazard.town import TownFiles, plan, write_town
from router.classes import Flag, StreetClass, incline_rank, width_rank
from router.graph import NO_ELEVATION_CM

LAYERED = (
    HazardKind.FLOOD,
    HazardKind.LANDSLIDE,
    HazardKind.STORM_SURGE,
    HazardKind.TSUNAMI,
    HazardKind.INLAND_FLOOD,
)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> TownFiles:
    return write_town(tmp_path_factory.mktemp("town"))


@pytest.fixture(scope="module")
def region(town_region: Path) -> Region:
    return load_region(town_region)


def digests(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


def test_the_same_bytes_every_time(files: TownFiles, tmp_path: Path) -> None:
    write_town(tmp_path / "again")
    assert digests(tmp_path / "again") == digests(files.osm.parent)


def test_says_that_it_is_fictional(files: TownFiles, region: Region) -> None:
    assert "架空" in files.name
    assert "架空" in files.sites.read_text(encoding="utf-8-sig")
    assert region.fictional
    west, south, east, north = region.bbox
    assert 141.2 < west < east < 141.4  # open sea: the coast of Fukushima lies west of 141.05
    assert 37.2 < south < north < 37.4


def test_size_of_a_small_town(region: Region) -> None:
    graph = region.graph
    assert 3_000 <= graph.n_nodes <= 6_000
    assert not graph.node_component.any(), "every street can be reached"
    dead_ends = np.bincount(graph.tail, minlength=graph.n_nodes) == 1
    assert 0.03 < dead_ends.mean() < 0.15, "a town has dead ends, but most streets lead on"
    assert 200_000 < graph.edge_length_mm.sum() / 2_000 < 400_000


def test_streets_of_every_kind(region: Region) -> None:
    graph = region.graph
    names = set(graph.names)
    assert names >= {"本町通り", "坂本通り", "海岸通り", "駅前通り", "松ヶ丘参道", "白波銀座", "防潮堤遊歩道"}
    assert len(names) > 60
    assert set(graph.edge_class.tolist()) >= {
        StreetClass.PRIMARY,
        StreetClass.SECONDARY,
        StreetClass.TERTIARY,
        StreetClass.RESIDENTIAL,
        StreetClass.LIVING_STREET,
        StreetClass.SERVICE,
        StreetClass.PEDESTRIAN,
        StreetClass.FOOTWAY,
        StreetClass.PATH,
        StreetClass.STEPS,
        StreetClass.TRACK,
    }


@pytest.mark.parametrize(
    ("flag", "least"),
    [
        (Flag.BRIDGE, 7),
        (Flag.UNDERPASS, 3),
        (Flag.TUNNEL, 3),
        (Flag.STEPS, 40),
        (Flag.HANDRAIL, 20),
        (Flag.COVERED, 1),
        (Flag.LIT, 500),
        (Flag.UNLIT, 500),
        (Flag.UNPAVED, 100),
    ],
)
def test_streets_with_flags(region: Region, flag: Flag, least: int) -> None:
    graph = region.graph
    assert ((graph.edge_flags[graph.street_edge] & flag) != 0).sum() >= least


def test_widths_and_inclines_are_known(region: Region) -> None:
    flags = region.graph.edge_flags.tolist()
    assert {width_rank(one) for one in flags} >= {1, 2, 3, 4}
    assert any(incline_rank(one) or one & Flag.INCLINE_UP for one in flags)


def test_hills_and_plain(region: Region) -> None:
    elevation_cm = region.graph.node_elevation_cm
    assert (elevation_cm != NO_ELEVATION_CM).mean() > 0.99
    assert np.percentile(elevation_cm, 20) < 500
    assert elevation_cm.max() > 8_000
    assert region.graph.edge_climb_cm.max() > 1_500


@pytest.mark.parametrize("kind", LAYERED)
def test_every_layer_covers_something_and_not_everything(files: TownFiles, kind: HazardKind) -> None:
    with rasterio.open(files.hazards[kind]) as raster:
        values = raster.read(1, masked=True)
    known = values.compressed()
    assert 0.01 < values.mask.mean() < 0.96, "some of it is unsurveyed"
    assert 0.004 < (known > 0).mean() < 0.6
    assert (known >= 0).all()


@pytest.mark.parametrize("kind", LAYERED)
def test_streets_are_dry_wet_and_unknown(region: Region, kind: HazardKind) -> None:
    exposure = region.exposures[kind]
    worst = exposure.worst_class
    wet = (worst > ExposureClass.DRY) & (worst < ExposureClass.UNKNOWN)
    assert 0.05 < (worst == ExposureClass.DRY).mean() < 0.98
    assert 0.02 < wet.mean() < 0.8
    assert (exposure.unknown_pct > 0).any()


def test_landslide_classes(files: TownFiles) -> None:
    with rasterio.open(files.hazards[HazardKind.LANDSLIDE]) as raster:
        assert raster.tags()["NIGEMICHI_SCALE"] == "class"
        assert set(np.unique(raster.read(1)).tolist()) == {0, 20, 21, 255}


def test_tsunami_is_deepest_at_the_shore(files: TownFiles) -> None:
    with rasterio.open(files.hazards[HazardKind.TSUNAMI]) as raster:
        depth_m = raster.read(1)
    rows = {y: round((plan.NORTH_M - y) / 10) for y in (260, 700, 1600)}
    town = slice(round((-1300 - plan.WEST_M) / 10), round((200 - plan.WEST_M) / 10))
    shore, station, terrace = (float(depth_m[row, town].mean()) for row in rows.values())
    assert shore > 3 > station > 0.3
    assert terrace == 0


def test_sites_and_capacities(files: TownFiles, region: Region) -> None:
    assert len(region.sites) == len(plan.PLACES) >= 30
    assert len({site.id for site in region.sites}) == len(region.sites)
    assert all(site.distance_m < 100 for site in region.sites)
    with files.capacities.open(encoding="utf-8") as table:
        capacities = {row["共通ID"]: int(row["想定収容人数"]) for row in csv.DictReader(table)}
    assert set(capacities) == {site.id for site in region.sites}
    assert min(capacities.values()) > 0
    assert all(f"想定収容人数{capacities[site.id]}人" in site.remarks for site in region.sites)


def test_conflicts_are_the_intended_ones(region: Region) -> None:
    found = {
        (conflict.site.name, conflict.kind.value)
        for kind in LAYERED
        for conflict in Engine(region).conflicts([kind])
    }
    intended = {
        (place.name, kind) for place in plan.PLACES for kind in place.also if HazardKind(kind) in LAYERED
    }
    assert found <= intended
    assert len(found) >= 6
    assert ("浜第一公園", "tsunami") in found


@pytest.mark.parametrize("kind", list(HazardKind))
def test_every_kind_has_sites_that_are_reached(region: Region, kind: HazardKind) -> None:
    settled = Engine(region).plan([kind], "adult")
    used = {site.name for site in map(settled.site_of_node, range(region.graph.n_nodes)) if site}
    assert len(used) >= 2


def test_the_mockup_walk(region: Region) -> None:
    """From 本町通り up 坂本通り to 松ヶ丘公園, as on the screens of the design."""
    x, y = -230.0, 390.0
    node = int(np.argmin(np.hypot(*(_metres(region) - (x, y)).T)))
    site = Engine(region).plan([HazardKind.TSUNAMI], "adult").site_of_node(node)
    assert site is not None
    assert site.name == "松ヶ丘公園"


def _metres(region: Region) -> np.ndarray:
    graph = region.graph
    east = (graph.node_lon_e7 / 1e7 - plan.ORIGIN_LON) * 111_320 * np.cos(np.radians(plan.ORIGIN_LAT))
    north = (graph.node_lat_e7 / 1e7 - plan.ORIGIN_LAT) * 110_980
    return np.column_stack([east, north])
