"""The build: from files to a region and a summary, or to one error with everything, and no trace of it."""

import json
import resource
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from hazard.build import BuildInputs, BuildSummary, build_region, default_sources
from hazard.engine import Engine
from hazard.kinds import ExposureClass, HazardKind
from hazard.outcome import Route
from hazard.region import Source, load_region
from router.errors import InputError
from router.graph import NO_ELEVATION_CM
from tests.hazard.build.sources import write_sources
from tests.hazard.rasters import PLANE, map_transform, write_tif

TSUNAMI = HazardKind.TSUNAMI


@pytest.fixture
def inputs(tmp_path: Path) -> BuildInputs:
    return write_sources(tmp_path)


def problems_of(inputs: BuildInputs) -> list[str]:
    """Return the problems of a build, having seen that it left nothing behind."""
    before = sorted(inputs.out.parent.rglob("*"))
    with pytest.raises(InputError) as caught:
        build_region(inputs)
    assert sorted(inputs.out.parent.rglob("*")) == before
    return [str(problem) for problem in caught.value.problems]


def counts_of(summary: BuildSummary, kind: HazardKind) -> tuple[int, int, list[str], list[str]]:
    one = next(counts for counts in summary.site_counts if counts.kind == kind)
    return one.flagged, one.usable, [c.site.name for c in one.conflicts], [site.name for site in one.too_far]


def test_a_region_is_built_and_summed_up(inputs: BuildInputs) -> None:
    heard: list[tuple[str, float]] = []
    summary = build_region(inputs, lambda stage, fraction: heard.append((stage, fraction)))
    assert (summary.id, summary.name) == ("region", "小さな町")
    assert (summary.nodes, summary.edges, summary.streets) == (4, 8, 4)
    assert summary.street_km == pytest.approx(0.0929 * 12 + 0.1109 * 10, rel=0.01)
    assert summary.sites == 3
    assert counts_of(summary, TSUNAMI) == (3, 1, ["浜公園"], ["山の上"])
    assert counts_of(summary, HazardKind.FLOOD) == (1, 1, [], [])
    (conflict,) = summary.site_counts[list(HazardKind).index(TSUNAMI)].conflicts
    assert conflict.class_at == ExposureClass.UNDER_3_M
    (shares,) = summary.exposures
    assert shares.kind == TSUNAMI
    assert sum(shares.share.values()) == pytest.approx(1)
    assert shares.share["1-3m"] == pytest.approx(0.75, abs=0.05), "three of four streets have a wet end"
    assert {drop.what: drop.count for drop in summary.dropped} == {
        "ways: motorway": 1,
        "places without coordinates": 1,
        "places outside of the streets": 1,
        "places that repeat an id (merged, the first holds)": 1,
    }
    assert [stage for stage, fraction in heard if fraction == 0] == [stage.name for stage in summary.stages]
    assert all(0 <= fraction <= 1 for _, fraction in heard)
    assert summary.peak_memory_bytes > 10**7
    assert summary.bytes == sum(path.stat().st_size for path in inputs.out.iterdir())
    assert summary.tiles is None


def test_the_built_region_answers(inputs: BuildInputs) -> None:
    build_region(inputs)
    region = load_region(inputs.out)
    assert region.created_at == inputs.created_at
    assert region.sources == default_sources(inputs)
    engine = Engine(region)
    outcome = engine.answer(engine.plan([TSUNAMI]), 133.506, 33.4985)
    assert isinstance(outcome, Route)
    assert outcome.site.name == "東小学校"
    site = next(site for site in region.sites if site.name == "山の上")
    assert site.edge >= 0
    assert 270 < site.distance_m < 280


def test_the_manifest_tells_what_there_is(inputs: BuildInputs) -> None:
    build_region(replace(inputs, fictional=True, sources=(Source("自作", "2026", "CC0", "私"),)))
    manifest = json.loads((inputs.out / "manifest.json").read_bytes())
    assert manifest["format"] == "nigemichi-region"
    assert manifest["version"] == 1
    assert manifest["fictional"] is True
    assert manifest["created_at"] == "2026-11-24T00:00:00+00:00"
    assert manifest["sources"] == [{"title": "自作", "date": "2026", "licence": "CC0", "credit": "私"}]
    assert set(manifest["hazards"]) == set(HazardKind)
    tsunami = manifest["hazards"]["tsunami"]
    assert (tsunami["layer"], tsunami["files"], tsunami["sites"]) == (True, ["tsunami.tif"], 3)
    assert (tsunami["sites_usable"], tsunami["sites_in_conflict"]) == (1, 1)
    assert manifest["hazards"]["flood"]["layer"] is False
    assert manifest["counts"]["nodes"] == 4
    assert set(manifest["files"]) == {
        "streets.nmg",
        "streets.pack",
        "exposure.nmg",
        "sites.json",
        "thresholds.json",
        "profiles.json",
    }
    west, south, east, north = manifest["bbox"]
    assert (west, south, east, north) == pytest.approx((133.5, 33.495, 133.506, 33.5))


def test_equal_inputs_give_equal_bytes(inputs: BuildInputs, tmp_path: Path) -> None:
    build_region(inputs)
    build_region(replace(inputs, out=tmp_path / "again", id="region"))
    for path in inputs.out.iterdir():
        assert path.read_bytes() == (tmp_path / "again" / path.name).read_bytes()


def test_an_empty_folder_may_be_filled_and_parents_are_made(inputs: BuildInputs, tmp_path: Path) -> None:
    inputs.out.mkdir()
    build_region(inputs)
    build_region(replace(inputs, out=tmp_path / "deep" / "er" / "region"))
    assert load_region(tmp_path / "deep" / "er" / "region").id == "region"


def test_elevation_is_taken_from_a_model(inputs: BuildInputs, tmp_path: Path) -> None:
    dem = write_tif(tmp_path / "dem.tif", np.full((150, 200), 7, np.float32), PLANE, map_transform(PLANE, 10))
    build_region(replace(inputs, dem=(dem,)))
    assert load_region(inputs.out).graph.node_elevation_cm.tolist() == [700] * 4


def test_without_model_rasters_or_sites_everything_is_unknown(inputs: BuildInputs) -> None:
    summary = build_region(replace(inputs, hazards=(), shelters=()))
    region = load_region(inputs.out)
    assert summary.exposures == ()
    assert region.exposures == {}
    assert region.sites == ()
    assert (region.graph.node_elevation_cm == NO_ELEVATION_CM).all()


def test_an_override_of_thresholds_goes_with_the_region(inputs: BuildInputs, tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('version = 1\n[impassable.tsunami]\nadult = { from_m = 3, source = "the town" }\n')
    summary = build_region(replace(inputs, thresholds=own))
    assert counts_of(summary, TSUNAMI)[1:3] == (2, [])
    assert load_region(inputs.out).thresholds.impassable_class[TSUNAMI, "adult"] == ExposureClass.UNDER_5_M


def test_every_problem_of_every_input_is_told_at_once(inputs: BuildInputs, tmp_path: Path) -> None:
    (tmp_path / "bad.tif").write_bytes(b"no raster")
    (tmp_path / "bad.csv").write_bytes(b"a,b\n1,2\n")
    (tmp_path / "bad.osm").write_bytes(b"<osm")
    (tmp_path / "bad.toml").write_bytes(b"[")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "file").touch()
    bad = replace(
        inputs,
        out=tmp_path / "full",
        name=" ",
        id="高知",
        osm=tmp_path / "bad.osm",
        hazards=((TSUNAMI, tmp_path / "bad.tif"), (HazardKind.FLOOD, tmp_path / "absent.tif")),
        shelters=(tmp_path / "bad.csv",),
        dem=(tmp_path / "bad.tif",),
        thresholds=tmp_path / "bad.toml",
    )
    text = "\n".join(problems_of(bad))
    for part in ("--name", "--id", "full:", "bad.osm", "bad.tif", "absent.tif", "bad.csv", "bad.toml"):
        assert part in text


def test_rasters_elsewhere_are_all_named(inputs: BuildInputs, tmp_path: Path) -> None:
    transform = map_transform(PLANE, 10, west_m=90_000)
    paths = [write_tif(tmp_path / f"{n}.tif", np.zeros((9, 9), np.float32), PLANE, transform) for n in "ab"]
    bad = replace(inputs, hazards=((TSUNAMI, paths[0]),), dem=(paths[1],))
    assert ["a.tif" in problem or "b.tif" in problem for problem in problems_of(bad)] == [True, True]


def test_a_folder_with_files_and_a_file_are_never_overwritten(inputs: BuildInputs) -> None:
    inputs.out.mkdir()
    (inputs.out / "precious").write_text("x")
    assert "a folder that is new or empty" in problems_of(inputs)[0]
    (inputs.out / "precious").unlink()
    inputs.out.rmdir()
    inputs.out.write_text("x")
    assert "found a file" in problems_of(inputs)[0]


def test_a_full_disk_is_told_and_leaves_nothing(inputs: BuildInputs) -> None:
    """The size limit of files stands for the full disk: writing fails in the middle of a file."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        problems = problems_of(inputs)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert "enough room on the disk" in problems[0]


def test_an_interrupted_build_leaves_nothing(inputs: BuildInputs) -> None:
    def interrupt(stage: str, fraction: float) -> None:
        if stage == "save" and fraction == 1:
            raise KeyboardInterrupt

    before = sorted(inputs.out.parent.rglob("*"))
    with pytest.raises(KeyboardInterrupt):
        build_region(inputs, interrupt)
    assert sorted(inputs.out.parent.rglob("*")) == before


@pytest.mark.data
def test_kochi_is_built_in_under_a_minute(data_dir: Path, tmp_path: Path) -> None:
    kochi = data_dir / "kochi"
    summary = build_region(
        BuildInputs(
            out=tmp_path / "kochi",
            name="高知市",
            osm=kochi / "kochi.osm.pbf",
            created_at=write_sources(tmp_path).created_at,
            hazards=((TSUNAMI, kochi / "tsunami_depth_25m.tif"),),
            shelters=(data_dir / "shelters" / "mergeFromCity_2.csv.gz",),
            municipality="39201",
        )
    )
    assert summary.seconds < 60
    assert summary.nodes > 10_000
    assert 1_000 < summary.street_km < 2_000
    flagged, usable, conflicts, too_far = counts_of(summary, TSUNAMI)
    assert flagged >= usable + len(conflicts) > 300
    assert usable > 100
    assert len(too_far) > 0
    (shares,) = summary.exposures
    assert 0.3 < shares.share["dry"] < 0.7
    assert shares.share["unknown"] > 0
    engine = Engine(load_region(tmp_path / "kochi"))
    plan = engine.plan([TSUNAMI])
    graph = engine.region.graph
    outcomes = engine.answers(plan, graph.node_lon_e7[::20] / 1e7, graph.node_lat_e7[::20] / 1e7)
    routes = [outcome for outcome in outcomes if isinstance(outcome, Route)]
    assert len(routes) > 0.9 * len(outcomes)
    for route in routes:
        assert sum(route.exposure.values()) == route.length_m
        if route.start_class == ExposureClass.DRY:
            assert set(route.exposure) <= {"dry", "unknown"}
